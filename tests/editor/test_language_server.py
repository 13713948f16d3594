"""``hegao lsp`` as an editor meets it: a process that speaks the protocol on standard input and output."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="pygls is not installed (hegao[lsp])")
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from drafts_open import place
from hegao.editor.draft_text import units_at
from notices import notice

_TEXT = notice("　　根据江政发[2024]8号文件要求，𠮷日由市发展改革委牵头，江政发[2024]9号同时废止。")
_ENOUGH = 60


class Editor:
    """An editor that has the server at work."""

    def __init__(self) -> None:
        self.client = LanguageClient("test", "1")
        self.told: dict[str, lsp.PublishDiagnosticsParams] = {}
        self.messages: list[str] = []
        self.watched: list[str] = []
        self._news = asyncio.Event()
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self._take(params))
        self.client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda params: self.messages.append(params.message))
        self.client.feature(lsp.WINDOW_LOG_MESSAGE)(lambda params: self.messages.append(params.message))

        self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(lambda params: self._watch(params))

    def _watch(self, params: lsp.RegistrationParams) -> None:
        for one in params.registrations:
            self.watched += [watcher["globPattern"] for watcher in one.register_options["watchers"]]
        self._news.set()

    def _take(self, params: lsp.PublishDiagnosticsParams) -> None:
        self.told[params.uri] = params
        self._news.set()

    async def start(self, *arguments: str, encodings: list[lsp.PositionEncodingKind | str] | None = None) -> None:
        await self.client.start_io(sys.executable, "-m", "hegao", "lsp", *arguments)
        edit = lsp.WorkspaceEditClientCapabilities(document_changes=True)
        watch = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        able = lsp.ClientCapabilities(lsp.WorkspaceClientCapabilities(workspace_edit=edit, did_change_watched_files=watch))
        able.general = lsp.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        await self.client.initialize_async(lsp.InitializeParams(able, os.getpid()))
        self.client.initialized(lsp.InitializedParams())

    async def stop(self) -> int | None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        process = self.client._server
        status = await asyncio.wait_for(process.wait(), _ENOUGH) if process is not None else None
        await self.client.stop()
        return status

    def open(self, uri: str, text: str, language: str = "plaintext") -> None:
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, language, 1, text)))

    def type(self, uri: str, version: int, at: tuple[int, int], words: str, over: int = 0) -> None:
        where = lsp.Range(lsp.Position(*at), lsp.Position(at[0], at[1] + over))
        change = lsp.TextDocumentContentChangePartial(where, words)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(version, uri), [change]))

    async def told_of(self, uri: str, version: int | None) -> list[lsp.Diagnostic]:
        """What is told of a version of a draft, once it is."""

        async def wait() -> list[lsp.Diagnostic]:
            while uri not in self.told or self.told[uri].version != version:
                self._news.clear()
                await self._news.wait()
            return list(self.told[uri].diagnostics)

        return await asyncio.wait_for(wait(), _ENOUGH)


def _with_editor(do: Callable[[Editor], Awaitable[None]], *arguments: str, **given: Any) -> None:
    async def run() -> None:
        editor = Editor()
        await editor.start(*arguments, **given)
        await do(editor)
        assert await editor.stop() == 0
        assert editor.messages == []

    asyncio.run(run())


def _at(text: str, words: str) -> tuple[int, int]:
    """Line and UTF-16 unit, from 0, at which words stand."""
    line, column = place(text, words)
    return line - 1, units_at(text.split("\n")[line - 1], column - 1)


def test_what_is_found_stands_at_its_place_with_code_norm_and_page(tmp_path: Path) -> None:
    uri = (tmp_path / "通知.txt").as_uri()

    async def do(editor: Editor) -> None:
        editor.open(uri, _TEXT)
        first, second = [one for one in await editor.told_of(uri, 1) if one.code == "NUM102"]
        assert (first.range.start.line, first.range.start.character) == _at(_TEXT, "江政发[2024]8号")
        # 𠮷 stands before it, which takes two units.
        assert (second.range.start.line, second.range.start.character) == _at(_TEXT, "江政发[2024]9号")
        assert second.range.end.character - second.range.start.character == len("江政发[2024]9号")
        assert first.severity == lsp.DiagnosticSeverity.Error and first.source == "hegao"
        assert "依据：GB/T 9704" in first.message
        assert first.code_description == lsp.CodeDescription("https://example.org/rules/NUM102-number-malformed.md")

    _with_editor(do, "--rule-pages", "https://example.org/rules/")


@pytest.mark.parametrize("encoding", [lsp.PositionEncodingKind.Utf8, lsp.PositionEncodingKind.Utf32])
def test_places_are_counted_as_the_editor_asks(tmp_path: Path, encoding: lsp.PositionEncodingKind) -> None:
    uri = (tmp_path / "通知.txt").as_uri()

    async def do(editor: Editor) -> None:
        editor.open(uri, _TEXT)
        line, column = place(_TEXT, "江政发[2024]9号")
        _first, second = [one for one in await editor.told_of(uri, 1) if one.code == "NUM102"]
        units = units_at(_TEXT.split("\n")[line - 1], column - 1, encoding.value)
        assert (second.range.start.line, second.range.start.character) == (line - 1, units)

    _with_editor(do, encodings=[encoding])


def test_what_is_typed_is_judged_and_the_last_version_is_what_is_told(tmp_path: Path) -> None:
    uri = (tmp_path / "通知.txt").as_uri()

    async def do(editor: Editor) -> None:
        editor.open(uri, _TEXT)
        line, unit = _at(_TEXT, "[2024]8号")
        editor.type(uri, 2, (line, unit), "〔", over=1)
        editor.type(uri, 3, (line, unit + 5), "〕", over=1)
        line, unit = _at(_TEXT, "[2024]9号")
        editor.type(uri, 4, (line, unit), "〔", over=1)
        assert [one.code for one in await editor.told_of(uri, 4)].count("NUM102") == 1
        editor.type(uri, 5, (line, unit + 5), "〕", over=1)
        assert "NUM102" not in [one.code for one in await editor.told_of(uri, 5)]
        change = lsp.TextDocumentContentChangeWholeDocument(_TEXT)
        editor.client.text_document_did_change(lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(6, uri), [change]))
        assert [one.code for one in await editor.told_of(uri, 6)].count("NUM102") == 2
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        assert await editor.told_of(uri, None) == []

    _with_editor(do)


def test_quick_fixes_mend_set_aside_and_mend_all(tmp_path: Path) -> None:
    uri = (tmp_path / "通知.txt").as_uri()

    async def do(editor: Editor) -> None:
        editor.open(uri, _TEXT)
        first = next(one for one in await editor.told_of(uri, 1) if one.code == "NUM102")
        document = lsp.TextDocumentIdentifier(uri)
        found = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(document, first.range, lsp.CodeActionContext([first]))
        )
        actions = [one for one in found or [] if isinstance(one, lsp.CodeAction)]
        assert [(one.kind, one.is_preferred) for one in actions] == [("quickfix", True), ("quickfix", None), ("source.fixAll.hegao", None)]
        texts = [[edit.new_text for change in one.edit.document_changes for edit in change.edits] for one in actions]
        assert texts == [["〔", "〕"], ["<!-- hegao: ignore number-malformed 原因：经核对无误 -->"], ["〔", "〕", "〔", "〕"]]
        assert {change.text_document.version for one in actions for change in one.edit.document_changes} == {1}
        only = lsp.CodeActionContext([], only=["source.fixAll"])
        (every,) = await editor.client.text_document_code_action_async(lsp.CodeActionParams(document, first.range, only)) or []
        assert every.kind == "source.fixAll.hegao"

    _with_editor(do)


def test_outline_folding_hover_and_completion_are_answered(tmp_path: Path) -> None:
    uri = (tmp_path / "通知.md").as_uri()
    text = notice("一、总体要求", "　　由市发展改革委牵头，2026年9月底前完成。", "二、主要任务", "　　由市财")

    async def do(editor: Editor) -> None:
        editor.open(uri, text, "markdown")
        document = lsp.TextDocumentIdentifier(uri)
        (entry,) = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document)) or []
        assert isinstance(entry, lsp.DocumentSymbol)
        assert [one.name for one in entry.children or []] == ["一、总体要求", "二、主要任务"]
        assert await editor.client.text_document_folding_range_async(lsp.FoldingRangeParams(document))
        line, unit = _at(text, "市发展改革委")
        hover = await editor.client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(line, unit + 1)))
        assert hover is not None and "市发展和改革委员会" in hover.contents.value
        line, unit = _at(text, "市财\n")
        offered = await editor.client.text_document_completion_async(lsp.CompletionParams(document, lsp.Position(line, unit + 2)))
        assert "财政局" in [item.label for item in offered.items]

    _with_editor(do)


def test_whatever_is_asked_the_server_goes_on(tmp_path: Path) -> None:
    uri = (tmp_path / "通知.txt").as_uri()

    async def do(editor: Editor) -> None:
        unknown = lsp.TextDocumentIdentifier("file:///无/此.txt")
        nowhere = lsp.Position(9999, 9999)
        client = editor.client
        client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(7, unknown.uri), [lsp.TextDocumentContentChangeWholeDocument("甲")])
        )
        client.text_document_did_close(lsp.DidCloseTextDocumentParams(unknown))
        client.protocol.notify("$/unknown", {})
        client.protocol.notify("textDocument/didChange", {"textDocument": 3})
        client.cancel_request(lsp.CancelParams(12345))
        assert await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(unknown)) is None
        assert await client.text_document_hover_async(lsp.HoverParams(unknown, nowhere)) is None
        editor.open("file:///a.py", "print()", "python")
        editor.open(uri, _TEXT)
        document = lsp.TextDocumentIdentifier(uri)
        assert await client.text_document_hover_async(lsp.HoverParams(document, nowhere)) is None
        assert await client.text_document_completion_async(lsp.CompletionParams(document, nowhere)) is None
        editor.type(uri, 2, (9999, 0), "\udc00\x00\n\n", over=9)
        editor.type(uri, 3, (0, 0), "")
        assert await editor.told_of(uri, 3)
        assert list(editor.told) == [uri]

    _with_editor(do)


def test_a_request_that_is_cancelled_does_no_harm(tmp_path: Path) -> None:
    uri = (tmp_path / "通知.txt").as_uri()

    async def do(editor: Editor) -> None:
        editor.open(uri, _TEXT)
        asked = editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(uri)))
        task = asyncio.ensure_future(asked)
        await asyncio.sleep(0)
        task.cancel()
        for number in range(20):
            editor.client.cancel_request(lsp.CancelParams(number))
        assert await editor.told_of(uri, 1)

    _with_editor(do)


def test_what_is_wrong_with_the_settings_is_told_until_it_is_mended(tmp_path: Path) -> None:
    uri, settings = (tmp_path / "通知.txt").as_uri(), tmp_path / "hegao.toml"
    settings.write_text('root = true\nprofil = "draft"\n', encoding="utf-8")

    async def do(editor: Editor) -> None:
        editor.open(uri, _TEXT)
        (told,) = await editor.told_of(uri, 1)
        assert "profil" in told.message and told.range.start == lsp.Position(0, 0)
        settings.write_text("root = true\n", encoding="utf-8")
        del editor.told[uri]
        editor.client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        assert "NUM102" in [one.code for one in await editor.told_of(uri, 1)]

    _with_editor(do)


def test_settings_that_change_while_nobody_types_are_noticed_by_an_editor_that_watches_files(tmp_path: Path) -> None:
    uri, settings = (tmp_path / "通知.txt").as_uri(), tmp_path / "hegao.toml"
    settings.write_text("root = true\n", encoding="utf-8")

    async def do(editor: Editor) -> None:
        editor.open(uri, _TEXT)
        assert "NUM102" in [one.code for one in await editor.told_of(uri, 1)]
        assert "**/*.toml" in editor.watched
        settings.write_text('root = true\n[rules]\nNUM102 = "off"\n', encoding="utf-8")
        del editor.told[uri]
        change = lsp.FileEvent(settings.as_uri(), lsp.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([change]))
        assert "NUM102" not in [one.code for one in await editor.told_of(uri, 1)]

    _with_editor(do)


def test_standard_output_is_the_protocol_alone_and_nothing_is_logged() -> None:
    """Messages that are none, then the end of the input: no word of a draft, no traceback."""

    def message(body: dict[str, Any]) -> bytes:
        data = json.dumps({"jsonrpc": "2.0", **body}).encode()
        return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)

    item = {"uri": "file:///a.txt", "languageId": "plaintext", "version": 1, "text": "绝不外传的话"}
    sent = [
        message({"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None, "rootUri": None}}),
        b"Content-Length: 12\r\n\r\n\xe7\xbb\x9d{not json",
        message({"method": "textDocument/didOpen", "params": {"textDocument": item}}),
        message({"method": "textDocument/didOpen", "params": {"textDocument": {**item, "text": ["绝不外传的话"]}}}),
        message({"id": 2, "method": "textDocument/hover", "params": {"textDocument": "绝不外传的话"}}),
    ]
    done = subprocess.run([sys.executable, "-m", "hegao", "lsp", "--stdio"], input=b"".join(sent), capture_output=True, timeout=_ENOUGH, check=False)
    assert b"Traceback" not in done.stderr and "绝不外传".encode() not in done.stderr
    assert done.stdout.startswith(b"Content-Length: ") and b'"hoverProvider"' in done.stdout
    assert "绝不外传".encode() not in done.stdout and b"\\u7edd\\u4e0d" not in done.stdout
