"""Work behind the reading grows with the text: counted in calls, not in time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from hegao.checks.text.arithmetic.prose.sums import Limits, wrong_sums
from hegao.engine.findings.finding import FixEdit
from hegao.engine.findings.suppression import suppressions_of
from hegao.engine.fixing.line_edits import edited
from hegao.engine.run.runner import check_sources
from hegao.phrases.deadlines import read_deadline
from hegao.phrases.quantities import find_quantities
from hegao.sources.source import Source
from hegao.sources.text import Span
from reports.annotation.marked import annotate, finding
from word_files import paragraph, run, word


def _sums(size: int) -> None:
    text = "共有企业120家，其中甲类50家、乙类70家，" * size
    list(wrong_sums(text, list(find_quantities(text)), Limits(80, 120)))


def _deadlines(size: int) -> None:
    read_deadline("3月6日、" * size, 2026)


def _comments(size: int) -> None:
    suppressions_of(["<!-- hegao: ignore-start deadline-missing 原因：略 -->"] * size + ["<!-- hegao: ignore-end deadline-missing -->"] * size)


def _comments_of_next(size: int) -> None:
    suppressions_of(["<!-- hegao: ignore deadline-missing 原因：略 -->"] * size)


def _edits(size: int) -> None:
    edited(["甲," * size], [FixEdit(Span(1, at, 1, at + 1), "，", True) for at in range(2, 2 * size, 2)])


def _one_character(size: int) -> None:
    check_sources([Source("a.txt", ("防" * 8 * size,))])


def _marks(size: int) -> None:
    """Of one long run, and of one line of as many runs; each character a finding, each third an edit."""
    size //= 8
    for body in (paragraph(run("甲," + "&,丙" * size)), paragraph("甲,", *(run("&,丙") for _one in range(size)))):
        data = word(body)
        edits = [FixEdit(Span(1, at, 1, at + 1), "，", True) for at in range(4, 3 * size, 3)]
        one = finding(data, 1, 1, 2)
        done = annotate(data, [one._replace(span=Span(1, at, 1, at + 1), fingerprint=f"{at:016x}") for at in range(1, 3 * size)], edits).data
        annotate(done, [])


def _calls(work: Callable[[int], None], size: int) -> int:
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work(size)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("work", [_sums, _deadlines, _comments, _comments_of_next, _edits, _one_character, _marks])
def test_four_times_the_text_takes_four_times_the_calls(work: Callable[[int], None]) -> None:
    work(3)
    assert _calls(work, 1600) < _calls(work, 400) * 4.6
