"""The built-in rules as a whole, and the schema that they are written to."""

from __future__ import annotations

import json
import re
from inspect import getsource, signature
from pathlib import PurePosixPath

import pytest
from jsonschema import Draft202012Validator

from hegao.document.identity import action_of, genre_of
from hegao.document.model import Document, Node
from hegao.engine.rules.loading import builtin_folder, load_rules
from hegao.engine.rules.rule import AREAS, INTERNAL_FACTS, Rule, RuleSet
from hegao.engine.rules.selectors import DOCUMENT_FIELDS, PROFILE, fields, kinds


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    """All built-in rules, validated."""
    return load_rules(cache=False)


def test_schema_is_one() -> None:
    """It is a schema by its own draft, and closed at every object but the parameters."""
    schema = json.loads((builtin_folder() / "rule.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) < set(schema["properties"])


def test_every_file_is_a_rule(rules: RuleSet) -> None:
    """Each file of the area folders is loaded, under its code and name."""
    files = sorted(path.relative_to(builtin_folder()).as_posix() for area in AREAS for path in (builtin_folder() / area).glob("*"))
    assert files == sorted(rule.path.removeprefix("rules/") for rule in rules)
    for rule in rules:
        path = PurePosixPath(rule.path)
        assert path.name == f"{rule.code}-{rule.name}.toml"
        assert rule.code.startswith(AREAS[path.parent.name])


def test_codes_and_names_are_unique(rules: RuleSet) -> None:
    """They are what users write into their settings."""
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
    assert [rule.code for rule in rules] == sorted(rule.code for rule in rules)


def test_rules_speak_english_too(rules: RuleSet) -> None:
    """Every message has an English twin, with no Chinese left in what it says itself."""
    for rule in rules:
        assert set(rule.wordings) == {"zh", "en"}, rule.code
        assert bool(rule.wording("en").related) == bool(rule.wording().related), rule.code


def test_messages_use_the_same_facts(rules: RuleSet) -> None:
    """What Chinese readers are told, English ones are."""

    def facts(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    for rule in rules:
        zh, en = rule.wording(), rule.wording("en")
        assert facts(zh.message) == facts(en.message), rule.code
        assert facts(zh.related) == facts(en.related), rule.code


def test_rules_on_the_tool_itself(rules: RuleSet) -> None:
    """Those that the engine raises are there, and no other is without a check."""
    assert {rule.name for rule in rules if rule.internal} == set(INTERNAL_FACTS)
    unparsed = rules.find("unparsed")
    assert isinstance(unparsed, Rule)
    assert (unparsed.check, unparsed.nodes) == ("unparsed", ("unparsed",))


def test_selectable_fields_are_in_the_model() -> None:
    """Each closed field is an attribute of its kind of node, or of its document; the profile is the run's."""
    by_kind = {node.kind: node for node in Node.__subclasses__()}
    assert set(by_kind) == kinds()
    assert fields("entry") == {PROFILE: ("draft", "final", "published")}
    for kind, node in by_kind.items():
        for name in set(fields(kind)) - {PROFILE}:
            place = Document if name in DOCUMENT_FIELDS else node
            assert _bears(place, name), f"{kind}.{name}"


def _bears(node: type[Node], name: str) -> bool:
    return hasattr(node, name) or name in signature(node).parameters or f"self.{name} = " in getsource(node)


def test_selectable_genres_are_those_of_the_model() -> None:
    """A title that ends with a genre gives a document of that genre."""
    for genre in fields("document")["genre"]:
        assert genre_of("江河市人民政府关于防汛的" + genre.partition("（")[0]) == genre


def test_selectable_actions_are_those_of_the_model() -> None:
    """A title that names an action gives a document with it."""
    for action in fields("document")["action"]:
        assert action_of(f"江河市人民政府关于{action}有关事项的通知") == action
