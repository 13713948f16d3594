"""The calendar of tasks, read as a calendar reads it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from hegao.reports.task_calendar import tasks_calendar, without_day
from hegao.reports.task_entries import ledger
from reports.test_task_entries import BODY, read

icalendar = pytest.importorskip("icalendar")


def events(text: str) -> list[Any]:
    """The events of a calendar; none may have an error."""
    calendar = icalendar.Calendar.from_ical(text)
    found = calendar.walk("VEVENT")
    assert [error for part in (calendar, *found) for error in part.errors] == []
    return list(found)


def test_an_event_of_the_whole_day_for_each_task_that_is_due_on_one() -> None:
    found = ledger([read(*BODY)])
    said = events(tasks_calendar(found))
    assert [event.decoded("DTSTART") for event in said] == [datetime.date(2026, 6, 30), datetime.date(2026, 9, 30), datetime.date(2026, 12, 31)]
    assert {event.decoded("DURATION") for event in said} == {datetime.timedelta(days=1)}
    assert without_day(found) == 2
    assert str(said[0]["SUMMARY"]).endswith("（市水利局）")
    lines = str(said[0]["DESCRIPTION"]).splitlines()
    assert "字号：江政办发〔2026〕12号" in lines and "配合：市财政局、市教育局" in lines and lines[-1] == "位置：a.txt:7"


def test_what_is_due_keeps_its_name_and_bears_no_time_of_the_clock() -> None:
    found = ledger([read(*BODY)])
    said = events(tasks_calendar(found))
    assert [str(event["UID"]) for event in said] == [f"{entry.mark}@hegao" for entry in found.entries[:3]]
    assert {event.decoded("DTSTAMP").date() for event in said} == {datetime.date(2026, 6, 8)}
    asked = events(tasks_calendar(found, datetime.date(2026, 7, 1)))
    assert {event.decoded("DTSTAMP").date() for event in asked} == {datetime.date(2026, 7, 1)}


def test_long_texts_and_marks_of_the_format_come_back_as_they_were() -> None:
    measure = "一、更新改造" + "𠮷河；老旧,供水\\n管网;" * 12
    text = tasks_calendar(ledger([read(f"{measure}。（牵头单位：市水利局；完成时限：2026年6月底前）")]))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("\n") == text.count("\r\n")
    (event,) = events(text)
    assert measure in str(event["SUMMARY"])


def test_a_calendar_without_events_is_still_one() -> None:
    assert events(tasks_calendar(ledger([read("请认真落实。")]))) == []
