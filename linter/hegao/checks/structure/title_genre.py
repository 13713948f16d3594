"""The genre (文种) at the end of a title: one of the fifteen, once (norms GEN-01 to GEN-03)."""

from __future__ import annotations

from typing import NamedTuple

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.titles import TITLE_END
from hegao.words.patterns import one_of
from hegao.words.vocabulary import coined_genres, genre_words, genres

_REMARK = r"(?:[（(][^（）()]{1,20}[）)])?$"
#: Genres of 条例 article 8 by words that are nothing else; 意见 and 决议 are asked for and carried out by others.
_GENRES = tuple(
    form for genre in genres() if genre.kind == "文种" for form in genre.forms if len(form) > 1 and form not in ("意见", "答复", "复函", "命令")
)
#: Two genres side by side, the second of which may be a letter (函).
_STACKED = Pattern(rf"(?P<first>{one_of(_GENRES)})(?P<second>{one_of((*_GENRES, '函'))}){_REMARK}")
_COINED = Pattern(rf"(?:关于.{{2,}}?|会议?(?=[记纪].$))(?P<word>{one_of(coined_genres())}){_REMARK}")
#: What is published under names of its own, no genre of 条例 article 8.
_OTHERWISE = Pattern(rf"(?:公示|启事|倡议|倡议书|公开信|讲话|致辞|发言|解读|问答|提案|建议|案|书|信|表|册|条|则|法|典|》|”|\ue000){_REMARK}")


#: 印发 is done by a notice, whatever the title of what is issued ends with.
_ISSUES_OPEN = Pattern("关于(?:印发|下发)")
_CARRIES = Pattern(rf"{one_of((*genre_words(use='carries'), *genre_words(documents=True)))}{_REMARK}")


class GenreSlip(NamedTuple):
    """What is wrong at the end of a title: its place in the title, and what should stand there."""

    start: int
    end: int
    word: str
    right: str


def genre_slip(title: str, whole: bool) -> GenreSlip | None:
    """The slip in the genre of a title whose quotations are masked: none, two, or a word that is no genre.

    ``whole`` tells whether the title is surely there to its end, so that a genre which is not there is missing.
    """
    stacked = _STACKED.search(title)
    if stacked is not None:
        return GenreSlip(stacked.start(), stacked.end("second"), stacked["first"] + stacked["second"], _meant(stacked["first"], stacked["second"]))
    coined = _COINED.search(title)
    if coined is not None:
        return GenreSlip(*coined.span("word"), coined["word"], coined_genres()[coined["word"]])
    issues = _ISSUES_OPEN.search(title) if whole else None
    if issues is not None and not _CARRIES.search(title):
        last = title[-4:]
        return GenreSlip(len(title) - 4, len(title), last.replace("\ue000", "》"), "……的通知")
    about = title.find("关于")
    if whole and about >= 0 and len(title) - about > 6 and not TITLE_END.search(title) and not _OTHERWISE.search(title):
        last = title[-4:]
        return GenreSlip(len(title) - 4, len(title), last, f"{last}的通知（或其他文种）")
    return None


def _meant(first: str, second: str) -> str:
    """Which of two genres a title means: who asks for something writes a request; a letter may tell or notify."""
    if "请示" in (first, second):
        return "请示"
    return second if second == "函" or first == "通知" else first
