"""Pages of a PDF and an OFD as people see them in a real browser: frames over the characters, the keyboard, dark colours, printing."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hegao.cli.main import run
from page_files import ofd, pages_of
from reports.page.test_page_in_browser import CHROMIUM, browser, opened, trouble
from repository import ROOT

pytest.importorskip("jinja2")
pytest.importorskip("pypdfium2")
pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
__all__ = ["browser", "trouble"]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of an OFD (its first section) and a PDF (its second)."""
    folder = tmp_path_factory.mktemp("pages")
    text = (ROOT / "examples" / "notice-with-defects.txt").read_text(encoding="utf-8")
    (folder / "a.ofd").write_bytes(ofd(*pages_of(text)))
    shutil.copy(ROOT / "tests" / "sources" / "page" / "made" / "typst-notice-with-defects.pdf", folder / "b.pdf")
    assert run(["check", "--output-format", "html", "--output", str(folder / "page.html"), str(folder)]) == 1
    return folder / "page.html"


@pytest.fixture
def page(browser: Any, written: Path, trouble: list[str]) -> Iterator[Any]:
    yield from opened(browser, written, trouble)


_GREYS = """async (data) => {
  const bitmap = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
  const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
  const room = canvas.getContext("2d");
  room.drawImage(bitmap, 0, 0);
  const seen = room.getImageData(0, 0, bitmap.width, bitmap.height).data;
  return Array.from({ length: bitmap.height }, (_row, y) => Array.from({ length: bitmap.width }, (_cell, x) => seen[4 * (y * bitmap.width + x) + 1]));
}"""


def greys(browser: Any, screenshot: bytes) -> list[list[int]]:
    """How light each place of a screenshot is, from 0 to 255, by row."""
    blank = browser.new_page()
    rows: list[list[int]] = blank.evaluate(_GREYS, base64.b64encode(screenshot).decode())
    blank.close()
    return rows


def goto(page: Any, name: str) -> None:
    page.evaluate(f"location.hash = '#{name}'")
    page.wait_for_function(f"document.getElementById('{name}')")


@pytest.mark.parametrize("section", [1, 2])
def test_the_frames_lie_over_the_characters_that_are_seen(browser: Any, page: Any, section: int) -> None:
    goto(page, f"p{section}-2")
    box = page.locator(f"#p{section}-2 rect").first.bounding_box()
    page.evaluate("document.querySelectorAll('.frame').forEach((each) => each.setAttribute('visibility', 'hidden'))")
    seen = greys(browser, page.screenshot(clip=box))
    columns = [min(column) for column in zip(*seen, strict=True)]
    dark = [x for x, grey in enumerate(columns) if grey < 150]
    assert max(map(max, seen)) > 240 and dark[0] < len(columns) * 0.15 and dark[-1] > len(columns) * 0.85


def test_frame_and_card_lead_to_one_another_by_keyboard(page: Any) -> None:
    goto(page, "f1-2")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "seen"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'p1-2'")
    assert page.locator("#p1-2").is_visible() and "第1页" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.click("[data-speak=en]")
    assert page.get_attribute("#p1-2", "aria-label").startswith("finding 2, page 1")
    page.focus("#p1-2")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'f1-2'")


def test_a_frame_goes_with_its_card_when_it_is_sifted_out(page: Any) -> None:
    goto(page, "s1")
    page.uncheck("[name=severity][value=warning]")
    assert page.locator("#s1 .frame.warning").count() and not page.locator("#s1 .frame.warning:visible").count()
    assert page.locator("#s1 .frame.error:visible").count()


def test_a_page_is_white_in_dark_colours_and_on_paper(browser: Any, page: Any) -> None:
    goto(page, "p2-2")
    page.click("[data-colours=dark]")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        seen = [grey for row in greys(browser, page.locator("#s2 .print svg").first.screenshot()) for grey in row]
        assert seen.count(255) > len(seen) * 0.7
    assert len(page.pdf()) > 50_000
