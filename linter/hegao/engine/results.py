"""Results of earlier runs, kept by what decided them: the content, the rules, the settings, the program.

An entry is one JSON file in the user's cache folder.  What is damaged or missing is made anew, so entries may be deleted
at any time and several processes may work at once.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from hegao.engine import codec
from hegao.engine.program import program
from hegao.sources import store
from hegao.sources.digest import digest_all

if TYPE_CHECKING:
    from hegao.engine.examine import Outcome
    from hegao.engine.plan import Plan

#: The part of the cache folder that holds results.
FOLDER = "results"


def key_of(data: bytes, name: str, plan: Plan) -> str:
    """The name of the entry for a file's content, shown under ``name``, checked by ``plan``.

    Of the name only the last part counts, by which documents without a number are known: a file may lie, or be called, elsewhere.
    """
    found = digest_all((program(), plan.digest, posixpath.basename(name), data), 20)
    return f"{FOLDER}/{found[:2]}/{found[2:]}.json"


def load(key: str, name: str, plan: Plan) -> Outcome | None:
    """The outcome stored under a key for that name and plan; None where there is none that can be read."""
    stored = store.load(key)
    try:
        return codec.from_json(stored, name, plan)
    except (KeyError, TypeError, ValueError):
        return None


def save(key: str, outcome: Outcome) -> None:
    """Store an outcome; one in which something crashed is not kept, so that it is tried again."""
    if not outcome[0].failed:
        store.save(key, codec.to_json(outcome))
