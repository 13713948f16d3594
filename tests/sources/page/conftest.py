"""Reading page files within the process, which takes a tenth of the time; ``test_page_process.py`` reads them as users do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from hegao.sources.page import page_process
from hegao.sources.page.page_pictures import Passage, Pictures, pictures_of


@pytest.fixture(autouse=True)
def within_the_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read page files without another process."""
    if Path(request.fspath).name == "test_page_process.py":
        return
    pytest.importorskip("pypdfium2")

    def read(data: bytes, form: str) -> page_process.PageLines:
        return page_process.lines_of(page_process.answer(data, form))

    def draw(data: bytes, form: str, passages: Sequence[Passage]) -> Pictures | None:
        said = json.loads(json.dumps(page_process.answer(data, form, passages)))
        return pictures_of(said) if "pages" in said else None

    monkeypatch.setattr(page_process, "read_apart", read)
    monkeypatch.setattr(page_process, "draw_apart", draw)
