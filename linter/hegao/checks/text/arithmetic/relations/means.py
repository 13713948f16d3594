"""Averages (平均、人均、村均), against a sum of their sentence and how many share it, wherever that is told (norms FIG-16).

3个村收入分别为42万元、36万元、27万元，合计105万元，村均38万元; 预算总额115200元，人均1300元 where the document tells of 96人.  None of it is certain:
the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, shown
from hegao.checks.text.arithmetic.prose.nearly_so import whole_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import off_by_a_slip
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import MEASURED, PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern

_MEAN = Pattern(r"(?P<noun>[年户人件案校村镇县班组店站])均[^，。；、\d]{0,6}$|(?:^|[，。；、（]|[^年月日周季])平均(?:每[个名家所座]?(?P<noun2>[户人件案校村镇县班组店站]))?[^，。；、每\d]{0,8}$")
_SUM = Pattern(r"合计|共(?!同)|总|累计")
_NO_SUM = Pattern(r"每|均|比(?![例重])|较(?![好大快强为差])|各(?![类项级种界])|最|率|[到至]$|以上|满分")
_NO_COUNT = frozenset({PERCENT, POINTS, "时长", "天数", "月数", "工作日", "次", "分值", *MEASURED})
#: By what unit a document counts what a noun names.
_UNITS = {"户": "户", "人": "人", "件": "件", "班": "个"}
_NEAR, _FEWEST = 12, 2


def wrong_means(context: Context) -> Iterator[Odd]:
    """Averages that no sum and no count give."""
    sentences = list(whole_sentences(context.once(figure_sentences)))
    for sentence in sentences:
        for index, mean in enumerate(sentence.told):
            said = _MEAN.search(sentence.value, max(sentence.start, mean.one.start - 24), mean.one.start)
            if said is not None and index and not mean.one.rough and mean.one.value and mean.one.dimension not in (PERCENT, POINTS):
                noun = said["noun"] or said["noun2"] or ""
                odd = _odd(sentences, sentence, sentence.told[:index], mean, noun)
                if odd is not None:
                    yield odd


def _odd(sentences: Sequence[Sentence], sentence: Sentence, before: Sequence[Told], mean: Told, noun: str) -> Odd | None:
    sums = [told for told in before if told.one.dimension == mean.one.dimension and told.one.value > mean.one.value and not told.one.rough and not _NO_SUM.search(told.label)]
    if not sums:
        return None
    sums = [told for told in sums if _SUM.search(told.label)] or sums[-1:]
    counts = _counts(sentence, before, mean, noun)
    if any(_gives(whole, count, mean) for whole in sums for count in counts):
        return None
    whole = sums[-1]
    if len(counts) == 1:
        right = whole.one.value / counts[0]
        return _told(sentence, whole, mean, right) if Decimal("0.4") <= right / mean.one.value <= Decimal("2.5") else None
    if counts or noun not in _UNITS:
        return None
    known = {told.one.value for one in sentences for told in one.told if told.one.dimension == _UNITS[noun] and told.one.whole and told.one.value >= _FEWEST}
    if any(_gives(whole, count, mean) for count in known):
        return None
    for count in sorted(known):
        right = whole.one.value / count
        exact = right == round(right / mean.one.step) * mean.one.step
        if exact and (off_by_a_slip(mean.one.value, right, mean.one.step) or abs(right - mean.one.value) * 100 <= right * _NEAR):
            return _told(sentence, whole, mean, right)
    return None


def _told(sentence: Sentence, whole: Told, mean: Told, right: Decimal) -> Odd:
    return Odd(sentence.at(mean.one), mean.one.say(Decimal(shown(right))), [sentence.at(whole.one)], False)


def _counts(sentence: Sentence, before: Sequence[Told], mean: Told, noun: str) -> list[Decimal]:
    """How many there are by the sentence: of the noun, or of whatever is counted beside the sum."""
    if noun == "年":
        return sorted({Decimal(many) for many in _years(sentence.value[sentence.start : mean.one.start])})
    if noun:
        found = Pattern(rf"(?<![\d.第])(?P<n>\d{{1,6}}|[两三四五六七八九十]{{1,3}})个?[^，。；、\d]{{0,6}}?{noun}").finditer(sentence.value, sentence.start, mean.one.start)
        counts = {Decimal(value_of(match["n"])) for match in found}
        behind = Pattern(rf"{noun}[^，。；、\d]{{0,4}}(?P<n>\d{{1,6}})[个名家所座户人件]").finditer(sentence.value, sentence.start, mean.one.start)
        return sorted(counts | {Decimal(match["n"]) for match in behind})
    return sorted({told.one.value for told in before if told.one.dimension not in _NO_COUNT and told.one.whole and told.one.value >= _FEWEST})


#: 连续5年, 2021年至2025年, 2021—2025年.
_SO_MANY_YEARS = Pattern(r"(?<![\d.第])(?P<n>\d{1,2}|[两三四五六七八九十])年(?!级|[前后底初内来])")
_FROM_TO = Pattern(r"(?<!\d)(?P<first>(?:19|20)\d\d)年?(?:至|到|[—～~-])(?P<last>20\d\d)年")


#: “十四五”期间.
_FIVE_YEARS = Pattern("十[一二三四五六]五[”时期]")


def _years(words: str) -> Iterator[int]:
    """How many years are told, and those of each stretch from year to year."""
    yield from (value_of(match["n"]) for match in _SO_MANY_YEARS.finditer(words))
    yield from (5 for _match in _FIVE_YEARS.finditer(words))
    yield from (int(match["last"]) - int(match["first"]) + 1 for match in _FROM_TO.finditer(words))


def _gives(whole: Told, count: Decimal, mean: Told) -> bool:
    """Whether a sum by a count is the average, rounded or cut off."""
    slack = Decimal(0) if whole.one.whole else whole.one.step / 2
    return count > 0 and (whole.one.value - slack) / count - mean.one.step < mean.one.value < (whole.one.value + slack) / count + mean.one.step
