"""Tables of which a copy set every cell on a line of its own."""

from __future__ import annotations

from checks.told import findings, quotes
from hegao.sources.files import source_of
from hegao.syntax.passes import read_lines
from notices import notice

HEAD = "序号\t工作任务\t牵头单位\t完成时限"
ROWS = ("1\t清淤管网20千米\t市城管局\t2026年7月底前", "2\t改造泵站3座\t市水利局\t2026年8月底前", "3\t修订预案\t市应急管理局\t2026年9月底前")


def _flat(*rows: str) -> str:
    return "\n".join(row.replace("\t", "\n") for row in rows)


def _rows(text: str) -> list[list[str]]:
    source = source_of(notice("分工如下：", text).encode("utf-8"), "通知.txt")
    return [[cell.value for cell in line.cells] for line in read_lines(source).lines if line.cells is not None]


def test_cells_become_rows_again() -> None:
    assert _rows(_flat(HEAD, *ROWS)) == [line.split("\t") for line in (HEAD, *ROWS)]
    assert _rows(_flat(HEAD, *ROWS).replace("\n", "\n\n")) == [line.split("\t") for line in (HEAD, *ROWS)]


def test_a_row_of_sums_ends_the_table() -> None:
    text = _flat("序号\t项目名称\t金额（万元）", "1\t泵站\t30", "2\t管网\t20", "合计\t50")
    assert [cell for cell in _rows(text)[-1] if cell] == ["合计", "50"]


def test_tasks_of_a_flattened_table_are_judged_as_those_of_another() -> None:
    short = "2\t改造泵站3座\t市水利局"
    text = notice("分工如下：", _flat(HEAD, ROWS[0], short, ROWS[2]))
    assert quotes("deadline-missing", text) == ["改造泵站3座"]
    at = findings("deadline-missing", text)[0].span
    assert text.split("\n")[at.line - 1] == "改造泵站3座"


def test_lines_that_are_no_table() -> None:
    assert _rows("序号\n1\n2\n3") == []
    assert _rows("序号\n说明文字一行。\n再一行。\n1\n甲\n乙\n2\n丙\n丁") == []
    assert _rows(_flat(HEAD, ROWS[0])) == []
