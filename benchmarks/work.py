"""What the parts of the benchmark share: the wishes of the user, and folders for their files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.documents import documents
from benchmarks.material import Material, repeat_texts, write_many
from benchmarks.program import Caches


@dataclass(frozen=True)
class Work:
    """Sizes as ``__main__`` reads them, and a temporary folder."""

    folder: Path
    count: int = 400
    size: int = 3000
    seed: int = 1
    slips: float = 0.1
    repeat: int = 5
    texts: Path | None = None
    autocorrect_python: str | None = None
    zhlint: str | None = None
    lint_md: str | None = None

    @cached_property
    def material(self) -> Material:
        """The files of most measurements: the given texts up to the size asked for, else as many documents."""
        if self.texts is not None:
            return repeat_texts(self.texts, self.folder / "texts", self.count * self.size)
        return write_many(self.folder / "documents", documents(self.count, self.size, self.seed, self.slips))

    @cached_property
    def caches(self) -> Caches:
        """The cache folders of this run."""
        return Caches(self.folder / "caches")

    @property
    def said(self) -> str:
        """The files in a few words, for a note."""
        material = self.material
        return f"{material.said[0].upper()}{material.said[1:]}: {material.size / 1e6:.2f} MB, {material.lines} lines."
