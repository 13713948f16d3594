"""Titles: what a title ends with, which lines may be one, and when two are the same."""

from __future__ import annotations

from functools import lru_cache

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.line_kinds import PLAIN
from hegao.syntax.lines import Line
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import about_words, genre_words

#: A genre (文种) or what notices issue stands at the end of a title; such a line is whole.
TITLE_END = Pattern(rf"{ending_in(genre_words())}(?:》|〉|”)?(?:[（(][^（）()]{{1,20}}[）)])?$")
#: Genres of documents (条例第八条), and what else stands alone as a published text.
DOCUMENT_END = Pattern(rf"{ending_in(genre_words(documents=True))}(?:》)?(?:[（(][^（）()]{{1,20}}[）)])?$")
ABOUT = Pattern(rf"{one_of(about_words())}|公示|统计公报|^对|提案")
SENTENCE_END = ("。", "；", "！", "？")
_MARKS = Pattern(r"[《》〈〉“”（）()\s*]")


def whole_title(text: str) -> bool:
    """Whether the words end as a title does, no mark in them left open."""
    return bool(TITLE_END.search(text)) and text.count("《") == text.count("》")


def titleish(line: Line) -> bool:
    """Whether a line may be the title of an issued text: short, no sentence, no list."""
    text = line.squeezed
    return line.kind in PLAIN and line.cells is None and 2 <= len(text) <= 80 and text[-1] not in "。；：，、！？:;" and "：" not in text


@lru_cache(maxsize=4096)
def _letters(title: str) -> str:
    """A title without its marks; the same few titles are held against many lines."""
    return _MARKS.sub("", title)


def alike(found: str, name: str) -> bool:
    """Whether a title is the one announced: equal but for marks and the issuer, or nearly so."""
    a, b = _letters(found), _letters(name)
    if not a or not b:
        return False
    if a == b or a.endswith(b) or (b.endswith(a) and len(a) * 3 >= len(b) * 2):
        return True
    if abs(len(a) - len(b)) > max(2, len(b) // 8) or len(b) < 8:
        return False
    same = sum(1 for x, y in zip(a, b, strict=False) if x == y)
    tail = sum(1 for x, y in zip(reversed(a), reversed(b), strict=False) if x == y)
    return max(same, tail) * 10 >= len(b) * 9 or (same + tail) * 10 >= 19 * min(len(a), len(b))
