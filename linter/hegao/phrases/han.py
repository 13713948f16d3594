"""Chinese characters, told without a pattern: a range over all of them takes the compiler a millisecond."""

from __future__ import annotations


def is_han(text: str) -> bool:
    """Whether all characters of ``text`` are Chinese (U+3400 to U+9FFF); there is at least one."""
    return bool(text) and "\u3400" <= min(text) and max(text) <= "\u9fff"


def run_before(text: str, end: int, start: int) -> int:
    """Where the Chinese characters begin that stand right before ``end``, not before ``start``."""
    while end > start and "\u3400" <= text[end - 1] <= "\u9fff":
        end -= 1
    return end
