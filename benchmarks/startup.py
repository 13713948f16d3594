"""How long hegao takes to begin, against Python itself."""

from __future__ import annotations

import sys

from benchmarks.documents import document
from benchmarks.processes import Command, medians
from benchmarks.program import hegao
from benchmarks.tables import Table, figure, milliseconds
from benchmarks.work import Work

#: Short processes are measured this many times as often as long ones.
_MORE = 4


def startup(work: Work) -> Table:
    """Bare Python, the help page, and one small document, with all, some and nothing of what the cache can hold."""
    small = work.folder / "small.txt"
    small.write_text(document(0, 3000, work.seed).text, encoding="utf-8")
    bare = "`python -I -c pass`"
    commands = {
        bare: Command((sys.executable, "-I", "-c", "pass")),
        "`hegao --help`": Command(hegao("--help")),
        "`hegao check` on one document that it has not seen": work.caches.unused("start-first", "check", str(small)),
        "… on one that has not changed": work.caches.used("start-again", "check", str(small)),
        "… for the first time on a machine": work.caches.empty("start-empty", "check", str(small)),
    }
    taken = medians(commands, work.repeat * _MORE)
    base = taken[bare]
    rows = [
        [name, milliseconds(each.cpu), milliseconds(each.wall), figure(each.cpu / base.cpu), figure(each.wall / base.wall)]
        for name, each in taken.items()
    ]
    heads = ["whole process", "CPU ms", "wall ms", "CPU, × bare Python", "wall, × bare Python"]
    return Table("Start-up", heads, rows, ["The document has 3 kB. The first run of all validates and compiles rules, grammar and patterns; later ones find them in the cache."])
