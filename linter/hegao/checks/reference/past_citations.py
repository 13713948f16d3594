"""What the register of numbers (发文登记簿) says beside the citations of a batch: what bears a number, what is repealed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hegao.checks.base import Record, past
from hegao.checks.shared.past_entries import entry_data
from hegao.register.entry import ISSUED

if TYPE_CHECKING:
    from hegao.register.entry import Entry
    from hegao.register.history import History


@past("citations")
def past_citations(records: Sequence[Record], history: History) -> Iterator[Mapping[str, Any]]:
    """The texts that bear a cited number, and where it has no such number of a code that it knows, those of the title."""
    cited = [record.data for record in records if not record.data["own"]]
    numbered = {entry.number: entry for entry in _numbered(cited, history)}
    titles = {one["title"] for one in cited if one["title"] and one["number"] not in numbered and history.has_code(one["code"])}
    for entry in {entry.key: entry for entry in (*numbered.values(), *history.titled(titles))}.values():
        # Which body is meant by a code that many have, a citation does not say.
        if entry.state == ISSUED and entry.title and not entry.body:
            yield entry_data(entry) | {"own": True, "key": ""}


@past("abolished")
def past_repeals(records: Sequence[Record], history: History) -> Iterator[Mapping[str, Any]]:
    """The texts given as a basis that the register notes as repealed, each as if a document said so."""
    cited = [record.data for record in records if record.data["role"] == "basis"]
    numbered = _numbered((one for one in cited if one["number"]), history)
    titled = history.titled({one["title"] for one in cited if not one["number"]})
    for entry in {entry.key: entry for entry in (*numbered, *titled)}.values():
        if entry.repealed:
            yield {"role": "abolished", "number": entry.number, "title": entry.title, "day": entry.repealed, "key": ""}


def _numbered(cited: Iterable[Mapping[str, Any]], history: History) -> list[Entry]:
    """The entries that bear one of the numbers with a year."""
    serials: dict[tuple[str, int], set[int]] = defaultdict(set)
    for one in cited:
        if one["year"] is not None:
            serials[one["code"], one["year"]].add(one["serial"])
    return history.numbered(serials)
