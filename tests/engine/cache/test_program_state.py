"""What stands for the program: any change of its files, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from hegao.engine.cache.program_state import program, state_of


def write(folder: Path, name: str, text: str = "x") -> Path:
    """A file below a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, ns=(1, 1))
    return path


def test_it_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, "rules/one.toml")
        write(tmp_path / name, "code.py")
    assert state_of(tmp_path / "a") == state_of(tmp_path / "b")
    assert state_of(tmp_path / "a", tmp_path / "b") != state_of(tmp_path / "a")
    assert program() == program()


def test_it_changes_with_a_file_and_not_with_what_python_compiles(tmp_path: Path) -> None:
    one = write(tmp_path, "code.py")
    before = state_of(tmp_path)
    write(tmp_path, "__pycache__/code.pyc")
    assert state_of(tmp_path) == before
    one.write_text("xy", "utf-8")
    os.utime(one, ns=(1, 1))
    longer = state_of(tmp_path)
    os.utime(one, ns=(2, 2))
    later = state_of(tmp_path)
    write(tmp_path, "more/new.py")
    assert len({before, longer, later, state_of(tmp_path)}) == 4
