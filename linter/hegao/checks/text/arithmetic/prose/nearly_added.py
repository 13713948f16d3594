"""Wholes that two figures or a second list nearly make up (疑似相加不符): 7处、其余20处, 28处 in all; 新增5家，总数达到48家 where it was 42家 (norms FIG-16).

Words only hint at what is meant to be added here; the findings say that it is not certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, near
from hegao.checks.text.arithmetic.prose.nearly_so import whole_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.yardsticks import is_yardstick
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

_REST = Pattern(r"其余|剩余|余下|剩下|另外?$")
_FROM_TO = Pattern("由$|从$|为$|[增减]|调整")
_APART = Pattern(r"比(?![例重])|较(?![好大快强为差])|率|均|每|同期|占|超|原(?![则料因])|[到至]$")
_ADDED = Pattern(r"新增|净增|增加|再增|新发展|新培育|新认定")
_LEVEL = Pattern(r"(?:总数|总量|累计|总计|总规模)(?:将)?(?:达到|达|增至|增加到|为)?$")
_EVERY = Pattern(r"每(?:年|[个所家支名校村镇县班场期])[^，。；\d]{0,14}$")
_IN_ALL = Pattern(r"(?:总量|总数|累计|共|合计|总计)[^，。；\d]{0,8}$")
_LISTED = Pattern(r"、[^，。；、\d]{1,10}")
_FEWEST, _NOUN, _MOST_TIMES = 3, 2, 40


def nearly_added(context: Context) -> Iterator[Odd]:
    """Figures that what is told beside them nearly gives."""
    sentences = list(whole_sentences(context.once(figure_sentences)))
    for sentence in sentences:
        for several in _by_unit(sentence):
            if len(several) >= _FEWEST:
                yield from _with_rest(sentence, several)
                yield from _second_list(sentence, several)
            if len(several) >= 2:
                yield from _times(sentence, several)
    yield from _levels(sentences)


def _by_unit(sentence: Sentence) -> list[list[Told]]:
    units: dict[str, list[Told]] = {}
    for told in sentence.told:
        if told.one.dimension not in (PERCENT, POINTS):
            units.setdefault(told.one.unit, []).append(told)
    return list(units.values())


def _with_rest(sentence: Sentence, several: Sequence[Told]) -> Iterator[Odd]:
    for part, rest, whole in zip(several, several[1:], several[2:]):
        if not _REST.search(rest.label) or any(_APART.search(told.label) or told.one.rough for told in (part, rest, whole)):
            continue
        summed = part.one.value + rest.one.value
        earlier = [told.one.value for told in several if told.one.start < part.one.start]
        if whole.one.value > max(part.one.value, rest.one.value) and summed != whole.one.value and summed not in earlier and near(summed, abs(summed - whole.one.value)):
            yield Odd(sentence.at(whole.one), f"两项相加{whole.one.say(summed)}", [sentence.at(part.one), sentence.at(rest.one)], False)


def _second_list(sentence: Sentence, several: Sequence[Told]) -> Iterator[Odd]:
    """改造78公里，其中一次网22公里、二次网56公里，涉及东区31公里、西区27公里、北区30公里: the second list of two."""
    whole = several[0].one
    for end in range(3, len(several) - 1):
        first, second = several[1:end], several[end:]
        if sum((told.one.value for told in first), Decimal(0)) != whole.value or any(is_yardstick(sentence.value, told.one) or _APART.search(told.label) for told in second):
            continue
        if any(_FROM_TO.search(told.label) for told in several):
            # 由18.9万元调减为17.9万元，减少1万元: a change is no list.
            continue
        summed = sum((told.one.value for told in second), Decimal(0))
        if summed != whole.value and all(told.one.value < whole.value for told in second) and near(whole.value, abs(summed - whole.value)):
            yield Odd(sentence.at(second[-1].one), f"后几项相加{whole.say(summed)}，总数{whole.say(whole.value)}", [sentence.at(whole)], False)
        return


def _times(sentence: Sentence, several: Sequence[Told]) -> Iterator[Odd]:
    """每个项目设1名、2名、3名，共62名: no number of projects makes that many."""
    for index, each in enumerate(several[:-1]):
        if not _EVERY.search(sentence.value, max(sentence.start, each.one.start - 20), each.one.start) or not each.one.whole or each.one.dimension in MEASURED:
            continue
        whole = next((told for told in several[index + 1 :] if _IN_ALL.search(told.label)), None)
        if whole is None or not whole.one.whole or any(mark in sentence.value[each.one.end : whole.one.start] for mark in "。每"):
            return
        parts = [each]
        for told in several[index + 1 :]:
            if not _LISTED.fullmatch(sentence.between(parts[-1].one, told.one)):
                break
            parts.append(told)
        if several[index + len(parts)] is not whole:
            # How many there are stands between.
            return
        summed = sum((told.one.value for told in parts), Decimal(0))
        if summed > 1 and 1 < whole.one.value / summed <= _MOST_TIMES and whole.one.value % summed:
            yield Odd(sentence.at(whole.one), f"不是{each.one.say(summed)}的整数倍", [sentence.at(told.one) for told in parts], False)
        return


def _levels(sentences: Sequence[Sentence]) -> Iterator[Odd]:
    """总数达到42家 now, 新增5家，总数达到48家 then: by the noun of what is added."""
    known: list[tuple[str, Sentence, Told]] = []
    for sentence in sentences:
        for several in _by_unit(sentence):
            for added, level in pairwise(several):
                if not _LEVEL.search(level.label) or not _ADDED.search(added.label) or added.one.rough or level.one.rough:
                    continue
                noun = added.label[-_NOUN:]
                for name, where, before in known:
                    off = abs(before.one.value + added.one.value - level.one.value)
                    if name == noun and before.one.unit == level.one.unit and off and (off <= _FEWEST or slipped(level.one.value, before.one.value + added.one.value)):
                        yield Odd(sentence.at(level.one), f"别处为{where.at(before.one).value}，再加{sentence.at(added.one).value}", [where.at(before.one)], False)
                        break
                known.append((noun, sentence, level))
