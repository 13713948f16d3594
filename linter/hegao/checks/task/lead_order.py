"""Several leads (牵头单位) of one task and no word on which is first (norms TSK-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.passages import running
from hegao.checks.shared.roster import Bodies
from hegao.document.first_leads import lets_first_lead
from hegao.document.model import Document, Heading, Table, Task
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.duty_labels import SHARED

_TOGETHER = Pattern(SHARED)
#: So many sentences with one lead show that each is to have one.
_SINGLE = 2


@check("lead-order", {"document"}, facts=("units", "count"), faults=("several", "marked", "last", "turned"))
def lead_order(document: Document, context: Context) -> Iterator[Hit]:
    """Tasks with several leads of which none is first, and no word on who does what (norms TSK-01).

    Silent where the text says once that the first in a list leads, and where the leads act by their duties (按职责分工).
    """
    bodies = context.tables.made(Bodies)
    # A sentence is held against the others that hand work out.
    single = sum(1 for task in document.tasks if task.handed_out and len(task.lead) == 1)
    several = [
        task
        for task in document.tasks
        if len({bodies.identity(unit.resolved) for unit in task.lead}) > 1 and (task.form != "sentence" or single >= _SINGLE)
    ]
    yield from _last_leads(context)
    if first_leads(document):
        yield from _marked_behind(document)
        yield from _turned(document, bodies)
        return
    for task in several:
        row = task.row.cell("lead") if task.row else None
        if not _TOGETHER.search(row.value if row is not None else task.text.value) and not party_and_government(task):
            names = [unit.name for unit in task.lead]
            yield Hit(task.lead[0].text, {"units": "、".join(names[:3]) + ("等" if len(names) > 3 else ""), "count": len(names), "fault": "several"})


#: A body marked as lead within a list: 市文化局（牵头）.
_MARKED = Pattern(r"[、，,；;]\s*(?P<unit>[^、，,；;（）()\s]{2,20})[（(](?:由?(?P<named>[^、，,；;（）()\s]{2,20}))?牵头(?:单位)?[）)]")
#: A list of bodies and, behind it, who of them leads: 甲局、乙局，由乙局牵头.
_NAMED = Pattern(r"(?P<first>[^、，,；;：:（）()\s]{2,20})、[^，,；;（）()]{2,80}，由(?P<unit>[^、，,；;（）()\s]{2,20})牵头")


def _marked_behind(document: Document) -> Iterator[Hit]:
    """A body marked as lead that does not stand first, where the first in a list leads (norms TSK-02)."""
    for task in document.tasks:
        cells = [cell for role in ("responsible", "lead") if (cell := task.row.cell(role)) is not None] if task.row else []
        for cell in cells:
            match = _MARKED.search(cell.value)
            if match is not None and cell.value.count("牵头") == 1 and not (match["named"] and cell.value.startswith(match["named"])):
                yield Hit(cell.slice(match.start("unit"), match.end()), {"units": match["named"] or match["unit"], "count": 1, "fault": "marked"})
        match = _NAMED.search(task.text.value) if task.row is None else None
        if match is not None and match["first"] != match["unit"] and task.text.value.count("牵头") == 1:
            yield Hit(task.text.slice(match.start("unit") - 1, match.end()), {"units": match["unit"], "count": 1, "fault": "marked"})


#: 牵头单位列末位: the other way round than everywhere.
_LAST = Scanner(r"(?:牵头|主办)[^，。；、]{0,6}(?:列|排)(?:在|于|名)*(?:末位|最后|末尾|后一位)|(?:列|排)(?:在|于|名)*(?:末位|最后|末尾)(?:一位)?[^，。；、]{0,8}(?:牵头|主办)", sign="牵头|主办")


def _last_leads(context: Context) -> Iterator[Hit]:
    """A word that lets the body named last lead."""
    for found in context.once(running).find(_LAST):
        yield Hit(found.at(), {"units": found.match[0], "count": 1, "fault": "last"})


#: Fewer bodies in common are so by chance.
_SAME = 3


def _turned(document: Document, bodies: Bodies) -> Iterator[Hit]:
    """The row whose bodies are those of one piece of work of the text, but another of them stands first than the one that leads there."""

    leads: dict[frozenset[str], set[str]] = {}
    for task in document.tasks:
        if task.form != "row" and len(task.lead) == 1 and len(task.units) >= _SAME:
            leads.setdefault(bodies.kin_of(task.units), set()).update(bodies.kin_of(task.lead))
    for task in document.tasks if leads else ():
        told = leads.get(bodies.kin_of(task.units), set()) if task.form == "row" and len(task.units) >= _SAME else set()
        first = task.units[0] if task.units else None
        if len(told) == 1 and first is not None and not told & bodies.kin_of([first]):
            yield Hit(first.text, {"units": first.name, "count": 1, "fault": "turned"})


def first_leads(document: Document) -> bool:
    """Whether the document says that the first in a list of bodies leads."""
    for part in document.parts:
        for node in part.nodes:
            if isinstance(node, Table):
                heads = [column.head for column in node.columns] + ([node.caption.value] if node.caption else [])
                if any(map(lets_first_lead, heads)):
                    return True
            elif lets_first_lead(node.body.value if isinstance(node, Heading) else node.text.value):
                return True
    return False


def party_and_government(task: Task) -> bool:
    """Whether committee and government of one place lead together, which is usual."""
    names = [unit.name for unit in task.lead]
    return (
        len(names) == 2
        and any("委" in name for name in names)
        and all(re.search(r"委(?:员会)?(?:办公?[厅室]?)?$|政府(?:办公?[厅室]?)?$", name) for name in names)
    )
