"""Rules over a batch: facts of each file (JSON, so that they can be stored), then one judgement over all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from hegao.checks.base import BatchCheck, BatchHit, Record
from hegao.document.model import Document, File
from hegao.engine.compose import Composer, Draft, finish, order, related_words, said_of, worded
from hegao.engine.findings import FileResult, Related
from hegao.engine.places import identity_of, label_of, quote_at, span_of
from hegao.engine.plan import BoundBatch, Plan
from hegao.engine.walk import Walk
from hegao.sources.places import Span

#: A record as JSON: the fields of ``Record``, and check, identity, place and text for its fingerprint.
Fact = dict[str, Any]


def collect(file: File, walk: Walk) -> list[Fact]:
    """The facts of a file for all rules over the batch that are on; a crash is reported to the walk."""
    facts: list[Fact] = []
    done: set[str] = set()
    for bound in walk.plan.batch:
        if bound.check.name not in done:
            done.add(bound.check.name)
            facts += _collect(bound, file, walk)
    return facts


def _collect(bound: BoundBatch, file: File, walk: Walk) -> list[Fact]:
    facts = []
    for document in file.documents:
        try:
            facts += _facts(bound.check, document, walk)
        except Exception as error:  # noqa: BLE001  (whatever a check does, the run goes on)
            walk.crashed(bound.rule, error, document.text, document)
            return []
    return facts


def _facts(check: BatchCheck, document: Document, walk: Walk) -> list[Fact]:
    facts = []
    for text, data in check.collect(document):
        span = span_of(text)
        facts.append(
            {
                "check": check.name,
                "path": walk.composer.path,
                "span": [span.line, span.column, span.end_line, span.end_column],
                "quote": quote_at(walk.composer.lines, span),
                "document": label_of(document),
                "identity": identity_of(document),
                "place": walk.place(document, span),
                "text": text.value,
                # A judge must see the same whether facts come from a file or from the store.
                "data": json.loads(json.dumps(dict(data))),
            }
        )
    return facts


def judge(plan: Plan, results: Sequence[FileResult], facts: Sequence[Fact]) -> None:
    """Judge the facts of all files and add what is found to the results of their files.

    Facts of files that are not among the results (documents issued earlier) speak, but are not spoken of.
    """
    if not results:
        return
    by_path: dict[str, FileResult] = {}
    for result in results:
        by_path.setdefault(result.path, result)
    drafts: dict[str, list[Draft]] = {}
    for bound in plan.batch:
        mine = [fact for fact in facts if fact["check"] == bound.check.name]
        try:
            found = _judge(bound, plan, mine, by_path)
        except Exception as error:  # noqa: BLE001  (whatever a check does, the run goes on)
            found = [_crash(bound, plan, mine, error, by_path)] if mine else []
        for path, draft in found:
            drafts.setdefault(path, []).append(draft)
    for path, several in drafts.items():
        by_path[path].findings = sorted([*by_path[path].findings, *finish(several)], key=order)


def _judge(bound: BoundBatch, plan: Plan, facts: Sequence[Fact], by_path: dict[str, FileResult]) -> list[tuple[str, Draft]]:
    records = [Record(fact["path"], Span(*fact["span"]), fact["quote"], fact["document"], fact["data"]) for fact in facts]
    origin = {id(record): fact for record, fact in zip(records, facts, strict=True)}
    found = []
    for hit in bound.check.judge(records, **bound.rule.parameters):
        fact = origin[id(hit.record)]
        result = by_path.get(hit.record.path)
        severity = plan.severity(bound.rule, result.profile) if result is not None else None
        if severity is not None:
            found.append((hit.record.path, _draft(bound, plan, hit, fact, severity)))
    return found


def _draft(bound: BoundBatch, plan: Plan, hit: BatchHit, fact: Fact, severity: str) -> Draft:
    record, rule, lang = hit.record, bound.rule, plan.options.lang
    said = related_words(rule, lang, hit.facts) if hit.related else ""
    related = tuple(Related(other.path, other.span.line, other.quote, said) for other in hit.related)
    finding = worded(rule, severity, lang, hit.facts, record.span, record.quote, record.document, related)
    return Draft(finding, (rule.code, fact["identity"], fact["place"], fact["text"]))


def _crash(bound: BoundBatch, plan: Plan, facts: Sequence[Fact], error: Exception, by_path: dict[str, FileResult]) -> tuple[str, Draft]:
    """What is said of a judgement that crashed: once, at the first record of the run."""
    from logging import getLogger

    getLogger("hegao").debug("judging %s crashed", bound.rule.code, exc_info=error)
    first = next((fact for fact in facts if fact["path"] in by_path), facts[0])
    path = first["path"] if first["path"] in by_path else next(iter(by_path))
    by_path[path].failed = True
    words = {"code": bound.rule.code, "name": bound.rule.name, "error": said_of(error)}
    return path, Composer(path, lang=plan.options.lang).of_fault(plan.internal("check-crashed"), words)
