"""More than one lead of one piece of work where every other has one (多头牵头): 甲局牵头，乙局牵头; 甲局、乙局共同牵头 (norms TSK-01, TSK-12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.task.lead_order import party_and_government
from hegao.document.model import Document
from hegao.phrases.units import locate_units, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text


class TwoLeads(NamedTuple):
    """Where the leads stand, the work, who leads first and who leads then; whether it is sure."""

    at: Text
    measure: str
    first: str
    then: str
    sure: bool


#: 由甲局牵头，乙局牵头; what parts the work between them is none of it.
_TWICE = Scanner(r"(?:^|[，。；：（(〔由])(?P<first>[^，。；：（）()〔〕由]{2,40})(?<!分别)牵头，由?(?P<then>[^，。；：（）()〔〕由]{2,40})(?<!分别)牵头(?=[，。；）)〕负]|$)", sign="牵头，[^，。；]{2,40}牵头")
_TOGETHER = Pattern(r"共同牵头|联合牵头|牵头负责")
_APART = Pattern(r"分别|职责|分工|各自")
#: So many others with one lead show that each is to have one.
_SINGLE = 2


def two_leads(context: Context) -> Iterator[TwoLeads]:
    """The work that two lead."""
    for found in context.once(running).find(_TWICE):
        names = [[name for name, _start, _end in locate_units(found.match[group])] for group in ("first", "then")]
        if all(several and all(map(looks_like_body, several)) for several in names):
            value, at = found.passage.value, found.match.start("first")
            measure = value[value.rfind("。", 0, at) + 1 : at]
            yield TwoLeads(found.passage.slice(at, found.match.end()), measure or value, found.match["first"], found.match["then"], True)
    yield from _together(context.document)


def _together(document: Document) -> Iterator[TwoLeads]:
    """The one task with several leads together (共同牵头), where all others have one."""
    led = [task for task in document.tasks if task.lead and task.form != "row"]
    several = [task for task in led if len(task.lead) > 1]
    if len(several) != 1 or len(led) <= _SINGLE:
        return
    task = several[0]
    words = task.text.value
    if _TOGETHER.search(words) and not _APART.search(words) and not party_and_government(task) and not any(unit.name.startswith("各") for unit in task.lead):
        yield TwoLeads(task.lead[0].text, task.measure.value, task.lead[0].name, "、".join(unit.name for unit in task.lead[1:]), False)
