"""Rules over a batch: facts of each file (JSON, so that they can be stored), then one judgement over all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from hegao.checks.base import COLLECTORS, PAST, BatchHit, Record
from hegao.engine.configuration.rule_plan import BoundBatch, Plan
from hegao.engine.findings.composing import Composer, Draft, finish, order, related_words, said_of, worded
from hegao.engine.findings.finding import FileResult, Location, Related
from hegao.engine.findings.location import identity_of, label_of, quote_at, span_of
from hegao.sources.personal_numbers import starred
from hegao.sources.text import Span

if TYPE_CHECKING:
    from hegao.document.model import Document, File
    from hegao.engine.run.tree_walk import Walk
    from hegao.register.history import History

#: A record as JSON: the fields of ``Record``, and collector (``of``), identity, place and text for its fingerprint.
Fact = dict[str, Any]


def collect(file: File, walk: Walk) -> list[Fact]:
    """The facts of a file for all rules over the batch that are on; a crash is reported to the walk."""
    facts: list[Fact] = []
    done: set[str] = set()
    for bound in walk.plan.batch:
        if bound.check.collector not in done:
            done.add(bound.check.collector)
            facts += _collect(bound, file, walk)
    return facts


def _collect(bound: BoundBatch, file: File, walk: Walk) -> list[Fact]:
    facts = []
    for document in file.documents:
        try:
            facts += _facts(bound.check.collector, document, walk)
        except Exception as error:  # noqa: BLE001  (whatever a check does, the run goes on)
            walk.crashed(bound.rule, error, document.text, document)
            return []
    return facts


def _facts(collector: str, document: Document, walk: Walk) -> list[Fact]:
    found = list(COLLECTORS[collector](document))
    if not found:
        return []
    # A judge must see the same whether facts come from a file or from the store.
    stored = _starred(json.loads(json.dumps([dict(data) for _text, data in found])))
    facts = []
    for (text, _data), data in zip(found, stored, strict=True):
        span = span_of(text)
        facts.append(
            {
                "of": collector,
                "path": walk.composer.path,
                "span": [span.line, span.column, span.end_line, span.end_column],
                "quote": quote_at(walk.composer.lines, span),
                "document": label_of(document),
                "identity": starred(identity_of(document)),
                "place": starred(walk.place(document, span)),
                "text": starred(text.value),
                "data": data,
            }
        )
    return facts


def _starred(data: Any) -> Any:
    """JSON values as they may be stored and shown."""
    if isinstance(data, str):
        return starred(data)
    if isinstance(data, list):
        return [_starred(one) for one in data]
    return {key: _starred(one) for key, one in data.items()} if isinstance(data, dict) else data


class PlanOf(Protocol):
    """What knows the plan for each file by the name it is shown under."""

    @property
    def notes(self) -> list[str]:
        """Sentences on settings."""

    def of(self, name: str) -> Plan:
        """The plan for the file of that name."""


def judge(plans: PlanOf, results: Sequence[FileResult], facts: Sequence[Fact], history: History | None = None) -> None:
    """Judge the facts of all files and add what is found to the results of their files.

    What the register of numbers tells (``history``) speaks, but is not spoken of.  Where settings give a rule other parameters for some files, it judges once with each, and speaks of those files only.
    """
    by_path: dict[str, FileResult] = {}
    for result in results:
        by_path.setdefault(result.path, result)
    files = {path: (result, plans.of(path)) for path, result in by_path.items()}
    variants: dict[tuple[str, str], tuple[BoundBatch, dict[str, _File]]] = {}
    for path, (result, plan) in files.items():
        for bound in plan.batch:
            key = bound.rule.code, json.dumps(bound.rule.parameters, sort_keys=True, default=str)
            variants.setdefault(key, (bound, {}))[1][path] = (result, plan)
    if not facts:
        return
    drafts: dict[str, list[Draft]] = {}
    known: dict[str, list[_Fact]] = {}
    for _key, (bound, spoken_of) in sorted(variants.items(), key=_code):
        collector = bound.check.collector
        if collector not in known:
            known[collector] = list(_told(collector, facts, history))
        mine = known[collector]
        if not mine:
            continue
        try:
            found = list(_judge(bound, mine, spoken_of))
        except Exception as error:  # noqa: BLE001  (whatever a check does, the run goes on)
            found = [_crash(bound, mine, error, spoken_of)]
        for path, draft in found:
            drafts.setdefault(path, []).append(draft)
    for path, several in drafts.items():
        by_path[path].findings = sorted([*by_path[path].findings, *finish(several)], key=order)


#: A record and the fact that it is of, None for one of the past.
_Fact = tuple[Record, Fact | None]
#: Nothing is shown of where a document of the past lies.
_NOWHERE = Span(1, 1, 1, 1)


def _told(collector: str, facts: Sequence[Fact], history: History | None) -> Iterator[_Fact]:
    """The records of the facts of a collector, then those of what the register tells beside them."""
    records = []
    for fact in facts:
        if fact["of"] == collector:
            records.append(Record(fact["path"], Span(*fact["span"]), fact["quote"], fact["document"], fact["data"]))
            yield records[-1], fact
    if history is not None and records and collector in PAST:
        for data in PAST[collector](records, history):
            yield Record("", _NOWHERE, "", "", data, past=True), None


#: The result of a file and the plan it was checked by.
_File = tuple[FileResult, Plan]


def _code(variant: tuple[tuple[str, str], object]) -> tuple[str, str]:
    return variant[0]


def _judge(bound: BoundBatch, facts: Sequence[_Fact], files: Mapping[str, _File]) -> Iterator[tuple[str, Draft]]:
    origin = dict(facts)
    for hit in bound.check.judge([record for record, _fact in facts], **bound.rule.parameters):
        fact = origin[hit.record]
        if fact is None or hit.record.path not in files:
            continue
        result, plan = files[hit.record.path]
        severity = plan.severity(bound.rule, result.profile)
        if severity is not None:
            yield hit.record.path, _draft(bound, plan, hit, fact, severity)


def _draft(bound: BoundBatch, plan: Plan, hit: BatchHit, fact: Fact, severity: str) -> Draft:
    record, rule, lang = hit.record, bound.rule, plan.options.lang
    placed = [other for other in hit.related if not other.past]
    said = related_words(rule, lang, hit.facts) if placed else ""
    related = tuple(Related(other.path, other.span.line, other.quote, said) for other in placed)
    about = tuple(Location(other.path, other.span) for other in hit.about if not other.past)
    place = record.span, record.quote, record.document
    finding = worded(rule, severity, lang, hit.facts, *place, related, about=about, also=plan.options.also)
    return Draft(finding, (rule.code, fact["identity"], fact["place"], fact["text"]))


def _crash(bound: BoundBatch, facts: Sequence[_Fact], error: Exception, files: Mapping[str, _File]) -> tuple[str, Draft]:
    """What is said of a judgement that crashed: once, at the first record of the run."""
    from logging import getLogger

    getLogger("hegao").debug("judging %s crashed", bound.rule.code, exc_info=error)
    path = next((record.path for record, _fact in facts if record.path in files), next(iter(files)))
    result, plan = files[path]
    result.failed = True
    words = {"code": bound.rule.code, "name": bound.rule.name, "error": said_of(error)}
    return path, Composer(path, (), plan.options.lang, plan.options.also).of_fault(plan.internal("check-crashed"), words)
