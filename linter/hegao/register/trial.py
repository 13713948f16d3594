"""A register that lives as long as a test: the examples of rules bring one as the sheet that an office would import."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from hegao.register.history import History
from hegao.register.migrations import make_tables
from hegao.register.number_register import enter_in
from hegao.register.sheet import read_sheet
from hegao.register.sqlite_file import SqliteFile, SqliteSession


@contextmanager
def tried(sheet: str) -> Iterator[History]:
    """What a batch is told by a register that holds the rows of a sheet; what is wrong with a row is left out."""
    with closing(sqlite3.connect(":memory:")) as connection:
        session = SqliteSession("登记簿", connection)
        make_tables(session, SqliteFile.counter)
        enter_in(session, [entry for _line, entry in read_sheet(sheet.encode("utf-8")).entries])
        yield History(sessions=[session])
