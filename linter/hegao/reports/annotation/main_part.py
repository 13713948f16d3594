"""The main part with marks: of comments, and of revisions; a run is parted where a mark stands in it, each part formed as the whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count, groupby, pairwise
from typing import NamedTuple

from hegao.reports.annotation.byte_splices import Rank, Splices
from hegao.reports.annotation.finding_anchors import Anchor
from hegao.reports.annotation.own_marks import AUTHOR
from hegao.reports.annotation.part_anatomy import REVISED, Anatomy, Boundary, Leaf
from hegao.reports.annotation.part_walk import Element
from hegao.reports.annotation.word_elements import Writer
from hegao.sources.origins import Stretch

#: A change of form that somebody made is none of what is put in.
_CHANGED_FORM = re.compile(rb"<([^\s:>]+:)?rPrChange\b(?:[^>]*/>|.*?</\1rPrChange\s*>)", re.DOTALL)
_PRESERVE = b' xml:space="preserve"'
#: What may be struck out and put back.
_REVISABLE = frozenset(["w:t", "w:tab", "w:noBreakHyphen", "w:sym"])


class Revision(NamedTuple):
    """Characters that are struck out, and those put in behind them; with none struck out, before or ``behind`` the character ``beside``."""

    struck: Sequence[Stretch]
    text: str
    beside: Stretch | None = None
    behind: bool = True

    @property
    def bytes(self) -> set[int]:
        """The bytes of the elements concerned."""
        return {one.at for one in (*self.struck, *((self.beside,) if self.beside else ()))}


def signed(date: str) -> dict[str, str]:
    """The attributes that say who did something and, if a day is given, when."""
    return {"author": AUTHOR} | ({"date": f"{date}T00:00:00Z"} if date else {})


class MainPart:
    """Marks that are put into a main part."""

    def __init__(self, part: Anatomy, date: str) -> None:
        """Take the part as it was read; ``date`` is the day of the revisions, as 2026-03-06, or empty."""
        self._part, self._date = part, date
        self._splices = Splices()
        #: By the byte where a run is to be parted, a leaf there and how many of its characters lie before.
        self._cuts: dict[int, tuple[Leaf, int]] = {}
        self._widened: set[int] = set()
        #: By the byte of a leaf, how many of its characters lie before each cut in it.
        self._places: dict[int, list[int]] = defaultdict(list)
        #: References by the byte behind what they refer to, each with what it may not stand in.
        self._references: list[tuple[int, Element | None, str]] = []
        #: By the byte of an insertion of somebody else, those where it is parted.
        self._parted: dict[int, list[int]] = {}
        #: By the byte of a leaf, the stretches of its characters that are struck out.
        self._struck: dict[int, list[tuple[int, int]]] = {}
        self._free = (str(number) for number in count(1) if str(number) not in part.numbers)

    def _writer(self, host: Element) -> Writer:
        return Writer(self._part.prefix(host), self._part.address)

    def _put(self, at: int, rank: int, content: str) -> None:
        self._splices.insert(at, rank, content.encode("utf-8"))

    # --- comments ---

    def comment(self, anchor: Anchor, number: str) -> None:
        """Put in the marks of a comment."""
        write, own = self._writer(anchor.host), {"id": number}
        begins, ends = write.element("commentRangeStart", own), write.element("commentRangeEnd", own)
        refers = write.element("r", None, write.within("commentReference", own))
        at, end = anchor.start.at, anchor.end.at
        if anchor.host.empty:
            self._widen(anchor.host)
        if at == end:
            self._put(at, Rank.REFERENCE, begins + ends + refers)
            return
        self._cut(anchor.start)
        self._cut(anchor.end)
        self._put(at, Rank.COMMENT_START, begins)
        self._put(end, Rank.COMMENT_END, ends)
        self._references.append((end, anchor.around, refers))

    def _widen(self, host: Element) -> None:
        """Give an empty element an end tag, once."""
        if host.start not in self._widened:
            self._widened.add(host.start)
            self._splices.replace(host.end - 2, host.end, b">")
            self._splices.insert(host.end, Rank.LAST, b"</" + self._part.prefix(host) + b"p>")

    def _cut(self, boundary: Boundary) -> None:
        """Part a run where the boundary lies in it."""
        if boundary.leaf is not None:
            self._cuts[boundary.at] = boundary.leaf, boundary.before

    # --- revisions ---

    def revise(self, revision: Revision) -> None:
        """Strike out and put in; raises ``KeyError`` for what ``revisable`` does not allow."""
        beside = revision.beside
        for first, last in _joined(revision.struck):
            leaf = self._part.leaves[first.at]
            self._strike(leaf, first.skip, last.skip + last.length)
            beside = last
        if revision.text and beside is not None:
            self._insert(self._part.leaves[beside.at], beside, revision.text, behind=revision.behind or bool(revision.struck))

    def _strike(self, leaf: Leaf, first: int, last: int) -> None:
        self._struck.setdefault(leaf.element.start, []).append((first, last))
        self._cut(leaf.boundary(first))
        self._cut(leaf.boundary(last, after=True))

    def _strike_out(self, leaf: Leaf, first: int, last: int) -> None:
        """Mark characters as struck out, in pieces where the mark of a comment lies between: it is not struck out with them."""
        cuts = self._places[leaf.element.start]
        within = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
        write = self._writer(leaf.host)
        for start, end in pairwise([first, *within, last]):
            begin = write.begin("del", {"id": next(self._free), **signed(self._date)})
            self._put(leaf.boundary(start).at, Rank.DELETION_START, begin)
            self._put(leaf.boundary(end, after=True).at, Rank.DELETION_END, write.end("del"))

    def _insert(self, leaf: Leaf, beside: Stretch, text: str, *, behind: bool) -> None:
        """Put characters in, formed as those beside them; an insertion of somebody else is parted, since none stands in another."""
        place = leaf.boundary(beside.skip + beside.length, after=True) if behind else leaf.boundary(beside.skip)
        write, form = self._writer(leaf.host), _CHANGED_FORM.sub(b"", self._form(leaf.run)).decode("utf-8")
        inserted = {"id": next(self._free), **signed(self._date)}
        content = write.element("ins", inserted, write.within("r", None, form + write.text(text)))
        self._cut(place)
        outer = leaf.wrappers[-1] if leaf.wrappers and leaf.wrappers[-1].name in REVISED else None
        if outer is None:
            self._put(place.at, Rank.INSERTION, content)
        elif place.leaf is None and self._part.data.startswith(b"</", place.at) and behind:
            self._put(outer.end, Rank.INSERTION, content)
        elif place.leaf is None and place.at == self._part.inside(outer):
            self._put(outer.start, Rank.INSERTION, content)
        else:
            tag, name = self._part.tag(outer), self._part.prefix(outer) + outer.name.partition(":")[2].encode()
            self._splices.insert(place.at, Rank.PART_CLOSE, b"</" + name + b">")
            self._put(place.at, Rank.BETWEEN_PARTS, content)
            self._splices.insert(place.at, Rank.PART_OPEN, tag)
            self._parted.setdefault(outer.start, []).append(place.at)

    def _form(self, run: Element) -> bytes:
        """The properties of a run as they stand."""
        return self._part.data[run.start + len(self._part.tag(run)) : run.content].strip() if run.content else b""

    # --- all of it ---

    def made(self) -> bytes:
        """The part with all marks."""
        for leaf, before in self._cuts.values():
            self._places[leaf.element.start].append(before)
        for places in self._places.values():
            places.sort()
        for start, struck in self._struck.items():
            struck.sort()
            for first, last in struck:
                self._strike_out(self._part.leaves[start], first, last)
        for parts in self._parted.values():
            parts.sort()
        for end, around, refers in self._references:
            self._put(end if around is None else self._behind(around, end), Rank.REFERENCE, refers)
        halved: set[int] = set()
        for at, (leaf, before) in self._cuts.items():
            self._part_run(at, leaf, before)
            if 0 < before < len(leaf.text):
                halved.add(leaf.element.start)
        for start in halved | set(self._struck):
            self._retag(self._part.leaves[start], start in halved)
        return self._splices.made(self._part.data)

    def _behind(self, around: Element, at: int) -> int:
        """The byte behind an element, or behind the part of it, in which another byte lies."""
        parts = self._parted.get(around.start, [])
        index = bisect_left(parts, at)
        return parts[index] if index < len(parts) else around.end

    def _part_run(self, at: int, leaf: Leaf, before: int) -> None:
        """End a run at a byte and begin another one of its form."""
        run = leaf.run
        prefix = self._part.prefix(run)
        begin = self._part.tag(run) + self._form(run)
        end = b"</" + prefix + b"r>"
        if 0 < before < len(leaf.text):
            left, right = (prefix + (b"delText" if self._is_struck(leaf, one) else b"t") for one in (before - 1, before))
            begin += b"<" + right + _PRESERVE + b">"
            end = b"</" + left + b">" + end
        self._splices.insert(at, Rank.CLOSE, end)
        self._splices.insert(at, Rank.OPEN, begin)

    def _is_struck(self, leaf: Leaf, index: int) -> bool:
        struck = self._struck.get(leaf.element.start, [])
        at = bisect_right(struck, index, key=lambda one: one[0]) - 1
        return at >= 0 and index < struck[at][1]

    def _retag(self, leaf: Leaf, halved: bool) -> None:
        """Write the tags of characters anew: as struck out, where they are, and so that blanks beside a cut count."""
        if leaf.element.name != "w:t":
            return
        element, tag = leaf.element, self._part.tag(leaf.element)
        before, behind = leaf.margins()
        first, last = self._is_struck(leaf, before), self._is_struck(leaf, len(leaf.text) - behind - 1)
        name = b"<" + self._part.prefix(element)
        new = name + b"delText" + tag[len(name) + 1 :] if first else tag
        if halved and not leaf.preserved:
            new = new[:-1] + _PRESERVE + b">"
        inner = element.start + len(tag)
        # Blanks that did not count would, now that the tag says so.
        margin = leaf.byte(before) if halved else inner
        self._splices.replace(element.start, margin, new)
        if halved and behind:
            self._splices.replace(leaf.byte(len(leaf.text) - behind), element.close)
        if last:
            self._splices.replace(element.close, element.end, b"</" + self._part.prefix(element) + b"delText>")


def revisable(revision: Revision, part: Anatomy) -> bool:
    """Whether a revision can be written: all in runs of one paragraph, in nothing that somebody moved."""
    leaves = [part.leaves.get(at) for at in revision.bytes]
    known = [leaf for leaf in leaves if leaf is not None and leaf.shell is None and leaf.element.name in _REVISABLE]
    if not leaves or len(known) < len(leaves) or len({leaf.host.start for leaf in known}) > 1:
        return False
    return all(one.name not in REVISED for leaf in known for one in leaf.wrappers[:-1]) and not any(
        leaf.wrappers and leaf.wrappers[-1].name == "w:moveTo" for leaf in known
    )


def _joined(struck: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """The first and the last stretch of those that one element holds: what lies between them shows nowhere."""
    for _at, several in groupby(struck, key=lambda one: one.at):
        whole = list(several)
        yield whole[0], whole[-1]
