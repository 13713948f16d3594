"""``hegao lsp``: what the rooms of the editor know, said in the Language Server Protocol (pygls).

Whatever is asked, and whatever goes wrong, the server goes on, and nothing of a draft is logged.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import wraps
from typing import BinaryIO, TypeVar

from lsprotocol import types as lsp

from hegao.editor import mending
from hegao.editor.completing import offers
from hegao.editor.draft_outline import folds, outline
from hegao.editor.draft_server import DraftServer, note
from hegao.editor.draft_text import At, DraftText
from hegao.editor.hovering import tell
from hegao.editor.judging import Draft, Judged
from hegao.editor.open_drafts import as_it_is
from hegao.editor.protocol_places import edit_of, offset_of, range_of, symbol_of
from hegao.engine.configuration.options import UsageProblem
from hegao.engine.configuration.rule_plan import Plan
from hegao.sources.text import Span

T = TypeVar("T")
_P = TypeVar("_P")

_FIX_ALL = f"{mending.ALL}.hegao"
#: Settings, rules and tables of an office: editors that watch files are asked to tell when one of these changes.
_WATCHED = ("**/*.toml", "**/*.csv")


def _safe(handle: Callable[[DraftServer, _P], Awaitable[T | None]]) -> Callable[[DraftServer, _P], Awaitable[T | None]]:
    """A handler of requests that answers nothing where it fails, so that the editor goes on."""

    @wraps(handle)
    async def answer(server: DraftServer, params: _P) -> T | None:
        try:
            return await handle(server, params)
        except Exception as error:  # noqa: BLE001  (whatever a request does, the server goes on)
            note(error)
            return None

    return answer


def _did_open(server: DraftServer, params: lsp.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    if server.drafts.open(item.uri, str(getattr(item.language_id, "value", item.language_id)), item.version, item.text):
        server.touch()


def _did_change(server: DraftServer, params: lsp.DidChangeTextDocumentParams) -> None:
    draft = server.drafts.get(params.text_document.uri)
    if draft is None:
        return
    for change in params.content_changes:
        if isinstance(change, lsp.TextDocumentContentChangePartial):
            start, end = change.range.start, change.range.end
            draft.text.change(At(start.line, start.character), At(end.line, end.character), change.text, server.encoding)
        else:
            draft.text = DraftText(change.text)
    server.drafts.changed(draft, params.text_document.version)
    server.touch()


def _did_close(server: DraftServer, params: lsp.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    if server.drafts.close(uri):
        server.judged.pop(uri, None)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))
        server.touch()


def _did_save(server: DraftServer, params: lsp.DidSaveTextDocumentParams | lsp.DidChangeWatchedFilesParams) -> None:
    """Settings may have been saved; drafts that did not change are looked at again only where they did."""
    server.touch()


async def _symbols(server: DraftServer, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
    now = _now(server, params.text_document)
    if now is None:
        return None
    entries = await server.work(lambda: outline(server.judging.file(now)))
    return [symbol_of(now.source.lines, entry, server.encoding) for entry in entries]


async def _folds(server: DraftServer, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange] | None:
    now = _now(server, params.text_document)
    if now is None:
        return None
    found = await server.work(lambda: folds(server.judging.file(now)))
    return [lsp.FoldingRange(first - 1, last - 1) for first, last in found]


async def _pointed(server: DraftServer, params: lsp.HoverParams | lsp.CompletionParams) -> tuple[Draft, Plan, tuple[int, int]] | None:
    """The draft, its plan and the line and column in it that are pointed at; None where there is nothing to be told."""
    now = _now(server, params.text_document)
    plan = await server.work(_plan, server, now)
    if now is None or plan is None:
        return None
    at = offset_of(now.source.lines, params.position, server.encoding)
    return (now, plan, at) if at is not None else None


async def _hover(server: DraftServer, params: lsp.HoverParams) -> lsp.Hover | None:
    pointed = await _pointed(server, params)
    if pointed is None:
        return None
    now, plan, at = pointed
    lines = now.source.lines
    told = await server.work(lambda: tell(server.judging.file(now), lines, plan.policy.tables, at[0] + 1, at[1] + 1))
    if told is None:
        return None
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.PlainText, "\n".join(told.lines)), range_of(lines, told.at, server.encoding))


async def _complete(server: DraftServer, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    pointed = await _pointed(server, params)
    if pointed is None:
        return None
    now, plan, at = pointed
    lines = now.source.lines
    (index, offset), items = at, []
    for place, offer in enumerate(await server.work(offers, lines[index], offset, plan.policy.tables, plan.ruleset)):
        span = Span(index + 1, offer.start + 1, index + 1, offset + 1)
        edit = lsp.TextEdit(range_of(lines, span, server.encoding), offer.word)
        # Editors filter by what is written; they are to keep the order and what was found.
        written = lines[index][offer.start : offset] or offer.word
        order = f"{place:04}"
        items.append(lsp.CompletionItem(offer.word, kind=lsp.CompletionItemKind.Text, detail=offer.detail, sort_text=order, filter_text=written, text_edit=edit))
    return lsp.CompletionList(True, items)


async def _actions(server: DraftServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
    uri = params.text_document.uri
    draft, known = server.drafts.get(uri), server.judged.get(uri)
    if draft is None or known is None or known[1].draft.revision != draft.revision or known[1].problems:
        return []
    version, judged = known
    plan = await server.work(_plan, server, judged.draft)
    if plan is None:
        return []
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    found: list[mending.Deed] = []
    if _asked(mending.QUICK, only):
        found += await server.work(_quick, server, judged, params.range, plan)
    if _asked(_FIX_ALL, only) and any(edit.safe for finding in judged.findings for edit in finding.edits):
        every = await server.work(mending.mend_all, judged.draft, plan)
        found += [every] if every is not None else []
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri, version)
    lines, able = judged.draft.source.lines, _holds_to_versions(server)
    return [
        lsp.CodeAction(
            deed.title,
            deed.kind if deed.finding else _FIX_ALL,
            [server.said(deed.finding, draft)] if deed.finding else None,
            deed.preferred or None,
            edit=edit_of(lines, deed.edits, server.encoding, document, able),
        )
        for deed in found
    ]


def _quick(server: DraftServer, judged: Judged, asked: lsp.Range, plan: Plan) -> list[mending.Deed]:
    """What can be done about the findings that a range meets."""
    lines = judged.draft.source.lines
    near = [finding for finding in judged.findings if _meets(range_of(lines, finding.span, server.encoding), asked)]
    return list(mending.deeds(near, lines, plan))


def _holds_to_versions(server: DraftServer) -> bool:
    """Whether the editor takes edits for one version of a draft."""
    workspace = server.client_capabilities.workspace
    return bool(workspace is not None and workspace.workspace_edit is not None and workspace.workspace_edit.document_changes)


def _now(server: DraftServer, document: lsp.TextDocumentIdentifier) -> Draft | None:
    """A draft as it is now; None where none of that name is open, or it is too large to be looked at while it is typed."""
    draft = server.drafts.get(document.uri)
    now = as_it_is(draft) if draft is not None else None
    return now if now is not None and not now.large else None


def _plan(server: DraftServer, draft: Draft | None) -> Plan | None:
    """The plan for a draft; None without one, and where its settings cannot be used: what is wrong with them is told as diagnostics."""
    try:
        return server.judging.plan(draft) if draft is not None else None
    except UsageProblem:
        return None


def _asked(kind: str, only: Sequence[str]) -> bool:
    """Whether actions of a kind are asked for: all are, where no kind is named."""
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _meets(one: lsp.Range, other: lsp.Range) -> bool:
    return _pair(one.start) <= _pair(other.end) and _pair(other.start) <= _pair(one.end)


def _pair(position: lsp.Position) -> tuple[int, int]:
    return position.line, position.character


def _initialized(server: DraftServer, params: lsp.InitializedParams) -> None:
    server.begin()
    workspace = server.client_capabilities.workspace
    able = workspace.did_change_watched_files if workspace is not None else None
    if able is not None and able.dynamic_registration:
        asked = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(pattern) for pattern in _WATCHED])
        watch = lsp.Registration("settings", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, asked)
        server.client_register_capability(lsp.RegistrationParams([watch]))


def serve(stdin: BinaryIO, stdout: BinaryIO, rule_pages: str = "") -> None:
    """Serve one editor until it says goodbye or is gone."""
    for name in ("pygls", "asyncio"):
        quiet = logging.getLogger(name)
        quiet.addHandler(logging.NullHandler())
        quiet.propagate = False
    server(rule_pages).start_io(stdin, stdout)


def server(rule_pages: str = "") -> DraftServer:
    """A server with all that it can do."""
    made = DraftServer(rule_pages)
    made.feature(lsp.INITIALIZED)(_initialized)
    made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_did_open)
    made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_did_change)
    made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_did_close)
    made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_did_save)
    made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_did_save)
    made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_safe(_symbols))
    made.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)(_safe(_folds))
    made.feature(lsp.TEXT_DOCUMENT_HOVER)(_safe(_hover))
    made.feature(lsp.TEXT_DOCUMENT_COMPLETION)(_safe(_complete))
    kinds: list[lsp.CodeActionKind | str] = [lsp.CodeActionKind.QuickFix, _FIX_ALL]
    made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(kinds))(_safe(_actions))
    return made
