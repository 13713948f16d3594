"""The register itself: what is entered, reserved, voided, found, and who did it when."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from hegao.register.database import Database, Session
from hegao.register.entry import ISSUED, RESERVED, STATE_WORDS, VOID, Change, Entry, RegisterProblem
from hegao.words.title_likeness import same_title, title_key, title_keys

#: The columns of an entry, in the order of its fields.
COLUMNS = ", ".join(Entry._fields)
_KEYS = ("title_key", "title_front", "title_back")
_INSERT = (
    f"INSERT INTO hegao_entry ({COLUMNS}, {', '.join(_KEYS)}) VALUES ({', '.join(f':{name}' for name in (*Entry._fields, *_KEYS))})"
)
_UPDATE = (
    f"UPDATE hegao_entry SET {', '.join(f'{name} = :{name}' for name in (*Entry._fields[4:], *_KEYS))}"
    " WHERE code = :code AND year = :year AND serial = :serial AND body = :body"
)
_LOG = "INSERT INTO hegao_change (at, who, action, number, detail) VALUES (:at, :who, :action, :number, :detail)"

#: What becomes of an entry that is to be made: new in the register, told more of, there already, or refused.
NEW, FILLED, KNOWN, REFUSED = "new", "filled", "known", "refused"


class Outcome(NamedTuple):
    """What became of an entry, and where it was refused, why."""

    entry: Entry
    what: str
    why: str = ""


class Repeal(NamedTuple):
    """A text (of serial 0 where it is known by its title only), the day since which it is repealed, and the number of what repeals it."""

    text: Entry
    day: str
    by: str


class Entered(NamedTuple):
    """What became of each entry, and the repealed texts that the register does not have."""

    outcomes: list[Outcome]
    missing: list[Entry]


class NumberRegister:
    """A register in a database, written by somebody.  All that it does raises ``RegisterProblem``."""

    def __init__(self, database: Database, who: str, now: Callable[[], datetime.datetime]) -> None:
        """Take the database, the name of who writes, and the clock."""
        self._database = database
        self._who = who
        self._now = now

    def enter(self, entries: Sequence[Entry], action: str, repeals: Iterable[Repeal] = (), *, whole: bool = False) -> Entered:
        """Enter what documents or rows say, in one transaction; nothing where ``whole`` and one is refused.

        What is known is told more of where it lacks something, and never changed.
        """
        with self._database.writing() as session:
            outcomes = enter_in(session, entries, whole=whole)
            if whole and _any_refused(outcomes):
                return Entered(outcomes, [])
            self._log(session, action, ((one.entry, one.entry.title) for one in outcomes if one.what in (NEW, FILLED)))
            refused = {outcome.entry.number for outcome in outcomes if outcome.what == REFUSED}
            missing = self._repeal(session, (repeal for repeal in repeals if repeal.by not in refused))
        return Entered(outcomes, missing)

    def reserve(self, code: str, year: int, body: str, title: str = "", issuer: str = "") -> Entry:
        """Reserve the next number of a series; no other call anywhere gets the same."""
        with self._database.writing() as session:
            found = session.run(
                "SELECT max(serial) FROM hegao_entry WHERE code = :code AND year = :year AND body = :body", code=code, year=year, body=body
            )
            entry = Entry(code, year, (found[0][0] or 0) + 1, body, RESERVED, title, issuer=issuer)
            session.run_many(_INSERT, [_values(entry)])
            self._log(session, "留号", [(entry, title)])
        return entry

    def void(self, code: str, year: int, serial: int, body: str, reason: str) -> Entry:
        """Let a number never be used again."""
        with self._database.writing() as session:
            entry = _only(session, code, year, serial, body)
            if entry.state == VOID:
                raise RegisterProblem(f"{entry.number}早已作废（{entry.remark}）")
            entry = entry._replace(state=VOID, remark=reason)
            session.run_many(_UPDATE, [_values(entry)])
            self._log(session, "作废", [(entry, reason)])
        return entry

    def entries(self, code: str = "", year: int = 0, state: str = "") -> list[Entry]:
        """The entries, in order of code, year and serial; of one code, year or state only where one is given."""
        asked: dict[str, str | int] = {name: value for name, value in (("code", code), ("year", year), ("state", state)) if value}
        where = " AND ".join(f"{name} = :{name}" for name in asked)
        with self._database.reading() as session:
            found = session.run(f"SELECT {COLUMNS} FROM hegao_entry" + (f" WHERE {where}" if where else ""), **asked)
        # The orders of databases differ with the language they are set up for.
        return sorted((Entry(*row) for row in found), key=_key)

    def find(self, words: Iterable[str]) -> list[Entry]:
        """The entries whose number, title, body, signer or remark hold any of the words."""
        wanted = tuple(words)
        return [entry for entry in self.entries() if any(word in field for field in _searched(entry) for word in wanted)]

    def changes(self, number: str = "") -> list[Change]:
        """The lines of the log in order, of one number only where one is given."""
        where, asked = (" WHERE number = :number", {"number": number}) if number else ("", {})
        with self._database.reading() as session:
            found = session.run(f"SELECT at, who, action, number, detail FROM hegao_change{where} ORDER BY id", **asked)
        return [Change(*row) for row in found]

    def _repeal(self, session: Session, repeals: Iterable[Repeal]) -> list[Entry]:
        """Note since which day texts are repealed, and by what; gives those that the register does not have.

        A text without a number is known by its title, where only one bears that.
        """
        missing = []
        for text, day, by in repeals:
            found = _numbered(session, text) if text.serial else _titled(session, text.title)
            found = [one for one in found if one.state == ISSUED]
            if len(found) != 1:
                missing.append(text)
            elif not found[0].repealed:
                entry = found[0]._replace(repealed=day, repealed_by=by)
                session.run_many(_UPDATE, [_values(entry)])
                self._log(session, "注明废止", [(entry, f"{day} {by}".strip())])
        return missing

    def _log(self, session: Session, action: str, done: Iterable[tuple[Entry, str]]) -> None:
        at = self._now().isoformat(timespec="seconds")
        lines = [{"at": at, "who": self._who, "action": action, "number": entry.number, "detail": said} for entry, said in done]
        session.run_many(_LOG, lines)


def enter_in(session: Session, entries: Sequence[Entry], *, whole: bool = False) -> list[Outcome]:
    """Enter what documents or rows say, as ``NumberRegister.enter``, without a line in the log."""
    known: dict[tuple[str, int], dict[tuple[str, int, int, str], Entry]] = {}
    before: set[tuple[str, int, int, str]] = set()
    outcomes: list[Outcome] = []
    for entry in entries:
        series = entry.code, entry.year
        if series not in known:
            known[series] = {one.key: one for one in _series(session, *series)}
            before.update(known[series])
        outcome = _met(known[series].get(entry.key), entry)
        outcomes.append(outcome)
        known[series][entry.key] = outcome.entry
    if not whole or not _any_refused(outcomes):
        changed = {one.entry.key: one.entry for one in outcomes if one.what in (NEW, FILLED)}
        session.run_many(_INSERT, [_values(entry) for key, entry in changed.items() if key not in before])
        session.run_many(_UPDATE, [_values(entry) for key, entry in changed.items() if key in before])
    return outcomes


def _any_refused(outcomes: Iterable[Outcome]) -> bool:
    return any(outcome.what == REFUSED for outcome in outcomes)


def _met(known: Entry | None, entry: Entry) -> Outcome:
    """What becomes of an entry where the register has ``known`` under its number."""
    if known is None:
        return Outcome(entry, NEW)
    if known.state == VOID and entry.state != VOID:
        return Outcome(known, REFUSED, f"{known.number}已经作废{f'（{known.remark}）' if known.remark else ''}，不能再用")
    if known.title and entry.title and not same_title(known.title, entry.title):
        word = "留给了" if known.state == RESERVED else "登记为"
        return Outcome(known, REFUSED, f"{known.number}已经{word}《{known.title}》，不能再给《{entry.title}》")
    told = {name: getattr(entry, name) for name in Entry._fields[5:] if not getattr(known, name) and getattr(entry, name)}
    if entry.state == VOID or known.state == RESERVED:
        told["state"] = entry.state
    filled = known._replace(**told)
    return Outcome(filled, KNOWN if filled == known else FILLED)


def _values(entry: Entry) -> dict[str, str | int]:
    return entry._asdict() | dict(zip(_KEYS, title_keys(entry.title), strict=True))


def _series(session: Session, code: str, year: int) -> Iterator[Entry]:
    for row in session.run(f"SELECT {COLUMNS} FROM hegao_entry WHERE code = :code AND year = :year", code=code, year=year):
        yield Entry(*row)


def _numbered(session: Session, text: Entry) -> list[Entry]:
    asked = f"SELECT {COLUMNS} FROM hegao_entry WHERE code = :code AND year = :year AND serial = :serial"
    return [Entry(*row) for row in session.run(asked, code=text.code, year=text.year, serial=text.serial)]


def _titled(session: Session, title: str) -> list[Entry]:
    found = session.run(f"SELECT {COLUMNS} FROM hegao_entry WHERE title_key = :title_key", title_key=title_key(title))
    return [entry for entry in (Entry(*row) for row in found) if same_title(entry.title, title)]


def _only(session: Session, code: str, year: int, serial: int, body: str) -> Entry:
    """The one entry of a number; raises ``RegisterProblem`` where there is none, or several bodies have one."""
    text = Entry(code, year, serial)
    found = [entry for entry in _numbered(session, text) if not body or entry.body == body]
    if not found:
        raise RegisterProblem(f"登记簿里没有{text.number}")
    if len(found) > 1:
        raise RegisterProblem(f"{text.number}有{'、'.join(entry.body for entry in found)}几家，请用 --issuer 写明是哪一家")
    return found[0]


def _searched(entry: Entry) -> tuple[str, ...]:
    return entry.number, entry.title, entry.issuer, entry.signer, entry.remark, STATE_WORDS[entry.state]


def _key(entry: Entry) -> tuple[str, int, int, str]:
    return entry.key
