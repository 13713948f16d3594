"""Which rules ``--select`` and ``--ignore`` leave on."""

from __future__ import annotations

import pytest

from engine.toys import rule, ruleset
from hegao.engine.configuration.options import Options, UsageProblem
from hegao.engine.configuration.rule_selection import check_selectors, meant, select
from hegao.engine.rules.rule import RuleSet

RULES: RuleSet = ruleset(
    rule("NUM101", "number-missing", "x"),
    rule("NUM102", "number-form", "x"),
    rule("DAT201", "date-form", "x"),
    rule("LZ-001", "own", "x"),
)


def on(select_: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
    """The codes that are on, beside those of the engine's own rules, which always are."""
    options = Options(select=select_, ignore=ignore)
    check_selectors(options, RULES)
    chosen = set(select(RULES, options))
    assert {"SYS901", "SYS903"} <= chosen
    return chosen - {"SYS901", "SYS903"}


@pytest.mark.parametrize(
    ("chosen", "ignored", "left"),
    [
        ((), (), {"NUM101", "NUM102", "DAT201", "LZ-001"}),
        (("NUM",), (), {"NUM101", "NUM102"}),
        (("num101",), (), {"NUM101"}),
        (("number-form",), (), {"NUM102"}),
        (("NUM10", "own"), (), {"NUM101", "NUM102", "LZ-001"}),
        (("LZ",), (), {"LZ-001"}),
        (("ALL",), ("DAT",), {"NUM101", "NUM102", "LZ-001"}),
        ((), ("NUM",), {"DAT201", "LZ-001"}),
        ((), ("ALL",), set()),
        (("NUM",), ("ALL",), {"NUM101", "NUM102"}),
        (("NUM",), ("NUM101",), {"NUM102"}),
        (("NUM101",), ("NUM",), {"NUM101"}),
        (("number-missing",), ("NUM10",), {"NUM101"}),
        (("NUM101",), ("number-missing",), set()),
        (("NUM",), ("NUM",), set()),
        ((), ("SYS",), {"NUM101", "NUM102", "DAT201", "LZ-001"}),
    ],
)
def test_longest_match_decides(chosen: tuple[str, ...], ignored: tuple[str, ...], left: set[str]) -> None:
    """Codes, names, areas and prefixes; of equals, ignore."""
    assert on(chosen, ignored) == left


OVER_BATCH = ruleset(rule("NUM103", "number-duplicate", "x", nodes=()), rule("NUM102", "number-form", "x"), rule("DAT204", "date-order", "x", nodes=()))


@pytest.mark.parametrize(
    ("chosen", "ignored", "left"),
    [
        (("batch",), (), {"NUM103", "DAT204"}),
        ((), ("batch",), {"NUM102"}),
        (("Batch", "number-form"), (), {"NUM103", "DAT204", "NUM102"}),
        (("NUM",), ("batch",), {"NUM102"}),
        (("batch",), ("NUM",), {"DAT204"}),
        (("NUM103",), ("batch",), {"NUM103"}),
        (("batch",), ("number-duplicate",), {"DAT204"}),
    ],
)
def test_rules_over_a_batch_are_chosen_as_such(chosen: tuple[str, ...], ignored: tuple[str, ...], left: set[str]) -> None:
    """What else is said of a rule stands."""
    options = Options(select=chosen, ignore=ignored)
    check_selectors(options, OVER_BATCH)
    assert set(select(OVER_BATCH, options)) - {"SYS901", "SYS903"} == left


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("number-from", "您是不是要找 number-form、number-missing？"),
        ("form", "您是不是要找 date-form、number-form？"),
        ("摘要", "您是不是要找 date-form、own、number-missing？"),
        ("???", "用 hegao rule 查看全部规则"),
    ],
)
def test_a_name_that_there_is_not_is_answered_with_a_question(word: str, hint: str) -> None:
    """By likeness, by a part of the name, by what the rule is about."""
    assert meant(word, RULES) == hint


def test_asked_for_by_name_is_told_apart() -> None:
    """So that a rule that a profile switches off can be asked for."""
    assert select(RULES, Options(select=("NUM", "number-form")))["NUM102"]
    assert not select(RULES, Options(select=("NUM",)))["NUM102"]


def test_unknown_selectors_are_told_with_near_ones() -> None:
    """All of them, in one go."""
    with pytest.raises(UsageProblem) as caught:
        on(("number-from", "???"), ("DAT9",))
    first, second, third = caught.value.problems
    assert first.startswith("没有“number-from”这条规则或这类规则，您是不是要找 number-form")
    assert second == "没有“???”这条规则或这类规则，用 hegao rule 查看全部规则"
    assert "“DAT9”" in third
    assert "DAT201" in third or "DAT" in third


def test_empty_selector_is_unknown() -> None:
    """It would be a prefix of every code."""
    with pytest.raises(UsageProblem, match="没有“”"):
        on(("",))


def test_own_rules_of_the_engine_stay_on() -> None:
    """A file that was not checked must not pass for one without faults."""
    with pytest.raises(UsageProblem, match="SYS901 unreadable 不能关闭"):
        on((), ("unreadable",))


def test_a_rule_that_is_off_in_a_profile_can_be_asked_for() -> None:
    """By its code, not by its area."""
    from hegao.engine.configuration.rule_plan import Plan

    off = rule("NUM103", "number-gap", "x", profiles={"draft": "off", "final": "info"})
    rules = ruleset(off)
    assert Plan(rules, Options(select=("NUM103",))).severity(off, "draft") == "warning"
    assert Plan(rules, Options(select=("NUM",))).severity(off, "draft") is None
    assert Plan(rules, Options(select=("NUM",))).severity(off, "final") == "info"
    assert Plan(rules, Options(ignore=("NUM",))).severity(off, "final") is None
