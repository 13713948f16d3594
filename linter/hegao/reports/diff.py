"""What fixing changes, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hegao.reports.terminal_width import harmless, show


def unified(name: str, before: Sequence[str], after: Sequence[str]) -> str:
    """The diff between the lines (with their ends) of a file before and after; empty where they are the same."""
    from difflib import unified_diff

    shown = show(name)
    lines = unified_diff(before, after, f"a/{shown}", f"b/{shown}")
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines)


def for_terminal(diff: str) -> str:
    """A diff that can be printed: ends of lines as they are, tabs too, other control characters and marks of direction as dots."""
    lines = re.split(r"(\r?\n|\r)", diff)
    return "".join(harmless(line) + ("\n" if end == "\r" else end) for line, end in zip(lines[::2], [*lines[1::2], ""], strict=True))
