"""What holds for all tests: nothing outside of the tests' own folders is read or written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

# No test times: the first example of a property may make what the later ones find made.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@contextmanager
def _fresh_cache(factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = factory.mktemp("cache")
    folder.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEGAO_CACHE_DIR", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder for this run: neither does a stale cache hide a fault, nor do tests fill the user's."""
    with _fresh_cache(tmp_path_factory):
        yield


@pytest.fixture(scope="module")
def module_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cache folder for the tests of a module: the rules are compiled once."""
    with _fresh_cache(tmp_path_factory) as folder:
        yield folder


@pytest.fixture
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder of the test's own."""
    with _fresh_cache(tmp_path_factory) as folder:
        yield folder
