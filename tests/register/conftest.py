"""Registers for tests: each test on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hegao.register.database import open_database
from hegao.register.migrations import bring_up
from register.servers import server, why_not


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a server of PostgreSQL."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with server() as found:
        yield found


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a register may be made: a file or a server, without one yet."""
    if request.param == "file":
        return str(tmp_path / "登记簿.db")
    found: str = request.getfixturevalue("address")
    import psycopg

    with psycopg.connect(found) as connection:
        connection.execute("DROP TABLE IF EXISTS hegao_entry, hegao_change, hegao_schema")
    return found


@pytest.fixture
def register(place: str) -> str:
    """An empty register."""
    database = open_database(place)
    database.make()
    bring_up(database)
    return place
