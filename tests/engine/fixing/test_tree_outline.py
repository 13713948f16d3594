"""The outline by which two trees are compared: what an edit may change, and what it may not."""

from __future__ import annotations

import pytest

from hegao.engine.findings.finding import FixEdit
from hegao.engine.fixing.tree_outline import Item, outline
from hegao.sources.text import Span
from notices import notice
from reading import read

BODY = ("一、备足物资", "（一）落实责任。各单位要抓紧。", "备好车辆,不得拖延。", "7月底前完成演练。（市应急局牵头，市水利局配合）")
TEXT = notice(*BODY)


def kinds(text: str) -> list[str]:
    """The kinds of what the outline of a text holds."""
    return [item[0] for item in outline(read(text))]


def edit(line: int, column: int, end: int, text: str) -> FixEdit:
    """A replacement within a line."""
    return FixEdit(Span(line, column, line, end), text, True)


def test_it_holds_the_structure_and_leaves_out_what_is_only_mentioned() -> None:
    found = kinds(TEXT.replace("抓紧", "按《防汛预案》（江政发〔2025〕3号）抓紧"))
    assert {"file", "title", "addressee", "heading", "paragraph", "task", "signature"} <= set(found)
    assert not {"number", "date", "citation", "document", "markup"} & set(found)


def test_an_edit_in_words_gives_the_outline_of_the_text_edited() -> None:
    lines = TEXT.split("\n")
    line = next(number for number, value in enumerate(lines, 1) if "车辆," in value)
    column = lines[line - 1].index(",") + 1
    edited = outline(read(TEXT), [edit(line, column, column + 1, "，")])
    assert edited == outline(read(TEXT.replace("车辆,", "车辆，")))
    assert edited != outline(read(TEXT))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # A heading that becomes a paragraph, one that loses its title to what runs on, a list of bodies that loses one.
        ("一、备足物资", "备足物资"),
        ("落实责任。各单位", "落实责任，各单位"),
        ("市应急局牵头，市水利局配合", "市应急局牵头"),
        ("江河市人民政府办公室\n\n2026年6月8日", "2026年6月8日"),
    ],
)
def test_a_change_of_the_structure_shows(before: str, after: str) -> None:
    assert before in TEXT
    assert outline(read(TEXT)) != outline(read(TEXT.replace(before, after)))


def test_blanks_do_not_count_and_edits_outside_of_a_node_leave_it_alone() -> None:
    spaced: list[Item] = outline(read(TEXT.replace("备足物资", "备足 物资")))
    assert spaced == outline(read(TEXT))
    assert outline(read(TEXT), [edit(99, 1, 2, "字")]) == outline(read(TEXT))
