"""Titles of one matter (同一事项的标题) that differ in nothing but what kind of text they say it is: 工作方案 and 实施方案, 办法 and 规定 (norm REF-02)."""

from __future__ import annotations

from collections import defaultdict

from hegao.checks.base import Context
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.laws import law_of
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

#: Words that say how a plan is meant; rules of several kinds.
_MEANT = Pattern(lambda: rf"(?:工作|实施|行动|专项|具体|总体|专项行动|暂行|试行)(?={one_of((*genre_words(use='plan'), *genre_words(use='scheme'), '意见'))})")
_KINDS = Pattern(lambda: rf"{one_of((*genre_words(use='standing'), '意见', '决定'))}(?=$|[（(〉])")
_SHORTEST = 10
#: What is repealed, or amended, was of another kind perhaps.
_GONE = Pattern(r"[^。；]{0,40}(?:废止|失效|停止执行|修[订改])")


def of_one_matter(context: Context) -> dict[str, Text]:
    """By the titles that are cited once: another title of the document of the same matter, which it tells elsewhere."""
    told: dict[str, list[Text]] = defaultdict(list)
    alike: dict[str, list[str]] = defaultdict(list)
    for citation in context.document.citations:
        title = citation.phrase.title.strip()
        if len(title) >= _SHORTEST and law_of(title) is None and not _GONE.match(citation.block.value, citation.phrase.end):
            told[title].append(citation.text.slice(1, len(citation.phrase.title) + 1))
    for title in told:
        alike[_matter(title)].append(title)
    own = {_matter(one.value): one for one in _own(context.document) if len(one.value) >= _SHORTEST}
    found: dict[str, Text] = {}
    for matter, titles in alike.items():
        titles.sort(key=lambda title: -len(told[title]))
        if len(titles) == 1 and matter in own and own[matter].value != titles[0] and len(own[matter].value) == len(titles[0]):
            found[titles[0]] = own[matter]
        elif len(titles) == _TWO and len(told[titles[1]]) == 1 and len(titles[0]) == len(titles[1]) and not _side_by_side(told[titles[0]], told[titles[1]][0]):
            found[titles[1]] = told[titles[0]][0]
    return found


_TWO = 2
#: So far from one another in one passage titles are told side by side: 《…办法》和《…细则》.
_NEAR = 12


def _matter(title: str) -> str:
    return _KINDS.sub("", _MEANT.sub("", title))


def _own(document: Document) -> list[Text]:
    """The titles of what the document issues or announces."""
    return [part.title.text for part in document.annexes if part.title is not None] + [one.text for one in document.attachments]


def _side_by_side(several: list[Text], one: Text) -> bool:
    """Whether one of the citations stands in the same line as the other, close by."""
    ours = one.span()
    return any(
        (span := other.span()).line == ours.line and min(abs(ours.column - span.end_column), abs(span.column - ours.end_column)) < _NEAR for other in several
    )
