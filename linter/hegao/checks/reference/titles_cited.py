"""Cited titles a slip away from the right ones: of published laws, of the order that issued them, of what the document cites elsewhere (norm REF-02)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from hegao.checks.base import Context, Hit, check
from hegao.checks.reference.laws_cited import OLDER, in_its_time
from hegao.checks.reference.short_titles import introduced_otherwise
from hegao.checks.reference.titles_of_one_matter import of_one_matter
from hegao.checks.shared import parameters
from hegao.document.model import Citation, Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.laws import is_order_of, issued_by, law_of, meant_law, nearest_laws, regulation_of_subject
from hegao.words.patterns import one_of
from hegao.words.title_endings import with_ending
from hegao.words.vocabulary import genre_words

#: The titles of national laws (…法) outlive their versions; those that changed since this day are in the table of replaced ones.
_TITLES_SINCE = "2013-01-01"
#: The order of the State Council behind a title.
_ORDER = Pattern(r"\s*[（(](?:中华人民共和国)?(?P<order>国务院令第(?P<number>\d{1,4})号)")
#: Shorter titles are short names.
_SHORTEST = 6
#: Two kinds of rules at the end of one title: 管理办法条例.
_KIND = one_of(word for word in genre_words(use="standing") if word not in ("制度", "规范"))
_KIND_TWICE = Pattern(rf"(?P<first>{_KIND})(?P<last>{_KIND})(?:[（(][^（）()]{{1,12}}[）)])?$")
#: What may be in one title and not in another one: places, numerals, joining words.
_FREE = frozenset("省市县区州乡镇村街国新旧第一二三四五六七八九十百千两上中下东西南北大小的和与及等各年月日版内外")


@check(
    "law-title",
    nodes={"citation"},
    parameters={"likeness": parameters.percent("How like a title must be to that of the regulation that the order cited with it issued.", 60)},
    facts=("title", "right"),
    faults=("law", "order", "word", "twice", "short", "elsewhere", "near", "kind"),
)
def law_title(node: Citation, context: Context, likeness: int) -> Iterator[Hit]:
    """A cited title that is a slip away from the one published law that it must mean, from a word, or from how the document writes it elsewhere.

    What is issued by the document itself, or is older than the law's version is left alone; for laws, also what bears a number.  An order
    that issued another regulation than it is cited with is the fault ``order``.
    """
    title = node.phrase.title.strip()
    document = context.document
    if OLDER.search(title):
        return
    at = node.text.slice(0, len(node.phrase.title) + 2)
    ordered = _of_order(node, title, likeness)
    if ordered is not None:
        yield ordered
        return
    if title in _own_titles(document):
        return
    right = _law_meant(node, title, document)
    if right is not None:
        yield Hit(at, {"title": title, "right": right, "fault": "law"})
        return
    twice = _KIND_TWICE.search(title) if law_of(title) is None else None
    if twice is not None:
        stem = title[: twice.start()]
        meant = next((stem + kind for kind in twice.groups() if law_of(stem + kind) is not None), stem + twice["last"])
        yield Hit(at, {"title": title, "right": meant, "fault": "twice"})
        return
    whole = with_ending(title)
    if whole is not None:
        yield Hit(at, {"title": title, "right": whole, "fault": "word"})
        return
    introduced = introduced_otherwise(title, context)
    if introduced is not None:
        yield Hit(at, {"title": title, "right": introduced.short, "fault": "short"}, (introduced.at,))
        return
    other = context.once(_cited_otherwise).get(title)
    if other is not None:
        yield Hit(at, {"title": title, "right": other.value, "fault": "elsewhere"}, (other,))
        return
    near = nearest_laws(title) if node.phrase.number is None else ()
    if near and in_its_time(document, _TITLES_SINCE):
        yield Hit(at, {"title": title, "right": "》或《".join(law.title for law in near), "fault": "near"})
        return
    kind = context.once(of_one_matter).get(title)
    if kind is not None:
        yield Hit(at, {"title": title, "right": kind.value, "fault": "kind"}, (kind,))


def _law_meant(node: Citation, title: str, document: Document) -> str | None:
    """The published title that a slip must mean, in a document that is younger than it."""
    law = meant_law(title) if node.phrase.number is None else None
    if law is None:
        return None
    return law.title if in_its_time(document, min(law.version, _TITLES_SINCE) if law.title.endswith("法") else law.version) else None


def _of_order(node: Citation, title: str, likeness: int) -> Hit | None:
    """A title with an order that issued another one: the order is at fault where the title is known, else the title."""
    match = _ORDER.match(node.block.value, node.phrase.start + len(node.phrase.title) + 2)
    if match is None or "第" in title:
        return None
    number = int(match["number"])
    issued = issued_by(number)
    if law_of(title) is not None:
        if is_order_of(number, title):
            return None
        return Hit(node.block.slice(*match.span("order")), {"title": title, "right": match["order"], "fault": "order"})
    if issued is None and (meant := regulation_of_subject(title)) is not None:
        issued = meant.title
    if issued is None or not _as_like(title, issued, likeness / 100):
        return None
    return Hit(node.text.slice(0, len(node.phrase.title) + 2), {"title": title, "right": issued, "fault": "law"})


def _as_like(one: str, other: str, least: float) -> bool:
    """Whether so much of two titles is the same; what is reckoned fast is never less than what is."""
    matcher = SequenceMatcher(None, one, other)
    return min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= least and matcher.ratio() >= least


def _own_titles(document: Document) -> str:
    titles = [document.name or "", *(part.title.text.value for part in document.parts if part.title), *(one.text.value for one in document.attachments)]
    return "\n".join(titles)


def _cited_otherwise(context: Context) -> dict[str, Text]:
    """By the titles that the document cites once, a character short of another title of the document: that one."""
    told: dict[str, list[Text]] = {}
    for citation in context.document.citations:
        told.setdefault(citation.phrase.title.strip(), []).append(citation.text.slice(1, len(citation.phrase.title) + 1))
    known = dict(told)
    if context.document.title is not None and context.document.name:
        known.setdefault(context.document.name, []).append(context.document.title.text)
    short: dict[str, Text] = {}
    once = {title for title, places in told.items() if len(places) == 1 and len(title) >= _SHORTEST}
    lengths = set(map(len, once))
    for title, places in known.items():
        for index, letter in enumerate(title) if len(title) - 1 in lengths else ():
            lost = title[:index] + title[index + 1 :]
            if letter not in _FREE and "\u3400" <= letter <= "\u9fff" and lost in once and law_of(lost) is None:
                short.setdefault(lost, places[0])
    return short
