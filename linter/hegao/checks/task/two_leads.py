"""Leads that are not clear: two of one piece of work (多头牵头), or one that helps itself, too (既牵头又配合) (norms TSK-01, TSK-12, TSK-13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.shared.roster import Bodies
from hegao.checks.task.lead_order import party_and_government
from hegao.document.model import Document, Task, Unit
from hegao.document.period import bodies_in
from hegao.phrases.units import locate_units, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings


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


class LeadHelps(NamedTuple):
    """A body told as a helper of the work that it leads: there, and where it leads."""

    unit: Unit
    lead: Unit


#: A column of those who are in a group beside its lead.
_MEMBERS = Pattern(r"成员|参与|参加|协办|组成")
_ROWS = 3


def leads_among_members(document: Document, bodies: Bodies) -> Iterator[LeadHelps]:
    """The one row of a table whose lead is told among the members, too, where no other row tells its own."""
    for task_list in document.task_lists:
        rows = [task for task in task_list.of("row") if task.row is not None and len(task.lead) == 1]
        place = next((index for index, column in enumerate(rows[0].row.table.columns) if column.role == "other" and _MEMBERS.search(column.head)), None) if len(rows) > _ROWS and rows[0].row else None
        found = []
        for task in rows if place is not None else ():
            cell = task.row.cells[place] if task.row is not None and place is not None and place < len(task.row.cells) else None
            for unit in bodies_in(cell) if cell is not None else ():
                if bodies.identity(unit.resolved or unit.name) == bodies.identity(task.lead[0].resolved or task.lead[0].name):
                    found.append(LeadHelps(unit, task.lead[0]))
        if len(found) == 1:
            yield found[0]


_SEVERAL = Pattern(r"牵头|主办")
#: An office within a body, as it is called beside others of the same body.
_BARE_OFFICE = Pattern(lambda: rf"^[\u3400-\u9fff]{{2,12}}{ending_in(body_endings('office'))}$")


def leads_that_help(task: Task, bodies: Bodies) -> Iterator[LeadHelps]:
    """The bodies that lead a task, or bear it, and are to help with it, too."""
    # Several measures with a lead each in one bracket: what one leads, the other may help.
    if not task.coop or task.form == "clause" and len(_SEVERAL.findall(task.text.value)) > 1:
        return
    charged = task.lead or task.responsible
    leads = {bodies.identity(unit.resolved or unit.name): unit for unit in charged}
    for unit in task.coop:
        lead = leads.get(bodies.identity(unit.resolved or unit.name)) or next((one for one in charged if _office_of(unit, one)), None)
        if lead is not None:
            yield LeadHelps(unit, lead)


def _office_of(unit: Unit, lead: Unit) -> bool:
    """Whether a body is the office of the one that leads, which is named with its body: 人事处 beside 省教育厅人事处."""
    body = lead.name.removesuffix(unit.name)
    return body != lead.name and _BARE_OFFICE.match(unit.name) is not None and looks_like_body(body)
