"""Titles against the register of numbers: what was issued under this title already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hegao.checks.base import BatchHit, Partition, Record, batch_check, past
from hegao.checks.number.number_series import two_matters
from hegao.checks.shared.parameters import percent
from hegao.checks.shared.past_entries import entry_data
from hegao.register.entry import RESERVED, VOID
from hegao.words.title_likeness import ONE_TITLE, letters, one_title, same_title, title_keys

if TYPE_CHECKING:
    from hegao.register.history import History


@past("own-title")
def past_titles(records: Sequence[Record], history: History) -> Iterator[Mapping[str, Any]]:
    """The entries that may bear one of the titles: of the series of the document, of any where it has no number yet.

    What the register has as the document itself, is not looked for.
    """
    serials: dict[tuple[str, int], list[int]] = defaultdict(list)
    for record in records:
        if record.data["code"]:
            serials[record.data["code"], record.data["year"]].append(record.data["serial"])
    known = {entry.number: entry.title for entry in history.numbered(serials)}
    found = history.titled(record.data["title"] for record in records if not record.data["code"])
    for record in records:
        data = record.data
        if data["code"] and not same_title(known.get(data["number"], ""), data["title"]):
            found += history.alike(data["code"], data["year"], data["title"])
    for entry in {entry.key: entry for entry in found}.values():
        if entry.state != VOID and entry.title:
            yield entry_data(entry)


@batch_check(
    "title-issued",
    "own-title",
    {"likeness": percent("How like two titles are at least that are taken for one.", ONE_TITLE)},
    facts=["title", "other", "other_number"],
    faults=["reserved"],
    partition=Partition(home=lambda record: record.path),
)
def title_issued(records: Sequence[Record], likeness: int) -> Iterator[BatchHit]:
    """The register has the title in the same year under another number: issued twice, or one of the numbers is wrong.

    A document without a number is held against the very title, whatever the series; one whose own number the register has under
    its title is issued, and no draft.
    """
    by_key: dict[tuple[str, int, str], list[Record]] = {}
    for record in records:
        if record.past:
            for key in _keys(record):
                by_key.setdefault(key, []).append(record)
    for record in records:
        if record.past:
            continue
        data = record.data
        known = list(dict.fromkeys(one for key in _keys(record) for one in by_key.get(key, ())))
        if data["code"]:
            known = [one for one in known if one.data["code"] == data["code"] and _one(record, one, likeness)]
        else:
            known = [one for one in known if _same(record, one)]
            # What is reserved for the draft is its own number.
            known = [one for one in known if one.data["state"] != RESERVED]
        if known and not any(one.data["number"] == data["number"] for one in known):
            other = known[-1].data
            facts = {"title": data["title"], "other": other["title"], "other_number": other["number"], "fault": other["state"]}
            yield BatchHit(record, facts)


def _keys(record: Record) -> Iterator[tuple[str, int, str]]:
    """What tells titles that may be one: that they begin alike in one year, or end alike."""
    _key, front, back = title_keys(record.data["title"])
    yield "front", record.data["year"], front
    yield "back", record.data["year"], back


def _one(record: Record, other: Record, likeness: int) -> bool:
    return one_title(record.data["title"], other.data["title"], likeness) and not two_matters(record, other)


def _same(record: Record, other: Record) -> bool:
    return letters(record.data["title"]) == letters(other.data["title"])
