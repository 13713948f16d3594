"""What an order makes public or a notice passes on (令, 转发, 批转): its name in the text against the title that follows."""

from __future__ import annotations

from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.title_likeness import likeness_of, same_title

#: 《…》已经…通过，现予公布; 《…》已经县人民政府同意，现转发给你们.
_NAMED = Pattern(r"《(?P<title>.{4,120})》(?:[（(][^（）()]*[）)])?(?:已|业)经?[^。；《》]{2,80}，?现(?:予|将其|将它)?(?:以[^。；，]{0,10})?(?:公布|发布|颁布|转发|批转)")
#: The last letters of a title name its genre.
_WORD = 2
_ORDERS = ("命令（令）", "令", "命令")


def passed_on(document: Document, likeness: int) -> tuple[Text, Text] | None:
    """The name that the text gives to what is made public or passed on and the title over it, the one with the slip first, where they differ by one."""
    passes = document.genre in _ORDERS or document.action in ("转发", "批转")
    titles = [part.title.text for part in document.annexes if part.title is not None and part.mark is None]
    if not passes or len(titles) != 1 or not document.parts:
        return None
    real = titles[0]
    for node in document.parts[0].nodes[:4]:
        match = _NAMED.search(node.text.value) if isinstance(node, Paragraph) else None
        if match is not None:
            said = node.text.slice(*match.span("title"))
            slipped = not same_title(said.value, real.value) and likeness_of(said.value, real.value) * 100 >= likeness
            if not slipped:
                return None
            return (real, said) if _calls_itself(document, real, said.value) else (said, real)
    return None


def _calls_itself(document: Document, title: Text, name: str) -> bool:
    """Whether the text under the title calls itself by the last word of the name, and never by that of its title: 本决定."""
    part = next((part for part in document.annexes if part.title is not None and part.title.text is title), None)
    told = "".join(node.text.value if isinstance(node, Paragraph) else node.body.value for node in part.nodes if isinstance(node, Heading | Paragraph)) if part else ""
    return f"本{name[-_WORD:]}" in told and f"本{title.value[-_WORD:]}" not in told
