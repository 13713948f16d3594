"""Lines that a heading counts (名单计数): 一、市直单位（5个） over one name a line (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.counts.miscounts import Miscounted
from hegao.document.model import Heading, Node, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_COUNT = Pattern(r"[（(](?:共计?)?(?P<n>\d{1,3})(?:个|家|名|人|位|所|项|件|处|户|支)[）)]$")
#: What ends a line that is no name.
_SENTENCE = Pattern(r"[，。；：！？:;]")
_PERSONS = Pattern(r"[\u3400-\u9fff·]{2,5}(?:[ \u3000]+[\u3400-\u9fff·]{2,5}){2,}")
_LONGEST, _FEWEST, _MOST_OFF = 30, 2, 2


def miscounted_lists_of_lines(context: Context) -> Iterator[Miscounted]:
    """Counts of headings that the lines below them, each a name, contradict."""
    for part in context.document.parts:
        for index, node in enumerate(part.nodes):
            match = _COUNT.search(node.text.value) if isinstance(node, Heading) and not node.children else None
            lines = list(_lines(part.nodes[index + 1 :])) if match is not None else []
            if match is None or len(lines) < _FEWEST or any(len(line.value) > _LONGEST or _SENTENCE.search(line.value) for line in lines):
                continue
            many = sum(len(line.value.split()) if _PERSONS.fullmatch(line.value.strip()) else 1 for line in lines)
            if int(match["n"]) != many and abs(int(match["n"]) - many) <= _MOST_OFF:
                yield Miscounted(node.text.slice(*match.span("n")), many, lines[-1])


def _lines(nodes: Sequence[Node]) -> Iterator[Text]:
    """The paragraphs up to what is none."""
    for node in nodes:
        if not isinstance(node, Paragraph):
            return
        yield node.text
