"""Dates in running text, in digits or Chinese numerals, whole or in part."""

from __future__ import annotations

import datetime

import pytest

from hegao.phrases.dates import DatePhrase, find_date, find_dates


def only(text: str) -> DatePhrase:
    """The one date of a text."""
    (phrase,) = find_dates(text)
    return phrase


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2026年3月6日", (2026, 3, 6)),
        ("2026 年 3 月 6 日", (2026, 3, 6)),
        ("２０２６年３月６日", (2026, 3, 6)),
        ("2026-03-06", (2026, 3, 6)),
        ("2026.3.6", (2026, 3, 6)),
        ("二〇二六年三月六日", (2026, 3, 6)),
        ("二○二六年十二月三十一日", (2026, 12, 31)),
        ("2026年3月", (2026, 3, None)),
        ("3月6日", (None, 3, 6)),
        ("2026年", (2026, None, None)),
    ],
)
def test_a_date_says_what_it_says(text: str, parts: tuple[int | None, int | None, int | None]) -> None:
    phrase = only(f"于{text}印发")
    assert (phrase.year, phrase.month, phrase.day) == parts
    assert phrase.written == text


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2026年2月", "2026-02-28"),
        ("2026年4月上旬", "2026-04-10"),
        ("2026年6月底", "2026-06-30"),
        ("2026年第三季度", "2026-09-30"),
        ("2026年底", "2026-12-31"),
        ("明年6月底", "2027-06-30"),
        ("今年年底", "2026-12-31"),
        ("5月中旬", "2026-05-20"),
    ],
)
def test_the_last_day_of_the_period(text: str, last: str) -> None:
    assert only(text).last(2026) == datetime.date.fromisoformat(last)


def test_words_behind_a_date_make_it_a_bound() -> None:
    assert [phrase.after for phrase in find_dates("2026年5月1日起，6月30日前，7月1日以后")] == ["起", "前", "后"]


def test_days_that_are_in_no_calendar() -> None:
    assert not only("2026年2月30日").exists
    assert not only("2026年13月1日").exists
    assert only("2024年2月29日").exists


def test_a_leap_day_is_there_in_leap_years_only() -> None:
    phrase = only("2月29日前")
    assert phrase.exists
    assert phrase.last(2028) == phrase.date(2028) == datetime.date(2028, 2, 29)
    assert phrase.last(2026) is None
    assert phrase.date(2026) is None


def test_what_is_no_date() -> None:
    assert list(find_dates("第12号令、3.5亿元、10个工作日")) == []
    assert find_date("2026年3月") is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026年3月6日2027年5月", ["2026年3月6日", "2027年5月"]),
        ("12026年3月", []),
        ("一二〇二六年三月一日", ["二〇二六年三月一日"]),
        ("编号2026-3-6、12026-3-6", ["2026-3-6"]),
        ("三年内、今年内、于年内", ["今年内", "年内"]),
        ("3年内、3 年内完成", []),
        ("1.年内完成，（2）年底前建成", ["年内", "年底"]),
        ("至3月6日（星期五）", ["3月6日"]),
        ("2026年3月，至6月底", ["2026年3月", "6月底"]),
    ],
)
def test_a_date_begins_only_where_it_may(text: str, written: list[str]) -> None:
    assert [phrase.written for phrase in find_dates(text)] == written
