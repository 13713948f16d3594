"""Rows of sums stand under the columns that they were typed under."""

from __future__ import annotations

from hegao.document.building import parse
from hegao.document.model import Table
from hegao.sources.source import Source

DRAFT = """江河市人民政府关于改造管网的通知

各县（区）人民政府：

　　请抓好落实。

　　附件：管网改造表

　　　　　　　　江河市人民政府
　　　　　　　　2026年3月6日

附件

管网改造表

序号\t县（区）\t长度（千米）\t投资（万元）\t责任单位\t竣工时间
1\t云岭县\t21.6\t3240\t云岭县人民政府\t2026年10月10日
2\t临湖区\t18.3\t2745\t临湖区人民政府\t2026年10月10日
合计\t\t39.9\t5985
"""


def test_a_row_with_an_empty_cell_behind_its_label_has_lost_its_last_cells() -> None:
    [table] = [
        node
        for document in parse(Source("a.txt", tuple(DRAFT.split("\n")))).documents
        for part in document.parts
        for node in part.nodes
        if isinstance(node, Table)
    ]
    assert [cell.value for cell in table.rows[-1].cells] == ["合计", "", "39.9", "5985", "", ""]
