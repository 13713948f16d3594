"""Published laws, regulations and interpretations (法律、法规、司法解释), by the tables ``laws`` and ``replaced-laws``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hegao.words.builtin_tables import builtin

#: What full titles of laws begin with and short ones leave out.
STATE = "中华人民共和国"
#: Words that join the parts of a title and are easily taken for one another.
_JOINING = str.maketrans({"和": "与", "及": "与", "、": "与"})


class Law(NamedTuple):
    """A law as published: its full title, the day of the version (YYYY-MM-DD) and the number of its last article (0 unknown)."""

    title: str
    version: str
    last: int


@cache
def _by_title() -> dict[str, Law]:
    laws = {}
    for row in builtin("laws"):
        law = Law(row["title"], row["version"], int(row["articles"] or 0))
        laws[law.title] = law
        laws.setdefault(law.title.removeprefix(STATE), law)
    return laws


def law_of(title: str) -> Law | None:
    """The law of that title, full or without 中华人民共和国; None proves nothing, since older and local ones are not listed."""
    return _by_title().get(title)


@cache
def replaced() -> dict[str, tuple[str, str]]:
    """By the title of a law, full or short, that is no longer in force: since which day (YYYY-MM-DD), and what replaced it."""
    found = {}
    for row in builtin("replaced-laws"):
        for title in (row["title"], row["title"].removeprefix(STATE)):
            found[title] = row["since"], row["by"]
    return found


def meant_law(title: str) -> Law | None:
    """The one law whose title is a slip away from ``title``: a character changed or moved, a word left out or put in.

    None where the title is a law's, where none is so near, or where several are.
    """
    if law_of(title) is not None or title in replaced() or len(title) < 5:
        return None
    near = {law.title: law for known, law in _alike(title) if _slip(title, known)}
    return next(iter(near.values())) if len(near) == 1 else None


@cache
def _by_ends() -> dict[tuple[int, str], list[tuple[str, Law]]]:
    """The laws by the length of a title and its first character, and by its length and its last three."""
    laws: dict[tuple[int, str], list[tuple[str, Law]]] = defaultdict(list)
    for known, law in _by_title().items():
        laws[len(known), known[0]].append((known, law))
        laws[len(known), known[-3:]].append((known, law))
    return laws


def _alike(title: str) -> Iterator[tuple[str, Law]]:
    """The laws with titles of about that length and its last character; a slip leaves the first character or the last three."""
    for size in range(len(title) - 2, len(title) + 3):
        for known, law in _by_ends().get((size, title[0]), ()):
            if known[-1] == title[-1]:
                yield known, law
    yield from _by_ends().get((len(title), title[-3:]), ())


def _slip(written: str, known: str) -> bool:
    if written.translate(_JOINING) == known.translate(_JOINING):
        return True
    if len(written) == len(known):
        off = [index for index, (a, b) in enumerate(zip(written, known, strict=True)) if a != b]
        swapped = len(off) == 2 and off[1] == off[0] + 1 and written[off[0]] == known[off[1]] and written[off[1]] == known[off[0]]
        # Its last two characters tell what kind of text it is: 条例 and 条令 are two.
        return len(off) == 1 and len(known) >= 7 and off[0] < len(known) - 2 or swapped
    short, long = sorted((written, known), key=len)
    size = len(long) - len(short)
    # One word more or less in a short title may make another title: 城市供水条例 and 供水条例.
    whole = STATE in known and STATE in written
    if len(short) < (9 if whole else 8):
        return False
    head = next((index for index, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return head > 0 and short[head:] == long[head + size :]
