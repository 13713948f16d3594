"""What fixing changes, as a unified diff."""

from __future__ import annotations

from collections.abc import Sequence


def unified(name: str, before: Sequence[str], after: Sequence[str]) -> str:
    """The diff between the lines (with their ends) of a file before and after; empty where they are the same."""
    from difflib import unified_diff

    lines = unified_diff(before, after, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines)
