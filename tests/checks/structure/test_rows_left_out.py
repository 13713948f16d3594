"""Numbers of rows that the text accounts for, rows beside sums, long names that stand twice."""

from __future__ import annotations

from checks.told import findings
from notices import notice

_LEDGER = "序号\t问题\t责任单位\n1\t台账不全\t甲科\n2\t标识缺失\t乙科\n4\t设备老化\t甲科\n5\t人员缺岗\t丙科"


def test_a_number_that_the_text_says_was_withdrawn_is_no_gap() -> None:
    told = "一、说明。序号为检查报告原编号，其中第3号在复核中撤销。"
    assert findings("row-gap", notice(told, _LEDGER)) == []
    assert [finding.quote for finding in findings("row-gap", notice("一、说明。问题清单如下：", _LEDGER))] == ["4"]
    # What was withdrawn is another number.
    assert [finding.quote for finding in findings("row-gap", notice("一、说明。第9号问题在复核中撤销。", _LEDGER))] == ["4"]


def test_rows_below_a_subtotal_are_rows_of_their_own() -> None:
    table = "序号\t法院\t收案（件）\t结案（件）\n1\t东区法院\t61\t66\n2\t西区法院\t54\t58\n3\t南区法院\t45\t49\n\t小计\t160\t173\n\t市中院\t38\t40\n\t合计\t198\t213"
    text = notice("一、任务如下：", table)
    assert findings("column-missing", text) == []
    assert findings("total", text) == []


def test_one_long_name_twice_is_asked_about() -> None:
    rows = "序号\t建议内容\t承办单位\n1\t关于加强校园周边交通管理的建议\t市公安局\n2\t关于增设社区养老服务站的建议\t市民政局\n3\t关于推进雨污分流改造的建议\t市水务局\n4\t{}\t市财政局"
    twice = findings("row-duplicate", notice("一、清单如下：", rows.format("关于增设社区养老服务站的建议")))
    assert [(finding.quote, finding.severity) for finding in twice] == [("关于增设社区养老服务站的建议", "info")]
    assert findings("row-duplicate", notice("一、清单如下：", rows.format("关于扶持茶叶品牌建设的建议"))) == []
