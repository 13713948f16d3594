"""Document numbers over a batch: taken twice, out of order, missing."""

from __future__ import annotations

import pytest

from hegao.checks.alike import alike
from hegao.checks.base import BatchHit, Record
from hegao.checks.numbers import number_duplicate, number_gap, number_order
from hegao.sources.places import Span


def record(
    serial: int, date: str | None = None, title: str | None = "关于做好防汛工作的通知", code: str = "江政发", year: int = 2026
) -> Record:
    """The record of a document in a file of its own."""
    number = f"{code}〔{year}〕{serial}号"
    data = {"number": number, "code": code, "year": year, "serial": serial, "date": date, "title": title}
    return Record(f"{serial}-{date}.txt", Span(3, 1, 3, 10), number, number, data)


def found(hits: list[BatchHit]) -> list[tuple[int, list[int]]]:
    """The serials at fault with those that they contradict."""
    return [(hit.record.data["serial"], [other.data["serial"] for other in hit.related]) for hit in hits]


def test_later_document_took_the_number() -> None:
    early = record(12, "2026-04-01")
    late = record(12, "2026-04-20", "关于做好招生工作的通知")
    (hit,) = number_duplicate([late, early])
    assert hit.record is late
    assert hit.related == (early,)
    assert hit.facts == {"number": "江政发〔2026〕12号", "other": "《关于做好防汛工作的通知》", "place": "12-2026-04-01.txt"}


def test_draft_without_date_took_the_number() -> None:
    issued = record(12, "2026-04-01")
    draft = record(12, None, "关于做好招生工作的通知")
    (hit,) = number_duplicate([draft, issued])
    assert hit.record is draft


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("关于做好防汛工作的通知", "2026-04-01"),
        ("江河市人民政府关于做好防汛工作的通知", "2026-04-01"),
        ("关于 做好防汛工作的通知", None),
        (None, "2026-04-01"),
    ],
)
def test_same_document_twice_is_no_duplicate(title: str | None, date: str | None) -> None:
    assert list(number_duplicate([record(12, "2026-04-01"), record(12, date, title)])) == []


def test_same_title_of_another_day_is_another_document() -> None:
    assert len(list(number_duplicate([record(12, "2026-04-01"), record(12, "2026-05-01")]))) == 1


def test_titles_of_other_years_are_other_documents() -> None:
    hits = number_duplicate(
        [record(3, "2026-04-01", "关于印发2025年工作要点的通知"), record(3, "2026-04-01", "关于印发2026年工作要点的通知")]
    )
    assert len(list(hits)) == 1


def test_three_documents_under_one_number() -> None:
    titles = ("关于做好防汛工作的通知", "关于做好招生工作的通知", "关于做好秋粮收购的意见")
    hits = list(number_duplicate([record(7, f"2026-04-0{day}", title) for day, title in enumerate(titles, 1)]))
    assert [hit.record.data["title"] for hit in hits] == list(titles[1:])
    assert {other.data["title"] for hit in hits for other in hit.related} == {titles[0]}


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["01-05", "01-05", "02-01"], []),
        (["02-01", "01-05"], [(2, [1])]),
        (["01-05", "03-09", "02-01", "02-08"], [(2, [3])]),
        (["01-05", "02-01", "01-02", "02-08"], [(3, [2])]),
        (["05-05", "01-05", "02-01", "02-08"], [(1, [2])]),
    ],
)
def test_numbers_against_dates(dates: list[str], expected: list[tuple[int, list[int]]]) -> None:
    records = [record(serial, f"2026-{date}") for serial, date in enumerate(dates, 1)]
    assert found(list(number_order(list(reversed(records))))) == expected


def test_order_is_asked_within_a_series_only() -> None:
    assert list(number_order([record(1, "2026-03-01"), record(2, "2025-03-01", year=2025), record(3, "2026-01-01", code="江政函")])) == []


def test_order_leaves_faults_of_other_rules_alone() -> None:
    wrong_year = record(2, "2023-03-01")
    twice = [record(3, "2026-03-01"), record(3, "2026-01-01")]
    assert list(number_order([record(1, "2026-02-01"), wrong_year, *twice, record(4, "2026-04-01")])) == []


def test_order_tolerates_days_between_number_and_signature() -> None:
    records = [record(1, "2026-02-05"), record(2, "2026-02-03")]
    assert found(list(number_order(records))) == [(2, [1])]
    assert list(number_order(records, tolerance=3)) == []


def test_gaps_are_counted_within_a_series() -> None:
    hits = list(number_gap([record(2), record(5), record(6), record(8), record(20, code="江政函")]))
    assert [(hit.record.data["serial"], hit.facts["missing"]) for hit in hits] == [(5, "3—4号"), (8, "7号")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("关于印发《江河市防汛方案》的通知", "关于印发江河市 防汛方案的通知", True),
        ("江河市人民政府关于做好防汛工作的通知", "关于做好防汛工作的通知", True),
        ("关于公布第一批名录的通知", "关于公布第二批名录的通知", False),
        ("关于印发2025年工作要点的通知", "关于印发2026年工作要点的通知", False),
        ("关于加强公共停车场建设和管理工作的通知", "关于加强公共停车场建没和管理工作的通知", True),
        ("关于做好防汛工作的通知", "关于做好招生工作的通知", False),
        ("", "关于做好防汛工作的通知", False),
    ],
)
def test_titles_alike(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same
