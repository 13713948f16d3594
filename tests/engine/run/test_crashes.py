"""What goes wrong in one place is told and does not spread."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from engine.toys import rule, ruleset, source
from hegao.checks.base import BatchHit, Context, Hit, Record, batch_check, check, collector
from hegao.document.model import Document, Node
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.run.batch_judgement import judge
from hegao.engine.run.one_file import check_bytes, check_source
from hegao.engine.run.runner import check_sources, gather
from hegao.sources.text import Span, Text

pytestmark = pytest.mark.usefixtures("own_checks", "toy_parser")


@pytest.fixture(autouse=True)
def checks(own_checks: None) -> None:
    """One check that works, one that crashes on the second paragraph, one that keeps back a fact."""

    @check("works", {"paragraph"})
    def works(node: Node, context: Context) -> Iterator[Hit]:
        yield Hit(node.text)

    @check("crashes", {"paragraph"})
    def crashes(node: Node, context: Context) -> Iterator[Hit]:
        if node.line > 1:
            raise ValueError(f"bad\nthing {object()}")
        yield Hit(node.text)

    @check("forgets", {"paragraph"}, facts=("letter",))
    def forgets(node: Node, context: Context) -> Iterator[Hit]:
        yield Hit(node.text)


def test_a_crash_becomes_a_finding_and_the_rest_goes_on() -> None:
    """The rule is off for the file only; what it found before and what others find stays."""
    rules = ruleset(rule("TXT701", "crashes", "crashes"), rule("TXT702", "works", "works"))
    broken, whole = check_sources([source("甲\n乙\n丙\n", "a.txt"), source("甲\n", "b.txt")], ruleset=rules).files
    assert [(one.span.line, one.rule) for one in broken.findings] == [
        (1, "TXT701"),
        (1, "TXT702"),
        (2, "SYS903"),
        (2, "TXT702"),
        (3, "TXT702"),
    ]
    crash = broken.findings[2]
    assert (crash.severity, crash.quote) == ("error", "乙")
    # Where an object lies in memory is no part of the message: it differs from run to run.
    assert crash.message == "TXT701 crashes 出错：ValueError: bad thing <object object>"
    assert (broken.failed, whole.failed) == (True, False)
    assert [one.rule for one in whole.findings] == ["TXT701", "TXT702"]


def test_a_fact_kept_back_is_a_crash() -> None:
    """A message with a hole would reach the user otherwise."""
    result = check_sources([source("甲\n")], ruleset=ruleset(rule("TXT701", "forgets", "forgets", message="多了{letter}")))
    assert [one.message for one in result.files[0].findings] == ["TXT701 forgets 出错：KeyError: 'letter'"]
    assert result.failed


def test_crashes_are_told_whatever_is_selected() -> None:
    """The rules on the tool itself are no part of a selection."""
    rules = ruleset(rule("TXT701", "crashes", "crashes"))
    result = check_sources([source("\n甲\n")], Options(select=("TXT",), ignore=("SYS",)), rules)
    assert [one.rule for one in result.files[0].findings] == ["SYS903"]


def test_what_cannot_be_read_is_a_finding() -> None:
    """A binary and an empty file, among others that are checked."""
    plan = Plan(ruleset(rule("TXT702", "works", "works")), Options())
    inputs = [(b"\x00\x01", "a.bin"), (b"  \n", "b.txt"), ("甲".encode("gb18030"), "c.txt")]
    result = gather((check_bytes(data, path, plan) for data, path in inputs), plan)
    assert [[one.rule for one in file.findings] for file in result.files] == [["SYS901"], ["SYS901"], ["TXT702"]]
    assert [file.failed for file in result.files] == [True, True, False]
    first = result.files[0].findings[0]
    assert (first.span, first.quote) == (Span(1, 1, 1, 1), "")
    assert first.message.startswith("没有检查：是二进制文件")


def test_a_parser_that_fails_is_told_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other files are checked."""
    build: Any = sys.modules["hegao.document.building"]
    whole = build.parse

    def parse(source: Any) -> Any:
        if source.path == "a.txt":
            raise IndexError("list index out of range")
        return whole(source)

    monkeypatch.setattr(build, "parse", parse)
    rules = ruleset(rule("TXT702", "works", "works"))
    first, second = check_sources([source("甲", "a.txt"), source("甲", "b.txt")], ruleset=rules).files
    assert [one.message for one in first.findings] == [
        "没有检查：程序在这个文件上出错（IndexError: list index out of range），请把文件报给开发者"
    ]
    assert first.failed
    assert [one.rule for one in second.findings] == ["TXT702"]


def collect_or_crash(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """The title; no title is a crash."""
    assert document.title is not None
    yield document.title.text, {"title": document.title.text.value}


def test_facts_that_cannot_be_collected() -> None:
    """The file without them is told; the others are judged."""

    collector("titles")(collect_or_crash)

    @batch_check("titles", "titles")
    def titles(records: Sequence[Record]) -> Iterator[BatchHit]:
        yield from (BatchHit(record) for record in records)

    sources = [source("甲\n", "a.txt"), source("# 通知\n", "b.txt")]
    first, second = check_sources(sources, ruleset=ruleset(rule("NUM101", "titles", "titles", nodes=()))).files
    assert [(one.rule, one.span.line) for one in first.findings] == [("SYS903", 1)]
    assert (first.failed, second.failed) == (True, False)
    assert [(one.rule, one.quote) for one in second.findings] == [("NUM101", "通知")]


def test_a_judgement_that_crashes() -> None:
    """It is told once, and what other rules find stays."""

    collector("titles")(collect_or_crash)

    @batch_check("titles", "titles")
    def titles(records: Sequence[Record]) -> Iterator[BatchHit]:
        yield BatchHit(records[0])
        raise RuntimeError("no")

    rules = ruleset(rule("NUM101", "titles", "titles", nodes=()), rule("TXT702", "works", "works"))
    files = check_sources([source("# 通知\n甲\n", "a.txt"), source("# 通知\n甲\n", "b.txt")], ruleset=rules).files
    assert [[one.rule for one in file.findings] for file in files] == [["SYS903", "TXT702"], ["TXT702"]]
    assert [file.failed for file in files] == [True, False]
    judge(Plan(rules, Options()), [], check_source(source("# 通知\n"), Plan(rules, Options()))[1])
