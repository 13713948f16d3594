"""PDF files are read in a process of their own, which may be stopped, crash or run out of memory without harm."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from hegao.engine.run.runner import check_paths
from hegao.sources.files import read, source_of
from hegao.sources.page import page_process
from hegao.sources.source import Unreadable
from page_files import pdf, set_lines, whole

NOTICE = pdf(set_lines([">关于做好防汛工作的通知", "各县（区）人民政府："]))


def test_a_file_is_read(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "通知.pdf"
    path.write_bytes(b"\n" + NOTICE)
    source = read(path)
    assert (source.form, source.lines) == ("pdf", ("关于做好防汛工作的通知", "各县（区）人民政府："))
    assert check_paths([str(tmp_path)]).files[0].form == "pdf"


def test_without_the_library_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_process, "find_spec", lambda _name: None)
    with pytest.raises(Unreadable, match=r"另装 pypdfium2（pip install 'hegao\[pdf\]'）"):
        source_of(NOTICE, "通知.pdf")


def test_a_file_that_unpacks_to_more_than_memory_bears_is_a_sentence() -> None:
    pytest.importorskip("pypdfium2")
    packed = zlib.compress(b"q " * 20_000_000)
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    with pytest.raises(Unreadable):
        source_of(whole([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, content]), "通知.pdf")


def test_pages_are_drawn_apart_too_and_not_where_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    layout = source_of(NOTICE, "通知.pdf").layout
    assert layout is not None and layout.pictures is not None
    draw = layout.pictures
    drawn = draw([(1, 1, 1, 3)])
    assert drawn is not None and list(drawn.pages) == [1] and drawn.boxes[0][0].page == 1
    run = subprocess.run

    def other(_command: list[str], **how: object) -> object:
        return run([sys.executable, "-c", "import os; os.abort()"], **how)  # type: ignore[call-overload]

    monkeypatch.setattr(page_process.subprocess, "run", other)
    assert draw([(1, 1, 1, 3)]) is None


@pytest.mark.parametrize(
    ("program", "said"),
    [("import os; os.abort()", "读不出"), ("print('甲')", "读不出"), ("import time; time.sleep(60)", "还没有读完")],
)
def test_a_process_that_fails_is_a_sentence(program: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run = subprocess.run

    def other(_command: list[str], **how: object) -> object:
        return run([sys.executable, "-c", program], **{**how, "timeout": 1})  # type: ignore[call-overload]

    monkeypatch.setattr(page_process, "find_spec", lambda _name: True)
    monkeypatch.setattr(page_process.subprocess, "run", other)
    with pytest.raises(Unreadable, match=said):
        source_of(NOTICE, "通知.pdf")
