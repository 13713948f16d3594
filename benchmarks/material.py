"""The files that are measured: generated documents, or given texts repeated."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import Written, gazette

#: Files of the largest folder.
_A_FOLDER = 10_001


@dataclass(slots=True, frozen=True)
class Material:
    """A folder of text files, its size, and in a few words what they are."""

    folder: Path
    files: int
    size: int
    said: str

    @property
    def lines(self) -> int:
        """How many lines the files have."""
        return sum(path.read_bytes().count(b"\n") for path in self.paths())

    def paths(self) -> list[Path]:
        """The files in the order of their names."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


def write_many(folder: Path, several: Iterable[Written]) -> Material:
    """Each document in a file of its own as it comes; of very many, each ten thousand in a folder of their own."""
    folder.mkdir(parents=True)
    files = size = 0
    for files, each in enumerate(several, 1):
        place = folder / f"{files // _A_FOLDER:04}" if files >= _A_FOLDER else folder
        place.mkdir(exist_ok=True)
        size += (place / f"document-{files:05}.txt").write_bytes(each.text.encode())
    return Material(folder, files, size, f"{files} generated documents")


def write_gazette(folder: Path, several: Iterable[Written]) -> Material:
    """All documents in one file, with a cover and a contents list."""
    folder.mkdir(parents=True)
    listed = list(several)
    size = (folder / "gazette.txt").write_bytes(gazette(listed).encode())
    return Material(folder, 1, size, f"a generated gazette of {len(listed)} documents")


def write_long(folder: Path, text: str) -> Material:
    """One long document."""
    folder.mkdir(parents=True)
    return Material(folder, 1, (folder / "document.txt").write_bytes(text.encode()), "one long generated document")


def repeat_texts(source: Path, folder: Path, total: int) -> Material:
    """Given texts copied in turn until they have about ``total`` bytes; raises ``ValueError`` where there are none.

    No two copies are the same file to a cache: each round adds an empty line at the end.
    """
    texts = sorted(path for path in source.rglob("*.txt") if path.is_file())
    if not any(path.stat().st_size for path in texts):
        raise ValueError("the folder given by --texts has no text in .txt files")
    folder.mkdir(parents=True)
    files = size = rounds = 0
    while size < total:
        rounds += 1
        for path in texts:
            data = path.read_bytes()
            # The last copy stays out where the sum is nearer to the total without it.
            if size + len(data) / 2 > total and files:
                return Material(folder, files, size, f"{len(texts)} given texts, {files} copies")
            files += 1
            size += (folder / f"text-{files:04}.txt").write_bytes(data + b"\n" * rounds)
    return Material(folder, files, size, f"{len(texts)} given texts, {files} copies")


def as_markdown(material: Material, folder: Path) -> Material:
    """The same files with names that tools for Markdown take."""
    folder.mkdir(parents=True)
    for path in material.paths():
        shutil.copyfile(path, folder / f"{path.stem}.md")
    return Material(folder, material.files, material.size, material.said)
