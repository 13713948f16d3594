"""Labels of lists: the first one, those within a paragraph, the depth of Markdown headings, which of two is the stray."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "rule", "expected"),
    [
        ("会议明确：（一）公安局负责秩序。（二）市场监管局负责摊点。（四）城管局负责占道。", "heading-gap", ["（四）"]),
        ("会议明确：（二）公安局负责秩序。（二）市场监管局负责摊点。（三）城管局负责占道。", "heading-gap", ["（二）"]),
        ("会议明确：1.公安局负责秩序；2.市场监管局负责摊点；2.城管局负责占道。", "heading-duplicate", ["2."]),
        ("会议明确：①公安局负责秩序；②市场监管局负责摊点；③城管局负责占道。", "heading-gap", []),
        ("要求如下：（一）公安局负责秩序。按第（三）项办理。", "heading-gap", []),
        ("一、要求\n\n（二）落实责任。各局负责。\n\n（二）落实经费。财政负责。", "heading-gap", ["（二）落实责任"]),
        ("一、甲\n\n（一）一处\n\n1.起步。先做。\n\n2.推进。再做。\n\n（二）二处\n\n3.整治。分批。\n\n2.提升。改造。\n\n3.扩建。新建。", "heading-gap", ["3.整治"]),
        ("一、甲\n\n（一）一处。\n\n（二）二处。\n\n二、乙\n\n1.三处。\n\n（二）四处。\n\n三、丙\n\n（一）五处。\n\n（二）六处。", "heading-level", ["1.三处。"]),
    ],
)
def test_labels_are_counted(body: str, rule: str, expected: list[str]) -> None:
    assert quotes(rule, notice(body)) == expected


def test_headings_of_one_list_have_marks_of_one_depth() -> None:
    body = "## 一、目标\n\n全部完成。\n\n{}## 二、任务\n\n逐项落实。\n\n## 三、保障\n\n加强领导。"
    assert quotes("heading-level", notice(body.format("#"))) == ["二、任务"]
    assert quotes("heading-level", notice(body.format(""))) == []
