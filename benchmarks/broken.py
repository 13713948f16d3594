"""``python -m benchmarks.broken [FILE …]``: correct documents broken in one place at a time, and how many of the breaks a finding answers.

Without files, the correct drafts of the tests.  A break is answered where a finding stands within two lines of it that the document as
it was does not have.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy import SETS, distance, findings_of
from benchmarks.breaks import Break, Lines, Way
from benchmarks.detail_breaks import DETAIL_WAYS
from benchmarks.duty_breaks import DUTY_WAYS
from benchmarks.figure_breaks import FIGURE_WAYS
from benchmarks.figure_slip_breaks import FIGURE_SLIP_WAYS
from benchmarks.mark_breaks import MARK_WAYS
from benchmarks.pair_breaks import PAIR_WAYS
from benchmarks.part_breaks import PART_WAYS
from benchmarks.processes import ROOT
from benchmarks.table_breaks import TABLE_WAYS
from benchmarks.tables import Table, markdown, put_figures
from benchmarks.time_breaks import TIME_WAYS
from benchmarks.word_breaks import WORD_WAYS
from benchmarks.year_breaks import YEAR_WAYS
from hegao.engine.findings.finding import Finding
from hegao.sources.files import read
from hegao.sources.source import Source

PAGE = ROOT / "docs" / "broken-drafts.md"
#: How far from the break a finding may stand that answers it.
_NEAR = 2
#: All ways to break a document, by what is done.
WAYS = PART_WAYS | TABLE_WAYS | FIGURE_WAYS | DUTY_WAYS | TIME_WAYS | WORD_WAYS | DETAIL_WAYS | MARK_WAYS | YEAR_WAYS | PAIR_WAYS | FIGURE_SLIP_WAYS

#: By what a finding is known again: its rule, quote and message.
_Told = tuple[str, str, str]


class Tried(NamedTuple):
    """The breaks of one way: how many were tried, and which of them nothing answered."""

    way: str
    tried: int
    silent: tuple[str, ...]


def tried(name: str, way: Way, sources: Sequence[Source], most: int) -> Tried:
    """Break documents in one way, in so many places at most, spread over all of them by a chance that is always the same."""
    places = [(source, broken) for source in sources for broken in way(source.lines)]
    chosen = random.Random(name).sample(places, min(most, len(places)))
    silent = [f"{source.path}:{broken.line} {broken.lines[broken.line - 1].strip()[:60]}" for source, broken in chosen if not _answered(source, broken)]
    return Tried(name, len(chosen), tuple(sorted(silent)))


def _answered(source: Source, broken: Break) -> bool:
    known = _known(source.path, source.lines)
    near = (finding for finding in findings_of(Source(source.path, broken.lines)) if any(distance(finding, line) <= _NEAR for line in (broken.line, *broken.others)))
    return any(_told(finding) not in known for finding in near)


@cache
def _known(path: str, lines: Lines) -> frozenset[_Told]:
    """What is told of a document that is not broken; asked once for all breaks of it."""
    return frozenset(_told(finding) for finding in findings_of(Source(path, lines)))


def _told(finding: Finding) -> _Told:
    return finding.name, finding.quote, finding.message


def table(all_tried: Sequence[Tried]) -> Table:
    """The figures, the ways in their order."""
    rows = [(one.way, str(one.tried), str(one.tried - len(one.silent))) for one in all_tried]
    return Table("Correct drafts broken in one place", ("what was broken", "places", "answered"), rows)


def main(arguments: Sequence[str]) -> int:
    """Print the figures of each way."""
    parser = argparse.ArgumentParser("python -m benchmarks.broken", description="Break correct documents and look who notices.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="correct documents (those of the tests)")
    parser.add_argument("--most", type=int, default=40, metavar="N", help="places a way at most (40)")
    parser.add_argument("--list", action="store_true", help="list every break that nothing answers")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/broken-drafts.md")
    asked = parser.parse_args(arguments)
    sources = [read(path, f"{path.parent.name}/{path.name}") for path in asked.files or sorted(SETS.glob("*/*.clean.*"))]
    found = []
    for name, way in WAYS.items():
        one = tried(name, way, sources, asked.most)
        print(f"{one.way}: {one.tried - len(one.silent)} of {one.tried}", flush=True)
        if asked.list:
            print(*(f"  {place}" for place in one.silent), sep="\n")
        found.append(one)
    if asked.write:
        PAGE.write_text(put_figures(PAGE.read_text(encoding="utf-8"), markdown(table(found))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
