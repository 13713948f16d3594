"""The picture of the page in the READMEs, made of the examples: ``python docs/report_picture.py``, with what the tests need installed."""

from __future__ import annotations

import shutil
import struct
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from hegao.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "report.png"
WIDTH, HEIGHT = 1180, 720
#: The finding at which the document is shown.
FINDING = "#f1-3"


def main() -> int:
    """Write the picture; gives the exit status."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("there is no Chromium on this machine", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "report.html")
        run(["check", "--output-format", "html", "--output", str(page), str(ROOT / "examples" / "notice-with-defects.txt")])
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-lcd-text"])
        window = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        window.goto(f"{page.as_uri()}{FINDING}")
        # The path of this checkout is nobody's business.
        window.evaluate("(all) => document.querySelectorAll('.about span').forEach((each) => { each.textContent = each.textContent.split('/').pop() })")
        window.wait_for_timeout(200)
        PICTURE.write_bytes(with_palette(window.screenshot()))
        browser.close()
    return 0


def with_palette(png: bytes) -> bytes:
    """A picture of 24 bits a point with the colours that are met most, 256 of them, the others as the nearest: a third of the bytes."""
    width, height, rows = _rows(png)
    met = Counter(row[at : at + 3] for row in rows for at in range(0, len(row), 3))
    palette = [colour for colour, _count in met.most_common(256)]
    index = {colour: min(range(len(palette)), key=lambda one: _distance(palette[one], colour)) for colour in met}
    lines = b"".join(b"\0" + bytes(index[row[at : at + 3]] for at in range(0, len(row), 3)) for row in rows)
    chunks = {b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0), b"PLTE": b"".join(palette), b"IDAT": zlib.compress(lines, 9), b"IEND": b""}
    return png[:8] + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks.items()
    )


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _rows(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and the rows of a picture of 24 bits a point, which is not interlaced."""
    chunks = list(_chunks(png))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    assert (depth, kind) == (8, 2)
    raw = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    rows: list[bytes] = []
    above = bytes(width * 3)
    for at in range(0, len(raw), width * 3 + 1):
        above = _unfiltered(raw[at], raw[at + 1 : at + 1 + width * 3], above)
        rows.append(above)
    return width, height, rows


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    line = bytearray(row)
    for at, value in enumerate(line):
        left, corner = (line[at - 3], above[at - 3]) if at >= 3 else (0, 0)
        guess = (0, left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind]
        line[at] = (value + guess) & 255
    return bytes(line)


def _paeth(left: int, above: int, corner: int) -> int:
    about = left + above - corner
    return min((left, above, corner), key=lambda one: abs(about - one))


if __name__ == "__main__":
    sys.exit(main())
