"""The contents list (目录) of a plan or of measures against the headings that follow (rule toc)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.document.model import Document, Entry, Heading
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.title_likeness import letters

_LABEL = Pattern(
    r"^[\s　]*(?P<label>第[一二三四五六七八九十百\d]{1,4}[篇编章节]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}(?=、)|\d{1,2}(?:\.\d{1,2})?(?=[\s　]+[\u3400-\u9fff])|附件\d{0,2}(?=[：:\s　]))"
    r"[、：:\s　]*(?P<title>.*?)(?P<range>[（(]第(?P<first>[一二三四五六七八九十百]+)条(?:[—–\-至－、和](?:第)?(?P<last>[一二三四五六七八九十百]+)条)?[）)])?[.…·\s　]*\d*$"
)
#: So many of a hundred entries must be found among the headings for the others to be told.
_SHARE = 60


class Listed(NamedTuple):
    """An entry that does not fit: where it stands, what it says, the heading and what that says."""

    at: Text
    entry: str
    title: str
    heading: Text


class _Place(NamedTuple):
    label: str
    title: str
    text: Text
    heading: Heading | None


def misfits(document: Document) -> Iterator[Listed]:
    """Entries whose heading reads otherwise or bears another number, or whose range of articles is another one."""
    for part in document.parts:
        read = [(entry, match) for entry in part.contents if (match := _LABEL.match(_bare(entry))) is not None]
        if len(read) < 3:
            continue
        places = _places(document, read[-1][0].text.line)
        found = list(_paired([_key(match["label"]) for _entry, match in read], places))
        if sum(1 for place in found if place is not None) * 100 < _SHARE * len(read):
            continue
        titles: dict[str, list[_Place]] = {}
        for place_of_title in places:
            titles.setdefault(letters(place_of_title.title), []).append(place_of_title)
        yield from _left_out([(entry, match["label"]) for entry, match in read], places)
        for (entry, match), place in zip(read, found, strict=True):
            if place is None:
                told = titles.get(letters(match["title"]), [])
                if len(told) == 1 and told[0] not in found and told[0].label != _key(match["label"]):
                    yield Listed(entry.text, f"{match['label']}、{match['title']}", f"{told[0].label}、{told[0].title}", told[0].text)
                continue
            if letters(match["title"]) != letters(place.title) and letters(match["title"]):
                yield Listed(entry.text, f"{match['label']} {match['title']}", place.title, place.text)
            elif match["range"] and place.heading is not None:
                articles = _articles(document, place.heading)
                said = (chinese(match["first"]), chinese(match["last"] or match["first"]))
                if articles and said != (articles[0], articles[-1]):
                    yield Listed(entry.text, match["range"][1:-1], f"第{articles[0]}条—第{articles[-1]}条", place.text)


#: What a heading of the levels is labelled with that a list may leave none out of: 一、, 第三章, 2.1.
_LEVELS = (Pattern(r"[一二三四五六七八九十]{1,3}"), Pattern(r"第[一二三四五六七八九十百\d]{1,4}章"), Pattern(r"第[一二三四五六七八九十百\d]{1,4}编"), Pattern(r"\d{1,2}"))
_NUMERAL = Pattern(r"\d+|[一二三四五六七八九十百]+")


def _left_out(entries: Sequence[tuple[Entry, str]], places: Sequence[_Place]) -> Iterator[Listed]:
    """Headings that the list passes over, though it has those on both sides; or the one that is left behind its last, in the text that it lists."""
    for level in _LEVELS:
        tops = [(entry, _number(label)) for entry, label in entries if level.fullmatch(_key(label))]
        lost = {_number(place.label): place for place in reversed(places) if level.fullmatch(place.label)}
        if len(tops) < _LEAST or [number for _entry, number in tops] != sorted({number for _entry, number in tops}):
            continue
        for (_before, last), (entry, number) in pairwise(tops):
            if number == last + 2 and last + 1 in lost:
                yield _passed_over(entry, lost[last + 1])
        entry, last = tops[-1]
        ends = [place for place in places if level.fullmatch(place.label)]
        if entry is entries[-1][0] and [_number(place.label) for place in ends] == list(range(1, last + 2)):
            yield _passed_over(entry, ends[-1])


#: Of fewer entries nobody can tell what they list.
_LEAST = 3


def _passed_over(entry: Entry, lost: _Place) -> Listed:
    return Listed(entry.text, "漏列", f"{lost.label}、{lost.title}" if lost.label[0] != "第" else f"{lost.label}　{lost.title}", lost.text)


def _number(label: str) -> int:
    match = _NUMERAL.search(label)
    return int(match[0]) if match and match[0].isdigit() else chinese(match[0]) if match else 0


def _bare(entry: Entry) -> str:
    return entry.text.value.strip()


def _key(label: str) -> str:
    return re.sub(r"\s", "", label).replace("(", "（").replace(")", "）")


def _places(document: Document, behind: int) -> list[_Place]:
    """The headings and marks of attachments behind the list, in order."""
    places: list[_Place] = []
    for part in document.parts:
        if part.mark is not None and part.title is not None and part.mark.line > behind:
            places.append(_Place(_key(part.mark.value), part.title.text.value, part.title.text, None))
        for node in part.nodes:
            if isinstance(node, Heading) and node.line > behind and node.style in ("part", "chapter", "section", "han", "han-paren", "digit", "decimal"):
                places.append(_Place(_key(node.label).rstrip("、"), node.title.rstrip("。"), node.text, node))
    return places


def _paired(labels: Sequence[str], places: Sequence[_Place]) -> Iterator[_Place | None]:
    """For each label the next place that bears it."""
    at = 0
    for label in labels:
        index = next((index for index in range(at, len(places)) if places[index].label == label), None)
        if index is None:
            yield None
        else:
            at = index + 1
            yield places[index]


def _articles(document: Document, chapter: Heading) -> list[int]:
    """The numbers of the articles under a chapter."""
    numbers: list[int] = []
    inside = False
    for node in document.of("heading"):
        if node is chapter:
            inside = True
        elif isinstance(node, Heading) and inside:
            if node.style in ("part", "chapter"):
                break
            if node.style == "article":
                numbers.append(node.number)
    return sorted(numbers)
