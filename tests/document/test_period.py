"""The year of bare months, and bodies with their places."""

from __future__ import annotations

import pytest

from document.opinions import opinion
from hegao.document.period import bodies_in, units_of
from hegao.sources.text import Text, join
from reading import said


@pytest.mark.parametrize(
    ("title", "due"),
    [
        ("关于重点工作的意见", "2026-06-30"),
        ("关于2027年重点工作的意见", "2027-06-30"),
        # Two years, or a span of years, set none.
        ("关于2027年、2028年重点工作的意见", "2026-06-30"),
        ("关于2027—2029年重点工作的意见", "2026-06-30"),
    ],
)
def test_the_year_that_the_title_sets(title: str, due: str) -> None:
    (task,) = opinion("1.增长。（市发改委牵头，6月底前完成）", title).tasks
    assert said(task)["due"] == due


def test_units_have_their_whole_names_and_their_places() -> None:
    text = Text.of_line("由市财政局、教育局负责", 3)
    units = units_of(text, [("市财政局", 1, 5), ("教育局", 6, 9)])
    assert [(unit.name, unit.resolved, unit.text.span().column) for unit in units] == [("市财政局", "市财政局", 2), ("教育局", "市教育局", 7)]
    assert units_of(text, []) == []


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        # A line that ends with a whole name: the next begins another.
        (("市财政局", "市审计局"), ["市财政局", "市审计局"]),
        (("市财政局、市发展", "改革委"), ["市财政局", "市发展改革委"]),
        (("市财政局、", "市审计局"), ["市财政局", "市审计局"]),
    ],
)
def test_bodies_in_a_cell_over_two_lines(lines: tuple[str, str], names: list[str]) -> None:
    cell = join([Text.of_line(line, number) for number, line in enumerate(lines, 1)])
    assert [unit.name for unit in bodies_in(cell)] == names
