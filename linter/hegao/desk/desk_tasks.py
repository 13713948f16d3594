"""What a process of the desk does with a draft: check it, mend it, mark it, report on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from hegao.desk.desk_pages import filled
from hegao.desk.office import Checked, Earlier, Office
from hegao.engine.findings.finding import SEVERITIES, FileResult, Finding
from hegao.engine.fixing.safe_edits import Change, Unfixable, finder, fix
from hegao.engine.rules.rule import ALWAYS_ON
from hegao.engine.run.readings import Reading, readings
from hegao.sources.digest import digest_of
from hegao.sources.source import TEXT, WORD, Source


class Answer(NamedTuple):
    """An object, and bytes."""

    words: dict[str, Any]
    blobs: Sequence[bytes] = ()


#: The sections of a draft are numbered from its own number times this, so that no two on a page share one.
_SECTIONS = 100_000


class Shown(NamedTuple):
    """How a draft is shown: its key, its number on the page, whether it was ``typed``, and then whether it was ``restored`` to what it was."""

    key: str
    number: int
    typed: bool = False
    restored: bool = False


def check(office: Office, name: str, data: bytes, *outcomes: bytes, shown: Sequence[Any], names: Sequence[str] = ()) -> Answer:
    """The draft as it reads, with the findings beside it (HTML), and what came of it alone (JSON).

    It is judged with the drafts of these ``names``, of which those outcomes came.  ``findings`` are those that can be set aside, by
    fingerprint, ``state`` tells whether the same is found again.  Of a text that was restored the words are given, too.
    """
    return _shown(office, name, data, _earlier(names, outcomes), Shown(*shown), ())


def compare(office: Office, _name: str, *outcomes: bytes, names: Sequence[str]) -> Answer:
    """Drafts that were examined before judged together: the state of each (``states``, by name)."""
    found = office.judge(_earlier(names, outcomes))
    return Answer({"states": {file.path: _state(file) for file in found}})


def _earlier(names: Sequence[str], outcomes: Sequence[bytes]) -> list[Earlier]:
    return [Earlier(name, outcome) for name, outcome in zip(names, outcomes, strict=True)]


def _state(file: FileResult) -> str:
    return digest_of(repr((file.findings, file.suppressed)))


def mend(
    office: Office, name: str, data: bytes, *outcomes: bytes, shown: Sequence[Any], mark: str, names: Sequence[str] = ()
) -> Answer:
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
    said = _shown(office, name, fixed.data, _earlier(names, outcomes), Shown(*shown), fixed.changes)
    return Answer(said.words, [*said.blobs, fixed.data])


def _shown(office: Office, name: str, data: bytes, beside: Sequence[Earlier], shown: Shown, changes: Sequence[Change]) -> Answer:
    from hegao.reports.page.finding_cards import Cards
    from hegao.reports.page.page_views import Album
    from hegao.reports.page.section_views import section_views

    done = office.check(name, data, beside)
    file = done.file
    reading = readings(done.job.targets)(name)
    views = section_views(file, reading, Cards(done.files, _rules(done)), Album(), shown.number * _SECTIONS + 1)
    counts = {severity: done.result.count(severity) for severity in SEVERITIES}
    mendable = sum(bool(finding.edits) and all(edit.safe for edit in finding.edits) for finding in file.findings)
    html = filled(
        "draft.html",
        key=shown.key,
        name=name,
        form=file.form,
        typed=shown.typed,
        sections=list(views),
        counts=counts,
        failed=file.failed,
        suppressed=file.suppressed,
        changes=changes,
        mendable=mendable if file.form == TEXT else 0,
        markable=file.form == WORD,
        tasks=_tasks(reading),
        text=data.decode() if shown.typed and (changes or shown.restored) else None,
        notes=done.result.notes,
    )
    findings = {one.fingerprint: [one.rule, one.quote] for one in file.findings if one.name not in ALWAYS_ON}
    return Answer({"findings": findings, "state": _state(file)}, [html.encode("utf-8", "replace"), done.outcome])


def _rules(done: Checked) -> Mapping[str, Any]:
    from hegao.reports.machine_formats import rules_of

    return rules_of(done.result, done.job.plans)


def _tasks(reading: Reading | None) -> int:
    return sum(task.listed for document in reading.file.documents for task in document.tasks) if reading is not None else 0


def marked(office: Office, name: str, data: bytes, *outcomes: bytes, names: Sequence[str] = ()) -> Answer:
    """The Word document with the findings as comments, and safe mendings as revisions."""
    from hegao.reports.annotation.annotated_file import Unannotated, WordFile
    from hegao.reports.annotation.revisions import settled_revisions
    from hegao.sources.files import made_word, of_other_processor

    try:
        word = WordFile(made_word(data) if of_other_processor(data) else data)
        done = office.check(name, word.bare, _earlier(names, outcomes))
        file = done.file
        if file.form != WORD:
            return Answer({"problem": "不是 Word、WPS 文件，不能批注"})
        source = word.source(name)
        settled = settled_revisions(word, source, file, done.job.plans.of(name), done.known)
        copy = word.annotated(source, file, done.files, settled.edits if settled else [])
    except Unannotated as error:
        return Answer({"problem": str(error)})
    return Answer({"comments": copy.comments, "revisions": copy.revisions}, [copy.data])


def report(office: Office, name: str, data: bytes, *outcomes: bytes, names: Sequence[str] = ()) -> Answer:
    """The report of the findings as a page."""
    from hegao.reports.machine_formats import machine_pieces

    done = office.check(name, data, _earlier(names, outcomes))
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


TASKS: dict[str, Callable[..., Answer]] = {
    "check": check,
    "compare": compare,
    "mend": mend,
    "marked": marked,
    "report": report,
    "tasks": tasks,
    "rules": rules,
}
