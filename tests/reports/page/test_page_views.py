"""Pages of a PDF or OFD in the report: each place framed and bound to its finding, everything escaped, what is left out told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

import pytest

pytest.importorskip("jinja2")

from hegao.engine.rules.loading import load_rules
from hegao.engine.run.readings import readings
from hegao.engine.run.runner import check_paths
from hegao.engine.run.targets import targets
from hegao.reports.page import page_views
from hegao.reports.page.check_page import page_pieces
from hegao.sources.page import page_process
from page_files import Mark, ofd, pages_of
from reports.page.pages import plain, texts
from reports.page.test_page import HOSTILE
from repository import ROOT

DEFECTS = (ROOT / "examples" / "notice-with-defects.txt").read_text(encoding="utf-8")


def report(path: Path, lang: str = "zh") -> str:
    """The page of a file."""
    found, _problems = targets([str(path)])
    result = check_paths([str(path)], cache=False)
    return "".join(page_pieces(result, readings(found), {rule.code: rule for rule in load_rules()}, lang))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the examples lie as OFD."""
    (tmp_path / "a.ofd").write_bytes(ofd(*pages_of(DEFECTS)))
    return tmp_path


def frames(fragment: str) -> dict[str, str]:
    """The frames that bear a name: what they lead to, and what is said of them."""
    found = re.findall(r'<a class="frame \w+" href="#(f[\d-]+)" id="(p[\d-]+)" aria-label="([^"]*)"', fragment)
    return {name: f"{to} {unescape(said)}" for to, name, said in found}


def test_each_place_is_framed_and_bound_to_its_finding(folder: Path) -> None:
    (text,) = texts(report(folder / "a.ofd"))
    findings = check_paths([str(folder / "a.ofd")], cache=False).files[0].findings
    quoted = {f"p1-{number}": finding for number, finding in enumerate(findings, 1) if finding.quote}
    framed = frames(text)
    assert list(quoted) and set(framed) == set(quoted)
    for name, finding in quoted.items():
        assert framed[name].startswith(f"f{name[1:]} 问题{name[3:]}，第") and finding.quote in framed[name]
        assert f'<a class="seen" href="#{name}">' in text
    assert re.findall(r"<figcaption>.*?第(\d+)页", text) == ["1", "2", "3", "4"]


def test_nothing_on_a_page_becomes_a_part_of_the_report(tmp_path: Path) -> None:
    (tmp_path / "a.ofd").write_bytes(ofd(*pages_of(DEFECTS.replace("农村供水", f"农村{HOSTILE}供水").replace("尽快完成", f"尽快完成{HOSTILE}"))))
    written = report(tmp_path / "a.ofd")
    assert written.count("<script") == written.count("</script>") == 3
    assert "<img" not in written and "onerror=alert(1)" in plain(texts(written)[0])
    assert not re.search(r"https?://|url\(|@import| style=|\son\w+=[^a]|xlink|<foreignObject|<use", texts(written)[0])


def test_a_pdf_is_shown_as_an_image_of_its_own(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    made = ROOT / "tests" / "sources" / "page" / "made" / "typst-notice-with-defects.pdf"
    written = report(made)
    (text,) = texts(written)
    images = re.findall(r'<image [^>]*href="data:image/png;base64,[A-Za-z0-9+/=]+"/>', text)
    assert len(images) == text.count("<figure") == 4 and len(frames(text)) > 8
    assert written == report(made)


def test_pages_that_find_no_room_and_pages_that_cannot_be_drawn_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as bounds:
        bounds.setattr(page_views.Album.__init__, "__defaults__", (5_000,))
        (text,) = texts(report(folder / "a.ofd"))
        assert 0 < text.count("<figure") < 4 and f"另有 {4 - text.count('<figure')} 页有问题而没有附图" in text
        assert text.count('class="seen"') == len(frames(text)) < 12
    monkeypatch.setattr(page_process, "draw_apart", lambda *_arguments: None)
    (text,) = texts(report(folder / "a.ofd"))
    assert "原件的页面画不出来" in text and "<svg" not in text and 'class="seen"' not in text


def test_a_file_of_several_documents_has_its_pages_with_each(tmp_path: Path) -> None:
    pages: Sequence[Sequence[Mark]] = pages_of((ROOT / "examples" / "gazette-small.txt").read_text(encoding="utf-8"))
    (tmp_path / "g.ofd").write_bytes(ofd(*pages))
    fragments = texts(report(tmp_path / "g.ofd"))
    shown = [text.count("<figure") for text in fragments]
    assert sum(shown) >= 1 and all(bool(count) == ('class="m ' in text) for count, text in zip(shown, fragments, strict=True))


def test_text_and_word_have_no_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DEFECTS, encoding="utf-8")
    assert 'class="prints"' not in "".join(texts(report(tmp_path / "a.txt")))

