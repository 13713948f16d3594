"""What the tests of reading share: sources from text, and what was read in words."""

from __future__ import annotations

from hegao.document.building import parse
from hegao.document.model import Document, File, Task
from hegao.sources.source import Source
from hegao.syntax.lines import Line
from hegao.syntax.parser import Parsed, parse_lines


def source(text: str, path: str = "a.txt") -> Source:
    """A source of the text; a line break at its start is left out."""
    return Source(path, tuple(text.removeprefix("\n").split("\n")))


def lines_of(text: str, path: str = "a.txt") -> Parsed:
    """The lines and the tree of the text."""
    return parse_lines(source(text, path))


def kinds(text: str, path: str = "a.txt") -> list[tuple[str, str]]:
    """Kind and words of every logical line."""
    return [(line.kind, words(line)) for line in lines_of(text, path).lines]


def words(line: Line) -> str:
    """The words of a line, cells between bars."""
    return "|".join(cell.value for cell in line.cells) if line.cells is not None else line.squeezed


def read(text: str, path: str = "a.txt") -> File:
    """The file of the text."""
    return parse(source(text, path))


def document(text: str, path: str = "a.txt") -> Document:
    """The only document of the text."""
    documents = read(text, path).documents
    assert len(documents) == 1, [one.name for one in documents]
    return documents[0]


def said(task: Task) -> dict[str, object]:
    """What a task says: the bodies by role, as written, and the day; what it does not say is left out."""
    roles = {role: [unit.name for unit in getattr(task, role)] for role in ("lead", "responsible", "coop", "upper_lead", "upper_coop")}
    found: dict[str, object] = {role: names for role, names in roles.items() if names}
    if task.deadline is not None:
        found["due"] = task.deadline.due
    return found
