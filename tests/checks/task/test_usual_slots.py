"""Items of a list without the body or the day that most of the others name."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice

ITEMS = (
    "（一）疫苗供应。备足疫苗2600头份，分送各接种点。由县农业农村局牵头，县财政局配合，2026年8月9日前完成。",
    "（二）现场秩序。安排民警维护秩序。由县公安局牵头，县城市管理局配合，2026年10月11日前完成。",
    "（三）动物收容。在城区集中收容。由县城市管理局牵头，县公安局配合，2026年10月31日前完成。",
)


@pytest.mark.parametrize(
    "item",
    [
        "（四）诊疗机构检查。对宠物医院、宠物店的资质和疫苗来源开展检查，2026年10月23日前完成。",
        "（四）制定应急预案，2026年9月30日前印发。",
    ],
)
def test_nobody_bears_an_item(item: str) -> None:
    assert quotes("lead-missing", notice("一、工作分工", *ITEMS, item)) == [item]


@pytest.mark.parametrize("item", ["（四）补齐短板。完成36项隐患的整改，由县应急管理局牵头，各街道办事处配合。", "（四）更新门牌。由县民政局牵头，县公安局配合。", "（四）评估《江河县健身计划（2021—2025年）》。由县教育局牵头，各镇配合，形成报告。"])
def test_no_day_of_an_item(item: str) -> None:
    (found,) = findings("deadline-missing", notice("一、工作分工", *ITEMS, item))
    assert found.span.line == 15


@pytest.mark.parametrize(
    "item",
    [
        "（四）各乡镇卫生院要制定预案，2026年9月30日前印发。",
        "（四）加强组织领导，压实各方责任。",
        "（四）发现疫情的，由县农业农村局牵头处置，县公安局配合。",
        "（四）日常巡查。由县农业农村局牵头，县公安局配合，每周巡查一次。",
        "（四）按职责分工，2026年9月30日前完成。",
    ],
)
def test_items_that_say_it_otherwise_or_need_none(item: str) -> None:
    text = notice("一、工作分工", *ITEMS, item)
    assert quotes("lead-missing", text) == quotes("deadline-missing", text) == []
