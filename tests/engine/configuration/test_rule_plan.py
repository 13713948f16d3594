"""A plan: which rules are on, how bad each is, and to what kinds of node it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from engine.toys import rule, ruleset
from hegao.checks.base import BatchHit, Context, Hit, Record, batch_check, check, collector
from hegao.document.model import Document, Node
from hegao.engine.configuration.file_policy import Policy
from hegao.engine.configuration.options import Options, UsageProblem
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.rules.rule import GAZETTE
from hegao.sources.text import Text

pytestmark = pytest.mark.usefixtures("own_checks")

LETTERS = {"letter": {"type": "string", "default": "要"}}


@pytest.fixture(autouse=True)
def checks(own_checks: None) -> None:
    """A check on nodes and one over the batch."""

    @check("letter", {"paragraph", "heading"}, LETTERS)
    def letter(node: Node, context: Context, letter: str) -> Iterator[Hit]:
        yield from ()

    @collector("titles")
    def titles(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
        yield from ()

    @batch_check("again", "titles")
    def again(records: Sequence[Record]) -> Iterator[BatchHit]:
        yield from ()


ONE = rule("TXT701", "one", "letter", profiles={"published": "off", "final": "error"}, parameters={"letter": "要"})
BATCH = rule("TXT702", "again", "again", nodes=())


def severities(policy: Policy | None = None, **options: Any) -> list[str | None]:
    """The severity of the rule under draft, final, published and in a gazette."""
    plan = Plan(ruleset(ONE), Options(**options), policy)
    return [plan.severity(ONE, profile) for profile in ("draft", "final", "published", GAZETTE)]


def test_the_rule_file_says_how_bad_it_is_under_each_profile() -> None:
    assert severities() == ["warning", "error", None, None]


def test_settings_beat_the_profile() -> None:
    assert severities(Policy(levels={"TXT701": "info"})) == ["info"] * 4
    assert severities(Policy(levels={"TXT701": "off"})) == [None] * 4


def test_the_command_line_beats_the_settings() -> None:
    off = Policy(levels={"TXT701": "off"})
    assert severities(off, select=("one",)) == ["warning", "error", "warning", "warning"]
    assert severities(off, select=("TXT",)) == [None] * 4
    assert severities(ignore=("TXT",)) == [None] * 4


def test_what_is_mandatory_stays_on() -> None:
    policy = Policy(levels={"TXT701": "off"}, floors={"TXT701": {"draft": "warning", "published": "info"}})
    assert severities(policy) == ["warning", None, "info", None]
    assert severities(policy, ignore=("one",)) == ["warning", None, "info", None]
    # It may be made worse.
    assert severities(policy._replace(levels={"TXT701": "error"})) == ["error"] * 4


def test_the_profile_is_what_was_asked_for_else_that_of_the_settings() -> None:
    assert Plan(ruleset(ONE), Options()).profile == "draft"
    assert Plan(ruleset(ONE), Options(), Policy(profile="final")).profile == "final"
    assert Plan(ruleset(ONE), Options(profile="published"), Policy(profile="final")).profile == "published"


def test_rules_are_bound_by_kind_of_node_with_their_parameters() -> None:
    heading = rule("TXT700", "heads", "letter", nodes=("heading", "paragraph"), parameters={"letter": "的"})
    plan = Plan(ruleset(ONE, heading), Options(), Policy(parameters={"TXT701": {"letter": "须"}}))
    table = plan.table("draft")
    assert {kind: [bound.rule.code for bound in bounds] for kind, bounds in table.items()} == {
        "heading": ["TXT700"],
        "paragraph": ["TXT700", "TXT701"],
    }
    assert [bound.parameters for bound in table["paragraph"]] == [{"letter": "的"}, {"letter": "须"}]
    assert [bound.rule.code for bound in plan.table("published").get("paragraph", ())] == ["TXT700"]


def test_rules_over_the_batch_are_on_under_whatever_profile() -> None:
    """The facts of one file may speak against another of another profile."""
    off = BATCH._replace(profiles={"draft": "off"})
    assert [bound.rule.name for bound in Plan(ruleset(off), Options()).batch] == ["again"]
    assert Plan(ruleset(off), Options(), Policy(levels={"TXT702": "off"})).batch == ()
    assert Plan(ruleset(off), Options(select=("TXT701",)), known=[ONE, off]).batch == ()


def test_yielding_goes_by_codes_and_leaves_out_what_the_set_has_not() -> None:
    weak = rule("TXT703", "weak", "letter", yields_to=("one", "gone"))
    assert Plan(ruleset(ONE, weak), Options()).yields == {"TXT703": ("TXT701",)}
    mandatory = Policy(floors={"TXT703": {"draft": "info"}})
    assert Plan(ruleset(ONE, weak), Options(), mandatory).yields == {"TXT703": ()}


def test_a_selector_must_mean_a_rule() -> None:
    with pytest.raises(UsageProblem):
        Plan(ruleset(ONE), Options(select=("nothing",)))
    with pytest.raises(LookupError):
        Plan(ruleset(ONE), Options()).internal("suppression-unused")


def test_the_digest_stands_for_all_that_decides() -> None:
    first = Plan(ruleset(ONE), Options()).digest
    assert Plan(ruleset(ONE), Options()).digest == first
    others = [
        Plan(ruleset(ONE), Options(lang="en")).digest,
        Plan(ruleset(ONE), Options(profile="final")).digest,
        Plan(ruleset(ONE), Options(ignore=("one",))).digest,
        Plan(ruleset(ONE), Options(), Policy(levels={"TXT701": "info"})).digest,
        Plan(ruleset(ONE), Options(), Policy(floors={"TXT701": {"draft": "info"}})).digest,
    ]
    assert len({first, *others}) == 6
