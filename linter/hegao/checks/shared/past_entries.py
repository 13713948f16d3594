"""Entries of the register of numbers as the data of past records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hegao.register.entry import ISSUED

if TYPE_CHECKING:
    from hegao.register.entry import Entry


def entry_data(entry: Entry) -> dict[str, Any]:
    """What is the same in the records of all collectors; ``state`` and ``remark`` as in ``Entry``."""
    return {
        "number": entry.number,
        "code": entry.code,
        "year": entry.year,
        "serial": entry.serial,
        "body": entry.body,
        "title": entry.title,
        # The day of a number that is void, or only reserved, is no measure.
        "date": entry.day if entry.state == ISSUED and entry.day else None,
        "state": entry.state,
        "remark": entry.remark,
    }
