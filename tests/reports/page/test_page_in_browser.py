"""The page as people use it, in a real browser: what it shows, filters, the keyboard, languages; that it asks nobody for anything."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accessible import barriers
from hegao.cli.main import run
from repository import ROOT

pytest.importorskip("jinja2")
api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples and a hostile document, checked: the page, the same findings as JSON, the page of tasks, the tasks as JSON."""
    folder = tmp_path_factory.mktemp("pages")
    texts = folder / "texts"
    texts.mkdir()
    for path in (ROOT / "examples").glob("*.txt"):
        shutil.copy(path, texts)
    notice = (ROOT / "examples" / "notice-with-defects.txt").read_text(encoding="utf-8")
    hostile = notice.replace("农村供水", f"农村{HOSTILE}供水").replace("12号", "13号")
    (texts / "hostile.txt").write_text(hostile, encoding="utf-8")
    for name, arguments in {
        "page.html": ["check", "--output-format", "html"],
        "findings.json": ["check", "--output-format", "json"],
        "tasks.html": ["tasks", "--output-format", "html"],
        "tasks.json": ["tasks", "--output-format", "json"],
    }.items():
        assert run([*arguments, "--output", str(folder / name), str(texts)]) in (0, 1)
    return folder


@pytest.fixture
def trouble() -> list[str]:
    """What the browser complains of, and what it asks for beside the page itself."""
    return []


@pytest.fixture
def page(browser: Any, folder: Path, trouble: list[str]) -> Iterator[Any]:
    yield from opened(browser, folder / "page.html", trouble)


@pytest.fixture
def ledger(browser: Any, folder: Path, trouble: list[str]) -> Iterator[Any]:
    yield from opened(browser, folder / "tasks.html", trouble)


def opened(browser: Any, path: Path, trouble: list[str]) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.on("console", lambda said: trouble.append(said.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: trouble.append(dialog.message))
    page.on("request", lambda request: None if request.url.split("#")[0] == path.as_uri() else trouble.append(request.url))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert trouble == []


def findings_of(folder: Path) -> list[dict[str, Any]]:
    report = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    return [finding for file in report["files"] for finding in file["findings"]]


def tasks_of(folder: Path) -> list[dict[str, Any]]:
    report = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    return [task for file in report["files"] for task in file["tasks"]]


def open_all(page: Any) -> None:
    page.evaluate("document.querySelectorAll('.document').forEach((each) => { each.open = true })")
    api.expect(page.locator(".document .reading:empty")).to_have_count(0)


def shown_cards(page: Any) -> list[str]:
    said: list[str] = page.eval_on_selector_all(".document:not(.off) .note:not(.off)", "(notes) => notes.map((note) => note.dataset.rule)")
    return said


def numbers(page: Any, selector: str) -> list[int]:
    return [int(part) for part in "".join(c if c.isdigit() else " " for c in page.inner_text(selector)).split()]


def test_the_summary_counts_what_the_json_report_counts(page: Any, folder: Path) -> None:
    findings = findings_of(folder)
    severities = Counter(finding["severity"] for finding in findings)
    for severity in ("error", "warning", "info"):
        assert page.inner_text(f".tile.{severity} b") == str(severities[severity])
    areas = Counter(finding["rule"][:3] for finding in findings)
    rows = page.eval_on_selector_all(
        "[data-filter=area]",
        "(links) => links.map((link) => [link.dataset.value, link.closest('tr').querySelector('.counts').innerText])",
    )
    assert {area: sum(int(part) for part in said.split() if part.isdigit()) for area, said in rows} == areas


def test_each_filter_shows_what_the_json_report_has_of_its_kind(page: Any, folder: Path) -> None:
    findings = findings_of(folder)
    page.click("nav a[href='#findings']")
    open_all(page)
    assert Counter(shown_cards(page)) == Counter(finding["rule"] for finding in findings)
    assert numbers(page, "#findings-shown")[1] == len(findings)
    page.uncheck("[name=severity][value=warning]")
    errors = [finding["rule"] for finding in findings if finding["severity"] != "warning"]
    assert sorted(shown_cards(page)) == sorted(errors) and numbers(page, "#findings-shown")[1] == len(errors)
    page.select_option("#finding-filters [name=area]", "DAT")
    assert sorted(shown_cards(page)) == sorted(rule for rule in errors if rule.startswith("DAT"))
    page.click("#finding-filters [type=reset]")
    api.expect(page.locator("#findings-shown")).to_contain_text(str(len(findings)))
    page.select_option("#finding-filters [name=rule]", "STR410")
    assert set(shown_cards(page)) == {"STR410"}
    page.click("#finding-filters [type=reset]")
    page.fill("#finding-filters [name=words]", "闲置校舍清理盘活")
    assert numbers(page, "#findings-shown")[0] == 1
    page.fill("#finding-filters [name=words]", "没有这样的话")
    assert numbers(page, "#findings-shown") == [0, 0]


def test_a_number_of_the_summary_leads_to_what_it_counts(page: Any, folder: Path) -> None:
    page.click(".tile.warning a")
    open_all(page)
    assert sorted(shown_cards(page)) == sorted(finding["rule"] for finding in findings_of(folder) if finding["severity"] == "warning")
    page.click("nav a[href='#summary']")
    page.click("[data-filter=area][data-value=STR]")
    assert {rule[:3] for rule in shown_cards(page)} == {"STR"}


def test_documents_without_findings_are_listed_on_request(page: Any) -> None:
    page.click("nav a[href='#findings']")
    before = page.locator(".document:visible").count()
    page.check("[name=clean]")
    assert page.locator(".document:visible").count() == page.locator(".document").count() > before


def test_marks_and_findings_lead_to_one_another(page: Any, folder: Path) -> None:
    page.click("nav a[href='#findings']")
    page.click(".document:not(.off) >> nth=0")
    mark = page.locator(".document[open] a.m").first
    card = mark.get_attribute("href")
    mark.click()
    assert page.evaluate("'#' + document.activeElement.id") == card
    page.click(f"{card} .where")
    assert page.evaluate("document.activeElement.id") == mark.get_attribute("id")
    quotes = {finding["quote"].replace("\t", "    ") for finding in findings_of(folder)}
    assert mark.inner_text() in quotes


def test_all_can_be_reached_by_the_keyboard(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("2")
    page.wait_for_selector("#findings:not(.off)")
    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("n")
    second = page.evaluate("document.activeElement.id")
    assert first.startswith("f") and second.startswith("f") and first != second
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("/")
    page.keyboard.type("防汛")
    assert page.input_value("#finding-filters [name=words]") == "防汛"
    page.focus(".document:not(.off) summary")
    page.keyboard.press("3")
    page.wait_for_selector("#tasks:not(.off)")
    page.focus("[data-sort=due]")
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=ascending] [data-sort=due]").count() == 1


def test_the_page_speaks_both_languages(page: Any, folder: Path) -> None:
    assert page.title() == "核稿报告" and page.inner_text("h1") == "核稿报告"
    page.click("[data-speak=en]")
    assert page.title() == "Checking report" and page.get_attribute("html", "lang") == "en"
    page.click("nav a[href='#findings']")
    open_all(page)
    said = page.inner_text(".document:not(.off) .note >> nth=0")
    assert "Remedy" in said and "改法" not in said
    messages = page.eval_on_selector_all(".note .message", "(all) => all.map((each) => each.innerText)")
    assert all(re.search("[a-z]{3}", message) for message in messages)
    assert page.get_attribute("#finding-filters [name=words]", "placeholder").startswith("title")
    for part in ("summary", "findings", "tasks", "timeline"):
        page.evaluate(f"location.hash = '#{part}'")
        page.wait_for_selector(f"#{part}:not(.off)")
        assert page.eval_on_selector_all(".zh", "(all) => all.filter((each) => each.checkVisibility()).length") == 0
        said = page.eval_on_selector_all(
            "h1, h2, .panel h3, nav a, legend, button:not([data-speak]), .shown, .facts, footer, option[data-en], .count",
            "(all) => all.filter((each) => each.checkVisibility()).map((each) => each.innerText)",
        )
        assert said and not re.search("[\u4e00-\u9fff]", "".join(said))
    page.evaluate("location.hash = '#findings'")
    page.click("[data-speak=zh]")
    assert "改法" in page.inner_text(".document:not(.off) .note >> nth=0")


def test_dark_and_light_are_the_readers_choice(page: Any) -> None:
    page.emulate_media(color_scheme="dark")
    # The page hears of it by an event, some time after.
    api.expect(page.locator("html")).to_have_attribute("data-colours", "dark")
    page.click("button[data-colours=light]")
    api.expect(page.locator("html")).to_have_attribute("data-colours", "light")
    assert page.get_attribute("button[data-colours=light]", "aria-pressed") == "true"


@pytest.mark.parametrize("width", [360, 700, 1000, 1900])
def test_nothing_is_wider_than_the_window(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for part in ("summary", "findings", "tasks", "timeline"):
        page.evaluate(f"location.hash = '#{part}'")
        page.wait_for_selector(f"#{part}:not(.off)")
        if part == "findings":
            open_all(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_printed_has_all_parts_and_the_texts(page: Any) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".view:visible").count() == 4
    assert page.locator(".document[open] .sheet:visible").count() >= 4
    assert page.locator(".controls:visible, .filters:visible, nav:visible").count() == 0


def test_the_ledger_lists_filters_and_sorts_what_the_json_lists(ledger: Any, folder: Path) -> None:
    tasks = tasks_of(folder)
    assert ledger.locator("#task-rows tr").count() == len(tasks) == numbers(ledger, "#tasks-shown")[0]
    units = Counter(unit for task in tasks for unit in set(task["units"]))
    unit, count = units.most_common(1)[0]
    ledger.select_option("#task-filters [name=unit]", unit)
    assert numbers(ledger, "#tasks-shown")[0] == count
    ledger.click("#task-filters [type=reset]")
    api.expect(ledger.locator("#task-rows tr")).to_have_count(len(tasks))
    ledger.select_option("#task-filters [name=state]", "no-deadline")
    assert numbers(ledger, "#tasks-shown")[0] == sum(not task["deadline"] for task in tasks)
    ledger.select_option("#task-filters [name=state]", "no-lead")
    assert numbers(ledger, "#tasks-shown")[0] == sum(not task["lead"] and not task["responsible"] for task in tasks)
    ledger.select_option("#task-filters [name=state]", "")
    ledger.click("[data-sort=due]")
    days = ledger.eval_on_selector_all("#task-rows .day", "(days) => days.map((day) => day.innerText)")
    assert days == sorted(task["due"] for task in tasks if task["due"] and task["due"] != "open-ended")
    ledger.click("[data-sort=due]")
    assert ledger.locator("th[aria-sort=descending] [data-sort=due]").count() == 1


def test_a_day_of_the_time_line_leads_to_its_tasks(ledger: Any, folder: Path) -> None:
    due = Counter(task["due"] for task in tasks_of(folder) if task["due"] and len(task["due"]) == 10)
    ledger.click("nav a[href='#timeline']")
    marked = ledger.eval_on_selector_all(".timeline .day[data-due]", "(all) => all.map((day) => [day.dataset.due, day.querySelector('b').textContent])")
    assert {day: int(count) for day, count in marked} == due
    day, count = due.most_common(1)[0]
    ledger.click(f".timeline .day[data-due='{day}']")
    api.expect(ledger.locator("#task-rows tr")).to_have_count(count)
    assert ledger.is_visible("#tasks")


def test_a_task_leads_to_its_place_in_the_text(page: Any) -> None:
    page.click("nav a[href='#tasks']")
    link = page.locator("#task-rows .number[href]").first
    place = link.get_attribute("href")
    link.click()
    page.wait_for_selector("#findings:not(.off)")
    assert page.is_visible(place)


def test_words_of_documents_stay_words(page: Any) -> None:
    page.click("nav a[href='#findings']")
    page.check("[name=clean]")
    open_all(page)
    page.click("nav a[href='#tasks']")
    assert page.locator("img").count() == 0
    assert HOSTILE in page.evaluate("document.body.textContent")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_from_reading(page: Any, ledger: Any, scheme: str) -> None:
    pytest.importorskip("axe_playwright_python")
    for one in (page, ledger):
        one.emulate_media(color_scheme=scheme)
        assert barriers(one) == []
