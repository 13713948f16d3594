"""Times that leave open when or how often (时间、频次不定): 定期报送, 不定期检查一次, 提前公告, 10日前尽快 (norm TSK-05), each for the clerk to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.timed_things import timed_passages
from hegao.checks.shared.passages import Found, bodies
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.duty_labels import TIME_LABEL
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, deadline_words, duty_words, task_verbs

_TURN = one_of(deadline_words("turn"))
_UNSET = ("适时", "择机", "择期", "视情", "视情况")
_SOON = ("尽早", "尽快", "早日", "及早", "抓紧")
#: News of the work, and the paper in which it is told.
_TELLS = rf"(?:{one_of(task_verbs('tells'))}|报告|汇报|通报|提供|函告|报(?=[\u3400-\u9fff]))"
_PAPER = r"(?:形成|编制|出具|提交|报送|上报)[^，。；：]{0,14}(?:报告|情况|进展|信息|材料|数据|报表|台账)"
#: What is found is told by the name of its group.
_LOOSE = Scanner(
    lambda: (
        # A report wants its turn: 定期将进展情况报市局, 时常报送, 定期形成报告.
        rf"(?P<turn>{_TURN})(?:地)?(?=(?:(?:将|把|向)[^，。；：]{{2,30}}?)?{_TELLS}|[^，。；：]{{0,8}}?{_PAPER})"
        # How often, told once: 适时检查一次, 定期完成一轮抽检.
        rf"|(?P<once>{one_of((*deadline_words('turn'), *_UNSET))})(?:地)?(?=[^，。；]{{0,24}}?[一1两2](?:次|轮|遍))"
        # The duty of somebody named right in front: 市城市管理局应当适时组织评价, 督查室将择机开展回头看.
        rf"|{ending_in(body_endings('act'))}(?:应当?|须|必须|要|需要?|将|负责)(?P<named>{one_of((*_UNSET, *deadline_words('turn')))})"
        # How long in advance: 应当提前向社会公告.
        rf"|(?:应当?|须|必须|要|请|由[^，。；]{{2,20}})(?P<early>提前)(?=(?:书面|主动|及时)?(?:向|告知|通知|公告|在|履行|请假|预约|申请|{one_of(task_verbs())}))"
        # On a condition that nobody can name: 有条件的完成.
        rf"|(?:^|[，。；])(?P<soft>(?:有条件的|条件具备的|视条件)(?:予以|逐步|抓紧)?{one_of(task_verbs('dated'))})(?=[。；]|$)"
        # A year, and no day of it: 应当于每年向社会公开.
        rf"|于(?P<every>每(?:年|半年|季度|月|周))(?=向|将|{one_of(task_verbs())})"
        # Behind its label, whoever bears it: 完成时间：近期.
        rf"|{TIME_LABEL}[:：][ 　]*(?P<label>(?:力争|争取|尽量)?{one_of(deadline_words('vague'))}(?:完成)?|(?:根据|视|按照?)(?:实际|具体|工作)[^，。；]{{0,6}}(?:确定|而定|安排)|另行(?:通知|确定|安排))(?=[。；;，）)〕]|$)"
        # A day, and yet none: 3月31日前争取尽早完成.
        rf"|(?:\d[日月天底]|工作日)(?:之|以)?[前内](?:争取|力争|尽量|尽可能)?(?P<yet>{one_of((*_SOON, *_UNSET))})"
    ),
    sign=lambda: rf"{one_of((*deadline_words('turn'), *_UNSET))}|{one_of((*duty_words('term'), *duty_words('point')))}(?:要求)?[:：]|提前|条件|于每|[前内](?:争取|力争|尽量|尽可能)?{one_of(_SOON)}",
)
#: Who is obliged.
_OBLIGED = Pattern(lambda: rf"应当?|必须|[须要请将]|由[^，。；]{{2,24}}|责成|负责|{ending_in(body_endings('act'))}$")
#: A time in the clause, after all.
_TIMED = Pattern(r"\d\s*(?:个?工作日|个?月|周|[年日时天])|[一二两三四五六七八九十]+(?:个?工作日|个?月|周|[年日天])|每|年[底内末]|前提|同步|同时")
#: Changed as things change, or a word for the way of work.
_CHANGED = Pattern(r"性|[^，。；、]{0,8}(?:调整|修订|修改|完善|降低|优化|扩大|提高|增加|补充|更新|启动|终止|退出)|和|或|与|、")
_MODAL = Pattern(r"可以?$|不$|制度|机制|办法")
#: A rhythm that the same work has beside it: 每月监测1次.
_RHYTHM = r"每[^，。；]{1,10}?"


class Loose(NamedTuple):
    """A word that leaves the time open, and its clause."""

    at: Text
    duty: str


def loose_times(context: Context) -> Iterator[Loose]:
    """The words, each with its clause."""
    for found in context.once(bodies).find(_LOOSE):
        kind = found.match.lastgroup or ""
        at, clause, before = _clause(found, kind)
        if _wanted(kind, found, clause, before):
            yield Loose(at, clause)
    yield from _beside_rhythm(context)
    yield from _dayless(context)


def _clause(found: Found, kind: str) -> tuple[Text, str, str]:
    """The place of the word, its clause, and what stands before it in its sentence."""
    value = found.passage.value
    start, end = found.match.span(kind)
    begin = max(value.rfind(mark, 0, start) for mark in "，。；：") + 1
    stop = min((place for mark in "，。；" if (place := value.find(mark, end)) >= 0), default=len(value))
    sentence = max(value.rfind(mark, 0, start) for mark in "。；") + 1
    return found.at(kind), value[begin:stop], value[sentence:start]


def _wanted(kind: str, found: Found, clause: str, before: str) -> bool:
    """Whether the clerk is to look at the word."""
    value, end = found.passage.value, found.match.end(kind)
    behind = clause[clause.find(found.match[kind]) + len(found.match[kind]) :]
    if kind in ("soft", "yet", "every", "label"):
        return True
    if _TIMED.search(clause) or _MODAL.search(before[-2:]) or _MODAL.search(behind):
        return False
    if kind == "once":
        return True
    if kind == "early":
        return not _TIMED.search(value[end : end + _NEXT])
    if _CHANGED.match(value, end) or _OBLIGED.search(before) is None:
        return False
    return kind != "named" or not _TIMED.search(_rest(value, end))


#: How far behind 提前 its days may be told.
_NEXT = 24


def _rest(value: str, at: int) -> str:
    """What stands behind a place in its sentence."""
    return value[at : min((place for mark in "。；" if (place := value.find(mark, at)) >= 0), default=len(value))]


#: Work that is done now and then: 乡镇水源地不定期监测.
_NOW_AND_THEN = Scanner(lambda: rf"(?P<word>{one_of(('不定期', '时常', '经常', '不时'))})(?:地)?(?:进行|开展|组织)?(?P<work>[\u3400-\u9fff]{{2}})", sign="不定期|时常|经常|不时")


def _beside_rhythm(context: Context) -> Iterator[Loose]:
    """The words for work that has a rhythm elsewhere in its paragraph or beside it: 县城水源地每月监测1次，乡镇水源地不定期监测."""
    running = context.once(bodies)
    for found in running.find(_NOW_AND_THEN):
        rhythm = re.compile(_RHYTHM + found.match["work"])
        near = running.text[max(0, found.offset - _NEAR) : found.offset + len(found.passage) + _NEAR]
        if rhythm.search(near):
            yield Loose(found.at("word"), _clause(found, "word")[1])


#: How far round a paragraph its siblings are looked at.
_NEAR = 120


#: Fewer bounds with a day show nothing of how days are told.
_DAYS = 3
_NO_DAY = Pattern(r"\d月(?:份)?(?:之|以)?前$")


def _dayless(context: Context) -> Iterator[Loose]:
    """The one bound that tells a month alone (9月前), where all others tell days, or where it is the month in which the document is issued."""
    issued = context.document.issued
    bounds = [thing for passage in context.once(timed_passages) for thing in passage.things if thing.kind == "by"]
    dayless = [thing for thing in bounds if _NO_DAY.search(thing.at.value)]
    days = [thing for thing in bounds if "日" in thing.at.value]
    for thing in dayless:
        own_month = issued is not None and (thing.last.year, thing.last.month) == (issued.year, issued.month)
        if own_month or len(dayless) == 1 and len(days) >= _DAYS and len(days) + 1 == len(bounds):
            yield Loose(thing.at, f"{thing.before}{thing.behind}".strip("，、"))
