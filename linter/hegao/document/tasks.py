"""Tasks (任务): clauses behind measures, rows of task tables, sentences that name a unit and a day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from hegao.document.model import Heading, Paragraph, Part, Row, Table, Task, Unit
from hegao.phrases.clauses import COOP, LEAD, RESPONSIBLE, ClausePhrase, find_clauses, read_clause
from hegao.phrases.dates import find_dates
from hegao.phrases.deadlines import Deadline, due_of, read_deadline
from hegao.phrases.units import locate_units, looks_like_body, resolve
from hegao.sources.places import Text

_FIRST_LEADS = re.compile(r"(?:排名?|列|排列?)(?:在)?(?:第一|首位|前)[^，。；]{0,12}(?:为|是)?(?:第一)?(?:牵头|主办|责任)单位|(?:第一个|首个)单位为牵头")
_LABEL_LINE = re.compile(r"^(?:牵头|责任|配合|主办|承办|协办|实施)(?:责任)?(?:单位|部门)[:：]|^完成(?:时限|时间)[:：]")


@dataclass(slots=True)
class Period:
    """What bare months and days are resolved against: the year in force and the document's own day."""

    year: int | None
    issued: datetime.date | None


def units_of(text: Text, found: Iterable[tuple[str, int, int]]) -> list[Unit]:
    """Units with resolved names and places."""
    located = list(found)
    names = resolve([name for name, _start, _end in located])
    return [Unit(name, whole, text.slice(start, end)) for (name, start, end), whole in zip(located, names, strict=True)]


def clause_tasks(block: Text, heading: Heading | None, period: Period) -> list[Task]:
    """The tasks of the clauses in a paragraph, each with the measure before it."""
    tasks: list[Task] = []
    at = 0
    for clause in find_clauses(block.value):
        measure = block.slice(at, clause.start)
        tasks.append(_clause_task(block, clause, measure, heading, period))
        at = clause.end
    if not tasks and _LABEL_LINE.match(block.value):
        clause_line = read_clause(block.value, 0, len(block.value))
        if clause_line is not None:
            measure = heading.body if heading is not None else block
            tasks.append(_clause_task(block, clause_line, measure, heading, period))
    return tasks


def _clause_task(block: Text, clause: ClausePhrase, measure: Text, heading: Heading | None, period: Period) -> Task:
    task = Task(block.slice(clause.start, clause.end), "clause", measure, heading=heading)
    task.lead = units_of(block, clause.units.get(LEAD, []))
    task.coop = units_of(block, clause.units.get(COOP, []))
    task.responsible = units_of(block, clause.units.get(RESPONSIBLE, []))
    if clause.deadline is not None:
        words, start, end = clause.deadline
        task.deadline = read_deadline(words, period.year, period.issued)
        task.deadline_text = block.slice(start, end)
    else:
        _deadline_in_measure(task, measure, period)
    return task


def _deadline_in_measure(task: Task, measure: Text, period: Period) -> None:
    """A clause without a time takes the one bound that its measure sets (确保2026年底前实现…)."""
    bounds = [phrase for phrase in find_dates(measure.value) if phrase.after == "前" and phrase.exists and not _terms(measure.value, phrase.start)]
    if len(bounds) != 1:
        return
    phrase = bounds[0]
    end = phrase.end + 1
    written = measure.slice(phrase.start, end)
    task.deadline = Deadline(written.value, "date", due_of(phrase, period.year), phrase.last(period.year))
    task.deadline_text = written


def _terms(text: str, start: int) -> bool:
    """Whether the date is a term of something else: 延长至, 有效期至, 截至."""
    return bool(re.search(r"(?:至|到|截至|截止|自|从|由|已于|曾于)\s*$", text[:start]))


def row_tasks(table: Table, before: str, period: Period) -> list[Task]:
    """The tasks of a table that assigns work: one a row that names a unit or a measure of its own.

    ``before`` is the paragraph above the table: it may say that the unit named first leads, and set
    the day for all rows.
    """
    first_leads = bool(_FIRST_LEADS.search(before))
    listed = _listed_column(table) if first_leads else None
    if not (table.has("lead") or table.has("responsible") or listed is not None):
        return []
    if not _assigns(table, listed):
        return []
    above = _bound(before, period) if listed is not None and not table.has("deadline") else None
    tasks = []
    for row in table.rows:
        task = _row_task(row, listed, period)
        if task is None:
            continue
        if task.deadline is None and above is not None:
            task.deadline = above
        tasks.append(task)
    return tasks


def _listed_column(table: Table) -> int | None:
    """The column of units where the text above says that the first named leads (调研单位)."""
    return next((i for i, column in enumerate(table.columns) if column.head.endswith(("单位", "部门"))), None)


def _assigns(table: Table, listed: int | None) -> bool:
    return listed is not None or any(row.cell("lead") or row.cell("responsible") for row in table.rows)


def _bound(text: str, period: Period) -> Deadline | None:
    """The day that the sentence above a table sets for all its rows."""
    dates = [phrase for phrase in find_dates(text) if phrase.exists and phrase.month is not None]
    if not dates:
        return None
    phrase = dates[0]
    return Deadline(phrase.written, "date", due_of(phrase, period.year), phrase.last(period.year))


def _row_task(row: Row, listed: int | None, period: Period) -> Task | None:
    filled = [cell for cell in row.cells if cell.value]
    if len(filled) < 2:
        return None
    measure = row.cell("measure") or filled[0]
    if not measure.value:
        measure = filled[0]
    task = Task(row.text, "row", measure, row=row)
    for role in ("lead", "coop", "responsible", "upper_lead", "upper_coop"):
        cell = row.cell(role)
        if cell is not None and cell.value.strip("/—-无 "):
            setattr(task, role, units_of(cell, locate_units(cell.value)))
    if listed is not None and not task.lead and not task.responsible and listed < len(row.cells):
        cell = row.cells[listed]
        units = units_of(cell, locate_units(cell.value))
        task.lead, task.coop = units[:1], units[1:]
    cell = row.cell("deadline")
    if cell is not None and cell.value:
        task.deadline = read_deadline(cell.value, period.year, period.issued)
        task.deadline_text = cell
    if not row.table.has("lead") and not row.table.has("responsible") and not task.units:
        return None
    return task


_SENTENCE = re.compile(r"[^。；！？]+")
_OBLIGED = re.compile(r"报送|上报|提交|完成|报|印发|制定|建立|成立|设立|提请|提出|开展|公布|落实|启动|实现|起草|汇总|反馈|送|办结|整改|组织|建成|达到")
_SUBJECT = re.compile(
    r"(?:^|[，、：:])(?:请|由|项目由|该项目由|要求)?(?P<name>(?:各|列入|所有|《|市|县|区|省|自治区|国家|[\u3400-\u9fff]{2,12}(?:市|县|区|省))?[^，：:。；]{0,60}?"
    r"(?:单位|部门|政府|管委会|委员会|局|委|办|厅|办公室|院|中心|支队|大队|公司|专班|指挥部|街道|乡镇|（街道办事处）|办事处|机构)(?:（[^（）]{1,20}）)?)"
    r"(?=要|应|须|需|负责|组织|于|在|提前|起草|调研|对|将|按|，|每|根据|会同|结合)"
)
_PAST = re.compile(r"已(?:经|于)?|曾|以来|召开的|印发的|发布的|于[^，。]{0,16}(?:召开|印发|审议通过|成立)")


def sentence_tasks(block: Text, heading: Heading | None, period: Period) -> list[Task]:
    """Sentences that name a unit and set a day for its work, outside of clauses."""
    tasks: list[Task] = []
    if "月" not in block.value and "日" not in block.value and "年底" not in block.value:
        return tasks
    carried: tuple[str, int, int] | None = None
    year = period.year
    for sentence in _SENTENCE.finditer(block.value):
        start, end = sentence.span()
        words = sentence[0]
        subject = _subject(words)
        if subject is not None:
            carried = (subject[0], start + subject[1], start + subject[2])
        for phrase in find_dates(words):
            if phrase.year is not None and 1990 < phrase.year < 2100:
                year = phrase.year
            task = _sentence_task(block, words, start, phrase, carried, Period(year, period.issued))
            if task is not None:
                task.heading = heading
                tasks.append(task)
        if subject is None and _relative(words):
            carried = None
    return tasks


def _subject(words: str) -> tuple[str, int, int] | None:
    match = _SUBJECT.search(words)
    if match is None or not looks_like_body(match["name"]) and not match["name"].endswith("机构"):
        return None
    return match["name"], match.start("name"), match.end("name")


def _relative(words: str) -> bool:
    return False


def _sentence_task(
    block: Text, words: str, start: int, phrase: object, subject: tuple[str, int, int] | None, period: Period
) -> Task | None:
    from hegao.phrases.dates import DatePhrase

    assert isinstance(phrase, DatePhrase)
    if subject is None or phrase.month is None or not phrase.exists or _PAST.search(words):
        return None
    behind = words[phrase.end : phrase.end + 60]
    bound = phrase.after == "前" or re.search(r"(?:于|在|要求在?)\s*$", words[: phrase.start]) is not None
    plain = phrase.day is None and re.match(r"(?:报|提交|完成|前)", behind) is not None
    if not (bound or plain) or phrase.after in ("起", "后") or not _OBLIGED.search(behind):
        return None
    if re.match(r"\s*(?:至|—|-|～|召开|印发|起|以来|施行)", behind):
        return None
    name, left, right = subject
    if left > start + phrase.start:
        return None
    written = words[phrase.start : phrase.end] + ("前" if phrase.after == "前" else "")
    task = Task(block.slice(min(left, start + phrase.start), start + len(words)), "sentence", block.slice(start, start + len(words)))
    task.responsible = units_of(block, _named(name, left, block.value))
    task.deadline = Deadline(written, "date", due_of(phrase, period.year), phrase.last(period.year))
    task.deadline_text = block.slice(start + phrase.start, start + phrase.end)
    return task


def _named(name: str, left: int, text: str) -> list[tuple[str, int, int]]:
    if name.startswith(("《", "列入")):
        return [(name, left, left + len(name))]
    return [(found, left + a, left + b) for found, a, b in locate_units(name)]


def assign_siblings(parts: list[Part], tasks: list[Task]) -> None:
    """Tell every task which tasks stand in the same list or table."""
    groups: dict[int, list[Task]] = {}
    for task in tasks:
        groups.setdefault(_group(task), []).append(task)
    for task in tasks:
        task.siblings = groups[_group(task)]


def _group(task: Task) -> int:
    if task.row is not None:
        return id(task.row.table)
    if task.form == "sentence":
        return -id(task)
    heading = task.heading
    if heading is None:
        return 0
    return id(heading.group[0]) if heading.group else id(heading)


def all_tasks(part: Part, period: Period) -> list[Task]:
    """The tasks of a part in the order of the file."""
    tasks: list[Task] = []
    before = ""
    for node in part.nodes:
        if isinstance(node, Table):
            tasks.extend(row_tasks(node, before, period))
            continue
        if isinstance(node, Heading):
            block, heading = node.body, node
        elif isinstance(node, Paragraph):
            block, heading = node.text, node.heading
        else:
            continue
        clauses = clause_tasks(block, heading, period)
        if heading is not None:
            heading.tasks.extend(clauses)
        tasks.extend(clauses)
        if not clauses:
            tasks.extend(sentence_tasks(block, heading, period))
        before = block.value if isinstance(node, Paragraph) else before + block.value if before and len(block.value) < 60 else block.value
    return tasks
