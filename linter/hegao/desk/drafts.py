"""The drafts on the desk: held in memory, a bounded number for a bounded time, each under a key that nobody guesses."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

from hegao.sources.bounded_reading import MEGA

#: How many drafts are held, how many bytes they take, and for how many seconds nobody need ask for one.
MOST, MOST_BYTES, LONGEST = 500, 256 * MEGA, 12 * 3600


@dataclass(slots=True, eq=False)
class Draft:
    """A draft: its name, its bytes, those before it was mended last, and what can be set aside (rule and quote, by fingerprint).

    ``visit`` is the opened page that it was dropped in, ``drop`` the gesture; ``outcome`` and ``state`` are what came of it (``desk_tasks.check``).
    """

    key: str
    number: int
    name: str
    data: bytes
    typed: bool = False
    visit: str = ""
    drop: str = ""
    before: bytes | None = None
    findings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    outcome: bytes = b""
    state: str = ""
    asked: float = 0.0

    @property
    def size(self) -> int:
        """The bytes that it takes."""
        return len(self.data) + len(self.before or b"") + len(self.outcome)


class Drafts:
    """The drafts by their keys, those asked for last at the end."""

    def __init__(self) -> None:
        self._by_key: dict[str, Draft] = {}
        self._number = 0

    def add(self, name: str, data: bytes, typed: bool = False) -> Draft:
        """Take a draft; the ones that nobody asked for longest give way."""
        self._number += 1
        draft = Draft(secrets.token_urlsafe(16), self._number, name, data, typed, asked=monotonic())
        self._by_key[draft.key] = draft
        self._tidy()
        return draft

    def drop(self, name: str, data: bytes, visit: str, drop: str) -> Draft:
        """Take a file that was dropped; one that was dropped again in the same visit takes the place of the draft of its name.

        Of several of one name in the same gesture, from several folders, the later ones are told apart by a number.
        """
        known = {draft.name: draft for draft in self.of_visit(visit)} if visit else {}
        stem, ending = os.path.splitext(name)
        count = 2
        while name in known and known[name].drop == drop:
            name, count = f"{stem}（{count}）{ending}", count + 1
        draft = known.get(name) or self.add(name, data)
        draft.data, draft.before, draft.outcome, draft.visit, draft.drop = data, None, b"", visit, drop
        return draft

    def of_visit(self, visit: str) -> list[Draft]:
        """The files that were dropped in a visit, by their names."""
        return sorted((draft for draft in self._by_key.values() if draft.visit == visit), key=_name) if visit else []

    def of(self, key: str) -> Draft | None:
        """The draft of a key; None where it is gone."""
        self._tidy()
        draft = self._by_key.pop(key, None)
        if draft is not None:
            draft.asked = monotonic()
            self._by_key[key] = draft
        return draft

    def forget(self, key: str) -> None:
        """Let a draft go."""
        self._by_key.pop(key, None)

    def clear(self) -> None:
        """Let all go."""
        self._by_key.clear()

    def _tidy(self) -> None:
        size = sum(draft.size for draft in self._by_key.values())
        for key, draft in list(self._by_key.items())[:-1]:
            if len(self._by_key) <= MOST and size <= MOST_BYTES and monotonic() - draft.asked <= LONGEST:
                break
            del self._by_key[key]
            size -= draft.size


def _name(draft: Draft) -> str:
    return draft.name
