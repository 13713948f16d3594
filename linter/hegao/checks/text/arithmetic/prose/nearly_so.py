"""Figures that lists elsewhere nearly make up, and figures told twice nearly alike (疑似不一致): what a checker would ask about (norms FIG-16).

The list and its whole may stand paragraphs apart; that both speak of one thing is told by their unit and by the noun beside the figures.
None of this is certain: the findings say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.yardsticks import is_yardstick
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of

_NO_AMOUNT = frozenset({PERCENT, POINTS, "时长", "天数", "月数", "工作日", "浓度", "温度", "分值"})
#: By these a figure is no part of a list, or no whole.
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|率|均|每|同期|增长|下降|减少|降低|提高|上升|累计|合计|共(?!同)|总|超|高于|低于|不足|[到至]$|原(?![则料因])|扣除|另|此外|还|预计|各|分别|标准|最|罚|奖")
_NO_WHOLE = Pattern(r"比(?![例重])|较(?![好大快强为差])|率|均|每|同期|占|[到至]\d|各|分别|标准|最|罚|其余|剩余|其中|奖")
#: A part of a list says so of itself by its number, its stretch, its time.
_SERIES = Pattern(r"第[一二三四五六七八]|[一二三四五六七八](?:期|批|标段|季度|阶段|类|级)|[东西南北中上下]段|20\d\d年|[上下]半年|首[批期]")
_NOUN = Pattern(r"[\u3400-\u9fff]{2,12}$")
_BEHIND = Pattern(r"^(?:的)?(?P<noun>[\u3400-\u9fff]{2,8})")
_FORM_WORDS = ("不少于", "不低于", "共有", "共计", "共", "为", "约", "至", "达", "有", "了", "的", "新增", "全市", "全县", "全区", "全省", "现有", "其中", "涉及", "年底", "前", "并")
#: What is done with things, and other words that name nothing.
_LITTLE = Pattern(lambda: rf"(?:{one_of(row['word'] for row in builtin('task-verbs'))}|{one_of(_FORM_WORDS)})+")
_IN_ALL = Pattern(r"全[长线]|总[长里面投工]|共(?!同|享)|合计|总计")
_NEAR = 12
_FEWEST, _MOST, _TRIED = 2, 8, 300
#: So many characters before and behind a list may still name what it is of.
_BEFORE, _BEYOND = 60, 12
#: Where a document tells so few greater figures of a unit, one of them is meant.
_FEW = 2


class _Place(NamedTuple):
    sentence: Sentence
    told: Told


def nearly_made_up(context: Context) -> Iterator[Odd]:
    """Lists whose sum no figure tells, and which one of the same thing, told elsewhere, nearly tells."""
    sentences = list(whole_sentences(context.once(figure_sentences)))
    values = {(told.one.dimension, told.one.value) for sentence in sentences for told in sentence.told}
    wholes: dict[str, list[_Place]] = defaultdict(list)
    for sentence in sentences:
        for told in sentence.told:
            if told.one.dimension not in _NO_AMOUNT and not told.one.rough and not _NO_WHOLE.search(told.label) and not is_yardstick(sentence.value, told.one):
                wholes[told.one.unit].append(_Place(sentence, told))
    for sentence in sentences:
        for run in _runs(sentence):
            found = _nearest(sentence, run, wholes[run[0].one.unit], values)
            if found is not None:
                summed = _sum(run)
                yield Odd(sentence.at(run[-1].one), f"各项相加{run[0].one.say(summed)}，别处为{found.told.one.say(found.told.one.value)}", [found.sentence.at(found.told.one)], False)


def whole_sentences(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences up to their full stop; parts may stand on both sides of a ；."""
    joined: list[Sentence] = []
    for one in sentences:
        if joined and (one.text is not joined[-1].text or "。" in one.value[joined[-1].end : one.start]):
            yield _joined(joined)
            joined = []
        joined.append(one)
    if joined:
        yield _joined(joined)


def _joined(several: Sequence[Sentence]) -> Sentence:
    return several[0]._replace(end=several[-1].end, told=tuple(told for one in several for told in one.told))


def _sum(run: Sequence[Told]) -> Decimal:
    return sum((told.one.value for told in run), Decimal(0))


def _runs(sentence: Sentence) -> Iterator[list[Told]]:
    """The figures of one unit in a sentence, if they are parts by their names or stand in one list; the first may be their whole."""
    by_unit: dict[str, list[Told]] = defaultdict(list)
    for told in sentence.told:
        if told.one.dimension not in _NO_AMOUNT:
            by_unit[told.one.unit].append(told)
    for several in by_unit.values():
        run: list[Told] = []
        last: Told | None
        for last in (*several, None):
            plain = last is not None and not last.one.rough and not _NO_PART.search(last.label) and not is_yardstick(sentence.value, last.one)
            opens = last is not None and "其中" in last.label
            ended = last is not None and run and "其中" in run[0].label and "；" in sentence.between(run[-1].one, last.one)
            if last is not None and plain and not opens and not ended:
                run.append(last)
                continue
            if run and last is not None and not opens and _LESS.search(last.label) and _CLAUSES.fullmatch(sentence.between(run[-1].one, last.one)):
                # 教育增加62万元……，城乡社区减少11万元: not all of them are added.
                run = []
            # What 其中 opens is of the figure before it.
            if _FEWEST <= len(run) <= _MOST and "其中" not in run[0].label and _alike(sentence, run) and not _opposed(run):
                yield run
            run = [last] if last is not None and plain and (opens or ended) else []


def _opposed(run: Sequence[Told]) -> bool:
    """Whether figures are of what comes and what goes, which nobody adds up."""
    return any("收入" in told.label for told in run) and any("支出" in told.label for told in run)


def _alike(sentence: Sentence, run: Sequence[Told]) -> bool:
    """Whether figures are parts of one thing: numbered or dated all of them, of one noun, or side by side in a list."""
    if all(_SERIES.search(_clause(sentence, told.one)) is not None for told in run):
        return True
    if _noun(run[0]) and len({_noun(told) for told in run}) == 1:
        return True
    if _OF_IT.match(sentence.value, sentence.start) and all(_CLAUSES.fullmatch(sentence.between(one.one, other.one)) for one, other in pairwise(run)):
        return True
    return all(_JOINT.fullmatch(sentence.between(one.one, other.one)) is not None for one, other in pairwise(run))


#: 上述经费中，市级补助275万元，自有资金211万元.
_OF_IT, _CLAUSES = Pattern(r"(?:上述|以上|所需|该)[^，。；、\d]{2,10}[中，]"), Pattern(r"[，、][^，。；：、（）\d]{2,16}")
_LESS = Pattern("减少|调减|核减|压减|下降|降低")
_JOINT = Pattern(r"[^，。；：、（）\d]{0,8}、[^，。；：、（）\d]{1,16}")


def _clause(sentence: Sentence, one: Quantity) -> str:
    words = sentence.value[max(sentence.start, one.start - 24) : one.start]
    return words[max(words.rfind(mark) for mark in "，；。、：") + 1 :]


def _noun(told: Told) -> str:
    """What a figure is of: the noun behind it, else the last two characters before."""
    behind = _BEHIND.match(told.behind)
    if behind is not None:
        return behind["noun"][-2:]
    label = _LITTLE.sub("", told.label)
    found = _NOUN.search(label)
    return found[0][-2:] if found is not None else ""


def _nearest(sentence: Sentence, run: Sequence[Told], wholes: Sequence[_Place], values: set[tuple[str, Decimal]]) -> _Place | None:
    summed = _sum(run)
    dimension = run[0].one.dimension
    if (dimension, summed) in values or any(summed - told.one.value == told.one.value for told in run):
        return None
    greatest = max(told.one.value for told in run)
    greater = [whole for whole in wholes[:_TRIED] if whole.told.one.value > greatest and (whole.sentence.text is not sentence.text or whole.sentence.start != sentence.start)]
    alone = len({whole.told.one.value for whole in greater}) <= _FEW
    for whole in greater:
        one = whole.told.one
        if not alone and not _same_thing(sentence, run, whole):
            continue
        off = abs(one.value - summed)
        if slipped(one.value / one.step, summed / one.step) or off * 100 <= summed * _NEAR:
            return whole
    return None


def _same_thing(sentence: Sentence, run: Sequence[Told], whole: _Place) -> bool:
    """Whether the noun of the whole stands with the list, or before it in its passage."""
    noun = _noun(whole.told)
    if _IN_ALL.search(whole.told.label) and all(_SERIES.search(_clause(sentence, told.one)) for told in run):
        return True
    words = sentence.value[max(0, min(sentence.start, run[0].one.start - _BEFORE)) : run[-1].one.end + _BEYOND]
    return len(noun) == 2 and noun in words
