"""Breaking correct drafts (``benchmarks.broken``): the breaks are what they say, and what answers them is counted."""

from __future__ import annotations

import pytest
from benchmarks.accuracy import SETS
from benchmarks.breaks import Break, Way, tables
from benchmarks.broken import WAYS, tried

from hegao.sources.files import read
from hegao.sources.source import Source

ROWS = ("序号\t任务\t责任单位", "1\t修路\t县交通运输局", "2\t修桥\t县水利局", "3\t植树\t县林业局", "", "正文。")


@pytest.fixture(scope="module")
def drafts() -> list[Source]:
    return [read(path, path.name) for path in sorted(SETS.glob("*/*.clean.*"))]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_way_applies_to_the_drafts_and_changes_a_line_that_is_there(way: Way, drafts: list[Source]) -> None:
    source, first = next((source, broken) for source in drafts for broken in way(source.lines))
    assert first.lines != source.lines
    assert 1 <= first.line <= len(first.lines)


def test_rows_of_one_length_are_a_table() -> None:
    assert [[index for index, _cells in table] for table in tables(ROWS)] == [[0, 1, 2, 3]]


def test_a_cell_is_emptied_where_its_column_is_full() -> None:
    emptied = [broken.lines[broken.line - 1] for broken in WAYS["a cell emptied in a filled column"](ROWS)]
    assert emptied == ["1\t\t县交通运输局", "2\t\t县水利局", "3\t\t县林业局", "1\t修路\t", "2\t修桥\t", "3\t植树\t"]


@pytest.mark.parametrize(
    ("way", "line", "broken"),
    [
        ("a sum in a sentence a little off", "共栽树120棵，投入30人，其中县直18人、乡镇12人。", "共栽树120棵，投入28人，其中县直18人、乡镇12人。"),
        ("a difference of two figures off", "普及率由61.5%提高到80%，提高18.5个百分点。", "普及率由61.5%提高到80%，提高18.7个百分点。"),
        ("a body twice in a list", "（配合单位：县水利局、县林业局）", "（配合单位：县水利局、县林业局、县水利局）"),
        ("a clause said twice", "经查，整改隐患36处，均已销号。", "经查，整改隐患36处，整改隐患36处，均已销号。"),
        ("a comma before a counter", "办结318件，", "办结318，件，"),
        ("a note outside of its title", "落实《水库管理办法（试行）》", "落实《水库管理办法》（试行）"),
        ("a count in words among figures", "企业45家，", "企业四十五家，"),
        ("another day of the week", "11月5日（星期四）召开。", "11月5日（星期五）召开。"),
        ("a day that the month has not", "2026年11月5日", "2026年11月31日"),
        ("a law's title a character short", "按照《云岭县河道管理条例》执行", "按照《云岭县河道管条例》执行"),
    ],
)
def test_one_place_is_broken(way: str, line: str, broken: str) -> None:
    assert list(WAYS[way]((line,))) == [Break(1, (broken,))]


def test_what_a_finding_answers_is_told_from_what_none_does() -> None:
    source = Source("通知.txt", ("云岭县人民政府关于修路的通知", "", "11月5日（星期四）召开，2026年2月3日印发。"))
    one = tried("days", WAYS["a day that the month has not"], [source], 5)
    assert (one.tried, one.silent) == (1, ())
    none = tried("nothing wrong", lambda lines: iter([Break(3, (*lines[:2], lines[2].replace("修路", "修桥")))]), [source], 5)
    assert (none.tried, none.silent) == (1, ("通知.txt:3 11月5日（星期四）召开，2026年2月3日印发。",))
