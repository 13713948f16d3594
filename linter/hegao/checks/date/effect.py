"""When a text takes effect (施行) and how long it holds (有效期), against the day on which it was signed (norms NOR-02, NOR-03)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.date.effect_told import effect_told
from hegao.checks.date.own_day import about, in_year, written
from hegao.checks.date.timed_things import Timed, timed_passages
from hegao.document.model import Date, Document
from hegao.phrases.dates import find_dates
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_FROM = Pattern(
    r"(?:^(?:\d{1,2}(?:[.．]\d{1,2})*[.．、]?|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)?|[，。；、：]|第[一二三四五六七八九十百]{1,5}条)\s*(?P<own>本[^，。；、]{1,8})?(?:现[^，。；]{0,6}[，、]?)?(?:自|从)\s*$"
)
_EFFECT = Pattern(r"\s*(?:之?日)?起?\s*(?:正式)?(?:施行|生效|(?P<done>实施))")
_RETROACTIVE = Pattern(r"追溯|补(?!贴|助|偿|充|办)|此前|之前|(?<!同时)废止|失效|停止")
#: More characters than stand before a day that is told to be the first.
_NEAR = 48
#: Another text is spoken of: 印发《养老服务办法》，自…起施行.
_OTHERS = Pattern(r"(?:印发|出台|发布|公布|颁布|制定|修订)了?《[^》]{2,60}》")
#: A bracket behind the title of another text speaks of that: 《纪律条例》（2023年12月修订，自….
_OF_TITLE = Pattern(r"》\s*[（(](?:[^（）()]|[（(][^（）()]*[）)])*$")
_TERM = Pattern(r"有效期(?:限)?(?:为)?(?P<years>\d{1,2}|[一二三四五六七八九十])年")
_HOLDS_TO = Pattern(r"(?:有效期(?:限)?(?:为|自[^，。；]{0,24})?|有效期(?:限)?为?(?:\d{1,2}|[一二三四五六七八九十])年[，,；]?(?:有效期)?)(?:截至|截止到?|截止日期为|延长至|延续至|至|到)\s*$")


#: 自…起施行，至…废止: the other way to say how long it holds.
_TO = Pattern(r"(?:至|到)\s*$")
_OVER = Pattern(r"\s*(?:之?日)?(?:自行|自动|起)?(?:废止|失效|终止)")


@check("date-effective", {"document"}, facts=["date", "issued", "fault"], faults=["early", "expired", "term", "short", "tasks", "other", "perhaps", "never", "long"])
def date_effective(document: Document, context: Context) -> Iterator[Hit]:
    """The text takes effect (施行) before it was signed (NOR-02), is over before that, or does not hold as many years as it says (NOR-04).

    So are rules of which no day of effect is told (NOR-01), and those that hold longer than such rules do (NOR-03).
    """
    for node in document.dates:
        yield from _of_day(node, context)
    for told in effect_told(context):
        yield Hit(told.at, {"date": told.at.value, "issued": told.usual, "fault": told.fault})


def _of_day(node: Date, context: Context) -> Iterator[Hit]:
    """What a day says of the time in which the text is in force; a word on the time between excuses one before the text was signed."""
    day = node.day
    if node.role != "text" or day is None or _OF_TITLE.search(node.block.value, 0, node.start):
        return
    # The day that was cut from under the signature may stand in the imprint.
    issued = context.document.issued or next((date.day for date in context.document.dates if date.role == "imprint"), None)
    text, end = node.block.value, node.start + len(node.text)
    begin = max(text.rfind(mark, 0, node.start) for mark in "。；") + 1
    stop = min((at for at in (text.find(mark, end) for mark in "。；") if at >= 0), default=len(text))
    related = (context.document.date.text,) if context.document.date else ()
    ends = _TO.search(text, max(begin, node.start - 3), node.start) and _OVER.match(text, end) and bool(_starts(text[begin : node.start]))
    if ends or _HOLDS_TO.search(text, max(begin, node.start - 40), node.start):
        since = max([*([issued] if issued is not None else []), *_starts(text[begin : node.start])], default=None)
        if since is not None and day <= since and not _RETROACTIVE.search(text, begin, stop):
            places = about(node.text, context.document, lambda own_day: day <= own_day)
            yield Hit(node.text, {"date": written(day), "issued": written(since), "fault": "expired"}, related, about=places)
        elif (period := _longer_period(context, day, text[begin : node.start])) is not None:
            yield Hit(node.text, {"date": written(day), "issued": period.at.value, "fault": "short"}, (period.at,))
        elif (full := _end_of_term(text[begin : node.start])) is not None and abs((full - day).days) > _SLACK:
            yield Hit(node.text, {"date": written(day), "issued": written(full), "fault": "term"}, related)
        elif (late := _tasks_behind(context.document, day)) is not None:
            yield Hit(node.text, {"date": written(day), "issued": late.value, "fault": "tasks"}, (late,))
        return
    other = context.once(_own_starts).get(node)
    if other is not None:
        yield Hit(node.text, {"date": written(day), "issued": other.text.value, "fault": "other"}, (other.text,))
    begun = context.once(_begun).get(node) if other is None else None
    if begun is not None:
        yield Hit(node.text, {"date": written(day), "issued": begun.text.value, "fault": "perhaps"}, (begun.text,))
    if issued is None or day >= issued:
        return
    opening = _FROM.search(text, max(0, begin - 1, node.start - _NEAR), node.start)
    effect = _EFFECT.match(text, end) if opening else None
    if opening and effect and (opening["own"] or not effect["done"]) and not _RETROACTIVE.search(text, begin, stop) and not _OTHERS.search(text, begin, node.start):
        places = about(node.text, context.document, lambda own_day: day < own_day)
        yield Hit(node.text, {"date": written(day), "issued": written(issued), "fault": "early"}, related, about=places)


_TWO = 2
#: So many tasks, at least, are due when the text is no longer in force.
_TASKS = 2
#: The text speaks of itself: 本办法自, 现予公布，自.
_OF_ITSELF = Pattern(r"(?:本[\u3400-\u9fff]{1,8}|现予(?:以)?(?:公布|发布|印发)，?)自$")


def _tasks_behind(document: Document, day: datetime.date) -> Text | None:
    """A deadline behind the day until which the text holds, where several tasks have such."""
    late = [task.deadline_text for task in document.tasks if task.deadline is not None and task.deadline.last is not None and task.deadline.last > day]
    return late[0] if len(late) >= _TASKS else None


def _own_starts(context: Context) -> dict[Date, Date]:
    """The days from which the document says by two of them that it is in force: the one told less often, or first, with the other."""
    told = [date for date in context.document.dates if date.role == "text" and date.day is not None and _of_itself(date)]
    days = {date.day for date in told}
    if len(days) != _TWO:
        return {}
    least = min(told, key=lambda date: (sum(1 for other in told if other.day == date.day), date.line))
    return {least: next(date for date in told if date.day != least.day)}


def _of_itself(date: Date) -> bool:
    text = date.block.value
    return not _OF_TITLE.search(text, 0, date.start) and _OF_ITSELF.search(text, max(0, date.start - _NEAR), date.start) is not None and _EFFECT.match(text, date.start + len(date.text)) is not None


#: What is done from a day on, and the text that says from when on all of it holds.
_DONE_FROM = Pattern(r"\s*(?:之?日)?起，[^。；]{2,40}?(?:实行|执行|调整|施行|实施|启用|收取|征收|上浮|下调|推行|禁止|免收|免费)")
_HOLDS_FROM = Pattern(r"(?:本|以上|上述)[\u3400-\u9fff]{1,14}自$")
_IN_FORCE = Pattern(r"\s*(?:之?日)?起\s*(?:正式)?(?:施行|生效|实施|执行)")


def _begun(context: Context) -> dict[Date, Date]:
    """The one day from which the text holds as a whole, with the one day from which it says that its matter is done, where the month alone differs."""
    told = [date for date in context.document.dates if date.role == "text" and date.day is not None]
    whole = [date for date in told if _HOLDS_FROM.search(date.block.value, max(0, date.start - _NEAR), date.start) and _IN_FORCE.match(date.block.value, date.start + len(date.text))]
    matter = [date for date in told if date not in whole and date.block.value[: date.start].endswith("自") and _DONE_FROM.match(date.block.value, date.start + len(date.text))] if whole else []
    if len({date.day for date in whole}) != 1 or len({date.day for date in matter}) != 1:
        return {}
    one, other = whole[0].day, matter[0].day
    slips = one is not None and other is not None and (one.year, one.day) == (other.year, other.day) and one.month != other.month
    return {whole[0]: matter[0]} if slips else {}


def _longer_period(context: Context, day: datetime.date, sentence: str) -> Timed | None:
    """The one period, told in the text, that begins on the day on which the text takes effect and ends after it is no longer in force."""
    starts = _starts(sentence)
    spans = [thing for passage in context.once(timed_passages) if passage.part == 0 for thing in passage.things if thing.kind == "span"] if starts else []
    held = [thing for thing in spans if thing.first == starts[0]]
    return held[0] if len({thing.last for thing in held}) == 1 and held[0].last > day else None


def _starts(sentence: str) -> list[datetime.date]:
    """The days from which a text takes effect, as the sentence says before."""
    return [day for phrase in find_dates(sentence) if _EFFECT.match(sentence, phrase.end) and (day := phrase.date()) is not None]


#: So many days the end of a term may be off: the last day counts or does not.
_SLACK = 2


def _end_of_term(sentence: str) -> datetime.date | None:
    """The day before which a text ends that takes effect on the one day told and holds for so many years."""
    term, starts = _TERM.search(sentence), _starts(sentence)
    if term is None or len(starts) != 1:
        return None
    years = value_of(term["years"])
    return in_year(starts[0], starts[0].year + years)
