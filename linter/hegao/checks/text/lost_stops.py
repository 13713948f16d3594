"""Full stops that are lost: behind a run-in heading (（三）提升急救能力由急诊科牵头) where those beside it have theirs, between two paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hegao.checks.base import Hit
from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names
from hegao.words.word_costs import is_pair, looseness

#: A run-in heading with its stop, and what goes on behind.
_LEAD = Pattern(r"[ \u3000]*(?P<lead>[^，。；：]{2,44})[。？](?=[^（〔(【\[])")
#: The first clause of a text.
_CLAUSE = Pattern(r"[ \u3000]*(?!原则|同意|成立|废止|将第)(?P<clause>[^，。；：]{6,80})(?P<mark>[，。；：]|$)")
#: What the text behind a run-in heading begins with.
_BEGINS = Pattern(lambda: rf"由|对|在|到|将|把|各|全|拟|以|推行|积极|{one_of(level_names('place'))}")
#: What no run-in heading without its stop can be told in.
_PLAIN = frozenset("（“《")
#: So many of the others have one; so much longer or shorter it may be.
_FEWEST, _UNLIKE = 2, 3
#: So much weighs how loosely two letters stand side by side, and that what follows begins a clause.
_WEIGHT, _BEGUN = 2, 3


def lost_leads(document: Document) -> Iterator[Hit]:
    """The one text of a list that has no run-in heading; ``right`` is where it most likely ended."""
    styles: dict[str, list[Heading]] = defaultdict(list)
    for numbering in document.numberings:
        styles[numbering.headings[0].style] += numbering.headings
    for numbering in document.numberings:
        # Of two the others of the kind tell which one is odd.
        headings = numbering.headings if len(numbering.headings) != _FEWEST else styles[numbering.headings[0].style]
        odd = [heading for heading in headings if _lead(heading) is None]
        if len(odd) == 1 and odd[0] in numbering.headings and len(headings) > _FEWEST and all(_alone(heading) for heading in headings):
            yield from _hit(odd[0], [len(lead) for heading in headings if (lead := _lead(heading)) is not None])


#: What a paragraph ends with whose stop is lost, and what the next one begins with.
_OPEN_END, _BEGIN = Pattern(r"[\u3400-\u9fff）”％%，]$"), Pattern(r"[\u3400-\u9fff“《（][^，。；：]{1,40}[，。][^\n]*。$")
#: Who was there (列席：…): names, no sentence.
_NAMES = Pattern("^[\u3400-\u9fff]{2,4}[：:]")
_INSIDE = Pattern("[，。]")
#: A text of so many paragraphs, hardly any of which goes on over an empty line, is not wrapped so.
_PARAGRAPHS, _HARDLY = 5, 2
#: So much of a paragraph is quoted.
_TAIL, _LONG = 7, 20


def joined_paragraphs(document: Document) -> Iterator[Hit]:
    """The end of a paragraph without its stop, so that the next one, below an empty line, seems to go on with it."""
    texts = [node.body for part in document.parts for node in part.nodes if isinstance(node, Heading | Paragraph)]
    for text in texts:
        yield from _before_formula(text)
    joined = [(text, place) for text in texts for place in _joints(text)]
    if document.in_gazette or len(texts) < _PARAGRAPHS or len(joined) > _HARDLY:
        return
    for text, place in joined:
        at = text.slice(max(0, place - _TAIL), place)
        yield Hit(at, {"written": at.value, "right": at.value.rstrip("，") + "。", "fault": "doubtful"}, about=(text.slice(place - 1, place),))


#: 特此通知 is no part of the paragraph above, whatever that ends with.
_FORMULA = Pattern(r"(?:(?:特此|专此)[\u3400-\u9fff]{2,4}|此复|(?:以上[^，。]{0,8}，?)?(?:妥否|当否|可否|如无不妥)，请[^，。]{2,8}|请予[\u3400-\u9fff]{2,6}|[盼望]予?函?复)[。！]?$")
#: 责任单位：…；完成时限：…: a line of labels.
_LABEL = Pattern("：.")
_NO_STOP = Pattern(r"[\u3400-\u9fff”％%，、：]$")


def _before_formula(text: Text) -> Iterator[Hit]:
    """The end of the last paragraph without its stop, so that it seems to go on with the closing formula (PUN-17)."""
    for before, piece in pairwise(text.pieces):
        begun = text.value[before.offset : piece.offset]
        if piece.line > before.line and _FORMULA.match(text.value, piece.offset) and _NO_STOP.search(begun) and _INSIDE.search(begun) and not _LABEL.search(begun):
            stem = begun.rstrip("，、：")
            at = text.slice(piece.offset - min(_TAIL, len(begun)), piece.offset)
            yield Hit(at, {"written": at.value, "right": at.value[: len(at.value) - len(begun) + len(stem)] + "。"}, about=(text.slice(piece.offset - 1, piece.offset),))


#: What a sentence on what a body is to do begins with.
_NEXT_BODY = Pattern(lambda: rf"(?:各|本|{one_of(level_names('place'))}|[\u3400-\u9fff]{{1,3}}[市县区镇乡])[^，。；：]{{2,20}}(?:要|应|须|负责|对|将|于)")


def _joints(text: Text) -> Iterator[int]:
    """Where a text goes on below an empty line though its words before are no sentence that is over; a page broke within a word."""
    for before, piece in pairwise(text.pieces):
        begun = text.value[before.offset : piece.offset]
        sentence = len(begun) > _LONG and _INSIDE.search(begun) and not _NAMES.match(begun)
        cut = is_pair(text.value[piece.offset - 1 : piece.offset + 1])
        begins = piece.line > before.line and not begun.endswith(("）", "”")) and _NEXT_BODY.match(text.value, piece.offset)
        if (piece.line - before.line > 1 or begins) and sentence and not cut and _OPEN_END.search(begun) and _BEGIN.match(text.value, piece.offset):
            yield piece.offset


def _lead(heading: Heading) -> str | None:
    match = _LEAD.match(heading.body.value, len(heading.label))
    return match["lead"] if match is not None else None


def _alone(heading: Heading) -> bool:
    return heading.runs_on or not heading.children


def _hit(heading: Heading, lengths: Sequence[int]) -> Iterator[Hit]:
    text = heading.body
    clause = _CLAUSE.match(text.value, len(heading.label))
    if clause is None or clause["mark"] == "：" or not _PLAIN.isdisjoint(clause["clause"][: max(lengths)]) or len(text) - len(heading.label) <= max(lengths) + _UNLIKE:
        return
    if clause["mark"] == "，" and len(clause["clause"]) <= max(lengths) + _UNLIKE:
        # A comma in place of the stop: another rule's.
        return
    begin = clause.start("clause")
    cut = _cut(clause["clause"], range(min(lengths) - _UNLIKE, max(lengths) + _UNLIKE + 1))
    if cut is None:
        return
    at = text.slice(0, begin + cut)
    yield Hit(at, {"written": at.value, "right": at.value + "。", "fault": "lead"}, about=(text.slice(0, clause.end()),))


def _cut(clause: str, lengths: range) -> int | None:
    """Where a heading of about such a length most likely ends within a clause; the end of the clause counts, too."""
    usual = (lengths.start + lengths.stop) // 2
    places = [at for at in lengths if 3 < at < len(clause) - 1]
    if not places:
        return len(clause) if len(clause) in lengths else None
    return max(places, key=lambda at: (_WEIGHT * looseness(clause[at - 1], clause[at]) + _BEGUN * (_BEGINS.match(clause, at) is not None), -abs(at - usual)))
