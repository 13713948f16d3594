"""``python -m benchmarks.fragments [FILE …]``: single passages with one slip each, and the same passages without it.

Of one kind of slip a draft holds one or two; a file of fragments holds a hundred ways to write it.  In a file stand, one behind the other::

    ### rule, another rule that is just as right | what is wrong, in a few words
    --- ok
    the passage as it should be
    --- bad
    the passage with the slip, its place marked by ⟦ and ⟧

A passage is set into the notice below; one that begins with ``#whole`` is a document of its own.  Both are checked with the profile ``final``.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy import Planted, Score, findings_of
from benchmarks.accuracy import table as figures_by_rule
from benchmarks.processes import ROOT
from benchmarks.tables import markdown
from hegao.engine.findings.finding import Finding
from hegao.sources.files import source_of

FRAGMENTS = ROOT / "tests" / "fragments"
OPEN, CLOSE = "⟦", "⟧"
_WHOLE = "#whole\n"
_FRAME = """临河市人民政府办公室文件

临河政办发〔2026〕12号

临河市人民政府办公室关于做好2026年有关重点工作的通知

各县（区）人民政府，市政府各部门，各直属单位：
为做好2026年重点工作，经市人民政府同意，现将有关事项通知如下：
{}
特此通知。

临河市人民政府办公室
2026年3月16日
"""


class Fragment(NamedTuple):
    """A passage without and with its slip, as documents, and the slip."""

    name: str
    right: str
    wrong: str
    slip: Planted


def fragments(path: Path) -> Iterator[Fragment]:
    """The fragments of a file, in order; raises ``ValueError`` where one lacks a twin or its mark."""
    for number, block in enumerate(re.split("(?m)^### ", path.read_text(encoding="utf-8"))[1:], 1):
        head, _, passages = block.partition("\n")
        rules, _, kind = (one.strip() for one in head.partition("|"))
        twins = re.fullmatch("(?s)--- ok\n(.*)\n--- bad\n(.*)", passages.strip("\n"))
        if twins is None or twins[2].count(OPEN) != 1 or twins[2].count(CLOSE) != 1:
            raise ValueError(f"{path}, fragment {number} ({kind}): not both passages, or not one mark")
        marked = _document(twins[2])
        begin, end = marked.index(OPEN), marked.index(CLOSE)
        first, *others = rules.replace(",", " ").split()
        slip = Planted(marked.count("\n", 0, begin) + 1, marked[begin + 1 : end], first, kind, (), tuple(others), False)
        yield Fragment(f"{path.stem} {number}", _document(twins[1]), marked.replace(OPEN, "").replace(CLOSE, ""), slip)


def _document(passage: str) -> str:
    return passage.removeprefix(_WHOLE) + "\n" if passage.startswith(_WHOLE) else _FRAME.format(passage.strip("\n"))


def score(fragment: Fragment) -> Score:
    """Whether the slip is told, by what is not told of the passage without it; what is told of that is an alarm."""
    right, wrong = _told(fragment.right), _told(fragment.wrong)
    before = {(one.name, one.span.line, one.quote) for one in right}
    slip, said = fragment.slip, Score(documents=1)
    said.planted[slip.rule] += 1
    if any(slip.answered_by(one) and (one.name, one.span.line, one.quote) not in before for one in wrong):
        said.found[slip.rule] += 1
    else:
        said.missed.append(f"{fragment.name} {slip.rule} {slip.quote} ({slip.kind})")
    said.alarms += [f"{fragment.name} {one.name} {one.quote}" for one in right if one.severity in ("error", "warning")]
    return said


def score_of(path: Path) -> Score:
    """The figures of a file of fragments together."""
    total = Score()
    for fragment in fragments(path):
        total.add(score(fragment))
    return total


def _told(text: str) -> tuple[Finding, ...]:
    return findings_of(source_of(text.encode("utf-8"), "通知.txt"))


def main(arguments: Sequence[str]) -> int:
    """Print the figures of each file and, by rule, of all; the exit status is 1 where a file is none of fragments."""
    parser = argparse.ArgumentParser("python -m benchmarks.fragments", description="Check single passages in pairs.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files of fragments (those of the tests)")
    parser.add_argument("--list", action="store_true", help="list every slip that is missed and every alarm")
    asked = parser.parse_args(arguments)
    total = Score()
    for path in asked.files or sorted(FRAGMENTS.glob("*.txt")):
        try:
            of_file = score_of(path)
        except (OSError, ValueError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            return 1
        planted, found = of_file.planted.total(), of_file.found.total()
        print(f"{path.stem}: {found} of {planted} found ({found / max(1, planted):.2f}), {len(of_file.alarms)} alarms on the passages without a slip", flush=True)
        if asked.list:
            print(*(f"  alarm {one}" for one in of_file.alarms), *(f"  missed {one}" for one in of_file.missed), sep="\n")
        total.add(of_file)
    print(markdown(figures_by_rule(total)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
