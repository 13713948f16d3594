"""Findings: what the engine hands to the reports."""

from __future__ import annotations

from typing import NamedTuple

from hegao.sources.origins import Place
from hegao.sources.source import TEXT
from hegao.sources.text import Span

SEVERITIES = ("error", "warning", "info")


class Basis(NamedTuple):
    """The norm that a rule rests on: source, clause, strength (must, should, custom)."""

    source: str
    clause: str
    strength: str


class Related(NamedTuple):
    """Another place that belongs to a finding."""

    path: str
    line: int
    quote: str
    message: str


class Location(NamedTuple):
    """An exact place in a file."""

    path: str
    span: Span


class FixEdit(NamedTuple):
    """A replacement in the original file."""

    span: Span
    text: str
    safe: bool


class OtherWords(NamedTuple):
    """What is said of a finding in the other language: its message, and the words at related places."""

    message: str
    related: str


class Finding(NamedTuple):
    """One thing to be mended, at its exact place.  ``quote`` stands at line and column in the file.

    ``about`` are the places that it is about, if not just its span; reports do not show them (``hegao.engine.findings.yielding``).
    ``also`` is what is said in the other language, where that was asked for.
    """

    rule: str
    name: str
    severity: str
    message: str
    help: str
    span: Span
    quote: str
    document: str
    basis: tuple[Basis, ...] = ()
    fingerprint: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[FixEdit, ...] = ()
    about: tuple[Location, ...] = ()
    also: OtherWords | None = None


class Suppression(NamedTuple):
    """A comment in a draft that excuses findings of some rules on the lines from ``first`` to ``last``.

    ``fault`` is the name of the rule that tells what is wrong with it; such a comment excuses nothing.
    """

    span: Span
    quote: str
    rules: tuple[str, ...]
    first: int
    last: int
    fault: str = ""


class DocumentSummary(NamedTuple):
    """What a report says of a document: number, title, first line."""

    number: str | None
    title: str | None
    line: int


class FileResult:
    """All that was found in one file, in order of place.

    ``lines`` holds the physical lines at which something was found; ``profile`` is the one it was judged
    under (``gazette``: as published, whatever was asked for); ``failed`` says that it could not be read or that a check
    crashed; ``suppressed`` counts the findings that comments in the text (``suppressions``) or a baseline took out.
    A file of another ``form`` than text has no lines of its own: ``places`` tells where those at which something was found stand in it.
    """

    __slots__ = ("documents", "failed", "findings", "form", "lines", "path", "places", "profile", "suppressed", "suppressions")

    def __init__(
        self,
        path: str,
        documents: list[DocumentSummary] | None = None,
        findings: list[Finding] | None = None,
        lines: dict[int, str] | None = None,
        suppressed: int = 0,
        failed: bool = False,
        profile: str = "draft",
        suppressions: list[Suppression] | None = None,
        form: str = TEXT,
        places: dict[int, tuple[tuple[int, Place], ...]] | None = None,
    ) -> None:
        """Take what was found; what is not given is empty."""
        self.path = path
        self.documents = documents or []
        self.findings = findings or []
        self.lines = lines or {}
        self.suppressed = suppressed
        self.failed = failed
        self.profile = profile
        self.suppressions = suppressions or []
        self.form = form
        self.places = places or {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileResult) and all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    __hash__ = None  # type: ignore[assignment]  # it changes while a batch is judged


class Registered(NamedTuple):
    """A finding registered in a baseline (基线), so that it is not reported; ``path`` counts from the folder of the baseline.

    Reason, author and date are written by people; the date of a new one may be that of ``--as-of``.
    """

    fingerprint: str
    rule: str
    path: str
    quote: str
    reason: str = ""
    author: str = ""
    date: str = ""


class RunResult:
    """The whole run: files in order of their paths, and whether anything could not be read or crashed.

    ``problems`` are sentences on paths that could not be checked at all (missing, a folder without
    documents): exit status 2.  ``notes`` are sentences worth knowing, on settings without effect and the like.
    With a baseline, ``unused`` are its entries that nothing answers to any more.
    """

    __slots__ = ("files", "notes", "problems", "unused")

    def __init__(self, files: list[FileResult] | None = None) -> None:
        """Take the files; all else is added later."""
        self.files = files or []
        self.problems: list[str] = []
        self.notes: list[str] = []
        self.unused: list[Registered] | None = None

    def count(self, severity: str) -> int:
        """How many findings are of the severity."""
        return sum(1 for file in self.files for finding in file.findings if finding.severity == severity)

    @property
    def failed(self) -> bool:
        """Whether a file was unreadable or a check crashed: exit status 3."""
        return any(file.failed for file in self.files)
