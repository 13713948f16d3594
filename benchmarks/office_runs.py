"""Count the runs of characters of documents of offices (rules/tables/office-runs.csv).

``python -m benchmarks.office_runs FOLDER … [--phrases benchmarks/usual_phrases.txt] [--out rules/tables/office-runs.csv]``

Of correct documents in UTF-8 (``.txt``, ``.md``) two and three characters that stand side by side are counted, once a document; what stands in
a few only is left out.  Runs of the usual phrases of a list, one a line, are in the table as if they stood in just enough documents; without a
folder they are added to the table that is there.  The same inputs give the same table to the byte.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.processes import ROOT
from benchmarks.slip_tables import texts_of
from hegao.words.office_runs import STEP, flat

OUT = ROOT / "rules/tables/office-runs.csv"
#: In so many documents a run must stand, of two characters and of three.
LEAST = {2: 3, 3: 4}
_BLANKS = re.compile(r"[^\S\n\t]+")
_EDGES = re.compile(r"\|{2,}")
_WITHIN_FIGURES = re.compile(r"(?<=\d)[.,:：](?=\d)")
_COUNTED = re.compile(r"[\u3400-\u9fff]")


def runs_of(text: str) -> set[str]:
    """The runs of a document, each once."""
    line = _EDGES.sub("|", flat(_BLANKS.sub("", _WITHIN_FIGURES.sub("0", text))))
    runs = {line[at : at + size] for size in LEAST for at in range(len(line) - size + 1)}
    return {run for run in runs if _COUNTED.search(run)}


def counted(texts: Iterable[str]) -> Counter[str]:
    """In how many documents each run stands."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(runs_of(text))
    return counts


def letters_of(counts: Mapping[str, int]) -> dict[str, str]:
    """The runs that stand in enough documents, each with the letter of in how many."""
    return {run: letter(count) for run, count in counts.items() if count >= LEAST[len(run)]}


def letters_in(table: Path) -> dict[str, str]:
    """The runs of a table that is there, each with its letter."""
    found: dict[str, str] = {}
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        before, cell = line.split(",", 1) if not line.startswith(",") else (",", line[2:])
        found.update({before + cell[at]: cell[at + 1] for at in range(0, len(cell), 2)})
    return found


def with_phrases(letters: Mapping[str, str], phrases: Iterable[str]) -> dict[str, str]:
    """The runs with those of usual phrases, which stand in just enough documents."""
    runs = {phrase[at : at + size] for phrase in map(flat, phrases) for size in LEAST for at in range(len(phrase) - size + 1)}
    return {run: letter(LEAST[len(run)]) for run in runs} | dict(letters)


def rows(letters: Mapping[str, str]) -> Iterable[str]:
    """The rows of the table."""
    behind: dict[str, list[str]] = defaultdict(list)
    for run in sorted(letters):
        behind[run[:-1]].append(run[-1] + letters[run])
    return (f"{before},{''.join(behind[before])}" for before in sorted(behind, key=lambda run: f"{run},"))


def letter(count: int) -> str:
    """The letter that stands for a number of documents."""
    return chr(ord("a") + max(0, min(25, round((math.log(count) - 1.0) / STEP))))


def main(arguments: Sequence[str]) -> int:
    """Make the table of the documents of the folders that are named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.office_runs")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="folders of correct documents")
    parser.add_argument("--phrases", type=Path, help="a list of usual phrases, one a line")
    parser.add_argument("--out", type=Path, default=OUT, help="where to write the table")
    asked = parser.parse_args(arguments)
    letters = letters_of(counted(sorted(set(texts_of(asked.folders))))) if asked.folders else letters_in(asked.out)
    if asked.phrases is not None:
        letters = with_phrases(letters, asked.phrases.read_text(encoding="utf-8").split())
    lines = ["run,behind", *rows(letters)]
    asked.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
