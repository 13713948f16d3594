"""Files that are broken, strange or meant to harm: one sentence or a right result, nothing fetched, run or written."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from hegao.engine.configuration.options import Options
from hegao.engine.run.runner import check_paths
from hegao.sources.files import source_of
from hegao.sources.source import Unreadable
from word_files import W, archive, cell, lines, paragraph, relations, run, table, word

NOTICE = word(paragraph("关于做好防汛工作的通知"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


def document(xml: str) -> bytes:
    """A package with that main part."""
    return archive({"_rels/.rels": relations({"officeDocument": "word/document.xml"}), "word/document.xml": xml})


def with_flag(data: bytes) -> bytes:
    """The archive with its members marked as encrypted."""
    marked = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(sign, at + 4)
    return bytes(marked)


def entities() -> str:
    """Ten entities, each ten times the one before."""
    declared = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True))
    return f'<!DOCTYPE d [<!ENTITY a "防汛">{declared}]><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (NOTICE[: len(NOTICE) // 2], "没有传完整"),
        (NOTICE[:-12], "没有传完整"),
        (OLE, "不是 Word 或 WPS 文字文件"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "去掉密码"),
        (with_flag(NOTICE), "去掉密码"),
        (archive({"OFD.xml": "<a/>", "Doc_0/Document.xml": "<a/>"}), "OFD"),
        (archive({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<a/>"}), "Excel"),
        (archive({"ppt/presentation.xml": "<a/>"}), "演示文稿"),
        (archive({"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "表格或演示文稿"),
        (archive({"content.xml": "<a>", "mimetype": "application/vnd.oasis.opendocument.text"}), "XML 第 1 行有误"),
        (archive({"notes.txt": "甲"}), "没有 Word 正文"),
        (archive({"_rels/.rels": relations({"officeDocument": "../../../etc/passwd"})}), "没有 Word 正文"),
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (b"", "空的"),
        (word(paragraph()), "没有文字"),
        (document("<w:document"), "XML 第 1 行有误"),
        (document("<a><b></a>"), "XML 第 1 行有误"),
        (document(entities()), "文档类型声明"),
        (document(f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{W}"/>'), "文档类型声明"),
        (word("<w:tbl><w:tr><w:tc>" * 500 + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * 500), "嵌套过深"),
        (word(cell("甲")), "单元格不在行里"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        source_of(data, "草稿.docx")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("limit", "most", "data", "said"),
    [
        ("package.zip_package.LIMIT", 2**20, document(" " * 2**21), "展开后超过 1 MB"),
        ("package.zip_package.LIMIT", 2**20, word(paragraph("甲"), styles=" " * 2**19 + "numPr", numbering=" " * 2**19), "展开后超过 1 MB"),
        ("package.safe_xml.ELEMENTS", 100, word("<w:p/>" * 100), "元素过多"),
        ("package.safe_xml.NODES", 100, word(paragraph("甲"), styles="<w:style/>" * 100 + "<w:numPr/>"), "设置过多"),
        ("word.story.PROPERTIES", 100, word(paragraph("甲", properties="<w:tab/>" * 101)), "一处设置的格式过多"),
        ("word.running_text.LINES", 100, word(paragraph("甲") * 101), "超过 100 行"),
        ("word.running_text.LINES", 100, word(paragraph("<w:r>" + "<w:br/>" * 101 + "</w:r>")), "超过 100 行"),
        ("word.story.CELLS", 100, word(table(["甲"] * 101)), "超过 100 个单元格"),
        ("web.elements.MARKS", 100, "<html>甲" + "<br>" * 101, "标记过多"),
        ("web.rendering.CELLS", 100, "<html><table>" + "<tr><td>甲" * 101, "超过 100 个单元格"),
    ],
)
def test_what_holds_more_than_anybody_reads_is_not_read(limit: str, most: int, data: bytes | str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"hegao.sources.{limit}", most)
    with pytest.raises(Unreadable) as caught:
        source_of(data if isinstance(data, bytes) else data.encode(), "草稿")
    assert said in str(caught.value)


def test_a_note_that_is_marked_often_is_read_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(paragraph("关于做好防汛工作的通知") + paragraph(mark * 3), footnotes=f'<w:footnote w:id="2">{paragraph("注。")}</w:footnote>')
    assert lines(data) == ["关于做好防汛工作的通知", "注。"]


def test_an_unreadable_file_is_one_finding_and_the_others_are_checked(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(NOTICE[:100])
    (tmp_path / "b.docx").write_bytes(NOTICE)
    result = check_paths([str(tmp_path)], Options())
    assert [[finding.rule for finding in file.findings] for file in result.files] == [["SYS901"], []]
    assert result.failed


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("通知.docx", "关于做好防汛工作的通知\n".encode()),
        ("通知.docx", "关于做好防汛工作的通知\n".encode("gb18030")),
        ("通知.docx", "<!DOCTYPE html><p>关于做好防汛工作的通知</p>".encode()),
        ("通知.doc", NOTICE),
        ("通知.txt", NOTICE),
        ("通知.html", NOTICE),
        ("通知.html", "关于做好防汛工作的通知\n".encode()),
    ],
)
def test_a_file_is_what_it_holds_and_not_what_it_is_called(name: str, data: bytes) -> None:
    assert lines(data, name) == ["关于做好防汛工作的通知"]


def test_macros_and_what_lies_outside_of_the_archive_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document with macros under the name of one without, with paths that lead out of the archive, and with linked pictures."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/vbaProject.bin", b"\x00macro")
        file.writestr("../../evil.txt", "x")
        file.writestr("/tmp/evil.txt", "x")
        file.writestr("_rels/.rels", relations({"officeDocument": "/word/document.xml"}))
        linked = '<Relationship Id="p" Type="x/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>'
        file.writestr("word/_rels/document.xml.rels", relations({"header": "../../../header.xml"}).replace("</Relationships>", linked))
        file.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{paragraph("关于做好防汛工作的通知")}</w:body></w:document>')
    monkeypatch.chdir(tmp_path)
    assert lines(out.getvalue()) == ["关于做好防汛工作的通知"]
    assert list(tmp_path.iterdir()) == []


def test_tables_in_tables_and_wide_cells_are_read() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 200 + paragraph("关于防汛的通知") + "</w:tc></w:tr></w:tbl>" * 200
    assert lines(word(deep)) == ["关于防汛的通知"]
    wide = cell("甲", properties='<w:gridSpan w:val="999999999"/>')
    assert lines(word(table([wide, "乙"], ["丙", "丁"])))[0].strip("\t")[:1] == "甲"


def test_a_document_in_disorder_gives_what_it_holds() -> None:
    odd = f"<w:tbl>{paragraph('甲')}<w:tr>{paragraph('乙')}</w:tr></w:tbl><w:txbxContent>{paragraph('丙')}</w:txbxContent><w:tr/>{run('丁')}{paragraph('戊')}"
    assert lines(word(odd))[-1] == "戊"


@pytest.mark.parametrize("mark", ["<!--", "<a ", '<a b="', "<a b='\"", "</a ", "<", "&#", "<x y=z", "<div>", "<p>", "<b>", "<li>", "<table><tr><td>", "<![CDATA["])
def test_marks_of_pages_that_are_never_closed(mark: str) -> None:
    page = "<html><body>关于做好防汛工作的通知。" + mark * 5_000
    assert lines(page.encode(), "a.html")[0].startswith("关于做好防汛工作的通知。")


def test_cells_that_claim_the_whole_page() -> None:
    rows = "<tr>" + "<td rowspan=1000 colspan=1000>甲，乙</td>" * 10 + "</tr>"
    assert lines(f"<html><table>{rows * 50}</table>".encode(), "a.html")
