"""Documents that are broken, strange or meant to harm: marked rightly, or refused with a sentence; nothing unpacked, nothing written elsewhere."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from hegao.cli.main import run
from hegao.reports.annotation import zip_writer
from hegao.reports.annotation.annotated_file import Unannotated, WordFile
from hegao.reports.annotation.zip_writer import rewritten
from hegao.sources.package.zip_package import BadPackage
from hegao.sources.source import Unreadable
from reports.annotation.marked import NAME, annotate, finding, lines, parts
from word_files import W, archive, paragraph, relations, table, word
from word_files import run as run_

PLAIN = word(paragraph("关于做好防汛工作的通知") + paragraph("现就有关事项通知如下,请照办。"))


def with_comments(content: str) -> dict[str, bytes]:
    """The parts of a document with that part of comments."""
    return {**parts(PLAIN), "word/comments.xml": content.encode(), "word/_rels/document.xml.rels": relations({"comments": "comments.xml"}).encode()}


@pytest.mark.parametrize(
    ("members", "said"),
    [
        (with_comments("<w:comments"), "XML 第 1 行有误"),
        (with_comments(f'<!DOCTYPE d [<!ENTITY a "甲">]><w:comments xmlns:w="{W}"/>'), "文档类型声明"),
        (with_comments("<comments/>"), "没有批注"),
        (with_comments('<?xml version="1.0" encoding="nobody-knows"?><a/>'), "编码不能识别"),
        (with_comments(f'<w:comments xmlns:w="{W}">' + "<a>" * 1200 + "</a>" * 1200 + "</w:comments>"), "嵌套过深"),
        ({**parts(PLAIN), "[Content_Types].xml": b"<Types"}, "XML 第 1 行有误"),
        ({name: content for name, content in parts(PLAIN).items() if name != "[Content_Types].xml"}, "缺少内容类型表"),
        ({**parts(PLAIN), "word/_rels/document.xml.rels": b"<Relationships"}, "XML 第 1 行有误"),
    ],
)
def test_what_cannot_be_marked_is_told_in_one_sentence_and_nothing_is_written(
    members: dict[str, bytes], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "草稿.docx").write_bytes(archive(members))
    assert run(["annotate", "草稿.docx"]) == 3
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and said in err
    assert [path.name for path in tmp_path.iterdir()] == ["草稿.docx"]


@pytest.mark.parametrize("data", [PLAIN[:300], b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"%PDF-1.7 \x00"])
def test_what_cannot_be_read_is_told_as_check_tells_it(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "草稿.docx").write_bytes(data)
    run(["check", "草稿.docx"])
    told = capsys.readouterr().err
    assert run(["annotate", "草稿.docx"]) == 3
    assert capsys.readouterr() == ("", told)


def test_names_that_lead_elsewhere_and_macros_are_copied_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    odd = {"../../escaped.txt": b"x", "/absolute.txt": b"y", "word/vbaProject.bin": b"\x00macro", "word\\media\\image1.png": b"z"}
    (inner / "草稿.docx").write_bytes(archive({**parts(PLAIN), **odd}))
    run(["annotate", "草稿.docx"])
    assert {path.name for path in tmp_path.rglob("*")} == {"a", "b", "草稿.docx", "草稿.核稿.docx"}
    assert odd.items() <= parts((inner / "草稿.核稿.docx").read_bytes()).items()


def test_what_is_not_needed_is_not_unpacked() -> None:
    out = io.BytesIO(PLAIN)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/bomb.bin", bytes(50_000_000))
    data = out.getvalue()
    done = annotate(data, [finding(data, 1, 1, 3)]).data
    assert len(done) < len(data) + 3_000
    with zipfile.ZipFile(io.BytesIO(done)) as file:
        assert file.getinfo("word/media/bomb.bin").file_size == 50_000_000


def test_a_damaged_picture_stays_as_damaged_as_it_is() -> None:
    data = archive({**parts(PLAIN), "word/media/image1.bin": b"picture" * 400})
    at = data.index(b"word/media/image1.bin") + len(b"word/media/image1.bin") + 4
    damaged = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
    done = annotate(damaged, [finding(data, 1, 1, 3)]).data
    assert packed(done, "word/media/image1.bin") == packed(damaged, "word/media/image1.bin")


def packed(data: bytes, name: str) -> bytes:
    """The packed bytes of a member."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        info = file.getinfo(name)
    start = info.header_offset + 30 + len(name.encode())
    return data[start : start + info.compress_size]


def test_members_that_claim_the_same_bytes_are_refused() -> None:
    """So a small archive would become a large one."""
    members = {f"{number:04}.txt": b"" for number in range(40)}
    data = archive({**members, "a.bin": random.Random(1).randbytes(4000)})
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        target = file.getinfo("a.bin")
    central = data.index(b"PK\x01\x02")
    listed = bytearray(data[central:])
    at = 0
    while (at := listed.find(b"PK\x01\x02", at)) >= 0:
        listed[at + 20 : at + 24] = target.compress_size.to_bytes(4, "little")
        listed[at + 42 : at + 46] = target.header_offset.to_bytes(4, "little")
        at += 4
    with pytest.raises(BadPackage, match="不能原样写回"):
        rewritten(data[:central] + bytes(listed), {"a.txt": b"x"})


def test_archives_made_by_other_programs_are_copied_too() -> None:
    """Sizes behind the data, stored members, comments, names in other encodings, further fields."""

    class Pipe(io.RawIOBase):
        """A file that cannot be wound back, so that sizes follow the data."""

        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.data += bytes(data)  # type: ignore[call-overload]
            return len(bytes(data))  # type: ignore[call-overload]

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as file:  # type: ignore[call-overload]
        file.comment = "说明".encode()
        for index, (name, content) in enumerate({**parts(PLAIN), "图/甲.bin": b"1" * 900, "cafe\u0301.txt": b"2"}.items()):
            info = zipfile.ZipInfo(name, (2026, 3, 6, 9, 30, 10))
            info.extra, info.comment = (b"\x99\x99\x02\x00ab", b"note") if index % 2 else (b"\x01\x00\x00\x00", b"")
            file.writestr(info, content, zipfile.ZIP_DEFLATED if index % 3 else zipfile.ZIP_STORED)
    data = pipe.data
    done = annotate(data, [finding(data, 1, 1, 3)]).data
    assert {name: content for name, content in parts(done).items() if "bin" in name or "cafe" in name} == {"图/甲.bin": b"1" * 900, "cafe\u0301.txt": b"2"}
    with zipfile.ZipFile(io.BytesIO(done)) as file:
        assert file.comment == "说明".encode()
        assert file.getinfo("图/甲.bin").date_time == (2026, 3, 6, 9, 30, 10)
    assert annotate(done, [finding(data, 1, 1, 3)]).data == done


def test_of_two_members_of_one_name_the_one_that_is_read_is_changed() -> None:
    data = archive({"word/documenu.xml": "<a/>", **parts(PLAIN)}).replace(b"word/documenu.xml", b"word/document.xml")
    done = annotate(data, [finding(data, 1, 1, 3)]).data
    assert lines(done) == lines(PLAIN)
    with zipfile.ZipFile(io.BytesIO(done)) as file:
        first, second = (file.read(info) for info in file.infolist() if info.filename == "word/document.xml")
    assert first == b"<a/>" and b"commentRangeStart" in second


def test_an_archive_with_more_members_than_it_can_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_writer, "_MOST", 5)
    with pytest.raises(Unannotated, match="不能原样写回"):
        annotate(PLAIN, [finding(PLAIN, 1, 1, 3)])


@pytest.mark.parametrize("seed", range(12))
def test_damaged_parts_end_in_a_document_or_in_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    data = annotate(word(paragraph(run_("甲乙丙")) + table(["子", "丑"], ["寅", "卯"])), [finding(word(paragraph("甲乙丙")), 1, 2, 3)]).data
    for _time in range(40):
        members = parts(data)
        name = chance.choice(sorted(members))
        content = bytearray(members[name])
        for _change in range(chance.choice([1, 1, 3])):
            at = chance.randrange(len(content))
            content[at : at + chance.choice([0, 1, 9])] = chance.choice([b"", bytes([chance.randrange(256)]), bytes(content[:40])])
        damaged = archive({**members, name: bytes(content)})
        try:
            read = WordFile(damaged).source(NAME)
            assert annotate(damaged, [finding(damaged, 1, 1, 2)] if read.lines[0] else []).data[:2] == b"PK"
        except (Unannotated, Unreadable) as error:
            assert str(error) and "\n" not in str(error)
