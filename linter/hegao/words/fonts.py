"""Fonts and sizes (字体、字号): families by the names of fonts, sizes by their Chinese names; tables ``fonts`` and ``type-sizes``."""

from __future__ import annotations

from functools import cache

from hegao.words.builtin_tables import builtin


@cache
def family_of(font: str) -> str:
    """The family (仿宋, 黑体 …) of a font, whoever made it and whatever character set its name tells; its own name where none is known."""
    # Of several names parted by a semicolon the first is the font, the others take its place where it is not installed.
    name = font.partition(";")[0].strip().lstrip("@")
    plain = "".join(name.split()).replace("-", "").replace("_", "").casefold()
    return next((row["family"] for row in builtin("fonts") if row["word"] in plain), name)


@cache
def families() -> tuple[str, ...]:
    """All families that are known, in the order of the table."""
    return tuple(dict.fromkeys(row["family"] for row in builtin("fonts")))


@cache
def size_name(points: float) -> str:
    """A size as people say it: 3号, or 15.5磅 where it has no name."""
    named = next((row["name"] for row in builtin("type-sizes") if float(row["points"]) == points), "")
    return named or f"{points:g}磅"
