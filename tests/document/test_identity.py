"""What a document is: genre, action, issuers, headings, parts."""

from __future__ import annotations

import pytest

from hegao.document.identity import action_of, genre_of, issuers_in
from reading import document, read


@pytest.mark.parametrize(
    ("title", "genre", "action"),
    [
        ("江河市人民政府关于印发《防汛办法》的通知", "通知", "印发"),
        ("江河市人民政府办公室转发市民政局关于养老服务意见的通知", "通知", "转发"),
        ("江河市人民政府批转《市水利局关于防汛的报告》", "通知", "批转"),
        ("江河市人民政府关于废止部分文件的决定", "决定", "废止"),
        ("江河市人民政府关于公布第一批名录的通知（试行）", "通知", "公布"),
        ("江河市人民政府办公室关于农田问题的复函", "函", None),
        ("江河市人民政府对第12号提案的答复", "函", None),
        ("江河市人民政府令", "命令（令）", None),
        ("江河市防汛办法", "办法", None),
        ("江河市防汛方案", None, None),
        ("江河市人民政府命令", "命令（令）", None),
        ("江河市人民政府关于公布废止文件目录的决定", "决定", "废止"),
        ("江河市人民政府关于表彰先进的通报", "通报", "表扬"),
        ("江河市人民政府关于设立云岭新区的批复", "批复", "成立"),
        ("江河市人民政府关于修订《防汛预案》的公告〔试行〕", None, "修改"),
        ("江河市人民政府办公室关于颁布《防汛规定》的通告（2026年第1号）", "通告", "公布"),
    ],
)
def test_genre_and_action_by_the_title(title: str, genre: str | None, action: str | None) -> None:
    assert (genre_of(title), action_of(title)) == (genre, action)


@pytest.mark.parametrize(
    ("title", "bodies"),
    [
        ("江河市人民政府关于防汛的通知", ["江河市人民政府"]),
        ("江河市教育局、江河市公安局关于校车的通知", ["江河市教育局", "江河市公安局"]),
        ("江河市人民政府办公室转发市民政局意见的通知", ["江河市人民政府办公室"]),
        ("江河海关关于通关的公告", ["江河海关"]),
        ("江河市公安局交通警察支队关于停车的通告", ["江河市公安局交通警察支队"]),
        ("江河市总工会颁发劳动奖章的决定", ["江河市总工会"]),
        ("江河市防汛抗旱指挥部、江河市气象局关于防汛的通知", ["江河市防汛抗旱指挥部", "江河市气象局"]),
        ("江河市人民政府对第12号提案的答复", ["江河市人民政府"]),
        ("关于防汛的通知", []),
        ("全市防汛工作会议纪要", []),
    ],
)
def test_issuers_in_a_title(title: str, bodies: list[str]) -> None:
    assert issuers_in(title) == bodies


def test_headings_by_their_numbers_not_by_their_marks() -> None:
    text = "## 江河市防汛方案\n\n# 一、总则\n\n### （一）目的\n\n# 1.依据\n\n（1）法规\n\n①条例\n\n**二、组织**\n\n第一条 分工"
    headings = [node for node in document(text, "a.md").of("heading")]
    assert [(node.level, node.label, node.title) for node in headings] == [  # type: ignore[attr-defined]
        (1, "一、", "总则"),
        (2, "（一）", "目的"),
        (3, "1.", "依据"),
        (4, "（1）", "法规"),
        (5, "①", "条例"),
        (1, "二、", "组织"),
        (3, "第一条", "分工"),
    ]


def test_decimal_headings_nest() -> None:
    headings = list(document("江河市应急预案\n\n1 总则\n\n1.1 目的\n\n1.1.1 依据\n\n1.1.2 范围\n\n1.2 原则\n\n2 组织\n\n2.1 机构").of("heading"))
    assert [(node.level, node.number, len(node.numbering.headings)) for node in headings] == [  # type: ignore[attr-defined]
        (1, 1, 2),
        (2, 1, 2),
        (3, 1, 2),
        (3, 2, 2),
        (2, 2, 2),
        (1, 2, 2),
        (2, 1, 1),
    ]
    assert [node.parent.label if node.parent else "" for node in headings] == ["", "1", "1.1", "1.1", "1", "", "2"]  # type: ignore[attr-defined]


def test_a_heading_that_runs_on_is_its_first_words() -> None:
    (heading,) = document("江河市防汛方案\n\n（一）加强领导。各单位要提高认识，落实责任。").of("heading")
    assert (heading.text.value, heading.title, heading.runs_on) == ("（一）加强领导", "加强领导", True)  # type: ignore[attr-defined]


def test_a_file_without_any_document_is_read_all_the_same() -> None:
    for text in ("主 管：江河市人民政府\n主 办：江河市人民政府办公室", "——江河市人民政府——", "---"):
        assert read(text).documents == []


def test_serials_and_sections_of_a_table() -> None:
    text = "序号\t任务\t责任单位\n一、甲类\t\t\n1\t甲\t市教育局\n（2）\t乙\t市财政局\n二、乙类\t\t\n1\t丙\t市民政局\n一\t丁\t市司法局"
    (table,) = document(text).of("table")
    assert [(row.serial, row.section) for row in table.rows] == [(None, 1), (1, 1), (2, 1), (None, 2), (1, 2), (1, 2)]  # type: ignore[attr-defined]
