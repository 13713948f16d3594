"""When a text takes effect and how long it holds, where it is without a day, by numbered articles, or says it twice (``date-effective``)."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


@pytest.mark.parametrize(
    ("body", "date", "found"),
    [
        # Of a term no day of signing is needed.
        ("本办法自2026年7月1日起施行，有效期5年，至2030年12月31日止。", "", ["2030年12月31日"]),
        ("本办法自2026年7月1日起施行，有效期5年，至2031年6月30日止。", "", []),
        ("7.2　本预案自2025年1月1日起施行。", "2026年6月8日", ["2025年1月1日"]),
        ("7.2　本预案自2026年7月1日起施行。", "2026年6月8日", []),
        # Twice, by two days.
        ("《江河市停车办法》已经审议通过，现予公布，自2026年7月1日起施行。\n\n本办法自2026年8月1日起施行。", "2026年6月8日", ["2026年7月1日"]),
        ("《江河市停车办法》已经审议通过，现予公布，自2026年8月1日起施行。\n\n本办法自2026年8月1日起施行。", "2026年6月8日", []),
        ("本办法自2026年8月1日起施行。原《江河市停车办法》自2020年8月1日起施行。", "2026年6月8日", []),
    ],
)
def test_in_force_by_two_days_or_for_another_term(body: str, date: str, found: list[str]) -> None:
    assert [one.quote for one in findings("date-effective", notice(body, date=date), "final")] == found


def test_over_before_tasks_are_due() -> None:
    tasks = "1.新建泵站。（市水利局牵头，2027年6月底前完成）\n\n2.清淤河道。（市水利局牵头，{}完成）\n\n本方案有效期至2026年12月31日。"
    told = [[(one.severity, one.quote) for one in findings("date-effective", notice(tasks.format(day)), "final")] for day in ("2027年10月底前", "2026年10月底前")]
    assert told == [[("info", "2026年12月31日")], []]
