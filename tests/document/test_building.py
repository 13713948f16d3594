"""From the tree of lines to the model: each element of a document in its place."""

from __future__ import annotations

import pytest

from hegao.document.model import Document, Heading, Paragraph, Table
from notices import notice
from reading import document, read


def values(nodes: object) -> list[str]:
    """The texts of nodes."""
    return [node.text.value for node in nodes]  # type: ignore[attr-defined]


def test_the_elements_of_a_notice() -> None:
    behind = "（此件公开发布）\n\n抄送：市委办公室。\n\n江河市人民政府办公室　　2026年6月9日印发"
    found = document("江河市人民政府办公室文件\n\n" + notice("请落实。", "附件：1.分工表\n2.名单", behind=behind))
    assert values(found.masthead) == ["江河市人民政府办公室文件"]
    assert found.title is not None and found.title.text.value == "江河市人民政府办公室关于做好有关工作的通知"
    assert found.number is not None and found.number.phrase.normal == "江政办发〔2026〕12号"
    assert found.addressee is not None and found.addressee.name == "各县（区）人民政府"
    assert [(one.text.value, one.number) for one in found.attachments] == [("分工表", 1), ("名单", 2)]
    assert values(found.signatures) == ["江河市人民政府办公室"]
    assert found.issued is not None and found.issued.isoformat() == "2026-06-08"
    assert values(found.notes) == ["（此件公开发布）"]
    assert values(found.copies) == ["抄送：市委办公室。"]
    assert [(date.text.value, date.role) for date in found.dates] == [("2026年6月8日", "issue"), ("2026年6月9日", "imprint")]
    assert (found.genre, found.action, found.issuers) == ("通知", None, ["江河市人民政府办公室"])


def test_what_is_not_there_is_none() -> None:
    found = document("记录一些想法，明天再看。")
    assert (found.title, found.number, found.date, found.addressee, found.issued, found.genre) == (None,) * 6
    assert found.annexes == [] and found.tasks == []


def test_paragraphs_know_the_heading_that_they_stand_under() -> None:
    found = document(notice("先看背景。", "一、目标", "备足物资。", "（一）分解", "落实到人。", "二、要求", "抓好落实。"))
    paragraphs = [node for node in found.of("paragraph") if isinstance(node, Paragraph)]
    under = [(node.text.value, node.heading.label if node.heading else "") for node in paragraphs]
    assert under == [("先看背景。", ""), ("备足物资。", "一、"), ("落实到人。", "（一）"), ("抓好落实。", "二、")]
    parents = [(node.label, node.parent.label if node.parent else "") for node in found.of("heading") if isinstance(node, Heading)]
    assert parents == [("一、", ""), ("（一）", "一、"), ("二、", "")]


def test_what_a_notice_issues_and_attaches_are_parts_of_their_own() -> None:
    plan = "江河市防汛方案\n\n一、目标\n\n备足物资。\n\n附件1\n\n任务分工表\n\n序号\t任务\t责任单位\n1\t巡查\t市水利局\n2\t演练\t市应急局"
    found = document(notice("现将《江河市防汛方案》印发给你们。", "附件：1.任务分工表", title="关于印发江河市防汛方案的通知", behind=plan))
    assert [(part.role, part.title.text.value if part.title else None, part.mark.value if part.mark else None) for part in found.parts] == [
        ("main", None, None),
        ("annex", "江河市防汛方案", None),
        ("annex", "任务分工表", "附件1"),
    ]
    assert [node.kind for node in found.annexes[0].nodes] == ["heading", "paragraph"]
    assert isinstance(found.annexes[1].nodes[0], Table)
    assert all(part.title is None or not part.title.own for part in found.annexes)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("江河市教育局　江河市公安局", ["江河市教育局", "江河市公安局"]),
        # Blanks within a name do not part it.
        ("江 河 市 人 民 政 府", ["江河市人民政府"]),
        ("市长 李明", ["市长 李明"]),
    ],
)
def test_who_signs_on_one_line(line: str, names: list[str]) -> None:
    assert values(document(notice("请落实。", signature=line)).signatures) == names


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("附件：任务分工表", [("任务分工表", None, "附件：任务分工表")]),
        ("附件：1.任务分工表；2.成员名单。", [("任务分工表", 1, "附件：1.任务分工表；"), ("成员名单", 2, "2.成员名单。")]),
    ],
)
def test_what_is_announced_and_how_it_is_written(line: str, titles: list[tuple[str, int | None, str]]) -> None:
    found = document(notice("请落实。", line)).attachments
    assert [(one.text.value, one.number, one.written.value if one.written else None) for one in found] == titles


def test_a_web_copy_gives_what_the_document_itself_does_not() -> None:
    fields = "标题：江河市人民政府关于做好防汛工作的意见\n发文字号：江政发〔2026〕4号\n成文日期：2026年3月1日\n发文机关：江河市人民政府\n\n"
    found = document(fields + "各县（区）人民政府：\n\n为做好防汛工作，提出如下意见。\n\n一、备足物资\n\n二、落实责任")
    assert found.number is not None and found.number.phrase.normal == "江政发〔2026〕4号"
    assert found.date is not None and (found.date.role, found.issued and found.issued.isoformat()) == ("field", "2026-03-01")
    assert found.issuers == ["江河市人民政府"]


def test_every_node_is_walked_once_and_the_document_first() -> None:
    table = "任务分工表\n\n序号\t任务\t责任单位\n1\t巡查\t市水利局\n2\t演练\t市应急局"
    found = document(notice("一、目标", "2026年7月底前完成。（市水利局牵头）", "附件：任务分工表", behind=table))
    nodes = list(found.walk())
    assert nodes[0] is found
    assert len({id(node) for node in nodes}) == len(nodes)
    assert {"document", "title", "addressee", "heading", "paragraph", "table", "row", "task", "number", "date", "attachment", "signature"} <= {
        node.kind for node in nodes
    }
    assert "cell" not in {node.kind for node in nodes}


def test_lines_that_could_not_be_placed_are_told_at_the_first_document() -> None:
    found: Document = read(notice("请落实。")).documents[0]
    assert found.unparsed == []
    assert found.end_line == 11


def test_a_file_without_any_document_is_read_all_the_same() -> None:
    for text in ("主 管：江河市人民政府\n主 办：江河市人民政府办公室", "——江河市人民政府——", "---"):
        assert read(text).documents == []


def test_a_day_with_its_word_below_the_title_is_the_day_of_the_document() -> None:
    found = document("江河市人民政府关于统一计量单位的通告\n\n1998年2月27日 发布\n\n一、各单位使用法定计量单位。\n\n二、旧单位停止使用。\n")
    assert found.date is not None and found.date.text.value.startswith("1998年2月27日")
    assert list(found.imprints) == []
