"""So many days ahead or late (提前5天), against the day it was done and the day told above by which it was due (norms FIG-16).

时限：4月20日, some lines below 4月17日完成，提前5天.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import task_verbs

_DAY = r"(?:20\d\d年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
_AHEAD = Pattern(lambda: rf"{_DAY}[^，。；：\d]{{0,12}}(?:{one_of(task_verbs())}|完工|整改到位)[^，。；：\d]{{0,6}}，(?:较|比(?![例重]))?[^，。；：\d]{{0,10}}(?P<way>提前|推迟|逾期|超期|延期)(?P<at>(?P<n>\d{{1,3}})[天日])")
_DATE = Pattern(_DAY)
#: How many passages above the day it was due may stand; any year does that has 29 days in February.
_BACK, _YEAR, _NEAR = 8, 2024, 10


def days_ahead(context: Context) -> Iterator[Odd]:
    """Days that no day told in the document gives, and that the one told last above nearly gives."""
    told = list(context.once(running).each())
    for index, (passage, line) in enumerate(told):
        for match in _AHEAD.finditer(line) if "月" in line else ():
            done, days = _day(match["month"], match["day"]), int(match["n"])
            way = 1 if match["way"] == "提前" else -1
            if done is None or any((due - done).days * way == days for _at, due in _days(told)):
                continue
            above = [(at, due) for at, due in _days([*told[max(0, index - _BACK) : index], (passage, line[: match.start()])]) if 0 < (due - done).days * way <= days + _NEAR]
            if above:
                at, due = above[-1]
                yield Odd(passage.slice(*match.span("at")), f"{(due - done).days * way}天", [at], False)


def _days(told: Sequence[tuple[Text, str]]) -> Iterator[tuple[Text, date]]:
    for passage, line in told:
        for match in _DATE.finditer(line):
            day = _day(match["month"], match["day"])
            if day is not None:
                yield passage.slice(*match.span()), day


def _day(month: str, day: str) -> date | None:
    try:
        return date(_YEAR, int(month), int(day))
    except ValueError:
        return None
