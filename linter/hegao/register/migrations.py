"""The tables of a register and how they came to be: numbered steps, each made once and never changed afterwards."""

from __future__ import annotations

from hegao.register.database import Database, Session
from hegao.register.entry import RegisterProblem

#: The statements of each step, the first makes version 1.  ``{counter}`` is what the database calls a key that counts by itself.
#: A key of a title is looked up within a series, or alone; what is compared closely is in the program.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE hegao_schema (version INTEGER NOT NULL)",
        "INSERT INTO hegao_schema (version) VALUES (0)",
        """CREATE TABLE hegao_entry (
            code TEXT NOT NULL, year INTEGER NOT NULL, serial INTEGER NOT NULL, body TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('issued', 'reserved', 'void')),
            title TEXT NOT NULL, day TEXT NOT NULL, issuer TEXT NOT NULL, signer TEXT NOT NULL,
            repealed TEXT NOT NULL, repealed_by TEXT NOT NULL, remark TEXT NOT NULL,
            title_key TEXT NOT NULL, title_front TEXT NOT NULL, title_back TEXT NOT NULL,
            PRIMARY KEY (code, year, serial, body))""",
        "CREATE INDEX hegao_entry_title ON hegao_entry (title_key)",
        "CREATE INDEX hegao_entry_front ON hegao_entry (code, year, title_front, serial)",
        "CREATE INDEX hegao_entry_back ON hegao_entry (code, year, title_back, serial)",
        """CREATE TABLE hegao_change (
            id {counter}, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, number TEXT NOT NULL, detail TEXT NOT NULL)""",
        "CREATE INDEX hegao_change_number ON hegao_change (number)",
    ),
)


def version_in(session: Session) -> int:
    """The version of the register that a session sees; raises ``RegisterProblem`` where there is none."""
    found = session.run("SELECT version FROM hegao_schema")
    if len(found) != 1 or not isinstance(found[0][0], int):
        raise RegisterProblem(f"{session.shown} 不是发文登记簿")
    return found[0][0]


def must_be_current(session: Session) -> None:
    """Raise ``RegisterProblem`` where the register is of another version than this program writes."""
    version = version_in(session)
    if version > len(STEPS):
        raise RegisterProblem(f"登记簿 {session.shown} 是新版程序建的（第 {version} 版），本程序只认到第 {len(STEPS)} 版，请升级 hegao")
    if version < len(STEPS):
        raise RegisterProblem(f"登记簿 {session.shown} 是旧版程序建的（第 {version} 版），请先运行一次 hegao register new，内容不会变")


def bring_up(database: Database) -> bool:
    """Make the tables that a database lacks, all or none; gives whether there was a register already.

    Raises ``RegisterProblem`` for one of a newer version.
    """
    with database.writing(checked=False) as session:
        known = session.has_table("hegao_schema")
        version = version_in(session) if known else 0
        if version > len(STEPS):
            must_be_current(session)
        make_tables(session, database.counter, version)
    return known


def make_tables(session: Session, counter: str, version: int = 0) -> None:
    """Make the tables that a register of that version lacks; ``counter`` as in ``Database``."""
    for statements in STEPS[version:]:
        for statement in statements:
            session.run(statement.format(counter=counter))
    session.run("UPDATE hegao_schema SET version = :version", version=len(STEPS))
