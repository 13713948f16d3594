"""Word documents made by hand, from XML strings: what the tests of reading share."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from hegao.document.building import parse
from hegao.document.model import Document
from hegao.sources.files import source_of
from hegao.sources.origins import Place
from hegao.sources.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "header": "hdr", "footer": "ftr", "settings": "settings"}


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive, the same bytes for the same members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def members(data: bytes) -> dict[str, str]:
    """The members of an archive of texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def relations(targets: Mapping[str, str]) -> str:
    """A part of relations: targets by the last words of their types, which are their ids, too; of several of a type with a figure behind."""
    listed = "".join(
        f'<Relationship Id="{kind}" Type="{_R}/{_kind(kind)}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'


def _kind(name: str) -> str:
    """The kind of a part: ``footer`` of ``footer2``."""
    return name.rstrip("0123456789")


def word(body: str, **parts: str) -> bytes:
    """A document with that body, and with parts by the names of their kinds: numbering, styles, settings, footnotes, header, footer, footer2."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}),
    }
    for kind, content in parts.items():
        members[f"word/{kind}.xml"] = f"<w:{_ROOTS[_kind(kind)]} {_NAMES}>{content}</w:{_ROOTS[_kind(kind)]}>"
    return archive(members)


def _types(parts: Iterable[str]) -> str:
    """What each part is."""
    named = {"document": "document.main", **{kind: kind for kind in parts}}
    listed = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{_kind(kind)}+xml"/>' for name, kind in named.items())
    relations_ = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{relations_}{listed}</Types>'


def run(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph of runs and other elements; plain text becomes runs of two characters."""
    inner = "".join(one if one.startswith("<") else "".join(run(one[at : at + 2]) for at in range(0, len(one), 2)) for one in content)
    return f'<w:p>{f"<w:pPr>{properties}</w:pPr>" if properties else ""}{inner}</w:p>'


def cell(*paragraphs: str, properties: str = "") -> str:
    """A cell of paragraphs, given as text or as elements."""
    inner = "".join(one if one.startswith("<w:") else paragraph(one) for one in paragraphs)
    return f'<w:tc>{f"<w:tcPr>{properties}</w:tcPr>" if properties else ""}{inner}</w:tc>'


def table(*rows: Sequence[str]) -> str:
    """A table of rows of cells, given as text or as elements."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(one if one.startswith('<w:tc>') else cell(one) for one in row)}</w:tr>" for row in rows) + "</w:tbl>"


def numbered(list_: int, level: int = 0) -> str:
    """The properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'


def level(index: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def definition(key: int, *levels: str) -> str:
    """A definition of lists."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def number(key: int, of: int, more: str = "") -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def source(data: bytes, path: str = "草稿.docx") -> Source:
    """The source in the bytes of a file."""
    return source_of(data, path)


def lines(data: bytes, path: str = "草稿.docx") -> list[str]:
    """The lines of a file that bear text."""
    return [line for line in source(data, path).lines if line.strip()]


def places(data: bytes, path: str = "草稿.docx") -> list[tuple[str, Place]]:
    """The lines of a file that bear text, each with the place of its first character."""
    read = source(data, path)
    assert read.layout is not None
    return [(line, origin.place(1)) for line, origin in zip(read.lines, read.layout.origins, strict=True) if line.strip()]


def document(data: bytes, path: str = "草稿.docx") -> Document:
    """The only document in the bytes of a file."""
    documents = parse(source(data, path)).documents
    assert len(documents) == 1
    return documents[0]


_HEADING = re.compile(r"\u3000*(?:(?P<first>[一二三四五六七八九十]+、)|（[一二三四五六七八九十]+）)")
_LISTS = definition(0, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）")) + number(1, 0)


def from_text(text: str, *, automatic: bool = False) -> bytes:
    """The document that a clerk would make of a text: a paragraph a line, a table of rows that stand one below the other.

    ``automatic`` leaves the numbers of headings to Word.
    """
    body: list[str] = []
    rows: list[list[str]] = []
    for line in [*text.rstrip("\n").split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            body.append(table(*rows))
            rows = []
        heading = _HEADING.match(line) if automatic else None
        body.append(paragraph(line[heading.end() :], properties=numbered(1, 0 if heading["first"] else 1)) if heading else paragraph(line))
    return word("".join(body), numbering=_LISTS)
