"""The outline (大纲) of a draft, and what of it can be folded: titles, headings with all under them, tables, attachments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hegao.document.model import Attachment, Document, File, Heading, Part, Table
from hegao.sources.personal_numbers import starred
from hegao.sources.text import Span, Text

#: Characters of a name in the outline; a heading that runs on is longer.
_LONGEST = 60


@dataclass(slots=True)
class Entry:
    """An entry of an outline: what it is (document, heading, annex, table, attachment), its name, its place, the last line of all under it."""

    kind: str
    name: str
    at: Span
    last: int
    under: list[Entry] = field(default_factory=list)


def outline(file: File) -> list[Entry]:
    """The outline of a file, in its order: documents, below them their headings, annexes, tables and attachments."""
    return [_document(document) for document in file.documents]


def folds(file: File) -> list[tuple[int, int]]:
    """First and last line of what can be folded, each longer than a line."""
    found: set[tuple[int, int]] = set()
    waiting = list(outline(file))
    several = len(file.documents) > 1
    while waiting:
        entry = waiting.pop()
        waiting += entry.under
        if entry.last > entry.at.line and (entry.kind != "document" or several):
            found.add((entry.at.line, entry.last))
    return sorted(found)


def _document(document: Document) -> Entry:
    entry = Entry("document", _name(document.name or document.text.value), _span(document.text), document.end_line)
    parts = [(part, _first(part)) for part in document.parts]
    for index, (part, _start) in enumerate(parts):
        later = [start for _part, start in parts[index + 1 :] if start]
        last = later[0] - 1 if later else document.end_line
        entry.under += _part(part, last)
    entry.under += [_attachment(attachment) for attachment in document.attachments]
    entry.under.sort(key=_place)
    return entry


def _first(part: Part) -> int:
    """The line that a part starts at, 0 where it is empty."""
    lines = [node.line for node in (part.title, *part.nodes) if node is not None]
    return min(lines, default=0)


def _part(part: Part, last: int) -> Iterator[Entry]:
    """The entries of a part: below its title, where it has one."""
    entries = list(_nodes(part, last))
    if part.title is None:
        yield from entries
    else:
        yield Entry("annex", _name(part.title.text.value), _span(part.title.text), max(last, part.title.text.end_line), entries)


def _nodes(part: Part, last: int) -> Iterator[Entry]:
    """Headings below headings, tables below the heading that they follow."""
    above: list[tuple[int, Entry]] = []
    for node in part.nodes:
        if not isinstance(node, Heading | Table):
            continue
        level = node.level if isinstance(node, Heading) else 100
        while above and above[-1][0] >= level:
            _close(above.pop()[1], node.line - 1)
        entry = _entry(node)
        if above:
            above[-1][1].under.append(entry)
        else:
            yield entry
        if isinstance(node, Heading):
            above.append((level, entry))
    for _level, entry in above:
        _close(entry, last)


def _entry(node: Heading | Table) -> Entry:
    if isinstance(node, Heading):
        return Entry("heading", _name(node.text.value), _span(node.text), node.body.end_line)
    last = max([node.text.end_line, *(row.text.end_line for row in node.rows)])
    caption = node.caption.value if node.caption is not None else "、".join(column.head for column in node.columns if column.head)
    return Entry("table", _name(f"表：{caption}"), _span(node.text), last)


def _close(entry: Entry, last: int) -> None:
    """What stands under an entry goes on to that line."""
    entry.last = max(entry.last, last)


def _attachment(attachment: Attachment) -> Entry:
    text = attachment.written or attachment.text
    return Entry("attachment", _name(text.value), _span(text), text.end_line)


def _name(text: str) -> str:
    said = starred(" ".join(text.split())) or "（无标题）"
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def _span(text: Text) -> Span:
    """The place of a name, which begins where the text does; on its first line."""
    line, column = text.place(0)
    end = text.pieces[1].offset if len(text.pieces) > 1 else len(text.value)
    return Span(line, column, line, column + end)


def _place(entry: Entry) -> Span:
    return entry.at
