"""What is asked for, cut off or handed out by two days (同一事项两处时限不一), told in other words the second time (norm TSK-11).

Bound are: two passages by the paper that both name (检查情况), a day of cutting off (…后不再受理) by the request in front of it, the days of one
round (第一批资金) by the round and the verb, and the report on a period by the work that the period is of.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.task.plan_deadlines import Clash
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, task_verbs, time_words

#: Work done round by round, or by one body after the other, has several days.
_SEVERAL = Pattern(r"每|首[次批]|第[一二三四五六\d]+[批轮次期季]|上半年|下半年|季度|分别|再次|次年|逐级|延长|补报|阶段性|中期|月报|初稿|二期|另")


class _Told(NamedTuple):
    """A timed thing with its passage and its sentence."""

    thing: Timed
    passage: Passage
    sentence: str


def asked_again(context: Context) -> Iterator[Clash]:
    """All of them."""
    passages = context.once(timed_passages)
    told = [_Told(thing, passage, _sentence(passage, thing)) for passage in passages for thing in passage.things]
    yield from _papers(told)
    yield from _cut_off(told)
    yield from _rounds(told)
    yield from _same_words(told)
    yield from _too_soon(told)


def _sentence(passage: Passage, thing: Timed) -> str:
    value = passage.text.value
    begin = max(value.rfind(mark, 0, thing.start) for mark in "。；") + 1
    end = min((at for mark in "。；" if (at := value.find(mark, thing.end)) >= 0), default=len(value))
    return value[begin:end]


#: What is done with a paper, and by what it is known.
_SENT = Pattern(r"报(?!名|考|销|警|到|废|价)|反馈|送达|提交|发送|交(?!通|流|易|叉)|寄|填|函复|邮箱")
_PAPER = Pattern(lambda: rf"(?P<paper>[\u3400-\u9fff]{{2,10}}?(?:{one_of(time_words('paper'))}|情况|[\u3400-\u9fff][表书]))")
_BARE = Pattern(lambda: rf"^(?:将|把|的|及|和|并|其|本|该|于|在|请|各|有关|相关|工作|具体|{one_of(task_verbs('tells'))}|报|填[写报]|形成|前|日|全部|完成)+")
#: What says nothing of which paper it is.
_COMMON = frozenset({"有关情况", "工作情况", "进展情况", "落实情况", "工作总结", "工作报告", "书面报告", "有关材料", "相关材料", "情况报告", "工作方案", "实施方案", "工作进展情况", "完成情况", "书面材料", "整改情况", "总结报告", "电子文档", "纸质材料"})
_SHORTEST, _RECEIVERS = 4, Pattern(lambda: rf"(?:报送?|提交|反馈|送|交|发|寄)至?(?P<body>[\u3400-\u9fff]{{2,16}}?{ending_in((*body_endings('act'), *body_endings('office')))})")
_SENDER = Pattern(lambda: rf"(?:^|[，、.．）　 ])(?:请|由|要求)?(?P<body>[\u3400-\u9fff（）、]{{2,24}}?(?:{ending_in(body_endings('act'))}|单位|部门|企业)|各[\u3400-\u9fff]{{1,6}})(?:要|应|须|于|在|务必|负责|将|汇总)")


def _papers(told: Sequence[_Told]) -> Iterator[Clash]:
    """A paper that is to be sent by two days, with no other receiver or sender the second time."""
    asked: list[tuple[set[str], _Told]] = []
    for one in told:
        if one.thing.kind == "by" and _SENT.search(one.sentence) and not _SEVERAL.search(one.sentence) and sum(1 for other in told if other.passage is one.passage and other.sentence == one.sentence) == 1:
            papers = {_BARE.sub("", match["paper"]) for match in _PAPER.finditer(one.sentence)}
            asked.append(({paper for paper in papers if len(paper) >= _SHORTEST and paper not in _COMMON}, one))
    for index, (papers, one) in enumerate(asked):
        for others, first in asked[:index]:
            if first.passage.part == one.passage.part and first.thing.last != one.thing.last and first.passage is not one.passage and _same_paper(papers, others) and _same_ends(first.sentence, one.sentence):
                yield Clash("perhaps", min(papers & others or papers), one.thing.at, one.thing.at.value, first.thing.at.value, first.thing.at)
                break


def _same_paper(ours: set[str], theirs: set[str]) -> bool:
    return any(one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one) for one in ours for other in theirs)


def _same_ends(first: str, second: str) -> bool:
    """Whether the second telling has no sender and no receiver that the first has not."""
    for pattern in (_RECEIVERS, _SENDER):
        before, after = ({match["body"] for match in pattern.finditer(text)} for text in (first, second))
        # Without a receiver it goes to whoever asks for it.
        if after and not after <= before and (before or pattern is _SENDER):
            return False
    return True


#: 4月25日17:00后不再受理; 4月20日前未提交报名表的视为放弃.
_LATE = Pattern(r"^(?:\d{1,2}[:：]\d{2}|\d{1,2}[时点])?(?:之|以)?[后起][^，。；]{0,16}?(?:(?:不再|不予|停止|概不)(?:受理|接[收受]|办理|补[报办]|安排|报|登记|收)|视为)")
_LATE_ON = Pattern(r"^(?:仍|尚|还)?(?:未|没有)(?:能)?(?:按要求|按时|如期|完成|提交|报送|上报)*(?P<what>[^，。；]{0,20})的")
_NOT_BY, _OF_THEM = Pattern(r"(?:未|没有)(?:能)?[于在]?$"), Pattern(r"^(?:按要求|按时|完成|提交|报送|上报)*(?P<what>[^，。；]{2,20})的")
#: Whatever has its last day so.
_TAKEN = Pattern(r"报名|申报|提交|申请|报送|登记|投稿|缴纳|递交|投标|推荐|发送|发[至到]|发[\u3400-\u9fff]{2,12}(?:邮箱|信箱)|填报|报[\u3400-\u9fff]{2,14}[局委办会]")
_WORD = Pattern(r"报名|申报|提交|申请|报送|登记|投稿|缴纳|递交|投标|推荐|填报")
_NEXT_DAY = datetime.timedelta(days=1)


def _cut_off(told: Sequence[_Told]) -> Iterator[Clash]:
    """The day behind which nothing is taken, against the nearest day in front of it by which it is asked for."""
    for index, one in enumerate(told):
        by = one.thing.kind == "by"
        late = _LATE_ON.match(one.thing.behind) or _NOT_BY.search(one.thing.before) and _OF_THEM.match(one.thing.behind) if by else None
        if not late and (by or not _LATE.match(one.thing.behind)) or one.thing.kind == "span":
            continue
        what = late["what"][-_SHORTEST:] if late else ""
        before = [other for other in told[:index] if other.passage.part == one.passage.part and other.thing.kind != "on" and (_TAKEN.search(other.sentence) or len(what) == _SHORTEST and what in other.sentence)]
        if not before or _SEVERAL.search(one.thing.said + before[-1].thing.said):
            continue
        asked = before[-1].thing
        named = _WORD.findall(one.thing.behind)
        same = not named or any(word in before[-1].sentence for word in named) or len(what) == _SHORTEST and what in before[-1].sentence or _names_paper(one.thing.behind, before[-1].sentence)
        if same and one.thing.last != asked.last and (by or one.thing.last - asked.last != _NEXT_DAY):
            yield Clash("perhaps", one.thing.behind.strip("，、"), one.thing.at, one.thing.at.value, asked.at.value, asked.at)


def _names_paper(late: str, asked: str) -> bool:
    """Whether the paper that is late (未提交报名表的) is the one asked for."""
    return any(_BARE.sub("", match["paper"])[-_SHORTEST + 1 :] in asked for match in _PAPER.finditer(late))


#: 第一批资金于5月15日前下达; 在5月31日前下达第一批资金时.
_ROUND = Pattern(r"第[一二三四五六][批期轮次]")
_VERB = Pattern(lambda: rf"{one_of(verb for verb in task_verbs() if len(verb) > 1)}|下达|下拨|报到|接入|交房")


def _rounds(told: Sequence[_Told]) -> Iterator[Clash]:
    """One round of one thing that is done by two days."""
    known: dict[tuple[int, str, str], list[_Told]] = {}
    for one in told:
        words = f"{one.thing.before[-30:]}，{one.thing.behind.split('，第')[0][:18]}"
        rounds, verbs = set(_ROUND.findall(words)), _VERB.findall(one.thing.behind[:18])
        if len(rounds) == 1 and verbs and one.thing.kind == "by":
            known.setdefault((one.passage.part, rounds.pop(), verbs[0]), []).append(one)
    for (_part, which, _verb), several in known.items():
        if len(several) == 2 and several[0].thing.last != several[1].thing.last and several[0].passage is not several[1].passage:
            first, second = several
            yield Clash("perhaps", which, second.thing.at, second.thing.at.value, first.thing.at.value, first.thing.at)


_WORDS = Pattern(r"[^\u3400-\u9fff0-9]+")
_LONG = 9


def _same_words(told: Sequence[_Told]) -> Iterator[Clash]:
    """One aim that is told in the same words in two passages, by two days."""
    aims: dict[tuple[int, str], list[_Told]] = {}
    for one in told:
        words = _WORDS.sub("", one.thing.behind.lstrip("，").split("，")[0].split("（")[0])
        if one.thing.kind == "by" and len(words) >= _LONG and not _SEVERAL.search(one.sentence):
            aims.setdefault((one.passage.part, words), []).append(one)
    for (_part, words), several in aims.items():
        if len(several) == 2 and several[0].thing.last != several[1].thing.last and several[0].passage is not several[1].passage and _same_ends(several[0].sentence, several[1].sentence):
            first, second = several
            yield Clash("perhaps", words, second.thing.at, second.thing.at.value, first.thing.at.value, first.thing.at)


#: The report on some work, and that work with its period: 自查结果, 自查工作从…至….
_REPORT = Pattern(r"(?P<work>[\u3400-\u9fff]{2})(?:工作|整改)?(?:情况)?(?:的)?(?:报告|总结|结果|汇总表|情况表|台账)")
_BEGINS = datetime.timedelta(days=3)


def _too_soon(told: Sequence[_Told]) -> Iterator[Clash]:
    """The report that is due while the work which it is on still goes on."""
    periods = [one for one in told if one.thing.kind == "span"]
    for one in told if periods else ():
        match = _REPORT.search(one.thing.behind[:40]) if one.thing.kind == "by" and _SENT.search(one.thing.behind) and not _SEVERAL.search(one.sentence) else None
        if match is None:
            continue
        on = [other for other in periods if other.passage.part == one.passage.part and match["work"] in _what(other)]
        if len(on) == 1 and on[0].thing.first <= one.thing.last < on[0].thing.last - _BEGINS and not _SEVERAL.search(on[0].thing.said):
            yield Clash("perhaps", match[0], one.thing.at, one.thing.at.value, on[0].thing.at.value, on[0].thing.at)


def _what(told: _Told) -> str:
    """What a period is of: the words in front of it in its sentence, and those right behind it."""
    value = told.passage.text.value
    begin = value.rfind("。", 0, told.thing.start - 1 if told.thing.start else 0)
    first = value[: told.thing.start][-24:] if begin < 0 or begin < 16 else value[begin + 1 : told.thing.start]
    return first + told.thing.behind[:16]
