"""Rows that count themselves by groups, codes and ranks; columns without a head, and heads that stand twice."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


def _table(*rows: str) -> str:
    return notice("一、抓好落实。各单位要认真抓好落实。", behind="附件\n\n情况表\n\n" + "\n".join(rows) + "\n")


@pytest.mark.parametrize(
    ("name", "rows", "expected"),
    [
        ("row-duplicate", ("编号\t位置\t面积（亩）", "LH-01\t东岸\t32", "LH-02\t西岸\t45", "LH-02\t北岸\t28", "LH-04\t南岸\t30"), ["LH-02"]),
        ("row-duplicate", ("组别\t组长\t检查乡镇", "第一组\t张远\t石桥镇", "第二组\t李程\t松林乡", "第二组\t王岳\t白水镇", "第四组\t赵川\t青田乡"), ["第二组"]),
        ("row-duplicate", ("类别\t内容", "一\t修路", "二\t引水", "三\t助学", "二\t就医", "五\t养老"), ["二"]),
        ("row-duplicate", ("班级\t小组\t教室", "一班\t第1组\t201", "一班\t第2组\t202", "一班\t第2组\t203", "一班\t第4组\t204", "二班\t第1组\t301", "二班\t第2组\t302"), ["第2组"]),
        ("row-duplicate", ("窗口号\t窗口", "1、2号\t登记", "3号\t接续", "4、5号\t认定", "6号\t报销", "6号\t备案"), ["6号"]),
        ("row-gap", ("期次\t时间\t人数", "第一期\t5月6日\t80", "第二期\t5月11日\t80", "第四期\t5月18日\t80"), ["第四期"]),
        ("row-gap", ("组别\t名次\t单位", "县区\t1\t云岭县", "县区\t2\t临湖区", "部门\t1\t市财政局", "部门\t2\t市教育局", "部门\t4\t市水务局"), ["4"]),
        ("column-missing", ("序号\t问题\t责任单位", "1\t渠道渗漏\t县水利局\t2026年6月底前", "2\t路灯不亮\t县住房城乡建设局\t2026年7月底前"), ["序号\t问题\t责任单位"]),
        ("column-missing", ("序号\t文件\t公布日期\t公布日期", "1\t停车办法\t2010年6月3日\t市公安局", "2\t绿化办法\t2011年5月2日\t市林业局"), ["序号\t文件\t公布日期\t公布日期"]),
    ],
)
def test_a_slip_is_told(name: str, rows: tuple[str, ...], expected: list[str]) -> None:
    assert quotes(name, _table(*rows)) == expected


@pytest.mark.parametrize(
    "rows",
    [
        # A group of two rows; codes of which some were left out; months that were left out.
        ("组别\t组员\t乡镇", "第一组\t张远\t石桥镇", "第一组\t李程\t松林乡", "第二组\t王岳\t白水镇", "第二组\t赵川\t青田乡"),
        ("编号\t位置\t面积（亩）", "LH-01\t东岸\t32", "LH-02\t西岸\t45", "LH-05\t北岸\t28", "LH-09\t南岸\t30"),
        ("月份\t雨量（毫米）\t雨日", "1\t20\t5", "2\t30\t6", "3\t45\t8", "4\t80\t11", "6\t120\t14"),
        # A group of a class with two rows; numbers that rows share without a slip.
        ("班级\t小组\t组员", "一班\t第1组\t张远", "一班\t第1组\t李程", "一班\t第2组\t王岳", "一班\t第2组\t赵川", "二班\t第1组\t周行"),
        ("窗口号\t窗口", "1、2号\t登记", "3号\t接续", "4、5号\t认定", "6号\t报销", "7号\t备案"),
        # Two heads twice: two columns of rows side by side; amounts of two kinds.
        ("姓名\t单位\t姓名\t单位", "张远\t一所\t李程\t二所", "王岳\t三所\t赵川\t四所"),
        ("单位\t档案数量（卷）\t档案数量（件）", "一所\t30\t200", "二所\t45\t310"),
    ],
)
def test_what_is_no_slip_is_not(rows: tuple[str, ...]) -> None:
    assert [quotes(name, _table(*rows)) for name in ("row-duplicate", "row-gap", "column-missing")] == [[], [], []]


def test_codes_that_skip_a_number() -> None:
    rows = "编号\t断面\t河流\nD1\t大桥\t青河\nD2\t石门\t白水\nD3\t渡口\t黑水\n{}\t出口\t青河\nD{}\t水厂\t白水"
    assert quotes("row-gap", notice("断面如下：", *rows.format("D5", 6).split("\n"))) == ["D5"]
    assert quotes("row-gap", notice("断面如下：", *rows.format("D4", 5).split("\n"))) == []
