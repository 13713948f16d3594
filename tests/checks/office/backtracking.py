"""A matcher like Python's that counts its steps: what the reckoning of patterns is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any


class Counted:
    """A pattern tried at every place of a text; ``steps`` counts the characters and the places looked at."""

    def __init__(self, pattern: str, text: str) -> None:
        self.text = text
        self.steps = 0
        self._tree = list(import_module("re._parser").parse(pattern))

    def search_all(self) -> list[tuple[int, int]]:
        """As ``finditer``, but every way is tried, as where something behind would fail."""
        found = []
        for start in range(len(self.text) + 1):
            ends = list(self._sequence(self._tree, start))
            found += [(start, ends[0])] if ends else []
        return found

    def _sequence(self, items: Sequence[Any], at: int) -> Iterator[int]:
        if not items:
            yield at
            return
        for end in self._part(str(items[0][0]), items[0][1], at):
            yield from self._sequence(items[1:], end)

    def _part(self, op: str, value: Any, at: int) -> Iterator[int]:
        if op in ("MAX_REPEAT", "MIN_REPEAT"):
            yield from self._repeat(int(value[0]), int(value[1]), list(value[2]), at)
        elif op == "SUBPATTERN":
            yield from self._sequence(list(value[3]), at)
        elif op == "BRANCH":
            for branch in value[1]:
                yield from self._sequence(list(branch), at)
        elif op in ("ASSERT", "ASSERT_NOT"):
            self.steps += 1
            direction, body = value
            start = at if direction > 0 else at - body.getwidth()[0]
            ends = list(self._sequence(list(body), start)) if start >= 0 else []
            if bool(ends) == (op == "ASSERT"):
                yield at
        elif op == "AT":
            self.steps += 1
            if at == (0 if "BEGINNING" in str(value) else len(self.text)):
                yield at
        else:
            self.steps += 1
            if at < len(self.text) and _takes(op, value, self.text[at]):
                yield at + 1

    def _repeat(self, low: int, high: int, body: Sequence[Any], at: int) -> Iterator[int]:
        if high:
            for end in self._sequence(body, at):
                yield from self._repeat(max(low - 1, 0), high - 1, body, end)
        if low <= 0:
            yield at


def _takes(op: str, value: Any, character: str) -> bool:
    if op == "IN":
        negated = str(value[0][0]) == "NEGATE"
        return negated != any(_takes(str(one), what, character) for one, what in value[negated:])
    if op == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    if op == "CATEGORY":
        return re.fullmatch({"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[str(value).rpartition("_")[2]], character) is not None
    return {"LITERAL": character == chr(value or 0), "NOT_LITERAL": character != chr(value or 0), "ANY": True}[op]
