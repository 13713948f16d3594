"""A table of duties that tells those of the text row by row: the one row with another day (``deadline-conflict``)."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

DUTIES = (
    "（一）道口整治。云岭大道沿线尚有道口16处。由县交通运输局牵头，县公安局配合，于2026年8月31日前全部封闭。",
    "（二）安置房先行启用2栋。由县住房城乡建设局负责，于2026年7月31日前完成验收。",
    "（三）由县水务公司负责，于2026年8月15日前完成主管2.7千米敷设。",
    "（四）拨付资金。由县财政局牵头，县审计局配合，于2026年9月30日前拨付补助资金40万元。",
)
ROWS = (
    "道口封闭\t县交通运输局\t县公安局\t2026年8月31日",
    "安置房2栋验收\t县住房城乡建设局\t—\t2026年7月31日",
    "主管敷设\t县水务公司\t—\t2026年8月15日",
    "补助资金拨付\t县财政局\t县审计局\t2026年9月30日",
)


def plan(*rows: str, duties: tuple[str, ...] = DUTIES) -> str:
    listed = "\n".join(f"{at}\t{row}" for at, row in enumerate(rows, 1))
    return notice("一、重点工作", *duties, behind=f"附件\n\n任务清单\n\n序号\t工作任务\t牵头单位\t配合单位\t完成时限\n{listed}")


@pytest.mark.parametrize("place", range(4))
def test_the_one_row_with_another_day(place: int) -> None:
    row, _day = ROWS[place].rsplit("\t", 1)
    assert quotes("deadline-conflict", plan(*ROWS[:place], f"{row}\t2026年12月5日", *ROWS[place + 1 :])) == ["2026年12月5日"]


def test_rows_as_the_text_and_rows_of_other_work() -> None:
    assert quotes("deadline-conflict", plan(*ROWS)) == []
    assert quotes("deadline-conflict", plan(*ROWS, "编印宣传手册\t县财政局\t县司法局\t2026年11月30日")) == []
    assert quotes("deadline-conflict", plan(*ROWS[:3], "首批补助资金拨付\t县财政局\t县审计局\t2026年7月30日")) == []


def test_a_table_of_other_days_is_no_copy() -> None:
    rows = [f"{row.rsplit(chr(9), 1)[0]}\t2026年12月{at}日" for at, row in enumerate(ROWS[:3], 1)]
    assert quotes("deadline-conflict", plan(*rows, "编印手册\t县司法局\t\t2026年12月9日")) == []


def test_rows_are_known_by_their_bodies_too() -> None:
    duties = tuple(
        f"（{number}）{work}。〔{lead}牵头，{help_}配合，2026年{month}月30日前完成〕"
        for number, work, lead, help_, month in (
            ("一", "优化社区环境", "县城市管理局", "县自然资源局", 9),
            ("二", "完善基础设施，新建步道8千米", "县住房城乡建设局", "县水利局", 10),
            ("三", "补齐服务短板，新建托育点3处", "县卫生健康局", "县民政局", 11),
            ("四", "培育志愿服务队伍，注册人数达到800人", "县民政局", "县教育局", 12),
        )
    )
    rows = ("社区环境整治\t县城市管理局\t县自然资源局\t2026年12月5日", "基础设施改造\t县住房城乡建设局\t县水利局\t2026年10月30日", "托育设施\t县卫生健康局\t县民政局\t2026年11月30日", "志愿服务\t县民政局\t县教育局\t2026年12月30日")
    assert quotes("deadline-conflict", plan(*rows, duties=duties)) == ["2026年12月5日"]
