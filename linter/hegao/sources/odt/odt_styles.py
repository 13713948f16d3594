"""What styles of an OpenDocument text say that a reader of its text must know: which lists count how, and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.sources.package.safe_xml import Node, value_of
from hegao.sources.word.number_forms import written

LEVELS = 10
#: Forms of numbers as OpenDocument shows them by their first members, and as Word names them.
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "01": "decimalZero",
}
_PLACE = re.compile(r"%(\d{1,2})%")


class Level(NamedTuple):
    """A level of a list: where it starts, its form by Word's name for it, its words with ``%1%`` for numbers."""

    start: int
    form: str
    text: str


#: Levels of a list by their depth, from 1.
Levels = dict[int, Level]


class Styles:
    """The styles of a document, from the roots of its parts."""

    def __init__(self, *roots: Node | None) -> None:
        """Take in what stands in them, automatic styles and common ones."""
        self.lists: dict[str, Levels] = {}
        self.outline: Levels = {}
        self._hidden: set[str] = set()
        self._parents: dict[str, str] = {}
        for style in (style for root in roots if root is not None for group in root.children for style in group.children):
            name = value_of(style.attributes, "name", "style") or ""
            if style.name == "text:list-style":
                self.lists[name] = dict(_levels(style))
            elif style.name == "text:outline-style":
                self.outline = dict(_levels(style))
            elif style.name == "style:style":
                self._parents[name] = value_of(style.attributes, "parent-style-name", "style") or ""
                if any(value_of(node.attributes, "display", "text") == "none" for node in style.all("style:text-properties")):
                    self._hidden.add(name)

    def hidden(self, name: str) -> bool:
        """Whether what bears a style is not shown."""
        for _hop in range(LEVELS):
            if not name or not self._hidden:
                return False
            if name in self._hidden:
                return True
            name = self._parents.get(name, "")
        return False


def label(levels: Levels, depth: int, counts: dict[int, int]) -> str:
    """The number at a depth, with the blank behind it; empty where the level has none."""
    level = levels.get(depth)
    if level is None or not level.text:
        return ""

    def number(match: re.Match[str]) -> str:
        other = levels.get(int(match[1]))
        return written(counts.get(int(match[1]), other.start if other else 1), other.form) if other else ""

    return f"{_PLACE.sub(number, level.text)} "


def _levels(style: Node) -> Iterator[tuple[int, Level]]:
    for node in style.all("text:list-level-style-number", "text:outline-level-style"):
        depth = whole(value_of(node.attributes, "level", "text"), 1)
        form = value_of(node.attributes, "num-format", "style") or ""
        if not form:
            continue
        before, behind = (value_of(node.attributes, name, "style") or "" for name in ("num-prefix", "num-suffix"))
        shown = min(whole(value_of(node.attributes, "display-levels", "text"), 1), depth)
        text = value_of(node.attributes, "num-list-format", "loext") or before + ".".join(f"%{at}%" for at in range(depth - shown + 1, depth + 1)) + behind
        start = whole(value_of(node.attributes, "start-value", "text"), 1)
        yield depth, Level(start, _FORMS.get(form.partition(",")[0].strip(), "decimal"), text)


def whole(text: str | None, default: int, most: int = 1_000_000) -> int:
    """A whole number as the file has it, within what counts; ``default`` where it has none."""
    return min(int(text), most) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else default
