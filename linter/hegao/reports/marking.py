"""A line of a document with the words marked that a finding speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.reports.terminal_width import ELLIPSIS, fit, show, width

#: What stands before and behind the words.  Marks below the line would stand under other words in every window whose Chinese
#: characters are not exactly as wide as two others.
MARKS = (">>", "<<")
#: Columns of a line that are left to what stands before the marked words at least.
_LEAD = 24


def marked_line(line: str, start: int, length: int, columns: int) -> tuple[str, str, str]:
    """A line as it is shown: what stands before the ``length`` characters from ``start``, these in marks, what stands behind them.

    A line too long is cut around the place, and the place itself in its middle.
    """
    start = min(max(start, 0), len(line))
    end = min(start + length, len(line))
    room = columns - sum(map(len, MARKS))
    # What lies farther off than this is not shown, so it is not measured either.
    before, place, after = show(line[max(0, start - columns) : start]), _middle(line[start:end], room), show(line[end : end + columns])
    lead, marked, rest = width(before), width(place), width(after)
    if lead + marked + rest > room:
        most = min(max(_LEAD, room - marked - rest), max(0, room - marked - min(rest, 1)))
        if lead > most:
            before = ELLIPSIS + _tail(before, most - 1) if most > 0 else ""
            lead = width(before)
        left = room - lead - marked
        if rest > left:
            after = after[: fit(after, left - 1)] + ELLIPSIS if left > 0 else ""
    return before, place.join(MARKS), after


def _middle(text: str, columns: int) -> str:
    """The text as it is shown, cut in its middle where it takes more than so many columns, so that begin and end are seen."""
    shown = show(text if len(text) <= 2 * columns else text[:columns] + text[-columns:])
    if len(text) <= 2 * columns and width(shown) <= columns:
        return shown
    half = (columns - 1) // 2
    return shown[: fit(shown, half)] + ELLIPSIS + _tail(shown, half)


def _tail(text: str, columns: int) -> str:
    """The end of ``text`` that fits into ``columns``."""
    backwards = text[::-1]
    return text[len(text) - fit(backwards, max(0, columns)) :]


def with_quotes_marked(line: str, quotes: Sequence[str]) -> Iterator[str]:
    """The whole line with quotes from it marked, once; once more for those that overlap with others."""
    left = sorted(quotes, key=line.find)
    if not left:
        yield show(line)
    while left:
        shown, over, at = "", [], 0
        for quote in left:
            start = line.find(quote, at)
            if start < 0:
                over.append(quote)
                continue
            shown += show(line[at:start]) + show(quote).join(MARKS)
            at = start + len(quote)
        yield shown + show(line[at:])
        left = over if len(over) < len(left) else []
