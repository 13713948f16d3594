"""The way of a clerk through the desk, in a real browser: a Word file dropped, findings read, mended, set aside, the marked copy opened again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accessible import barriers
from notices import notice
from repository import ROOT
from word_files import from_text

for needed in ("jinja2", "starlette", "uvicorn", "python_multipart"):
    pytest.importorskip(needed)
api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

DRAFT = (ROOT / "examples" / "notice-with-defects.txt").read_text(encoding="utf-8")
#: Gives the files of a page to where they are dropped, as a browser does.
DROP = """([names, text]) => {
  const given = new DataTransfer();
  names.forEach((name) => given.items.add(new File([text], name)));
  for (const kind of ["dragover", "drop"]) document.querySelector("#drop").dispatchEvent(new DragEvent(kind, { dataTransfer: given, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a desk is served, by the command itself."""
    folder = tmp_path_factory.mktemp("office")
    arguments = [sys.executable, "-m", "hegao", "serve", "--port", "0", "--baseline", "基线.json"]
    with subprocess.Popen(arguments, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONUTF8": "1"}) as served:
        assert served.stdout is not None and served.stderr is not None
        line = served.stdout.readline().decode()
        yield line.split()[-1]
        served.send_signal(signal.SIGINT)
        assert served.wait(20) in (0, 130)
        assert "江河市" not in served.stdout.read().decode() + served.stderr.read().decode()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """The desk; the browser complains of nothing and asks nobody else."""
    trouble: list[str] = []
    page = browser.new_page(viewport={"width": 1300, "height": 900}, accept_downloads=True)
    page.on("console", lambda said: trouble.append(said.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:,")) else trouble.append(asked.url))
    page.goto(address)
    yield page
    page.close()
    assert trouble == []


def notice_of(title: str, number: str = "江政办发〔2026〕12号") -> bytes:
    return notice("　　请各单位认真抓好落实。", title=title, number=number).encode()


def text_file(name: str, data: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/plain", "buffer": data}


def word(name: str = "通知.docx") -> dict[str, Any]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": from_text(DRAFT)}


def test_a_clerk_reads_findings_goes_to_a_place_and_takes_the_marked_copy(page: Any, tmp_path: Path) -> None:
    page.set_input_files("#files", [word()])
    draft = page.locator(".draft")
    draft.wait_for()
    card = draft.locator("article.note", has_text="NUM102")
    assert "改法" in card.inner_text() and "依据" in card.inner_text()
    card.locator(".where").click()
    here = page.locator("a.m.here")
    assert here.inner_text() == "江政发[2024]8号"
    here.click()
    assert page.evaluate("() => document.activeElement.dataset.rule") == "NUM102"
    page.keyboard.press("n")
    assert page.evaluate("() => document.activeElement.dataset.rule") != "NUM102"
    with page.expect_download() as download:
        draft.get_by_text("批注好的 Word 文件").click()
    assert download.value.suggested_filename == "通知.核稿.docx"
    copy = tmp_path / "通知.核稿.docx"
    download.value.save_as(copy)
    page.set_input_files("#files", [str(copy)])
    page.locator(".draft").nth(1).wait_for()
    assert page.locator(".draft").nth(1).locator("article.note", has_text="NUM102").count() == 0  # a revision there


def test_severities_and_areas_are_chosen(page: Any) -> None:
    page.set_input_files("#files", [word()])
    page.locator(".draft").wait_for()
    notes = page.locator("article.note")
    errors = page.locator("article.note.error").count()
    page.uncheck("[name=severity][value=warning]")
    assert notes.locator("visible=true").count() == errors < notes.count()
    page.select_option("[name=area]", label="发文字号（1）")
    assert notes.locator("visible=true").count() == 1


def test_text_is_checked_while_it_is_written_and_mended(page: Any) -> None:
    page.fill("#text", DRAFT)
    draft = page.locator("#typed .draft")
    draft.wait_for()
    draft.locator("article.note", has_text="NUM102").get_by_role("button", name="改正此处").click()
    page.locator(".changes ins").wait_for()
    assert page.input_value("#text") == DRAFT.replace("江政发[2024]8号", "江政发〔2024〕8号")
    draft.get_by_role("button", name="撤销改正").click()
    page.locator("#typed .draft:not(:has(.changes))").wait_for()
    assert page.input_value("#text") == DRAFT
    page.fill("#text", DRAFT.replace("[2024]", "〔2024〕"))
    page.locator("#typed .draft:not(:has-text('NUM102'))").wait_for()


def test_a_finding_is_set_aside_with_a_reason(page: Any) -> None:
    page.set_input_files("#files", [{"name": "方案.txt", "mimeType": "text/plain", "buffer": DRAFT.encode()}])
    page.locator("article.note", has_text="DAT202").get_by_role("button", name="搁置").click()
    page.fill("#aside [name=reason]", "上级文件如此")
    page.press("#aside [name=reason]", "Enter")
    page.get_by_text("另有 1 处已搁置或免报").wait_for()
    assert page.locator("article.note", has_text="DAT202").count() == 0


def test_two_files_with_one_number_are_told_until_one_is_another(page: Any) -> None:
    """Each is looked at by itself, then what they say is compared; so again when one is dropped anew, or taken away."""
    flood, water = notice_of("关于做好防汛工作的通知"), "关于印发农村供水管理办法的通知"
    page.set_input_files("#files", [text_file("防汛.txt", flood), text_file("供水.txt", notice_of(water))])
    told = page.locator("article.note", has_text="NUM103")
    told.wait_for()
    assert told.locator(".related").inner_text() == "这份文件也用江政办发〔2026〕12号：供水.txt 3行“江政办发〔2026〕12号”"
    page.set_input_files("#files", [text_file("供水.txt", notice_of(water, "江政办发〔2026〕13号"))])
    page.get_by_text("已检查 3 / 3 份，0 份有问题").wait_for()
    assert page.locator(".draft h2").all_inner_texts() == ["防汛.txt", "供水.txt"]
    page.set_input_files("#files", [text_file("供电.txt", notice_of("关于表扬供电保障先进单位的通报"))])
    told.wait_for()
    page.locator(".draft", has=page.locator("h2", has_text="供电.txt")).get_by_role("button", name="移走").click()
    page.wait_for_function("() => !document.querySelector('article.note')")
    assert page.locator(".draft").count() == 2


def test_the_page_speaks_english_where_that_was_chosen_and_keeps_to_it(page: Any, address: str) -> None:
    page.set_input_files("#files", [word()])
    page.locator("article.note").first.wait_for()
    page.get_by_role("button", name="English").click()
    card = page.locator("article.note", has_text="NUM102")
    assert "Remedy" in card.inner_text() and "改法" not in card.inner_text()
    assert page.title() == "Checking desk" and page.locator("h1").inner_text() == "Checking desk"
    page.set_input_files("#files", [word("方案.docx")])
    page.get_by_text("2 of 2 checked, 2 with findings").wait_for()
    assert page.get_by_role("link", name="Word file with comments").count() == 2
    for path in ("rules", "rules/NUM102"):
        page.goto(address + path)
        assert "改" not in page.locator("nav").inner_text() + page.locator("h2, h3, th").all_inner_texts()[0]
    page.goto(address)
    assert page.get_attribute("#text", "placeholder").startswith("Paste")
    page.get_by_role("button", name="中文").click()
    assert page.locator("h1").inner_text() == "核稿台" and page.get_attribute("html", "lang") == "zh-CN"


def test_several_are_listed_by_name_and_unfolded(page: Any) -> None:
    page.set_input_files("#files", [text_file(f"{number}.txt", DRAFT.encode()) for number in range(5)])
    page.get_by_text("已检查 5 / 5 份，5 份有问题").wait_for()
    notes = page.locator("article.note").locator("visible=true")
    assert notes.count() == 0
    page.keyboard.press("n")
    assert notes.count() == page.locator(".draft").first.locator("article.note").count() > 0
    page.get_by_role("button", name="全部展开").click()
    assert notes.count() == page.locator("article.note").count()
    page.locator(".fold").nth(1).press("Enter")
    assert page.locator(".draft.shut").count() == 1


@pytest.mark.parametrize("many", [10, 100])
def test_many_files_are_dropped_at_once(page: Any, many: int) -> None:
    page.evaluate(DROP, [[f"{number}.txt" for number in range(many - 1)] + ["<img src=x onerror=alert(1)>.txt"], DRAFT[:600]])
    page.get_by_text(f"已检查 {many} / {many} 份").wait_for(timeout=120_000)
    assert page.locator(".draft").count() == many and page.locator(".waiting").count() == 0


def test_the_rules_are_searched(page: Any, address: str) -> None:
    page.goto(f"{address}rules")
    page.fill("[name=words]", "num102")
    rows = page.locator(".rules tbody tr").locator("visible=true")
    assert rows.count() == 1
    rows.first.get_by_role("link").click()
    assert "怎么改" in page.locator("main").inner_text()


@pytest.mark.parametrize("width", [390, 820, 1300])
def test_nothing_stands_out_of_the_window(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_input_files("#files", [word()])
    page.locator(".draft").wait_for()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_from_reading(page: Any, address: str, scheme: str) -> None:
    pytest.importorskip("axe_playwright_python")
    page.emulate_media(color_scheme=scheme)
    page.set_input_files("#files", [word()])
    api.expect(page.locator("article.note").first).to_be_visible()
    assert barriers(page) == []
    page.goto(f"{address.rstrip('/')}/rules")
    assert barriers(page) == []
