"""Sentences and titles right before a table, held against its rows and columns."""

from __future__ import annotations

import pathlib
import re

import pytest

from checks.told import findings
from notices import notice

#: A sentence and its table a block; {wrong|right} holds both readings.
_BLOCKS = pathlib.Path(__file__).with_name("figures_over_tables.txt").read_text(encoding="utf-8").strip().split("\n\n")
_READINGS = re.compile(r"\{([^{|}]*)\|([^{|}]*)\}")


def _reading(block: str, which: int) -> str:
    said = _READINGS.sub(lambda match: match[which], block)
    return notice("一、抓好落实。各单位要认真抓好落实。", said)


@pytest.mark.parametrize("block", _BLOCKS)
def test_what_stands_over_a_table_is_held_against_it(block: str) -> None:
    wrong = next(line for line in block.split("\n") if _READINGS.search(line))
    text = _reading(block, 1)
    line = text.split("\n").index(_READINGS.sub(lambda match: match[1], wrong)) + 1
    assert [finding.span.line for finding in findings("total", text)] == [line]


@pytest.mark.parametrize("block", _BLOCKS)
def test_what_is_right_is_not_told(block: str) -> None:
    assert findings("total", _reading(block, 2)) == []


_LIST = "附件\n\n优秀教师名单\n\n王丽萍  江河市第一小学\n张建国  江河市第三中学\n刘晓云  云岭县实验小学\n陈卫东  临湖区第二中学\n"


def test_persons_of_a_list_without_a_table() -> None:
    said = "一、表彰。决定授予王丽萍等{}名同志优秀教师称号（名单见附件）。"
    assert [finding.quote for finding in findings("total", notice(said.format(6), "附件：优秀教师名单", behind=_LIST))] == ["6"]
    assert findings("total", notice(said.format(4), "附件：优秀教师名单", behind=_LIST)) == []


def test_two_tables_that_give_one_thing_otherwise() -> None:
    first = "县区\t新建公厕（座）\t改建公厕（座）\n云岭县\t12\t20\n临湖区\t9\t15\n丰泽县\t7\t11"
    second = "县区\t新建公厕（座）\t绿化（亩）\n云岭县\t12\t310\n临湖区\t{}\t270\n丰泽县\t7\t190"
    found = findings("total", notice("一、任务如下：", first, "二、配套如下：", second.format(8)))
    assert [(finding.quote, finding.severity) for finding in found] == [("8", "info")]
    assert findings("total", notice("一、任务如下：", first, "二、配套如下：", second.format(9))) == []


def test_a_note_below_a_table_that_tells_its_sum() -> None:
    table = "科室\t编制数\n综合科\t8\n业务一科\t10\n业务二科\t9"
    assert [finding.quote for finding in findings("total", notice("一、编制如下：", table, "注：以上三个科室共29人。"))] == ["29人"]
    assert findings("total", notice("一、编制如下：", table, "注：以上三个科室共27人。")) == []


def test_a_body_of_another_place_than_its_row() -> None:
    table = "序号\t项目\t责任单位\n1\t云岭县中医院扩建\t云岭县卫生健康局\n2\t丰泽县中医院迁建\t{}县卫生健康局\n3\t青山县中医院新建\t青山县卫生健康局"
    found = findings("place-leftover", notice("一、项目如下：", table.format("云岭")))
    assert [(finding.quote, finding.severity) for finding in found] == [("云岭县", "info")]
    assert findings("place-leftover", notice("一、项目如下：", table.format("丰泽"))) == []


def test_grades_shared_by_rows_are_no_count_of_them() -> None:
    said = "一、结果。考核结果分为优秀、良好、合格三个等次，各单位得分如下："
    table = "单位\t得分\t等次\n县教育局\t92.5\t优秀\n县水利局\t87\t良好\n县林业局\t83\t良好\n县司法局\t74\t合格"
    assert findings("total", notice(said, table)) == []


def test_sessions_of_a_training_need_not_follow_one_another() -> None:
    table = "期次\t时间\t对象\n第一期\t2026年7月\t乡镇干部\n第二期\t2026年8月\t村干部\n第三期\t2026年9月\t驻村干部\n第四期\t2026年12月\t企业代表"
    assert findings("date-gap", notice("一、安排如下：", table)) == []


def test_what_something_is_divided_by_is_not_counted() -> None:
    assert findings("total", notice("一、分级。数据按照重要程度和泄露后的影响分为四级，分级标准另行印发。")) == []
    assert [finding.quote for finding in findings("total", notice("一、分级。考核结果分为优秀、良好、合格四个等次，当场公布。"))] == ["四"]


def test_a_rate_by_the_month_gives_no_amount_without_the_months() -> None:
    table = "序号\t项目\t金额（元）\t说明\n1\t土地发包\t186400\t发包旱地233亩，每亩800元\n2\t其他收入\t{}\t出租仓库1间，每月800元\n3\t茶园出租\t36000\t出租茶园60亩，每亩600元"
    assert findings("total", notice("一、收入如下：", table.format(9600))) == []
