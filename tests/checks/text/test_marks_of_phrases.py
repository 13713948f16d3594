"""Marks that a phrase asks for: figures and counters, items told in one paragraph, closing formulas, titles, dashes."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("办结31752，件，办结率98%。", "31752，件"),
        ("落实《托育机构规范》（试行），加强监管。", "范》（试行）"),
        ("落实《纲要》（2021—2025年）要求。", "要》（2021—2025年）"),
        ("一是请派员；二是请协调。三是请函复。", "二是请协调。三是"),
        ("一是加强领导。二是压实责任；三是严格考核。四是强化宣传。", "是压实责任；三是"),
        # An item with a full stop within: all items end in one.
        ("一是加强领导。压实责任；二是严格考核。严肃问责；三是强化宣传。", "任；二"),
        ("第一是加强值班。二是加强报送。", "第一是"),
        ("妥否，请批示", "妥否，请批示"),
        ("根据《供水条例》、和《节水办法》制定。", "》、和"),
    ],
)
def test_slips(line: str, quote: str) -> None:
    assert quotes("punctuation", notice(line)) == [quote]


@pytest.mark.parametrize(
    "line",
    [
        "落实《托育机构规范（试行）》和《水法》（2021年修订）。",
        "《关于审批〈云岭县供水规划〉的请示》收悉，投入12、15万元。",
        "一是加强领导；二是压实责任；三是严格考核。",
        "妥否，请批示。",
        "特此通知",
    ],
)
def test_right_marks(line: str) -> None:
    assert quotes("punctuation", notice(line)) == []


def test_hyphens_are_sure_where_the_dash_stands_elsewhere() -> None:
    said = findings("punctuation", notice("9:00—10:00报到，10:00-11:30开会。"))
    assert [(one.quote, one.severity) for one in said] == [("10:00-11:30", "warning")]
    alone = findings("punctuation", notice("会议于9:00-11:30召开。"))
    assert [(one.quote, one.severity) for one in alone] == [("9:00-11:30", "info")]


def test_a_title_with_a_hyphen_where_it_has_the_dash_elsewhere() -> None:
    text = notice("现将《行动计划（2026-2028年）》印发。", "《行动计划（2026—2028年）》自印发之日起施行。")
    assert quotes("punctuation", text) == ["2026-2028年"]
    assert quotes("punctuation", notice("落实《供水规划（2026-2028年）》。")) == []


def test_two_persons_without_a_mark() -> None:
    said = findings("punctuation", notice("副组长由副局长陆正文方敏担任。"))
    assert [(one.quote, one.severity) for one in said] == [("陆正文方敏", "info")]
    assert quotes("punctuation", notice("组长由经理程启明担任，副组长由主任钱进任，欧阳修文列席。")) == []
