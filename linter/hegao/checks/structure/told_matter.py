"""What a title says a text is about, against the sentence that leads into it (事由): 关于开展内涝点排查的通知 and 现就开展管网排查有关事项通知如下 (norms TTL-07)."""

from __future__ import annotations

from hegao.checks.structure.told_otherwise import Told
from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

_TITLED = Pattern(rf"关于(?P<matter>[^《》]{{6,50}}?)的?{one_of(genre_words(use='carries'))}$")
_TOLD = Pattern(
    rf"(?:现就|现将|现对|就)(?P<matter>[^，。；：《》]{{6,50}}?)(?:工作)?的?(?:有关|相关|具体)?(?:事项|事宜|要求|问题|情况|工作)?(?:{one_of(genre_words(use='carries'))}|函告|商请|安排)[\u3400-\u9fff]{{0,6}}如下"
)
#: What may stand behind a matter and says nothing of it.
_ENDS = Pattern(r"(?:工作)?(?:的)?(?:有关|相关|具体)?(?:事项|事宜|要求|问题|情况|工作)?$")
_OPENING, _BEFORE, _BEHIND, _LONGEST = 4, 2, 2, 8


def other_matter(document: Document) -> Told | None:
    """The matter of the title where the opening has other words between the same first and last ones."""
    title = document.title.text if document.title is not None else None
    titled = _TITLED.search(unspaced(title.value)) if title is not None else None
    if title is None or titled is None or not document.parts:
        return None
    one = _ENDS.sub("", titled["matter"])
    for node in document.parts[0].nodes[:_OPENING]:
        text = node.body if isinstance(node, Heading) else node.text if isinstance(node, Paragraph) else None
        match = _TOLD.search(text.value) if text is not None else None
        if text is None or match is None:
            continue
        other = _ENDS.sub("", match["matter"])
        if _exchanged(one, other):
            begin = match.start("matter")
            return Told(text.slice(begin, begin + len(other)), other, one, (title,))
        return None
    return None


def _exchanged(one: str, other: str) -> bool:
    """Whether two matters begin and end alike and have other words, none left out, between."""
    before = _alike(one, other)
    behind = _alike(one[before:][::-1], other[before:][::-1])
    middles = [matter[before : len(matter) - behind] for matter in (one, other)]
    if before < _BEFORE or behind < _BEHIND or before + behind < max(map(len, (one, other))) - _LONGEST:
        return False
    shorter, longer = sorted(middles, key=len)
    # 全市 and 2026年 are put in and left out.
    return len(shorter) >= _BEFORE and shorter not in longer and not any(mark.isdigit() for mark in shorter + longer)


def _alike(one: str, other: str) -> int:
    return next((at for at, (first, second) in enumerate(zip(one, other, strict=False)) if first != second), min(len(one), len(other)))
