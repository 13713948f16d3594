"""PDF by pypdfium2, which is imported here only: characters with their boxes, strokes of paths, page by page.

What pdfium says of a character holds in the space of the page as it was written; here pages lie as they are looked at, and text
runs from left to right.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from hegao.sources.files import Unreadable
from hegao.sources.page.code_points import UNKNOWN, readable
from hegao.sources.page.page_layout import PageCollector, PageLines
from hegao.sources.page.page_model import GLYPHS, PAGES, STROKES, Glyph, Page, Stroke, strokes_of

_Point = tuple[float, float]
_Turn = Callable[[float, float], _Point]

#: Objects of a page, forms in forms, points of a path: what has more is no text.
_OBJECTS, _DEPTH, _POINTS = 200_000, 8, 2_000
#: A picture that covers so much of a page is the page.
_COVERS = 0.5
#: Of the characters of a document so many of a hundred may stand for nothing.
_LOST = 20
#: Widths and heights of pages beyond this are a mistake.
_LARGEST_PAGE = 20_000.0


def read_pdf(data: bytes) -> PageLines:
    """The lines of a document; raises ``Unreadable`` and ``TooLarge``."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Unreadable("PDF 加了密码，读不出；请去掉密码后再试") from error
        raise Unreadable("PDF 损坏或没有传完整，打不开；请重新取得文件，或用原来的 Word 文件检查") from error
    count = len(document)
    if count > PAGES:
        raise Unreadable(f"PDF 有 {count} 页，超过 {PAGES} 页，不像正常的公文，没有读")
    collector = PageCollector()
    glyphs = unknown = pictures = bad = 0
    for index in range(count):
        try:
            page, lost = _page(document, index)
        except pypdfium2.PdfiumError:
            bad += 1
            page, lost = Page(0.0, 0.0), 0
        glyphs += len(page.glyphs)
        unknown += lost
        if glyphs > GLYPHS:
            raise Unreadable(f"PDF 超过 {GLYPHS} 个字，不像正常的公文，没有读")
        pictures += page.picture and not page.glyphs
        collector.add(page)
    if count and bad == count:
        raise Unreadable("PDF 损坏，页面读不出；请重新取得文件，或用原来的 Word 文件检查")
    if pictures * 2 > count or (pictures and not glyphs):
        raise Unreadable("PDF 是扫描的图片，没有文字；要先识别成文字，或用原来的 Word 文件检查")
    if unknown * 100 > glyphs * _LOST and unknown:
        raise Unreadable("PDF 里的字体没有编码表，读出来是乱码；请用原来的 Word 文件检查，或重新导出 PDF")
    return collector.lines()


def _page(document: pypdfium2.PdfDocument, index: int) -> tuple[Page, int]:
    """A page, and how many of its characters stand for nothing."""
    handle = document[index]
    try:
        left, bottom, right, top = handle.get_cropbox()
        width, height = abs(right - left), abs(top - bottom)
        if not (0 < width < _LARGEST_PAGE and 0 < height < _LARGEST_PAGE):
            return Page(0.0, 0.0), 0
        turned, across, down = _turned(handle.get_rotation() // 90, min(left, right), min(bottom, top), width, height)
        found, unknown = _glyphs(handle, turned)
        upright, (across, down) = _upright(found, across, down)
        page = Page(across, down)
        for text, (x, y), (to_x, to_y), (base_x, base_y), size, _way in found:
            (x, y), (to_x, to_y), (_base_x, base) = upright(x, y), upright(to_x, to_y), upright(base_x, base_y)
            if -size < min(x, to_x) < across and 0 < base < down + size:
                page.glyphs.append(Glyph(text, min(x, to_x), max(x, to_x), base, size))
        strokes, pictures = _strokes(handle, lambda x, y: upright(*turned(x, y)))
        page.strokes = strokes
        page.picture = pictures > across * down * _COVERS
        return page, unknown
    finally:
        handle.close()


def _turned(quarters: int, left: float, bottom: float, width: float, height: float) -> tuple[_Turn, float, float]:
    """From the space of a page to the page as it is looked at, and the width and height of that."""
    if quarters % 4 == 1:
        return lambda x, y: (y - bottom, x - left), height, width
    if quarters % 4 == 2:
        return lambda x, y: (left + width - x, y - bottom), width, height
    if quarters % 4 == 3:
        return lambda x, y: (bottom + height - y, left + width - x), height, width
    return lambda x, y: (x - left, bottom + height - y), width, height


_Found = tuple[str, _Point, _Point, _Point, float, int]


def _upright(found: list[_Found], width: float, height: float) -> tuple[_Turn, tuple[float, float]]:
    """How to turn a page on which most of the text does not run from left to right; what runs otherwise is left out of ``found``."""
    ways = Counter(one[5] for one in found)
    way = max(ways, key=lambda one: (ways[one], -one)) if ways else 0
    found[:] = [one for one in found if one[5] == way]
    if way == 1:
        return lambda x, y: (y, width - x), (height, width)
    if way == 2:
        return lambda x, y: (width - x, height - y), (width, height)
    if way == 3:
        return lambda x, y: (height - y, x), (height, width)
    return lambda x, y: (x, y), (width, height)


#: So far text may run out of the way, as a part of its length; a stamp across the page runs further.
_ASKEW = 0.1


def _way(across: float, down: float) -> int | None:
    """Whether text runs right (0), down (1), left (2) or up (3); None where it runs askew."""
    length = hypot(across, down) or 1.0
    if abs(down) <= _ASKEW * length:
        return 0 if across >= 0 else 2
    if abs(across) <= _ASKEW * length:
        return 1 if down > 0 else 3
    return None


def _glyphs(handle: pypdfium2.PdfPage, turned: _Turn) -> tuple[list[_Found], int]:
    """The characters of a page as it is looked at, and how many stand for nothing."""
    text = pdfium.FPDFText_LoadPage(handle.raw)
    if not text:
        return [], 0
    found: list[_Found] = []
    unknown = 0
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    zero = turned(0.0, 0.0)
    try:
        for index in range(min(pdfium.FPDFText_CountChars(text), GLYPHS + 1)):
            if pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            code = pdfium.FPDFText_GetUnicode(text, index)
            character = "-" if pdfium.FPDFText_IsHyphen(text, index) == 1 else readable(code)
            if not character or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
                unknown += 1
                character = UNKNOWN
            if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
                continue
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            size, way = abs(box.top - box.bottom), 0
            if pdfium.FPDFText_GetMatrix(text, index, matrix):
                across, down = turned(matrix.a, matrix.b)
                way_ = _way(across - zero[0], down - zero[1])
                if way_ is None:
                    continue
                size, way = pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d), way_
            if 0.5 < size < 500:
                found.append((character, turned(box.left, box.bottom), turned(box.right, box.top), turned(x.value, y.value), size, way))
    finally:
        pdfium.FPDFText_ClosePage(text)
    return found, unknown


def _strokes(handle: pypdfium2.PdfPage, turned: _Turn) -> tuple[list[Stroke], float]:
    """The strokes of a page, and how much of it pictures cover."""
    found: list[Stroke] = []
    area = 0.0
    seen = 0
    page = handle.raw
    roots = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    stack: list[tuple[Iterator[object], tuple[float, ...]]] = [(roots, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))]
    while stack and seen < _OBJECTS and len(found) < STROKES:
        one = next(stack[-1][0], None)
        if one is None:
            stack.pop()
            continue
        seen += 1
        outer = stack[-1][1]
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and len(stack) < _DEPTH:
            inner = (pdfium.FPDFFormObj_GetObject(one, index) for index in range(max(0, pdfium.FPDFFormObj_CountObjects(one))))
            stack.append((inner, _times(_matrix(one), outer)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = [turned(*_moved(corner, _times(_matrix(one), outer))) for corner in ((0.0, 0.0), (1.0, 1.0))]
            area += abs(corners[0][0] - corners[1][0]) * abs(corners[0][1] - corners[1][1])
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            found += _path_strokes(one, _times(_matrix(one), outer), turned)
    return found[:STROKES], area


def _matrix(one: object) -> tuple[float, ...]:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, matrix):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    u, v, w, x, y, z = outer
    return (a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z)


def _moved(point: _Point, matrix: tuple[float, ...]) -> _Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _path_strokes(path: object, matrix: tuple[float, ...], turned: _Turn) -> Iterator[Stroke]:
    """The strokes of a path, figure by figure; curves are none."""
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroked) or not (fill.value or stroked.value):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    straight, closed = True, False
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if straight:
                yield from strokes_of(points, closed, not stroked.value)
            points, straight, closed = [], True, False
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            points.append(turned(*_moved((x.value, y.value), matrix)))
        closed = closed or bool(pdfium.FPDFPathSegment_GetClose(segment))
    if straight:
        yield from strokes_of(points, closed, not stroked.value)
