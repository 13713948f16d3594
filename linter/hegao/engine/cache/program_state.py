"""What the program is, so that nothing that an earlier state of it left in the cache is taken for the work of this one."""

from __future__ import annotations

import os
import sys
from functools import cache

import hegao
import hegao.grammars
import hegao.rules
from hegao.sources.digest import digest_of


@cache
def program() -> str:
    """Stands for code, rules, tables and grammars of the installed program."""
    if getattr(sys, "frozen", False):
        # A program in one file is unpacked anew at each start.
        seen = os.stat(sys.executable)
        return digest_of(f"{sys.executable} {seen.st_size} {seen.st_mtime_ns}")
    return state_of(hegao.__path__[0], hegao.rules.__path__[0], hegao.grammars.__path__[0])


def state_of(*folders: str | os.PathLike[str]) -> str:
    """Stands for the files in the folders and below: names, sizes and times, which change with what the files say."""
    return digest_of("\n".join([state for folder in folders for state in _states(folder)]))


def _states(folder: str | os.PathLike[str]) -> list[str]:
    """The state of each file in a folder and below; listing and looking in one go takes half the time of two."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    states = []
    for entry in entries:
        if not entry.is_dir():
            state = entry.stat()
            states.append(f"{entry.name} {state.st_size} {state.st_mtime_ns}")
        elif entry.name != "__pycache__":
            states += [entry.name, *_states(entry.path)]
    return states
