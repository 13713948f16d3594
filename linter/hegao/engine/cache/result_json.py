"""Outcomes as JSON and back, for the store.

What can be had again is left out: the path, under which the same content may be checked next, and the words that a rule
says at each of its findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hegao.engine.findings.finding import DocumentSummary, FileResult, Finding, FixEdit, Location, OtherWords, Related, Suppression
from hegao.sources.origins import Cell, Place
from hegao.sources.text import Span

if TYPE_CHECKING:
    from hegao.engine.configuration.rule_plan import Plan
    from hegao.engine.rules.rule import Rule
    from hegao.engine.run.one_file import Outcome


def to_json(outcome: Outcome) -> dict[str, Any]:
    """The outcome of a file as JSON values."""
    result, facts = outcome
    return {
        "profile": result.profile,
        "failed": result.failed,
        "suppressed": result.suppressed,
        "documents": [[document.number, document.title, document.line] for document in result.documents],
        "lines": list(map(list, result.lines.items())),
        "findings": [_finding(finding) for finding in result.findings],
        "suppressions": [[one.span, one.quote, one.rules, one.first, one.last, one.fault] for one in result.suppressions],
        "form": result.form,
        "places": [[line, places] for line, places in result.places.items()],
        "facts": [{key: value for key, value in fact.items() if key != "path"} for fact in facts],
    }


def from_json(data: Mapping[str, Any], path: str, plan: Plan) -> Outcome:
    """The outcome that ``to_json`` made JSON of, for the file shown as ``path`` and checked by the same plan.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` on other data.
    """
    rules = {rule.code: rule for rule in plan.ruleset}
    result = FileResult(
        path,
        [DocumentSummary(number, title, line) for number, title, line in data["documents"]],
        [_read(finding, path, rules, plan.options.lang) for finding in data["findings"]],
        {line: text for line, text in data["lines"]},
        data["suppressed"],
        data["failed"],
        data["profile"],
        [Suppression(Span(*span), quote, tuple(names), *rest) for span, quote, names, *rest in data["suppressions"]],
        data["form"],
        {line: tuple((column, _place(*place)) for column, place in places) for line, places in data["places"]},
    )
    return result, [{**fact, "path": path} for fact in data["facts"]]


def _place(paragraph: int | None, cell: list[int] | None, part: str, page: int | None, line: int | None) -> Place:
    return Place(paragraph, Cell(*cell) if cell is not None else None, part, page, line)


def _finding(finding: Finding) -> list[Any]:
    return [
        finding.rule,
        finding.severity,
        finding.message,
        finding.span,
        finding.quote,
        finding.document,
        finding.fingerprint,
        [[other.line, other.quote, other.message] for other in finding.related],
        [[edit.span, edit.text, edit.safe] for edit in finding.edits],
        [place.span for place in finding.about],
        finding.also,
    ]


def _read(data: list[Any], path: str, rules: Mapping[str, Rule], lang: str) -> Finding:
    code, severity, message, span, quote, document, fingerprint, related, edits, about, also = data
    rule = rules[code]
    return Finding(
        code,
        rule.name,
        severity,
        message,
        rule.wording(lang).help,
        Span(*span),
        quote,
        document,
        rule.basis,
        fingerprint,
        tuple([Related(path, *one) for one in related]) if related else (),
        tuple([FixEdit(Span(*at), text, safe) for at, text, safe in edits]) if edits else (),
        tuple([Location(path, Span(*span)) for span in about]) if about else (),
        OtherWords(*also) if also else None,
    )
