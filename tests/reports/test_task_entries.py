"""Which tasks are asked for, and how they are known from run to run."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest

from hegao.document.building import parse
from hegao.document.model import File
from hegao.reports.task_entries import Wanted, by_file, ledger
from hegao.reports.task_ledger import csv_rows, json_files, tasks_table
from hegao.sources.files import source_of
from notices import notice

BODY = (
    "一、整修水库。（牵头单位：市水利局；配合单位：市财政局、教育局；完成时限：2026年6月30日前）",
    "二、建成水厂。（责任单位：云岭县人民政府；完成时限：2026年9月底前）",
    "三、培训人员。（配合单位：市财政局；完成时限：2026年12月）",
    "四、开展宣传。（牵头单位：市文化和旅游局；完成时限：长期推进）",
    "五、健全台账。（牵头单位：市财政局）",
)


def read(*body: str, name: str = "a.txt") -> File:
    """A notice with tasks, read."""
    return parse(source_of(notice(*body).encode(), name))


def measures(wanted: Wanted, body: Sequence[str] = BODY) -> str:
    """The first characters of the tasks that are asked for."""
    return "".join(entry.measure[0] for entry in ledger([read(*body)], wanted).entries)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), "一二三四五"),
        (Wanted(units=("市水利局",)), "一"),
        (Wanted(units=("财政局",)), "一三五"),
        (Wanted(units=("教育局",)), "一"),
        (Wanted(units=("市教育局", "云岭县人民政府")), "一二"),
        (Wanted(units=("市公安局",)), ""),
        (Wanted(due_before=datetime.date(2026, 6, 30)), "一"),
        (Wanted(due_after=datetime.date(2026, 6, 30)), "二三"),
        (Wanted(due_before=datetime.date(2026, 12, 30)), "一二"),
        (Wanted(due_before=datetime.date(2026, 12, 31)), "一二三"),
        (Wanted(due_after=datetime.date(2026, 6, 29), due_before=datetime.date(2026, 9, 30)), "一二"),
        (Wanted(without_lead=True), "三"),
        (Wanted(without_deadline=True), "五"),
        (Wanted(units=("市财政局",), without_deadline=True), "五"),
    ],
)
def test_what_is_asked_for_is_listed_and_nothing_else(wanted: Wanted, expected: str) -> None:
    assert measures(wanted) == expected


def test_nothing_asked_for_is_told_from_nothing_read() -> None:
    assert tasks_table(ledger([read(*BODY)], Wanted(units=("市公安局",)))) == "没有符合条件的任务。\n"
    assert tasks_table(ledger([read("请认真落实。")])) == "没有读出任务。\n"


def marks(*files: File, wanted: Wanted | None = None) -> list[str]:
    """What the tasks are known by."""
    return [entry.mark for entry in ledger(files, wanted).entries]


def test_a_task_is_known_again_wherever_it_stands_and_whatever_becomes_of_its_deadline() -> None:
    before = marks(read(*BODY))
    assert len(set(before)) == 5
    moved = (BODY[0].replace("6月30日", "8月31日").replace("市水利局", "市应急管理局"), "另请注意安全。", *BODY[1:])
    assert marks(read(*moved, name="other/a.txt")) == before
    assert marks(read(*BODY), wanted=Wanted(units=("市财政局",))) == [before[0], before[2], before[4]]


def test_tasks_that_are_alike_are_still_told_apart() -> None:
    assert len(set(marks(read(*BODY), read(*BODY, name="b.txt")))) == 10


def test_numbers_of_persons_are_starred_out() -> None:
    file = read("一、联系13800001234处理信访。（牵头单位：市信访局；完成时限：2026年6月底前）")
    for said in (tasks_table(ledger([file])), "".join(csv_rows(by_file([file]))), "".join(json_files(by_file([file])))):
        assert "联系138" in said and "13800001234" not in said
