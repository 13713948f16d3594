"""Work due behind the end of the campaign that it is a part of."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

SPAN = "本次专项行动自2026年7月1日起至9月30日结束。"


@pytest.mark.parametrize(("body", "found"), [("各县（区）于2026年11月15日前完成全部问题整改。", ["2026年11月15日前"]), ("各县（区）于2026年9月15日前完成全部问题整改。", []), ("各县（区）于2026年10月15日前报送整改总结。", [])])
def test_work_behind_the_campaign(body: str, found: list[str]) -> None:
    assert quotes("deadline-conflict", notice(SPAN, body)) == found
