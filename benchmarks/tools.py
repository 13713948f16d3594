"""hegao beside public linters of Chinese text: the same files, whole processes, the report to a file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.material import as_markdown
from benchmarks.processes import ROOT, Command, Failed, medians, run
from benchmarks.runs import three_runs
from benchmarks.tables import Table, figure, megabytes
from benchmarks.work import Work

_SCRIPT = ROOT / "benchmarks" / "autocorrect_lint.py"


@dataclass(slots=True, frozen=True)
class Tool:
    """A public tool that was found: its name with its version, and its command for our files."""

    name: str
    command: Command


def compare(work: Work) -> Table:
    """Time and memory of all, and how many times the processor time of each tool hegao takes."""
    found, missing = find_tools(work)
    found, failed = _try(found)
    missing += failed
    own = three_runs(work)
    taken = medians({**own, **{tool.name: tool.command for tool in found}}, work.repeat)
    rows = []
    for name, each in taken.items():
        against = ["" if name in own else figure(taken[mine].cpu / each.cpu) for mine in own]
        rows.append([f"hegao, {name}" if name in own else name, figure(each.cpu), figure(each.wall), megabytes(each.memory), *against])
    heads = ["", "CPU s", "wall s", "peak MB", "hegao cold ×", "first ×", "second ×"]
    note = "× is the CPU time of that run of hegao over the CPU time of the tool: below 1, hegao takes less."
    absent = " ".join(f"{name} was not measured: {why}." for name, why in missing)
    return Table("Beside other tools", heads, rows, [f"{work.said} {note}", *([absent] if absent else [])])


def find_tools(work: Work) -> tuple[list[Tool], list[tuple[str, str]]]:
    """The tools that are installed, and why the others are not measured."""
    folder = work.material.folder
    first = work.material.paths()[0].stem
    found: list[Tool] = []
    missing: list[tuple[str, str]] = []
    python, version = _autocorrect(work.autocorrect_python)
    if python and version:
        found.append(Tool(f"autocorrect-py {version}", Command((python, "-I", str(_SCRIPT), "."), folder=folder, told=first)))
    else:
        missing.append(("autocorrect-py", "no Python has it (--autocorrect-python)"))
    zhlint = _which(work.zhlint or "zhlint")
    if zhlint:
        found.append(Tool(f"zhlint {_package_version(zhlint)}", Command((zhlint, "*.txt"), folder=folder, told=first)))
    else:
        missing.append(("zhlint", "no such command (--zhlint)"))
    lint_md = _which(work.lint_md or "lint-md")
    if lint_md:
        copies = as_markdown(work.material, work.folder / "markdown")
        names = [path.name for path in copies.paths()]
        found.append(Tool(f"@lint-md/cli {_package_version(lint_md)}", Command((lint_md, *names), folder=copies.folder, told=first)))
    else:
        missing.append(("@lint-md/cli", "no such command (--lint-md)"))
    return found, missing


def _try(tools: list[Tool]) -> tuple[list[Tool], list[tuple[str, str]]]:
    """The tools that get through these files; the fault of another tool is no reason to measure nothing."""
    fit: list[Tool] = []
    failed: list[tuple[str, str]] = []
    for tool in tools:
        try:
            run(tool.command)
            fit.append(tool)
        except Failed as error:
            print(error, file=sys.stderr)
            failed.append((tool.name, "it failed on these files"))
    return fit, failed


def _autocorrect(given: str | None) -> tuple[str | None, str | None]:
    """A Python that has autocorrect-py, and its version."""
    code = "from importlib.metadata import version; import autocorrect_py; print(version('autocorrect-py'))"
    for python in [given] if given else [sys.executable, shutil.which("python3"), shutil.which("python")]:
        python = _which(python) if python else None
        if python:
            asked = subprocess.run([python, "-I", "-c", code], check=False, capture_output=True, text=True)
            if asked.returncode == 0:
                return python, asked.stdout.strip()
    return None, None


def _which(command: str) -> str | None:
    """The whole path of a command, since tools run in the folder of the files."""
    found = shutil.which(command)
    return os.path.abspath(found) if found else None


def _package_version(command: str) -> str:
    """The version in the package.json above a command of node; empty where there is none."""
    for folder in Path(command).resolve().parents:
        description = folder / "package.json"
        if description.is_file():
            version = json.loads(description.read_text(encoding="utf-8")).get("version")
            if version:
                return str(version)
    return ""
