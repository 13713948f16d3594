"""Work without an end beside work that is due by a day."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

ITEMS = ("（一）由市城管局牵头，市水利局配合，于2026年7月31日前清理管网60公里。", "（二）由市水利局牵头，市城管局配合，于2026年8月31日前改造泵站4座。")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("（三）由市城管局牵头，市公安局配合，建立易涝点台账，长期坚持。", ["长期坚持"]),
        ("（三）建立易涝点台账，长期坚持。（责任单位：市城管局）", ["长期坚持"]),
        ("（三）由市城管局牵头，市公安局配合，自汛期结束之日起实施。", ["自汛期结束之日起实施"]),
        ("（三）由市城管局牵头，市公安局配合，2026年8月底前建立易涝点台账，长期坚持。", []),
        ("（三）由市城管局牵头，市公安局配合，于2026年8月31日前建立台账。", []),
    ],
)
def test_item_without_an_end(item: str, expected: list[str]) -> None:
    assert quotes("deadline-open", notice("一、重点任务", *ITEMS, item)) == expected


@pytest.mark.parametrize(
    ("measure", "expected"),
    [("2026年新建社区食堂100个。", ["长期坚持"]), ("加强社区食堂监管。", [])],
)
def test_count_without_an_end(measure: str, expected: list[str]) -> None:
    assert quotes("deadline-open", notice("一、重点任务", f"（一）发展社区助餐。{measure}（市民政局、市商务局，长期坚持）")) == expected
