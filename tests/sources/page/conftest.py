"""Reading PDF files within the process, which takes a tenth of the time; ``test_pdf_process.py`` reads them as users do."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.sources.page import pdf_process


@pytest.fixture(autouse=True)
def within_the_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read PDF files without another process."""
    if Path(request.fspath).name == "test_pdf_process.py":
        return
    pytest.importorskip("pypdfium2")

    def read(data: bytes) -> pdf_process.PageLines:
        return pdf_process.lines_of(pdf_process.answer(data))

    monkeypatch.setattr(pdf_process, "read_pdf_apart", read)
