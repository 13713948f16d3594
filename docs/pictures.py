"""The pictures of the report and of the desk in the READMEs, made of the examples: ``python docs/pictures.py``, with what the tests need installed."""

from __future__ import annotations

import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from hegao.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
WIDTH, HEIGHT, TALL = 1180, 720, 1280
#: The finding at which the document is shown in the report, and the files that are dropped at the desk.
FINDING = "#f1-3"
DROPPED = ("notice-with-defects.txt", "notice-correct.txt")


#: Colours that are nearer to one another than this (the sum of squares) look the same.
_NEAR = 120


def main() -> int:
    """Write the pictures; gives the exit status."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("there is no Chromium on this machine", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-lcd-text"])
        for name, show in (("report", report), ("desk", desk)):
            window = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            (ROOT / "docs" / f"{name}.png").write_bytes(with_palette(show(window, Path(folder))))
        browser.close()
    return 0


def report(window: Any, folder: Path) -> bytes:
    """A document in the report, the findings beside it."""
    page = folder / "report.html"
    run(["check", "--output-format", "html", "--output", str(page), str(EXAMPLES / "notice-with-defects.txt")])
    window.goto(f"{page.as_uri()}{FINDING}")
    # The path of this checkout is nobody's business.
    window.evaluate("(all) => document.querySelectorAll('.about span').forEach((each) => { each.textContent = each.textContent.split('/').pop() })")
    return taken(window)


def desk(window: Any, folder: Path) -> bytes:
    """The desk with two files on it."""
    with served(folder) as address:
        window.goto(address)
        window.set_input_files("#files", [str(EXAMPLES / name) for name in DROPPED])
        window.get_by_text("已检查 2 / 2 份，1 份有问题", exact=True).wait_for()
        window.wait_for_function("() => !document.querySelector('.waiting')")
        window.set_viewport_size({"width": WIDTH, "height": TALL})
        return taken(window)


def taken(window: Any) -> bytes:
    """What the window shows once it has come to rest, at a whole point of the screen."""
    window.wait_for_timeout(500)
    window.evaluate("scrollTo(0, Math.round(scrollY))")
    window.wait_for_timeout(200)
    return bytes(window.screenshot())


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where a desk is served."""
    with subprocess.Popen([sys.executable, "-m", "hegao", "serve", "--port", "0"], cwd=folder, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().decode().split()[-1]
        finally:
            process.send_signal(signal.SIGINT)


def with_palette(png: bytes) -> bytes:
    """A picture of 24 bits a point with 256 colours, the others as the nearest: a third of the bytes.

    They are those that are met most, but none that is hardly another than one met more: else thin letters would lose their colour.
    """
    width, height, rows = _rows(png)
    met = Counter(row[at : at + 3] for row in rows for at in range(0, len(row), 3))
    palette: list[bytes] = []
    for colour, _count in sorted(met.items(), key=lambda item: (-item[1], item[0])):
        if len(palette) < 256 and all(_distance(other, colour) >= _NEAR for other in palette):
            palette.append(colour)
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
