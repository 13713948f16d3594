"""The plan for each open draft by the settings above it, made anew when one of the files changes that it was made of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from hegao.engine.configuration.options import Options
from hegao.engine.configuration.plan_by_file import Plans, plan_all
from hegao.engine.run.targets import SETTINGS, Target

#: Size and time of each file that counts; None where there is none.
_State = tuple[tuple[str, tuple[int, int] | None], ...]


class _Kept(NamedTuple):
    plans: Plans
    state: _State


class SettingsInForce:
    """The plans of drafts by their names."""

    def __init__(self) -> None:
        """Begin with none; they are made when they are asked for."""
        self._kept: dict[str, _Kept] = {}

    def plans(self, name: str) -> Plans:
        """The plans of a run over the one draft of that name, which is its path; raises ``UsageProblem`` for settings that cannot be used."""
        kept = self._kept.get(name)
        if kept is None or _state(name, kept.plans.read) != kept.state:
            plans = plan_all([Target(name, name)], Options())
            kept = self._kept[name] = _Kept(plans, _state(name, plans.read))
        return kept.plans

    def forget(self, names: Iterable[str]) -> None:
        """Let go of drafts that are no longer open."""
        for name in names:
            self._kept.pop(name, None)


def _state(name: str, read: Iterable[str]) -> _State:
    """What tells whether settings, tables and rules are still those that were read, and whether there are others."""
    folder = os.path.dirname(os.path.abspath(name))
    above = []
    while True:
        above.append(os.path.join(folder, SETTINGS))
        if folder == os.path.dirname(folder):
            break
        folder = os.path.dirname(folder)
    files = [*above, *read, *(os.path.dirname(path) for path in read)]
    return tuple((path, _seen(path)) for path in dict.fromkeys(files))


def _seen(path: str) -> tuple[int, int] | None:
    try:
        seen = os.stat(path)
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns
