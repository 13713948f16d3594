"""The server between drafts and editor: it judges what has changed when nobody types, and says what was found.

Texts are kept here (``hegao.editor.open_drafts``), not by pygls, whose lines end where Python's do.  All work on drafts is done by one
thread, in turn; what it finds is thrown away where the draft has changed meanwhile.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from hegao import __version__
from hegao.editor.draft_text import UTF16
from hegao.editor.finding_words import data, message, page_name
from hegao.editor.judging import Draft, Judged, Judging
from hegao.editor.open_drafts import OpenDraft, OpenDrafts, as_it_is
from hegao.editor.protocol_places import range_of
from hegao.engine.findings.finding import Finding
from hegao.sources.kept_patterns import keep
from hegao.sources.source import Source
from hegao.sources.text import Span

T = TypeVar("T")

#: Seconds without a change before a draft is judged: a part of what the last judgement took, within these.
_SHORTEST, _LONGEST, _PART = 0.02, 0.3, 0.25
_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
_SOURCE = "hegao"
_START = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))


class _Protocol(LanguageServerProtocol):
    """The protocol without a second copy of each text."""

    @lsp_method(lsp.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: lsp.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: lsp.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class DraftServer(LanguageServer):
    """The server: drafts that are open, what was found in them, and the thread that works on them."""

    def __init__(self, rule_pages: str = "") -> None:
        """Prepare it; ``rule_pages`` is where the pages of the rules lie (URL of a folder), "" where nobody knows."""
        super().__init__("hegao", __version__, lsp.TextDocumentSyncKind.Incremental, protocol_cls=_Protocol)
        self.drafts = OpenDrafts()
        self.judging = Judging()
        self.judged: dict[str, tuple[int, Judged]] = {}
        self.changed = asyncio.Event()
        self._pages = rule_pages.rstrip("/")
        self._thread = ThreadPoolExecutor(1)
        self._task: asyncio.Task[None] | None = None

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Nothing: what went wrong may hold words of a draft."""

    @property
    def encoding(self) -> str:
        """The encoding whose units places are counted in."""
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding) or UTF16)

    def work(self, do: Callable[..., T], *given: Any) -> Awaitable[T]:
        """What the thread makes of it, in its turn."""
        return asyncio.get_running_loop().run_in_executor(self._thread, do, *given)

    def touch(self) -> None:
        """Something has changed: judge the drafts soon."""
        self.begin()
        self.changed.set()

    def begin(self) -> None:
        """Begin to judge what changes."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._judge_on())

    async def _judge_on(self) -> None:
        """Judge whenever something has changed and nobody types for a moment."""
        took = 0.0
        await self.work(self._warm)
        while True:
            await self.changed.wait()
            while self.changed.is_set():
                self.changed.clear()
                await asyncio.sleep(min(max(took * _PART, _SHORTEST), _LONGEST))
            begun = time.monotonic()
            try:
                given = {draft.path: draft for draft in self.drafts.all()}
                for judged in await self.work(self.judging.judge, [as_it_is(draft) for draft in given.values()]):
                    self._publish(given[judged.draft.name], judged)
            except Exception as error:  # noqa: BLE001  (whatever a draft does, the server goes on)
                note(error)
            took = time.monotonic() - begun

    def _warm(self) -> None:
        """Make ready what the first judgement needs, while the editor is still opening the draft."""
        try:
            self.judging.judge([Draft(0, Source("", ("关于有关工作的通知", "各单位：", "　　请于6月底前完成。")))])
            keep()
        except Exception as error:  # noqa: BLE001  (the first draft will tell)
            note(error)

    def _publish(self, draft: OpenDraft, judged: Judged) -> None:
        """Say what was found, unless the draft has changed meanwhile or says the same as before."""
        if self.drafts.get(draft.uri) is not draft or draft.revision != judged.draft.revision:
            return
        before = self.judged.get(draft.uri)
        self.judged[draft.uri] = draft.version, judged
        if before is None or before != (draft.version, judged):
            said = [self.said(finding, draft) for finding in judged.findings]
            said += [lsp.Diagnostic(_START, one, lsp.DiagnosticSeverity.Error, source=_SOURCE) for one in judged.problems]
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(draft.uri, said, draft.version))

    def said(self, finding: Finding, draft: OpenDraft) -> lsp.Diagnostic:
        """A finding as the protocol has it."""
        page = f"{self._pages}/{page_name(finding)}" if self._pages and finding.rule[:3].isalpha() else ""
        related = []
        for other in finding.related:
            where = self.drafts.at(other.path)
            if where is not None and 1 <= other.line <= len(where.text.lines):
                column = where.text.lines[other.line - 1].find(other.quote) + 1 or 1
                at = Span(other.line, column, other.line, column + len(other.quote))
                place = lsp.Location(where.uri, range_of(where.text.lines, at, self.encoding))
                related.append(lsp.DiagnosticRelatedInformation(place, other.message or other.quote))
        return lsp.Diagnostic(
            range_of(draft.text.lines, finding.span, self.encoding),
            message(finding),
            _SEVERITIES[finding.severity],
            finding.rule,
            lsp.CodeDescription(page) if page else None,
            _SOURCE,
            related_information=related or None,
            data=data(finding),
        )



def note(error: Exception) -> None:
    """Keep what kind of error it was, and nothing of what it says."""
    logging.getLogger("hegao").debug("the language server met %s", type(error).__name__)
