"""What is asked for by two days (报送时限两处不一): by the text and by the form attached, within a stage and behind it, for a thing on show and before its end (norm TSK-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.task.plan_deadlines import Clash
from hegao.document.model import Document, Heading, Part
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import task_verbs

#: What is done with a paper that is asked for.
_SENT = Pattern(r"报(?!名|考|销|警)|反馈|送达|提交|发送|交(?!通)|寄|填|函复|回复|返回|反映")
#: A note on a form: 注：请于…, （请于…前反馈）.
_NOTE = Pattern(r"[（(]?(?:\d{1,2}[.、．])?(?:(?:注|备注|说明|填表说明|注意)[：:])?[^。；]{0,24}$")
_LONGEST_NOTE = 90
#: The paper that a form is, at the end of its title.
_PAPER = Pattern(r"(?:回执|[\u3400-\u9fff]{2}(?:表|单|书|函))(?:[（(][^（）()]*[）)])?$")
#: Work done round by round, or by one body after the other, has several days.
_SEVERAL = Pattern(r"每|首[次批]|第[一二三四五六\d]+[批轮次期季]|上半年|下半年|季度|分别|再次|次年|逐级|延长|补")


class _Asked(NamedTuple):
    thing: Timed
    sentence: str
    part: int


def asked_days(context: Context) -> Iterator[Clash]:
    """All that is asked for by two days, each once."""
    passages = context.once(timed_passages)
    asked = [one for passage in passages for one in _asked(passage)] if passages else []
    if asked:
        yield from _in_forms(context.document, passages, asked)
        yield from _outside_period(context.document, passages, asked)
        yield from _closing(passages, asked)
        yield from _missed(passages, asked)


def _asked(passage: Passage) -> Iterator[_Asked]:
    value = passage.text.value
    for thing in passage.things:
        if thing.kind == "by":
            begin = value.rfind("。", 0, thing.start) + 1
            end = value.find("。", thing.end)
            sentence = value[begin : end if end >= 0 else len(value)]
            if _SENT.search(sentence) and not _SEVERAL.search(sentence):
                yield _Asked(thing, sentence, passage.part)


def _in_forms(document: Document, passages: Sequence[Passage], asked: Sequence[_Asked]) -> Iterator[Clash]:
    """A note on a form that asks for it by another day than the text does."""
    for number, part in enumerate(document.parts):
        if part.role != "annex" or part.title is None:
            continue
        notes = [passage for passage in passages if passage.part == number and len(passage.text) <= _LONGEST_NOTE and _is_note(passage)]
        told = [one for one in asked if one.part == 0 and _names(one.sentence, part, document)] if len(notes) == 1 else []
        days = {one.thing.last for one in told}
        if len(days) == 1 and notes[0].things[0].last not in days:
            thing, there = notes[0].things[0], told[0].thing
            yield Clash("twice", part.title.text.value.strip(), thing.at, thing.at.value, there.at.value, there.at)


def _is_note(passage: Passage) -> bool:
    things = passage.things
    return len(things) == 1 and things[0].kind == "by" and _NOTE.match(passage.text.value[: things[0].start]) is not None and _SENT.search(things[0].behind) is not None


def _names(sentence: str, part: Part, document: Document) -> bool:
    """Whether a sentence of the text speaks of a form: by its title, by the paper that it is, or as the one that is attached."""
    title = "".join(part.title.text.value.split()) if part.title is not None else ""
    paper = _PAPER.search(title)
    number = document.annexes.index(part) + 1
    if title in sentence or f"附件{number}）" in sentence or f"附件{number}，" in sentence or paper is not None and paper[0] in sentence:
        return True
    if len(document.annexes) == 1 and "附件" in sentence:
        return True
    asking = [one for one in document.annexes if one.title is not None and _OPINION.search(one.title.text.value)]
    return asking == [part] and _OPINION.search(sentence) is not None


_OPINION = Pattern(r"意见(?!稿)|反馈")
#: What has a time of its own, within which it is asked for, and what is asked for then.
_OPEN = Pattern(r"报名|申报|征集|投稿|推荐|公示")
_OBJECTION = Pattern(r"异议")


def _outside_period(document: Document, passages: Sequence[Passage], asked: Sequence[_Asked]) -> Iterator[Clash]:
    """What is to be handed in behind the time in which it is taken, and objections to be raised before what is shown is taken down."""
    periods: dict[str, list[Timed]] = {}
    for passage in passages:
        spans = [thing for thing in passage.things if thing.kind == "span"]
        named = _OPEN.search(_name(document, passage, spans[0])) if spans and passage.things[0] is spans[0] else None
        if named is not None:
            periods.setdefault(named[0], []).append(spans[0])
    for word, told in periods.items():
        if len({(one.first, one.last) for one in told}) != 1:
            continue
        for one in asked:
            late = word != "公示" and word in one.sentence and one.thing.last > told[0].last and any(_PAPERS.match(one.sentence, at + len(word)) for at in _places(word, one.sentence))
            early = word == "公示" and _OBJECTION.search(one.sentence) is not None and told[0].first <= one.thing.last < told[0].last
            if late or early:
                yield Clash("twice", f"{word}材料" if late else "异议", one.thing.at, one.thing.at.value, told[0].at.value, told[0].at)
                break


#: The paper by which something is asked for, behind its word: 报名表, 申报材料.
_PAPERS = Pattern(r"(?:表|材料|书|资料|信息)")
_NAME_WITHIN = 16


def _places(word: str, sentence: str) -> list[int]:
    return [at for at in range(len(sentence)) if sentence.startswith(word, at)]


def _name(document: Document, passage: Passage, thing: Timed) -> str:
    """What a period is called: the words in front of it, else the heading or the label above."""
    before = passage.text.value[max(0, thing.start - _NAME_WITHIN) : thing.start]
    if before.strip("　 ：:") or isinstance(passage.node, Heading):
        return before
    above = document.parts[passage.part].nodes[passage.place - 1] if passage.place else passage.node.heading
    return above.text.value[:_NAME_WITHIN] if above is not None else ""


#: 报送截止时间为3月30日: by when it is asked for, told once more.
_CLOSES = Pattern(lambda: rf"(?P<word>{one_of((*task_verbs('tells'), '报名', '申报', '征集'))})(?:的)?(?:材料)?截止(?:时间|日期)?(?:为|是|：|至|到)?$")


def _closing(passages: Sequence[Passage], asked: Sequence[_Asked]) -> Iterator[Clash]:
    """The last day on which something is taken, against the one day by which the text asks for it."""
    for passage in passages:
        for thing in passage.things:
            match = _CLOSES.search(thing.before)
            told = [one for one in asked if match is not None and one.thing is not thing and _one_thing(one, match["word"])]
            if match is not None and len({one.thing.last for one in told}) == 1 and told[0].thing.last != thing.last:
                yield Clash("perhaps", match["word"], thing.at, thing.at.value, told[0].thing.at.value, told[0].thing.at)


#: Who is late by a day, whatever becomes of him: 4月20日前未报送数据的，予以通报.
_LATE = Pattern(lambda: rf"^(?:仍|尚|还)?(?:未|没有)(?:按要求|按时)?(?P<word>{one_of((*task_verbs('tells'), '报名', '申报', '提交', '反馈', '缴纳'))})(?P<what>[\u3400-\u9fff]{{0,12}})的")


def _missed(passages: Sequence[Passage], asked: Sequence[_Asked]) -> Iterator[Clash]:
    """The day behind which one is late, against the one day by which the text asks for it."""
    for passage in passages:
        for thing in passage.things:
            match = _LATE.match(thing.behind)
            told = [one for one in asked if match is not None and one.thing is not thing and _one_thing(one, match["word"]) and match["what"][:4] in one.sentence]
            if match is not None and len({one.thing.last for one in told}) == 1 and told[0].thing.last != thing.last:
                yield Clash("perhaps", match["word"], thing.at, thing.at.value, told[0].thing.at.value, told[0].thing.at)


def _one_thing(one: _Asked, word: str) -> bool:
    """Whether what is asked for is asked for by that word; 报 is any of those by which papers are sent."""
    return word in one.sentence or word in ("报送", "提交", "上报") and "报" in one.thing.behind
