"""The databases that tests of the register run on: a file, and a real server of PostgreSQL where its programs are installed."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _programs() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name.partition(".")[0]))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


def why_not() -> str:
    """Why no server can be started here; empty where one can."""
    if _programs() is None:
        return "PostgreSQL is not installed"
    if importlib.util.find_spec("sqlalchemy") is None or importlib.util.find_spec("psycopg") is None:
        return "SQLAlchemy or psycopg is not installed"
    if os.geteuid() == 0 and (not shutil.which("setpriv") or not _has_user("postgres")):
        return "PostgreSQL does not run as root, and there is no other user"
    return ""


def _has_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that lives as long as the tests, reached by a socket in its folder."""
    programs = _programs()
    assert programs is not None
    # The path of a socket is short, that of pytest's folders is not.
    folder = Path(tempfile.mkdtemp(prefix="hegao-pg-"))
    as_user = []
    if os.geteuid() == 0:
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(folder, "postgres", "postgres")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run([*as_user, *command], check=True, cwd=folder, env=environment, stdout=subprocess.DEVNULL, timeout=120)

    try:
        run(str(programs / "initdb"), "--auth=trust", "--username=hegao", "--encoding=UTF8", "--no-sync", "-D", str(data))
        settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", settings, "start")
        try:
            yield f"postgresql://hegao@/postgres?host={folder}"
        finally:
            run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
