"""What the compiler makes of patterns, kept from run to run.

CPython compiles regular expressions in Python code: the three hundred of the house take it a tenth of a second, as much as
everything else that a short draft takes.  What it makes is a list of numbers, which the matcher checks before it takes it.
These lists are kept in the user's cache folder under their patterns, for one build of Python and one version of hegao; packed,
since to read a hundred thousand numbers one by one takes longer than all other reading at the start.
Neither compiler nor matcher is public: where a Python has them otherwise, patterns are compiled as ever and nothing is kept.
"""

from __future__ import annotations

import re
import sys
from array import array
from binascii import a2b_base64, b2a_base64
from importlib import import_module
from typing import Any, NamedTuple

from hegao import __version__
from hegao.sources.digest import digest_of

_SLOT = "patterns.json"
#: Raised where clues are read off a pattern otherwise than before.
DERIVATION = 2


class Clues(NamedTuple):
    """What tells the lines in which a pattern may be found: needles, else a pattern over all lines, else nothing."""

    needles: tuple[str, ...] = ()
    guard: str = ""


try:
    _parser, _compiler, _matcher = (import_module(name) for name in ("re._parser", "re._compiler", "_sre"))
    _build = f"{sys.version} {sys.byteorder} {_matcher.MAGIC} {__version__}"
except (ImportError, AttributeError):
    _build = ""

#: By the digest of flags and pattern, what the matcher is to be given; a file without Chinese characters is read faster.
_codes: dict[str, list[Any]] = {}
#: By the same, what every match must have (``hegao.sources.pattern_clues``): a guard and needles.
_clues: dict[str, list[str]] = {}
_recalled = _changed = False


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``; raises ``re.error`` on a malformed pattern."""
    global _changed
    if not _build:
        return re.compile(text, flags)
    key = digest_of(f"{flags} {text}")
    if key in _codes:
        try:
            return _matched_by(text, _codes[key])
        except (IndexError, KeyError, OverflowError, RuntimeError, TypeError, ValueError):
            pass  # damaged
    try:
        code = _compile(text, flags)
        pattern = _matched_by(text, code)
    except (AttributeError, TypeError):
        return re.compile(text, flags)
    _codes[key] = code
    _changed = True
    return pattern


def clues(text: str, flags: int = 0) -> Clues:
    """What tells the lines in which a pattern may be found; raises ``re.error`` on a malformed pattern."""
    global _changed
    key = digest_of(f"{DERIVATION} {flags} {text}")
    kept = _clues.get(key)
    if kept is None:
        from hegao.sources.pattern_clues import clues_of

        found = clues_of(text, flags)
        kept = _clues[key] = [found.guard, *found.needles]
        _changed = True
    return Clues(tuple(kept[1:]), kept[0])


def recall() -> None:
    """Take up what earlier runs kept; worth it before many patterns are used."""
    global _recalled
    if _recalled or not _build:
        return
    from hegao.sources import user_cache

    _recalled = True
    stored = user_cache.load(_SLOT)
    if isinstance(stored, dict) and stored.get("build") == _build and isinstance(stored.get("codes"), dict):
        _codes.update(stored["codes"] | _codes)
        _clues.update(_sound(stored.get("clues")) | _clues)


def keep() -> None:
    """Keep what was compiled in this run beside what was recalled; a run that recalled nothing used few patterns."""
    global _changed
    if _changed and _recalled:
        from hegao.sources import user_cache

        user_cache.save(_SLOT, {"build": _build, "codes": _codes, "clues": _clues})
        _changed = False


def _sound(clues: Any) -> dict[str, list[str]]:
    """The clues that are not damaged."""
    several = clues.items() if isinstance(clues, dict) else ()
    return {key: kept for key, kept in several if isinstance(kept, list) and kept and all(isinstance(one, str) for one in kept)}


def _compile(text: str, flags: int) -> list[Any]:
    """What ``re.compile`` hands to the matcher behind the pattern itself."""
    parsed = _parser.parse(text, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    numbers = array("I", map(int, _compiler._code(parsed, flags)))
    return [flags | state.flags, b2a_base64(numbers.tobytes(), newline=False).decode("ascii"), state.groups - 1, dict(state.groupdict), names]


def _matched_by(text: str, code: list[Any]) -> re.Pattern[str]:
    flags, packed, groups, index, names = code
    numbers = array("I", a2b_base64(packed))
    pattern: re.Pattern[str] = _matcher.compile(text, flags, numbers.tolist(), groups, index, tuple(names))
    return pattern
