"""Parts held against their whole (部分与整体的时限): some of it done before all of it, a stage behind the end of the action, a goal before its task (norms TSK-08, TSK-11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.date.stage_bounds import stages, under_stage
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.task.plan_deadlines import Clash
from hegao.checks.task.retold_work import rows_with_days
from hegao.document.model import Document, Heading, Paragraph, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import task_verbs, time_words

#: Some of it: 完成8个, 完成60%, 完成首批, 过半.
_SOME = Pattern(lambda: rf"^[^，。；全]{{0,14}}?(?:{one_of(task_verbs())}|达|改造)[^，。；全]{{0,10}}?\d|首批|过半|一半|部分")
#: All of it, or what is left.
_ALL = Pattern(r"^[，、]?[^，。；]{0,10}?(?:全部|全面|其余|剩余|余下|均)|^(?:完成|实现)(?:全部|所有)")
#: Other work has days of its own.
_OTHER = Pattern(r"每|延长|分别|上报|报送|另|二期")


def parts_and_whole(context: Context) -> Iterator[Clash]:
    """All of them."""
    passages = context.once(timed_passages)
    for passage in passages:
        yield from _some_after_all(passage)
        yield from _part_behind_whole(passage)
    yield from _stages_beyond(context, passages)
    yield from _told_too_soon(context)
    yield from _told_a_month_late(context, passages)
    yield from _accepted_too_soon(passages)
    yield from _odd_rows(context, passages)
    yield from _goals(context.document, passages)


def _some_after_all(passage: Passage) -> Iterator[Clash]:
    """What is to be done in part, and as a whole on a day before that: 6月底前完成8个，5月底前全部完成."""
    for part, whole in pairwise(passage.things):
        turned = part.sentence == whole.sentence and part.kind == whole.kind == "by" and whole.last < part.last
        if turned and _SOME.search(part.behind) and _ALL.search(whole.behind) and not _OTHER.search(part.said + whole.said):
            yield Clash("order", whole.behind.strip("，、"), whole.at, whole.at.value, part.at.value, part.at)


#: The whole, in front of its parts: 全部任务于10月底前完成。其中，….
_WHOLE = Pattern(r"全部|全面|整体|总体|所有|均|项目|工程|任务")
_PARTS_FOLLOW = "其中"


def _part_behind_whole(passage: Passage) -> Iterator[Clash]:
    """The part, told behind 其中, that is due after the whole in front of it."""
    value = passage.text.value
    at = value.find(_PARTS_FOLLOW)
    wholes = [thing for thing in passage.things if thing.end <= at and thing.kind == "by"]
    if not wholes or not _WHOLE.search(wholes[-1].said) or "。" in value[wholes[-1].end : at].rstrip("。"):
        return
    late = [thing for thing in passage.things if thing.start > at and thing.kind == "by" and thing.last > wholes[-1].last]
    if len(late) == 1 and "。" not in value[at : late[0].start] and not _OTHER.search(late[0].said):
        yield Clash("order", late[0].before.strip("，、于在") or late[0].behind.strip("，、"), late[0].at, late[0].at.value, wholes[-1].at.value, wholes[-1].at)


#: What a period of the whole work is told by.
_TERM = Pattern(r"(?:行动|活动|整治|期限|时间|周期|工期|攻坚|试点|工作|检查|竞赛|专项)[”》]?(?:时间)?(?:为|是|自|从|：|于|定于|在)?(?:20\d\d年)?$")
_BEHIND = Pattern(r"^[，,]?(?:分|结束|止|开展|实施|集中)")


def _stages_beyond(context: Context, passages: Sequence[Passage]) -> Iterator[Clash]:
    """The one stage that goes beyond the period which the text gives the whole, where no other does."""
    told = context.once(stages)
    wholes = {}
    of_stages = {stage.time.at.span() for stage in told}
    for passage in passages if told else ():
        for thing in passage.things:
            if thing.kind == "span" and thing.at.span() not in of_stages and passage.part == told[0].passage.part and (_TERM.search(thing.before) or _BEHIND.search(thing.behind)):
                wholes[thing.first, thing.last] = thing
    if len(wholes) != 1:
        return
    whole = next(iter(wholes.values()))
    beyond = [stage for stage in told if stage.time.last > whole.last or stage.time.first < whole.first]
    if len(beyond) == 1 and len(told) > 1:
        yield Clash("outside", beyond[0].name, beyond[0].time.at, beyond[0].time.at.value, whole.at.value, whole.at)


#: What a stage brings about is told when it is over: 自评阶段 and 自评报告.
_REPORT = Pattern(r"^[，、]?(?:形成|报送|上报|提交|报|将|把)[^，。；]{0,14}?(?P<word>[\u3400-\u9fff]{2})(?:工作)?(?:情况)?(?:报告|总结|结果|材料|情况表|表|台账|清单)")
_STILL = 3
#: So much of a stage is still to come.
_STILL_TO_COME = 3


def _told_too_soon(context: Context) -> Iterator[Clash]:
    """The report on a stage that is due long before the stage is over, of one that lasts some days at least."""
    for stage in context.once(stages):
        whole = stage.time
        for thing in stage.passage.things[1:]:
            match = _REPORT.match(thing.behind) if thing.kind == "by" and whole.first <= thing.last < whole.last else None
            left = (whole.last - thing.last).days
            if match is not None and match["word"] in stage.name and left * _STILL_TO_COME > (whole.last - whole.first).days and left >= _STILL:
                yield Clash("perhaps", stage.name, thing.at, thing.at.value, whole.at.value, whole.at)


def _told_a_month_late(context: Context, passages: Sequence[Passage]) -> Iterator[Clash]:
    """What is told of a stage on the day on which it ends, but of a month in which the next stage is under way."""
    told = context.once(stages)
    for stage, following in pairwise(told):
        for thing in under_stage(stage, passages):
            late = thing.kind == "by" and following.time.first < thing.last <= following.time.last
            if late and thing.last.day == stage.time.last.day and _REPORTED.search(thing.behind.lstrip('，').split('，')[0]) and not _OTHER.search(thing.before):
                yield Clash("perhaps", stage.name, thing.at, thing.at.value, stage.time.at.value, stage.time.at)


_REPORTED = Pattern(r"(?:报送|上报|提交|报)[^，。；]{0,20}?(?:报告|总结|结果|情况|台账|清单|材料)|(?:报告|总结|结果|情况|台账|清单|材料)[^，。；]{0,6}(?:报送|上报|提交|报)")

#: All of the work is done, and then looked at before it is taken over.
_COMPLETED = Pattern(r"^(?:前)?(?:全部|全面)[^，。；]{0,8}(?:完工|竣工|建成|完成)|^(?:前)?(?:完成|建成)(?:全部|所有)")
_ACCEPTED = Pattern(r"^[^，。；]{0,16}?(?:(?:组织|完成|开展|通过)[^，。；]{0,16}验收)(?!材料|资料|方案|准备)")


def _accepted_too_soon(passages: Sequence[Passage]) -> Iterator[Clash]:
    """The acceptance told behind the completion, in the same list or paragraph, that is due before it."""
    done: tuple[Passage, Timed] | None = None
    for passage in passages:
        for thing in passage.things:
            if thing.kind == "by" and _COMPLETED.search(thing.behind):
                done = passage, thing
            elif done is not None and thing.kind == "by" and _ACCEPTED.search(thing.behind) and thing.last < done[1].last and _beside(done[0], passage) and not _IN_PART.search(thing.said):
                yield Clash("perhaps", thing.behind.strip("，、"), thing.at, thing.at.value, done[1].at.value, done[1].at)


_IN_PART = Pattern(r"首批|第[一二三四五]|部分|阶段|中间|分部|隐蔽|材料|已|上年|前期|一期")


def _beside(one: Passage, other: Passage) -> bool:
    ours, theirs = one.node, other.node
    return one is other or isinstance(ours, Heading) and isinstance(theirs, Heading) and ours.numbering is theirs.numbering and ours.parent is theirs.parent


#: So many rows are due on the day that the text sets; another month is a slip, another day where all are wanted by that day.
_ROWS = 3
_WANTS_ALL = Pattern(r"全部|均|一律|所有|逐[一项]")
#: The last days of months: what lies a month later ends another day.
_ENDS = (28, 29, 30, 31)


def _odd_rows(context: Context, passages: Sequence[Passage]) -> Iterator[Clash]:
    """The one row that is due later than all others of its table, which are due on a day that the text sets."""
    wanted = {thing.last: thing for passage in passages for thing in passage.things if thing.kind == "by"}
    tables = [table for table in context.document.of("table") if isinstance(table, Table) and len(table.rows) > _ROWS] if wanted else []
    for table in tables:
        rows = [(name, given) for name, given in rows_with_days(table, context) if given.kind != "span"]
        days = Counter(given.last for _name, given in rows)
        odd = [(name, given) for name, given in rows if days[given.last] == 1]
        if len(days) != _PAIR or len(odd) != 1 or len(rows) <= _ROWS:
            continue
        name, given = odd[0]
        day = next(day for day in days if day != given.last)
        if day in wanted and given.last > day and (_WANTS_ALL.search(wanted[day].said) or given.last.day == day.day or given.last.day in _ENDS and day.day in _ENDS):
            yield Clash("perhaps", name, given.at, given.at.value, wanted[day].at.value, wanted[day].at)


_PAIR = 2
_GOAL = Pattern(r"目标|指标")
_EMPTY = Pattern(lambda: rf"[^\u3400-\u9fff]|{one_of(time_words('empty'))}|加快|深入|扎实|大力|着力|强化|加强|抓好|积极|进一步|行动|工程")
_SHORTEST, _LONGEST = 4, 14


def _goals(document: Document, passages: Sequence[Passage]) -> Iterator[Clash]:
    """Tasks due after the day by which the goals of the text want them done, named there by the words of their headings."""
    goals = [(thing, passage) for passage in passages for thing in passage.things if _above(passage) and thing.kind != "span"]
    for task in document.tasks if goals else ():
        title = task.heading.title.split("。")[0] if task.heading is not None else ""
        words = _EMPTY.sub("", title)
        last = task.deadline.last if task.deadline is not None and task.deadline.kind == "date" else None
        if task.form == "row" or last is None or not _SHORTEST <= len(words) <= _LONGEST:
            continue
        pairs = {words[at : at + 2] for at in range(len(words) - 1)}
        named = [thing for thing, _passage in goals if pairs <= _pairs(thing.behind)]
        if len(named) == 1 and last > named[0].last and last.year == named[0].last.year and not _OTHER.search(named[0].behind):
            yield Clash("perhaps", title, task.due_at, task.due_at.value, named[0].at.value, named[0].at)


def _above(passage: Passage) -> bool:
    """Whether a passage tells goals."""
    node = passage.node
    head = node.heading if isinstance(node, Paragraph) else node
    return isinstance(head, Heading) and _GOAL.search(head.title[:_LONGEST]) is not None


def _pairs(words: str) -> set[str]:
    letters = _EMPTY.sub("", words)
    return {letters[at : at + 2] for at in range(len(letters) - 1)}

