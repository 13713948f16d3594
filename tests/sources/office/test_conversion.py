"""Older files and those of other word processors: read by way of LibreOffice, which is kept short; a sentence where it is not there."""

from __future__ import annotations

import http.server
import os
import select
import shutil
import threading
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import pytest

from hegao.sources import conversion
from hegao.sources.conversion import Unconverted, as_word
from hegao.sources.files import LARGEST, read, source_of
from hegao.sources.source import Unreadable

MADE = Path(__file__).parent / "made"
WORD_MADE = Path(__file__).parents[1] / "word" / "made"
RTF = b"{\\rtf1 \xe9}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")


def command(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a command ``soffice`` on the path that runs a script of the shell."""
    (folder / "bin").mkdir()
    path = folder / "bin" / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("data", [RTF, OLE])
def test_without_libreoffice_a_sentence_says_what_to_install(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion.shutil, "which", lambda _name: None)
    with pytest.raises(Unreadable, match="要装有 LibreOffice（命令 soffice）"):
        source_of(data, "草稿.doc")


def test_what_is_no_text_of_word_is_not_given_to_it() -> None:
    with pytest.raises(Unreadable, match="不是 Word 或 WPS 文字文件"):
        source_of(OLE[:500], "名单.xls")


def test_the_file_that_was_written_counts_whatever_the_exit_status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = WORD_MADE / "libreoffice-notice-correct.docx"
    command(tmp_path, f'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp {made} "$2/document.docx"; exit 9', monkeypatch)
    assert source_of(OLE, "草稿.doc").lines == read(made).lines


def test_no_file_written_is_told_though_the_exit_status_is_0(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command(tmp_path, "exit 0", monkeypatch)
    with pytest.raises(Unreadable, match="LibreOffice 打不开，文件可能损坏或加了密码"):
        source_of(RTF, "草稿.rtf")


def test_a_command_that_hangs_is_ended_with_what_it_began(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command(tmp_path, f"sleep 1000 & echo $! > {tmp_path / 'child'}; echo $$ > {tmp_path / 'self'}; wait", monkeypatch)
    with pytest.raises(Unconverted, match="没有转换完"):
        as_word(RTF, ".rtf", LARGEST, patience=1)
    for name in ("child", "self"):
        with suppress(ProcessLookupError):
            process = os.pidfd_open(int((tmp_path / name).read_text()))
            ended, _, _ = select.select([process], [], [], 30)
            os.close(process)
            assert ended, f"{name} goes on"


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command(tmp_path, 'echo "$0" > "$HOME/left"', monkeypatch)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with pytest.raises(Unconverted):
        as_word(RTF, ".rtf", LARGEST)
    assert list((tmp_path / "temporary").iterdir()) == []


@needs_office
@pytest.mark.parametrize("path", sorted(MADE.iterdir()), ids=lambda path: path.name)
def test_libreoffice_gives_back_the_lines_of_the_word_file(path: Path) -> None:
    word = read(WORD_MADE / f"{path.stem}.docx")
    made = read(path)
    assert [line.strip() for line in made.lines if line.strip()] == [line.strip() for line in word.lines if line.strip()]
    assert made.form == "docx"


class _Asked(http.server.BaseHTTPRequestHandler):
    """Remembers that somebody asked."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@needs_office
def test_no_picture_is_fetched_from_anywhere() -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_address[1]}/a.png"
        field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}" \\\\d}}{{\\fldrslt x}}}}'
        data = f"{{\\rtf1\\ansi {field} Notice {{\\field{{\\*\\fldinst INCLUDETEXT \"{address}\"}}{{\\fldrslt y}}}}}}".encode()
        assert any("Notice" in line for line in source_of(data, "草稿.rtf").lines)
        assert _Asked.asked == []
    finally:
        server.shutdown()
        server.server_close()
