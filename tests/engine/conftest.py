"""What the tests of the engine share; the toy reader and toy rules are in ``toys.py``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from engine import toys
from hegao.checks import catalogue  # noqa: F401  (registers the checks that are restored after a test)
from hegao.checks.base import BATCH_CHECKS, CHECKS, COLLECTORS


@pytest.fixture(autouse=True)
def cache_of_its_own(cache_folder: Path) -> Path:
    """Every test here has a cache folder of its own."""
    return cache_folder


@pytest.fixture
def own_checks() -> Iterator[None]:
    """Checks that the test registers are gone after it."""
    nodes, batch, collectors = dict(CHECKS), dict(BATCH_CHECKS), dict(COLLECTORS)
    yield
    for registry, before in ((CHECKS, nodes), (BATCH_CHECKS, batch), (COLLECTORS, collectors)):
        registry.clear()
        registry.update(before)  # type: ignore[arg-type]


@pytest.fixture
def toy_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """``hegao.document.building`` reads the toy text."""
    module = ModuleType("hegao.document.building")
    module.parse = toys.parse  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "hegao.document.building", module)
