"""Files read once more, one at a time, for a report that shows the text of what was checked.

A run keeps no text: that of ten thousand documents would not fit.  Who shows it asks for a file when its turn comes, and lets it go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hegao.sources.personal_numbers import starred_lines
from hegao.sources.source import Unreadable

if TYPE_CHECKING:
    from hegao.document.model import File
    from hegao.engine.run.targets import Target


class Reading(NamedTuple):
    """A file as it was read: its model, and its physical lines as they may be shown (numbers of persons starred)."""

    file: File
    lines: Sequence[str]


#: What gives the reading of the file of a name; None where it cannot be read.
Readings = Callable[[str], Reading | None]


def readings(targets: Iterable[Target]) -> Readings:
    """The readings of the targets, by the names that they are shown under; each is read when it is asked for.

    The standard input must be held (``Target.data``): it was read already.
    """
    by_name = {target.name: target for target in targets}

    def reading(name: str) -> Reading | None:
        from hegao.document.building import parse

        target = by_name.get(name)
        if target is None:
            return None
        try:
            source = target.source()
            return Reading(parse(source), starred_lines(source.lines))
        except Unreadable:
            return None
        except Exception as error:  # the run has told it; the report is still written
            from logging import getLogger

            getLogger("hegao").debug("%s could not be read again", name, exc_info=error)
            return None

    return reading
