"""Lines a second of each room of the house, in one process.

``stages`` starts this module as a process of its own (``python -m benchmarks.stages FOLDER REPEAT``), so that its memory
is not counted to the commands that are measured later; only there is hegao imported.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.processes import ROOT
from benchmarks.tables import Table, figure, milliseconds
from benchmarks.work import Work

_SAID = {
    "read": "bytes to lines",
    "lines": "joining, kinds, places",
    "grammar": "the parser of the grammar alone",
    "model": "tree to model",
    "checks": "all rules, with the batch",
    "report": "findings as text",
}


def stages(work: Work) -> Table:
    """A row for each stage of the pipe, and one for all."""
    arguments = [sys.executable, "-m", "benchmarks.stages", str(work.material.folder), str(work.repeat)]
    done = subprocess.run(arguments, check=True, capture_output=True, cwd=ROOT)
    taken: dict[str, float] = json.loads(done.stdout)
    lines, whole = work.material.lines, sum(taken.values())
    rows = [[f"{name}: {_SAID[name]}", *_figures(seconds, whole, lines)] for name, seconds in taken.items()]
    rows.append(["all", *_figures(whole, whole, lines)])
    return Table("Stages", ["stage", "CPU ms", "share", "lines a second"], rows, [f"{work.said} In one process, nothing from a cache."])


def _figures(seconds: float, whole: float, lines: int) -> list[str]:
    return [milliseconds(seconds), f"{seconds / whole:.0%}", figure(lines / seconds) if seconds > 0 else "–"]


def measure(folder: Path, repeat: int) -> dict[str, float]:
    """Seconds of the processor for each stage: medians of what a step takes above the steps that it contains."""
    from hegao.document.building import parse
    from hegao.engine.rules.loading import load_rules
    from hegao.engine.run.runner import check_sources
    from hegao.reports.text_report import text_report
    from hegao.sources.files import read
    from hegao.syntax.parser import parse_lines

    paths = sorted(folder.iterdir())
    sources = [read(path, path.name) for path in paths]
    rules = load_rules()
    tokens = [tokens_of(parse_lines(source).tree) for source in sources]
    result = check_sources(sources, None, rules)
    steps: dict[str, Callable[[], object]] = {
        "read": lambda: [read(path, path.name) for path in paths],
        "lines": lambda: _each(parse_lines, sources),
        "grammar": lambda: _each(feed, tokens),
        "model": lambda: _each(parse, sources),
        "checks": lambda: check_sources(sources, None, rules),
        "report": lambda: text_report(result),
    }
    rounds = [{name: _seconds(step) for name, step in steps.items()} for _ in range(repeat)]
    taken = {name: statistics.median(each[name] for each in rounds) for name in steps}
    # A step contains the one before: checks build the model, the model is built of lines, lines are fed to the grammar.
    taken["checks"] -= taken["model"]
    taken["model"] -= taken["lines"]
    taken["lines"] -= taken["grammar"]
    return taken


def _seconds(step: Callable[[], object]) -> float:
    started = time.process_time()
    step()
    return time.process_time() - started


def _each(function: Callable[[Any], object], several: Sequence[object]) -> None:
    for one in several:
        function(one)


def tokens_of(tree: Any) -> list[Any]:
    """The tokens of a tree in order; fed once more, they give the same tree."""
    from hegao.syntax.trees import Tree

    return [token for child in tree.children for token in (tokens_of(child) if isinstance(child, Tree) else [child])]


def feed(tokens: list[Any]) -> object:
    """The tree that the grammar makes of tokens."""
    from hegao.syntax.automaton import Parser
    from hegao.words.grammar_tables import tables

    parser = Parser(tables())
    for token in tokens:
        parser.feed(token)
    return parser.finish()


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))))
