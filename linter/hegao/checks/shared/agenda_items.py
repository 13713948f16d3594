"""Items of an agenda (议程) in headings: 1.9:00—9:30，…."""

from __future__ import annotations

from hegao.document.model import Heading
from hegao.phrases.clock_times import ClockRange, clock_ranges


def time_of_item(heading: Heading) -> ClockRange | None:
    """The range of times that an item of an agenda begins with."""
    found = next(clock_ranges(heading.body.value), None)
    return found if found is not None and found.first.start <= len(heading.label) + 1 else None
