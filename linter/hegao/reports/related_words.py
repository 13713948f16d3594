"""Other places that a finding speaks of, as people are told them."""

from __future__ import annotations

from collections.abc import Mapping

from hegao.engine.findings.finding import FileResult, Related
from hegao.reports.place_words import place_words, related_place
from hegao.reports.terminal_width import clip, show

#: Columns of the words quoted from a related place.
_QUOTED = 40


def other_words(other: Related, by_path: Mapping[str, FileResult], path: str, quoted: bool, lang: str) -> str:
    """A related place in brackets: why it is named, where it is, what stands there."""
    words = clip(show(other.quote), _QUOTED)
    place = place_words(related_place(by_path, other), lang)
    if lang == "en":
        place = place or f"line {other.line}"
        where = place if other.path == path else f"{show(other.path)}, {place}"
        return f"({show(other.message) or 'see'}: {where}" + (f' "{words}")' if quoted else ")")
    place = place or f"{other.line}行"
    where = place if other.path == path else f"{show(other.path)} {place}"
    return f"（{show(other.message) or '另见'}：{where}" + (f"“{words}”）" if quoted else "）")
