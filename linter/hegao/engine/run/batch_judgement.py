"""Rules over a batch: facts of each file (JSON, so that they can be stored), then one judgement over all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from hegao.checks.base import COLLECTORS, PAST, BatchCheck, BatchHit, Record
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


#: A record and the fact that it is of, None for one of the past.
_Fact = tuple[Record, Fact | None]
#: Nothing is shown of where a document of the past lies.
_NOWHERE = Span(1, 1, 1, 1)
#: What a judge says: the hits in the order of the facts, each with the fact that its record is of.
Told = list[tuple[BatchHit, Fact]]


class Crashed(Exception):
    """A judge crashed in another process; the message is what is said of it."""


def judge(plans: PlanOf, results: Sequence[FileResult], facts: Sequence[Fact], history: History | None = None) -> None:
    """Judge the facts of all files and add what is found to the results of their files.

    What the register of numbers tells (``history``) speaks, but is not spoken of.
    """

    known: dict[str, list[_Fact]] = {}

    def told(bound: BoundBatch) -> Told:
        collector = bound.check.collector
        if collector not in known:
            known[collector] = list(_known(collector, facts, history))
        return told_of(bound.check, bound.rule.parameters, known[collector])

    if facts:
        settle(plans, results, told)


def told_among(check: BatchCheck, parameters: Mapping[str, Any], facts: Sequence[Fact]) -> Told:
    """What a judge says of these facts, whatever was issued earlier; nothing where there are none."""
    return told_of(check, parameters, [(_record(fact), fact) for fact in facts])


def told_of(check: BatchCheck, parameters: Mapping[str, Any], known: Sequence[_Fact]) -> Told:
    """What a judge says of records, in the order of their facts; those of the past have none and are not spoken of."""
    if not known:
        return []
    place = {record: index for index, (record, _fact) in enumerate(known)}
    hits = sorted(check.judge([record for record, _fact in known], **parameters), key=lambda hit: place[hit.record])
    return [(hit, fact) for hit in hits if (fact := known[place[hit.record]][1]) is not None]


def settle(plans: PlanOf, results: Sequence[FileResult], told: Callable[[BoundBatch], Told]) -> None:
    """Add to the results of the files what the judges have told of them.

    Where settings give a rule other parameters for some files, it judges once with each, and speaks of those files only.
    """
    drafts: dict[str, list[Draft]] = {}
    for bound, spoken_of in questions(plans, results):
        try:
            found = [item for hit, fact in told(bound) for item in _spoken(bound, hit, fact, spoken_of)]
        except Exception as error:  # noqa: BLE001  (whatever a check does, the run goes on)
            found = [_crash(bound, error, spoken_of)]
        for path, draft in found:
            drafts.setdefault(path, []).append(draft)
    by_path = {result.path: result for result in reversed(results)} if drafts else {}
    for path, several in drafts.items():
        result = by_path[path]
        result.findings = sorted([*result.findings, *finish(several)], key=order)


def _record(fact: Fact) -> Record:
    return Record(fact["path"], Span(*fact["span"]), fact["quote"], fact["document"], fact["data"])


def _known(collector: str, facts: Sequence[Fact], history: History | None) -> Iterator[_Fact]:
    """The records of the facts of a collector, then those of what the register tells beside them."""
    mine = [(_record(fact), fact) for fact in facts if fact["of"] == collector]
    yield from mine
    if history is not None and mine and collector in PAST:
        for data in PAST[collector]([record for record, _fact in mine], history):
            yield Record("", _NOWHERE, "", "", data, past=True), None


#: The result of a file and the plan it was checked by.
_File = tuple[FileResult, Plan]


def questions(plans: PlanOf, results: Sequence[FileResult]) -> list[tuple[BoundBatch, dict[str, _File]]]:
    """The rules over the batch in order of their codes, one with other parameters for some files once with each; the files spoken of."""
    variants: dict[tuple[str, str], tuple[BoundBatch, dict[str, _File]]] = {}
    for result in results:
        plan = plans.of(result.path)
        for bound in plan.batch:
            _bound, files = variants.setdefault(question_of(bound), (bound, {}))
            files.setdefault(result.path, (result, plan))
    return [variant for _key, variant in sorted(variants.items(), key=_code)]


def question_of(bound: BoundBatch) -> tuple[str, str]:
    """What tells a question from others: the code of the rule, the parameters of its check."""
    return bound.rule.code, json.dumps(bound.rule.parameters, sort_keys=True, default=str)


def _code(variant: tuple[tuple[str, str], object]) -> tuple[str, str]:
    return variant[0]


def _spoken(bound: BoundBatch, hit: BatchHit, fact: Fact, files: Mapping[str, _File]) -> Iterator[tuple[str, Draft]]:
    """The finding for a hit, where its file is spoken of and the rule is on there."""
    if hit.record.path in files:
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


def _crash(bound: BoundBatch, error: Exception, files: Mapping[str, _File]) -> tuple[str, Draft]:
    """What is said of a judgement that crashed: once, at the first file that it would have spoken of."""
    from logging import getLogger

    getLogger("hegao").debug("judging %s crashed", bound.rule.code, exc_info=error)
    path = next(iter(files))
    result, plan = files[path]
    result.failed = True
    words = {"code": bound.rule.code, "name": bound.rule.name, "error": str(error) if isinstance(error, Crashed) else said_of(error)}
    return path, Composer(path, (), plan.options.lang, plan.options.also).of_fault(plan.internal("check-crashed"), words)
