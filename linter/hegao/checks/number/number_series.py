"""Document numbers (发文字号) of a batch: given twice, out of order, missing in their series."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from hegao.checks.base import BatchHit, Partition, Record, batch_check
from hegao.checks.date.own_day import contradict, written
from hegao.checks.shared.parameters import percent
from hegao.register.entry import ISSUED, VOID
from hegao.words.title_likeness import ONE_TITLE, letters, one_title, same_title


def _home(record: Record) -> str:
    """The series that a number is of: code, issuing body where the code alone does not tell it, and year."""
    return f"{record.data['code']}\0{record.data['body']}\0{record.data['year']}"


_BY_SERIES = Partition(_home)


@batch_check(
    "number-duplicate",
    "numbers",
    {"likeness": percent("How like the titles of two copies of one document are at least.", ONE_TITLE)},
    facts=["number", "other", "place", "reason"],
    faults=["registered", "reserved", "void"],
    partition=_BY_SERIES,
)
def number_duplicate(records: Sequence[Record], likeness: int) -> Iterator[BatchHit]:
    """Two documents of the batch bear one number, or one bears a number that the register has given away (HED-01).

    The same document met twice (in a gazette and by itself, say) is one document: same title, no other date.
    At fault is the one whose date lies in another year than the number, else the later one, which took the number
    that was given already; one without a date is the draft.  Against the register it is always the document.
    """
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    given: dict[tuple[str, str], Record] = {}
    for record in records:
        key = record.data["number"], record.data["body"]
        if record.past:
            given[key] = record
        else:
            groups[key].append(record)
    for (number, body), group in groups.items():
        entry = given.get((number, body))
        if entry is not None:
            yield from (BatchHit(record, _taken(entry)) for record in group if not _given_to(entry, record, likeness))
            group = [record for record in group if _given_to(entry, record, likeness)]
            if not group:
                continue
        group.sort(key=lambda record: (not _same_year(record), record.data["date"] or "9999", record.path, record.span))
        other = group[0]
        known: dict[str | None, list[Record]] = defaultdict(list)
        for record in group:
            if not any(_same_document(record, one, likeness) for one in _may_be(record, known)):
                if known:
                    title = other.data["title"]
                    facts = {"number": number, "other": _named(title), "place": other.path}
                    yield BatchHit(record, facts, (other,), about=(record, other))
                known[record.data["date"]].append(record)


def _given_to(entry: Record, record: Record, likeness: int) -> bool:
    """Whether the register has the number for this document: issued as this, reserved for it or for none by name."""
    if entry.data["state"] == VOID:
        return False
    title, own = entry.data["title"], record.data["title"]
    # The day in a register may be that of the issue, some days behind that of the text.
    return not title or not own or same_title(title, own) or _same_document(record, entry, likeness)


def _taken(entry: Record) -> dict[str, str]:
    state, remark = entry.data["state"], entry.data["remark"]
    fault = {ISSUED: "registered"}.get(state, state)
    facts = {"number": entry.data["number"], "other": _named(entry.data["title"]), "place": ""}
    return {**facts, "fault": fault, "reason": f"（{remark}）" if remark else ""}


def _named(title: str | None) -> str:
    return f"《{title}》" if title else "另一份文件"


def _may_be(record: Record, known: Mapping[str | None, Sequence[Record]]) -> Iterator[Record]:
    """The records, kept by their dates, that do not bear another date."""
    day = record.data["date"]
    return chain.from_iterable(known.values()) if day is None else chain(known.get(day, ()), known.get(None, ()))


def _same_document(one: Record, other: Record, likeness: int) -> bool:
    """Whether two records may be copies of one document."""
    a, b = one.data, other.data
    if a["date"] and b["date"] and a["date"] != b["date"]:
        return False
    if not a["title"] or not b["title"]:
        return True
    if a.get("listed"):
        return same_title(a["title"], b["title"])
    return one_title(a["title"], b["title"], likeness) and not two_matters(one, other)


#: Fewer letters are no word by themselves.
_OTHER_WORD = 2


def two_matters(record: Record, other: Record) -> bool:
    """Whether like titles name two matters (元旦, 春节), not one with a slip: each text has the word of its own title.

    Of what is in the register only the title is known.
    """
    one, another = record.data, other.data
    if same_title(one["title"], another["title"]):
        return False
    from difflib import SequenceMatcher  # slow to import, seldom asked

    a, b = letters(one["title"]), letters(another["title"])
    for kind, start, end, begin, stop in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        # Of one letter the neighbours are taken along: 中考, 高考.
        more = 1 if min(end - start, stop - begin) < _OTHER_WORD else 0
        for before, behind in ((more, 0), (0, more)):
            first, second = a[max(0, start - before) : end + behind], b[max(0, begin - before) : stop + behind]
            if kind == "replace" and _told_by(first, second, one) and (other.past or _told_by(second, first, another)):
                return True
    return False


def _told_by(word: str, another: str, data: Mapping[str, Any]) -> bool:
    """Whether a text has a word and not another one."""
    begin = data.get("begin", "")
    return word in begin and another not in begin


@batch_check(
    "number-order",
    "numbers",
    {"tolerance": {"type": "integer", "minimum": 0, "default": 0}},
    ["number", "date", "other", "other_date"],
    partition=_BY_SERIES,
)
def number_order(records: Sequence[Record], tolerance: int = 0) -> Iterator[BatchHit]:
    """Within a series of the batch a later number bears an earlier date, or the reverse.

    What does not fit into the longest run of numbers and dates that ascend together is out of order; ``tolerance`` allows so
    many days, since a number may be given before the text is signed.  A number of another year than its date, and one given
    to several documents, is no measure for others: it is held against the run of the rest.  What the register has is the measure
    for what it has not.
    """
    for group in _series(records):
        dated = [record for record in group if record.data["date"]]
        # The first record of each day, by serial: copies of one document are one.
        by_serial: dict[int, dict[str, Record]] = defaultdict(dict)
        for record in dated:
            if _year_fits(record):
                by_serial[record.data["serial"]].setdefault(record.data["date"], record)
        line = [record for days in by_serial.values() if len(days) == 1 for record in days.values()]
        issued = _run([record for record in line if record.past])
        sure = set(issued)
        run = _run([record for record in line if (record in sure if record.past else _out_of_order(record, issued, 0) is None)])
        kept = set(run)
        odd = [record for record in line if record not in kept]
        doubtful = [record for record in dated if not _year_fits(record) or len(by_serial[record.data["serial"]]) > 1]
        for record in (*odd, *doubtful):
            other = _out_of_order(record, run, tolerance)
            if other is not None:
                facts = {
                    "number": record.data["number"],
                    "date": written(_day(record)),
                    "other": other.data["number"],
                    "other_date": written(_day(other)),
                }
                first = by_serial[record.data["serial"]].get(record.data["date"], record)
                yield BatchHit(record, facts, (other,), about=(record, first))


def _run(line: Sequence[Record]) -> list[Record]:
    """A longest run of records in a line whose days never fall."""
    places = _ascending([_day(record).toordinal() for record in line])
    return [record for place, record in enumerate(line) if place in places]


def _out_of_order(record: Record, run: Sequence[Record], tolerance: int) -> Record | None:
    """The neighbour of a record in a run, by its number, that is out of order with it: the one before, else the one behind."""
    serial, day = record.data["serial"], _day(record).toordinal()
    index = bisect_left(run, serial, key=_serial)
    if index and _day(run[index - 1]).toordinal() - day > tolerance:
        return run[index - 1]
    index = bisect_right(run, serial, key=_serial)
    return run[index] if index < len(run) and day - _day(run[index]).toordinal() > tolerance else None


def _serial(record: Record) -> int:
    serial: int = record.data["serial"]
    return serial


def _ascending(days: Sequence[int]) -> set[int]:
    """The indexes of a longest run of days that never falls; of equals, the one that keeps early ones."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index in range(len(days) - 1, -1, -1):
        place = bisect_right(tails, -days[index])
        tails[place : place + 1] = [-days[index]]
        ends[place : place + 1] = [index]
        before[index] = ends[place - 1] if place else None
    kept = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept


@batch_check("number-gap", "numbers", facts=["missing", "before"], partition=_BY_SERIES)
def number_gap(records: Sequence[Record]) -> Iterator[BatchHit]:
    """Between two numbers of a series in batch and register others are missing; worth knowing where these are the whole file.

    What is reserved or void is not missing.
    """
    for group in _series(record for record in records if not record.data.get("listed")):
        previous = group[0]
        for record in group[1:]:
            low, high = previous.data["serial"] + 1, record.data["serial"] - 1
            if low <= high:
                missing = f"{low}号" if low == high else f"{low}—{high}号"
                yield BatchHit(record, {"missing": missing, "before": previous.data["number"]}, (previous,))
            previous = record


def _series(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The records of each series (code and year) in order of their serials."""
    series: dict[tuple[str, str, int], list[Record]] = defaultdict(list)
    for record in records:
        series[record.data["code"], record.data["body"], record.data["year"]].append(record)
    for group in series.values():
        yield sorted(group, key=lambda record: (record.data["serial"], record.path, record.span))


def _same_year(record: Record) -> bool:
    return record.data["date"] is None or _day(record).year == record.data["year"]


def _year_fits(record: Record) -> bool:
    """Whether the number can be of the year of the date."""
    return not contradict(record.data["year"], _day(record))


def _day(record: Record) -> datetime.date:
    return datetime.date.fromisoformat(record.data["date"])
