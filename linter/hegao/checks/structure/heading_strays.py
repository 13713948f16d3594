"""Headings that bear the number of their list but the label of another level: （一）（二）3. or （三）四、（五）."""

from __future__ import annotations

from collections.abc import Sequence

from hegao.document.model import Heading

#: The styles of GB/T 9704—2012, 7.3.3.
STYLES = ("han", "han-paren", "digit", "digit-paren")


def strays(headings: Sequence[Heading]) -> dict[Heading, Heading]:
    """Each stray heading with the one of its list before it.

    A list of another style skips just its number, or ends before it, while in its own style nothing leads up to it.
    """
    found: dict[Heading, Heading] = {}
    latest: dict[str, Heading] = {}
    anywhere: dict[str, Heading] = {}
    for index, heading in enumerate(headings):
        if heading.style not in STYLES:
            continue
        own = anywhere.get(heading.style)
        if heading.number > 1 and not (own is not None and own.number == heading.number - 1):
            for style in STYLES:
                before = latest.get(style)
                if style != heading.style and before is not None and before.number == heading.number - 1 and _belongs(heading, before, headings[index + 1 :]):
                    found[heading] = before
                    break
        if heading not in found:
            latest[heading.style] = anywhere[heading.style] = heading
            for deeper in STYLES[STYLES.index(heading.style) + 1 :]:
                latest.pop(deeper, None)
    return found


def _belongs(heading: Heading, before: Heading, following: Sequence[Heading]) -> bool:
    """Whether the list of ``before`` goes on behind with the next number but one, or ends, the stray being the first of its own style."""
    higher = STYLES[: STYLES.index(before.style)]
    for later in following:
        if later.style == before.style:
            return later.number == heading.number + 1
        if later.style == heading.style and later.number == heading.number + 1:
            return False
        if later.style in higher and later.style != heading.style:
            break
    # At the end of a list: only a deeper label that nothing leads up to is surely the wrong one.
    return heading.style not in higher and heading.number > 2 and heading.numbering.headings[0] is heading and len(heading.numbering.headings) == 1
