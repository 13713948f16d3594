"""Yielding: one place, two rules, one finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from engine.toys import rule, ruleset, source
from hegao.checks.base import BatchHit, Context, Hit, Record, batch_check, check, collector
from hegao.document.model import Document, Node
from hegao.engine.configuration.file_policy import Policy
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.run.one_file import check_source
from hegao.engine.run.runner import check_sources, gather
from hegao.sources.text import Text

pytestmark = pytest.mark.usefixtures("own_checks", "toy_parser")

WORD = {"word": {"type": "string"}}


@pytest.fixture(autouse=True)
def checks(own_checks: None) -> None:
    """Checks that find a word; a hit of ``about`` is about another one."""

    @check("word", {"paragraph"}, WORD)
    def word(node: Node, context: Context, word: str) -> Iterator[Hit]:
        at = node.text.value.find(word)
        if at >= 0:
            yield Hit(node.text.slice(at, at + len(word)))

    @check("about", {"paragraph"}, WORD | {"other": {"type": "string"}})
    def about(node: Node, context: Context, word: str, other: str) -> Iterator[Hit]:
        at, rest = node.text.value.find(word), node.text.value.find(other)
        if at >= 0:
            yield Hit(node.text.slice(at, at + len(word)), about=(node.text.slice(rest, rest + len(other)),))

    @collector("titles")
    def titles(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
        if document.title is not None:
            yield document.title.text, {}

    @batch_check("again", "titles")
    def again(records: Sequence[Record]) -> Iterator[BatchHit]:
        for record in records[1:]:
            if record.quote == records[0].quote:
                yield BatchHit(record, about=(record, records[0]))

    @check("title", {"title"})
    def title(node: Node, context: Context) -> Iterator[Hit]:
        yield Hit(node.text)


def told(*texts: str, weak: Mapping[str, Any], strong: Mapping[str, Any], ignore: tuple[str, ...] = ()) -> list[str]:
    """Name and quote of all findings: of ``weak``, which yields to ``strong``, and of that."""
    one = rule("TXT701", "weak", "word", yields_to=("strong",))._replace(**weak)
    other = rule("TXT702", "strong", "word")._replace(**strong)
    sources = [source(text, f"{number}.txt") for number, text in enumerate(texts)]
    result = check_sources(sources, Options(ignore=ignore), ruleset(one, other))
    assert not result.failed
    return [f"{finding.name} {finding.quote}" for file in result.files for finding in file.findings]


def words(weak: str, strong: str) -> dict[str, Mapping[str, Any]]:
    """Two rules that find these words."""
    return {"weak": {"parameters": {"word": weak}}, "strong": {"parameters": {"word": strong}}}


@pytest.mark.parametrize(
    ("weak", "strong", "expected"),
    [
        ("尽快完成", "尽快", ["strong 尽快"]),
        ("尽快", "尽快完成", ["strong 尽快完成"]),
        ("务必尽快", "尽快完成", ["strong 尽快完成"]),
        ("务必", "尽快", ["weak 务必", "strong 尽快"]),
        ("务必尽快", "没有", ["weak 务必尽快"]),
    ],
)
def test_places_that_overlap_are_one(weak: str, strong: str, expected: list[str]) -> None:
    """Within, around, across; side by side are two."""
    assert told("务必尽快完成。\n", **words(weak, strong)) == expected


def test_it_speaks_where_the_other_is_off() -> None:
    """Whoever switches a rule off is told by the one that would have been silent."""
    assert told("务必尽快完成。\n", **words("尽快", "尽快完成"), ignore=("strong",)) == ["weak 尽快"]


def test_another_place_is_another_matter() -> None:
    """The word of the other rule on another line, or in another file, silences nothing."""
    assert told("尽快甲。\n尽快乙。\n", **words("尽快乙", "尽快")) == ["strong 尽快", "strong 尽快"]
    assert told("尽快。\n完成。\n", **words("完成", "尽快")) == ["strong 尽快", "weak 完成"]
    assert told("尽快。\n", "尽早。\n", **words("尽早", "尽快")) == ["strong 尽快", "weak 尽早"]


def test_what_a_finding_is_about_counts() -> None:
    """Not what is quoted, for the one that yields as for the other."""
    about = {"check": "about", "parameters": {"word": "完成", "other": "尽快"}}
    for word, expected in (("尽快", True), ("完成", False)):
        plain = {"parameters": {"word": word}}
        assert ("weak 完成" in told("尽快（略）完成。\n", weak=about, strong=plain)) is not expected
        assert (f"weak {word}" in told("尽快（略）完成。\n", weak=plain, strong=about)) is not expected


def test_what_is_excused_has_spoken() -> None:
    """A place excused for one rule does not come back as a finding of another."""
    text = "尽快完成。 <!-- hegao: ignore strong 原因：惯例 -->\n"
    assert told(text, **words("尽快", "尽快完成")) == []


def test_what_yields_has_spoken_too() -> None:
    """Of three in a row the last is told; the middle one keeps the first silent, though the last stands elsewhere."""
    rules = ruleset(
        rule("TXT701", "first", "word", parameters={"word": "务必尽快"}, yields_to=("second",)),
        rule("TXT702", "second", "word", parameters={"word": "尽快完成"}, yields_to=("third",)),
        rule("TXT703", "third", "word", parameters={"word": "完成"}),
    )
    [file] = check_sources([source("务必尽快完成。\n")], Options(), rules).files
    assert [finding.name for finding in file.findings] == ["third"]


@pytest.mark.parametrize(("mandatory", "expected"), [(("TXT701",), ["weak"]), (("TXT701", "TXT702"), ["strong"])])
def test_what_is_mandatory_yields_only_to_its_like(mandatory: tuple[str, ...], expected: list[str]) -> None:
    """A comment that excuses the other rule would excuse it else."""
    text = "尽快完成。 <!-- hegao: ignore strong 原因：惯例 -->\n"
    rules = ruleset(
        rule("TXT701", "weak", "word", parameters={"word": "尽快"}, yields_to=("strong",)),
        rule("TXT702", "strong", "word", parameters={"word": "尽快完成"}),
    )
    plan = Plan(rules, Options(), Policy(floors={code: {"draft": "warning"} for code in mandatory}))
    [file] = gather([check_source(source(text), plan)], plan).files
    assert [finding.name for finding in file.findings] == expected


TITLE = {"check": "title", "nodes": ("title",)}
AGAIN = {"check": "again", "nodes": ()}


def test_a_rule_over_the_batch_is_yielded_to() -> None:
    """At the place that it reports and at those that it is about, in whatever file."""
    assert told("# 通知\n", "# 通知\n", "# 通告\n", weak=TITLE, strong=AGAIN) == ["strong 通知", "weak 通告"]


def test_a_rule_over_the_batch_yields() -> None:
    """To a rule on nodes, at its own place or at one that it is about."""
    assert told("# 通知\n", "# 通知\n", weak=AGAIN, strong=TITLE) == ["strong 通知", "strong 通知"]
    assert told("# 通知\n", "# 通知\n", weak=AGAIN, strong=TITLE, ignore=("strong",)) == ["weak 通知"]


def test_rules_of_the_set_only() -> None:
    """An office may go without the folder that holds the other rule."""
    rules = ruleset(rule("TXT701", "weak", "word", parameters={"word": "尽快"}, yields_to=("gone",)))
    [file] = check_sources([source("尽快。\n")], Options(), rules).files
    assert [finding.name for finding in file.findings] == ["weak"]
