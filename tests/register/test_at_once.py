"""Several who write at once, and one who is killed: no number twice, nothing half written; in a file and on a server."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from hegao.register.entry import RESERVED, Entry
from hegao.register.number_register import NEW
from register.test_number_register import book

OFFICES, EACH = 4, 12

RESERVE = f"""
import datetime, json, sys
from hegao.register.database import open_database
from hegao.register.number_register import NumberRegister
book = NumberRegister(open_database(sys.argv[1]), sys.argv[2], lambda: datetime.datetime(2026, 4, 2))
print("ready", flush=True)
sys.stdin.readline()
print(json.dumps([book.reserve("江政办发", 2026, "").serial for _ in range({EACH})]))
"""

#: Enters thousands, and is killed at a statement in the middle, by when much of it lies in the file or at the server.
KILLED = """
import datetime, os, signal, sys
from hegao.register import number_register
from hegao.register.database import open_database
from hegao.register.entry import Entry
if "://" in sys.argv[1]:
    from hegao.register.shared_server import ServerSession as Session
else:
    from hegao.register.sqlite_file import SqliteSession as Session
many = Session.run_many
def run_many(self, statement, rows):
    if statement == number_register._LOG:
        os.kill(os.getpid(), signal.SIGKILL)
    many(self, statement, rows)
Session.run_many = run_many
run = Session.run
def small(self, statement, **values):
    if "://" not in sys.argv[1]:
        self._connection.execute("PRAGMA cache_size = 4")
    return run(self, statement, **values)
Session.run = small
book = number_register.NumberRegister(open_database(sys.argv[1]), "乙", lambda: datetime.datetime(2026, 4, 2))
book.enter([Entry("江政发", 2026, serial, title=f"关于第{serial}件事的通知") for serial in range(1, 3001)], "导入")
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def test_offices_that_reserve_at_once_never_get_one_number(register: str) -> None:
    offices = [start(RESERVE, register, f"第{number}家") for number in range(OFFICES)]
    for office in offices:
        assert office.stdout is not None and office.stdout.readline() == "ready\n"
    given = []
    for office in offices:
        assert office.stdin is not None
        office.stdin.write("\n")
        office.stdin.flush()
    for office in offices:
        out, _err = office.communicate(timeout=120)
        assert office.returncode == 0
        given.append(json.loads(out))
    assert sorted(serial for serials in given for serial in serials) == list(range(1, OFFICES * EACH + 1))
    # Whoever asks later gets more, and each number has its line in the log.
    assert all(serials == sorted(serials) for serials in given)
    assert [entry.serial for entry in book(register).entries(state=RESERVED)] == list(range(1, OFFICES * EACH + 1))
    by = {change.who: 0 for change in book(register).changes()}
    for change in book(register).changes():
        by[change.who] += 1
    assert by == {f"第{number}家": EACH for number in range(OFFICES)}


def test_who_is_killed_in_the_middle_leaves_nothing_half_written(register: str) -> None:
    before = Entry("江政发", 2026, 7, title="关于防汛的通知")
    assert [outcome.what for outcome in book(register).enter([before], "登记").outcomes] == [NEW]
    killed = start(KILLED, register)
    killed.communicate(timeout=120)
    assert killed.returncode == -signal.SIGKILL
    if "://" not in register:
        # What was written is in the file, and beside it what takes it back.
        assert Path(register + "-journal").stat().st_size > 0
    assert book(register).entries() == [before]
    assert len(book(register).changes()) == 1
    assert book(register).reserve("江政发", 2026, "").serial == 8
