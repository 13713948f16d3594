"""Tasks in running text: a sentence that says who leads and who helps, or that names a unit and sets a day for its work."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from hegao.document.model import Heading, Task
from hegao.document.period import Period, units_of
from hegao.phrases.clauses import COOP, LEAD, RESPONSIBLE, segments
from hegao.phrases.dates import DatePhrase, find_dates
from hegao.phrases.deadlines import Deadline, due_of, read_deadline
from hegao.phrases.spoken_duty import SpokenDuty, find_spoken_duty
from hegao.phrases.units import locate_units
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, deadline_words, duty_words, issuing_words, level_names, task_verbs

#: What goes on for longer is none.
_SENTENCE = Pattern(r"[^。；！？;!?]{1,2000}")
_BODY_END = ending_in(body_endings("act"))
_ASIDE = "(?:（[^（）]{1,8}）)?"
_LEVELS = level_names("each")
#: 各县（市、区）, 各市、县: a level of government stands for its bodies.
_EACH = rf"各(?:有关|相关)?{one_of((*_LEVELS, '地'))}{_ASIDE}(?:、{one_of(_LEVELS)}{_ASIDE}){{0,3}}"
#: Others named before it, without the noun that they share with it perhaps: 各区、各部门; 各牵头、责任单位.
_OTHERS = rf"(?:{_EACH}(?:、|和|及)?|各(?:有关)?{one_of(duty_words('head', 'lead', 'responsible', 'coop'))}(?:、|和|及))"
#: A body as the subject: behind it stands what it must do, or the day.
_SUBJECT = Pattern(
    rf"(?:^|(?<=[，,：:。；;！？])|(?<=请)|(?<=由)|(?<=要求))(?P<name>{_OTHERS}?(?:《[^》]{{1,80}}》)?[^，,：:。；;、（）()《》“”]{{0,40}}(?:[（(][^（）()]{{1,6}}[）)][^，,：:。；;、（）()]{{0,12}})?{_BODY_END}(?:[（(][^（）()]{{1,20}}[）)])?"
    rf"(?:、[^，,：:。；;、]{{1,24}}{_BODY_END}(?:[（(][^（）()]{{1,20}}[）)])?){{0,12}}|{_EACH})"
    r"(?=要|应|须|需|必须|负责|组织|会同|联合|牵头|起草|调研|制定|细化|完成|提前|对|将|把|按|根据|结合|每|于|在|，|,|\d)"
)
_OBLIGED = Pattern(f"{one_of(task_verbs('dated'))}|将[^，。]{{2,40}}报")
_PAST = Pattern(r"已(?:经|于)?[^，]{0,6}$|曾|以来|于[^，。]{0,16}(?:召开|审议通过)")
#: What was done, not what is to do: 公布的《…》, 设立了.
_DONE = Pattern(
    rf"(?:{one_of(issuing_words())}|制定|出台|通过|批准|修订)[^，。]{{0,3}}(?:的|了)"
    rf"|[^，。；]{{0,60}}{one_of(task_verbs())}了"
)
_NO_BOUND = Pattern(r"\s*(?:[（(](?:星期|周).[）)])?(?:至|到|—|-|～|召开|印发|起|以来|施行|以后)")
#: A list of days goes on: 3月1日、6月1日和9月1日前 is one task, due on the last.
_MORE_DAYS = Pattern(r"前?\s*[、和及与]\s*(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底)")
_DUE_WORDS = ("于", "在", "要求")
#: How far before and behind a date its sentence is looked at.
_BEFORE, _BEHIND = 40, 100
_COUNTED = Pattern(
    rf"(?:在)?(?P<words>(?:本|自)[^，。；]{{1,12}}?(?:下达|{one_of(issuing_words())})(?:之日)?(?:起|后)\s*\d{{1,3}}\s*个?(?:工作日|日|天|月|周)内)"
)


#: The time of a duty that names no day, at the beginning of a part of its sentence: 每季度末25日前, 近期, 长期坚持.
_SAID_TIME = Pattern(
    r"\s*(?:于|在|并|须|要|力争|争取|尽量|确保)?(?:每[年月周日季半][^，。；]{0,12}?(?:前|次)?|"
    rf"(?:20\d\d年)?{one_of(deadline_words('vague'))}|{one_of(deadline_words('open'))}[^，。；]{{0,4}}|"
    r"[^，。；]{0,16}(?:起|后|内)?\d{1,3}个?(?:工作日|日|天|个月)内|立即|即日起)"
)


class _Subject(NamedTuple):
    name: str
    start: int
    end: int


def sentence_tasks(block: Text, heading: Heading | None, period: Period) -> list[Task]:
    """Sentences that name a unit and set a day for its work; clauses among them are read elsewhere."""
    value = block.value
    dated = "月" in value or "日内" in value or "年底" in value or "周内" in value
    if not dated and "牵头" not in value and "负责" not in value:
        return []
    # Behind the label of a heading (一、) its words begin.
    label = len(heading.label) if heading is not None and heading.body is block else 0
    sentences = [(max(match.start(), label), match.end()) for match in _SENTENCE.finditer(value)]
    subjects = _Subjects(value, sentences)
    tasks = []
    year = period.year
    for index, (start, end) in enumerate(sentences):
        duty = find_spoken_duty(value, start, end)
        if duty is not None:
            tasks.append(_handed_out(block, start, end, duty, Period(year, period.issued)))
        for phrase in find_dates(value[start:end]) if dated else ():
            if phrase.year is not None and phrase.month is not None:
                year = phrase.year
            if duty is None and _binds(value, start, end, phrase) and not _MORE_DAYS.match(value, start + phrase.end):
                subject = subjects.of(index, start + phrase.start)
                if subject is not None:
                    tasks.append(_dated(block, start, end, phrase, subject, year))
        if duty is None:
            tasks.extend(_counted(block, start, end, period))
    for task in tasks:
        task.heading = heading
    return tasks


def _handed_out(block: Text, start: int, end: int, duty: SpokenDuty, period: Period) -> Task:
    """The task that a sentence hands to those whom it names."""
    task = Task(block.slice(duty.start, end), "sentence", block.slice(start, end))
    for role in (LEAD, COOP, RESPONSIBLE):
        getattr(task, role).extend(units_of(block, duty.clause.units.get(role, [])))
    found = _due(block, start, end, duty, period)
    if found is not None:
        task.deadline, task.deadline_text = found
    return task


def _due(block: Text, start: int, end: int, duty: SpokenDuty, period: Period) -> tuple[Deadline, Text] | None:
    """Until when a duty is to be done: the last day that binds it, else what the sentence says of its time."""
    value = block.value
    bounds = []
    year = period.year
    for phrase in find_dates(value[start:end]):
        if phrase.year is not None and phrase.month is not None:
            year = phrase.year
        first, last = start + phrase.start, start + phrase.end
        if phrase.exists and phrase.after not in ("起", "后") and (phrase.month is not None or phrase.part) and _is_due(value, start, first, last, phrase):
            bounds.append((phrase.last(year) or datetime.date.min, first, phrase, year))
    if bounds:
        _day, at, phrase, year = max(bounds, key=lambda bound: bound[:2])
        stop = start + phrase.end
        written = block.slice(at, stop + 1 if phrase.after == "前" and value.startswith("前", stop, end) else stop)
        return Deadline(written.value, "date", due_of(phrase, year), phrase.last(year)), written
    for left, right in segments(value, duty.end, end):
        said = _SAID_TIME.match(value, left, right)
        deadline = read_deadline(said[0], period.year, period.issued) if said else None
        if said is not None and deadline is not None and deadline.kind != "unclear":
            return deadline, block.slice(*said.span())
    return None


def _is_due(value: str, start: int, first: int, last: int, phrase: DatePhrase) -> bool:
    """Whether a date in the sentence of a duty is a day by which something is due."""
    if _NO_BOUND.match(value[last : last + 12]) or value[max(start, first - 2) : first].rstrip().endswith(("至", "到", "从", "自", "比", "较", "—")):
        return False
    return phrase.after in ("前", "止") or bool(phrase.part) or value[max(start, first - 2) : first].rstrip().endswith(_DUE_WORDS)


class _Subjects:
    """Who is named in the sentences of a text; each sentence is searched once."""

    def __init__(self, text: str, sentences: list[tuple[int, int]]) -> None:
        self._text = text
        self._sentences = sentences
        self._named: dict[int, list[_Subject]] = {}
        #: Who was found before a sentence, and that sentence.
        self._earlier: tuple[int, _Subject | None] = (0, None)

    def of(self, index: int, at: int) -> _Subject | None:
        """Who is named last before ``at`` in a sentence; without one it goes on about whom an earlier one began with.

        Sentences are asked for in their order.
        """
        named = self._in(index)
        last = bisect_left(named, at, key=attrgetter("start"))
        return named[last - 1] if last else self._before(index)

    def _in(self, index: int) -> list[_Subject]:
        if index not in self._named:
            self._named[index] = list(_subjects(self._text, *self._sentences[index]))
        return self._named[index]

    def _before(self, index: int) -> _Subject | None:
        known, subject = self._earlier
        subject = next((named[0] for one in range(index - 1, known - 1, -1) if (named := self._in(one))), subject)
        self._earlier = (index, subject)
        return subject


def _subjects(text: str, start: int, end: int) -> Iterator[_Subject]:
    for match in _SUBJECT.finditer(text[start:end]):
        name = re.sub(r"^(?:请|由|要求|项目由|该项目由)", "", match["name"])
        stop = start + match.end("name")
        if len(re.sub(r"《[^》]*》", "", name)) >= 2:
            yield _Subject(name, stop - len(name), stop)


def _binds(text: str, start: int, end: int, phrase: DatePhrase) -> bool:
    """Whether a date in the sentence between ``start`` and ``end`` is a bound for what is still to do."""
    if phrase.month is None or not phrase.exists or phrase.after in ("起", "后"):
        return False
    first, last = start + phrase.start, start + phrase.end
    before = text[max(start, first - _BEFORE) : first]
    behind = text[last : min(end, last + _BEHIND)]
    bound = phrase.after == "前" or before.rstrip().endswith(_DUE_WORDS)
    plain = phrase.day is None and behind.startswith(("报", "提交", "完成"))
    if not (bound or plain) or before.endswith(("至", "到", "—", "-", "从", "自")):
        return False
    if _PAST.search(before[-12:]) or _DONE.match(behind) or _NO_BOUND.match(behind):
        return False
    return _OBLIGED.search(behind[:80]) is not None


def _dated(block: Text, start: int, end: int, phrase: DatePhrase, subject: _Subject, year: int | None) -> Task:
    """The task that a date sets for a subject."""
    at, stop = start + phrase.start, start + phrase.end
    written = block.slice(at, stop + 1 if phrase.after == "前" and block.value.startswith("前", stop, end) else stop)
    deadline = Deadline(written.value, "date", due_of(phrase, year), phrase.last(year))
    return _assigned(block, subject, start, end, at, deadline, written)


def _counted(block: Text, start: int, end: int, period: Period) -> Iterator[Task]:
    """Tasks due so many days after the document's own issue."""
    counted = any(block.value.find(words, start, end) >= 0 for words in ("日内", "天内", "月内", "周内"))
    match = _COUNTED.search(block.value, start, end) if counted else None
    subject = next(_subjects(block.value, start, end), None) if match else None
    if match is None or subject is None:
        return
    deadline = read_deadline(match["words"], period.year, period.issued)
    if deadline is not None:
        yield _assigned(block, subject, start, end, match.start("words"), deadline, block.slice(*match.span("words")))


def _assigned(block: Text, subject: _Subject, start: int, end: int, at: int, deadline: Deadline, written: Text) -> Task:
    near = max(subject.start, start) if subject.start <= at else start
    task = Task(block.slice(near, end), "sentence", block.slice(start, end))
    task.responsible = units_of(block, [(name, subject.start + a, subject.start + b) for name, a, b in locate_units(subject.name)])
    task.deadline = deadline
    task.deadline_text = written
    return task
