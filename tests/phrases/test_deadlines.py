"""Deadlines: the day that a clerk would enter in the ledger, or why there is none."""

from __future__ import annotations

import datetime

import pytest

from hegao.phrases.deadlines import read_deadline

ISSUED = datetime.date(2026, 3, 6)


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2026年12月31日", "2026-12-31"),
        ("2026 年 12 月 31 日前", "2026-12-31"),
        ("2026.6.30", "2026-06-30"),
        ("2026-06-30", "2026-06-30"),
        ("5月31日", "2026-05-31"),
        ("12月底前完成当年任务", "2026-12-31"),
        ("6月底前", "2026-06-30"),
        ("2026年6月", "2026-06"),
        ("2026.6", "2026-06"),
        ("6月", "2026-06"),
        ("6月份", "2026-06"),
        ("2026年5月中旬前", "2026-05"),
        ("2026年", "2026-12-31"),
        ("全年", "2026-12-31"),
        ("年底前", "2026-12-31"),
        ("于今年底前", "2026-12-31"),
        ("明年6月底前", "2027-06-30"),
        ("次年3月底", "2027-03-31"),
        ("第二季度", "2026-06-30"),
        ("2026年第三季度末", "2026-09-30"),
        ("上半年", "2026-06-30"),
        ("2026年下半年", "2026-12-31"),
        ("“十五五”末", "2030-12-31"),
        # Ranges end with their last day.
        ("2026年3月—2026年11月", "2026-11"),
        ("3—5月", "2026-05"),
        ("2026—2028年", "2028-12-31"),
        ("11月—次年3月", "2027-03"),
        # Of several the last one.
        ("6月底前完成方案，12月底前完成建设", "2026-12-31"),
        ("一阶段：3月底前；二阶段：9月底前", "2026-09-30"),
        ("2026年3月启动，2026年11月30日前完成", "2026-11-30"),
        ("2026年12月底前，并长期坚持", "2026-12-31"),
        ("2026年12月底前完成，每季度报告进展", "2026-12-31"),
    ],
)
def test_days(written: str, due: str) -> None:
    deadline = read_deadline(written, 2026, ISSUED)
    assert deadline is not None
    assert (deadline.kind, deadline.due) == ("date", due)
    assert deadline.last is not None


@pytest.mark.parametrize("written", ["长期坚持", "持续推进", "年内持续推进", "全年推进", "常态化开展", "2026年持续推进", "2026年1月起长期坚持", "贯穿全年"])
def test_open_ended(written: str) -> None:
    deadline = read_deadline(written, 2026, ISSUED)
    assert deadline is not None
    assert (deadline.kind, deadline.due) == ("open", "open-ended")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("每季度末", "recurring"),
        ("每年12月底前", "recurring"),
        ("每月5日前", "recurring"),
        ("按季度报送", "recurring"),
        ("收到之日起10个工作日内", "relative"),
        ("3个月内", "relative"),
        ("尽快", "vague"),
        ("适时开展", "vague"),
        ("立即整改", "prompt"),
        ("春节前", "unclear"),
    ],
)
def test_no_day_that_could_be_entered(written: str, kind: str) -> None:
    deadline = read_deadline(written, 2026, ISSUED)
    assert deadline is not None
    assert (deadline.kind, deadline.due) == (kind, None)


@pytest.mark.parametrize("written", ["", "/", "—", "——", "无", " - "])
def test_an_empty_cell_sets_nothing(written: str) -> None:
    assert read_deadline(written, 2026, ISSUED) is None


@pytest.mark.parametrize(
    ("written", "due"), [("自印发之日起30日内", "2026-04-05"), ("本方案印发后1个月内", "2026-04-06"), ("本通知下达后10日内", "2026-03-16"), ("自印发之日起十日内", "2026-03-16")]
)
def test_periods_from_the_issue_are_counted(written: str, due: str) -> None:
    deadline = read_deadline(written, 2026, ISSUED)
    assert deadline is not None
    assert (deadline.kind, deadline.due) == ("relative", due)


def test_without_a_year_a_month_cannot_be_entered() -> None:
    deadline = read_deadline("6月底前")
    assert deadline is not None
    assert (deadline.kind, deadline.due) == ("date", None)
