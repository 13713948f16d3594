"""The labels of headings (层次序号): how one with another number would look, and lines in which one stands broken."""

from __future__ import annotations

import re

from hegao.document.model import Heading, Node, Paragraph, Part
from hegao.phrases.numbers import chinese_number
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text


def stands_above(part: Part, heading: Heading) -> bool:
    """Whether the first number of a run that begins with 2 stands in the text above it, in a line that goes on or in half."""
    begin = part.nodes.index(heading.parent) if heading.parent is not None else 0
    texts = [node.body if isinstance(node, Heading) else node.text for node in part.nodes[begin : part.nodes.index(heading)]]
    pattern = f"{re.escape(label_like(heading, 1))}|{_half(heading, 1)}"
    return any(re.search(pattern, text.value) for text in texts)


def broken_label(part: Part, before: Heading, heading: Heading | None, expected: int) -> Text | None:
    """The label that seems to be missing between two, or before the end, where it stands there broken: 二）…, 2，…, 二：…; None where it does not."""
    style = before.style if heading is None else heading.style
    if style not in ("han", "han-paren", "digit", "digit-paren"):
        return None
    mark = "[，,：:；;。]" + ("?" if expected < _NUMERALS else "")
    broken = re.compile(_half(before, expected) if "paren" in style else rf"{_numeral(before, expected)}{mark}(?=[\u3400-\u9fff]{{2}})")
    for node in part.nodes[part.nodes.index(before) + 1 : len(part.nodes) if heading is None else part.nodes.index(heading)]:
        text = node.body if isinstance(node, Heading) else node.text
        match = broken.match(text.value)
        if match is not None and not _NO_LABEL.match(text.value, len(_numeral(before, expected))):
            return text.slice(0, match.end())
    return None


#: A number from here on without any mark is that of something.
_NUMERALS = 10
#: What is counted, not numbered: 2个, 三年来, 二是.
_NO_LABEL = Pattern("[个年月日名户项次级类是要来家万亿元人方等分季者期]|公里")


def _half(heading: Heading, number: int) -> str:
    """A pattern for the label of ``number`` where it stands with half of its brackets or a comma."""
    numeral = _numeral(heading, number)
    return f"{numeral}[,，]" if "paren" not in heading.style else rf"(?:[（(]{numeral}(?![）)])|{numeral}[）)])"


def _numeral(heading: Heading, number: int) -> str:
    return chinese_number(number) if heading.style.startswith("han") else str(number)


def label_like(pattern: Heading, number: int) -> str:
    """The label that a heading with ``number`` would bear beside the heading ``pattern``."""
    written = re.sub(r"\s+", "", pattern.label)
    if "①" <= written <= "⒛":  # ①, ⑴ and ⒈ are a character each, twenty in a row
        return chr(ord(written) - pattern.number + number) if 0 < number <= 20 else str(number)
    if 0 < number < 100 and re.search(r"[一二三四五六七八九十]", written):
        return re.sub(r"[一二三四五六七八九十〇零百]+", chinese_number(number), written, count=1)
    # In 1.2.3 the last number counts.
    return re.sub(r"[0-9０-９]+(?=[^0-9０-９]*$)", str(number), written)


#: A quotation that runs on longer than this many blocks was not closed by a slip.
_LONGEST_QUOTATION = 30


def quoted_headings(part: Part) -> set[Node]:
    """The headings inside of quotations over several paragraphs, such as the new wording of an article."""
    inside: set[Node] = set()
    waiting: list[Node] | None = None
    for node in part.nodes:
        if not isinstance(node, (Heading, Paragraph)):
            continue
        value = node.body.value if isinstance(node, Heading) else node.text.value
        if waiting is not None:
            waiting.append(node)
            if _closes(value):
                inside.update(waiting)
                waiting = None
            elif len(waiting) > _LONGEST_QUOTATION:
                waiting = None
        if waiting is None and value.rfind("“") > value.rfind("”"):
            waiting = []
    return inside


def _closes(value: str) -> bool:
    """Whether a paragraph closes a quotation that one before it opened: a mark that closes none of its own, or its own first one at its end."""
    depth = 0
    for mark in re.findall("[“”]", value):
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return True
    return value.startswith("“") and value.rstrip("。；，").endswith("”")
