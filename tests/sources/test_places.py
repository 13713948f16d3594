"""A text knows where each of its characters stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.sources.text import Span, Text, join

#: 加快推进 on line 3 from column 5, 数字政府 on line 7 from column 1.
BROKEN = join([Text.of_line("加快推进", 3, 5), Text.of_line("数字政府", 7)])


def test_a_joined_text_reads_on_and_keeps_both_places() -> None:
    assert BROKEN.value == "加快推进数字政府"
    assert (BROKEN.line, BROKEN.end_line) == (3, 7)
    assert BROKEN.place(3) == (3, 8)
    assert BROKEN.place(4) == (7, 1)


def test_a_span_over_the_break_ends_on_the_second_line() -> None:
    assert BROKEN.span(2, 6) == Span(3, 7, 7, 3)
    assert BROKEN.span(1, 3) == Span(3, 6, 3, 8)
    assert BROKEN.span(4, 4) == Span(7, 1, 7, 1)


def test_a_part_keeps_its_places() -> None:
    part = BROKEN.slice(3, 6)
    assert (part.value, part.place(0), part.place(1)) == ("进数字", (3, 8), (7, 1))
    assert BROKEN.slice(5).value == "字政府"
    assert BROKEN.slice(9, 12).value == ""


def test_white_space_at_the_ends_goes_and_the_column_moves() -> None:
    text = Text.of_line("　　一、总体要求 ", 2).strip()
    assert (text.value, text.place(0)) == ("一、总体要求", (2, 3))


def test_what_is_left_out_leaves_the_rest_in_place() -> None:
    text = Text.of_line("**责任**单位", 1).without([(0, 2), (4, 6)])
    assert text.value == "责任单位"
    assert [text.place(offset)[1] for offset in range(4)] == [3, 4, 7, 8]


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(ValueError):
        join([])


@given(st.lists(st.text("江河市政府", min_size=1, max_size=5), min_size=1, max_size=6), st.data())
def test_slices_of_joined_lines_stand_where_their_characters_stand(lines: list[str], data: st.DataObject) -> None:
    text = join([Text.of_line(value, number) for number, value in enumerate(lines, 1)])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = text.slice(start, end)
    assert part.value == "".join(lines)[start:end]
    for offset, character in enumerate(part.value):
        line, column = part.place(offset)
        assert lines[line - 1][column - 1] == character
