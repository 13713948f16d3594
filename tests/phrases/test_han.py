"""Chinese characters told without a pattern."""

from __future__ import annotations

import pytest

from hegao.phrases.han import is_han, run_before


@pytest.mark.parametrize(("text", "han"), [("江河", True), ("\u3400\u9fff", True), ("", False), ("江a", False), ("〇", False), ("江，", False)])
def test_all_characters_are_chinese(text: str, han: bool) -> None:
    assert is_han(text) is han


def test_the_run_before_an_offset() -> None:
    assert run_before("发，江政办发〔", 6, 0) == 2
    assert run_before("发，江政办发〔", 6, 4) == 4
    assert run_before("发，江", 2, 0) == 2
