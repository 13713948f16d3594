"""Pages made by hand: what the tests of PDF and OFD share.  Text is set as the standard has it: size 16, 28 characters a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from word_files import archive

SIZE, PITCH = 16.0, 28.0
WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP = 79.0, 527.0, 120.0
_WIDE = 28


class Said(NamedTuple):
    """Characters that begin at a place (the line that they stand on), in a size."""

    x: float
    y: float
    text: str
    size: float = SIZE


class Ruled(NamedTuple):
    """A stroke from one place to another."""

    x: float
    y: float
    to_x: float
    to_y: float


Mark = Said | Ruled


def width_of(text: str, size: float = SIZE) -> float:
    """How wide characters are: Chinese ones as wide as high, others half as wide."""
    return sum(size / 2 if character.isascii() else size for character in text)


def set_lines(lines: Iterable[str], top: float = TOP) -> list[Mark]:
    """Lines one below the other; two full blanks before a line indent it, ``>`` puts it in the middle, ``>>`` to the right."""
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        text = line.lstrip(">\u3000")
        x = LEFT + SIZE * (len(line) - len(line.lstrip("\u3000")))
        if line.startswith(">>"):
            x = RIGHT - width_of(text)
        elif line.startswith(">"):
            x = (LEFT + RIGHT - width_of(text)) / 2
        if text:
            marks.append(Said(x, top + index * PITCH, text))
    return marks


def set_text(text: str, top: float = TOP) -> list[Mark]:
    """Paragraphs broken into lines of 28 characters, their first line indented."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        rest = "\u3000\u3000" + paragraph
        while rest:
            end = _WIDE
            while end < len(rest) and rest[end] in "，。；：、）》〕":
                end += 1
            lines.append(rest[:end])
            rest = rest[end:]
    return set_lines(lines, top)


_NEVER_FIRST = "，。；：、！？）》〉〕】”’"
_BOTTOM = 730.0


def wrapped(text: str, width: float, size: float = SIZE, indent: float = 0.0) -> list[str]:
    """A text cut into lines of that width, the first of them shorter by ``indent``; no line begins with a closing mark or cuts a number."""
    lines = [""]
    for piece in re.findall(r"[A-Za-z0-9.%]+|.", text):
        room = width - (indent if len(lines) == 1 else 0.0)
        if width_of(lines[-1] + piece, size) > room and piece not in _NEVER_FIRST:
            lines.append("")
        lines[-1] += piece
    return lines


def pages_of(text: str) -> list[list[Mark]]:
    """A text set on pages: paragraphs by their blanks, rows as ruled tables, the number of the page below each."""
    pages: list[list[Mark]] = [[]]
    y = TOP

    def room(height: float) -> float:
        nonlocal y
        if y + height > _BOTTOM:
            pages.append([])
            y = TOP
        y += height
        return y - height

    xs: list[float] = []
    for line in text.rstrip("\n").split("\n"):
        if "\t" in line:
            cells = line.split("\t")
            xs = xs or [LEFT + index * (RIGHT - LEFT) / len(cells) for index in range(len(cells) + 1)]
            row = ["\n".join(wrapped(cell, xs[1] - xs[0] - 8, 12)) for cell in cells]
            pages[-1] += ruled(xs, room(max(PITCH, 12 + 16 * max(cell.count("\n") + 1 for cell in row))), [row])
            continue
        xs = []
        bare = line.lstrip("\u3000")
        indent = SIZE * (len(line) - len(bare))
        for index, one in enumerate(wrapped(bare, RIGHT - LEFT, indent=indent)):
            top = room(PITCH)
            if one:
                pages[-1].append(Said(LEFT + (indent if index == 0 else 0.0), top + 20, one))
    for number, page in enumerate(pages, 1):
        page.append(Said(RIGHT - 60 if number % 2 else LEFT + 16, 790, f"— {number} —", 14))
    return pages


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Mark]:
    """The strokes of a table with columns and rows parted there."""
    return [*(Ruled(xs[0], y, xs[-1], y) for y in ys), *(Ruled(x, ys[0], x, ys[-1]) for x in xs)]


def ruled(xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], height: float = PITCH) -> list[Mark]:
    """A ruled table; the lines of a cell are parted by a line feed."""
    marks: list[Mark] = []
    ys = [top]
    for row in rows:
        for x, cell in zip(xs, row, strict=False):
            marks += [Said(x + 4, ys[-1] + 18 + index * 16, line, 12) for index, line in enumerate(cell.split("\n")) if line]
        ys.append(ys[-1] + max(height, 12 + 16 * max(cell.count("\n") + 1 for cell in row)))
    return [*marks, *grid(xs, ys)]


_BLOCKS = (*range(0x02), *range(0x20, 0x34), *range(0x4E, 0x9C), 0xFF)
_RANGES = "\n".join(f"1 beginbfrange\n<{first:02X}00> <{first:02X}FF> <{first:02X}00>\nendbfrange" for first in _BLOCKS)
_CMAP = f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /A def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{_RANGES}
endcmap
end
end
"""


def pdf(*pages: Sequence[Mark], rotate: int = 0, mapped: bool = True, drawn: str = "") -> bytes:
    """A PDF of pages; ``rotate`` turns each, without ``mapped`` its font says no characters, ``drawn`` is put before each page's content."""
    objects: list[bytes] = []
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode())
    unicode = " /ToUnicode 4 0 R" if mapped else ""
    family = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] >>"
    objects.append(f"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [{family}]{unicode} >>".encode())
    objects.append(_stream(_CMAP.encode()))
    for index, marks in enumerate(pages):
        turn = f" /Rotate {rotate}" if rotate else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]{turn} /Contents {6 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(_stream((drawn + "".join(_drawn(mark) for mark in marks)).encode()))
    return whole(objects)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _drawn(mark: Mark) -> str:
    if isinstance(mark, Ruled):
        return f"0.5 w {mark.x} {HEIGHT - mark.y} m {mark.to_x} {HEIGHT - mark.to_y} l S\n"
    # The font is not in the file, and pdfium leaves out a single character of which it knows no shape.
    codes = "".join(f"{ord(character):04X}" for character in (mark.text if len(mark.text) > 1 else mark.text + " "))
    return f"BT /F {mark.size} Tf {mark.x} {HEIGHT - mark.y} Td <{codes}> Tj ET\n"


def whole(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF of objects, the first of which is its catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{len(out)}\n%%EOF\n".encode()


_MM = 25.4 / 72
OFD_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text_object(said: Said, more: str = "") -> str:
    """A text object of OFD: the first character where it is said, each further one as far from the one before as that is wide."""
    steps = " ".join(f"{width_of(character, said.size) * _MM:.4f}" for character in said.text[:-1])
    x, y, size = said.x * _MM, said.y * _MM, said.size * _MM
    return (
        f'<ofd:TextObject ID="1" Boundary="{x:.4f} {y - size:.4f} {width_of(said.text, said.size) * _MM:.4f} {size * 1.2:.4f}" Font="2" Size="{size:.4f}"{more}>'
        f'<ofd:TextCode X="0" Y="{size:.4f}" DeltaX="{steps}">{escape(said.text)}</ofd:TextCode></ofd:TextObject>'
    )


def path_object(stroke: Ruled) -> str:
    """A path of OFD."""
    x, y = min(stroke.x, stroke.to_x) * _MM, min(stroke.y, stroke.to_y) * _MM
    to_x, to_y = (max(stroke.x, stroke.to_x) * _MM - x), (max(stroke.y, stroke.to_y) * _MM - y)
    data = f"M 0 0 L {to_x:.4f} {to_y:.4f}"
    return f'<ofd:PathObject ID="1" Boundary="{x:.4f} {y:.4f} {to_x + 0.1:.4f} {to_y + 0.1:.4f}" LineWidth="0.2"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def content(marks: Iterable[Mark]) -> str:
    """What stands in a layer: the objects of marks."""
    return "".join(text_object(mark) if isinstance(mark, Said) else path_object(mark) for mark in marks)


def ofd_page(inner: str, before: str = "") -> str:
    """The content of a page."""
    return f'<ofd:Page {OFD_SPACE}>{before}<ofd:Content><ofd:Layer ID="3">{inner}</ofd:Layer></ofd:Content></ofd:Page>'


def ofd(*pages: Sequence[Mark] | str, parts: dict[str, str] | None = None, common: str = "") -> bytes:
    """An OFD of pages, given as marks or as their content; ``parts`` are further members, ``common`` stands among what is common to all."""
    members: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD {OFD_SPACE} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
    }
    listed = "".join(f'<ofd:Page ID="{10 + index}" BaseLoc="Pages/Page_{index}/Content.xml"/>' for index in range(len(pages)))
    area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH * _MM:.2f} {HEIGHT * _MM:.2f}</ofd:PhysicalBox></ofd:PageArea>"
    members["Doc_0/Document.xml"] = (
        f"<ofd:Document {OFD_SPACE}><ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    for index, page in enumerate(pages):
        members[f"Doc_0/Pages/Page_{index}/Content.xml"] = page if isinstance(page, str) else ofd_page(content(page))
    return archive({**members, **(parts or {})})
