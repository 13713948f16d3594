"""Every shape of document is read as its golden tree says.

``HEGAO_UPDATE=1 pytest tests/golden`` writes the trees anew; the difference is then read by a person, as text.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from golden.outline import outline
from hegao.sources.files import read

HERE = Path(__file__).parent
SHAPES = sorted(path for path in HERE.iterdir() if path.suffix in (".txt", ".md") and not path.name.endswith(".tree.txt"))


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_shape_is_read_as_its_golden_tree_says(path: Path) -> None:
    golden = path.with_suffix(".tree.txt")
    found = outline(read(path, path.name))
    if os.environ.get("HEGAO_UPDATE"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_tree_belongs_to_a_shape() -> None:
    assert {path.name.removesuffix(".tree.txt") for path in HERE.glob("*.tree.txt")} == {path.stem for path in SHAPES}
