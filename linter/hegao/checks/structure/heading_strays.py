"""Headings that bear the number of their list but the label of another level: （一）（二）3. or （三）四、（五）.

The labels are read as a reader counts them: each either goes on in a list that is open, or begins one with 1.  What does neither
is amiss; where another label on one heading near it makes all of them fit, and better than another number does, that heading is a stray.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hegao.document.model import Heading

#: The styles of GB/T 9704—2012, 7.3.3, and what stands below them.
STYLES = ("han", "han-paren", "digit", "digit-paren", "circled")
#: What a number out of turn weighs, a list begun anew under the same heading, one that goes on under the next, and a list of one item, in half slips.
_OUT_OF_TURN, _ANEW, _ON, _ALONE = 2, 1, 1, 1
#: A list that goes on under the next heading has no more headings above it between.
_SINCE = 2
#: How far behind a heading another label of it may tell, and how many headings before a slip it may stand,
#: how far before others of its style are looked for.
_AHEAD, _BACK, _FAR = 8, 2, 60


class _Label(NamedTuple):
    style: str
    number: int


class _Count:
    """The lists that are open, each with its last number and how many items it has; in each style the last number and how many headings above came since."""

    def __init__(self) -> None:
        """Begin with no list."""
        self.open: dict[str, tuple[int, int]] = {}
        self.ever: dict[str, tuple[int, int]] = {}

    def copy(self) -> _Count:
        """The same count, to be gone on with by itself."""
        other = _Count()
        other.open, other.ever = dict(self.open), dict(self.ever)
        return other

    def take(self, label: _Label) -> int:
        """Count one heading more; what it weighs."""
        style, number = label
        weight = 0
        for deeper in STYLES[STYLES.index(style) + 1 :]:
            weight += _ALONE if self.open.pop(deeper, (0, 0))[1] == 1 else 0
            if deeper in self.ever:
                self.ever[deeper] = (self.ever[deeper][0], self.ever[deeper][1] + 1)
        last, items = self.open.get(style, (0, 0))
        if items and number != last + 1:
            weight += _ANEW if number == 1 else _OUT_OF_TURN
            items = 0 if number == 1 else items
        elif not items and number != 1:
            ever, since = self.ever.get(style, (0, 0))
            items = 1 if number == ever + 1 else 0
            weight += _ON if items and since <= _SINCE else _OUT_OF_TURN
        self.open[style] = (number, items + 1)
        self.ever[style] = (number, 0)
        return weight

    def after(self, labels: Sequence[_Label]) -> int:
        """What these headings weigh one after the other, lists of one item at their end, too."""
        count = self.copy()
        weight = sum(count.take(label) for label in labels)
        return weight + sum(_ALONE for _last, items in count.open.values() if items == 1)


def strays(headings: Sequence[Heading]) -> dict[Heading, Heading]:
    """Each stray heading with one beside it in its list that bears the label of the list."""
    counted = [heading for heading in headings if heading.style in STYLES]
    labels = [_Label(heading.style, heading.number) for heading in counted]
    found: dict[Heading, Heading] = {}
    counts = [_Count()]
    for place, label in enumerate(labels):
        count = counts[-1].copy()
        counts.append(count)
        if not count.take(label):
            continue
        stray = _stray(counted, labels, counts, place)
        if stray is not None:
            at, style, beside = stray
            found[counted[at]] = counted[beside]
            labels[at] = _Label(style, labels[at].number)
            del counts[at + 1 :]
            for later in labels[at : place + 1]:
                counts.append(counts[-1].copy())
                counts[-1].take(later)
    return found


def _stray(headings: Sequence[Heading], labels: Sequence[_Label], counts: Sequence[_Count], place: int) -> tuple[int, str, int] | None:
    """The heading near a slip that another style of label makes fit, with that style and a heading beside it in its list.

    Of several that fit as well, the one is told that is set as the others of that style, then the one that heads a list as they do, then the one
    whose list would be like the other lists of its level.
    """
    best: tuple[tuple[int, bool, bool, bool], int, str, int] | None = None
    for at in (one for one in _suspects(labels, place) if not _in_its_place(labels, one)):
        behind = labels[at + 1 : max(at, place) + 1 + _AHEAD]
        now = counts[at].after([labels[at], *behind])
        for style in STYLES:
            beside = _beside(labels, at, style) if style != labels[at].style else None
            if beside is None:
                continue
            gain = now - counts[at].after([_Label(style, labels[at].number), *behind])
            worth = gain, _looks_like(headings, at, style), _heads_like(labels, at, beside), _usual(labels, at, style)
            if gain >= _OUT_OF_TURN and (best is None or worth > best[0]):
                best = worth, at, style, beside
    if best is None:
        return None
    (gain, alike, *_less), at, style, beside = best
    renumbered = max((*_gains_by_number(labels, counts, place), _gain_by_earlier_number(labels, counts, place)))
    if gain < renumbered or gain == renumbered and not alike:
        return None
    return at, style, beside


def _suspects(labels: Sequence[_Label], place: int) -> Iterator[int]:
    """Where the stray may stand: at the slip, just before it, at the last heading before it that is no deeper, or where its number stood before."""
    yield from range(place, max(-1, place - _BACK - 1), -1)
    depth = STYLES.index(labels[place].style)
    above = next((at for at in range(place - 1, max(-1, place - _FAR), -1) if STYLES.index(labels[at].style) <= depth), None)
    if above is not None and above < place - _BACK:
        # The items of a list stand between.
        yield above
    earlier = next((at for at in range(place - 1, max(-1, place - _FAR), -1) if labels[at].style == labels[place].style), None)
    if earlier is not None and earlier < place - _BACK and labels[earlier].number == labels[place].number:
        yield earlier


def _in_its_place(labels: Sequence[_Label], at: int) -> bool:
    """Whether a heading bears the number of its place in its own list, while the one before it does not: （一）（二）（二）（四）."""
    depth = STYLES.index(labels[at].style)
    above = next((place for place in range(at - 1, -1, -1) if STYLES.index(labels[place].style) < depth), -1)
    own = [label.number for label in labels[above + 1 : at + 1] if label.style == labels[at].style]
    return len(own) > _SINCE and own[-1] == len(own) and own[-2] != len(own) - 1


def _heads_like(labels: Sequence[_Label], at: int, beside: int) -> bool:
    """Whether below a heading begins a list of the same style as below the one beside it."""
    below = [labels[place + 1] for place in (at, beside) if place + 1 < len(labels)]
    return len(below) == 2 and below[0] == below[1] and below[0].number == 1


def _usual(labels: Sequence[_Label], at: int, style: str) -> bool:
    """Whether lists elsewhere that begin below a heading of the level above are of that style more often than of the heading's own."""
    above = next((label.style for label in reversed(labels[:at]) if STYLES.index(label.style) < min(STYLES.index(style), STYLES.index(labels[at].style))), None)
    begun = [second.style for first, second in pairwise(labels) if first.style == above and second.number == 1]
    return begun.count(style) > begun.count(labels[at].style)


def _beside(labels: Sequence[_Label], at: int, style: str) -> int | None:
    """Where the item before, or of the first the item behind, stands in a list of that style that the heading would belong to."""
    number = labels[at].number
    before = next((place for place in range(at - 1, max(-1, at - _FAR), -1) if labels[place].style == style), None)
    if before is not None and labels[before].number == number - 1:
        return before
    if before is not None and number > _SINCE and labels[before].number == number - 2 == labels[before - 1].number and labels[before - 1].style == style:
        # （一）（二）（二）4.: the number before has a slip of its own.
        return before
    behind = next((place for place in range(at + 1, min(len(labels), at + 1 + _AHEAD)) if labels[place].style == style), None)
    return behind if number == 1 and behind is not None and labels[behind].number == number + 1 else None


def _gains_by_number(labels: Sequence[_Label], counts: Sequence[_Count], place: int) -> Iterator[int]:
    """What is gained where the heading out of turn, or one just before it, has another number."""
    for at in range(place, max(-1, place - _BACK), -1):
        behind = labels[at + 1 : at + 1 + _AHEAD]
        style, number = labels[at]
        now = counts[at].after([labels[at], *behind])
        last = counts[at].open.get(style, (0, 0))[0]
        yield from (now - counts[at].after([_Label(style, other), *behind]) for other in {1, last + 1, number - 1, number + 1})


def _gain_by_earlier_number(labels: Sequence[_Label], counts: Sequence[_Count], place: int) -> int:
    """What is gained where the heading before in the same style has the number before its own: 四、六、六、."""
    style, number = labels[place]
    at = next((before for before in range(place - 1, max(-1, place - _FAR), -1) if labels[before].style == style), None)
    if at is None or labels[at].number != number:
        return 0
    behind = labels[at + 1 : place + 1 + _AHEAD]
    return counts[at].after([labels[at], *behind]) - counts[at].after([_Label(style, number - 1), *behind])


def _looks_like(headings: Sequence[Heading], at: int, style: str) -> bool:
    """Whether a heading is set as those of another style near it are, and not as those of its own: as a sentence, or alone on its line."""
    near = [heading for heading in headings[max(0, at - _AHEAD) : at + 1 + _AHEAD] if heading is not headings[at]]
    own = [_is_sentence(heading) for heading in near if heading.style == headings[at].style]
    other = [_is_sentence(heading) for heading in near if heading.style == style]
    here = _is_sentence(headings[at])
    return bool(other) and all(sentence == here for sentence in other) and own.count(here) * 2 < len(own)


def _is_sentence(heading: Heading) -> bool:
    return heading.runs_on or heading.body.value.endswith("。")
