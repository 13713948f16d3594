"""So many of each, and of all (每…合计…), where how many there are is said elsewhere in the document (norms FIG-16).

每个乡镇采集120份，全县合计不少于480份: the sum divided by what each gives is how many there are.  Where the document says how many, it must
be that; where it does not, it must at least be a whole number.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, counts_another, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import is_total
from hegao.document.model import Table
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

#: 每个乡（镇）采集血清样品, 每座藏书, 每镇至少建设, 各学院推荐代表: what one has, right before its figure.
_EACH = Pattern(r"(?:(?<![\d.])每(?:一)?(?P<counter>[\u3400-\u9fff])|(?:^|(?<=[，。；：由请]))各(?![类项级种界自地有方个]))(?P<noun>(?:[^，。；：、\d每各]|（[^（）]{1,3}）){0,24})$")
#: Counters of what 各 speaks of.
_ANY_COUNTER = "[个所家支座]"
_ALL = Pattern(r"^[^，。；：、]{0,10}(?:合计|共计|总计|累计|共|总数)[^，。；：、\d每年月日周]{0,8}$")
#: 各建设1个: so many in each of several, within so many characters.
_NEAR = 6
_PERIODS = Pattern(r"每[年月天日周季次]|[年月日周]均|分别|最多|不超过|不高于|上限|以内|第[一二三四五]|其余|另")
_COUNT = r"(?P<n>(?<![\d.第])\d{{1,4}}|[两三四五六七八九十]{{1,3}}){}"
#: Counters that are what is counted: 每户, 每校; so are places.
_NOUNS = "户人校"
_APART = (Decimal("0.4"), Decimal("2.5"))


def wrong_by_count(context: Context) -> Iterator[Odd]:
    """Sums that are not so many times what each gives."""
    for sentence in context.once(figure_sentences):
        if "每" in sentence.value or "各" in sentence.value:
            for each, whole in zip(sentence.told, sentence.told[1:]):
                odd = _odd(context, sentence, each, whole)
                if odd is not None:
                    yield odd


def _odd(context: Context, sentence: Sentence, each: Told, whole: Told) -> Odd | None:
    if each.one.dimension != whole.one.dimension or each.one.dimension in (PERCENT, POINTS) or not each.one.value or each.one.step != whole.one.step:
        return None
    match = _EACH.search(sentence.value, sentence.start, each.one.start)
    if match is None or not _ALL.match(whole.label) or each.one.rough != whole.one.rough and not _bounded(each, whole):
        return None
    words = sentence.value[sentence.start : sentence.end]
    if _PERIODS.search(words) or words.count("每") + (match["counter"] is None) != 1 or len(sentence.between(each.one, whole.one)) > 24:
        return None
    times = whole.one.value / each.one.value
    if times <= 1 or each.one.unit == "个" and counts_another(each.behind, whole.label, whole.behind):
        return None
    counter, noun = (match["counter"], match["noun"]) if match["counter"] else _of_all(match["noun"])
    counts = _counts(context, sentence, counter, noun, each)
    if match["counter"] is None and not counts:
        return None
    near = [count for count in counts if count and _APART[0] <= times / count <= _APART[1]]
    if times in counts or counts and not near:
        return None
    if not counts and times == int(times) or not counts and not whole.one.whole:
        return None
    right = whole.one.say(near[0] * each.one.value) if near else f"{whole.one.say(int(times) * each.one.value)}或{whole.one.say((int(times) + 1) * each.one.value)}"
    # Of several counts nobody knows which is meant.
    return Odd(sentence.at(whole.one), right, [sentence.at(each.one)], len(set(counts)) <= 1)


def _of_all(noun: str) -> tuple[str, str]:
    """The counter and the noun of 各学院, 各镇: a place is counted by itself."""
    place = next((level for level in level_names("bear") if noun.startswith(level)), "")
    return (place, noun[len(place) :]) if place else (_ANY_COUNTER, noun)


def _bounded(each: Told, whole: Told) -> bool:
    return ("不少于" in each.label or "至少" in each.label or "不低于" in each.label) and whole.one.rough


def _counts(context: Context, sentence: Sentence, counter: str, noun: str, each: Told) -> list[Decimal]:
    """How many there are of what each is spoken of, by the sentence, else by its passage, else by the document and its tables."""
    before = sentence.value[: each.one.start]
    itself = counter in _NOUNS or counter in level_names("bear")
    noun = "" if itself else _head_of(noun)
    pattern = Pattern(_COUNT.format(f"[个所名]?[^，。；、\\d]{{0,2}}{counter}" if itself else f"{counter}[^，。；、\\d]{{0,6}}?{noun}"))
    if not noun and not itself:
        # 图书馆5座，每座藏书: the counter alone tells within a passage.
        return [Decimal(value_of(found["n"])) for found in pattern.finditer(before) if "各" not in before[max(0, found.start() - _NEAR) : found.start()]][-1:]
    here = [Decimal(value_of(found["n"])) for found in pattern.finditer(before) if "各" not in before[max(0, found.start() - _NEAR) : found.start()]]
    if here:
        # 低保户120户、特困户30户，每户……: all of them together.
        return [sum(here, Decimal(0)), *here] if len(here) > 1 else here
    text = context.once(running_without_names).text
    behind = Pattern(rf"{noun}[^，。；、\d]{{0,8}}?(?<!第)(?P<n>\d{{1,4}}){counter}") if noun else None
    said = [Decimal(value_of(found["n"])) for one in (pattern, behind) if one is not None for found in one.finditer(text)]
    return [*said, *_rows(context, noun or counter)]


def _head_of(noun: str) -> str:
    """The noun that follows a counter, without what is done: 市（州）参训."""
    bracketed = noun.find("）")
    if 0 < bracketed <= 6:
        return noun[: bracketed + 1].replace("（", "[（(]").replace("）", "[）)]")
    return noun[:2] if len(noun) >= 2 and not _VERBS.match(noun) else ""


_VERBS = Pattern(lambda: rf"{one_of(row['word'] for row in builtin('task-verbs'))}|藏书|不少|补助|补贴|奖励|采集|投资|参加|参训|选派|至少|配|设|派|选|招|投|约|为|由|可|各|需")


def _rows(context: Context, noun: str) -> Iterator[Decimal]:
    """The rows of the tables that have a column of that name."""
    for part in context.document.parts:
        for node in part.nodes:
            if isinstance(node, Table) and any(column.head.replace("（", "").replace("）", "") == noun.translate(_PLAIN) for column in node.columns):
                yield Decimal(sum(1 for row in node.rows if not is_total(row)))


_PLAIN = {ord(mark): None for mark in "[]（）()"}
