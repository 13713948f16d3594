"""Results of earlier runs, kept by what decided them: the content, the name, the rules, the settings, the program.

An entry is one JSON file in the user's cache folder.  What is damaged or missing is made anew, so entries may be deleted
at any time and several processes may work at once.
"""

from __future__ import annotations

import os
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import hegao
from hegao.engine import codec
from hegao.sources import store

if TYPE_CHECKING:
    from hegao.engine.plan import Plan
    from hegao.engine.run import Outcome

#: The part of the cache folder that holds results.
FOLDER = "results"


@cache
def program() -> str:
    """Stands for the code of the program: names, sizes and times of its files, so that a changed check is not served old results."""
    total = blake2b(digest_size=16)
    root = Path(hegao.__path__[0])
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in sorted(files):
            if name.endswith((".py", ".lark")):
                state = os.stat(os.path.join(folder, name))
                total.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return total.hexdigest()


def key_of(data: bytes, name: str, plan: Plan) -> str:
    """The name of the entry for a file's content, shown under ``name``, checked by ``plan``."""
    total = blake2b(digest_size=20)
    for part in (program().encode(), plan.digest().encode(), name.encode("utf-8", "replace"), data):
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    found = total.hexdigest()
    return f"{FOLDER}/{found[:2]}/{found[2:]}.json"


def load(key: str) -> Outcome | None:
    """The outcome stored under a key; None where there is none that can be read."""
    stored = store.load(key)
    try:
        return codec.from_json(stored["result"]), stored["facts"]
    except (KeyError, TypeError, ValueError):
        return None


def save(key: str, outcome: Outcome) -> None:
    """Store an outcome; one in which something crashed is not kept, so that it is tried again."""
    result, facts = outcome
    if not result.failed:
        store.save(key, {"result": codec.to_json(result), "facts": facts})
