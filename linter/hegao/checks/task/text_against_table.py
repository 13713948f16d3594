"""One measure in the text and in its table: the same leads, the same day (norms TSK-11).

A row is held against the clause whose measure says the same.  Only clear matches count: what the row asks for stands almost
letter by letter in one sentence of one measure and in no other.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.shared.parameters import percent
from hegao.checks.shared.roster import Bodies, generic
from hegao.checks.shared.text_index import TextIndex
from hegao.checks.task.campaign_terms import beyond_campaign
from hegao.checks.task.clause_against_measure import other_leads
from hegao.checks.task.lead_order import first_leads
from hegao.checks.task.one_body import SPOKEN, body_key, like_offices, one_body
from hegao.checks.task.plan_deadlines import asked_twice, beyond_named_plan, beyond_plan
from hegao.checks.task.retold_clashes import retold_leads
from hegao.checks.task.row_titles import repeated_titles
from hegao.checks.task.same_work import held_within
from hegao.checks.task.told_bearers import told_bearers
from hegao.checks.task.told_leads import told_leads
from hegao.checks.task.two_leads import leads_among_members, leads_that_help, two_leads
from hegao.checks.task.two_times import two_times
from hegao.document.model import Document, Heading, Paragraph, Task, Unit
from hegao.document.told_by_cells import tells_figures
from hegao.phrases.dates import find_dates
from hegao.phrases.ranges import find_ranges
from hegao.phrases.units import begins_like_body, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places, Text
from hegao.words.duty_labels import SHARED

_NO_LETTER = Pattern(r"[^\u3400-\u9fffA-Za-z0-9%]+")
#: What is neither a letter nor a mark that ends a phrase.
_BETWEEN = Pattern(r"[^\u3400-\u9fffA-Za-z0-9%。；;！？，,]+")
_SENTENCE = Pattern(r"[^。；;！？]+")
_PHRASE = Pattern(r"[^。；;！？，,]+")
_BY_DUTY = Pattern(SHARED)
_SHORTEST_TITLE = 7
_SHORTEST_SENTENCE = 12
_PARAMETERS = {
    "likeness": percent("How much of a row's wording must stand in one sentence of a clause.", 85),
    "second": percent("If as much stands in another clause, it is not certain which one is meant.", 70),
}


class Sentence(NamedTuple):
    """A sentence of a measure: its clause, its letters without marks, its words as they stand."""

    task: Task
    letters: str
    text: str


class Match(NamedTuple):
    """A row and the clause that assigns the same work; ``at`` is what they share, as the row has it."""

    row: Task
    sentence: Sentence
    at: Text

    @property
    def clause(self) -> Task:
        """The task in the text."""
        return self.sentence.task


def matches(context: Context, likeness: int, second: int) -> tuple[Match, ...]:
    """The rows of the document's tables with the clause of the text that is about the same measure; shares are in a hundred."""
    document = context.document
    rows = [task for task in document.tasks if task.form == "row" and task.row]
    sentences = list(_sentences(document)) if rows else []
    index = TextIndex([sentence.letters for sentence in sentences]) if sentences else None
    spoken = [task for task in document.tasks if task.form != "row" and task.units]
    titled = {_NO_LETTER.sub("", task.heading.title): task for task in spoken if task.heading is not None}
    found = {row: _match(row, sentences, index, likeness / 100, second / 100, titled) for row in rows} if index is not None else {}
    told = [match for match in found.values() if match is not None]
    rest = repeated_titles([row for row in rows if found.get(row) is None], spoken) if spoken else ()
    return (*told, *(Match(one.row, Sentence(one.task, "", one.said), one.at) for one in rest))


def _sentences(document: Document) -> Iterator[Sentence]:
    for task in document.tasks:
        if (task.form == "clause" or task.handed_out) and task.units:
            for match in _SENTENCE.finditer(task.measure.value):
                letters = _NO_LETTER.sub("", match[0])
                if len(letters) >= 4:
                    yield Sentence(task, letters, match[0])


def _match(task: Task, sentences: Sequence[Sentence], index: TextIndex, likeness: float, second: float, titled: Mapping[str, Task]) -> Match | None:
    """The clause for a row, by the first of its wordings that clearly belongs to one clause only; none where it is the title of another one."""
    tried = set()
    for wording in _wordings(task):
        if wording.letters in tried:
            continue
        tried.add(wording.letters)
        own = titled.get(wording.letters)
        best: dict[Task, tuple[float, Sentence]] = {}
        for number, share in index.likest(wording.letters, likeness):
            sentence = sentences[number]
            if share > best.get(sentence.task, (0.0, sentence))[0]:
                best[sentence.task] = share, sentence
        order = sorted(best.values(), key=lambda pair: -pair[0])
        if own is not None and order and order[0][1].task.heading is not own.heading:
            return None
        if order and order[0][0] >= likeness and (len(order) == 1 or order[1][0] < second):
            return Match(task, order[0][1], wording.at())
    return None


class Wording(NamedTuple):
    """What a cell, or a part of it that the pattern finds, says: its letters without marks."""

    cell: Text
    part: Pattern | None
    letters: str

    def at(self) -> Text:
        """The wording as it stands."""
        parts = self.part.finditer(self.cell.value) if self.part is not None else ()
        return next((self.cell.slice(*match.span()) for match in parts if _NO_LETTER.sub("", match[0]) == self.letters), self.cell)


#: A day tells nothing of the work.
_DAY_ALONE = Pattern(r"[\d年月日底末前上中下旬季度至到 —～~.-]+")


def _wordings(task: Task) -> Iterator[Wording]:
    """What a row says of its work: its cells without role and its measure, whole, sentence by sentence and phrase by phrase."""
    if task.row is None:
        return
    for column, cell in zip(task.row.table.columns, task.row.cells, strict=False):
        if column.role not in ("measure", "other") or looks_like_body(cell.value) and begins_like_body(cell.value):
            continue
        if _DAY_ALONE.fullmatch(cell.value):
            continue
        letters = _NO_LETTER.sub("", cell.value)
        if _SHORTEST_TITLE <= len(letters) <= 80:
            yield Wording(cell, None, letters)
        spoken = _BETWEEN.sub("", cell.value) if len(letters) > _SHORTEST_SENTENCE else letters
        for pattern in (_SENTENCE, _PHRASE) if len(letters) < len(spoken) else ():
            parts = pattern.findall(spoken)
            for part in parts if parts != [spoken] else ():
                said = part.replace("，", "").replace(",", "")
                if len(said) >= _SHORTEST_SENTENCE:
                    yield Wording(cell, pattern, said)


#: 原由市城管局牵头，现调整为由市住建局牵头: the text tells who led before and who leads now.
_HANDED_OVER = Pattern("(?:调整|变更)为?由|(?:^|[，。；：现会议已拟])改为?由")


@check("lead-conflict", {"document"}, _PARAMETERS, facts=("measure", "row", "clause", "unit", "fault"), faults=("lead", "perhaps", "helper", "two", "together", "both", "clause", "elsewhere", "member"))
def lead_conflict(document: Document, context: Context, likeness: int, second: int) -> Iterator[Hit]:
    """Rows of a table that give a measure to other leads than its clause in the text does; work that two lead (甲局牵头，乙局牵头).

    A clause may bear several measures, so a row may name some of its leads only.  At fault is a lead that the text
    has as a helper or not at all, and a lead of the text that the row has as a helper, unless leads by their duties
    (按职责分工) share several rows among them.
    """
    found = context.once(matches, likeness, second)
    bodies = context.tables.made(Bodies)
    rows_of = Counter(match.clause for match in found)
    first = bool(found) and first_leads(document)
    for match in found:
        row, clause = match.row, match.clause
        if _of_other_work(match):
            continue
        shared = rows_of[clause] > 1 and _BY_DUTY.search(clause.text.value) is not None
        # Who leads the whole by the text need not bear each of its parts (各县的项目).
        if rows_of[clause] > 1 and clause.lead and not row.lead:
            continue
        unit = _moved(row, clause, shared, bodies) if row.lead and clause.lead else _other(row, clause, first, bodies)
        if unit is not None and not _renamed(unit, clause) and not _handed_over(clause.text, document):
            facts = {
                "measure": short(match.at.value),
                "row": _names(row.lead or row.responsible),
                "clause": _names(clause.lead or clause.responsible),
                "unit": unit.name,
                # Who answers for an indicator need not lead the task by which it is reached.
                "fault": "perhaps" if row.row is not None and tells_figures(row.row.table) else "lead",
            }
            yield Hit(match.at, facts, (clause.text,))
    bound = {match.row.row for match in found}
    for moved in retold_leads(context):
        entry, said = moved.told.entry, moved.told.said
        if _handed_over(said.at, document):
            continue
        if moved.fault == "helper" or entry.row is None or entry.row not in bound:
            ours, theirs = (entry.helpers, said.helpers) if moved.fault == "helper" else (entry.leads, said.leads)
            facts = {"measure": short(entry.at.value), "row": _names(ours), "clause": _names(theirs), "unit": moved.unit.name, "fault": moved.fault}
            yield Hit(entry.at, facts, (said.at,), about=(entry.at, said.at))
    for here in (*told_bearers(context), *told_leads(context)):
        facts = {"measure": short(here.measure), "row": here.here, "clause": here.there.value, "unit": here.here, "fault": "elsewhere"}
        yield Hit(here.at, facts, (here.there,))
    for one in two_leads(context):
        yield Hit(one.at, {"measure": short(one.measure), "row": one.first, "clause": one.then, "unit": one.then, "fault": "two" if one.sure else "together"})
    for other in other_leads(document, bodies):
        facts = {"measure": short(other.measure.value), "row": other.named, "clause": other.unit.name, "unit": other.unit.name, "fault": "clause"}
        yield Hit(other.unit.text, facts, (other.there,))
    for both in leads_among_members(document, bodies):
        facts = {"measure": both.lead.block.value, "row": both.lead.name, "clause": both.unit.name, "unit": both.unit.name, "fault": "member"}
        yield Hit(both.unit.text, facts, (both.lead.text,))
    # In a row of a table it is a body that stands there twice.
    for task in (one for one in document.tasks if one.row is None):
        for both in leads_that_help(task, bodies):
            facts = {"measure": short(task.measure.value), "row": both.lead.name, "clause": both.unit.name, "unit": both.unit.name, "fault": "both"}
            yield Hit(both.unit.text, facts, (both.lead.text,))


def _handed_over(said: Text, document: Document) -> bool:
    """Whether the paragraph in which something is said tells that the lead changes."""
    spans = Places([said.span()])
    whole = next((node.body.value for node in document.of("heading", "paragraph") if isinstance(node, Heading | Paragraph) and spans.meet(node.body.span())), said.value)
    return _HANDED_OVER.search(whole) is not None


#: A sentence that names its own work in front: 资格初审由甲局牵头, under the heading 网上报名.
_OWN_WORK = Pattern(r"(?:[^。]*。)?(?P<work>[\u3400-\u9fff]{2,10})由")


def _of_other_work(match: Match) -> bool:
    """Whether the sentence bound to a row by the title above it is of some other work."""
    named = _OWN_WORK.match(match.clause.measure.value) if match.clause.form == "sentence" and not match.sentence.letters else None
    return named is not None and not any(named["work"][at : at + 2] in match.at.value for at in range(len(named["work"]) - 1))


#: Who leads the work of others to its end bears other duties than they do.
_OVERSEES = Pattern(r"督促|督办|督导|监督")


def _moved(row: Task, clause: Task, shared: bool, bodies: Bodies) -> Unit | None:
    """The body whose part differs, if any; leads that share rows may help one another."""
    if any(generic(unit.name) or unit.name.startswith(SPOKEN) for unit in clause.lead):
        return None
    for unit in row.lead:
        if not generic(unit.name) and not any(one_body(unit, lead, bodies) for lead in clause.lead):
            return unit
    # A body that the row has on both sides leads there, too.
    helpers = {body_key(unit, bodies) for unit in row.coop} - {body_key(unit, bodies) for unit in row.lead}
    return None if shared else next((lead for lead in clause.lead if body_key(lead, bodies) in helpers), None)


def _other(row: Task, clause: Task, first: bool, bodies: Bodies) -> Unit | None:
    """The body in charge by the row that is not by its clause, where they do not both name a lead; ``first``: the first in a list leads."""
    ours, theirs = row.lead or row.responsible, clause.lead or clause.responsible
    if not ours or not theirs or any(generic(unit.name) or unit.name.startswith("双方") for unit in [*ours, *theirs]):
        return None
    if not row.lead and _OVERSEES.search(f"{clause.text.value}{clause.measure.value}"):
        return None
    if first:
        ours, theirs = ours[:1], theirs[:1]
    keys = [{body_key(unit, bodies) for unit in several} for several in (ours, theirs)]
    return None if keys[0] & keys[1] or one_body(ours[0], theirs[0], bodies) else ours[0]


def _renamed(unit: Unit, clause: Task) -> bool:
    """Whether the lead of the clause may be the same office by another name, which is for the names of bodies to be told."""
    return len(clause.lead) == 1 and like_offices(unit.name, clause.lead[0].name)


def _names(units: Sequence[Unit]) -> str:
    names = list(dict.fromkeys(unit.name for unit in units))
    return "、".join(names[:4]) + ("等" if len(names) > 4 else "")


@check("deadline-conflict", {"document"}, _PARAMETERS, facts=("measure", "row", "clause", "fault"), faults=("table", "perhaps", "beyond", "twice", "outside", "order", "law"))
def deadline_conflict(document: Document, context: Context, likeness: int, second: int) -> Iterator[Hit]:
    """Rows of a table that are due on another day than the text says of the same measure; tasks due beyond the plan, requests with two days.

    A day in the very sentence must be the row's; that of a clause bounds all rows that the clause stands for, so a
    row may be due earlier where it is one of several.
    """
    found = context.once(matches, likeness, second)
    rows_of = Counter(match.clause for match in found)
    year = document.issued.year if document.issued else None
    # A row that was held against its clause is not held against the like once more.
    told = {match.row.due_at.span() for match in found}
    for match in found:
        due = match.row.deadline
        if due is None or due.last is None:
            continue
        if _held_within(match.row, match.clause):
            continue
        days = _days_in(match.sentence.text, year)
        if len(days) == 1:
            written, last = days[0]
            at_fault = last != due.last
        # Of several days in one sentence, one is the row's.
        elif any(day == due.last for _written, day in days):
            continue
        else:
            deadline = match.clause.deadline
            if deadline is None or deadline.last is None:
                continue
            last = deadline.last
            at_fault = due.last > last or due.last < last and rows_of[match.clause] == 1
            written = deadline.written
        if at_fault and not held_within(due, last):
            at = match.row.deadline_text if match.row.deadline_text is not None else match.at
            facts = {"measure": short(match.at.value), "row": due.written, "clause": written, "fault": "table"}
            yield Hit(at, facts, (match.clause.text,), about=(at, match.clause.text, match.clause.measure))
    begun: set[tuple[int, int]] = set()
    for clash in (*beyond_plan(document), *beyond_named_plan(document), *asked_twice(document), *two_times(context), *beyond_campaign(context)):
        start = clash.at.span()[:2]
        if start in begun:
            continue
        begun.add(start)
        facts = {"measure": short(clash.measure), "row": clash.written, "clause": clash.other, "fault": clash.fault}
        if told.isdisjoint((clash.at.span(), clash.there.span())):
            yield Hit(clash.at, facts, (clash.there,), about=(clash.at, clash.there))


#: The head of a column that tells by when something is due, not when it takes place.
_DUE = Pattern("限|完成|截止|前")


def _held_within(row: Task, clause: Task) -> bool:
    """Whether a row tells the days on which the work takes place, all of them before it is due by its clause."""
    due, bound = row.deadline, clause.deadline
    if due is None or bound is None or due.last is None or bound.last is None or row.row is None or due.last > bound.last:
        return False
    heads = [column.head for column in row.row.table.columns if column.role == "deadline"]
    return len(heads) == 1 and _DUE.search(heads[0]) is None and any(True for _found in find_ranges(due.written))


def _days_in(sentence: str, year: int | None) -> list[tuple[str, datetime.date]]:
    """The days by which a sentence wants something done."""
    return [
        (phrase.written + phrase.after, last)
        for phrase in find_dates(sentence)
        if (phrase.after == "前" or phrase.part in ("底", "末", "年底", "年末")) and (last := phrase.last(year)) is not None
    ]
