"""Lint the text files of a folder with autocorrect_py and tell what it finds, as its own command does.

Run as a script by a Python that has autocorrect-py: ``python -I autocorrect_lint.py FOLDER``; nothing of hegao is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def lint(folder: Path) -> None:
    """Print a line for each line that the linter would change."""
    lint_for = import_module("autocorrect_py").lint_for
    for path in sorted(folder.iterdir()):
        for line in lint_for(path.read_text(encoding="utf-8"), str(path)).lines:
            print(f"{path}:{line.line}:{line.col} {line.severity} {line.old} -> {line.new}")


if __name__ == "__main__":
    lint(Path(sys.argv[1]))
