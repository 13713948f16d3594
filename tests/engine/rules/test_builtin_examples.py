"""Every example of every built-in rule: a bad one gives exactly its places, a good one nothing."""

from __future__ import annotations

import pytest

from hegao.engine.rules.loading import load_rules
from hegao.engine.rules.rule import Example, Rule
from hegao.engine.run.rule_examples import run_example

RULES = load_rules(cache=False)
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{rule.name}-{kind}{number}")
    for rule in RULES
    for kind, examples in (("bad", rule.bad), ("good", rule.good))
    for number, example in enumerate(examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    """The rule says of the example what its file states."""
    assert run_example(rule, example, RULES) == []


def test_examples_are_there() -> None:
    """Each rule on texts is shown at work and at rest; those on the layout are, in tests/checks/layout."""
    assert [rule.code for rule in RULES if rule.area not in ("SYS", "LAY") and not (rule.bad and rule.good)] == []
