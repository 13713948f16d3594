"""Rows become tables: heads printed again go, what a page broke is joined, what cells were merged over stays apart."""

from __future__ import annotations

import pytest

from reading import kinds, lines_of

HEAD = "序号\t任务\t牵头单位\t配合单位\t完成时限"


def rows(text: str) -> list[str]:
    """The rows of the text, heads among them, cells between bars."""
    return [words for kind, words in kinds(text) if kind in ("TABLE", "SUBHEAD", "ROW")]


def test_the_head_of_a_later_page_goes() -> None:
    text = f"{HEAD}\n1\t甲。\t市教育局\t\t6月\n\n{HEAD}\n2\t乙。\t市财政局\t\t7月"
    assert rows(text) == [HEAD.replace("\t", "|"), "1|甲。|市教育局||6月", "2|乙。|市财政局||7月"]
    assert [line.kind for line in lines_of(text).furniture] == ["REPEATED"]


def test_a_slip_of_the_scan_in_it_does_not_make_it_a_row() -> None:
    assert len(rows(f"{HEAD}\n1\t甲。\t市教育局\t\t6月\n\n序号\t任务\t牵头单位\t配合单拉\t完成时限\n2\t乙。\t市财政局\t\t7月")) == 3


@pytest.mark.parametrize("again", ["2026年任务分工表", "2026年任务分工表（续）", "续表", "（续表）"])
def test_a_caption_printed_again_goes(again: str) -> None:
    text = f"2026年任务分工表\n\n{HEAD}\n1\t甲。\t市教育局\t\t6月\n\n{again}\n\n{HEAD}\n2\t乙。\t市财政局\t\t7月"
    assert len(rows(text)) == 3


def test_any_cell_may_go_on_over_the_page() -> None:
    text = f"{HEAD}\n1\t完善制度，规范执\t市市场监管\t市司法局、市公\t2026年12\n\n{HEAD}\n\t法行为。\t局、市司法局\t安局\t月31日\n2\t乙。\t市财政局\t\t7月"
    assert rows(text)[1] == "1|完善制度，规范执法行为。|市市场监管局、市司法局|市司法局、市公安局|2026年12月31日"
    assert len(rows(text)) == 3


@pytest.mark.parametrize(
    "rest",
    [
        "\t规范执法行为。\t\t\t",
        "\t\t市司法局\t\t",
        "\t\t按职责分工负责\t\t",
        "\t\t\t市公安局\t",
        "\t\t\t\t月底前",
        "\t，规范执法行为。\t市司法局\t\t6月",
    ],
)
def test_a_row_that_goes_on_with_the_one_above(rest: str) -> None:
    assert len(rows(f"{HEAD}\n1\t完善制度\t市市场监管局\t\t2026年6\n\n{HEAD}\n{rest}")) == 2


@pytest.mark.parametrize(
    "text",
    [
        # Mid-page: a measure and its bodies of their own.
        f"{HEAD}\n1\t改造公路。\t市交通局\t\t6月\n\t建设公厕。\t市农业农村局\t市卫健委\t7月",
        # The bodies were merged, too.
        f"{HEAD}\n1\t新增就业。\t市人社局\t\t6月\n\t建设住房。\t\t\t9月",
        # Over the page: the work above was at its end.
        f"{HEAD}\n1\t改造公路。\t市交通局\t\t6月\n\n{HEAD}\n\t建设公厕。\t市农业农村局\t市卫健委\t7月",
        f"{HEAD}\n1\t（1）改造公路\t市交通局\t\t6月\n\n{HEAD}\n\t（2）建设公厕\t市农业农村局\t\t7月",
    ],
)
def test_a_row_under_merged_cells_is_one_of_its_own(text: str) -> None:
    assert len(rows(text)) == 3


def test_cells_that_a_conversion_left_out_stand_under_the_columns_that_suit_them() -> None:
    text = "序号\t重点任务\t具体措施\t责任单位\t完成时限\n1\t强化支撑\t建设园区\t市工信局\t6月\n引进项目\t市投促局\t2026年12月\n2\t提升服务\t一窗办理\t市行政审批局\t7月"
    assert rows(text)[2] == "||引进项目|市投促局|2026年12月"


def test_a_page_with_fewer_columns() -> None:
    text = f"{HEAD}\n1\t甲。\t市教育局\t\t6月\n\n任务\t牵头单位\t配合单位\t完成时限\n乙。\t市财政局\t\t7月\n丙。\t市民政局\t\t8月"
    assert rows(text)[2:] == ["|乙。|市财政局||7月", "|丙。|市民政局||8月"]


def test_a_page_with_more_columns() -> None:
    text = f"{HEAD}\n1\t甲。\t市教育局\t\t6月\n\n{HEAD}\t备注\n2\t乙。\t市财政局\t市民政局\t7月\t重点"
    assert rows(text)[2] == "2|乙。|市财政局|市民政局|7月|重点"


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("序号\t任务\t自治区\t\t江河市\t\n\t\t牵头单位\t配合单位\t牵头单位\t配合单位\n1\t甲\t厅\t厅\t市教育局\t市财政局", 2),
        ("序号\t任务\t自治区\t江河市\t时限\n牵头单位\t配合单位\t牵头单位\t配合单位\n1\t甲\t厅\t厅\t市教育局\t市财政局\t6月", 2),
        ("省（市）\t招生人数\t分年度任务\n2026年\t2027年\n江河\t100\t40\t60", 2),
        (f"{HEAD}\n1\t甲\t市教育局\t\t6月", 1),
    ],
)
def test_heads_of_two_lines(text: str, heads: int) -> None:
    assert [kind for kind, _words in kinds(text)][:heads] == ["TABLE", "SUBHEAD"][:heads]
    assert [kind for kind, _words in kinds(text)][heads:] == ["ROW"]


def test_both_lines_of_a_head_printed_again_go() -> None:
    head = "序号\t任务\t自治区\t\t江河市\t\n\t\t牵头单位\t配合单位\t牵头单位\t配合单位"
    assert len(rows(f"{head}\n1\t甲\t厅\t厅\t市教育局\t市财政局\n\n{head}\n2\t乙\t厅\t厅\t市教育局\t市财政局")) == 4


def test_a_line_of_text_between_rows_groups_them() -> None:
    text = f"{HEAD}\n一、基础设施\n1\t甲。\t市教育局\t\t6月\n二、公共服务\n三、其他\n1\t乙。\t市财政局\t\t7月"
    assert rows(text)[1:] == ["一、基础设施", "1|甲。|市教育局||6月", "二、公共服务", "三、其他", "1|乙。|市财政局||7月"]


def test_headings_between_tables_stay_headings() -> None:
    text = f"一、第一批\n\n{HEAD}\n1\t甲。\t市教育局\t\t6月\n\n二、第二批\n\n{HEAD}\n1\t乙。\t市财政局\t\t7月"
    assert [kind for kind, _words in kinds(text)] == ["HAN", "TABLE", "ROW", "HAN", "TABLE", "ROW"]


def test_a_head_of_another_table_begins_one() -> None:
    text = f"{HEAD}\n1\t甲。\t市教育局\t\t6月\n\n序号\t姓名\t职务\n1\t李明\t组长"
    assert [kind for kind, _words in kinds(text)] == ["TABLE", "ROW", "TABLE", "ROW"]


def test_a_running_head_within_a_table_does_not_end_it() -> None:
    text = f"{HEAD}\n1\t甲。\t市教育局\t\t6月\n\n——江河市人民政府——\n\n2\t乙。\t市财政局\t\t7月"
    assert [kind for kind, _words in kinds(text)] == ["TABLE", "ROW", "ROW"]
