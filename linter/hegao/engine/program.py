"""What the program is, so that nothing that an earlier state of it left in the cache is taken for the work of this one."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import hegao
import hegao.grammars
import hegao.rules
from hegao.sources.digest import digest_of


@cache
def program() -> str:
    """Stands for code, rules, tables and grammars of the installed program."""
    return state_of(hegao.__path__[0], hegao.rules.__path__[0], hegao.grammars.__path__[0])


def state_of(*folders: str | Path) -> str:
    """Stands for the files in the folders and below: names, sizes and times, which change with what the files say."""
    states = []
    for top in folders:
        for folder, below, files in os.walk(top):
            below[:] = sorted(name for name in below if name != "__pycache__")
            for name in sorted(files):
                state = os.stat(os.path.join(folder, name))
                states.append(f"{name} {state.st_size} {state.st_mtime_ns}")
    return digest_of("\n".join(states))
