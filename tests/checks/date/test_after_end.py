"""What follows when something is over is due after that."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("一、自查时间", "各单位于7月1日至8月31日开展自查。", "二、总结上报", "各单位自查结束后形成书面报告，于8月10日前报市审计局。"), ["8月10日前"]),
        (("一、自查时间", "各单位于7月1日至8月31日开展自查。", "二、总结上报", "各单位自查结束后形成书面报告，于9月10日前报市审计局。"), []),
        (("一、报名", "报名时间为7月1日至7月10日。", "二、资格审核", "资格审核于报名结束后进行，时间为7月3日至7月5日。"), ["7月3日至7月5日"]),
        (("一、报名", "报名时间为7月1日至7月10日。", "二、资格审核", "资格审核于报名结束后进行，时间为7月13日至7月15日。"), []),
        (("一、采购", "第一批采购于7月1日至9月30日实施。", "二、验收", "第一批采购结束后于8月10日前验收。"), []),
    ],
)
def test_what_follows_is_not_due_before(lines: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("date-order", notice(*lines)) == expected
