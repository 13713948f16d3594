"""How long a step may take, told twice (同一环节的办理期限两处不一): by an article and a table of the course, by two articles (norm TSK-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import bodies
from hegao.checks.task.plan_deadlines import Clash
from hegao.document.model import Row, Table
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import time_words

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_UNIT = r"个?(?:工作日|自然日|日|天|小时|分钟|月)"
_STEPS = Pattern(lambda: one_of(time_words("step")))
#: 10个工作日内完成初审; 公示期不少于5个工作日; 初审（10个工作日）.
_TERM = Scanner(
    lambda: (
        rf"(?P<first>{_NUMBER}{_UNIT})(?:以|之)?内(?:[^，。；、\d]{{0,16}}?)(?P<step>{_STEPS.text})"
        rf"|(?P<named>{_STEPS.text})(?:期|时间|时限|期限)?(?P<least>为|：|[（(]|不少于|不得少于|不超过|不得超过)?(?P<then>{_NUMBER}{_UNIT})"
    ),
    sign=rf"{_NUMBER}{_UNIT}",
)
_CELL = Pattern(rf"(?:自?[^，。；]{{0,16}}(?:起|后))?(?P<term>{_NUMBER}{_UNIT})(?:以|之)?内?(?:完成|办结)?")
_AMOUNT = Pattern(rf"(?P<number>{_NUMBER})个?(?P<unit>工作日|自然日|日|天|小时|分钟|月)")
_SHOWN = "公示"
#: What is longer, done again or for other cases.
_OTHERWISE = Pattern(r"延长|顺延|延期|再次|重新|特殊|情况复杂|补正|紧急|加急|简易|另行|第[二三]次")
_LONGEST_STEP = 8


class _Told(NamedTuple):
    """How long a step takes: the step, how long, where that stands, whether it is the least, who does it, whether it is named (公示期), the part it stands in."""

    step: str
    amount: tuple[int, str]
    at: Text
    least: bool
    who: str
    named: bool = False
    part: int = 0


def step_terms(context: Context) -> Iterator[Clash]:
    """The steps for which two terms are told."""
    told = list(_in_text(context))
    for table in context.document.of("table") if told else ():
        if isinstance(table, Table):
            yield from _rows_astray([one for row in table.rows if (one := _in_row(row)) is not None], told)
    # The course is told in an annex by items, too: 一、受理（3个工作日）.
    annexed = [one for one in told if one.named and one.part]
    yield from _rows_astray(annexed, [one for one in told if not one.part]) if annexed else ()
    yield from _told_twice(told)
    yield from _asked_twice(context)


def _in_text(context: Context) -> Iterator[_Told]:
    parts = {node: number for number, part in enumerate(context.document.parts) for node in part.nodes} if len(context.document.parts) > 1 else {}
    for found in context.once(bodies).find(_TERM):
        match = found.match
        group = "first" if match["first"] else "then"
        value = found.passage.value
        begin = max(value.rfind(mark, 0, match.start()) for mark in "。；") + 1
        end = min((place for mark in "，。；" if (place := value.find(mark, match.end())) >= 0), default=len(value))
        amount = _amount(match[group])
        if amount is not None and not _OTHERWISE.search(value, begin, end):
            yield _Told(match["step"] or match["named"], amount, found.at(group), "少于" in (match["least"] or ""), _who(value[begin : match.start()]), group == "then", parts.get(found.node, 0))


def _amount(written: str) -> tuple[int, str] | None:
    match = _AMOUNT.fullmatch(written)
    return (value_of(match["number"]), match["unit"].replace("天", "日").replace("自然日", "日")) if match is not None else None


#: Who does it, in front of what obliges him.
_WHO = Pattern(r"(?:^|[，：　 ])(?P<who>[^，。；：　 ]{2,24}?)(?:应当?|须|必须|要|负责|自|在|于)")


def _who(before: str) -> str:
    found = [match["who"] for match in _WHO.finditer(before)]
    return found[-1] if found else ""


def _in_row(row: Row) -> _Told | None:
    """The step of a row and its term, where a cell tells nothing but the one and another nothing but the other."""
    terms = [(cell, match) for cell in row.cells if (match := _CELL.fullmatch(cell.value.strip())) is not None]
    steps = [step[0] for cell in row.cells if len(cell) <= _LONGEST_STEP and (step := _STEPS.search(cell.value)) is not None]
    if len(terms) != 1 or len(steps) != 1:
        return None
    cell, match = terms[0]
    amount = _amount(match["term"])
    return _Told(steps[0], amount, cell, False, "") if amount is not None else None


def _rows_astray(rows: Sequence[_Told], told: Sequence[_Told]) -> Iterator[Clash]:
    """The rows whose step has one term in the text, and another one here; sure where another row keeps that of the text."""
    pairs = []
    for row in rows:
        same = [one for one in told if one.step == row.step and one.amount[1] == row.amount[1]]
        if len({one.amount for one in same}) == 1 and sum(1 for one in rows if one.step == row.step) == 1:
            pairs.append((row, same[0]))
    kept = sum(1 for row, one in pairs if row.amount == one.amount)
    for row, one in pairs:
        if row.amount != one.amount and not (one.least and row.amount > one.amount):
            yield Clash("table" if kept else "perhaps", row.step, row.at, row.at.value, one.at.value, one.at)


def _told_twice(told: Sequence[_Told]) -> Iterator[Clash]:
    """A step that one body does, or what is shown to all, with two terms in the text."""
    for index, one in enumerate(told):
        for other in told[:index]:
            same = one.step == other.step and one.amount[1] == other.amount[1] and (one.who == other.who != "" or one.step == _SHOWN and one.named and other.named)
            if same and one.amount != other.amount and not (other.least and one.amount > other.amount or one.least and one.amount < other.amount):
                yield Clash("perhaps", one.step, one.at, one.at.value, other.at.value, other.at)
                break


#: 经营者应当在1小时内报告市应急管理局: who, within what, what.
_ASKED = Scanner(rf"(?P<who>[\u3400-\u9fff]{{2,16}}?)(?:应当?|须|必须|要)(?:在|于|自[^，。；]{{2,20}}[起后])?(?P<term>{_NUMBER}{_UNIT})(?:以|之)?内(?P<what>[^，。；、和]{{4,20}})", sign=rf"{_NUMBER}{_UNIT}(?:以|之)?内")
_SAME = 6


def _asked_twice(context: Context) -> Iterator[Clash]:
    """One thing that the same are obliged to within two terms."""
    asked: dict[tuple[str, str], tuple[re.Match[str], Text]] = {}
    for found in context.once(bodies).find(_ASKED):
        match = found.match
        if _OTHERWISE.search(found.passage.value) or len(match["what"]) < _SAME:
            continue
        key = match["who"], match["what"]
        first = asked.setdefault(key, (match, found.at("term")))
        if _amount(first[0]["term"]) != _amount(match["term"]):
            yield Clash("perhaps", match["what"], found.at("term"), match["term"], first[0]["term"], first[1])
