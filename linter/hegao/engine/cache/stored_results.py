"""Results of earlier runs, kept by what decided them: the content, the rules, the settings, the program.

An entry is one JSON file in the user's cache folder.  What is damaged or missing is made anew, so entries may be deleted
at any time and several processes may work at once.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from hegao.engine.cache import result_json
from hegao.engine.cache.program_state import program
from hegao.sources import user_cache
from hegao.sources.digest import digest_all

if TYPE_CHECKING:
    from hegao.engine.configuration.rule_plan import Plan
    from hegao.engine.run.one_file import Outcome

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
    stored = user_cache.load(key)
    try:
        return result_json.from_json(stored, name, plan)
    except (KeyError, TypeError, ValueError):
        return None


def save(key: str, outcome: Outcome) -> None:
    """Store an outcome; one in which something crashed is not kept, so that it is tried again."""
    if not outcome[0].failed:
        user_cache.save(key, result_json.to_json(outcome))
