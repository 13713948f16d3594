"""The forms of generated documents: a notice that issues a plan with a table of tasks, and an opinion."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.words import AIMS, GUARANTEES

_DIGITS = "零一二三四五六七八九"
_MARGIN = "\u3000" * 16


@dataclass(slots=True, frozen=True)
class Frame:
    """Who issues the document, when, on what."""

    city: str
    number: str
    date: datetime.date
    field: str
    leader: str

    @property
    def signed(self) -> str:
        """The date as documents write it."""
        return f"{self.date.year}年{self.date.month}月{self.date.day}日"


@dataclass(slots=True, frozen=True)
class Measure:
    """One piece of work: its heading, its sentences with the clause, and its row in a table."""

    heading: str
    sentences: str
    row: str


def plan(frame: Frame, measures: Sequence[Measure]) -> tuple[str, str]:
    """Title and text of a notice that issues a plan, its tasks once more in a table."""
    year, field = frame.date.year, frame.field
    plan = f"{frame.city}市{year}年{field}工作方案"
    table = f"{frame.city}市{year}年{field}任务分工表"
    title = f"{frame.city}市人民政府办公室关于印发{plan}的通知"
    aims = "".join(aim.format(field=field) for aim in AIMS)
    work = "\n".join(f"　　（{_numeral(n)}）{each.heading}\n　　{each.sentences}" for n, each in enumerate(measures, 1))
    last = "\n".join(f"　　（{_numeral(n)}）{head}。{text.format(field=field)}" for n, (head, text) in enumerate(GUARANTEES, 1))
    rows = "\n".join(f"{n}\t{each.row}" for n, each in enumerate(measures, 1))
    text = f"""{frame.number}

{title}

各县（区）人民政府，市直各有关部门：
　　《{plan}》已经市人民政府同意，现印发给你们，请认真组织实施。

{_MARGIN}{frame.city}市人民政府办公室
{_MARGIN}{frame.signed}

{plan}

　　为做好{field}工作，结合我市实际，制定本方案。
　　一、总体要求
　　{aims}
　　二、重点任务
{work}
　　三、保障措施
{last}

　　附件：{table}

附件

{table}

序号\t重点任务\t完成时限\t牵头单位\t配合单位
{rows}
"""
    return title, text


def opinion(frame: Frame, measures: Sequence[Measure]) -> tuple[str, str]:
    """Title and text of an opinion."""
    field = frame.field
    title = f"{frame.city}市人民政府办公室关于推进{field}工作的实施意见"
    aims = "".join(aim.format(field=field) for aim in AIMS)
    work = "\n".join(f"　　（{_numeral(n)}）{each.heading}。{each.sentences}" for n, each in enumerate(measures, 1))
    last = "\n".join(f"　　（{_numeral(n)}）{head}。{text.format(field=field)}" for n, (head, text) in enumerate(GUARANTEES, 1))
    text = f"""{frame.number}

{title}

各县（区）人民政府，市直各有关部门：
　　为推进全市{field}工作，经市人民政府同意，现提出以下实施意见。
　　一、总体要求
　　{aims}
　　二、主要任务
{work}
　　三、组织实施
{last}

{_MARGIN}{frame.city}市人民政府办公室
{_MARGIN}{frame.signed}
"""
    return title, text


def collection(frame: Frame, chapters: Sequence[Sequence[Measure]]) -> str:
    """The text of one long plan in chapters, with one table of all its tasks."""
    plan = f"{frame.city}市{frame.date.year}年重点工作方案"
    table = f"{frame.city}市{frame.date.year}年重点任务分工表"
    work = "\n".join(
        f"　　{_numeral(part)}、第{_numeral(part)}批任务\n"
        + "\n".join(f"　　（{_numeral(n)}）{each.heading}\n　　{each.sentences}" for n, each in enumerate(measures, 1))
        for part, measures in enumerate(chapters, 1)
    )
    rows = "\n".join(f"{n}\t{each.row}" for n, each in enumerate((each for measures in chapters for each in measures), 1))
    return f"""{frame.number}

{frame.city}市人民政府办公室关于印发{plan}的通知

各县（区）人民政府，市直各有关部门：
　　《{plan}》已经市人民政府同意，现印发给你们，请认真组织实施。

{_MARGIN}{frame.city}市人民政府办公室
{_MARGIN}{frame.signed}

{plan}

{work}

　　附件：{table}

附件

{table}

序号\t重点任务\t完成时限\t牵头单位\t配合单位
{rows}
"""


def _numeral(number: int) -> str:
    """A Chinese numeral of at most 99."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")
