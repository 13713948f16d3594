"""What holds for all tests: nothing outside of the tests' own folders is read or written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder for this run: neither does a stale cache hide a fault, nor do tests fill the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEGAO_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
