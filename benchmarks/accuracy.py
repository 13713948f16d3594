"""``python -m benchmarks.accuracy [FOLDER …]``: drafts in pairs, a correct document and its twin with planted slips.

In a folder of pairs lie ``NAME.clean.txt`` (or ``.md``), ``NAME.defects.txt`` and ``NAME.jsonl``, a planted slip a line:
``{"line", "quote", "class", "kind", "why", "also": [lines of the other side], "alt": [rules just as right], "hard": true
where only understanding could find it}``.  Both twins are checked with the profile ``final``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.processes import ROOT
from benchmarks.tables import Table, markdown, put_figures
from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import check_sources
from hegao.sources.files import read
from hegao.sources.source import Source

SETS = ROOT / "tests" / "drafts"
PAGE = ROOT / "docs" / "accuracy.md"


class Planted(NamedTuple):
    """A slip that was put into a draft: where, under which rule it is filed, and under which it might be."""

    line: int
    quote: str
    rule: str
    kind: str
    also: tuple[int, ...]
    others: tuple[str, ...]
    hard: bool

    def answered_by(self, finding: Finding) -> bool:
        """Whether a finding speaks of it: within one line of it or of its other side, under its rule, one just as right, or one of the same family."""
        family = self.rule.partition("-")[0]
        named = finding.name in (self.rule, *self.others) or finding.name.partition("-")[0] == family
        return named and any(distance(finding, line) <= 1 for line in (self.line, *self.also))

    def nearness(self, finding: Finding) -> tuple[bool, int, bool]:
        """Smaller is nearer: of the same rule, on the same line, about the same words."""
        meets = bool(finding.quote) and (finding.quote in self.quote or self.quote in finding.quote)
        return (finding.name != self.rule, distance(finding, self.line), not meets)


class Pair(NamedTuple):
    """A correct draft, its defective twin, and what was planted."""

    name: str
    clean: Path
    defective: Path
    planted: tuple[Planted, ...]


@dataclass(slots=True)
class Score:
    """What was planted and found, by rule, the slips that were missed, and the alarms on the correct twins."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    documents: int = 0

    def add(self, other: Score) -> None:
        """Take the figures of another score in."""
        self.planted += other.planted
        self.found += other.found
        self.missed += other.missed
        self.alarms += other.alarms
        self.documents += other.documents


def pairs(folder: Path) -> Iterator[Pair]:
    """The pairs of a folder, in the order of their names; raises ``ValueError`` where one of the three files is missing."""
    for labels in sorted(folder.glob("*.jsonl")):
        twins = [next(iter(sorted(folder.glob(f"{labels.stem}.{kind}.*"))), None) for kind in ("clean", "defects")]
        clean, defective = twins
        if clean is None or defective is None:
            raise ValueError(f"{labels}: a twin is missing")
        rows = labels.read_text(encoding="utf-8").splitlines()
        yield Pair(labels.stem, clean, defective, tuple(_planted(json.loads(row)) for row in rows if row.strip()))


def score(pair: Pair) -> Score:
    """Check both twins: one finding answers for one planted slip, the nearest first."""
    loud = [finding for finding in findings_of(read(pair.clean, pair.clean.name)) if finding.severity in ("error", "warning")]
    findings = findings_of(read(pair.defective, pair.defective.name))
    answered = _answered(pair.planted, findings)
    said = Score(documents=1, alarms=[f"{pair.name}:{one.span.line} {one.name} {one.quote}" for one in loud])
    for index, slip in enumerate(pair.planted):
        if slip.hard:
            continue
        said.planted[slip.rule] += 1
        if index in answered:
            said.found[slip.rule] += 1
        else:
            said.missed.append(f"{pair.name}:{slip.line} {slip.rule} {slip.quote} ({slip.kind})")
    return said


def score_of(folder: Path) -> Score:
    """The figures of a folder of pairs together."""
    total = Score()
    for pair in pairs(folder):
        total.add(score(pair))
    return total


def _answered(planted: Sequence[Planted], findings: Sequence[Finding]) -> set[int]:
    ways = sorted(
        (*slip.nearness(finding), index, place)
        for index, slip in enumerate(planted)
        for place, finding in enumerate(findings)
        if slip.answered_by(finding)
    )
    slips: set[int] = set()
    used: set[int] = set()
    for *_, index, place in ways:
        if index not in slips and place not in used:
            slips.add(index)
            used.add(place)
    return slips


def findings_of(source: Source) -> tuple[Finding, ...]:
    """What hegao finds in a document that is to be issued."""
    result = check_sources([source], Options(profile="final"))
    return tuple(finding for file in result.files for finding in file.findings)


def distance(finding: Finding, line: int) -> int:
    """How many lines a finding stands from a line."""
    return max(line - finding.span.end_line, finding.span.line - line, 0)


def _planted(row: dict[str, object]) -> Planted:
    line, also, others = row["line"], row.get("also") or [], row.get("alt") or []
    if not isinstance(line, int) or not isinstance(also, list) or not isinstance(others, list):
        raise TypeError(f"a planted slip says its lines as numbers and its other rules as a list: {row}")
    return Planted(line, str(row["quote"]), str(row["class"]), str(row.get("kind", "")), tuple(also), tuple(others), bool(row.get("hard")))


def table(total: Score) -> Table:
    """The figures by rule, most planted first."""
    rules = sorted(total.planted, key=lambda rule: (-total.planted[rule], rule))
    rows = [(rule, str(total.planted[rule]), str(total.found[rule])) for rule in rules]
    return Table("All sets together", ("rule", "planted", "found"), rows)


def _said(name: str, of_set: Score) -> str:
    planted, found = of_set.planted.total(), of_set.found.total()
    return f"{name}: {found} of {planted} planted slips found ({found / max(1, planted):.2f}), {len(of_set.alarms)} alarms on {of_set.documents} correct drafts"


def main(arguments: Sequence[str]) -> int:
    """Print the figures of each folder; the exit status is 1 where a folder is none of pairs."""
    parser = argparse.ArgumentParser("python -m benchmarks.accuracy", description="Check drafts in pairs.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="folders of pairs (those of the tests)")
    parser.add_argument("--list", action="store_true", help="list every slip that is missed and every alarm")
    parser.add_argument("--write", action="store_true", help="put the figures by rule into docs/accuracy.md")
    asked = parser.parse_args(arguments)
    total = Score()
    folders: Iterable[Path] = asked.folders or sorted(path for path in SETS.iterdir() if path.is_dir())
    for folder in folders:
        try:
            of_set = score_of(folder)
        except (OSError, TypeError, ValueError, KeyError) as error:
            print(f"{folder}: {error}", file=sys.stderr)
            return 1
        print(_said(folder.name, of_set), flush=True)
        if asked.list:
            print(*(f"  alarm {one}" for one in of_set.alarms), *(f"  missed {one}" for one in of_set.missed), sep="\n")
        total.add(of_set)
    if asked.write:
        PAGE.write_text(put_figures(PAGE.read_text(encoding="utf-8"), markdown(table(total))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
