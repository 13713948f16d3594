"""What a batch is told of the past: the entries that bear on it, looked up by number, series and title, never all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from hegao.register.database import Session, open_database
from hegao.register.entry import Entry
from hegao.register.number_register import COLUMNS
from hegao.words.title_likeness import title_keys

_SELECT = f"SELECT {COLUMNS} FROM hegao_entry WHERE"
#: So many numbers before and behind those of the batch tell whether they are in order.
_AROUND = 3
#: So many values are asked for at once; the oldest SQLite takes 999.
_AT_ONCE = 400
#: So many numbers, each of which takes three.
_NUMBERS_AT_ONCE = 200
#: So many titles that begin or end alike are looked at.
_MOST_ALIKE = 200
_IN_SERIES = f"{_SELECT} code = :code AND year = :year AND"


def _together(*statements: str) -> str:
    """One statement that gives the rows of several."""
    return " UNION ALL ".join(f"SELECT * FROM ({statement}) AS part{place}" for place, statement in enumerate(statements))


_AROUND_THESE = _together(
    f"{_IN_SERIES} serial < :low ORDER BY serial DESC LIMIT {_AROUND}",
    f"{_IN_SERIES} serial BETWEEN :low AND :high",
    f"{_IN_SERIES} serial > :high ORDER BY serial LIMIT {_AROUND}",
)
_ALIKE = _together(
    f"{_IN_SERIES} title_front = :front ORDER BY serial DESC LIMIT {_MOST_ALIKE}",
    f"{_IN_SERIES} title_back = :back ORDER BY serial DESC LIMIT {_MOST_ALIKE}",
)


class History:
    """Registers that are open for a judgement, each as it is at one moment.  All raises ``RegisterProblem``."""

    def __init__(self, names: Sequence[str] = (), sessions: Sequence[Session] = ()) -> None:
        """Take the paths and addresses of the registers, or sessions that are open."""
        self._names = names
        self._stack = ExitStack()
        self._sessions = list(sessions)
        self._codes: dict[str, bool] = {}

    def __enter__(self) -> Self:
        """Open them."""
        with ExitStack() as stack:
            self._sessions += [stack.enter_context(open_database(name).reading()) for name in self._names]
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool | None:
        """Close them."""
        return self._stack.__exit__(kind, error, trace)

    def numbered(self, series: Mapping[tuple[str, int], Iterable[int]]) -> list[Entry]:
        """The entries of these serials in series, each told by agency code and year."""
        wanted = [(code, year, serial) for (code, year), serials in series.items() for serial in sorted(set(serials))]
        found: list[Entry] = []
        for start in range(0, len(wanted), _NUMBERS_AT_ONCE):
            several = wanted[start : start + _NUMBERS_AT_ONCE]
            values = {f"{name}{place}": value for place, one in enumerate(several) for name, value in zip("cys", one, strict=True)}
            alternatives = " OR ".join(f"(code = :c{place} AND year = :y{place} AND serial = :s{place})" for place in range(len(several)))
            found += self._rows(f"{_SELECT} {alternatives}", **values)
        return found

    def around(self, code: str, year: int, serials: Iterable[int]) -> list[Entry]:
        """The entries of a series of these serials, and some before and behind each."""
        # Stretches of one series may meet.
        found: dict[tuple[int, str], Entry] = {}
        for low, high in _stretches(sorted(set(serials))):
            found |= {(entry.serial, entry.body): entry for entry in self._rows(_AROUND_THESE, code=code, year=year, low=low, high=high)}
        return list(found.values())

    def has_code(self, code: str) -> bool:
        """Whether there is any entry of an agency code."""
        if code not in self._codes:
            self._codes[code] = bool(self._rows(f"{_SELECT} code = :code LIMIT 1", code=code))
        return self._codes[code]

    def titled(self, titles: Iterable[str]) -> list[Entry]:
        """The entries whose titles are the same but for marks, 关于, 的, a version or the issuer in front, or nearly so."""
        return self._of("title_key", sorted({title_keys(title)[0] for title in titles} - {""}))

    def alike(self, code: str, year: int, title: str) -> list[Entry]:
        """The entries of a series whose titles begin or end as this one, the last ones where they are many."""
        _key, front, back = title_keys(title)
        found = self._rows(_ALIKE, code=code, year=year, front=front, back=back) if front else []
        return list({entry.key: entry for entry in found}.values())

    def _of(self, field: str, values: Sequence[str]) -> list[Entry]:
        found: list[Entry] = []
        for start in range(0, len(values), _AT_ONCE):
            several = {f"v{place}": value for place, value in enumerate(values[start : start + _AT_ONCE])}
            found += self._rows(f"{_SELECT} {field} IN ({', '.join(f':{name}' for name in several)})", **several)
        return found

    def _rows(self, statement: str, **values: Any) -> list[Entry]:
        return list(self._each(statement, values))

    def _each(self, statement: str, values: dict[str, Any]) -> Iterator[Entry]:
        for session in self._sessions:
            yield from (Entry(*row) for row in session.run(statement, **values))


def _stretches(serials: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of serials that stand so close together that the entries between them are wanted, too."""
    low = high = serials[0]
    for serial in serials[1:]:
        if serial - high > 2 * _AROUND:
            yield low, high
            low = serial
        high = serial
    yield low, high
