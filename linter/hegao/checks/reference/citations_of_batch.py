"""Citations (引用) of a batch: one text under two numbers, one number over two texts, texts repealed (norms REF)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from hegao.checks.base import BatchHit, Partition, Record, batch_check
from hegao.checks.shared.parameters import quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.words.laws import replaced
from hegao.words.title_likeness import one_title, same_title, title_key

_MARKS = Pattern(r"[\s《》〈〉<>“”‘’（）()]")


@lru_cache(maxsize=8192)
def bare_title(title: str) -> str:
    """A cited title without marks and spaces, for comparison: 〈〉 and 《》 change with the level of nesting."""
    return _MARKS.sub("", title)


def one_text(title: str, other: str) -> bool:
    """Whether two titles may stand for one text.

    A plan bears the number of the notice that issued it (REF-12), the issuer may be left out, and a short form of a
    long title is enough once it is introduced.
    """
    if title == other:
        return True
    a, b = sorted((bare_title(title), bare_title(other)), key=len)
    if a in b:
        return True
    letters = iter(b)
    return bool(len(a) * 10 <= len(b) * 6 and all(c in letters for c in a))


def _slip(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two numbers differ in one of code, year and serial: then one of them is a slip of the other."""
    return sum(bool(one[key] != other[key]) for key in ("code", "year", "serial")) == 1


def _transposed(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two numbers are one but for the figures of the serial, which stand in another order: 15号, 51号."""
    serials = str(one["serial"]), str(other["serial"])
    return one["code"] == other["code"] and one["year"] == other["year"] and serials[0] != serials[1] and sorted(serials[0]) == sorted(serials[1])


def _figure_more(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two numbers are one but for a figure that the serial of one has and that of the other has not: 9号, 19号."""
    if one["code"] != other["code"] or one["year"] != other["year"]:
        return False
    short, long = sorted((str(one["serial"]), str(other["serial"])), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


#: Smaller serials meet by chance.
_SERIAL_TELLS = 10


def _other_year(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two numbers are one but for a figure of the year: 〔2024〕56号, 〔2025〕56号."""
    if one["code"] != other["code"] or one["serial"] != other["serial"] or one["serial"] < _SERIAL_TELLS:
        return False
    return sum(a != b for a, b in zip(f"{one['year']}", f"{other['year']}", strict=False)) == 1


def _document(record: Record) -> str:
    return f"{record.path}\0{record.data['key']}"


def _cited_by(record: Record) -> Iterator[str]:
    """The number and the title by which a citation and the text itself find each other."""
    yield f"number {record.data['number']}"
    yield f"title {bare_title(record.data['title'])}"
    yield f"series {_series(record)}"


def _series(record: Record) -> tuple[str, str, int | None]:
    """The file, the code and the year of a number: of texts of one file the one that is meant may bear a number that is mistyped."""
    return record.path, record.data["code"], record.data["year"]


#: How like two titles of numbers a slip apart are in a hundred, at least, that stand for one text.
_LIKE = 85


def _one_with_slips(one: Record, other: Record) -> bool:
    """Whether two numbers of one series are a slip apart, and their titles nearly the same."""
    mistyped = _transposed(one.data, other.data) or _figure_more(one.data, other.data)
    return mistyped and one_title(one.data["title"], other.data["title"], _LIKE)


@batch_check(
    "citation-conflict",
    "citations",
    facts=("title", "number", "other_title", "other_number", "said", "other"),
    faults=("registered", "alike", "apart", "seat", "absent"),
    partition=Partition(
        _document,
        offers=lambda record: _cited_by(record) if record.data["own"] else (),
        asks=lambda record: _cited_by(record) if record.data["title"] and not record.data["own"] else (),
    ),
)
def citation_conflict(records: Sequence[Record]) -> Iterator[BatchHit]:
    """A text cited under another number, or a number under another title, than elsewhere.

    Within a document all citations are compared; over the batch only with the texts themselves, where these are at
    hand or in the register.  Of two citations in one document the later is reported.
    """
    by_document: dict[tuple[str, str], list[Record]] = defaultdict(list)
    owners: dict[str, list[Record]] = defaultdict(list)
    by_title: dict[str, list[Record]] = defaultdict(list)
    series: dict[tuple[str, str, int | None], list[Record]] = defaultdict(list)
    there: dict[tuple[str, str, str], Record] = {}
    for record in records:
        if "apart" in record.data:
            yield from _apart(record, there)
        elif record.data["own"]:
            owners[record.data["number"]].append(record)
            by_title[title_key(record.data["title"]) if record.past else bare_title(record.data["title"])].append(record)
            series[_series(record)].append(record)
        else:
            by_document[record.path, record.data["key"]].append(record)
    for cited in by_document.values():
        first = _Cited()
        titled = [record for record in cited if record.data["title"]]
        for record in cited:
            if not record.data["title"]:
                yield from _bare(record, titled)
                continue
            earlier = first.contradicting(record)
            # What the register says is right settles it, whatever was cited before.
            if _as_registered(record, owners):
                continue
            text = _contradicted(record, owners, by_title)
            other = text if text is not None and text.past else earlier or text
            if other is None:
                other = next((one for one in series.get(_series(record), ()) if _one_with_slips(record, one)), None)
            if other is not None:
                doubtful = {"fault": "alike"} if not other.data["own"] and _one_with_slips(record, other) and not one_text(record.data["title"], other.data["title"]) else {}
                yield BatchHit(record, _facts(record, other) | doubtful, (other,))


def _apart(record: Record, there: dict[tuple[str, str, str], Record]) -> Iterator[BatchHit]:
    """What a document names in two ways: the first record of a pair is kept for the second."""
    pair = record.path, record.data["key"], record.data["apart"]
    if not record.data["said"]:
        there[pair] = record
    elif pair in there:
        said = {"said": record.data["said"], "other": record.data["other"]}
        yield BatchHit(record, {"title": "", "number": "", "other_title": "", "other_number": "", **said, "fault": record.data["fault"]}, (there[pair],))


def _bare(record: Record, titled: Sequence[Record]) -> Iterator[BatchHit]:
    """A number that is cited alone and is a slip away from one that is cited with its title."""
    other = next((one for one in titled if _transposed(one.data, record.data)), None)
    alike = next((one for one in titled if _figure_more(one.data, record.data) or _other_year(one.data, record.data)), None) if other is None else None
    if other is not None:
        yield BatchHit(record, _facts(record, other) | {"title": other.data["title"]}, (other,))
    elif alike is not None:
        yield BatchHit(record, _facts(record, alike) | {"title": alike.data["title"], "fault": "alike"}, (alike,))


class _Cited:
    """What a document has cited so far: the first record of each number with each title."""

    def __init__(self) -> None:
        """Begin with nothing cited."""
        self._by_number: dict[str, dict[str, Record]] = defaultdict(dict)
        self._by_title: dict[str, dict[str, Record]] = defaultdict(dict)
        self._by_series: dict[tuple[str, str, int | None], list[Record]] = defaultdict(list)

    def contradicting(self, record: Record) -> Record | None:
        """An earlier citation that cannot be right if this one is; the record is kept for those to come."""
        number, title = record.data["number"], bare_title(record.data["title"])
        titles, numbers = self._by_number[number], self._by_title[title]
        found = None
        if title not in titles:
            found = next((other for other in titles.values() if not one_text(other.data["title"], title)), None)
        if found is None and number not in numbers:
            found = next((other for other in numbers.values() if _slip(other.data, record.data)), None)
        if found is None and title not in titles:
            found = next((other for other in self._by_series[_series(record)] if _one_with_slips(other, record)), None)
        self._by_series[_series(record)].append(record)
        titles.setdefault(title, record)
        numbers.setdefault(number, record)
        return found


def _contradicted(record: Record, owners: Mapping[str, list[Record]], by_title: Mapping[str, list[Record]]) -> Record | None:
    """The text of the batch that bears the cited number under another title, or the cited title under a number like it."""
    same = owners.get(record.data["number"], [])
    if same:
        return None if any(one_text(record.data["title"], owner.data["title"]) for owner in same) else same[0]
    title = record.data["title"]
    found = next((owner for owner in by_title.get(bare_title(title), ()) if not owner.past and _slip(record.data, owner.data)), None)
    if found is not None:
        return found
    # The issuer may be left out where a text is cited; the register knows its code.
    registered = (owner for owner in by_title.get(title_key(title), ()) if owner.past and owner.data["code"] == record.data["code"])
    return next((owner for owner in registered if _slip(record.data, owner.data) and same_title(owner.data["title"], title)), None)


def _as_registered(record: Record, owners: Mapping[str, list[Record]]) -> bool:
    """Whether the register has the cited number for the cited text."""
    return any(owner.past and one_text(record.data["title"], owner.data["title"]) for owner in owners.get(record.data["number"], ()))


def _facts(record: Record, other: Record) -> dict[str, str]:
    return {
        "title": record.data["title"],
        "number": record.data["number"],
        "other_title": other.data["title"],
        "other_number": other.data["number"],
        "said": "",
        "other": "",
        **({"fault": "registered"} if other.past else {}),
    }


@batch_check(
    "abolished-basis",
    "abolished",
    {"shortest": quantity("Letters of a title by which alone a text is known, where its number is not given.", 10)},
    facts=("cited", "day"),
    partition=Partition(
        _document,
        offers=lambda record: _names(record) if record.data["role"] == "abolished" else (),
        asks=lambda record: _names(record) if record.data["role"] == "basis" else (),
    ),
)
def abolished_basis(records: Sequence[Record], shortest: int) -> Iterator[BatchHit]:
    """A text is a basis in a document issued on or after the day on which another (or the same) repealed it.

    So is a law that another has replaced.  Texts are known by their number, or, where one is cited without, by a whole title of some length.
    Facts: ``cited``, the text, ``day``, the day of the repeal.
    """
    # By number and by title, where in the records they stand.
    repeals: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        if record.data["role"] == "abolished":
            for name in _names(record):
                repeals[name].append(place)
    for record in records:
        if record.data["role"] != "basis":
            continue
        since, _by = replaced().get(record.data["title"], ("", ""))
        if since and since <= record.data["day"]:
            yield BatchHit(record, {"cited": f"《{record.data['title']}》", "day": since})
            continue
        for place in sorted({place for name in _names(record) for place in repeals.get(name, ())}):
            repeal = records[place]
            if repeal.data["day"] <= record.data["day"] and (_same_text(record.data, repeal.data, shortest) or _repealed_here(record, repeal)):
                cited = f"《{record.data['title']}》" + (f"（{record.data['number']}）" if record.data["number"] else "")
                yield BatchHit(record, {"cited": cited, "day": repeal.data["day"]}, (repeal,))
                break


def _names(record: Record) -> list[str]:
    """The number and the title by which a cited text may be found again, where there are such."""
    return [name for name in (record.data["number"], bare_title(record.data["title"])) if name]


#: A document that rests on a title and repeals it means one text, however short it is.
_WHOLE_TITLE = 5


def _repealed_here(basis: Record, repeal: Record) -> bool:
    """Whether one document cites a text by its title as its basis and repeals it, though with a slip in one of its numbers, or without one."""
    same = bare_title(basis.data["title"]) == bare_title(repeal.data["title"]) and len(basis.data["title"]) >= _WHOLE_TITLE
    of_one = basis.path == repeal.path and basis.data["key"] == repeal.data["key"]
    code, other = basis.data.get("code"), repeal.data.get("code")
    return of_one and same and (not code or not other or code == other)


def _same_text(one: Mapping[str, Any], other: Mapping[str, Any], shortest: int) -> bool:
    if one["number"] and other["number"]:
        return bool(one["number"] == other["number"] and one_text(one["title"], other["title"]))
    return len(one["title"]) >= shortest and bare_title(one["title"]) == bare_title(other["title"])
