"""Files become lines whatever their encoding; what is no text is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.sources.files import read, source_of
from hegao.sources.source import Unreadable

TEXT = "江河市人民政府\n关于防汛工作的通知\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_is_told_apart_without_asking(encoding: str) -> None:
    assert source_of(TEXT.encode(encoding), "a.txt").lines == ("江河市人民政府", "关于防汛工作的通知", "")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_a_line(newline: str) -> None:
    source = source_of(TEXT.replace("\n", newline).encode(), "a.txt")
    assert source.lines[:2] == ("江河市人民政府", "关于防汛工作的通知")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xfe\x00", bytes(range(128, 256)) * 4])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        source_of(data, "a.txt")
    assert refusal.value.args[0]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="没有这个文件"):
        read(tmp_path / "none.txt")
    with pytest.raises(Unreadable, match="文件夹"):
        read(tmp_path)


def test_the_name_says_whether_it_is_markdown(tmp_path: Path) -> None:
    path = tmp_path / "通知.md"
    path.write_text(TEXT, encoding="utf-8")
    assert read(path).markdown
    assert read(path, "draft.txt").path == "draft.txt"
