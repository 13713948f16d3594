"""What a chain of settings files says of one file: the nearest word wins, but for what is mandatory above."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from engine.toys import rule, ruleset
from hegao.checks.shared.lookup_tables import BUILTIN
from hegao.engine.configuration.file_policy import Policy, in_force, resolve, strictest
from hegao.engine.configuration.settings_file import Override, Settings, Wish

RULES = ruleset(rule("TXT701", "one", "letter", profiles={"published": "off"}), rule("TXT702", "two", "letter", severity="info"))


def settings(
    name: str,
    rules: Mapping[str, Wish] | None = None,
    *,
    profile: str | None = None,
    root: bool = False,
    mandatory: tuple[str, ...] = (),
    overrides: tuple[Override, ...] = (),
) -> Settings:
    """A settings file of that name."""
    return Settings(Path(f"/{name}/hegao.toml"), profile, root, mandatory, (), rules or {}, {}, overrides, "")


def override(number: int, rules: Mapping[str, Wish], profile: str | None = None) -> Override:
    """What a file says of some paths."""
    return Override(f"overrides[{number}]", re.compile(".*"), profile, rules)


def resolved(*chain: Settings, notes: list[str] | None = None, matched: tuple[tuple[Override, ...], ...] | None = None) -> Policy:
    """The policy of a chain, the uppermost first."""
    return resolve(chain, matched or tuple(() for _ in chain), RULES, BUILTIN, notes if notes is not None else [])


def test_the_worst_severity_and_none_is_less_than_any() -> None:
    assert strictest("info", None, "error", "warning") == "error"
    assert strictest(None, None) is None
    assert strictest() is None


def test_the_nearest_word_wins_for_what_it_speaks_of() -> None:
    above = settings("above", {"one": Wish("error", {"letter": "要"}), "TXT702": Wish("warning")}, profile="final")
    near = settings("near", {"TXT701": Wish("info", {"share": 3})})
    policy = resolved(above, near)
    assert policy.levels == {"TXT701": "info", "TXT702": "warning"}
    assert policy.parameters == {"TXT701": {"letter": "要", "share": 3}}
    assert policy.profile == "final"


def test_an_override_speaks_after_the_file_and_a_later_one_after_it() -> None:
    file = settings("a", {"one": Wish("error")}, profile="draft")
    matched = (override(0, {"one": Wish("warning")}, "published"), override(1, {"one": Wish("info")}))
    policy = resolved(file, matched=(matched,))
    assert (policy.levels, policy.profile) == ({"TXT701": "info"}, "published")


def test_a_root_takes_nothing_over_but_what_is_mandatory() -> None:
    above = settings("above", {"one": Wish("error"), "two": Wish("off")}, mandatory=("one",), profile="final")
    root = settings("root", root=True)
    assert in_force([above, root]) == 1
    policy = resolved(above, root)
    assert (policy.levels, policy.profile) == ({}, None)
    assert policy.floors["TXT701"]["draft"] == "error"


def test_weaker_words_on_what_is_mandatory_have_no_effect_and_are_noted() -> None:
    notes: list[str] = []
    above = settings("above", {"one": Wish("warning", {"letter": "要"})}, mandatory=("one",))
    near = settings("near", {"one": Wish("off")})
    policy = resolved(above, near, notes=notes)
    assert policy.floors["TXT701"] == {"draft": "warning", "final": "warning", "published": "warning", "gazette": "warning"}
    assert policy.levels["TXT701"] == "warning"
    assert policy.parameters == {"TXT701": {"letter": "要"}}
    assert len(notes) == 1 and "rules.one" in notes[0] and "定为必查" in notes[0]


def test_to_make_a_mandatory_rule_worse_is_allowed() -> None:
    notes: list[str] = []
    policy = resolved(settings("above", mandatory=("two",)), settings("near", {"two": Wish("error")}), notes=notes)
    assert (policy.levels, notes) == ({"TXT702": "error"}, [])


def test_what_the_profile_of_the_declaring_office_demands_is_demanded_under_any() -> None:
    """No file below escapes by another profile; a gazette is judged as published because of what it is."""
    policy = resolved(settings("above", mandatory=("one",), profile="final"))
    assert policy.floors["TXT701"] == {"draft": "warning", "final": "warning", "published": "warning", "gazette": None}


def test_names_that_no_rule_has_say_nothing() -> None:
    assert resolved(settings("a", {"gone": Wish("error")}, mandatory=("gone",))) == Policy()
