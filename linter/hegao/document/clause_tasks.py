"""Tasks (任务): clauses behind measures, rows of task tables, sentences that name a unit and a day."""

from __future__ import annotations

import re

from hegao.document.first_leads import is_note, let_first_lead, lets_first_lead
from hegao.document.model import Heading, Paragraph, Part, Table, Task, TaskList
from hegao.document.period import Period, units_of
from hegao.document.row_tasks import row_tasks
from hegao.document.sentence_tasks import sentence_tasks
from hegao.phrases.clause_places import find_clauses
from hegao.phrases.clauses import COOP, LEAD, RESPONSIBLE, ClausePhrase, read_clause
from hegao.phrases.dates import find_dates
from hegao.phrases.deadlines import Deadline, due_of, read_deadline
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text, join
from hegao.words.duty_labels import LABEL_LINE, PERSON_LABEL, TIME_LABEL
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, duty_words

#: Without its noun a label tells of work where a time stands behind, or bodies alone (主办：市水利局).
_LABEL_LINE = Pattern(
    rf"(?:(?:{PERSON_LABEL})[:：][^。；：:]{{2,8}})?{LABEL_LINE}|(?:牵头|{one_of(duty_words('bare', LEAD, RESPONSIBLE))}(?=[:：][^。]{{2,80}}{TIME_LABEL}[:：]))[:：]"
    rf"|{one_of(duty_words('bare', LEAD, RESPONSIBLE, COOP))}[:：][^。；，：:（）()]{{1,80}}{ending_in(body_endings('bear'))}[。；]?$"
)
#: A shorter rest behind a clause is no sentence that assigns work.
_SHORTEST_SENTENCE = 12
#: A line that names persons, among lines of labels.
_PERSON_LINE = Pattern(rf"(?:{PERSON_LABEL})[:：][^。；：:]{{0,40}}$")
_DEADLINE_LINE = Pattern(rf"{TIME_LABEL}[:：]\s*(?P<words>.+)")
#: A heading that announces whose names follow assigns no work: 一、主办单位.
_OF_BODIES = Pattern(r"(?:单位|部门|机构)$")


def all_tasks(part: Part, period: Period) -> list[Task]:
    """The tasks of a part in the order of the file."""
    tasks: list[Task] = []
    previous: Text | None = None
    last: Text | None = None
    labelled: Task | None = None
    first_leads = ""
    listed: list[Task] = []
    rows: list[Task] = []
    for node in part.nodes:
        if isinstance(node, Table):
            before = "".join(text.value for text in (previous, last) if text is not None)
            rows = row_tasks(node, before, period)
            tasks.extend(rows)
            labelled = None
            continue
        if not isinstance(node, (Heading, Paragraph)):
            continue
        block = node.body
        heading = node if isinstance(node, Heading) else node.heading
        if _PERSON_LINE.match(block.value):
            continue
        if _LABEL_LINE.match(block.value):
            clauses, labelled = _label_line(block, last, heading, labelled, period)
        else:
            clauses, labelled = clause_tasks(block, last, heading, period), None
            previous, last = last, block
        if rows and is_note(block.value):
            let_first_lead(rows, block.value)
        elif not first_leads and lets_first_lead(block.value):
            first_leads = block.value
        rows = []
        if first_leads:
            listed.extend(clauses)
        if heading is not None:
            heading.tasks.extend(clauses)
        tasks.extend(clauses)
        if labelled is None and (spoken := _behind(block, clauses)):
            tasks.extend(sentence_tasks(spoken, heading, period))
    let_first_lead(listed, first_leads)
    return tasks


def _behind(block: Text, clauses: list[Task]) -> Text | None:
    """What is to be read for sentences: what stands behind the clauses of a block, or all of it."""
    if not clauses:
        return block
    if any(clause.text.line < block.line for clause in clauses):
        return None
    at = block.value.rfind(clauses[-1].text.value) + len(clauses[-1].text)
    return block.slice(at) if at < len(block) - _SHORTEST_SENTENCE else None


def clause_tasks(block: Text, above: Text | None, heading: Heading | None, period: Period) -> list[Task]:
    """The tasks of the clauses in a paragraph, each with the measure before it; without one, that of the block above."""
    tasks: list[Task] = []
    at = 0
    for clause in find_clauses(block.value):
        measure = block.slice(at, clause.start).strip()
        if not measure.value and above is not None and not tasks:
            measure = above
        tasks.append(_clause_task(block, clause, measure, heading, period))
        at = clause.end
    return tasks


def _label_line(block: Text, above: Text | None, heading: Heading | None, task: Task | None, period: Period) -> tuple[list[Task], Task | None]:
    """A line of labels (责任单位：…, 完成时限：…) speaks of the block above; the lines of labels behind it do, too.

    Gives the tasks that begin here and the one that the next line may go on with.
    """
    clause = read_clause(block.value, 0, len(block.value))
    if clause is None:
        clause = ClausePhrase(0, len(block))
    words = _deadline_line(block)
    if words is not None:
        clause.deadline = words
    # The day that the measure sets gives way to the one that a label sets.
    told = task is not None and clause.deadline is not None and task.deadline_text is not None and task.deadline_text.line >= task.text.line
    if task is not None and not told and not any(clause.units.get(role) and getattr(task, role) for role in (LEAD, COOP, RESPONSIBLE)):
        _fill(task, block, clause, period)
        task.text = join([task.text, block])
        return [], task
    if not any(clause.units.values()) and clause.deadline is None or above is None or _OF_BODIES.search(above.value):
        return [], None
    new = _clause_task(block, clause, above, heading, period)
    return [new], new


def _deadline_line(block: Text) -> tuple[str, int, int] | None:
    """The words of a line that gives a deadline alone: 完成时限：2026年6月底前."""
    match = _DEADLINE_LINE.fullmatch(block.value)
    return (match["words"], *match.span("words")) if match else None


def _clause_task(block: Text, clause: ClausePhrase, measure: Text, heading: Heading | None, period: Period) -> Task:
    task = Task(block.slice(clause.start, clause.end), "clause", measure, heading=heading)
    _fill(task, block, clause, period)
    if task.deadline is None:
        _deadline_in_measure(task, measure, period)
    return task


def _fill(task: Task, block: Text, clause: ClausePhrase, period: Period) -> None:
    """Take the bodies and the deadline of a clause on."""
    for role in (LEAD, COOP, RESPONSIBLE):
        getattr(task, role).extend(units_of(block, clause.units.get(role, [])))
    if clause.deadline is not None:
        words, start, end = clause.deadline
        task.deadline = read_deadline(words, period.year, period.issued)
        task.deadline_text = block.slice(start, end)


def _deadline_in_measure(task: Task, measure: Text, period: Period) -> None:
    """A clause without a time takes the one bound that its measure sets (确保2026年底前实现…)."""
    if "前" not in measure.value:
        return
    bounds = [phrase for phrase in find_dates(measure.value) if phrase.after == "前" and phrase.exists and not _terms(measure.value, phrase.start)]
    if len(bounds) != 1:
        return
    phrase = bounds[0]
    written = measure.slice(phrase.start, phrase.end + 1)
    task.deadline = Deadline(written.value, "date", due_of(phrase, period.year), phrase.last(period.year))
    task.deadline_text = written


def _terms(text: str, start: int) -> bool:
    """Whether the date is a term of something else: 延长至, 有效期至, 截至."""
    return bool(re.search(r"(?:至|到|截至|截止|自|从|由|已于|曾于)\s*$", text[max(0, start - 8) : start]))


def list_tasks(tasks: list[Task]) -> None:
    """Tell every task in which list it stands."""
    lists: dict[object, TaskList] = {}
    for task in tasks:
        task.task_list = lists.setdefault(_listed_by(task), task.task_list)
        task.task_list.add(task)


def _listed_by(task: Task) -> object:
    """What makes tasks stand in one list: the table, the numbering of their headings; a sentence stands alone."""
    if task.row is not None:
        return task.row.table
    if task.form == "sentence":
        return task
    return task.heading.numbering if task.heading is not None else None
