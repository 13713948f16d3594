"""A register in a file (SQLite), through the standard library: nothing to install, and nothing slow to import."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any

from hegao.register import database
from hegao.register.entry import RegisterProblem
from hegao.register.migrations import must_be_current


class SqliteFile:
    """The file at a path."""

    counter = "INTEGER PRIMARY KEY"

    def __init__(self, path: str) -> None:
        """Take the path."""
        self.shown = path
        self._new = False

    def make(self) -> None:
        """Let the file be made where there is none."""
        self._new = True

    @contextmanager
    def reading(self) -> Iterator[SqliteSession]:
        """See ``Database.reading``."""
        with self._session("BEGIN") as session:
            must_be_current(session)
            yield session

    @contextmanager
    def writing(self, *, checked: bool = True) -> Iterator[SqliteSession]:
        """See ``Database.writing``."""
        with self._session("BEGIN IMMEDIATE") as session:
            if checked:
                must_be_current(session)
            elif session.holds_something_else():
                raise RegisterProblem(f"{self.shown} 不是发文登记簿，是别的数据库")
            yield session

    @contextmanager
    def _session(self, begin: str) -> Iterator[SqliteSession]:
        self._look(begin != "BEGIN")
        try:
            with closing(sqlite3.connect(self.shown, timeout=database.PATIENCE, isolation_level=None)) as connection:
                connection.execute(begin)
                try:
                    yield SqliteSession(self.shown, connection)
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
                connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise _told(error, self.shown) from error

    def _look(self, to_write: bool) -> None:
        """Raise ``RegisterProblem`` where no file is, or one that is not to be written; SQLite itself would make one unasked."""
        try:
            mode = os.stat(self.shown).st_mode
        except FileNotFoundError as error:
            if self._new:
                return
            raise RegisterProblem(f"没有 {self.shown} 这个登记簿；新建一个用 hegao register new --register {self.shown}") from error
        except (OSError, ValueError) as error:
            raise RegisterProblem(f"打不开登记簿 {self.shown}", broken=True) from error
        if not stat.S_ISREG(mode):
            raise RegisterProblem(f"{self.shown} 不是发文登记簿：它是文件夹或者设备")
        if to_write and not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise _read_only(self.shown)


class SqliteSession:
    """See ``Session``."""

    def __init__(self, shown: str, connection: sqlite3.Connection) -> None:
        self.shown = shown
        self._connection = connection

    def run(self, statement: str, **values: str | int) -> list[tuple[Any, ...]]:
        return self._connection.execute(statement, values).fetchall()

    def run_many(self, statement: str, rows: Sequence[Mapping[str, str | int]]) -> None:
        self._connection.executemany(statement, rows)

    def has_table(self, name: str) -> bool:
        return bool(self.run("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name", name=name))

    def holds_something_else(self) -> bool:
        """Whether this is the file of another program."""
        return bool(self.run("SELECT 1 FROM sqlite_master")) and not self.has_table("hegao_schema")


def _told(error: sqlite3.Error, shown: str) -> RegisterProblem:
    # The lowest byte tells the kind.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RegisterProblem(f"登记簿 {shown} 正被别人占用，等了 {database.PATIENCE} 秒没有等到，请稍后再试", broken=True)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _read_only(shown)
    if code == sqlite3.SQLITE_NOTADB or code == sqlite3.SQLITE_ERROR and "no such table" in str(error):
        return RegisterProblem(f"{shown} 不是发文登记簿")
    if code == sqlite3.SQLITE_FULL:
        return RegisterProblem(f"登记簿 {shown} 没有写入：磁盘满了", broken=True)
    if code == sqlite3.SQLITE_CANTOPEN:
        return RegisterProblem(f"打不开登记簿 {shown}，请看看有没有权限、文件夹在不在", broken=True)
    return RegisterProblem(f"登记簿 {shown} 读写出错（{error}），文件可能已损坏，请换用备份", broken=True)


def _read_only(shown: str) -> RegisterProblem:
    return RegisterProblem(f"登记簿 {shown} 是只读的，没有写入", broken=True)
