"""Lists of attachments left out or run on, marks without their numbers, titles without a letter."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice

ONE = "附件\n\n参会回执\n\n单位：________"
TWO = "附件1\n\n任务分工表\n\n市水利局负责。\n\n附件2\n\n经费预算表\n\n共5万元。"


def text(listed: str, annexes: str) -> str:
    """A notice with that list of attachments and those texts behind it."""
    return notice("请按附件填报。", *([listed] if listed else []), behind=annexes)


@pytest.mark.parametrize(
    ("listed", "annexes", "found"),
    [
        ("附件：参会回执", ONE, []),
        ("附件参会回执", ONE, ["附件参会回执"]),
        ("", ONE, ["附件"]),
        ("附件：1.任务分工表\n　　　2.经费预算表", TWO, []),
        ("附件：1.任务分工表\n　　　2.经费预算表", TWO.replace("附件2", "附件"), ["附件"]),
        ("附件：1.任务分工表\n　　　2.经费预算表", TWO.replace("附件1", "附件"), ["附件"]),
    ],
)
def test_the_list_and_the_marks(listed: str, annexes: str, found: list[str]) -> None:
    assert [one.quote for one in findings("attachment-form", text(listed, annexes), "final")] == found


@pytest.mark.parametrize(("listed", "real"), [("参会回", "参会回执"), ("会回执", "参会回执"), ("参会回执", "会回执"), ("参会回执", "参会回")])
def test_a_title_without_a_letter(listed: str, real: str) -> None:
    assert quotes("attachment-title", text(f"附件：{listed}", ONE.replace("参会回执", real))) != []
