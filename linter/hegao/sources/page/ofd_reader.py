"""OFD (GB/T 33190): characters at the places that their text objects give, strokes of paths, page by page.

Lengths in the file are in millimetres.  Text is cut where the font changes; a text object says how far each character stands from the
one before, and a matrix may turn it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from math import hypot, isfinite

from hegao.sources.package.safe_xml import OFF, Node
from hegao.sources.package.zip_package import BadPackage
from hegao.sources.page.code_points import UNKNOWN, readable
from hegao.sources.page.ofd_package import Document, OfdPackage, children, first, kind
from hegao.sources.page.page_layout import PageCollector, PageLines
from hegao.sources.page.page_model import PAGE_GLYPHS, STROKES, Page, Stroke, covers, strokes_of
from hegao.sources.page.turning import UNTURNED, Matrix, Point, Printed, moved, times, upright, way_of
from hegao.sources.source import Unreadable
from hegao.sources.table_grid import TooLarge

_POINTS = 72 / 25.4
_A4 = (0.0, 0.0, 210.0, 297.0)
_LARGEST_PAGE = 20_000.0
#: Drawings in drawings, blocks in blocks deeper than this nobody makes; nor objects of a page more than this.
_DEPTH, _OBJECTS = 20, 200_000
#: Within a text object the next character stands so near, in sizes, if nothing lies between: a Latin one, a Chinese one.
_NEAR_LATIN, _NEAR_WIDE = 1.05, 1.3
#: A path written in more characters than this is a picture.
_LONGEST_PATH = 100_000
_COMMANDS = {"M": 2, "L": 2, "B": 6, "Q": 4, "A": 7, "C": 0, "S": 2}


def read_ofd(data: bytes) -> PageLines:
    """The lines of all documents of a package; raises ``Unreadable`` and ``TooLarge``."""
    return collected(data).lines()


def collected(data: bytes) -> PageCollector:
    """The pages of all documents of a package; raises ``Unreadable`` and ``TooLarge``."""
    collector = PageCollector("OFD")
    found = False
    for page, unknown in ofd_pages(data):
        found = True
        collector.add(page, unknown)
    if not found:
        raise Unreadable("OFD 里没有页面，没有可检查的内容；请重新取得文件，或用原来的 Word 文件检查")
    return collector


def ofd_pages(data: bytes) -> Iterator[tuple[Page, int]]:
    """The pages of all documents, each with how many of its characters stand for nothing; raises ``Unreadable`` and ``TooLarge``."""
    try:
        package = OfdPackage(data)
        for document in package.documents():
            for part, node in package.pages(document):
                yield _Sheet(package, document).read(part, node)
    except BadPackage as error:
        raise Unreadable(str(error)) from error


class _Sheet:
    """A page that is read."""

    def __init__(self, package: OfdPackage, document: Document) -> None:
        self._package, self._document = package, document
        self._printed: list[Printed] = []
        self._paths: list[tuple[list[Point], bool, bool]] = []
        self._pictures = 0.0
        self._unknown = self._objects = 0

    def read(self, part: str, page: Node) -> tuple[Page, int]:
        """The page, and how many of its characters stand for nothing; raises ``BadPackage`` and ``TooLarge``."""
        left, top, width, height = self._box(page)
        place: Matrix = (_POINTS, 0.0, 0.0, _POINTS, -left * _POINTS, -top * _POINTS)
        for resource in children(page, "PageRes"):
            self._package.add_resources(self._document, resource.text, part)
        for template in children(page, "Template"):
            listed = self._document.templates.get(template.get("TemplateID") or "")
            if listed is not None:
                _name, node = self._package.part(listed.get("BaseLoc") or "", self._document.part, self._document.part)
                self._layers(node, place)
        self._layers(page, place)
        glyphs, turn, across, down, quarters = upright(self._printed, width * _POINTS, height * _POINTS)
        strokes: list[Stroke] = []
        for points, closed, filled in self._paths:
            strokes += strokes_of([turn(*point) for point in points], closed, filled)
        return Page(across, down, glyphs, strokes[:STROKES], covers(self._pictures, across, down), quarters), self._unknown

    def _box(self, page: Node) -> tuple[float, float, float, float]:
        common = first(self._document.node, "CommonData", "PageArea", "PhysicalBox")
        for box in (first(page, "Area", "PhysicalBox"), common):
            values = _numbers(box.text) if box is not None else []
            if len(values) == 4 and 0 < values[2] < _LARGEST_PAGE and 0 < values[3] < _LARGEST_PAGE:
                return values[0], values[1], values[2], values[3]
        return _A4

    def _layers(self, page: Node, place: Matrix) -> None:
        for layer in children(first(page, "Content"), "Layer"):
            self._block(layer, place, 0)

    def _block(self, block: Node, place: Matrix, depth: int) -> None:
        """Take the objects of a layer or block that lies at that place."""
        if depth > _DEPTH:
            raise TooLarge("OFD 对象嵌套过深")
        for one in block.children:
            self._objects += 1
            if self._objects > _OBJECTS:
                raise TooLarge(f"OFD 一页超过 {_OBJECTS} 个对象")
            what = kind(one)
            if one.get("Visible") in OFF:
                continue
            if what == "PageBlock":
                self._block(one, place, depth + 1)
            elif what in ("TextObject", "PathObject", "ImageObject", "CompositeObject"):
                inner = _object_place(one, place)
                if what == "TextObject":
                    self._text(one, inner)
                elif what == "PathObject":
                    self._path(one, inner)
                elif what == "ImageObject":
                    x, y, width, height = _boundary(one)
                    (x, y), (to_x, to_y) = moved((x, y), place), moved((x + width, y + height), place)
                    self._pictures += abs(x - to_x) * abs(y - to_y)
                else:
                    unit = self._document.resources.get(one.get("ResourceID") or "")
                    content = first(unit, "Content")
                    if content is not None:
                        self._block(content, inner, depth + 1)

    def _text(self, one: Node, place: Matrix) -> None:
        size = _number(one.get("Size"), 0.0)
        wide = size * _number(one.get("HScale"), 1.0)
        x = y = 0.0
        for code in children(one, "TextCode"):
            text = code.text.strip("\r\n\t") if code.text.strip() else code.text
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            if len(self._printed) + len(text) > PAGE_GLYPHS:
                raise TooLarge(f"OFD 一页超过 {PAGE_GLYPHS} 个字")
            self._print(text, (x, y), code, wide, size, place)

    def _print(self, text: str, begin: Point, code: Node, wide: float, size: float, place: Matrix) -> None:
        x, y = begin
        across = chain(_steps(code.get("DeltaX")), repeat(None))
        down = chain(_steps(code.get("DeltaY")), repeat(0.0))
        origin = moved((0.0, 0.0), place)
        further = moved((1.0, 0.0), place)
        way = way_of(further[0] - origin[0], further[1] - origin[1])
        scale = hypot(place[2], place[3])
        if way is None:
            return
        for character in text:
            shown = readable(ord(character))
            if not shown:
                self._unknown += 1
                shown = UNKNOWN
            own = wide if not character.isascii() else wide / 2
            step_x, step_y = next(across), next(down) or 0.0
            if step_x is None:
                step_x = 0.0 if step_y else own
            near = 0 < step_x <= wide * (_NEAR_LATIN if character.isascii() else _NEAR_WIDE) and not step_y
            right = x + (step_x if near and (character.isascii() or step_x < own) else own)
            corner, opposite = moved((x, y - size * 0.88), place), moved((right, y + size * 0.12), place)
            self._printed.append(Printed(shown, corner, opposite, moved((x, y), place), size * scale, way))
            x, y = x + step_x, y + step_y

    def _path(self, one: Node, place: Matrix) -> None:
        stroked, filled = one.get("Stroke") not in OFF, one.get("Fill") in ("true", "1")
        data = first(one, "AbbreviatedData")
        if data is None or not (stroked or filled) or len(self._paths) > STROKES or len(data.text) > _LONGEST_PATH:
            return
        for points, closed in _figures(data.text):
            self._paths.append(([moved(point, place) for point in points], closed, not stroked))


def _object_place(one: Node, place: Matrix) -> Matrix:
    """Where an object lies: what is in it is moved by its matrix, then to its boundary."""
    x, y, _width, _height = _boundary(one)
    values = _numbers(one.get("CTM") or "")
    own: Matrix = (values[0], values[1], values[2], values[3], values[4], values[5]) if len(values) == 6 else UNTURNED
    return times(times(own, (1.0, 0.0, 0.0, 1.0, x, y)), place)


def _boundary(one: Node) -> tuple[float, float, float, float]:
    values = _numbers(one.get("Boundary") or "")
    return (values[0], values[1], values[2], values[3]) if len(values) == 4 else (0.0, 0.0, 0.0, 0.0)


def _number(written: str | None, otherwise: float) -> float:
    """A number as it is written; ``otherwise`` where it is none or has no end."""
    try:
        value = float(written) if written else otherwise
    except ValueError:
        return otherwise
    return value if isfinite(value) else otherwise


def _numbers(written: str) -> list[float]:
    values = [_number(one, float("inf")) for one in written.split()[:16]]
    return values if all(map(isfinite, values)) else []


def _steps(written: str | None) -> Iterator[float | None]:
    """How far each character stands from the one before; ``g 3 2.5`` is three times 2.5."""
    words = iter((written or "").split())
    for word in words:
        if word == "g":
            times_, step = _number(next(words, None), 0.0), _number(next(words, None), 0.0)
            yield from repeat(step, max(0, min(int(times_), PAGE_GLYPHS)))
        else:
            yield _number(word, 0.0)


def _figures(data: str) -> Iterator[tuple[list[Point], bool]]:
    """The figures of a path that consist of straight lines: their points, and whether they are closed."""
    points: list[Point] = []
    straight, closed = True, False
    words = iter(data.split())
    for word in words:
        if word in ("M", "S"):
            if straight and points:
                yield points, closed
            points, straight, closed = [], True, False
        values = [_number(next(words, None), 0.0) for _value in range(_COMMANDS.get(word, 0))]
        if word in ("M", "L", "S"):
            points.append((values[0], values[1]))
        elif word == "C":
            closed = True
        elif values:
            straight = False
    if straight and points:
        yield points, closed
