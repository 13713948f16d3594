"""Automatic numbers (自动编号): 一、 （一） 第一章 1.1 as the page shows them, though no character of them stands in the text.

A paragraph names a list and a level, itself or by its style; the list says how each level counts.  Lists made from one definition
count on together, unless one of them sets a start of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hegao.sources.package.safe_xml import Node
from hegao.sources.word.number_forms import written
from hegao.sources.word.styles import Styles, number_of

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    """A level of a list: where it starts, its form, its words with ``%1`` for numbers, behind which level it starts anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    blank: bool = True
    style: str | None = None


class _List(NamedTuple):
    """A list: the definition that it counts with, its levels, the starts that it sets itself."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]

    def start(self, index: int) -> int:
        """The first number of a level."""
        return self.starts.get(index, self.levels.get(index, _Level()).start)


class Numbering:
    """Counts the paragraphs of a document, which must be asked for in their order."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        """Read the lists of the numbering part, if the document has one."""
        self._styles = styles
        nodes = root.children if root is not None else []
        definitions = {node.get("abstractNumId") or "": node for node in nodes if node.name == "w:abstractNum"}
        numbers = {node.get("numId") or "": node for node in nodes if node.name == "w:num"}
        self._lists = {key: _list_of(node, definitions, numbers, styles) for key, node in numbers.items()}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: Node | None) -> str:
        """The number of the next paragraph, with the blank behind it; empty where it has none."""
        if not self._lists:
            return ""
        listed = self._listed(properties)
        if listed is None:
            return ""
        key, index = listed
        own = self._lists[key]
        counts = self._counts.setdefault(own.definition, [None] * LEVELS)
        self._count(counts, key, index)
        level = own.levels.get(index, _Level())
        return _label(level, own, counts)

    def _listed(self, properties: Node | None) -> tuple[str, int] | None:
        """The list and the level of a paragraph."""
        style = self._styles.of(properties)
        direct = number_of(properties)
        inherited = self._styles.number(style)
        key = direct.list if direct.list is not None else inherited.list
        if key is None or key not in self._lists:
            return None
        level = direct.level
        if level is None and (direct.list is None or direct.list == inherited.list):
            level = inherited.level
            if level is None:
                chain = list(self._styles.chain(style))
                level = next((index for name in chain for index, one in sorted(self._lists[key].levels.items()) if one.style == name), None)
        return key, min(max(level or 0, 0), LEVELS - 1)

    def _count(self, counts: list[int | None], key: str, index: int) -> None:
        """Take the next number of a level; the deeper ones start anew, a higher one that was left out is taken as begun."""
        own = self._lists[key]
        start = own.start(index)
        for higher in range(index):
            if counts[higher] is None:
                counts[higher] = own.levels.get(higher, _Level()).start
        last = counts[index]
        first = index in own.starts and (key, index) not in self._begun
        counts[index] = start if last is None or first else last + 1
        self._begun.add((key, index))
        for deeper in range(index + 1, LEVELS):
            restart = own.levels.get(deeper, _Level()).restart
            if restart is None or index < restart:
                counts[deeper] = None


def _label(level: _Level, own: _List, counts: list[int | None]) -> str:
    if level.form == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        other = own.levels.get(index, _Level())
        count = counts[index]
        value = other.start if count is None else count
        form = "decimal" if level.legal and other.form != "none" else other.form
        if form.startswith("0"):
            return str(value).zfill(len(form))
        return written(value, form)

    text = _PLACE.sub(number, level.text)
    return f"{text} " if text and level.blank else text


def _list_of(node: Node, definitions: dict[str, Node], numbers: dict[str, Node], styles: Styles) -> _List:
    """The list that a ``w:num`` makes of a definition and of what it sets otherwise."""
    key = node.value("w:abstractNumId") or ""
    definition = definitions.get(key)
    for _hop in range(4):
        # A definition may only name a style whose list has the levels.
        link = definition.value("w:numStyleLink") if definition is not None else None
        linked = numbers.get(styles.number(link).list or "") if link else None
        if linked is None:
            break
        key = linked.value("w:abstractNumId") or ""
        definition = definitions.get(key)
    levels = {_integer(one.get("ilvl")): _level_of(one) for one in definition.all("w:lvl")} if definition is not None else {}
    starts = {}
    for override in node.all("w:lvlOverride"):
        index = _integer(override.get("ilvl"))
        other = override.first("w:lvl")
        if other is not None:
            levels[index] = _level_of(other)
        start = override.value("w:startOverride")
        if start is not None:
            starts[index] = _integer(start)
    return _List(key, levels, starts)


def _level_of(node: Node) -> _Level:
    form, custom = _form(node)
    restart = node.value("w:lvlRestart")
    return _Level(
        _integer(node.value("w:start"), 1),
        custom or form,
        node.value("w:lvlText") or "",
        None if restart is None else _integer(restart),
        node.on("w:isLgl"),
        node.value("w:suff") != "nothing",
        node.value("w:pStyle"),
    )


def _form(node: Node) -> tuple[str, str]:
    """The form of a level, and for one of its own making (001, 002 …) how its first number is written."""
    choice = node.first("mc:AlternateContent", "mc:Choice", "w:numFmt")
    if choice is not None and choice.get("val") == "custom":
        first = (choice.get("format") or "").split(",")[0].strip()
        if first.startswith("0") and first.isdigit():
            return "custom", first
    return node.value("w:numFmt") or node.value("mc:AlternateContent", "mc:Fallback", "w:numFmt") or "decimal", ""


def _integer(text: str | None, default: int = 0) -> int:
    """A whole number as the file has it, within what counts; ``default`` where it has none."""
    try:
        return min(max(int(text or ""), 0), 1_000_000)
    except ValueError:
        return default
