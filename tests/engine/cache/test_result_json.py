"""Outcomes as JSON and back: nothing is lost that cannot be had again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.toys import rule, ruleset
from hegao.engine.cache.result_json import from_json, to_json
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.finding import Basis, DocumentSummary, FileResult, Finding, FixEdit, Location, Related, Suppression
from hegao.engine.run.one_file import Outcome
from hegao.sources.text import Span

BASIS = (Basis("GB/T 9704—2012", "7.2.5", "must"),)
RULE = rule("TXT701", "comma", "word", english="{n} here", basis=BASIS)
FINDING = Finding(
    "TXT701",
    "comma",
    "error",
    "有问题",
    "改法",
    Span(3, 5, 3, 6),
    ",",
    "江政发〔2026〕1号",
    BASIS,
    "0123456789abcdef",
    (Related("通知.txt", 7, "，", "另一处"),),
    (FixEdit(Span(3, 5, 3, 6), "，", True),),
    (Location("通知.txt", Span(3, 5, 3, 6)), Location("通知.txt", Span(7, 1, 8, 2))),
)
FACT = {"of": "titles", "path": "通知.txt", "span": [1, 1, 1, 3], "quote": "通知", "text": "通知", "data": {"n": 1}}


def outcome() -> Outcome:
    """An outcome with everything that one can have."""
    result = FileResult(
        "通知.txt",
        [DocumentSummary("江政发〔2026〕1号", None, 1), DocumentSummary(None, "关于防汛的通知", 9)],
        [FINDING, FINDING._replace(span=Span(4, 1, 5, 1), related=(), edits=(), about=())],
        {3: "一、备足,物资", 4: "二、落实"},
        2,
        True,
        "gazette",
        [Suppression(Span(2, 1, 2, 9), "<!-- -->", ("comma", "word"), 2, 3, "suppression-reason")],
    )
    return result, [dict(FACT)]


def plan(lang: str = "zh") -> Plan:
    """The plan by which it was checked."""
    return Plan(ruleset(RULE), Options(lang=lang))


def stored() -> Any:
    """The outcome as the store has it."""
    return json.loads(json.dumps(to_json(outcome()), ensure_ascii=False))


def test_what_is_stored_comes_back() -> None:
    assert from_json(stored(), "通知.txt", plan()) == outcome()


def test_the_same_content_may_be_checked_under_another_name() -> None:
    result, facts = from_json(stored(), "甲/稿.txt", plan())
    assert result.path == "甲/稿.txt"
    assert {place.path for finding in result.findings for place in (*finding.related, *finding.about)} == {"甲/稿.txt"}
    assert [fact["path"] for fact in facts] == ["甲/稿.txt"]
    assert "通知.txt" not in json.dumps(to_json(outcome()), ensure_ascii=False)


def test_what_a_rule_says_at_each_of_its_findings_is_taken_from_the_rule() -> None:
    """Remedy, name and norm are not stored: who mends the words of a rule file sees them at once."""
    mended = RULE._replace(name="mark", basis=())
    result, _facts = from_json(stored(), "通知.txt", Plan(ruleset(mended), Options(lang="en")))
    assert {(one.name, one.help, one.basis) for one in result.findings} == {("mark", "remedy", ())}


@pytest.mark.parametrize("spoilt", [None, [], {}, {"findings": 1}, {"documents": [[1]]}])
def test_other_data_is_refused(spoilt: Any) -> None:
    data = spoilt if not isinstance(spoilt, dict) or not spoilt else stored() | spoilt
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_json(data, "通知.txt", plan())


def test_a_rule_that_is_gone_is_refused() -> None:
    with pytest.raises(KeyError):
        from_json(stored(), "通知.txt", Plan(ruleset(), Options()))
