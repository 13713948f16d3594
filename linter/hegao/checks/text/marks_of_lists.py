"""The marks at the end of items of a list (分项), and of the words that lead into one (下列, 如下)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hegao.checks.base import Hit
from hegao.checks.shared.passages import edit_at
from hegao.document.model import Document, Heading, Node, Paragraph, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: A list is told by so many items at least.
_FEWEST = 3
_ITEMS = ("han-paren", "digit", "digit-paren", "circled", "decimal")
#: What leads into what follows, with a semicolon for its colon; a comma or nothing is a paragraph without its end.
_LEADS = Pattern(r"(?:如下|(?:包括|符合|具备|提交|报送|遵守|做好)(?:以下|下列)[^，。；：、]{1,12})(?P<mark>；)$")


def list_marks(document: Document) -> Iterator[Hit]:
    """Items that end otherwise than their like do; a semicolon behind 如下 where a list follows."""
    for part in document.parts:
        for heading in part.nodes:
            if isinstance(heading, Heading) and heading.style in _ITEMS and heading.numbering.headings[0] is heading:
                yield from _items(heading.numbering.headings, part.nodes)
        for node, following in pairwise(part.nodes):
            yield from _lead_in(node, following)


def _items(items: Sequence[Heading], nodes: Sequence[Node]) -> Iterator[Hit]:
    """The last item of a list closed by a semicolon; one within it closed by a full stop, where all others have semicolons."""
    if len(items) < _FEWEST or any(item.children for item in items) or not _one_below_the_other(items, nodes):
        return
    *others, last = (item.body for item in items)
    if all(_ends(text, "；") for text in others) and (_ends(last, "；") or _ends(last, "，")):
        yield _mark(last, "。")
    stopped = [text for text in others if _ends(text, "。")]
    if len(stopped) == 1 and _ends(last, "。") and all(_ends(text, "；") or text is stopped[0] for text in others) and _one_sentence(stopped[0]):
        yield _mark(stopped[0], "；")


def _one_sentence(text: Text) -> bool:
    return "。" not in text.value[:-1] and "；" not in text.value


def _one_below_the_other(items: Sequence[Heading], nodes: Sequence[Node]) -> bool:
    """Whether nothing stands between the items."""
    first = next(index for index, node in enumerate(nodes) if node is items[0])
    return all(one is other for one, other in zip(items, nodes[first : first + len(items)], strict=False))


def _ends(text: Text, mark: str) -> bool:
    return text.value.rstrip().endswith(mark)


def _mark(text: Text, right: str) -> Hit:
    """The mark at the end of a text, with the two characters before it."""
    end = len(text.value.rstrip())
    before = text.value[max(0, end - 3) : end - 1]
    at = text.slice(end - 1, end)
    facts = {"written": before + at.value, "right": before + right}
    return Hit(text.slice(max(0, end - 3), end), facts, (), edit_at(at, right, False), about=(at,))


def _lead_in(node: Node, following: Node) -> Iterator[Hit]:
    """现将有关事项通知如下； with what is announced behind it."""
    if not isinstance(node, (Paragraph, Heading)) or not isinstance(following, (Heading, Table)):
        return
    text = node.body
    value = text.value.rstrip()
    match = _LEADS.search(value, max(0, len(value) - 24))
    if match is None or isinstance(node, Heading) and not node.runs_on:
        return
    start = max(match.start(), match.start("mark") - 2)
    at = text.slice(start, len(value))
    right = value[start : match.start("mark")] + "："
    yield Hit(at, {"written": at.value, "right": right}, (), edit_at(at, right, False), about=(at,))
