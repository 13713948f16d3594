"""One amount told in two places, its digits turned in one of them (前后数字颠倒): 398.6万元, 389.6万元 (norms FIG-16).

Two figures of one unit with the same digits in another order are hardly two amounts where the words before them are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.checks.text.arithmetic.yardsticks import clause_before
from hegao.phrases.quantities import PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern

#: So many digits are not turned by chance, and so many characters of the words before must be the same.
_DIGITS, _WORDS = 4, 4
_OTHER = Pattern("比(?![例重])|较(?![好大快强为差])|上年|去年|同期|增|减|[一二三四]期")
_FIGURE = Pattern(r"[^\u3400-\u9fff]")


class _Told(NamedTuple):
    passage: Figures
    one: Quantity
    label: str
    digits: str


def turned_twins(context: Context) -> Iterator[Odd]:
    """Figures whose twin elsewhere in the text has the same words before it and the same digits in another order."""
    told: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for passage in context.once(figures_spoken):
        for one in passage.named:
            digits = f"{one.value.normalize():f}".replace(".", "").strip("0")
            if len(digits) >= _DIGITS and one.dimension not in (PERCENT, POINTS) and not one.rough:
                label = _FIGURE.sub("", clause_before(passage.value, one.start))
                told[one.unit, "".join(sorted(digits))].append(_Told(passage, one, label, digits))
    for several in told.values():
        if len({one.digits for one in several}) != 2 or len({one.one.value for one in several}) != 2:
            continue
        first = several[0]
        for other in several[1:]:
            if other.one.value != first.one.value and _next_turned(first.digits, other.digits) and _same_words(first, other):
                yield Odd(other.passage.at(other.one), first.one.say(first.one.value), [first.passage.at(first.one)])
                break


#: So near, in lines, a figure is told again without its name.
_NEAR_BY = 6


def turned_retold(context: Context) -> Iterator[Odd]:
    """超支46.8万元, and below it 将48.6万元收回: an amount told once whose turned twin stands right above it and is told again elsewhere."""
    before: list[tuple[Figures, Quantity, str]] = []
    for passage in context.once(figures_spoken):
        for one in passage.named:
            digits = passage.value[one.start : one.end].removesuffix(one.unit)
            if one.dimension != "金额" or one.rough or "." not in digits or len(digits) < _DIGITS:
                continue
            for other, twin, written in before:
                near = 0 < passage.text.line - other.text.line <= _NEAR_BY
                if near and twin.unit == one.unit and len(written) == len(digits) and _next_turned(written.replace(".", ""), digits.replace(".", "")):
                    text = context.once(running).text
                    if text.count(written) > 1 and text.count(digits) == 1:
                        yield Odd(passage.at(one), other.at(twin).value, [other.at(twin)], False)
                        break
            before.append((passage, one, digits))


_THREE, _NOUN = 3, 2
#: What a document counts more often (项目, 企业) is another thing each time.
_FEW = 4


def twins_by_noun(context: Context) -> Iterator[Odd]:
    """危房126户, and in another passage 对162户危房: counts of one noun, before or behind, told once each, two digits turned."""
    told: dict[tuple[str, str], list[tuple[Sentence, Told]]] = defaultdict(list)
    for sentence in context.once(figure_sentences):
        for one in sentence.told:
            written = f"{one.one.value / one.one.step:f}"
            if len(written) >= _THREE and one.one.dimension not in (PERCENT, POINTS) and not one.one.rough:
                told[one.one.dimension, "".join(sorted(written))].append((sentence, one))
    counts: dict[str, set[Decimal]] = defaultdict(set)
    for sentence in context.once(figure_sentences):
        for one in sentence.told:
            counts[one.behind[:_NOUN]].add(one.one.value)
    for several in told.values():
        if len(several) != len({one.one.value for _where, one in several}) or len(several) != _NOUN:
            continue
        (where, first), (there, second) = several
        if first.one.step != second.one.step:
            continue
        nouns = {first.label[-_NOUN:], first.behind[:_NOUN]} & {second.label[-_NOUN:], second.behind[:_NOUN]}
        nouns |= {name[:_NOUN] for name in (first.label[-_FEW:], first.behind[:_FEW]) if len(name) == _FEW and name in (second.label[-_FEW:], second.behind[:_FEW])}
        digits = [f"{one.one.value / one.one.step:f}" for one in (first, second)]
        telling = any(_HAN.fullmatch(noun) and not _CHANGED.search(noun) and len(counts[noun]) <= _FEW for noun in nouns)
        # 共186人。……168名学员编为4个班: the two counts of a paragraph, a sentence apart.
        apart = where.value != there.value or "。" in where.value[first.one.end : second.one.start]
        telling = telling or where.value == there.value and _alone(where, first, second)
        if apart and telling and _next_turned(*digits) and not _OTHER.search(first.label + second.label):
            yield Odd(there.at(second.one), first.one.say(first.one.value), [where.at(first.one)], False)


def _alone(sentence: Sentence, one: Told, other: Told) -> bool:
    """Whether two figures are all that their paragraph tells of their dimension."""
    return [found for found in find_quantities(sentence.value) if found.dimension == one.one.dimension] == [one.one, other.one]


_HAN = Pattern("[\u3400-\u9fff]{2}")
#: 由189万元调减为179万元: a verb that many figures share names nothing.
_CHANGED = Pattern("调[增减整]|[增减][加少至为]|[下调]降|提[高升]|达到|[以控]")


def _next_turned(one: str, other: str) -> bool:
    """Whether two digits beside one another are turned, and nothing else."""
    apart = [index for index, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _same_words(one: _Told, other: _Told) -> bool:
    if _OTHER.search(one.label) or _OTHER.search(other.label) or one.passage.value is other.passage.value:
        return False
    return any(one.label[at : at + _WORDS] in other.label for at in range(len(one.label) - _WORDS + 1))
