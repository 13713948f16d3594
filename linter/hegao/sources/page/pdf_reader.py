"""PDF by pypdfium2, which is imported here only: characters with their boxes, strokes of paths, page by page.

What pdfium says of a character holds in the space of the page as it was written; here pages lie as they are looked at, and text
runs from left to right.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from hegao.sources.page.code_points import UNKNOWN, readable
from hegao.sources.page.page_layout import PageCollector, PageLines
from hegao.sources.page.page_model import PAGE_GLYPHS, PAGES, STROKES, Page, Stroke, covers, strokes_of
from hegao.sources.page.turning import UNTURNED, Matrix, Point, Printed, Turn, moved, times, upright, way_of
from hegao.sources.source import Unreadable
from hegao.sources.table_grid import TooLarge

#: Objects of a page, forms in forms, points of a path: what has more is no text.
_OBJECTS, _DEPTH, _POINTS = 200_000, 8, 2_000
#: Widths and heights of pages beyond this are a mistake.
_LARGEST_PAGE = 20_000.0


def read_pdf(data: bytes) -> PageLines:
    """The lines of a document; raises ``Unreadable`` and ``TooLarge``."""
    return collected(opened(data)).lines()


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The document; raises ``Unreadable``."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Unreadable("PDF 加了密码，读不出；请去掉密码后再试") from error
        raise Unreadable("PDF 损坏或没有传完整，打不开；请重新取得文件，或用原来的 Word 文件检查") from error


def collected(document: pypdfium2.PdfDocument) -> PageCollector:
    """The pages of a document; raises ``Unreadable`` and ``TooLarge``."""
    count = len(document)
    if count > PAGES:
        raise TooLarge(f"PDF 超过 {PAGES} 页")
    collector = PageCollector("PDF")
    bad = 0
    for index in range(count):
        try:
            collector.add(*read_page(document, index))
        except pypdfium2.PdfiumError:
            bad += 1
            collector.add(Page(0.0, 0.0))
    if bad and bad == count:
        raise Unreadable("PDF 损坏，页面读不出；请重新取得文件，或用原来的 Word 文件检查")
    return collector


def read_page(document: pypdfium2.PdfDocument, index: int) -> tuple[Page, int]:
    """A page (from 0), and how many of its characters stand for nothing."""
    handle = document[index]
    try:
        left, bottom, right, top = handle.get_bbox()
        width, height = abs(right - left), abs(top - bottom)
        if not (0 < width < _LARGEST_PAGE and 0 < height < _LARGEST_PAGE):
            return Page(0.0, 0.0), 0
        turned, across, down = _turned(handle.get_rotation() // 90, min(left, right), min(bottom, top), width, height)
        found, unknown = _printed(handle, turned)
        glyphs, turn, across, down, quarters = upright(found, across, down)
        strokes, pictures = _strokes(handle, lambda x, y: turn(*turned(x, y)))
        return Page(across, down, glyphs, strokes, covers(pictures, across, down), quarters), unknown
    finally:
        handle.close()


def _turned(quarters: int, left: float, bottom: float, width: float, height: float) -> tuple[Turn, float, float]:
    """From the space of a page to the page as it is looked at, and the width and height of that."""
    if quarters % 4 == 1:
        return lambda x, y: (y - bottom, x - left), height, width
    if quarters % 4 == 2:
        return lambda x, y: (left + width - x, y - bottom), width, height
    if quarters % 4 == 3:
        return lambda x, y: (bottom + height - y, left + width - x), height, width
    return lambda x, y: (x - left, bottom + height - y), width, height


def _printed(handle: pypdfium2.PdfPage, turned: Turn) -> tuple[list[Printed], int]:
    """The characters of a page as it is looked at, and how many stand for nothing."""
    text = pdfium.FPDFText_LoadPage(handle.raw)
    if not text:
        return [], 0
    found: list[Printed] = []
    unknown = 0
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    zero = turned(0.0, 0.0)
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > PAGE_GLYPHS:
            raise TooLarge(f"PDF 一页超过 {PAGE_GLYPHS} 个字")
        for index in range(count):
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
                runs = way_of(across - zero[0], down - zero[1])
                if runs is None:
                    continue
                size, way = pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d), runs
            corners = turned(box.left, box.bottom), turned(box.right, box.top)
            found.append(Printed(character, *corners, turned(x.value, y.value), size, way))
    finally:
        pdfium.FPDFText_ClosePage(text)
    return found, unknown


def _strokes(handle: pypdfium2.PdfPage, turned: Turn) -> tuple[list[Stroke], float]:
    """The strokes of a page, and how much of it pictures cover."""
    found: list[Stroke] = []
    area = 0.0
    seen = 0
    page = handle.raw
    roots = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    stack: list[tuple[Iterator[object], Matrix]] = [(roots, UNTURNED)]
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
            stack.append((inner, times(_matrix(one), outer)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = [turned(*moved(corner, times(_matrix(one), outer))) for corner in ((0.0, 0.0), (1.0, 1.0))]
            area += abs(corners[0][0] - corners[1][0]) * abs(corners[0][1] - corners[1][1])
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            found += _path_strokes(one, times(_matrix(one), outer), turned)
    return found[:STROKES], area


def _matrix(one: object) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, matrix):
        return UNTURNED
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _path_strokes(path: object, matrix: Matrix, turned: Turn) -> Iterator[Stroke]:
    """The strokes of a path, figure by figure; curves are none."""
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroked) or not (fill.value or stroked.value):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
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
            points.append(turned(*moved((x.value, y.value), matrix)))
        closed = closed or bool(pdfium.FPDFPathSegment_GetClose(segment))
    if straight:
        yield from strokes_of(points, closed, not stroked.value)
