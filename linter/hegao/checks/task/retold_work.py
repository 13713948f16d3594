"""Work told twice (正文与表、清单对应): the row of a table and the sentence or clause of the text that tell one piece of work (norm TSK-11).

The two are bound by their words, shortened and turned round as they may be, weighed by how rare they are in the document; figures, bodies
and the place in the order of both are signs, too.  A row is bound only where each is the other's best match, and no other comes near.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.phases import SCHEDULE
from hegao.checks.date.timed_things import Timed, timed_passages
from hegao.checks.shared.roster import Bodies, generic
from hegao.document.model import Heading, Node, Paragraph, Row, Table, Task, Unit
from hegao.document.told_by_cells import is_body_list, is_day, is_total
from hegao.phrases.dates import find_dates
from hegao.phrases.ranges import find_ranges, first_day
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words, task_verbs, time_words

_LETTERS = Pattern(r"[\u3400-\u9fff]+|[A-Za-z]?\d+(?:\.\d+)?[\u3400-\u9fff]?|[A-Za-z]+")
#: What tells nothing of the work.
_EMPTY = Pattern(lambda: rf"[（(][^（）()]*[）)]|{one_of(time_words('empty'))}|{one_of(duty_words('verb', 'lead', 'responsible', 'coop'))}|各[县镇乡市区]|全[市县区]")
#: Verbs stand before what they are of or behind it: 改造敬老院, 敬老院改造.
_VERB = Pattern(lambda: rf"{one_of(word for word in (*task_verbs(), *time_words('step'), *time_words('turned')) if len(word) > 1)}")
_NO_LETTER = Pattern(r"[^\u3400-\u9fffA-Za-z0-9]+")
_DATE_IN = Pattern(r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?(?:（(?:星期|周).）)?(?:(?:之|以)?前)?|20\d\d年")
#: Shares of the words: what is bound by words alone, with other signs, and how much nearer than the next it must be.
_SURE, _LIKE, _APART = 0.72, 0.5, 0.1
#: And what other signs bind: so much of the words, so much with the signs, so much nearer than the next.
_ALIKE, _SIGNS, _FAR_APART = 0.35, 0.65, 0.3
_SHORTEST = 2
#: An item that says less is told by its heading.
_FEW_WORDS = 4
_LONGEST_TITLE = 40
#: A word in more sentences than this tells nothing of which one is meant.
_OFTEN = 40
#: What words in headings count beside those of the sentence, and what bodies, days and titles that are the same add.
_ABOVE, _BODIES, _DAY, _NAMED = 0.75, 0.25, 0.1, 0.3


class Given(NamedTuple):
    """A time: by, span or on, its first and last day, where it stands, whether it tells the day, what is said with it and the words of that."""

    kind: str
    first: datetime.date
    last: datetime.date
    at: Text
    exact: bool
    said: str = ""
    words: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """A row: where in the order, its words, its time, who leads and who helps, where it says what is to be done."""

    row: Row | None
    words: frozenset[str]
    given: Given | None
    leads: tuple[Unit, ...]
    helpers: tuple[Unit, ...]
    at: Text


class Said(NamedTuple):
    """What the text says of a piece of work: its words and those of the headings above, its times, its bodies and whether one of them leads, its place,
    the last days of all times that are told with it, the part and the heading that it stands under, with the letters of its title."""

    words: frozenset[str]
    above: frozenset[str]
    times: tuple[Given, ...]
    leads: tuple[Unit, ...]
    helpers: tuple[Unit, ...]
    at: Text
    led: bool
    days: frozenset[datetime.date]
    part: int
    head: Heading | None
    title: str


class Retold(NamedTuple):
    """A row and what the text says of its work; ``share`` of the words, from 0 to 1, and whether words alone bind them."""

    entry: Entry
    said: Said
    share: float
    sure: bool


def retold_work(context: Context) -> tuple[tuple[Retold, ...], ...]:
    """For each table, list of an annex and time plan (进度安排) its entries that the text tells, too."""
    tables = [table for table in context.document.of("table") if isinstance(table, Table) and len(table.rows) > 1]
    rows = [told for table in tables if len(told := _entries(table, context)) > 1]
    said = _said(context) if rows or len(context.document.parts) > 1 or any(map(_is_plan, context.document.of("heading"))) else []
    groups = [(told, said) for told in rows]
    for number in range(1, len(context.document.parts)):
        groups.append(_of_list([one for one in said if one.part == number], [one for one in said if one.part < number]))
    plans = dict.fromkeys(top for one in said if (top := _plan_above(one.head)) is not None)
    for plan in plans:
        groups.append(_of_list([one for one in said if _plan_above(one.head) is plan], [one for one in said if _plan_above(one.head) is None]))
    bodies = context.tables.made(Bodies)
    return tuple(tuple(_bound(told, others, bodies)) for told, others in groups if len(told) > 1 and others)


#: A heading over a list that hands out what the text tells.
_DUTIES = Pattern(r"(?<!部门)分[工解]$|落实[^，。；]{0,4}责任$")


def _is_plan(node: Node | None) -> bool:
    return isinstance(node, Heading) and any(pattern.search(node.title.rstrip("。：")) for pattern in (SCHEDULE, _DUTIES))


def _plan_above(head: Heading | None) -> Heading | None:
    """The time plan that a heading stands under."""
    while head is not None and not _is_plan(head):
        head = head.parent
    return head


def _of_list(items: Sequence[Said], others: Sequence[Said]) -> tuple[list[Entry], list[Said]]:
    """The items of a list that tell one time or who leads, taken for entries, and what is said elsewhere."""
    entries = [Entry(None, _told_by(one), one.times[0] if len(one.times) == 1 else None, one.leads, one.helpers, one.at) for one in items if len(one.times) == 1 or one.leads]
    return entries, list(others)


def _told_by(item: Said) -> frozenset[str]:
    """The words that tell an item: where it says who and when alone, those of its heading."""
    named = frozenset(token for unit in (*item.leads, *item.helpers) for token in _tokens(unit.name))
    if len(item.words - named) >= _FEW_WORDS:
        return item.words
    title = frozenset(_tokens(item.head.title)) if item.head is not None and len(item.head.title) < _LONGEST_TITLE else frozenset()
    return title if len(title) > 1 and named else item.words | item.above


def _tokens(text: str) -> Iterator[str]:
    for run in _LETTERS.findall(_VERB.sub(r"，\g<0>，", _EMPTY.sub("，", _DATE_IN.sub("，", text)))):
        if run[0] < "\u3400":
            yield run
        else:
            yield from (run[at : at + 2] for at in range(len(run) - 1))


def _entries(table: Table, context: Context) -> list[Entry]:
    tasks = {task.row: task for task in context.document.tasks if task.row is not None}
    year = context.document.issued.year if context.document.issued else None
    found = []
    for row in table.rows:
        task = tasks.get(row)
        words = None if is_total(row) else _words_of(row)
        if words is None:
            continue
        given = _given(row, year)
        leads = tuple([*task.lead, *task.responsible] if task and not task.lead else task.lead if task else ())
        if given or leads:
            found.append(Entry(row, frozenset(_tokens(words.value)), given, leads, tuple(task.coop) if task else (), words))
    return found


def rows_with_days(table: Table, context: Context) -> list[tuple[str, Given]]:
    """The rows of a table that tell one time, each by what it is of."""
    year = context.document.issued.year if context.document.issued else None
    given = ((row, _given(row, year)) for row in table.rows if not is_total(row))
    return [((words.value if (words := _words_of(row)) is not None else time.at.value), time) for row, time in given if time is not None]


def _words_of(row: Row) -> Text | None:
    """The cell that names the work: the measure, else the first that says something else than a number, a body or a day."""
    cells = [cell for column, cell in zip(row.table.columns, row.cells, strict=False) if column.role in ("measure", "other") and cell.value]
    cells = [cell for cell in cells if not is_day(cell.value) and not is_body_list(cell.value) and not cell.value.isdigit() and len(cell) >= _SHORTEST]
    measure = row.cell("measure")
    if measure is not None and measure in cells:
        return measure
    return cells[0] if cells else None


def _given(row: Row, year: int | None) -> Given | None:
    """The one time of a row, in a cell that says nothing else."""
    found = [cell for column, cell in zip(row.table.columns, row.cells, strict=False) if cell.value and (column.role == "deadline" or is_day(cell.value))]
    times = [(cell, time) for cell in found if (time := _time(cell, year)) is not None]
    return times[0][1] if len(times) == 1 else None


def _time(cell: Text, year: int | None) -> Given | None:
    ranges = list(find_ranges(cell.value))
    if len(ranges) == 1:
        use = ranges[0].first.year or ranges[0].last.year or year
        first, last = first_day(ranges[0].first, use), ranges[0].last.last(use)
        exact = ranges[0].last.day is not None
        return Given("span", first, last, cell, exact) if first and last and first <= last and ranges[0].first.month is not None else None
    dates = [phrase for phrase in find_dates(cell.value) if phrase.month is not None and phrase.exists]
    if ranges or len(dates) != 1:
        return None
    first, last = first_day(dates[0], year), dates[0].last(year)
    kind = "by" if dates[0].after == "前" or dates[0].part or dates[0].day is None else "on"
    return Given(kind, first, last, cell, _exact(cell.value)) if first and last else None


def _exact(written: str) -> bool:
    """Whether a time names its day, or the end of its month."""
    return any(mark in written for mark in "日底末号")


def _timed(thing: Timed) -> Given:
    return Given(thing.kind, thing.first, thing.last, thing.at, _exact(thing.at.value), thing.said, frozenset(_tokens(thing.said)))


def _said(context: Context) -> list[Said]:
    """Clauses of the text with their measures, sentences with a day or with bodies; in order."""
    document = context.document
    spoken: dict[Node | None, list[Task]] = {}
    for task in document.tasks:
        if task.form == "sentence":
            spoken.setdefault(task.heading, []).append(task)
    found = []
    part_of = {node: number for number, part in enumerate(document.parts) for node in part.nodes if isinstance(node, Heading)}
    for task in document.tasks:
        if task.form == "clause" and task.units:
            words = frozenset(_tokens(f"{task.measure.value}，{task.text.value}"))
            due = task.deadline
            times = (Given("by", due.last, due.last, task.due_at, _exact(due.written), task.measure.value, words),) if due is not None and due.kind == "date" and due.last else ()
            found.append(Said(words, _above(task.heading), times, tuple(task.lead or task.responsible), tuple(task.coop), task.text, bool(task.lead), frozenset(time.last for time in times), part_of.get(task.heading, 0) if task.heading is not None else 0, task.heading, _letters(task.heading)))
    clauses = {one.at.line for one in found}
    timed = {passage.node: passage for passage in context.once(timed_passages)}
    for number, part in enumerate(document.parts):
        for node in part.nodes:
            if not isinstance(node, Heading | Paragraph) or node.body.line in clauses:
                continue
            head = node if isinstance(node, Heading) else node.heading
            things = timed[node].things if node in timed else ()
            tasks = [task for task in spoken.get(head, ()) if task.text.line == node.body.line or task.text.line in range(node.body.line, node.body.end_line + 1)]
            if not things and not tasks:
                continue
            found.extend(_sentences(node.body, number, head, things, tasks))
    return found


_SENTENCE = Pattern(r"[^。；\n]+")


def _sentences(body: Text, part: int, head: Heading | None, things: Sequence[Timed], tasks: Sequence[Task]) -> Iterator[Said]:
    for match in _SENTENCE.finditer(body.value):
        inside = tuple(thing for thing in things if match.start() <= thing.start < match.end())
        span = body.span(*match.span())
        mine = [task for task in tasks if (task.measure.line, task.measure.place(0)[1]) >= (span.line, span.column) and (task.measure.line, task.measure.place(0)[1]) < (span.end_line, span.end_column)]
        if inside or mine:
            leads = tuple(unit for task in mine for unit in task.lead) or tuple(unit for task in mine for unit in task.responsible)
            helpers = tuple(unit for task in mine for unit in task.coop)
            words, above, times = frozenset(_tokens(match[0])), _above(head), tuple(map(_timed, inside))
            title = _letters(head)
            days, led, at = frozenset(time.last for time in times), any(task.lead for task in mine), body.slice(*match.span())
            if len(times) < 2:
                yield Said(words, above, times, leads, helpers, at, led, days, part, head, title)
                continue
            # Of several things each is told for itself; what is said with none of them may belong to any.
            for time in times:
                others = frozenset(token for other in times if other is not time for token in other.words) - time.words
                yield Said(time.words, above | words - others, (time,), leads, helpers, at, led, days, part, head, title)


def _letters(head: Heading | None) -> str:
    return _NO_LETTER.sub("", head.title) if head is not None else ""


def _above(head: Heading | None) -> frozenset[str]:
    titles: list[str] = []
    while head is not None and len(titles) < 2:
        titles.append(head.title)
        head = head.parent
    return frozenset(token for title in titles if len(title) < _LONGEST_TITLE for token in _tokens(title))


def _bound(entries: Sequence[Entry], said: Sequence[Said], bodies: Bodies) -> Iterator[Retold]:
    """The entries with what is surely said of the same work: each the best for the other, and no other near."""
    often = Counter(token for one in said for token in one.words | one.above)
    whole = len(said) + 1
    weight = {token: log(1 + whole / (1 + often[token])) for entry in entries for token in entry.words}
    index: dict[str, list[int]] = {}
    for number, one in enumerate(said):
        for token in one.words | one.above:
            if often[token] <= _OFTEN:
                index.setdefault(token, []).append(number)
    scores: list[dict[int, tuple[float, float]]] = []
    best: dict[int, list[tuple[float, int]]] = {}
    for place, entry in enumerate(entries):
        near = sorted({number for token in entry.words for number in index.get(token, ())})
        shares = {number: _share(entry, said[number], weight) for number in near}
        scores.append({number: (_score(entry, said[number], share, bodies), share) for number, share in shares.items()})
        for number, (score, _said_share) in scores[-1].items():
            best.setdefault(number, []).append((score, -place))
    for several in best.values():
        several.sort(reverse=True)
    for place, entry in enumerate(entries):
        order = sorted((-score, number) for number, (score, _shared) in scores[place].items())
        if not order or best[order[0][1]][0][1] != -place:
            continue
        first = order[0][1]
        score, share = scores[place][first]
        apart = score - max(-order[1][0] if len(order) > 1 else 0.0, best[first][1][0] if len(best[first]) > 1 else 0.0)
        if share >= _LIKE and apart >= _APART or share >= _ALIKE and score >= _SIGNS and apart >= _FAR_APART:
            yield Retold(entry, said[first], share, share >= _SURE)


def _share(entry: Entry, one: Said, weight: dict[str, float]) -> float:
    whole = sum(weight[token] for token in sorted(entry.words))
    own = sum(weight[token] for token in sorted(entry.words & one.words))
    above = sum(weight[token] for token in sorted((entry.words & one.above) - one.words))
    return (own + _ABOVE * above) / whole if whole else 0.0


def _score(entry: Entry, one: Said, share: float, bodies: Bodies) -> float:
    ours = {bodies.kin(unit.resolved or unit.name) for unit in (*entry.leads, *entry.helpers) if not generic(unit.name)}
    theirs = {bodies.kin(unit.resolved or unit.name) for unit in (*one.leads, *one.helpers) if not generic(unit.name)}
    same = len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0
    named = one.title == _NO_LETTER.sub("", entry.at.value)
    timed = entry.given is not None and any(thing.last == entry.given.last for thing in one.times)
    return share + _BODIES * same + _DAY * timed + _NAMED * named if share else 0.0
