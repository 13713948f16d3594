"""A cache folder of its own for every test here."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache_of_its_own(cache_folder: Path) -> Path:
    """Every test here has a cache folder of its own."""
    return cache_folder
