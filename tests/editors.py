"""What tests with real editors share."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def path_with_hegao(folder: Path) -> str:
    """Where programs are looked for, a command ``hegao`` of this Python before all others; it is put into the folder."""
    program = folder / "bin" / "hegao"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hegao "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"
