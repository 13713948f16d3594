"""Brackets and quotation marks (括号、书名号、引号): which closes which."""

from __future__ import annotations

import re
from typing import NamedTuple

from hegao.sources.lazy_pattern import Pattern

PAIRS = {"（": "）", "(": ")", "〔": "〕", "［": "］", "[": "]", "【": "】", "《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』"}
ROUND = "（(〔［[【"
ROUND_END = "）)〕］]】"
_ROUND_MARK = Pattern(f"[{re.escape(ROUND + ROUND_END)}]")
_ROUND_OPENING = Pattern(f"[{re.escape(ROUND)}]")
_OPENING = {closing: opening for opening, closing in PAIRS.items()}
_ANY_BRACKET = Pattern(f"[{re.escape(''.join([*PAIRS, *_OPENING]))}]")


class BracketFault(NamedTuple):
    """A bracket that does not close or was not opened (``lone``), or closes another kind (``mixed``).

    ``start`` is the offset of the faulty mark, ``partner`` that of the other side where there is one.
    """

    kind: str
    start: int
    partner: int | None = None


def bracket_faults(text: str) -> list[BracketFault]:
    """What is wrong with the brackets of ``text``, in order of place."""
    faults: list[BracketFault] = []
    stack: list[int] = []
    for mark in _ANY_BRACKET.finditer(text):
        offset, c = mark.start(), mark[0]
        if c in PAIRS:
            stack.append(offset)
        else:
            # 1）, a) and the like are list marks, not half of a pair.
            if not stack or not _closes(text[stack[-1]], c):
                if c in ")）" and _list_mark(text, offset) and not any(text[i] in "（(" for i in stack):
                    continue
                match = next((i for i in range(len(stack) - 1, -1, -1) if _closes(text[stack[i]], c)), None)
                if match is None:
                    kin = bool(stack) and text[stack[-1]] in ROUND and c in ROUND_END
                    # The other half of the open one may still come: then this mark is the odd one.
                    if kin and not _closed_later(text, offset + 1, text[stack[-1]]):
                        faults.append(BracketFault("mixed", offset, stack.pop()))
                    else:
                        faults.append(BracketFault("lone", offset))
                else:
                    faults.extend(BracketFault("lone", i) for i in stack[match + 1 :])
                    del stack[match:]
            else:
                partner = stack.pop()
                if PAIRS[text[partner]] != c:
                    faults.append(BracketFault("mixed", offset, partner))
    faults.extend(BracketFault("lone", offset) for offset in stack)
    faults.sort(key=lambda fault: fault.start)
    return faults


def _closes(opening: str, closing: str) -> bool:
    """Whether the two are a pair, full and half width taken as one."""
    if PAIRS[opening] == closing:
        return True
    return {opening, closing} in ({"（", ")"}, {"(", "）"}, {"［", "]"}, {"[", "］"})


def _closed_later(text: str, start: int, opening: str) -> bool:
    """Whether a bracket that is open at ``start`` is closed by a mark of its own kind behind it."""
    depth = 1
    for c in text[start:]:
        if c == opening:
            depth += 1
        elif c in _OPENING and _closes(opening, c):
            depth -= 1
            if not depth:
                return True
    return False


def _list_mark(text: str, offset: int) -> bool:
    at = offset
    if text[offset - 2 : offset - 1].isdigit() and text[offset - 3 : offset - 2] == ":":
        # An hour: 16:30）.
        return False
    while at > 0 and (text[at - 1].isascii() and text[at - 1].isalnum() or text[at - 1] in "一二三四五六七八九十"):
        at -= 1
    return at < offset and offset - at <= 3 and (at == 0 or text[at - 1] in "。；;：:，, 　\n")


def bracket_pairs(text: str) -> dict[int, int]:
    """Which closing round or square bracket belongs to which opening one, by offsets; any kind may close any kind."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for mark in _ROUND_MARK.finditer(text):
        if mark[0] in ROUND:
            stack.append(mark.start())
        elif stack:
            pairs[stack.pop()] = mark.start()
    return pairs


def round_openings(text: str) -> list[int]:
    """The offsets of the opening round and square brackets."""
    return [mark.start() for mark in _ROUND_OPENING.finditer(text)]
