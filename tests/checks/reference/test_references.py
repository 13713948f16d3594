"""Citations: their form, their conflicts, texts no longer in force."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice, only, pairs, usual
from hegao.checks.base import BATCH_CHECKS, COLLECTORS, BatchHit, Record
from hegao.checks.reference.citations_of_batch import one_text
from hegao.document.model import File


def found(text: str, profile: str = "draft", year: int = 2026) -> list[tuple[str, str]]:
    return pairs(hits("citation-form", notice(text, year=year), profile))


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("落实《防汛预案（江政发〔2025〕3号）》。", "《防汛预案（江政发〔2025〕3号）》", "《防汛预案》（江政发〔2025〕3号）"),
        ("落实《防汛预案》江政发〔2025〕3号要求。", "《防汛预案》江政发〔2025〕3号", "《防汛预案》（江政发〔2025〕3号）"),
        ("根据江政发〔2025〕3号《防汛预案》要求。", "江政发〔2025〕3号《防汛预案》", "《防汛预案》（江政发〔2025〕3号）"),
        ("落实《防汛预案》（江政发3号）。", "《防汛预案》（江政发3号）", "《防汛预案》（江政发〔××××〕3号）"),
        ("落实《关于印发<预案>的通知》。", "<预案>", "〈预案〉"),
        ("落实《防汛管理办法》（试行）。", "《防汛管理办法》（试行）", "《防汛管理办法（试行）》"),
        ("根据（江政发〔2024〕3号）《江河市防汛办法》执行。", "（江政发〔2024〕3号）《江河市防汛办法》", "《江河市防汛办法》（江政发〔2024〕3号）"),
        ("学《防汛条例》（江水规〔2024〕2号）《江河市水库管理办法》。", "（江水规〔2024〕2号）《江河市水库管理办法》", "《江河市水库管理办法》（江水规〔2024〕2号）"),
        ("依据国务院令第9999号《江河航道条例》处理。", "国务院令第9999号《江河航道条例》", "《江河航道条例》（国务院令第9999号）"),
        ("按照江河市人民政府令2020年第3号《江河市公园管理办法》管理。", "江河市人民政府令2020年第3号《江河市公园管理办法》", "《江河市公园管理办法》（江河市人民政府令2020年第3号）"),
        ("落实《江河市表彰办法》（江办发〔2023〕）规定。", "《江河市表彰办法》（江办发〔2023〕）", "《江河市表彰办法》（江办发〔2023〕×号）"),
        ("废止《江河市防汛办法》（江政发〔2012〕28）。", "《江河市防汛办法》（江政发〔2012〕28）", "《江河市防汛办法》（江政发〔2012〕28号）"),
        ("落实江政发〔2022〕28要求。", "江政发〔2022〕28", "江政发〔2022〕28号"),
    ],
)
def test_form(text: str, written: str, right: str) -> None:
    assert found(text) == [(written, right)]


@pytest.mark.parametrize(
    "text",
    [
        "根据《中华人民共和国防洪法》和《防汛预案》（江政发〔2025〕3号，以下简称《预案》）。",
        "按照江政发〔2025〕3号文件要求，执行《防汛办法》（江河市人民政府令第5号）。",
        "落实《防汛管理办法（试行）》《燃气标准》（征求意见稿）。",
        "对《防汛预案》（江政发〔2025〕3号）《抗旱预案》（江政发〔2025〕4号）作出修改。",
        "学习《江河市水库管理办法》（江水规〔2024〕2号）《江河市塘坝管理办法》。",
        "依据国务院令第9999号公布的《江河航道条例》处理。",
        "落实江政发〔2022〕28、29号文件，落实江政发〔2022〕30—32号文件。",
    ],
)
def test_right(text: str) -> None:
    assert found(text) == []


def test_angle_brackets_may_stem_from_a_web_page() -> None:
    assert found("落实《关于印发<预案>的通知》。", "published") == []


def test_older_documents_stay() -> None:
    assert found("落实《防汛管理办法》（试行）。", year=2010) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("临江省防汛预案", "关于印发〈临江省防汛预案〉的通知", True),
        ("关于加强防汛工作的意见", "临江省人民政府关于加强防汛工作的意见", True),
        ("若干措施", "关于促进民营经济发展的若干政策措施", True),
        ("关于加强防汛工作的意见", "关于加强防汛工作的实施意见", False),
        ("防汛办法", "抗旱办法", False),
    ],
)
def test_one_text(one: str, other: str, same: bool) -> None:
    assert one_text(one, other) is same
    assert one_text(other, one) is same


def judged(name: str, *files: File) -> list[BatchHit]:
    """What a batch check says of files, each a document."""
    check = BATCH_CHECKS[name]
    records = [
        Record(f"{index}.txt", text.span(), text.value, str(index), data)
        for index, file in enumerate(files)
        for text, data in COLLECTORS[check.collector](only(file))
    ]
    return list(usual(name)(records))


def test_one_title_under_two_numbers() -> None:
    text = "落实《防汛预案》（江政发〔2025〕3号），执行《防汛预案》（江政发〔2025〕13号）。"
    (hit,) = judged("citation-conflict", notice(text))
    assert hit.record.quote == "《防汛预案》（江政发〔2025〕13号）"
    assert hit.facts["other_number"] == "江政发〔2025〕3号"
    assert [record.quote for record in hit.related] == ["《防汛预案》（江政发〔2025〕3号）"]


def test_one_number_over_two_titles() -> None:
    assert len(judged("citation-conflict", notice("落实《防汛预案》（江政发〔2025〕3号）和《抗旱预案》（江政发〔2025〕3号）。"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "落实《关于印发防汛预案的通知》（江政发〔2025〕3号），执行《防汛预案》（江政发〔2025〕3号）。",
        "落实《防汛工作要点》（江政发〔2024〕3号）和《防汛工作要点》（江政发〔2025〕8号）。",
        "落实《防汛工作要点》（临政发〔2024〕3号）和《防汛工作要点》（江政发〔2024〕8号）。",
    ],
)
def test_no_conflict(text: str) -> None:
    assert judged("citation-conflict", notice(text)) == []


def test_against_the_text_itself() -> None:
    cited = notice("抓好落实。")
    good = notice("落实《关于做好有关工作的通知》（江政办发〔2026〕12号）。")
    bad = notice("落实《关于做好抗旱工作的通知》（江政办发〔2026〕12号）。")
    slip = notice("落实《江河市人民政府办公室关于做好有关工作的通知》（江政办发〔2026〕18号）。")
    assert judged("citation-conflict", cited, good) == []
    (hit,) = judged("citation-conflict", cited, bad)
    assert hit.record.path == "1.txt"
    assert len(judged("citation-conflict", cited, slip)) == 1


def test_citations_in_other_documents_are_not_compared() -> None:
    one = notice("落实《防汛预案》（江政发〔2025〕3号）。")
    other = notice("落实《抗旱预案》（江政发〔2025〕3号）。")
    assert judged("citation-conflict", one, other) == []


REPEAL = "决定废止《防汛管理办法》（江政规〔2019〕3号）、《抗旱管理办法》（江政规〔2019〕4号）。"


@pytest.mark.parametrize(
    ("text", "year", "count"),
    [
        ("根据《防汛管理办法》（江政规〔2019〕3号），现通知如下。", 2026, 1),
        ("按照《防洪法》、《抗旱管理办法》（江政规〔2019〕4号）规定，现通知如下。", 2026, 1),
        ("根据《防汛管理办法》（江政规〔2019〕3号），现通知如下。", 2024, 0),
        ("《防汛管理办法》（江政规〔2019〕3号）实施六年，成效明显。", 2026, 0),
        ("根据《防汛管理办法》（江政规〔2022〕3号），现通知如下。", 2026, 0),
    ],
)
def test_basis_that_was_repealed(text: str, year: int, count: int) -> None:
    assert len(judged("abolished-basis", notice(REPEAL, year=2025), notice(text, year=year))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("根据《防汛管理办法》（江政规〔2019〕3号），制定本规定。《防汛管理办法》（江政规〔2019〕3号）同时废止。", 1),
        ("根据《防洪法》制定本规定。《防汛管理办法》（江政规〔2019〕3号）自2026年5月1日起停止执行。", 0),
        ("根据《防汛管理办法》（江政规〔2019〕3号），废止《防汛管理办法》（江政规〔2019〕3号）第六条。", 0),
    ],
)
def test_basis_that_the_document_itself_repeals(text: str, count: int) -> None:
    assert len(judged("abolished-basis", notice(text))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("根据上级有关文件精神，制定本方案。", 1),
        ("按照市相关政策精神，现通知如下。", 1),
        ("根据《江河市绿化办法》精神，制定本方案。", 0),
        ("根据会议精神，制定本方案；按照有关规定办理。", 0),
    ],
)
def test_a_basis_has_a_title(text: str, count: int) -> None:
    assert len(found(text)) == count


@pytest.mark.parametrize(("title", "count"), [("信访条例", 1), ("信访工作条例", 0), ("中华人民共和国食品卫生法", 1), ("中华人民共和国食品安全法", 0)])
def test_laws_that_others_replaced(title: str, count: int) -> None:
    assert len(judged("abolished-basis", notice(f"根据《{title}》，制定本方案。"))) == count
