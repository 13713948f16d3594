"""The command that is measured, and the folders in which it keeps its cache."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

from benchmarks.documents import documents
from benchmarks.material import write_many
from benchmarks.processes import ROOT, Command, run

#: So many documents have all that the rules look for.
_OTHERS = 60


def hegao(*arguments: str) -> tuple[str, ...]:
    """The console script of this Python with these arguments; without one, the module."""
    script = Path(sysconfig.get_path("scripts"), "hegao")
    return (str(script), *arguments) if script.exists() else (sys.executable, "-m", "hegao", *arguments)


def offers(option: str) -> bool:
    """Whether ``hegao check`` has that option."""
    page = subprocess.run(hegao("check", "--help"), check=True, capture_output=True, cwd=ROOT).stdout.decode()
    return option in page


def version() -> str:
    """Name and version, and whether the checkout itself is what is imported."""
    said = subprocess.run(hegao("--version"), check=True, capture_output=True, cwd=ROOT).stdout.decode().strip()
    spec = find_spec("hegao")
    inside = spec is not None and spec.origin is not None and Path(spec.origin).is_relative_to(ROOT / "linter")
    return f"{said} ({'editable install' if inside else 'installed'})"


class Caches:
    """Cache folders below a folder of our own, never the user's."""

    def __init__(self, folder: Path) -> None:
        """Make one in which hegao has compiled rules, grammar and patterns, but has seen none of the files that are measured."""
        self._folder = folder
        self._compiled = folder / "compiled"
        self._compiled.mkdir(parents=True, mode=0o700)
        # Documents of a seed of their own are not among those that are measured.
        others = folder / "others"
        write_many(others, documents(_OTHERS, 3000, -1, 0.5))
        run(Command(hegao("check", str(others)), environment={"HEGAO_CACHE_DIR": str(self._compiled)}))
        shutil.rmtree(self._compiled / "results", ignore_errors=True)

    def unused(self, name: str, *arguments: str) -> Command:
        """The command before each run of which all results are forgotten; compiled rules are kept."""
        place = self._folder / name

        def restore() -> None:
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(self._compiled, place)

        return Command(hegao(*arguments), restore, {"HEGAO_CACHE_DIR": str(place)})

    def empty(self, name: str, *arguments: str) -> Command:
        """The command before each run of which everything is forgotten."""
        place = self._folder / name

        def empty() -> None:
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(mode=0o700)

        return Command(hegao(*arguments), empty, {"HEGAO_CACHE_DIR": str(place)})

    def used(self, name: str, *arguments: str) -> Command:
        """The command with a cache that has the results of the run before."""
        place = self._folder / name
        place.mkdir(mode=0o700, exist_ok=True)
        return Command(hegao(*arguments), None, {"HEGAO_CACHE_DIR": str(place)})

    def no(self, *arguments: str) -> Command:
        """The command with ``--no-cache``: rules, grammar and patterns are compiled in each run, results neither taken nor kept."""
        return Command(hegao(*arguments, "--no-cache"), None, {"HEGAO_CACHE_DIR": str(self._compiled)})
