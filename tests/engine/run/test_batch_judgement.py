"""Rules over a batch: facts of each file, one judgement over all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from engine.toys import rule, ruleset, source
from hegao.checks.base import BatchHit, Record, batch_check, collector
from hegao.document.model import Document
from hegao.engine.cache.result_json import from_json, to_json
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.rules.rule import RuleSet
from hegao.engine.run.batch_judgement import judge
from hegao.engine.run.one_file import check_source
from hegao.engine.run.runner import check_sources
from hegao.sources.text import Text

pytestmark = pytest.mark.usefixtures("own_checks", "toy_parser")

FIRST = "# 关于防汛的通知\n@ 江政办发〔2026〕12号\n"
SECOND = "# 关于防火的通知\n@ 江政办发〔2026〕12号\n"


def numbers(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """The numbers of a document."""
    for number in document.numbers:
        yield number.text, {"key": (number.phrase.code, number.phrase.serial)}


@pytest.fixture
def rules(own_checks: None) -> RuleSet:
    """A rule on numbers that come again."""

    collector("their numbers")(numbers)

    @batch_check("again", "their numbers", {"least": {"type": "integer"}}, ("count",))
    def again(records: Sequence[Record], least: int) -> Iterator[BatchHit]:
        first: dict[tuple[str, int], Record] = {}
        for record in records:
            # What is stored as JSON has lists for tuples, in the first run too.
            assert isinstance(record.data["key"], list)
            code, serial = record.data["key"]
            if (code, serial) in first and serial >= least:
                yield BatchHit(record, {"count": 2}, (first[code, serial],))
            first.setdefault((code, serial), record)

    return ruleset(
        rule(
            "NUM103",
            "number-duplicate",
            "again",
            nodes=(),
            message="第 {count} 次",
            related="第 {count} 次以前",
            parameters={"least": 1},
            profiles={"published": "error"},
        )
    )


def test_judged_over_all_files(rules: RuleSet) -> None:
    """The later place is found, the earlier one is shown beside it."""
    first, second = check_sources([source(FIRST, "a.txt"), source(SECOND, "b.txt")], ruleset=rules).files
    assert first.findings == []
    [finding] = second.findings
    assert (finding.rule, finding.severity, finding.message, finding.quote) == ("NUM103", "warning", "第 2 次", "江政办发〔2026〕12号")
    assert finding.document == "江政办发〔2026〕12号"
    assert [(other.path, other.line, other.quote, other.message) for other in finding.related] == [
        ("a.txt", 2, "江政办发〔2026〕12号", "第 2 次以前")
    ]
    assert second.lines == {2: "@ 江政办发〔2026〕12号"}
    assert len(finding.fingerprint) == 16


def test_judged_within_a_gazette_under_its_profile(rules: RuleSet) -> None:
    """Two documents of one file; the severity is that of a published copy."""
    [gazette] = check_sources([source(FIRST + "----\n" + SECOND)], ruleset=rules).files
    assert [(one.span.line, one.severity) for one in gazette.findings] == [(5, "error")]


def test_same_number_in_two_documents_has_two_fingerprints(rules: RuleSet) -> None:
    """The title tells what the number does not."""
    third = SECOND.replace("防火", "防旱")
    files = check_sources([source(FIRST, "a.txt"), source(SECOND, "b.txt"), source(third, "c.txt")], ruleset=rules).files
    marks = [one.fingerprint for file in files for one in file.findings]
    assert len(marks) == len(set(marks)) == 2


def test_facts_and_results_can_be_stored(rules: RuleSet) -> None:
    """Judged from JSON, the outcome is the same as judged at once."""
    plan = Plan(rules, Options())
    sources = [source(FIRST, "a.txt"), source(SECOND, "b.txt")]
    stored = [json.loads(json.dumps(to_json(check_source(one, plan)))) for one in sources]
    outcomes = [from_json(data, one.path, plan) for data, one in zip(stored, sources, strict=True)]
    results = [result for result, _facts in outcomes]
    judge(plan, results, [fact for _result, facts in outcomes for fact in facts])
    assert results == check_sources(sources, ruleset=rules).files


def test_documents_issued_earlier_speak_but_are_not_spoken_of(rules: RuleSet) -> None:
    """Facts of files that are not in the run."""
    plan = Plan(rules, Options())
    _earlier, facts = check_source(source(FIRST, "old.txt"), plan)
    result, own = check_source(source(SECOND, "new.txt"), plan)
    judge(plan, [result], [*facts, *own])
    assert [other.path for one in result.findings for other in one.related] == ["old.txt"]
    judge(plan, [], [*facts, *own])


def test_rules_that_are_off_collect_nothing(rules: RuleSet) -> None:
    """A batch rule that is not selected costs nothing."""
    plan = Plan(rules, Options(ignore=("NUM",)))
    assert check_source(source(FIRST), plan)[1] == []
