"""What the register of numbers (发文登记簿) says beside the numbers of a batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hegao.checks.base import Record, past
from hegao.checks.shared.past_entries import entry_data

if TYPE_CHECKING:
    from hegao.register.history import History


@past("numbers")
def past_numbers(records: Sequence[Record], history: History) -> Iterator[Mapping[str, Any]]:
    """The entries of each series of the batch, from some before its first number to some behind its last.

    Where many bodies have the code, an entry that does not say of which it is, is of the one body that the batch has.
    """
    bodies: dict[tuple[str, int], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        data = record.data
        if not data.get("listed"):
            bodies[data["code"], data["year"]][data["body"]].append(data["serial"])
    for (code, year), serials in bodies.items():
        only = next(iter(serials)) if len(serials) == 1 else ""
        for entry in history.around(code, year, [serial for several in serials.values() for serial in several]):
            data = entry_data(entry)
            data["body"] = entry.body or only
            yield data
