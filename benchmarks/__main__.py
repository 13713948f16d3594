"""``python -m benchmarks``: measure and print, as tables in Markdown."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.clusters import cluster
from benchmarks.desk import desk
from benchmarks.documents import LARGEST, SMALLEST, documents
from benchmarks.growth import growth
from benchmarks.keystrokes import keystrokes
from benchmarks.material import write_many
from benchmarks.processes import ROOT, Failed
from benchmarks.program import version
from benchmarks.registers import registers
from benchmarks.report_page import report_page
from benchmarks.runs import many, runs
from benchmarks.stages import stages
from benchmarks.startup import startup
from benchmarks.tables import Table, markdown, put_figures
from benchmarks.tools import compare
from benchmarks.work import Work

PAGE = ROOT / "docs" / "benchmarks.md"
#: What can be measured; ``many`` and ``cluster`` take long, ``page`` and ``desk`` need a browser, ``typing`` the extra ``lsp``: they are measured only when they are named.
PARTS: dict[str, Callable[[Work], Table]] = {
    "startup": startup,
    "stages": stages,
    "runs": runs,
    "growth": growth,
    "registers": registers,
    "tools": compare,
    "many": many,
    "page": report_page,
    "cluster": cluster,
    "typing": keystrokes,
    "desk": desk,
}
_NAMED = ("many", "page", "cluster", "typing", "desk")
#: Options that name a place on this machine, and what is said instead.
_PATHS = {"texts": "FOLDER", "autocorrect_python": "PYTHON", "zhlint": "COMMAND", "lint_md": "COMMAND"}


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; the exit status is 1 where a command that is measured fails."""
    parser = parser_of_options()
    asked = parser.parse_args(arguments)
    if not hasattr(os, "wait4"):
        parser.error("this system does not tell what a process took (os.wait4)")
    try:
        figures = _generate(asked) if asked.generate is not None else _measure(asked)
    except (Failed, OSError, ValueError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    print(figures)
    if asked.write and asked.generate is None:
        PAGE.write_text(put_figures(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")
    return 0


def _generate(asked: argparse.Namespace) -> str:
    """Write documents where the user wants them; says how many."""
    work = _work(asked, asked.generate)
    made = write_many(work.folder, documents(work.count, work.size, work.seed, work.slips))
    return f"{made.said}, {made.size} bytes"


def _measure(asked: argparse.Namespace) -> str:
    """The tables of the parts asked for, with what they were made by."""
    with tempfile.TemporaryDirectory(prefix="hegao-benchmarks-") as folder:
        work = _work(asked, Path(folder))
        said = [_made_by(asked, work)]
        for name in asked.parts or [name for name in PARTS if name not in _NAMED]:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            said.append(markdown(PARTS[name](work)))
    return "\n".join(said)


def parser_of_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m benchmarks", description="Measure hegao; run it with the Python that has hegao, in the checkout."
    )
    add = parser.add_argument
    add("parts", nargs="*", metavar="PART", type=_part, help=f"{', '.join(PARTS)}; without any, all but {', '.join(_NAMED)}")
    add("--count", type=_between(int, 1), default=400, metavar="N", help="documents to generate (400)")
    add(
        "--size",
        type=_between(int, SMALLEST, LARGEST),
        default=3000,
        metavar="BYTES",
        help=f"size of each, {SMALLEST} to {LARGEST} bytes (3000)",
    )
    add("--seed", type=int, default=1, metavar="N", help="another seed makes other documents (1)")
    add("--slips", type=_between(float, 0, 1), default=0.1, metavar="SHARE", help="share of documents with a slip (0.1)")
    add("--repeat", type=_between(int, 1), default=5, metavar="N", help="rounds of which medians are taken (5)")
    add("--texts", type=Path, metavar="FOLDER", help="measure the .txt files there, repeated to COUNT × BYTES, instead of documents")
    add("--autocorrect-python", metavar="PYTHON", help="a Python that has autocorrect-py")
    add("--zhlint", metavar="COMMAND", help="the command zhlint")
    add("--lint-md", metavar="COMMAND", help="the command lint-md")
    add("--generate", type=Path, metavar="FOLDER", help="only write the documents into a new folder")
    add("--write", action="store_true", help="put the figures into docs/benchmarks.md")
    return parser


def _work(asked: argparse.Namespace, folder: Path) -> Work:
    return Work(
        folder=folder,
        count=asked.count,
        size=asked.size,
        seed=asked.seed,
        slips=asked.slips,
        repeat=asked.repeat,
        texts=asked.texts,
        autocorrect_python=asked.autocorrect_python,
        zhlint=asked.zhlint,
        lint_md=asked.lint_md,
    )


def _made_by(asked: argparse.Namespace, work: Work) -> str:
    """The command, with words for paths, and what of the machine matters."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}, {cores} cores"
    return f"    {command_line(asked)}\n\nMeasured: {version()}, {machine}. Medians of {work.repeat} rounds.\n"


def command_line(asked: argparse.Namespace) -> str:
    """The command as anyone may type it: what is not the default, paths as words."""
    plain = vars(parser_of_options().parse_args([]))
    words = ["python -m benchmarks", *asked.parts]
    for name, value in vars(asked).items():
        option = f"--{name.replace('_', '-')}"
        if name == "parts" or value == plain[name]:
            continue
        if value is True:
            words.append(option)
        elif name in _PATHS:
            words.append(f"{option} {_PATHS[name]}")
        else:
            words.append(f"{option} {value}")
    return " ".join(words)


def _part(text: str) -> str:
    if text not in PARTS:
        raise argparse.ArgumentTypeError(f"{text} is none of {', '.join(PARTS)}")
    return text


def _between(kind: type[int | float], low: int, high: int | None = None) -> Callable[[str], float]:
    """A reader of numbers that refuses those out of bounds."""

    def number(text: str) -> float:
        value = kind(text)
        if value < low or (high is not None and value > high):
            raise argparse.ArgumentTypeError(f"{text} is not {low} or more" + (f" and {high} or less" if high is not None else ""))
        return value

    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
