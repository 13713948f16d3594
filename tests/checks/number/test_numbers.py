"""Document numbers: their form, and over a batch taken twice, out of order, missing."""

from __future__ import annotations

import pytest

from checks.texts import usual
from checks.told import findings
from hegao.checks.base import BatchHit, Record
from hegao.checks.number.document_number import collect_numbers
from hegao.checks.number.number_series import number_gap, number_order
from hegao.document.building import parse
from hegao.sources.files import source_of
from hegao.sources.text import Span
from notices import notice

number_duplicate = usual("number-duplicate")


def record(
    serial: int,
    date: str | None = None,
    title: str | None = "关于做好防汛工作的通知",
    code: str = "江政发",
    year: int = 2026,
    body: str = "",
) -> Record:
    """The record of a document in a file of its own."""
    number = f"{code}〔{year}〕{serial}号"
    data = {"number": number, "code": code, "body": body, "year": year, "serial": serial, "date": date, "title": title}
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


def test_a_code_without_place_is_the_series_of_one_body() -> None:
    titles = ("关于做好防汛工作的通知", "关于做好招生工作的通知")
    towns = [
        record(3, "2026-04-01", title, "政发", body=body) for title, body in zip(titles, ("云溪镇人民政府", "石桥镇人民政府"), strict=True)
    ]
    assert list(number_duplicate(towns)) == []
    assert len(list(number_duplicate([record(3, "2026-04-01", title, "政发", body="云溪镇人民政府") for title in titles]))) == 1


def test_collected_bodies() -> None:
    def bodies(number: str) -> list[str]:
        file = parse(source_of(notice("请认真落实。", number=number).encode("utf-8"), "通知.txt"))
        return [facts["body"] for document in file.documents for _text, facts in collect_numbers(document)]

    assert bodies("党政办发〔2026〕3号") == ["江河市人民政府办公室"]
    assert bodies("江政办发〔2026〕3号") == [""]


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


def test_what_is_in_doubt_itself_is_no_measure_for_others() -> None:
    """A number of another year than its date, and one that two documents bear, are told; what stands round them is not."""
    wrong_year = record(2, "2023-03-01")
    twice = [record(3, "2026-03-01"), record(3, "2026-01-01")]
    hits = list(number_order([record(1, "2026-02-01"), wrong_year, *twice, record(4, "2026-04-01")]))
    assert found(hits) == [(2, [1]), (3, [1])]
    assert [hit.record.data["date"] for hit in hits] == ["2023-03-01", "2026-01-01"]


def test_order_tolerates_days_between_number_and_signature() -> None:
    records = [record(1, "2026-02-05"), record(2, "2026-02-03")]
    assert found(list(number_order(records))) == [(2, [1])]
    assert list(number_order(records, tolerance=3)) == []


def test_gaps_are_counted_within_a_series() -> None:
    hits = list(number_gap([record(2), record(5), record(6), record(8), record(20, code="江政函")]))
    assert [(hit.record.data["serial"], hit.facts["missing"]) for hit in hits] == [(5, "3—4号"), (8, "7号")]


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("江政办发[2026]12号", ["〔", "〕"]),
        ("江政办发（2026）第012号", ["〔", "〕", "", ""]),
        ("江政办发〔2026年〕12号", [""]),
        ("江政办发〔2026〕12", ["2号"]),
        ("江政办发〔26〕12号", []),
        ("江政办发〔2026〕12号号", [""]),
        ("江政办发〔2026〕12号。", [""]),
    ],
)
def test_number_is_mended_mark_by_mark(written: str, texts: list[str]) -> None:
    (found,) = findings("number-malformed", notice("请认真落实。", number=written))
    assert found.quote == written
    assert sorted(edit.text for edit in found.edits) == sorted(texts)


@pytest.mark.parametrize(
    "body",
    [
        "依据《燃气经营许可证》（江燃许可证字〔2025〕第0012号）经营。",
        "根据《江河市城镇燃气规划》（江政发[2009]5号）执行。",
        "按照市长办公会议纪要（2025）3号执行。",
        "判决书（2025）江01民初123号已生效。",
        "根据《燃气管理条例》（国令第583号）和市住房城乡建设局公告2025年第1号执行。",
        "依据《江河市燃气规划》（江政发﹝2025﹞5号）执行。",
    ],
)
def test_numbers_of_other_systems_and_times(body: str) -> None:
    assert findings("number-malformed", notice(body)) == []


@pytest.mark.parametrize("body", ["根据《江河市燃气规划》（江政发[2025]5号）执行。", "根据江政发〔2025〕第5号文件执行。"])
def test_quoted_numbers_are_judged_too(body: str) -> None:
    assert len(findings("number-malformed", notice(body))) == 1


@pytest.mark.parametrize(
    "written",
    [
        "江政办发〔202612号",
        "江政办发2026〕12号",
        "江政办发2026年12号",
        "江政办发{2026}12号",
        "〔2026〕江政办发12号",
        "江政办发〔2026〕十二号",
        "江政办发〔二〇二六〕12号",
    ],
)
def test_broken_number_is_still_the_number(written: str) -> None:
    (found,) = findings("number-malformed", notice("请认真落实。", number=written))
    assert (found.quote, found.document) == (written, "江政办发〔2026〕12号")
    assert "应为“江政办发〔2026〕12号”" in found.message


@pytest.mark.parametrize("written", ["2026年6月8日 江政办发〔202612号", "江政办发2026年12号 2026.6.8"])
def test_broken_number_beside_the_date(written: str) -> None:
    text = f"江河市人民政府关于加强公园管理的意见\n\n{written}\n\n各县（区）人民政府：\n\n请认真落实。\n"
    (found,) = findings("number-malformed", text, "published")
    assert found.document == "江政办发〔2026〕12号"


def test_document_in_a_gazette_that_lost_its_title_is_found_in_the_contents() -> None:
    listed = "江河市人民政府公报\n\n2026年第2期（总第40期）\n\n目 录\n\n"
    listed += "江河市人民政府关于加强公园管理的意见\t江政发〔2026〕4号(1)\n江河市人民政府关于做好防汛工作的通知\t江政发〔2026〕5号(3)\n\n"
    body = "\n\n各县（区）人民政府：\n\n请认真落实。\n\n江河市人民政府\n\n"
    first = "江河市人民政府关于加强公园管理的意见\n\n2026年2月3日\n\n江政发〔2026〕4号" + body
    for heading in ("江河市人民政府关于做好防汛工作的通知\n\n", ""):
        second = f"{heading}2026年2月9日\n\n江政发〔2026〕7号" + body
        (found,) = findings("number-toc", listed + first + second)
        assert (found.quote, found.related[0].line) == ("江政发〔2026〕7号", 8)


@pytest.mark.parametrize(("written", "right"), [("2026第5号", "2026年第5号"), ("2026第05号", "2026年第5号"), ("〔2026年〕第5号", "2026年第5号"), ("2026年第5号", "")])
def test_the_year_of_an_announcement_is_written_out(written: str, right: str) -> None:
    text = f"江河市水利局公告\n\n{written}\n\n江河市水利局关于取水许可的公告\n\n现予公告。\n\n江河市水利局\n\n2026年6月8日"
    assert [str(one.message).rpartition("应为")[2].strip("“”") for one in findings("number-malformed", text, "final")] == ([right] if right else [])
