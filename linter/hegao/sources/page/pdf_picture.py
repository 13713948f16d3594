"""A page of a PDF as a PNG, drawn by pdfium, with the numbers of persons covered."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from math import sqrt

import pypdfium2

from hegao.sources.page.grey_png import grey_png
from hegao.sources.page.page_model import Page
from hegao.sources.page.page_pictures import Box, PagePicture

#: Pixels a point, as long as a page has not more than so many; and when it takes more bytes, as scanned paper does, once more with half.
_SCALE, _PIXELS, _BYTES = 1.5, 1_400_000, 400_000
#: The grey that covers what is not shown.
_COVERED = b"\xb0"


def pdf_picture(document: pypdfium2.PdfDocument, page: Page, number: int, covered: Iterable[Box]) -> PagePicture | None:
    """The picture of a page that was read; None where it cannot be drawn, or in too many bytes only."""
    if not (page.width and page.height):
        return None
    hidden = list(covered)
    scale = min(_SCALE, sqrt(_PIXELS / (page.width * page.height)))
    for one in (scale, scale / 2):
        data = _drawn(document, page, number, one, hidden)
        if data is not None and len(data) <= _BYTES:
            return PagePicture(number, round(page.width, 1), round(page.height, 1), base64.b64encode(data).decode())
    return None


def _drawn(document: pypdfium2.PdfDocument, page: Page, number: int, scale: float, covered: Iterable[Box]) -> bytes | None:
    handle = document[number - 1]
    try:
        bitmap = handle.render(scale=scale, rotation=-90 * page.quarters % 360, grayscale=True)
    except (pypdfium2.PdfiumError, ValueError):
        return None
    finally:
        handle.close()
    try:
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        pixels = bytearray(bitmap.buffer)
    finally:
        bitmap.close()
    for box in covered:
        left, right = (max(0, min(width, round(x / page.width * width))) for x in (box.left, box.right))
        for row in range(*(max(0, min(height, round(y / page.height * height))) for y in (box.top, box.bottom))):
            pixels[row * stride + left : row * stride + right] = _COVERED * (right - left)
    view = memoryview(pixels)
    return grey_png([view[row * stride : row * stride + width] for row in range(height)], width)
