"""Registers that cannot be used: one sentence each, and whether that is the fault of who asks or of the register."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hegao.cli.main import run
from hegao.register import database
from hegao.register.database import open_database
from hegao.register.entry import Entry, RegisterProblem
from hegao.register.migrations import bring_up
from notices import notice
from register.test_number_register import FLOOD, book


def problem(place: str, *, write: bool = False) -> RegisterProblem:
    """What is said where a register is read, or written."""
    with pytest.raises(RegisterProblem) as caught:
        if write:
            book(place).reserve("江政办发", 2026, "")
        else:
            book(place).entries()
    assert "\n" not in str(caught.value)
    return caught.value


def stamped(place: str, version: int) -> None:
    with open_database(place).writing(checked=False) as session:
        session.run("UPDATE hegao_schema SET version = :version", version=version)


@pytest.mark.parametrize("write", [False, True])
def test_another_version(register: str, write: bool) -> None:
    stamped(register, 99)
    newer = problem(register, write=write)
    assert "是新版程序建的（第 99 版），本程序只认到第 1 版，请升级 hegao" in str(newer) and not newer.broken
    with pytest.raises(RegisterProblem, match="请升级 hegao"):
        bring_up(open_database(register))
    stamped(register, 0)
    older = problem(register, write=write)
    assert "请先运行一次 hegao register new" in str(older) and not older.broken


def test_an_old_register_is_brought_up_with_all_that_it_holds(register: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from hegao.register import migrations

    book(register).enter([FLOOD], "登记")
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("CREATE INDEX hegao_entry_day ON hegao_entry (day)",)))
    assert "请先运行一次 hegao register new" in str(problem(register))
    assert bring_up(open_database(register))
    assert book(register).entries() == [FLOOD]


def test_a_step_that_fails_leaves_the_register_as_it_was(register: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from hegao.register import migrations

    book(register).enter([FLOOD], "登记")
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*migrations.STEPS, ("DROP TABLE hegao_change", "CREATE TABLE hegao_entry (a TEXT)")))
        with pytest.raises(RegisterProblem):
            bring_up(open_database(register))
    assert len(book(register).changes()) == 1


def test_nothing_there(place: str) -> None:
    found = problem(place)
    assert "hegao register new" in str(found) and not found.broken
    assert not Path(place).exists()


@pytest.mark.parametrize("content", [b"", "发文字号,标题\n".encode() * 100, b"SQLite format 3\x00"])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "登记.csv"
    path.write_bytes(content)
    found = problem(str(path))
    assert str(found) == f"{path} 不是发文登记簿" and not found.broken
    assert path.read_bytes() == content


def test_a_folder_and_a_pipe_are_no_registers(tmp_path: Path) -> None:
    assert "不是发文登记簿：它是文件夹或者设备" in str(problem(str(tmp_path)))


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "别的.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (a TEXT)")
    before = path.read_bytes()
    assert "不是发文登记簿" in str(problem(str(path)))
    with pytest.raises(RegisterProblem, match="是别的数据库"):
        bring_up(open_database(str(path)))
    assert path.read_bytes() == before


def test_a_read_only_file_is_read_and_not_written(tmp_path: Path) -> None:
    place = str(tmp_path / "登记簿.db")
    made = open_database(place)
    made.make()
    bring_up(made)
    book(place).enter([FLOOD], "登记")
    Path(place).chmod(0o444)
    assert book(place).entries() == [FLOOD]
    found = problem(place, write=True)
    assert str(found) == f"登记簿 {place} 是只读的，没有写入" and found.broken


def test_who_may_only_read_reads(address: str) -> None:
    import psycopg

    with psycopg.connect(address) as connection:
        connection.execute("DROP TABLE IF EXISTS hegao_entry, hegao_change, hegao_schema")
    bring_up(open_database(address))
    book(address).enter([FLOOD], "登记")
    with psycopg.connect(address) as connection:
        connection.execute("DROP ROLE IF EXISTS reader")
        connection.execute("CREATE ROLE reader LOGIN")
        connection.execute("GRANT SELECT ON hegao_entry, hegao_change, hegao_schema TO reader")
    reader = address.replace("hegao@", "reader@", 1)
    assert book(reader).entries() == [FLOOD]
    found = problem(reader, write=True)
    assert "对这个用户是只读的，没有写入" in str(found) and found.broken
    with psycopg.connect(address) as connection:
        connection.execute("REVOKE ALL ON hegao_entry, hegao_change, hegao_schema FROM reader")
        connection.execute("DROP ROLE reader")


def test_a_locked_register(register: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.001)
    other = open_database(register)
    with other.writing() as session:
        session.run("UPDATE hegao_schema SET version = version")
        found = problem(register, write=True)
    assert "正被别人占用" in str(found) and "请稍后再试" in str(found) and found.broken
    book(register).enter([FLOOD], "登记")


def test_a_damaged_register(tmp_path: Path) -> None:
    place = tmp_path / "登记簿.db"
    made = open_database(str(place))
    made.make()
    bring_up(made)
    book(str(place)).enter([Entry("江政发", 2026, serial, title=f"关于第{serial}件事的通知") for serial in range(1, 500)], "登记")
    data = place.read_bytes()
    place.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))
    found = problem(str(place))
    assert "不是发文登记簿" in str(found) or found.broken


@pytest.mark.parametrize("place", ["mysql://server/name", "postgresql://server:port/name", "://"])
def test_addresses_that_are_none(place: str) -> None:
    pytest.importorskip("sqlalchemy")
    pytest.importorskip("psycopg")
    assert "地址" in str(problem(place)) and not problem(place).broken


def test_a_server_that_cannot_be_reached_and_its_password_is_not_shown(tmp_path: Path) -> None:
    pytest.importorskip("sqlalchemy")
    pytest.importorskip("psycopg")
    found = problem(f"postgresql://hegao:geheim@/postgres?host={tmp_path}")
    assert "连不上登记簿 postgresql://hegao:***@/postgres" in str(found) and found.broken
    assert "geheim" not in str(found)


@pytest.mark.parametrize("missing", ["sqlalchemy", "psycopg"])
def test_without_the_extra_a_sentence_says_what_to_install(missing: str) -> None:
    code = f"import sys; sys.modules['{missing}'] = None\nfrom hegao.cli.main import run\nsys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "register", "list", "--register", "postgresql://hegao@server/name"]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "hegao：连接服务器上的登记簿要先安装 SQLAlchemy 和 psycopg：pip install 'hegao[register]'\n"


def test_a_check_tells_and_reports_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(notice("请做好。"), "utf-8")
    assert run(["check", "--register", "没有.db", "a.txt"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "hegao：没有 没有.db 这个登记簿；新建一个用 hegao register new --register 没有.db\n")
    made = open_database("簿.db")
    made.make()
    bring_up(made)
    monkeypatch.setattr(database, "PATIENCE", 0)
    with closing(sqlite3.connect("簿.db", isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert run(["check", "--register", "簿.db", "a.txt"]) == 3
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("hegao：登记簿 簿.db 正被别人占用") and err.count("\n") == 1
    # Without a register, nothing of it is loaded or needed.
    assert run(["check", "a.txt"]) == 0
