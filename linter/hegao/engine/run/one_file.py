"""One file examined: read, parsed, shown to the rules.

``check_source`` is pure: its outcome depends on the source and the plan alone, and is JSON-able by ``hegao.engine.cache.result_json``.
So outcomes may come from other processes or from a store.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.composing import Composer, finish, said_of
from hegao.engine.findings.finding import DocumentSummary, FileResult
from hegao.engine.rules.rule import GAZETTE
from hegao.engine.run.batch_judgement import Fact, collect
from hegao.engine.run.targets import Target
from hegao.sources.files import source_of
from hegao.sources.personal_numbers import starred, starred_lines
from hegao.sources.source import Source, Unreadable

if TYPE_CHECKING:
    from hegao.document.model import Document, File

#: What came of one file, before the batch is judged: its findings, and its facts for the batch.
Outcome = tuple[FileResult, list[Fact]]


def check_target(target: Target, plan: Plan) -> Outcome:
    """Read and check one file; what cannot be read becomes a finding."""
    return _read_and_check(target.source, target.name, plan)


def check_bytes(data: bytes, path: str, plan: Plan) -> Outcome:
    """Check a file's content, shown as ``path``; what cannot be read becomes a finding."""
    return _read_and_check(lambda: source_of(data, path), path, plan)


def _read_and_check(read: Callable[[], Source], path: str, plan: Plan) -> Outcome:
    try:
        source = read()
    except Unreadable as error:
        return _unreadable(path, str(error), plan)
    except Exception as error:  # noqa: BLE001  (whatever a file does, the run goes on)
        return _failed(path, error, plan)
    return check_source(source, plan)


def check_source(source: Source, plan: Plan) -> Outcome:
    """Check one source.  A file that the program itself fails on is reported as one that it could not read."""
    from hegao.document.building import parse

    return check_read(source, lambda: parse(source), plan)


def check_read(source: Source, read: Callable[[], File], plan: Plan) -> Outcome:
    """As ``check_source``, with the model that ``read`` gives of the source."""
    try:
        return _examine(source, read(), plan)
    except Exception as error:  # noqa: BLE001  (whatever a file does, the run goes on)
        return _failed(source.path, error, plan)


def _failed(path: str, error: Exception, plan: Plan) -> Outcome:
    from logging import getLogger

    getLogger("hegao").debug("%s could not be examined", path, exc_info=error)
    return _unreadable(path, f"程序在这个文件上出错（{said_of(error)}），请把文件报给开发者", plan)


def _examine(source: Source, file: File, plan: Plan) -> Outcome:
    from hegao.engine.findings.suppression import suppressions_of
    from hegao.engine.run.tree_walk import Walk

    # A gazette is a public copy of documents that were issued.
    profile = GAZETTE if file.kind == "gazette" else plan.profile
    shown = starred_lines(source.lines)
    walk = Walk(file, plan, Composer(source.path, shown, plan.options.lang, plan.options.also), profile)
    walk.run()
    facts = collect(file, walk)
    findings = finish(walk.drafts)
    suppressions = suppressions_of(shown)
    needed = {finding.span.line for finding in findings} | {one.span.line for one in suppressions} | {fact["span"][0] for fact in facts}
    places = {}
    if source.layout is not None:
        needed |= {related.line for finding in findings for related in finding.related}
        places = {line: source.layout.origins[line - 1].places for line in sorted(needed) if line <= len(shown)}
    lines = {line: shown[line - 1] for line in sorted(needed) if line <= len(shown)}
    documents = [_summary(document) for document in file.documents]
    result = FileResult(
        source.path, documents, findings, lines, failed=walk.failed, profile=profile, suppressions=suppressions, form=source.form, places=places
    )
    return result, facts


def _summary(document: Document) -> DocumentSummary:
    number = document.number.phrase.normal if document.number is not None else None
    return DocumentSummary(number, starred(document.title.text.value) if document.title is not None else None, document.line)


def _unreadable(path: str, reason: str, plan: Plan) -> Outcome:
    draft = Composer(path, (), plan.options.lang, plan.options.also).of_fault(plan.internal("unreadable"), {"reason": reason})
    return FileResult(path, findings=finish([draft]), failed=True, profile=plan.profile), []
