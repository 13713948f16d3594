"""Entries of the register of numbers as the data of past records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hegao.register.entry import Entry


def entry_data(entry: Entry) -> dict[str, Any]:
    """What is the same in the records of all collectors; ``state`` and ``remark`` as in ``Entry``."""
    number = {"number": entry.number, "code": entry.code, "year": entry.year, "serial": entry.serial}
    return {**number, "title": entry.title, "date": entry.day, "state": entry.state, "remark": entry.remark}
