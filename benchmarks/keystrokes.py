"""How long it takes from a keystroke in an editor until what is found is there (``hegao lsp``)."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import IO, Any, NamedTuple

from benchmarks.documents import document
from benchmarks.processes import Failed
from benchmarks.program import hegao
from benchmarks.tables import Table, milliseconds
from benchmarks.work import Work

#: Bytes of the drafts, and keystrokes in each for a round.
_SIZES = (3_000, 10_000, 20_000)
_KEYS = 40


def keystrokes(work: Work) -> Table:
    """Drafts of several sizes: opened, then typed in, one character after the other, each once what was found before is there."""
    if find_spec("pygls") is None:
        raise Failed("pygls is not installed (hegao[lsp])")
    rows = []
    for size in _SIZES:
        text = document(0, size, work.seed).text
        typed(work, text, 1)
        rounds = [typed(work, text, _KEYS) for _round in range(work.repeat)]
        idle = statistics.median(typed(work, text, 0).processor for _round in range(work.repeat))
        every = sorted(one for each in rounds for one in each.keys)
        processor = (statistics.median(each.processor for each in rounds) - idle) / _KEYS
        opened = statistics.median(each.opened for each in rounds)
        figures = opened, statistics.median(every), every[int(len(every) * 0.95)], processor
        rows.append([f"{len(text.encode()) / 1000:.0f} kB", *map(milliseconds, figures)])
    heads = ["draft", "opened, ms", "a keystroke, ms", "19 of 20 keystrokes within, ms", "CPU ms a keystroke"]
    notes = ["Wall clock, from the message of the editor to the diagnostics of that version; what is waited for that nobody types is in it."]
    return Table("Typing", heads, rows, notes)


class _Typed(NamedTuple):
    """Seconds from opening a draft, and from each keystroke, until what is found is there; and of the processor, for all the server did."""

    opened: float
    keys: list[float]
    processor: float


def typed(work: Work, text: str, keys: int) -> _Typed:
    """A draft opened in a server just started, and typed in."""
    uri = (work.folder / "draft.txt").as_uri()
    lines = text.split("\n")
    line = max(range(len(lines)), key=lambda index: len(lines[index]))
    with _server(work) as server:
        begun = time.perf_counter()
        server.send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "plaintext", "version": 0, "text": text}})
        server.wait_for(0)
        opened = time.perf_counter() - begun
        taken = []
        for key in range(1, keys + 1):
            place = {"line": line, "character": 5 + key}
            begun = time.perf_counter()
            change = {"range": {"start": place, "end": place}, "text": "的"}
            server.send("textDocument/didChange", {"textDocument": {"uri": uri, "version": key}, "contentChanges": [change]})
            server.wait_for(key)
            taken.append(time.perf_counter() - begun)
    return _Typed(opened, taken, server.processor)


class _Server:
    """A server at work."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self._stdin, self._stdout = stdin, stdout
        #: Seconds of the processor that it took, once it has ended.
        self.processor = 0.0

    def send(self, method: str, params: Any, **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self._stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._stdin.flush()

    def receive(self) -> dict[str, Any]:
        length = 0
        while (head := self._stdout.readline()).strip():
            if head.lower().startswith(b"content-length:"):
                length = int(head.split(b":")[1])
        if not length:
            raise Failed("the server ended")
        message: dict[str, Any] = json.loads(self._stdout.read(length))
        return message

    def wait_for(self, version: int) -> None:
        """Wait until it has told of that version of the draft."""
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"].get("version") == version:
                return


@contextmanager
def _server(work: Work) -> Iterator[_Server]:
    """A server that is ready."""
    environment = {**os.environ, "HEGAO_CACHE_DIR": str(work.folder / "cache-lsp")}
    process = subprocess.Popen(hegao("lsp"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    assert process.stdin is not None and process.stdout is not None
    server = _Server(process.stdin, process.stdout)
    try:
        server.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, id=1)
        server.receive()
        server.send("initialized", {})
        yield server
    finally:
        process.stdin.close()
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        server.processor = used.ru_utime + used.ru_stime
        process.stdout.close()
