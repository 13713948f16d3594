"""Reading page files within the process, which takes a tenth of the time; ``test_page_process.py`` reads them as users do."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.sources.page import page_process


@pytest.fixture(autouse=True)
def within_the_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read page files without another process."""
    if Path(request.fspath).name == "test_page_process.py":
        return
    pytest.importorskip("pypdfium2")

    def read(data: bytes, form: str) -> page_process.PageLines:
        return page_process.lines_of(page_process.answer(data, form))

    monkeypatch.setattr(page_process, "read_apart", read)
