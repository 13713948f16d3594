"""Places in documents without lines of their own: 第12段, 表1第3行第2列, 第3页第12行; and the same as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hegao.engine.findings.finding import FileResult, Finding, Related
from hegao.reports.terminal_width import clip, show
from hegao.sources.origins import Place, place_at

if TYPE_CHECKING:
    from hegao.document.model import File
    from hegao.sources.text import Text

_PARTS = {
    "zh": {"header": "页眉", "footer": "页脚", "textbox": "文本框", "footnote": "脚注", "endnote": "尾注"},
    "en": {"header": "header", "footer": "footer", "textbox": "text box", "footnote": "footnote", "endnote": "endnote"},
}
#: Columns of the words quoted from a related place.
_QUOTED = 40


def place_words(place: Place | None, lang: str = "zh") -> str:
    """The place as people say it; empty where there is none but a line."""
    if place is None:
        return ""
    english = lang == "en"
    said = ""
    if place.cell is not None:
        table, row, column = place.cell
        said = f"table {table} row {row} column {column}" if english else f"表{table}第{row}行第{column}列"
    elif place.paragraph is not None:
        said = f"paragraph {place.paragraph}" if english else f"第{place.paragraph}段"
    elif place.line is not None:
        said = f"line {place.line}" if english else f"第{place.line}行"
    if place.page is not None:
        said = f"page {place.page} {said}" if english else f"第{place.page}页{said}"
    part = _PARTS[lang].get(place.part, "")
    return f"{said} {part}".strip() if english else said + part


def place_json(place: Place | None) -> dict[str, Any]:
    """What JSON reports say of the place beside the line: ``paragraph``, or ``cell``, and ``part`` beside the running text.

    Of a document that consists of pages, ``page`` and ``line_on_page``.
    """
    said: dict[str, Any] = {}
    if place is not None and place.cell is not None:
        said["cell"] = place.cell._asdict()
    elif place is not None and place.paragraph is not None:
        said["paragraph"] = place.paragraph
    if place is not None and place.page is not None:
        said["page"] = place.page
        if place.line is not None:
            said["line_on_page"] = place.line
    if place is not None and place.part:
        said["part"] = place.part
    return said


def place_of(file: FileResult, finding: Finding) -> Place | None:
    """The place of a finding; None in a file that has lines."""
    return _at(file, finding.span.line, finding.span.column)


def where_words(file: FileResult, finding: Finding, lang: str = "zh") -> str:
    """Where a finding stands, as people say it: paragraph or cell, else line and character."""
    span = finding.span
    in_text = f"{span.line}:{span.column}" if lang == "en" else f"{span.line}行{span.column}字"
    return place_words(place_of(file, finding), lang) or in_text


def related_words(files: Mapping[str, FileResult], path: str, other: Related, lang: str = "zh", *, quoted: bool = True) -> str:
    """Why another place belongs to a finding in the file at ``path``, where it is, and what stands there (``quoted``)."""
    words = clip(show(other.quote), _QUOTED)
    place = place_words(related_place(files, other), lang)
    if lang == "en":
        place = place or f"line {other.line}"
        where = place if other.path == path else f"{show(other.path)}, {place}"
        return f"{show(other.message) or 'see'}: {where}" + (f' "{words}"' if quoted else "")
    place = place or f"{other.line}行"
    where = place if other.path == path else f"{show(other.path)} {place}"
    return f"{show(other.message) or '另见'}：{where}" + (f"“{words}”" if quoted else "")


def related_place(files: Mapping[str, FileResult], related: Related) -> Place | None:
    """The place of what belongs to a finding, by the words that stand there."""
    file = files.get(related.path)
    if file is None or related.line not in file.places:
        return None
    return _at(file, related.line, max(0, file.lines.get(related.line, "").find(related.quote)) + 1)


def place_in(file: File, text: Text) -> Place | None:
    """The place of a text of a file that was read; None in one that has lines."""
    if file.layout is None:
        return None
    line, column = text.place(0)
    return file.layout.origins[line - 1].place(column)


def _at(file: FileResult, line: int, column: int) -> Place | None:
    places = file.places.get(line)
    return place_at(places, column) if places else None
