"""Places, edits and entries of outlines as the Language Server Protocol has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lsprotocol import types as lsp

from hegao.editor.draft_outline import Entry
from hegao.editor.draft_text import offset_at, units_at
from hegao.engine.findings.finding import FixEdit
from hegao.sources.text import Span

_SYMBOLS = {
    "document": lsp.SymbolKind.File,
    "annex": lsp.SymbolKind.Module,
    "heading": lsp.SymbolKind.String,
    "table": lsp.SymbolKind.Array,
    "attachment": lsp.SymbolKind.Object,
}


def range_of(lines: Sequence[str], span: Span, encoding: str) -> lsp.Range:
    """A span as the protocol counts it."""
    return lsp.Range(_position(lines, span.line, span.column, encoding), _position(lines, span.end_line, span.end_column, encoding))


def _position(lines: Sequence[str], line: int, column: int, encoding: str) -> lsp.Position:
    if line > len(lines):
        return lsp.Position(len(lines) - 1, units_at(lines[-1], len(lines[-1]), encoding))
    return lsp.Position(line - 1, units_at(lines[line - 1], column - 1, encoding))


def offset_of(lines: Sequence[str], position: lsp.Position, encoding: str) -> tuple[int, int] | None:
    """Index of the line and offset in it that the protocol means; None where there is no such line."""
    if not 0 <= position.line < len(lines):
        return None
    return position.line, offset_at(lines[position.line], position.character, encoding)


def symbol_of(lines: Sequence[str], entry: Entry, encoding: str) -> lsp.DocumentSymbol:
    """An entry of an outline, with those under it."""
    whole = Span(entry.at.line, 1, entry.last, len(lines[entry.last - 1]) + 1)
    under = [symbol_of(lines, one, encoding) for one in entry.under]
    places = range_of(lines, whole, encoding), range_of(lines, entry.at, encoding)
    return lsp.DocumentSymbol(entry.name, _SYMBOLS[entry.kind], *places, children=under or None)


def edit_of(
    lines: Sequence[str], edits: Iterable[FixEdit], encoding: str, document: lsp.OptionalVersionedTextDocumentIdentifier, able: bool
) -> lsp.WorkspaceEdit:
    """Edits of a draft; for that version of it only, where the editor is ``able`` to hold to one."""
    made: list[Any] = [lsp.TextEdit(range_of(lines, edit.span, encoding), edit.text) for edit in edits]
    return lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(document, made)]) if able else lsp.WorkspaceEdit({document.uri: made})
