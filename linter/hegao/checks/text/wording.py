"""Words (用词): wrong characters, redundant and outdated words by a table, and what was left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.passages import edit_at, in_force, running, running_words
from hegao.document.model import Document, Node, Part, Row
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

#: 截止 is a verb that ends a clause; before a point of time 截至 is the word (norms LAN-02).
_UNTIL = Scanner(r"(?<![名报集理示标稿请件收款卡换间期])截止(?:到|至)?(?=(?:19|20)\d{2}年|\d{1,2}月|目前|今年|今天|去年)")
_PLACEHOLDER = Scanner(
    r"""
    [×╳✕]{2,}
  | (?<![A-Za-z])[XxＸｘ]{2,}(?=[\u3400-\u9fff年月日]) | (?<=[\u3400-\u9fff])[XxＸｘ]{2,}(?![A-Za-z])
  | [【\[［〔（(](?:待|需)(?:补充?|填写?|核实?|核对|确认|完善|查|定|商)[^】\]］〕）)]{0,12}[】\]］〕）)]
  | (?:TODO|TBD|FIXME)
  | (?<!\d)20\d{0,2}年月日? | [〔﹝]20\d{2}[〕﹞]号
    """,
    re.VERBOSE,
)
#: Attachments that are forms: what is left open there is to be filled in by others.
_FORM = Pattern(r"(?:样表|样式|样本|格式|模板|范本|参考文本|示例|表|书|函|合同|协议|单|卡|证)(?:[（(〔][^（）()]*[）)〕])?$")


class Word(NamedTuple):
    """A row of the table of words."""

    right: str
    note: str
    strength: str
    since: str
    unless: tuple[str, ...]


class Words:
    """The words of a run: the built-in rows, and the office's, which go before them."""

    def __init__(self, tables: Tables) -> None:
        """Take the rows of the tables; a word that an office calls right is struck."""
        self._words: dict[str, Word] = {}
        self._searched: dict[tuple[str, ...], tuple[dict[str, Word], Scanner | None]] = {}
        for row in tables.rows("words"):
            wrong, right, strength = row["wrong"], row["right"], row.get("strength") or "must"
            unless = row.get("unless", "").split()
            if wrong != right and wrong in right:
                unless.append(right)
            self._words[wrong] = Word(right, row.get("note", ""), strength, row.get("since", ""), tuple(unless))
        self._words = {wrong: word for wrong, word in self._words.items() if wrong != word.right}

    def of(self, strengths: tuple[str, ...]) -> tuple[dict[str, Word], Scanner | None]:
        """The words of these strengths, and one pattern that finds any of them; None where there are none."""
        if strengths not in self._searched:
            table = {wrong: word for wrong, word in self._words.items() if word.strength in strengths}
            self._searched[strengths] = table, Scanner.of_words(table) if table else None
        return self._searched[strengths]


def _excused(match: re.Match[str], unless: Sequence[str]) -> bool:
    """Whether the word is a part of a longer one that is right."""
    text, (start, end) = match.string, match.span()
    for longer in unless:
        at = text.find(longer, max(0, start - len(longer)), end + len(longer))
        while at >= 0:
            if at <= start and at + len(longer) >= min(end, at + len(longer)) and at + len(longer) > start:
                return True
            at = text.find(longer, at + 1, end + len(longer))
    return False


@check(
    "word-table",
    nodes={"document"},
    parameters={
        "strengths": {
            "description": "Strengths of the words that are looked for: must, should, custom.",
            "type": "array",
            "items": {"enum": ["must", "should", "custom"]},
            "default": ["must", "should"],
        },
        "since": {
            "description": "Day (YYYY-MM-DD) from which documents are looked at: older ones are records, no drafts.",
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "default": "2012-07-01",
        },
    },
    facts=("written", "right", "note"),
)
def word_table(_node: Node, context: Context, strengths: Sequence[str], since: str) -> Iterator[Hit]:
    """Words that the table calls wrong, outside of titles, quotations and addresses.

    Facts: ``written``, ``right`` and ``note``, the table's remark in brackets or nothing.
    """
    if not in_force(context.document, since):
        return
    table, pattern = context.tables.made(Words).of(tuple(strengths))
    text = context.once(running_words)
    for found in text.find(pattern) if pattern is not None else ():
        word = table[found.match[0]]
        if (word.since and not in_force(context.document, word.since)) or _excused(found.match, word.unless):
            continue
        at = found.at()
        note = f"（{word.note}）" if word.note else ""
        yield Hit(at, {"written": at.value, "right": word.right, "note": note}, edits=edit_at(at, word.right, False))
    for found in text.find(_UNTIL):
        at = found.at()
        yield Hit(at, {"written": at.value, "right": "截至", "note": ""}, edits=edit_at(at, "截至", False))


#: Kinds of node in which nothing may be left open.
_DRAFTED = ("addressee", "signature", "attachment", "heading", "paragraph", "row")


@check("placeholder", nodes={"document"}, facts=("written",))
def placeholder(_node: Node, context: Context) -> Iterator[Hit]:
    """What was left to be filled in: ×××, XX市, 【待补】, a date without day.  Fact: ``written``."""
    document = context.document
    for found in context.once(running).find(_PLACEHOLDER):
        node = found.node
        if node is document.title or node.kind in _DRAFTED and not _in_form(node, document):
            at = found.at()
            yield Hit(at, {"written": at.value})


def _in_form(node: Node, document: Document) -> bool:
    """Whether the node stands in an attachment that others are to fill in."""
    block = node.table if isinstance(node, Row) else node
    return any(_is_form(part) and block in part.nodes for part in document.parts)


def _is_form(part: Part) -> bool:
    return part.role == "annex" and part.title is not None and bool(_FORM.search(part.title.text.value))
