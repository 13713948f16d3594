"""Styles (样式): what paragraphs and runs inherit: their lists, whether they are hidden, how they are set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.sources.package.safe_xml import Node

#: A chain of styles longer than this goes round in a ring.
_LONGEST = 64


class ListLevel(NamedTuple):
    """The list and the level that properties name; an empty name takes a paragraph out of the list that its style names."""

    list: str | None = None
    level: int | None = None


def number_of(properties: Node | None) -> ListLevel:
    """What ``w:pPr`` says of numbers."""
    node = properties.first("w:numPr") if properties is not None else None
    if node is None:
        return ListLevel()
    level, key = node.value("w:ilvl"), node.value("w:numId")
    return ListLevel("" if key == "0" else key, int(level) if level is not None and level.isdecimal() else None)


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Node | None) -> None:
        """Read the styles part, if the document has one."""
        nodes = list(root.all("w:style")) if root is not None else []
        self._styles = {node.get("styleId") or "": node for node in nodes}
        self._numbers: dict[str | None, ListLevel] = {}
        self._default = next(
            (node.get("styleId") for node in nodes if node.get("type") == "paragraph" and node.get("default") in ("1", "true", "on")), None
        )

    def of(self, properties: Node | None) -> str | None:
        """The style of a paragraph."""
        own = properties.value("w:pStyle") if properties is not None else None
        return own if own in self._styles else self._default

    def chain(self, style: str | None) -> Iterator[str]:
        """A style and those that it is based on, the nearest first."""
        for _hop in range(_LONGEST):
            node = self._styles.get(style) if style is not None else None
            if node is None or style is None:
                return
            yield style
            style = node.value("w:basedOn")

    def number(self, style: str | None) -> ListLevel:
        """The list and the level that a style gives its paragraphs."""
        if style not in self._numbers:
            found = [number_of(self._styles[name].first("w:pPr")) for name in self.chain(style)]
            key = next((one.list for one in found if one.list is not None), None)
            level = next((one.level for one in found if one.level is not None), None)
            self._numbers[style] = ListLevel(key, level)
        return self._numbers[style]

    def properties(self, style: str | None, name: str) -> list[Node]:
        """The properties of that name (``w:pPr``, ``w:rPr``) of a style and of those that it is based on, the nearest first."""
        found = (self._styles[one].first(name) for one in self.chain(style))
        return [node for node in found if node is not None]

    def hidden(self, style: str) -> bool:
        """Whether a style of runs hides its text."""
        return any(self._styles[name].on("w:rPr", "w:vanish") for name in self.chain(style))
