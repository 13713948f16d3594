"""How long the page at the desk (``hegao serve``) takes: from a file dropped, or a key struck, to what is found on the screen."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.browser import opened
from benchmarks.documents import LARGEST, document
from benchmarks.processes import Failed
from benchmarks.program import hegao
from benchmarks.tables import Table, milliseconds
from benchmarks.word_document import word_document
from benchmarks.work import Work

#: Characters of twenty pages as GB/T 9704 sets them: 22 lines of 28 characters.
_TWENTY_PAGES = 20 * 22 * 28
#: Bytes of the draft that is typed in, and keys struck in each round.
_TYPED, _KEYS = 3000, 10
#: Drops a file, or strikes a key, and waits until something was found; gives milliseconds.
_DROPPED = """async ([name, base64]) => {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], name));
  const found = new Promise((done) => new MutationObserver((_, watch) => {
    if (document.querySelector("#drafts article.note")) { watch.disconnect(); requestAnimationFrame(() => setTimeout(done)); }
  }).observe(document.querySelector("#drafts"), { childList: true, subtree: true }));
  const start = performance.now();
  document.querySelector("#drop").dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
  await found;
  return performance.now() - start;
}"""
_STRUCK = """async (words) => {
  const field = document.querySelector("#text");
  const found = new Promise((done) => new MutationObserver((_, watch) => { watch.disconnect(); requestAnimationFrame(() => setTimeout(done)); })
    .observe(document.querySelector("#typed"), { childList: true }));
  const start = performance.now();
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await found;
  return performance.now() - start;
}"""


class _Taken(NamedTuple):
    """Seconds on the clock, and of the processor for all processes of the desk."""

    wall: float
    processor: float


def desk(work: Work) -> Table:
    """A document of twenty pages dropped, as a Word file and as a text, and a draft that is typed in.  Raises ``Failed`` without a browser."""
    if find_spec("uvicorn") is None:
        raise Failed("uvicorn is not installed (hegao[web])")
    long, draft = _of_pages(work), document(0, _TYPED, work.seed, "number-malformed").text
    files = {
        "a text of 3 kB dropped, the first after the start": ("draft.txt", draft.encode()),
        "twenty pages (docx) dropped": ("draft.docx", word_document(long)),
        "twenty pages (txt) dropped": ("draft.txt", long.encode()),
    }
    taken: dict[str, list[_Taken]] = {}
    with opened() as browser:
        for _round in range(work.repeat):
            with served(work) as running:
                page = browser.new_page()
                page.goto(running.address)
                for name, (path, data) in files.items():
                    taken.setdefault(name, []).append(running.measure(page, _DROPPED, [path, b64encode(data).decode()]))
                    page.reload()
                running.measure(page, _STRUCK, draft)
                for key in range(1, _KEYS + 1):
                    words = draft.replace("。", f"{'的' * key}。", 1)
                    taken.setdefault("a key struck in 3 kB", []).append(running.measure(page, _STRUCK, words))
                page.close()
    rows = [[name, *map(milliseconds, _figures(several))] for name, several in taken.items()]
    heads = ["until something found is on the screen", "wall ms", "longest", "CPU ms", "most"]
    note = f"The document of twenty pages has {len(long):,} characters. CPU is that of the desk's processes, without the browser."
    return Table("The desk", heads, rows, [note, "The thirty milliseconds that the page waits for the next key are in the wall time of the last row."])


def _figures(several: list[_Taken]) -> tuple[float, float, float, float]:
    wall, processor = zip(*several, strict=True)
    return statistics.median(wall), max(wall), statistics.median(processor), max(processor)


def _of_pages(work: Work) -> str:
    """A notice of twenty pages: plans one after the other, a slip in each."""
    text, index = "", 0
    while len(text) < _TWENTY_PAGES:
        text += document(index, LARGEST, work.seed, "number-malformed").text
        index += 1
    return text[:_TWENTY_PAGES]


class Running:
    """A desk that is served."""

    def __init__(self, process: subprocess.Popen[bytes], address: str) -> None:
        """Take the process, and where it is found by a browser."""
        self._process = process
        self.address = address

    def measure(self, page: Any, do: str, given: Any) -> _Taken:
        """What something takes that is done in its page, once the processes of the desk have come to rest."""
        before = self._settled()
        wall = float(page.evaluate(do, given)) / 1000
        return _Taken(wall, self._settled() - before)

    def _settled(self) -> float:
        """Seconds of the processor that all processes have taken, once they take no more."""
        taken = self.processor()
        while True:
            time.sleep(0.1)
            now = self.processor()
            if now - taken < 0.001:
                return now
            taken = now

    def processor(self) -> float:
        """Seconds of the processor that the processes which are there have taken; raises ``Failed`` where the system does not tell."""
        every = [self._process.pid, *_children(self._process.pid)]
        return sum(int((task / "schedstat").read_text().split()[0]) for pid in every for task in Path(f"/proc/{pid}/task").iterdir()) / 1e9


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError as error:
        raise Failed("this system does not tell what running processes take (/proc)") from error


@contextmanager
def served(work: Work) -> Iterator[Running]:
    """A desk in an empty folder, at any free port."""
    folder = work.folder / "office"
    folder.mkdir(exist_ok=True)
    environment = {**os.environ, "HEGAO_CACHE_DIR": str(work.folder / "cache-desk"), "PYTHONUTF8": "1"}
    process = subprocess.Popen(hegao("serve", "--port", "0"), stdout=subprocess.PIPE, cwd=folder, env=environment)
    assert process.stdout is not None
    try:
        said = process.stdout.readline().decode().split()
        if not said:
            raise Failed("the desk did not start")
        yield Running(process, said[-1])
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
        process.stdout.close()
