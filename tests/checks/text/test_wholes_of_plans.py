"""Wholes against what makes them up elsewhere: parts in which money comes, tasks in sections, a table of the same name."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

PAID = "核定经费1286万元，其中市财政安排800万元，医院自筹486万元。市财政资金分两次拨付：2026年4月底前拨付500万元，2026年9月底前拨付%s。"
SEEN = ("3月9日至13日开展专项检查，共查出隐患%s项。", "一、总体情况", "截至4月10日，118项隐患中已整改95项。")
PLAN = ("2026年重点抓好2个方面%s项任务。", "一、优化服务", "（一）推进集成。", "（二）规范大厅。", "（三）延伸服务。", "二、降低成本", "（一）落实政策。", "（二）缓解难题。")
TABLE = "附件\n产卵场修复面积表\n\n河段\t面积（公顷）\n上段\t14\n中段\t19\n下段\t13\n合计\t46\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ([PAID % "350万元"], ["350万元"]),
        ([PAID % "300万元"], []),
        ([SEEN[0] % "108", *SEEN[1:]], ["118"]),
        ([SEEN[0] % "118", *SEEN[1:]], []),
        ([PLAN[0] % "6", *PLAN[1:]], ["6"]),
        ([PLAN[0] % "5", *PLAN[1:]], []),
    ],
)
def test_wholes(body: list[str], expected: list[str]) -> None:
    assert quotes("total", notice(*body)) == expected


@pytest.mark.parametrize(("figure", "expected"), [("56公顷", ["56公顷"]), ("46公顷", [])])
def test_a_table_of_the_same_name(figure: str, expected: list[str]) -> None:
    text = notice(f"（五）修复产卵场。修复深潭和砾石底质{figure}。", "附件：产卵场修复面积表") + "\n" + TABLE
    assert quotes("total", text) == expected
