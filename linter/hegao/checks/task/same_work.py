"""One piece of work told twice with two days: a row of a table and a passage of the text, a paper asked for in two places (norm TSK-11)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.task.plan_deadlines import Clash
from hegao.document.model import Heading, Task
from hegao.phrases.dates import find_dates
from hegao.phrases.deadlines import Deadline
from hegao.phrases.ranges import find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, task_verbs, time_words

_NO_HAN = Pattern(r"[^㐀-鿿]+")
#: What joins two things, of which the text may tell more of each.
_JOINT = Pattern(r"(?<=[㐀-鿿]{2})[和及与并](?=[㐀-鿿]{2})|[、，]")
#: Words that tell nothing of the work.
_EMPTY = Pattern(lambda: rf"{one_of(time_words('empty'))}|各[县镇乡市区]")
_SHORTEST = 6
_SHORTEST_SAID = 4
_LIKE, _SECOND = 0.8, 0.55
#: Work that is done part by part, and what begins only; a row that counts may be one of several parts.
_PARTS = r"每|首[次批]|第[一二三四五六\d]+[批轮次期季]|上半年|下半年|季度|分别|再次|次年|累计|其中|阶段性|启动|开工"
_IN_PART = Pattern(rf"{_PARTS}|\d[%％批期]|过半|一半")
_AGAIN = Pattern(rf"{_PARTS}|\d")


def _words(text: str) -> str:
    return _NO_HAN.sub("", _EMPTY.sub("，", text))


def _pairs(letters: str) -> frozenset[str]:
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


_MISSED = Pattern(r"^[^。；]{0,30}(?:仍|尚|还|均|迟迟|至今)未")


def same_work(context: Context) -> Iterator[Clash]:
    """The one row whose work the text tells, too, by another day; where several differ, the table tells other milestones."""
    rows = [task for task in context.document.tasks if task.form == "row" and _one_day(task)]
    if not rows:
        return
    said = [(thing, _of_passage(passage, thing)) for passage in context.once(timed_passages) if passage.part == 0 for thing in _bounds(passage)]
    matched = [(task, thing) for task in rows if (thing := _same(task, said, rows)) is not None]
    wrong = [(task, thing) for task, thing in matched if task.deadline is not None and task.deadline.last != thing.last and not held_within(task.deadline, thing.last)]
    # 应于6月底前办结，至今未办结: a day that was missed, for which the table sets a new one.
    wrong = [(task, thing) for task, thing in wrong if not _MISSED.search(thing.behind)]
    if len(wrong) == 1 or len(wrong) * 3 <= len(matched):
        for task, thing in wrong:
            if task.deadline is not None:
                yield Clash("table", task.measure.value, task.due_at, task.deadline.written, thing.at.value, thing.at)


def held_within(due: Deadline, bound: datetime.date) -> bool:
    """Whether a row tells from when to when something is done, and that is over by the day that the text sets."""
    return due.last is not None and due.last <= bound and any(True for _found in find_ranges(due.written))


#: An hour beside the day: something is held then, nothing is due.
_HOUR = Pattern(r"\d{1,2}[:：]\d{2}|\d{1,2}时")


def _one_day(task: Task) -> bool:
    """Whether a row sets one day for one thing, by which it is due."""
    if task.deadline is not None and _HOUR.search(task.deadline.written):
        return False
    return task.deadline is not None and task.deadline.kind == "date" and task.deadline.last is not None and not _AGAIN.search(task.measure.value)


def _bounds(passage: Passage) -> Iterator[Timed]:
    """The deadlines of a passage; one that stands alone is for all that the passage says."""
    yield from (thing for thing in passage.things if thing.kind == "by" and not _IN_PART.search(thing.before[-12:] + thing.behind[:30]))


def _of_passage(passage: Passage, thing: Timed) -> tuple[str, str]:
    """What a deadline is for: the words behind it, and the heading that it stands behind with those before it."""
    node = passage.node
    alone = len(passage.things) == 1
    title = node.title if isinstance(node, Heading) and alone else ""
    told = sum(1 for other in passage.things if other.sentence == thing.sentence)
    value = passage.text.value
    before = value[value.rfind("。", 0, thing.start) + 1 : thing.start] if told == 1 else thing.before
    return _words(thing.behind.split("，")[0]), f"{_words(title)}，{_words(before)}，{_words(thing.behind)}"


def _same(task: Task, said: Sequence[tuple[Timed, tuple[str, str]]], rows: Sequence[Task]) -> Timed | None:
    """The one thing of the text that a row is about."""
    letters = _words(task.measure.value)
    pairs = frozenset(pair for piece in _JOINT.split(task.measure.value) for pair in _pairs(_words(piece)))
    if len(letters) >= _SHORTEST:
        shares = sorted(((len(pairs & _pairs(words)) / len(pairs), number) for number, (_thing, (_behind, words)) in enumerate(said)), reverse=True)
        if shares and shares[0][0] >= _LIKE and (len(shares) == 1 or shares[1][0] < _SECOND):
            return said[shares[0][1]][0]
    close = [thing for thing, (behind, _all) in said if len(behind) >= _SHORTEST_SAID and _within(behind, letters)]
    if len(close) != 1:
        return None
    told = next(behind for thing, (behind, _all) in said if thing is close[0])
    return None if any(_within(told, _words(one.measure.value)) for one in rows if one is not task) else close[0]


def _within(short: str, long: str) -> bool:
    """Whether the letters of the one stand in the other in their order, and make up most of it, to its end."""
    if len(short) < _SHORTEST_SAID or len(short) * 3 < len(long) * 2 or short[-2:] != long[-2:]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


_PAPER = Pattern(lambda: rf"(?P<paper>《[^》]{{3,30}}》|[一-鿿]{{2,16}}?(?:{one_of(time_words('paper'))}|[一-鿿]表))")
#: 各社区关爱台账于…上报; …编写调查报告，…上报.
_JUST_TOLD = Pattern(lambda: rf"(?P<paper>[一-鿿]{{2,20}}?(?:{one_of(time_words('paper'))}))(?:务必|必须|应当|统一|须|应)?[于在]?$")
_MADE = Pattern(lambda: rf"(?:编写|编制|填写|填报|撰写)(?P<paper>[一-鿿]{{4,16}}?(?:{one_of(time_words('paper'))}))，$")
_SENT = Pattern(lambda: rf"{one_of(task_verbs('tells'))}|提交|反馈|报(?=[一-鿿]{{2,16}}{one_of(kind.ending for kind in body_kinds())})|填报")
#: A paper told by fewer letters may be another one.
_SHORTEST_PAPER, _SURE_PAPER = 4, 6


def same_papers(context: Context) -> Iterator[Clash]:
    """A paper that the same bodies are asked for twice by two days."""
    asked: list[tuple[str, str, Timed]] = []
    for passage in context.once(timed_passages):
        for thing in _bounds(passage) if passage.part == 0 else ():
            if not _SENT.search(thing.said):
                continue
            begin = passage.text.value.rfind("。", 0, thing.start) + 1
            who = passage.text.value[max(begin, len(passage.node.label) if isinstance(passage.node, Heading) and not begin else begin) : thing.start]
            found = _PAPER.match(_LEAD.sub("", thing.behind)) or _JUST_TOLD.search(thing.before) or _MADE.search(who)
            if found:
                asked.append((_NO_HAN.sub("", found["paper"]), _first(who), thing))
    for index, (paper, who, thing) in enumerate(asked):
        for other, asker, there in asked[:index]:
            short, long = sorted((paper, other), key=len)
            if len(short) >= _SHORTEST_PAPER and long.endswith(short) and who and who == asker and thing.last != there.last:
                yield Clash("twice" if len(short) >= _SURE_PAPER else "perhaps", short, thing.at, thing.at.value, there.at.value, there.at)
                break


_LEAD = Pattern(r"^[，、]?(?:将|把|向[^，。；]{2,14}?(?=报送|上报|提交)|报送?|上报|提交|填报|完成)+")
_ASKED = Pattern(r"^(?:请|要求|望|由)")


def _first(who: str) -> str:
    """By what those who are asked are known: 各镇."""
    return _ASKED.sub("", who.strip("，、 "))[:2]


def tells_day(text: str, day: datetime.date) -> bool:
    """Whether a text that sets several days names this one among them."""
    return any((phrase.month, phrase.day) == (day.month, day.day) and phrase.year in (None, day.year) for phrase in find_dates(text))
