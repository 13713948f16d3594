"""Pages that are pictures, among others with text: the others are checked, and these are told."""

from __future__ import annotations

from pathlib import Path

from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import check_paths
from page_files import ofd, ofd_page, pdf, set_lines

TEXT = set_lines([">关于做好防汛工作的通知", "各县（区）人民政府：", "\u3000\u3000请做好防汛工作。"])
SCANNED = ofd_page('<ofd:ImageObject ID="1" Boundary="0 0 210 297" ResourceID="4"/>')


def told(data: bytes, folder: Path, lang: str = "zh") -> list[Finding]:
    (folder / "a.pdf").write_bytes(data)
    (file,) = check_paths([str(folder)], Options(lang=lang), cache=False).files
    return [finding for finding in file.findings if finding.name == "pages-unread"]


def test_pages_without_text_among_others_are_named(tmp_path: Path) -> None:
    (finding,) = told(ofd(TEXT, SCANNED, TEXT, TEXT, SCANNED), tmp_path)
    assert (finding.rule, finding.severity, finding.span.line) == ("SYS909", "warning", 1)
    assert finding.message == "第2、5页没有文字（扫描的图片，或页面损坏），共 2 页没有检查"
    (finding,) = told(ofd(TEXT, SCANNED, TEXT), tmp_path, "en")
    assert "2; 1 not checked" in finding.message


def test_many_are_counted(tmp_path: Path) -> None:
    (finding,) = told(ofd(*[TEXT] * 12, *[SCANNED] * 10), tmp_path)
    assert finding.message.startswith("第13、14、15、16、17、18、19、20……页") and "共 10 页" in finding.message


def test_a_page_of_a_pdf_that_nobody_could_print_is_one_of_them(tmp_path: Path) -> None:
    data = pdf(TEXT, TEXT, TEXT)
    assert not told(data, tmp_path)
    at = data.rindex(b"[0 0 595.0 842.0]")
    (finding,) = told(data[:at] + b"[0 0 99999 842.0]" + data[at + 17 :], tmp_path)
    assert finding.message.startswith("第3页")


def test_a_page_on_which_nothing_stands_is_none(tmp_path: Path) -> None:
    assert not told(ofd(TEXT, [], TEXT), tmp_path)
    assert not told(ofd(TEXT), tmp_path)
