"""What a process of the desk does with a draft: check it, mend it, mark it, report on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from hegao.desk.desk_pages import filled
from hegao.desk.office import Checked, Office
from hegao.engine.findings.finding import SEVERITIES, Finding
from hegao.engine.fixing.safe_edits import Change, Unfixable, finder, fix
from hegao.engine.rules.rule import ALWAYS_ON
from hegao.engine.run.readings import Reading, readings
from hegao.sources.source import TEXT, WORD, Source


class Answer(NamedTuple):
    """An object, and bytes."""

    words: dict[str, Any]
    blobs: Sequence[bytes] = ()


#: The sections of a draft are numbered from its own number times this, so that no two on a page share one.
_SECTIONS = 100_000


def check(office: Office, name: str, data: bytes, *, key: str, number: int, typed: bool = False, restored: bool = False) -> Answer:
    """The draft as it reads, with the findings beside it (HTML); ``findings`` are those that can be set aside, by fingerprint.

    Of a ``typed`` text that was ``restored`` the words are given, too.
    """
    return _shown(office, name, data, key, number, typed, (), restored)


def mend(office: Office, name: str, data: bytes, *, key: str, number: int, typed: bool, mark: str) -> Answer:
    """The same after the safe mendings were made, all or that of one finding (its fingerprint, ``mark``); and the text as it is then."""
    plan = office.job(name, data).plans.of(name)
    find = finder(plan, office.known())

    def wanted(source: Source) -> Sequence[Finding]:
        return [finding for finding in find(source) if not mark or finding.fingerprint == mark]

    try:
        fixed = fix(data, name, wanted)
    except Unfixable as error:
        return Answer({"problem": str(error)})
    if not fixed.changes:
        return Answer({"problem": "没有改：这里改了会打乱公文结构，或者互相抵触，请人工处理"})
    said = _shown(office, name, fixed.data, key, number, typed, fixed.changes)
    return Answer(said.words, [*said.blobs, fixed.data])


def _shown(
    office: Office, name: str, data: bytes, key: str, number: int, typed: bool, changes: Sequence[Change], restored: bool = False
) -> Answer:
    from hegao.reports.page.finding_cards import Cards
    from hegao.reports.page.page_views import Album
    from hegao.reports.page.section_views import section_views

    done = office.check(name, data)
    file = done.result.files[0]
    reading = readings(done.job.targets)(name)
    views = section_views(file, reading, Cards({name: file}, _rules(done)), Album(), number * _SECTIONS + 1)
    counts = {severity: done.result.count(severity) for severity in SEVERITIES}
    mendable = sum(bool(finding.edits) and all(edit.safe for edit in finding.edits) for finding in file.findings)
    html = filled(
        "draft.html",
        key=key,
        name=name,
        form=file.form,
        typed=typed,
        sections=list(views),
        counts=counts,
        failed=file.failed,
        suppressed=file.suppressed,
        changes=changes,
        mendable=mendable if file.form == TEXT else 0,
        markable=file.form == WORD,
        tasks=_tasks(reading),
        text=data.decode() if typed and (changes or restored) else None,
        notes=done.result.notes,
    )
    findings = {one.fingerprint: [one.rule, one.quote] for one in file.findings if one.name not in ALWAYS_ON}
    return Answer({"findings": findings, "counts": counts}, [html.encode("utf-8", "replace")])


def _rules(done: Checked) -> Mapping[str, Any]:
    from hegao.reports.machine_formats import rules_of

    return rules_of(done.result, done.job.plans)


def _tasks(reading: Reading | None) -> int:
    return sum(task.listed for document in reading.file.documents for task in document.tasks) if reading is not None else 0


def marked(office: Office, name: str, data: bytes) -> Answer:
    """The Word document with the findings as comments, and safe mendings as revisions."""
    from hegao.reports.annotation.annotated_file import Unannotated, WordFile
    from hegao.reports.annotation.revisions import settled_revisions
    from hegao.sources.files import made_word, of_other_processor

    try:
        word = WordFile(made_word(data) if of_other_processor(data) else data)
        done = office.check(name, word.bare)
        file = done.result.files[0]
        if file.form != WORD:
            return Answer({"problem": "不是 Word、WPS 文件，不能批注"})
        source = word.source(name)
        settled = settled_revisions(word, source, file, done.job.plans.of(name), done.known)
        copy = word.annotated(source, file, {name: file}, settled.edits if settled else [])
    except Unannotated as error:
        return Answer({"problem": str(error)})
    return Answer({"comments": copy.comments, "revisions": copy.revisions}, [copy.data])


def report(office: Office, name: str, data: bytes) -> Answer:
    """The report of the findings as a page."""
    from hegao.reports.machine_formats import machine_pieces

    done = office.check(name, data)
    pieces = machine_pieces("html", done.result, done.job.plans, "zh", done.job.targets)
    return Answer({}, ["".join(pieces).encode("utf-8", "backslashreplace")])


def tasks(office: Office, name: str, data: bytes) -> Answer:
    """The ledger of tasks as a workbook."""
    from hegao.reports.task_entries import by_file
    from hegao.reports.task_workbook import tasks_workbook

    reading = readings(office.job(name, data).targets)(name)
    if reading is None:
        return Answer({"problem": "文件读不出，没有台账"})
    return Answer({}, [b"".join(tasks_workbook(by_file([reading.file])))])


def rules(office: Office, name: str) -> Answer:
    """The page of the rules that hold at the desk, or of the one of that code."""
    from pathlib import Path

    from hegao.engine.configuration.plan_by_file import rules_for

    found = rules_for(".", config=Path(office.config) if office.config else None)
    if not name:
        return Answer({}, [filled("rules.html", rules=found.rules).encode()])
    rule = found.find(name)
    if rule is None:
        return Answer({"problem": "没有这条规则"})
    return Answer({}, [filled("rule.html", rule=rule).encode()])


TASKS: dict[str, Callable[..., Answer]] = {"check": check, "mend": mend, "marked": marked, "report": report, "tasks": tasks, "rules": rules}
