"""What a register needs of a database: statements with ``:names`` for values, transactions that read and that write.

The statements are the same for all databases; ``sqlite_file`` and ``shared_server`` run them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from hegao.register.entry import RegisterProblem, is_address

#: Seconds that a register which somebody else is writing is waited for.
PATIENCE = 10


class Session(Protocol):
    """A transaction that is open."""

    shown: str

    def run(self, statement: str, **values: str | int) -> list[tuple[Any, ...]]:
        """The rows that a statement gives."""

    def run_many(self, statement: str, rows: Sequence[Mapping[str, str | int]]) -> None:
        """Run a statement once for each row of values."""

    def has_table(self, name: str) -> bool:
        """Whether there is a table of that name."""


class Database(Protocol):
    """A database that holds, or is to hold, one register.  All raise ``RegisterProblem``."""

    #: As messages call it, without password.
    shown: str
    #: What a key is declared as that counts by itself.
    counter: str

    def make(self) -> None:
        """Let what is not there be made by the first that writes."""

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that sees the register as it is at one moment."""

    def writing(self, *, checked: bool = True) -> AbstractContextManager[Session]:
        """A transaction that only one at a time has, and that leaves nothing where it ends by an error or is killed.

        ``checked``: there must be a register of this version.
        """


def open_database(name: str) -> Database:
    """The database at a path, or at the address of a server; raises ``RegisterProblem`` where it cannot be one.

    Whether it is there is seen when it is used.
    """
    if not is_address(name):
        from hegao.register.sqlite_file import SqliteFile

        return SqliteFile(name)
    try:
        from hegao.register.shared_server import SharedServer
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "hegao":
            raise
        raise RegisterProblem("连接服务器上的登记簿要先安装 SQLAlchemy 和 psycopg：pip install 'hegao[register]'") from error
    return SharedServer(name)
