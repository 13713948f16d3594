"""What the page (HTML) takes: to be written, and in a browser to be opened and filtered."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

from benchmarks.browser import opened
from benchmarks.processes import Command, medians
from benchmarks.tables import MEGA, Table, figure, megabytes, milliseconds
from benchmarks.work import Work

#: What is done in the page, in this order: a name, and the statement that does it.
_STEPS = {
    "all documents listed": "location.hash = '#findings'",
    "one severity chosen": "document.querySelector('#finding-filters [value=warning]').click()",
    "words looked for in all texts": "type('#finding-filters [name=words]', '水')",
    "a document opened": "document.querySelector('.document:not(.off) summary').click()",
    "the ledger opened": "location.hash = '#tasks'",
    "the ledger sorted by day": "document.querySelector('[data-sort=due]').click()",
    "words looked for in the ledger": "type('#task-filters [name=words]', '水')",
}
#: Does a step and waits until what comes of it is drawn; gives milliseconds.
_DRAWN = """async (step) => {
  const type = (field, words) => {
    const input = document.querySelector(field);
    input.value = words;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const start = performance.now();
  new Function("type", step)(type);
  await new Promise((drawn) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return performance.now() - start;
}"""


def report_page(work: Work) -> Table:
    """Writing the page against the JSON report; what is done in it, in seconds until it is drawn.  Raises ``Failed`` without a browser."""
    folder = work.material.folder
    pages = {form: work.folder / f"report.{form}" for form in ("json", "html")}
    commands: dict[str, Command] = {}
    for form, path in pages.items():
        options = ("--jobs", "1", "--fail-on", "never", "--output-format", form, "--output", str(path))
        commands[f"`--output-format {form}` written"] = work.caches.no("check", *options, str(folder))
    taken = medians(commands, work.repeat)
    rows = [[name, figure(each.cpu), milliseconds(each.wall), megabytes(each.memory)] for name, each in taken.items()]
    rows += [[name, figure(cpu), milliseconds(wall), ""] for name, (cpu, wall) in _in_browser(pages["html"], work.repeat).items()]
    size = pages["html"].stat().st_size / MEGA
    note = f"{work.said} The page has {size:.1f} MB. In the browser CPU is that of the thread that shows the page."
    return Table("The page", ["", "CPU s", "wall ms", "peak MB"], rows, [note])


def _in_browser(page: Path, repeat: int) -> dict[str, tuple[float, float]]:
    """Seconds of the processor and on the clock for opening the page and for each step, medians."""
    rounds: dict[str, list[tuple[float, float]]] = {}
    with opened() as browser:
        for _ in range(repeat + 1):
            for name, figures in _round(browser, page).items():
                rounds.setdefault(name, []).append(figures)
    return {
        name: (statistics.median(cpu for cpu, _wall in several[1:]), statistics.median(wall for _cpu, wall in several[1:]))
        for name, several in rounds.items()
    }


def _round(browser: Any, page: Path) -> dict[str, tuple[float, float]]:
    # What is meant to stop scripts of others stops those that measure, too.
    context = browser.new_context(viewport={"width": 1400, "height": 900}, bypass_csp=True)
    window = context.new_page()
    session = context.new_cdp_session(window)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def cpu() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "ThreadTime"))

    before = cpu()
    window.goto(page.as_uri())
    drawn = "new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))"
    wall = window.evaluate(f"async () => {{ await {drawn}; return performance.now() }}")
    taken = {"opened": (cpu() - before, wall / 1000)}
    for name, step in _STEPS.items():
        before = cpu()
        wall = window.evaluate(_DRAWN, step)
        taken[name] = cpu() - before, wall / 1000
    context.close()
    return taken
