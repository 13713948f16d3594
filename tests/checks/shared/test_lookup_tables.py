"""Tables of the office: what may stand in them, and what is said of what may not."""

from __future__ import annotations

import pytest

from hegao.checks.shared.lookup_tables import BUILTIN, Tables
from hegao.words.builtin_tables import builtin
from hegao.words.office_tables import TABLES, read_table

ROSTER = "全称,简称,旧名,级别\n江河市财政局,市财政局、财政局,,市\n\n江河市自然资源局,市自然资源局,江河市国土资源局,市级\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_are_read_in_any_encoding_and_with_any_line_ends(encoding: str, end: str) -> None:
    rows, problems = read_table("roster", ROSTER.replace("\n", end).encode(encoding))
    assert problems == []
    assert [row["full"] for row in rows] == ["江河市财政局", "江河市自然资源局"]
    assert rows[0] == {"full": "江河市财政局", "short": "市财政局、财政局", "former": "", "level": "市", "remark": ""}


def test_heads_may_be_english_and_columns_that_are_not_needed_absent() -> None:
    rows, problems = read_table("words", b"Right,wrong\nab,ba\n")
    assert problems == []
    assert (rows[0]["wrong"], rows[0]["right"], rows[0]["note"]) == ("ba", "ab", "")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("roster", "", ["没有内容；第一行写列名：全称、简称、旧名、级别、备注"]),
        ("roster", "\n ,\n", ["没有内容；第一行写列名：全称、简称、旧名、级别、备注"]),
        ("roster", "简称\n市财政局\n", ["第 1 行：缺少“全称”一列，请补上"]),
        ("roster", "全称,full\n", ["第 1 行：“full”一列写了两次，请删去一列"]),
        ("roster", "全称,电话\n", ["第 1 行：没有“电话”这一列，可用：全称、简称、旧名、级别、备注"]),
        ("roster", "全称，简称\n", ["第 1 行：没有“全称，简称”这一列，可用：全称、简称、旧名、级别、备注；列与列之间要用半角逗号"]),
        ("roster", "全称,简称\n,市财政局\n", ["第 2 行“全称”是空的，请填写，或者删去这一行"]),
        ("roster", "全称,简称\n江河市财政局,局\n", ["第 2 行“简称”：“局”只有一个字，会误报，请写完整的名称或词语"]),
        ("roster", "全称,简称\n甲局,甲\n", ["第 2 行“简称”：“甲”只有一个字，会误报，请写完整的名称或词语"]),
        (
            "roster",
            "全称,简称\n江河市财政局,市财政局\n江河市教育局,市财政局\n江河市财政局,\n",
            ["第 3 行“简称”：“市财政局”第 2 行已经有了，请删去一处", "第 4 行“全称”：“江河市财政局”第 2 行已经有了，请删去一处"],
        ),
        (
            "roster",
            "全称,级别\n江河市财政局,地市\n",
            ["第 2 行“级别”：“地市”不在可用的值之内：国家、省、自治区、市、州、盟、县、区、旗、乡、镇、街道"],
        ),
        ("words", "wrong,right,since\n甲乙,乙甲,2026.3.1\n", ["第 2 行“起始日期”：“2026.3.1”不是日期，请写作 2026-03-06"]),
        ("words", "wrong,right,strength\n甲乙,乙甲,很强\n", ["第 2 行“强制程度”：“很强”不在可用的值之内：must、should、variant、custom"]),
        ("agency-codes", "机关代字,发文机关\n江政发,江河市人民政府,多\n", ["第 2 行“多”不在任何一列下面；格子里有半角逗号的，整格加引号"]),
        (
            "agency-codes",
            '机关代字,发文机关\n"江政发\n\n江政办发,江河市人民政府办公室\n',
            ["第 2 行：引号没有配对或者用错；格子里有引号的，整格加引号，里面的引号写两个"],
        ),
        ("columns", "列名\x00\n", ["编码认不出，请另存为 UTF-8 的 CSV"]),
    ],
)
def test_what_is_wrong_names_line_column_and_remedy(name: str, text: str, said: list[str]) -> None:
    assert read_table(name, text.encode())[1] == said


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    """A cell may hold a line break."""
    _rows, problems = read_table("roster", '全称,备注\n江河市财政局,"一\n二"\n,三\n'.encode())
    assert problems == ["第 4 行“全称”是空的，请填写，或者删去这一行"]


def test_what_is_no_text_is_refused() -> None:
    assert read_table("roster", "全称\n".encode("utf-16"))[1] == ["编码认不出，请另存为 UTF-8 的 CSV"]
    assert read_table("roster", b"\xff\xff\xff")[1] == ["编码认不出，请另存为 UTF-8 的 CSV"]


def test_own_rows_stand_behind_the_built_in_ones() -> None:
    own = {"wrong": "甲乙", "right": "乙甲"}
    tables = Tables({"words": [own]})
    assert tables.rows("words") == (*builtin("words"), own)
    assert tables.own("words") == (own,)
    assert BUILTIN.rows("words") == builtin("words")
    assert tables.rows("roster") == ()


def test_what_is_made_of_tables_is_made_once() -> None:
    tables = Tables({"words": []})
    made: list[Tables] = []

    def make(given: Tables) -> int:
        made.append(given)
        return len(made)

    assert (tables.made(make), tables.made(make)) == (1, 1)
    assert made == [tables]
    assert Tables().made(make) == 2


def test_the_digest_stands_for_the_rows() -> None:
    one, same = (Tables({"words": [{"wrong": "甲乙"}]}) for _ in range(2))
    assert one.digest == same.digest != ""
    assert Tables({"words": [{"wrong": "甲丙"}]}).digest != one.digest
    assert BUILTIN.digest == ""


def test_built_in_tables_have_the_columns_that_offices_write() -> None:
    """So that a row may be copied from one into the other."""
    for name in TABLES:
        for row in builtin(name)[:1]:
            assert set(row) <= {field.name for field in TABLES[name]}, name
