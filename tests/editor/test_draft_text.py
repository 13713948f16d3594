"""Texts that an editor changes piece by piece, counted in its units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.editor.draft_text import UTF8, UTF16, UTF32, At, DraftText, offset_at, units_at

_WORDS = st.text(st.sampled_from("字a。𠮷\n\r\u2028\f"), max_size=12)


@pytest.mark.parametrize(("encoding", "units"), [(UTF16, 4), (UTF8, 8), (UTF32, 3)])
def test_a_character_beyond_the_first_plane_takes_the_units_of_the_encoding(encoding: str, units: int) -> None:
    line = "市𠮷a局"
    assert units_at(line, 3, encoding) == units
    assert offset_at(line, units, encoding) == 3


def test_a_place_behind_the_line_is_its_end_and_half_a_character_is_none() -> None:
    assert offset_at("市局", 99) == 2
    assert offset_at("市局", -1) == 0
    assert offset_at("𠮷局", 1) == 0


def test_a_word_is_put_in_at_the_place_that_the_editor_counts() -> None:
    text = DraftText("一、𠮷祥\r\n二、办法")
    text.change(At(0, 4), At(0, 5), "利")
    assert text.whole == "一、𠮷利\r\n二、办法"


def test_lines_come_and_go() -> None:
    text = DraftText("甲\n乙\n丙")
    text.change(At(0, 1), At(2, 0), "\n丁\n")
    assert text.lines == ["甲", "丁", "丙"]
    text.change(At(0, 0), At(9, 9), "")
    assert text.lines == [""]


def test_lines_end_where_the_reader_of_files_ends_them() -> None:
    assert DraftText("甲\u2028乙\f丙\x85丁\r戊").lines == ["甲\u2028乙\f丙\x85丁", "戊"]


def test_half_a_character_becomes_a_mark_that_can_be_written() -> None:
    text = DraftText("甲\ud842乙")
    text.change(At(0, 0), At(0, 0), "\udfb7")
    assert text.whole == "\ufffd甲\ufffd乙"


@given(_WORDS, _WORDS, st.integers(0, 14), st.integers(0, 14))
def test_a_change_is_what_it_would_be_in_the_whole_text(before: str, words: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(before)), min(other, len(before))))
    text = DraftText(before)
    text.change(_at(before, start), _at(before, end), words)
    # A place between \r and \n is the end of the line before both.
    start, end = (place - 1 if before[place - 1 : place + 1] == "\r\n" else place for place in (start, end))
    assert text.whole == before[:start] + words + before[end:]
    assert text.lines == DraftText(text.whole).lines


def _at(text: str, offset: int) -> At:
    lines = DraftText(text[:offset]).lines
    if text[offset - 1 : offset + 1] == "\r\n" and offset:
        lines = DraftText(text[: offset - 1]).lines
    return At(len(lines) - 1, units_at(lines[-1], len(lines[-1])))
