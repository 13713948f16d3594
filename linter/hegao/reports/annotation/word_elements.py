"""Elements of WordprocessingML written as a part calls them: with the prefix that it gives the namespace."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

#: A prefix of our own, for parts that give the namespace none.
_OWN = "hegao:"
_PRESERVE = ' xml:space="preserve"'


class Writer:
    """Writes elements that stand alone; they declare the namespace themselves where the part has no prefix for it."""

    def __init__(self, prefix: bytes, address: str) -> None:
        """Take the prefix with its colon, or none, and the address of the namespace."""
        self._prefix = prefix.decode("utf-8") or _OWN
        self._declared = "" if prefix else f' xmlns:{_OWN[:-1]}="{address}"'

    def element(self, name: str, attributes: Mapping[str, str] | None = None, content: str | None = None, *, inner: bool = False) -> str:
        """An element; an ``inner`` one stands in another that was written here."""
        said = "".join(f" {self._prefix}{key}={quoteattr(value)}" for key, value in (attributes or {}).items())
        head = f"{self._prefix}{name}{'' if inner else self._declared}{said}"
        return f"<{head}/>" if content is None else f"<{head}>{content}</{self._prefix}{name}>"

    def within(self, name: str, attributes: Mapping[str, str] | None = None, content: str | None = None) -> str:
        """An element in another one that was written here."""
        return self.element(name, attributes, content, inner=True)

    def text(self, text: str) -> str:
        """Characters of a run that stands in another element; a tab is an element of its own."""
        parts = [f"<{self._prefix}t{_PRESERVE}>{escape(one)}</{self._prefix}t>" if one else "" for one in text.split("\t")]
        return self.within("tab").join(parts)

    def begin(self, name: str, attributes: Mapping[str, str]) -> str:
        """The start tag of an element."""
        return self.element(name, attributes)[:-2] + ">"

    def end(self, name: str) -> str:
        """Its end tag."""
        return f"</{self._prefix}{name}>"
