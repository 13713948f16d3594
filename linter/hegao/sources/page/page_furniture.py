"""What is printed by the page: its number, the running head (页眉), the foot (页脚)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.sources.page.printed_lines import PrintedLine
from hegao.sources.white_space import unspaced

#: Of the height of a page: what stands above or below this may be printed by the page.
_HEAD, _FOOT = 0.13, 0.84
#: Of the lines of a page at each end so many.
_LINES = 3
#: A line that stands at one height on so many pages is printed by the page; on both of two.
_REPEATS = 3
#: So far it may move, in points.
_MOVES = 6.0
_MARKED = re.compile(r"[—–―─\-－·•.|~]+(?:\d{1,4}|[ivxlcIVXLC]{1,6})[—–―─\-－·•.|~]+|第?\d{1,4}页(?:[，,/]?共\d{1,4}页)?|第[一二三四五六七八九十百]{1,5}页|\d{1,4}/\d{1,4}|[Pp]age\d{1,4}(?:of\d{1,4})?")
_BARE = re.compile(r"\d{1,3}|[ivxlc]{1,6}")
_FIGURES = re.compile(r"[\d—–―─\-－·•]+")
_SENTENCE = re.compile("[，。；：]")


class Furniture(NamedTuple):
    """The lines that are printed by the page: heads and feet, each text once; page numbers are in neither."""

    heads: list[PrintedLine]
    feet: list[PrintedLine]


def take_out(pages: Sequence[list[PrintedLine]], heights: Sequence[float]) -> Furniture:
    """Take what is printed by the page out of the lines of each page, which stand there from above to below."""
    heads = _taken(pages, heights, at_head=True)
    return Furniture(heads, _taken(pages, heights, at_head=False))


def _taken(pages: Sequence[list[PrintedLine]], heights: Sequence[float], at_head: bool) -> list[PrintedLine]:
    kept: dict[str, PrintedLine] = {}
    for _round in range(_LINES):
        ends = {page: line for page, (lines, height) in enumerate(zip(pages, heights, strict=True)) for line in _end(lines, height, at_head)}
        out = set(_numbers(ends, at_head)) | set(_repeated(ends, len(pages)))
        if not out:
            break
        for page in sorted(out):
            line = ends[page]
            pages[page].remove(line)
            if not _is_number(line):
                kept.setdefault(_key(line), line)
    return list(kept.values())


def _end(lines: list[PrintedLine], height: float, at_head: bool) -> Iterator[PrintedLine]:
    """The first or the last line of a page, where it stands in the margin."""
    if not lines:
        return
    line = lines[0] if at_head else lines[-1]
    if line.bottom < height * _HEAD if at_head else line.top > height * _FOOT:
        yield line


def _is_number(line: PrintedLine) -> bool:
    text = unspaced(line.text)
    return bool(_MARKED.fullmatch(text) or _BARE.fullmatch(text))


def _key(line: PrintedLine) -> str:
    """What a line says on every page: its text without figures."""
    return _FIGURES.sub("", unspaced(line.text))


def _numbers(ends: dict[int, PrintedLine], at_head: bool) -> Iterator[int]:
    """The pages whose outermost line is their number.

    Bare figures at the head count only where they go up with the pages: the copy number (份号) stands there, too.
    """
    bare = {page: int(text) - page for page, line in ends.items() if (text := unspaced(line.text)).isdigit() and _BARE.fullmatch(text)}
    for page, line in ends.items():
        text = unspaced(line.text)
        if _MARKED.fullmatch(text):
            yield page
        elif _BARE.fullmatch(text):
            rises = page in bare and sum(1 for shift in bare.values() if shift == bare[page]) > 1
            if rises or not at_head:
                yield page


def _repeated(ends: dict[int, PrintedLine], count: int) -> Iterator[int]:
    """The pages whose outermost line stands on several at one height, but for figures in it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for page, line in ends.items():
        places[_key(line)].append(page)
    needed = min(_REPEATS, max(count, 2))
    for key, pages in places.items():
        if not key or _SENTENCE.search(key):
            continue
        for page in pages:
            if sum(1 for other in pages if abs(ends[other].baseline - ends[page].baseline) < _MOVES) >= needed:
                yield page
