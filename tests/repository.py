"""Where the tests find the repository and the labelled texts beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: Real published texts and their labels, kept outside the repository; the tests that need them are skipped without.
SHARED = Path(os.environ.get("HEGAO_SHARED") or ROOT.parent / "shared")

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=f"the labelled texts are not at {SHARED} (set HEGAO_SHARED)")
