"""A register that offices share (PostgreSQL), through SQLAlchemy Core; both come with the extra ``hegao[register]``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg  # noqa: F401  (told here, and not later, where it is not installed)
import sqlalchemy
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from hegao.register import database
from hegao.register.entry import RegisterProblem
from hegao.register.migrations import must_be_current

#: Seconds that a server may take to answer at all.
_CONNECTING = 10
_SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
#: Who writes holds this lock of the database to the end of the transaction; any number would do that nobody else uses.
_LOCK = 0x6865_6761_6F
#: What PostgreSQL calls the kinds of error (SQLSTATE).
_LOCKED, _NO_TABLE, _NOT_ALLOWED = ("55P03", "57014"), ("42P01",), ("42501", "25006")


class SharedServer:
    """The database at an address: postgresql://user@host/name."""

    counter = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"

    def __init__(self, address: str) -> None:
        """Take the address; raises ``RegisterProblem`` where it is none of PostgreSQL."""
        try:
            url = sqlalchemy.make_url(address)
        except (ArgumentError, ValueError) as error:
            raise RegisterProblem("登记簿的地址写得不对，应写作 postgresql://用户@主机/库名") from error
        if url.drivername not in _SCHEMES:
            raise RegisterProblem(f"登记簿的地址只能以 postgresql:// 开头，不能是“{url.drivername}://”")
        self.shown = url.set(drivername="postgresql").render_as_string(hide_password=True)
        self._engine = sqlalchemy.create_engine(
            url.set(drivername="postgresql+psycopg"), poolclass=NullPool, connect_args={"connect_timeout": _CONNECTING}
        )

    def make(self) -> None:
        """Let tables be made; the database itself must be there."""

    @contextmanager
    def reading(self) -> Iterator[ServerSession]:
        """See ``Database.reading``."""
        with self._session(isolation_level="REPEATABLE READ", postgresql_readonly=True) as session:
            must_be_current(session)
            yield session

    @contextmanager
    def writing(self, *, checked: bool = True) -> Iterator[ServerSession]:
        """See ``Database.writing``."""
        with self._session() as session:
            session.run(f"SET LOCAL lock_timeout = {round(database.PATIENCE * 1000)}")
            session.run("SELECT pg_advisory_xact_lock(:lock)", lock=_LOCK)
            if checked:
                must_be_current(session)
            yield session

    @contextmanager
    def _session(self, **options: Any) -> Iterator[ServerSession]:
        try:
            with self._engine.connect() as plain:
                connection = plain.execution_options(**options) if options else plain
                with connection.begin():
                    yield ServerSession(self.shown, connection)
        except SQLAlchemyError as error:
            raise _told(error, self.shown) from error


class ServerSession:
    """See ``Session``."""

    def __init__(self, shown: str, connection: sqlalchemy.Connection) -> None:
        self.shown = shown
        self._connection = connection

    def run(self, statement: str, **values: str | int) -> list[tuple[Any, ...]]:
        found = self._connection.execute(sqlalchemy.text(statement), values)
        return [tuple(row) for row in found] if found.returns_rows else []

    def run_many(self, statement: str, rows: Sequence[Mapping[str, str | int]]) -> None:
        if rows:
            self._connection.execute(sqlalchemy.text(statement), [dict(row) for row in rows])

    def has_table(self, name: str) -> bool:
        return bool(self.run("SELECT 1 WHERE to_regclass(:name) IS NOT NULL", name=name))


def _told(error: SQLAlchemyError, shown: str) -> RegisterProblem:
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    if state in _LOCKED:
        return RegisterProblem(f"登记簿 {shown} 正被别人占用，等了 {database.PATIENCE} 秒没有等到，请稍后再试", broken=True)
    if state in _NO_TABLE:
        return RegisterProblem(f"{shown} 里没有发文登记簿，或者不归这个用户读；新建一个用 hegao register new")
    if state in _NOT_ALLOWED:
        return RegisterProblem(f"登记簿 {shown} 对这个用户是只读的，没有写入", broken=True)
    if isinstance(error, DBAPIError) and (error.connection_invalidated or state is None or state.startswith(("08", "28", "3D", "57"))):
        return RegisterProblem(f"连不上登记簿 {shown}，请查地址、网络、用户和口令", broken=True)
    return RegisterProblem(f"登记簿 {shown} 读写出错（{state or type(error).__name__}）", broken=True)
