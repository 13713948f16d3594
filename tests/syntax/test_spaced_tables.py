"""Tables set with blanks: told by a head and rows with as many cells; other lines with blanks stay what they are."""

from __future__ import annotations

from hegao.syntax.line_kinds import Kind
from reading import kinds, lines_of, words


def _rows(*lines: str) -> list[str]:
    return [words(line) for line in lines_of("\n".join(("江河市渡口安排", "", "渡口情况如下：", "", *lines))).lines if line.cells is not None]


def test_rows_under_known_heads() -> None:
    lines = ("序号  渡口      责任单位        完成时限", "1     潮头渡    江河市水利局    6月底前", "2     西鼓渡    江河市交通局    7月底前")
    assert _rows(*lines) == ["序号|渡口|责任单位|完成时限", "1|潮头渡|江河市水利局|6月底前", "2|西鼓渡|江河市交通局|7月底前"]


def test_figures_under_any_heads_and_a_cell_left_out() -> None:
    lines = ("渡口    客渡    货渡    小计", "潮头渡  12      3       15", "西鼓渡          4       4", "东屏渡  6       2       8")
    assert _rows(*lines)[2] == "西鼓渡||4|4"


def test_full_width_blanks_part_columns_too() -> None:
    lines = ("姓名　　单位　　　　　　职务", "方　立　　江河市水利局　　科长", "金　涛　　云岭县水利局　　股长")
    assert _rows(*lines) == ["姓名|单位|职务", "方立|江河市水利局|科长", "金涛|云岭县水利局|股长"]


def test_signatures_side_by_side_are_no_table() -> None:
    text = "江河市教育局    江河市公安局    江河市民政局\n江河市财政局    江河市水利局    江河市司法局\n2026年6月8日"
    assert all(kind != Kind.TABLE for kind, _words in kinds(text))


def test_one_wide_blank_parts_cells_below_a_serial_number() -> None:
    lines = ("序号　港口　渔船（艘）　辅助船（艘）", "1　潮头港　1120　62", "2　西鼓港　936　46")
    assert _rows(*lines)[1:] == ["1|潮头港|1120|62", "2|西鼓港|936|46"]


def test_a_row_of_sums_stands_under_its_heads() -> None:
    lines = ("序号　　港口　　　渔船（艘）　　辅助船（艘）", "1　　　潮头港　　　1120　　　　　62", "2　　　西鼓港　　　 936　　　　　46", "合计　　　　　　　　2056　　　　　108")
    assert _rows(*lines)[1:] == ["1|潮头港|1120|62", "2|西鼓港|936|46", "合计||2056|108"]
