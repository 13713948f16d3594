"""The whole reading of a file as text: every line with its place and kind, the fields, the tasks.

Golden trees are compared as text, so that a person can review them: what was joined shows ``¦`` where a
line of the file ended, cells of rows stand between bars, sections are indented under their headings.
"""

from __future__ import annotations

from collections.abc import Iterator

from hegao.document.building import parse
from hegao.document.model import Document, File, Task, Unit
from hegao.sources.source import Source
from hegao.sources.text import Text
from hegao.syntax.lines import Line
from hegao.syntax.parser import Parsed, parse_lines
from hegao.syntax.trees import Tree

#: Subtrees that a reader need not see: their children stand in their place.
_PLAIN = {"start", "text", "body", "flat", "paragraph", "contents", "attachments", "closing", "annex_head"}


def outline(source: Source) -> str:
    """The reading of a source, ending in a newline."""
    parsed, file = parse_lines(source), parse(source)
    rows = [*_file(file), "", *_tree(parsed, parsed.tree, 0)]
    for name, lines in (("furniture", parsed.furniture), ("unparsed", parsed.unparsed)):
        if lines:
            rows += ["", name, *(f"  {_place(line.text)} {line.kind} {_written(line)}" for line in sorted(lines, key=lambda one: one.line))]
    for document in file.documents:
        rows += ["", *_document(document)]
    return "\n".join(row.rstrip() for row in rows) + "\n"


def _file(file: File) -> Iterator[str]:
    yield file.kind
    if file.issue is not None:
        issue = file.issue
        yield f"  issue: {issue.name} | {issue.year} | {issue.number} | {issue.total} | {issue.date}"
    for entry in file.contents:
        yield f"  entry: {entry.title} | {entry.number.normal if entry.number else None} | {entry.page} | line {entry.line}"


def _place(text: Text) -> str:
    lines = dict.fromkeys(piece.line for piece in text.pieces)
    return "+".join(map(str, lines))


def _broken(text: Text) -> str:
    """The text with a mark at each end of a physical line."""
    cuts = [piece.offset for before, piece in zip(text.pieces, text.pieces[1:], strict=False) if before.line != piece.line]
    return "¦".join(text.value[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True))


def _written(line: Line) -> str:
    return " | ".join(map(_broken, line.cells)) if line.cells is not None else _broken(line.text)


def _tree(parsed: Parsed, tree: Tree, depth: int) -> Iterator[str]:
    if not tree.children:
        return
    if tree.name not in _PLAIN and not tree.name.startswith(("section", "table", "head")):
        yield f"{'  ' * depth}{tree.name}"
        depth += 1
    inner = depth
    for child in tree.children:
        if isinstance(child, Tree):
            yield from _tree(parsed, child, inner)
        elif child.kind != "BEGIN":
            line = parsed.lines[child.at]
            yield f"{'  ' * inner}{_place(line.text)} {child.kind} {_written(line)}"
            inner = depth + 1 if tree.name.startswith(("section", "table")) else depth


def _document(document: Document) -> Iterator[str]:
    yield f"document {document.line}-{document.end_line}: {document.name}"
    number, date = document.number, document.date
    facts = {
        "number": f"{number.phrase.normal} (line {number.line})" if number else None,
        "date": f"{document.issued} ({date.role}, line {date.line})" if date else None,
        "genre": document.genre,
        "action": document.action,
        "issuers": "、".join(document.issuers),
        "addressee": document.addressee.name if document.addressee else None,
        "signatures": " | ".join(node.text.value for node in document.signatures),
        "notes": " | ".join(node.text.value for node in document.notes),
        "copies": " | ".join(node.text.value for node in document.copies),
        "imprint": " | ".join(node.text.value for node in document.imprints),
    }
    for name, value in facts.items():
        if value:
            yield f"  {name}: {value}"
    for attachment in document.attachments:
        yield f"  attachment: {attachment.number or '-'} {attachment.text.value} (line {attachment.line})"
    for part in document.annexes:
        yield f"  annex: {part.mark.value if part.mark else '-'} | {part.title.text.value if part.title else '-'}"
    for table in document.of("table"):
        yield f"  table {table.line}: " + " | ".join(f"{column.head}={column.role}" for column in getattr(table, "columns", []))
    for task in document.tasks:
        yield from _task(task)


def _task(task: Task) -> Iterator[str]:
    yield f"  task {task.line} {task.form}: {task.measure.value}"
    for role in ("lead", "responsible", "coop", "upper_lead", "upper_coop"):
        units: list[Unit] = getattr(task, role)
        if units:
            yield f"    {role}: " + "、".join(unit.name if unit.name == unit.resolved else f"{unit.name}={unit.resolved}" for unit in units)
    if task.deadline is not None:
        yield f"    deadline: {task.deadline.written} ({task.deadline.kind}) due {task.deadline.due}"
