"""Steps after what depends on them (前后工序倒置): what is received before it is summed up, told before it is mended, shown before it is settled.

Compared are the steps of one sentence, the items of one list, the rows of one table; and what somebody reports with what the receiver makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.shared.passages import running
from hegao.document.model import Heading, Task
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, time_words


class Late(NamedTuple):
    """A step before what it depends on: its words, where its time is, both times, where the other is."""

    measure: str
    at: Text
    written: str
    other: str
    there: Text


class _Step(NamedTuple):
    course: str
    rank: int
    closed: bool
    thing: Timed


def _steps() -> dict[str, tuple[tuple[str, int, bool], ...]]:
    """The words for a step, with courses, its place in each, and whether it must be over before the next one."""
    told: dict[str, tuple[tuple[str, int, bool], ...]] = {}
    for row in builtin("step-order"):
        told[row["word"]] = (*told.get(row["word"], ()), (row["course"], int(row["rank"]), bool(row["closed"])))
    return told


_WORD = Pattern(lambda: one_of(_steps()))
_LATER = Pattern(lambda: one_of(word for word, places in _steps().items() if any(rank > 1 for _course, rank, _closed in places)))
#: Parts, turns and grades of the work have courses of their own.
_SEVERAL = Pattern(r"第[一二三四五六\d]+(?:批|轮|次|类|组|期)|分批|[一二三]类|首批|首次|再次|重新|另|其余|其中|上[次轮年]|已|原|边|同步|同时|阶段性")
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
            if not apart and one.course == step.course and _wrong(one, step):
                yield Late(step.thing.behind.strip("，、：:"), step.thing.at, step.thing.at.value, one.thing.at.value, one.thing.at)
                break


def _wrong(one: _Step, step: _Step) -> bool:
    """Whether the second, told behind the first, comes later in the course, yet has the earlier time."""
    if one.rank >= step.rank:
        return False
    bound = one.thing.last if one.closed or one.thing.kind != "span" else one.thing.first
    return step.thing.last < bound


#: （一）报名。…, 2.资格审查（…）, （三）笔试于…: the step that an item is about.
_ITEM = Pattern(lambda: rf"[^，。；：（）()\d]{{0,8}}?(?P<word>{one_of(_steps())})")


def late_items(context: Context) -> Iterator[Late]:
    """Items of one list about steps of one course, of which a later one is over before an earlier one."""
    done = set()
    by_node = {passage.node: passage for passage in context.once(timed_passages)}
    for passage in by_node.values():
        if isinstance(passage.node, Heading) and passage.node.numbering not in done:
            done.add(passage.node.numbering)
            steps = [step for heading in passage.node.numbering.headings if heading in by_node for step in _item_steps(by_node[heading])]
            courses = {step.course for step in steps}
            yield from (late for course in sorted(courses) for late in _turned([step for step in steps if step.course == course], None))


def _item_steps(passage: Passage) -> Iterator[_Step]:
    node = passage.node
    match = _ITEM.match(passage.text.value, len(node.label) if isinstance(node, Heading) else 0)
    if match is None or len(passage.things) != 1 or _SEVERAL.search(passage.text.value):
        return
    yield from (step for step in _steps_of(passage.things[0], match[0]) if step.course in _LISTED)


_LISTED = ("评选", "招录")


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


_WHEN = r"(?P<every{0}>每(?:年|月|季度末月|个月))?(?P<day{0}>(?:(?:20\d\d年)?\d{{1,2}}月)?\d{{1,2}}日)(?:[（(](?:星期|周).[）)])?(?:之|以)?前"
#: 甲于…前向乙提交…，乙于…前汇总: who reports until when to whom, and until when the receiver makes something of it.
_RELAY = Scanner(
    lambda: (
        rf"{_WHEN.format(1)}[^。；]{{0,40}}?{one_of(time_words('sent'))}(?:至|到|给)?(?P<body>[一-鿿]{{2,20}}{one_of(kind.ending for kind in body_kinds())})[^。]{{0,60}}?"
        rf"[，。；](?:再|并)?由?(?P=body)(?:应当|应|要|须|将|负责|统一|需)?[^，。；\d]{{0,6}}?(?:于|在)?{_WHEN.format(2)}"
        rf"(?P<what>[^。；]{{0,16}}?{one_of(time_words('made-of-reports'))})"
    ),
    sign=r"日(?:[（(](?:星期|周).[）)])?(?:之|以)?前",
)


def late_relays(context: Context) -> Iterator[Late]:
    """What a body is to sum up before it has been told."""
    for found in context.once(running).find(_RELAY, "heading", "paragraph"):
        match = found.match
        if match["every1"] != match["every2"] and match["every2"] is not None or "次" in match[0]:
            continue
        first, second = _key(match["day1"]), _key(match["day2"])
        if first is None or second is None or len(first) != len(second) or first <= second or _turns(first, second, match["every1"]):
            continue
        at = found.passage.slice(match.start("every2") if match["every2"] else match.start("day2"), match.end("day2") + 1)
        yield Late(match["what"].strip("，"), at, at.value, f"{match['every1'] or ''}{match['day1']}前", found.at("day1"))


#: 自…起按…实行, and what it needs: 印发采购目录.
_BEGUN = Pattern(r"^起[^。；]{0,40}?(?:实行|执行|实施|施行|启用|适用)")
_ISSUED = Pattern(
    lambda: (
        rf"{one_of(time_words('issued'))}(?P<paper>[^，。；）]{{0,12}}{one_of(time_words('rule'))})|(?P<named>[^，。；（]{{2,12}}{one_of(time_words('rule'))})于?$"
    )
)


def late_for_start(context: Context) -> Iterator[Late]:
    """The list or rule that what begins on a day is done by, issued later only."""
    for passage in context.once(timed_passages):
        begun = [thing for thing in passage.things if thing.kind == "on" and _BEGUN.search(thing.behind)]
        for thing in passage.things if len(begun) == 1 else ():
            match = _ISSUED.search(thing.behind) or _ISSUED.search(thing.before) if thing.kind == "by" and thing.last > begun[0].last else None
            paper = (match["paper"] or match["named"] or "")[:-2] if match else ""
            if any(paper[at : at + 2] in begun[0].behind for at in range(len(paper) - 1)):
                yield Late(paper, thing.at, thing.at.value, begun[0].at.value, begun[0].at)


#: Each month: 每月25日前报送…，每月20日前汇总.
_MONTHLY = Scanner(
    r"每(?P<turn>月|季度末月)(?P<first>\d{1,2})日(?:之|以)?前[^。；每]{0,40}?(?:报送|上报|提交|报)[^。每次]{0,50}?(?P<day>每(?P=turn)(?P<last>\d{1,2})日(?:之|以)?前)[^。；每]{0,16}?(?:汇总|审核)"
)


def late_each_month(context: Context) -> Iterator[Late]:
    """What is summed up each month before it is reported."""
    for found in context.once(running).find(_MONTHLY, "heading", "paragraph"):
        first, last = int(found.match["first"]), int(found.match["last"])
        if last < first and not _turns((first,), (last,), None):
            yield Late("汇总", found.at("day"), found.match["day"], f"每{found.match['turn']}{first}日前", found.at("first"))


def _key(day: str) -> tuple[int, ...] | None:
    """Month and day; the day only, where no month is told."""
    phrase = next(find_dates(day), None)
    if phrase is not None and phrase.month is not None and phrase.day is not None:
        return (phrase.year or 0, phrase.month, phrase.day)[0 if phrase.year else 1 :]
    return (int(day.removesuffix("日")),) if day.removesuffix("日").isdigit() else None


def _turns(first: tuple[int, ...], second: tuple[int, ...], every: str | None) -> bool:
    """Whether the second may lie in the next year or month."""
    if len(first) == 1:
        return second[0] <= 10 and first[0] >= 20
    return len(first) > 1 and every is not None and second[0] <= 3 and first[0] >= 9


#: An event and when it is: 定于…举办, 培训时间：….
_EVENT_BEHIND = Pattern(r"^(?:[（(][^）)]{1,6}[）)])?[，、]?[^。；，]{0,24}?(?:举办|举行|召开|开班|开赛|开幕|集中培训|开标)")
_EVENT_BEFORE = Pattern(r"(?:培训|会议|活动|比赛|考试|展览|演练|竞赛|开标|大会|论坛)时间(?:为|是|[：:。])?(?:自|从|定于|为)?$")
#: What is to be there before it: those who come, what is set up.
_READY = Pattern(r"报名|回执|参会名单|参训|参会人员|参赛|参加人员|报到|签到|布展|布置|彩排|搭建|会场|递交截止|材料印制|名额分配")
_READY_BEFORE = Pattern(r"报名[^，。；]{0,10}$|报到时间[：:为]?$|回执[^，。；]{0,16}$|名单[^，。；]{0,4}$|参[会训赛][^，。；]{0,10}$|递交截止[^，。；]{0,8}$")
_AFTERWARDS = Pattern(r"后|获奖|合格|成绩|结果|总结|考核|结业|返程|离会|情况")
_AROUND = 12


def late_for_event(context: Context) -> Iterator[Late]:
    """What is to be ready for an event, due behind its last day; the event is the only one told near by."""
    passages = context.once(timed_passages)
    issued = context.document.issued
    events = [(passage, thing) for passage in passages for thing in passage.things if thing.kind != "by" and "日" in thing.at.value and _is_event(passage, thing)]
    events = [(passage, thing) for passage, thing in events if issued is None or thing.last >= issued]
    for passage, event in events if len({thing.last for _passage, thing in events}) == 1 else ():
        for other in passages:
            if other.part != passage.part or abs(other.place - passage.place) > _AROUND:
                continue
            for thing in other.things:
                if thing.at.span() == event.at.span() or not _for_event(thing) or _AFTERWARDS.search(thing.said):
                    continue
                if thing.last > event.last:
                    yield Late(_nearest_words(thing), thing.at, thing.at.value, event.at.value, event.at)
        return


def _is_event(passage: Passage, thing: Timed) -> bool:
    if _EVENT_BEHIND.search(thing.behind) or _EVENT_BEFORE.search(thing.before):
        return True
    node = passage.node
    if not isinstance(node, Heading):
        return node.heading is not None and thing.start < _AROUND and _EVENT_BEFORE.search(node.heading.title) is not None
    return _EVENT_BEFORE.search(passage.text.value[: thing.start].rstrip("。：:")) is not None


def _for_event(thing: Timed) -> bool:
    return thing.kind != "span" and (_READY.search(thing.behind) is not None or _READY_BEFORE.search(thing.before) is not None)


def _nearest_words(thing: Timed) -> str:
    return (thing.behind or thing.before).strip("，、：:")


def late_steps(context: Context) -> Iterator[Late]:
    """All that depends on what is due later; each place once."""
    seen = set()
    for judge in (late_in_sentence, late_items, late_rows, late_relays, late_each_month, late_for_event, late_for_start):
        for late in judge(context):
            span = late.at.span()
            if span not in seen:
                seen.add(span)
                yield late
