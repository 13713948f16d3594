"""Steps after what depends on them (前后工序倒置): what is received before it is summed up, told before it is mended, shown before it is settled.

Compared are the steps of one sentence, the items of one list, the rows of one table; what is needed for something else has a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.needed_before import late_needs
from hegao.checks.date.timed_things import Late, Passage, Timed, timed_passages
from hegao.document.model import Heading, Task
from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of


class _Step(NamedTuple):
    course: str
    rank: int
    closed: bool
    thing: Timed


@cache
def _steps() -> dict[str, tuple[tuple[str, int, bool], ...]]:
    """The words for a step, with courses, its place in each, and whether it must be over before the next one."""
    told: dict[str, tuple[tuple[str, int, bool], ...]] = {}
    for row in builtin("step-order"):
        told[row["word"]] = (*told.get(row["word"], ()), (row["course"], int(row["rank"]), bool(row["closed"])))
    return told


_WORD = Pattern(lambda: one_of(_steps()))
_LATER = Pattern(lambda: one_of(word for word, places in _steps().items() if any(rank > 1 for _course, rank, _closed in places)))
#: Parts, turns and grades of the work have courses of their own.
_SEVERAL = Pattern(r"第[一二三四五六\d]+(?:批|轮|次|类|组|期)|分批|[一二三]类|首批|首次|再次|重新|另|其余|其中|上[次轮年]|已|原(?![则料因])|边|同步|同时|阶段性")
_NEXT = 2


def _steps_of(thing: Timed, words: str) -> Iterator[_Step]:
    """The step of each course that words tell: the last one told."""
    told = _steps()
    best: dict[str, tuple[int, bool]] = {}
    for word in _WORD.findall(words):
        for course, rank, closed in told[word]:
            if rank > best.get(course, (0, False))[0]:
                best[course] = rank, closed
    for course, (rank, closed) in best.items():
        yield _Step(course, rank, closed, thing)


def late_in_sentence(context: Context) -> Iterator[Late]:
    """Steps of one course in one sentence, or in two that follow one another, the later one due first."""
    for passage in context.once(timed_passages):
        if len(passage.things) < _NEXT or not _LATER.search(passage.text.value):
            continue
        steps = [step for thing in passage.things if not _SEVERAL.search(thing.said) for step in _steps_of(thing, _nearest(thing))]
        yield from _turned(steps, within=1)


def _nearest(thing: Timed) -> str:
    """The words that a time is for: those right behind it; where none of a step stands there, those in front."""
    return thing.behind if _WORD.search(thing.behind) else thing.before


def _turned(steps: Sequence[_Step], within: int | None) -> Iterator[Late]:
    for index, step in enumerate(steps):
        for one in steps[:index]:
            apart = within is not None and abs(step.thing.sentence - one.thing.sentence) > within
            if not apart and one.course == step.course and _wrong(one, step) and not (within is not None and _of_two(one.thing.before, step.thing.before)):
                yield _late(one.thing, step.thing)
                break


_AROUND, _SHORT_NAME = "，、；：。 　", 4


def _of_two(one: str, other: str) -> bool:
    """Whether two things of a kind are spoken of: 甲桥5月底前开工，乙桥3月底前竣工."""
    first, second = one.strip(_AROUND).rstrip("于在"), other.strip(_AROUND).rstrip("于在")
    return first[-1:] == second[-1:] != "" and len(first) == len(second) <= _SHORT_NAME and first != second


def _late(one: Timed, thing: Timed) -> Late:
    """The second thing, which comes before the first is over; what begins within the period of the first overlaps it."""
    overlaps = one.kind == "span" and thing.kind != "by" and one.first <= thing.first
    return Late((thing.behind or thing.before).strip("，、：:"), thing.at, thing.at.value, one.at.value, one.at, overlaps)


def _wrong(one: _Step, step: _Step) -> bool:
    """Whether the second, told behind the first, comes later in the course, yet has the earlier time."""
    if one.rank >= step.rank:
        return False
    bound = one.thing.last if one.closed or one.thing.kind != "span" else one.thing.first
    return step.thing.last < bound


#: （一）报名。…, 2.资格审查（…）, （三）笔试于…: the step that an item is about.
_ITEM = Pattern(lambda: rf"[^，。；：（）()\d]{{0,8}}?(?P<word>{one_of(_steps())})")

#: 5月20日前完成评审: the same behind its day; what it is about may stand at the end.
_DATED_ITEM = Pattern(lambda: rf"[^，。；：（）()\d]{{0,8}}?{one_of(_steps())}[^，。；：（）()\d]{{0,6}}")


def late_items(context: Context) -> Iterator[Late]:
    """Items of one list about steps of one course, of which a later one is over before an earlier one; told once of each earlier one."""
    told = set()
    done = set()
    by_node = {passage.node: passage for passage in context.once(timed_passages)}
    for passage in by_node.values():
        if isinstance(passage.node, Heading) and passage.node.numbering not in done:
            done.add(passage.node.numbering)
            steps = [step for heading in passage.node.numbering.headings if heading in by_node for step in _item_steps(by_node[heading])]
            courses = {step.course for step in steps}
            for late in (late for course in sorted(courses) for late in _turned([step for step in steps if step.course == course], None)):
                if late.there.span() not in told:
                    told.add(late.there.span())
                    yield late


def _item_steps(passage: Passage) -> Iterator[_Step]:
    node = passage.node
    if len(passage.things) != 1 or _SEVERAL.search(passage.text.value):
        return
    match = _ITEM.match(passage.text.value, len(node.label) if isinstance(node, Heading) else 0) or _DATED_ITEM.match(passage.text.value, passage.things[0].end)
    if match is not None:
        yield from (step for step in _steps_of(passage.things[0], match[0]) if step.course in _listed())


@cache
def _listed() -> frozenset[str]:
    """The courses of which the items of a list tell one step each; those of others may be of several works."""
    return frozenset(row["course"] for row in builtin("step-order") if row["listed"])


def late_rows(context: Context) -> Iterator[Late]:
    """The one row of a table whose step is due before an earlier step of the same work, told in a row above."""
    for task_list in context.document.task_lists:
        rows = [(task, steps) for task in task_list.of("row") if task.deadline and task.deadline.last and (steps := _row_steps(task))]
        found = []
        for index, (task, steps) in enumerate(rows):
            for other, before in rows[:index]:
                turned = any(steps.get(course, 0) > rank for course, rank in before.items()) and _before(task, other)
                if turned and (_one_work(task, other) or _lone(steps, rows)):
                    found.append((task, other))
                    break
        if len(found) == 1:
            task, other = found[0]
            yield Late(task.measure.value, task.due_at, task.due_at.value, other.due_at.value, other.due_at)


def _lone(steps: Mapping[str, int], rows: Sequence[tuple[Task, dict[str, int]]]) -> bool:
    """Whether each row of a course tells a step of its own: then the table is that course."""
    courses = [[told[course] for _task, told in rows if course in told] for course in steps]
    return any(len(ranks) == len(set(ranks)) > _NEXT for ranks in courses)


def _before(task: Task, other: Task) -> bool:
    ours, theirs = task.deadline, other.deadline
    return ours is not None and theirs is not None and ours.last is not None and theirs.last is not None and ours.last < theirs.last


def _row_steps(task: Task) -> dict[str, int]:
    told = _steps()
    best: dict[str, int] = {}
    if _SEVERAL.search(task.measure.value):
        return best
    for word in _WORD.findall(task.measure.value):
        for course, rank, _closed in told[word]:
            best[course] = max(rank, best.get(course, 0))
    return best


_PLAIN = Pattern(r"[^㐀-鿿]|完成|开展|组织|进行|工作|实施|全面|全市|全县")


def _one_work(task: Task, other: Task) -> bool:
    """Whether two rows share a word besides their steps."""
    ours, theirs = (_WORD.sub("，", _PLAIN.sub("，", one.measure.value)) for one in (task, other))
    pairs = {theirs[at : at + 2] for at in range(len(theirs) - 1)}
    return any(ours[at : at + 2] in pairs for at in range(len(ours) - 1) if "，" not in ours[at : at + 2])


def late_steps(context: Context) -> tuple[Late, ...]:
    """All that depends on what is due later; each place once."""
    found: dict[tuple[int, int], Late] = {}
    for judge in (late_in_sentence, late_items, late_rows, late_needs):
        for late in judge(context):
            found.setdefault(late.at.span()[:2], late)
    return tuple(found.values())
