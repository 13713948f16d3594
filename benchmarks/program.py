"""The command that is measured, and the folders in which it keeps its cache."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

from benchmarks.documents import document
from benchmarks.processes import ROOT, Command, run


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
        """Make one in which hegao has compiled its rules, but has seen none of the files that are measured."""
        self._folder = folder
        self._compiled = folder / "compiled"
        self._compiled.mkdir(parents=True, mode=0o700)
        # A document of a seed of its own is not among those that are measured.
        other = folder / "other.txt"
        other.write_text(document(0, 2000, -1).text, encoding="utf-8")
        run(Command(hegao("check", str(other)), environment={"HEGAO_CACHE_DIR": str(self._compiled)}))

    def unused(self, name: str, *arguments: str) -> Command:
        """The command before each run of which all results are forgotten; compiled rules are kept."""
        place = self._folder / name

        def restore() -> None:
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(self._compiled, place)

        return Command(hegao(*arguments), restore, {"HEGAO_CACHE_DIR": str(place)})

    def used(self, name: str, *arguments: str) -> Command:
        """The command with a cache that has the results of the run before."""
        place = self._folder / name
        place.mkdir(mode=0o700, exist_ok=True)
        return Command(hegao(*arguments), None, {"HEGAO_CACHE_DIR": str(place)})

    def no(self, *arguments: str) -> Command:
        """The command with ``--no-cache``."""
        place = self._folder / "none"
        place.mkdir(mode=0o700, exist_ok=True)
        return Command(hegao(*arguments, "--no-cache"), None, {"HEGAO_CACHE_DIR": str(place)})
