"""Ranges of dates: what is read, and which of them run backwards."""

from __future__ import annotations

import datetime

import pytest

from hegao.phrases.dates import DatePhrase
from hegao.phrases.ranges import find_ranges, first_day

Point = tuple[int | None, int | None, int | None]


def _point(phrase: DatePhrase) -> Point:
    return phrase.year, phrase.month, phrase.day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026年3月1日至5月31日", (2026, 3, 1), (2026, 5, 31)),
        ("3—5月", (None, 3, None), (None, 5, None)),
        ("2026年4―6月", (2026, 4, None), (2026, 6, None)),
        ("2024—2026年", (2024, None, None), (2026, None, None)),
        ("2024年至2026年", (2024, None, None), (2026, None, None)),
        ("2025年10月――2026年2月", (2025, 10, None), (2026, 2, None)),
        ("5月10—12日", (None, 5, 10), (None, 5, 12)),
        ("2026年2月4日至10日", (2026, 2, 4), (2026, 2, 10)),
        ("2026年11月—次年3月", (2026, 11, None), (2027, 3, None)),
        ("2026.3.1-2026.5.31", (2026, 3, 1), (2026, 5, 31)),
        ("从2026年3月到2026年9月底", (2026, 3, None), (2026, 9, None)),
        ("2026 年 3 月 1 日 — 5 月 31 日", (2026, 3, 1), (2026, 5, 31)),
    ],
)
def test_reads_both_ends(text: str, first: Point, last: Point) -> None:
    (found,) = find_ranges(text)
    assert (_point(found.first), _point(found.last)) == (first, last)
    assert text[found.start : found.end] == found.written


@pytest.mark.parametrize(
    "text",
    [
        "GB/T 9704—2012年版",
        "1—2个优势突出的产业",
        "3—5岁",
        "6—8月龄婴儿",
        "5—10年左右",
        "2025—2026学年",
        "14:30—15:00",
        "第3—5号",
        "2026年3月1日",
    ],
)
def test_reads_nothing_into_other_figures(text: str) -> None:
    assert list(find_ranges(text)) == []


@pytest.mark.parametrize(
    "text", ["2026—2024年", "5月10日至5月1日", "5月12—10日", "2026年9月至8月", "2026年5月下旬至5月上旬", "2026.5.1—2026.3.1"]
)
def test_runs_backwards(text: str) -> None:
    assert [found.reversed for found in find_ranges(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "11月—次年3月",
        "2026年11月至翌年2月",
        "11月15日至3月15日",
        "11—3月",
        "2026年11月—2027年3月",
        "5月1日至5月1日",
        "2026年5月下旬至5月底",
        "9月—2026年8月",
        "2026—2026年",
        "2026年6月至31日",
    ],
)
def test_may_run_over_the_turn_of_the_year(text: str) -> None:
    assert not any(found.reversed for found in find_ranges(text))


def test_first_day_of_a_period() -> None:
    def day(text: str) -> datetime.date | None:
        (found,) = find_ranges(text)
        return first_day(found.first, 2026)

    assert day("3—5月") == datetime.date(2026, 3, 1)
    assert day("3月下旬—5月") == datetime.date(2026, 3, 21)
    assert day("2月29日至3月5日") is None
    assert day("2024—2026年") == datetime.date(2024, 1, 1)
    assert day("13月—14月") is None
