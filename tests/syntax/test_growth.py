"""Reading costs so much a line, however many lines there are: counted in calls, not in time."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from hegao.document.building import parse
from hegao.sources.source import Source

_NOTICE = """
江河市人民政府关于加强防汛工作的通知

江政发〔2026〕3号

各县（区）人民政府：

为做好防汛工作，现就有关事项通知如下，请认真贯彻执

行到位。

一、落实责任，提升能

力水平

（一）编制预案。（市应急局牵头，市水利局配合，6月底前完成）

责任单位：市财政局

完成时限：2026年6月

序号\t任务\t牵头单位\t完成时限
1\t储备物资\t市应急局、\t2026年5月
\t\t市财政局\t

江河市人民政府
2026年3月1日
""".strip().split("\n")
#: Lines of which a whole text may consist.
_ALIKE = [
    ["本市加强管理，推进工作"],
    ["（本市加强管理"],
    ["江河市人民政府"],
    ["江政发〔2026〕3号"],
    ["2026年3月1日"],
    ["1\t加强管理\t市教育局"],
    ["\t加强管理\t"],
    ["附件：1.名单", "2.表"],
    ["附件1", "名单"],
    ["目录", "第一章 总则"],
    ["责任单位：市教育局"],
    ["完成时限：2026年6月"],
    ["一、加强管理，推进能", "力建设"],
]


def calls(lines: list[str]) -> int:
    """How many functions are called to read the lines, those of C among them."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    source = Source("a.txt", tuple(lines))
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        parse(source)
    finally:
        sys.setprofile(before)
    return count


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """The grammar and the patterns are built once, before anything is counted."""
    parse(Source("a.txt", tuple(_NOTICE)))


@pytest.mark.parametrize("lines", [_NOTICE, *_ALIKE], ids=lambda lines: lines[0])
def test_twice_the_lines_take_twice_the_calls(lines: list[str]) -> None:
    size = 1200 // len(lines)
    once, twice = calls(lines * size), calls(lines * size * 2)
    assert twice < once * 2.2


@pytest.mark.parametrize("mark", ["（", "）", "（）", "、", "1", "年", "《", "《a》", "一、", "。", "各、", "市教育局、", "责任单位：", "<!--", "\t", "|a", "“", "—"])
def test_a_long_line_of_one_mark_takes_calls_by_its_length(mark: str) -> None:
    head = ["江河市人民政府关于加强防汛工作的通知", "江政发〔2026〕3号", "各县："]
    once, twice = (calls([*head, (mark * size)[:size]]) for size in (6000, 12000))
    assert twice < once * 2.3 + 2000
