"""The bundle for machines without Python: what goes into it, and how it starts its own parts.  Making it takes a minute and is not tried here."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from repository import ROOT

_FOLDER = ROOT / "packaging"

pytestmark = pytest.mark.skipif(not _FOLDER.is_dir(), reason="the tests of an installed package have no folder packaging/")


def _said(*arguments: str, code: str = "", data: bytes = b"") -> str:
    head = [sys.executable, "-c", code] if code else [sys.executable]
    return subprocess.run([*head, *arguments], input=data, capture_output=True, check=True, cwd=_FOLDER, timeout=120).stdout.decode()


def test_tables_rules_grammars_and_templates_go_into_it_where_the_program_looks_for_them() -> None:
    listed = _said(code="import bundle; print(*(f'{path.name} {place}' for path, place in bundle.data()), sep='\\n')").splitlines()
    assert {
        "departments.csv hegao/rules/tables",
        "NUM101-number-missing.toml hegao/rules/number",
        "terminals.lark hegao/grammars",
        "page.css hegao/reports/page/templates",
        "desk.html hegao/desk/templates",
    } <= set(listed)
    sources = {path.name for folder in ("rules", "grammars") for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert sources <= {line.split()[0] for line in listed}


def test_it_is_the_command_and_its_own_python() -> None:
    assert _said("bundled.py", "--version").startswith("hegao ")
    answer = _said("bundled.py", "-P", "-m", "hegao.sources.page.page_process", "pdf", "0", data=b"no PDF")
    assert answer.startswith("{")


def test_the_desk_has_its_libraries_and_its_processes_in_it() -> None:
    pytest.importorskip("jinja2")
    from hegao.cli.serve_command import NEEDED
    from hegao.desk.frames import frame, read_frame

    assert set(NEEDED) <= set(_said(code="import bundle; print(*bundle._EXTRAS)").split())
    question = {"task": "check", "office": [None] * 4, "name": "通知.txt", "more": {"shown": ["k", 1]}}
    head = [sys.executable, "bundled.py", "-P", "-m", "hegao.desk.desk_process"]
    draft = "根据江政发[2024]8号文件，通知如下。\n".encode()
    done = subprocess.run(head, input=frame(question, [draft]), capture_output=True, check=True, cwd=_FOLDER, timeout=120)
    answer = read_frame(io.BytesIO(done.stdout))
    assert answer is not None and b'data-rule="NUM102"' in answer[1][0]


def test_whatever_the_program_starts_of_itself_is_started_as_the_bundle_can() -> None:
    """``sys.executable`` is the bundle there, which takes ``-P -m MODULE`` alone."""
    started = [line for path in (ROOT / "linter").rglob("*.py") for line in path.read_text(encoding="utf-8").splitlines() if "sys.executable, " in line]
    assert len(started) >= 2 and all('sys.executable, "-P", "-m", ' in line for line in started)


def test_without_what_makes_it_one_sentence_says_so(tmp_path: Path) -> None:
    code = "import sys, bundle; bundle.find_spec = lambda name: None; sys.exit(bundle.main(['--output', sys.argv[1]]))"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=False, cwd=_FOLDER, timeout=120)
    assert done.returncode == 1 and b"PyInstaller" in done.stderr and b"Traceback" not in done.stderr
