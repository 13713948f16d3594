"""Titles: what a title ends with and which lines may be one."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.line_kinds import PLAIN
from hegao.syntax.lines import Line
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import about_words, action_words, genre_words

#: Words behind the issuer that say what a title is about.
ABOUT_WORDS = about_words()
#: A genre (文种) or what notices issue stands at the end of a title; such a line is whole.
TITLE_END = Pattern(rf"{ending_in(genre_words())}(?:》|〉|”)?(?:[（(][^（）()]{{1,20}}[）)])?$")
#: Genres of documents (条例第八条), and what else stands alone as a published text.
DOCUMENT_END = Pattern(rf"{ending_in(genre_words(documents=True))}(?:》)?(?:[（(][^（）()]{{1,20}}[）)])?$")
ABOUT = Pattern(rf"{one_of(ABOUT_WORDS)}|公示|统计公报|^对|提案")
#: A title up to the name of the rules that it issues, behind which it may go on: 关于印发某某办法 / 实施细则的通知.
NAMES_ISSUED = Pattern(rf"{one_of(action_words('issues'))}[^《》]+{ending_in(genre_words(use='standing'))}$")
SENTENCE_END = ("。", "；", "！", "？")
#: What is told to everybody under a name that is no genre, so that a stop behind it is known for a slip.
_ANNOUNCED = Pattern(r"的(?:公示|启事|声明|倡议书|公开信)$")


def whole_title(text: str) -> bool:
    """Whether the words end as a title does, no mark in them left open."""
    return bool(TITLE_END.search(text)) and text.count("《") == text.count("》")


def titleish(line: Line) -> bool:
    """Whether a line may be the title of an issued text: short, no sentence, no list."""
    text = line.squeezed
    return line.kind in PLAIN and line.cells is None and 2 <= len(text) <= 80 and text[-1] not in "。；：，、！？:;" and "：" not in text


def title_words(line: Line) -> str:
    """The words of a line; a stray stop behind what is a whole title (关于…的通知。) is left out."""
    text = line.squeezed
    bare = text.rstrip("。，；")
    if bare == text or len(bare) > 100 or any(mark in bare for mark in "。，；："):
        return text
    return bare if (DOCUMENT_END.search(bare) or _ANNOUNCED.search(bare)) and ABOUT.search(bare) else text
