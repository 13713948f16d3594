"""Words (用词): wrong characters, redundant and outdated words by a table, and what was left to be filled in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.masking import mask
from hegao.checks.shared.passages import edit_at, in_force, passages, running
from hegao.checks.shared.roster import Bodies
from hegao.checks.task.bearers import variant_texts
from hegao.document.model import Document, Node, Part
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Span, Text

#: 截止 is a verb that ends a clause; before a point of time 截至 is the word (norms LAN-02).
_UNTIL = Pattern(r"截止(?<![名报集理示标稿请件收款卡换间期]截止)(?:到|至)?(?=(?:19|20)\d{2}年|\d{1,2}月|目前|今年|今天|去年)")
_PLACEHOLDER = Pattern(
    r"""
    [×╳✕]{2,}
  | (?<![A-Za-z])[XxＸｘ]{2,}(?=[\u3400-\u9fff年月日]) | (?<=[\u3400-\u9fff])[XxＸｘ]{2,}(?![A-Za-z])
  | [【\[［〔（(](?:待|需)(?:补充?|填写?|核实?|核对|确认|完善|查|定|商)[^】\]］〕）)]{0,12}[】\]］〕）)]
  | (?:TODO|TBD|FIXME)
  | (?<!\d)20\d{0,2}年月日? | [〔﹝]20\d{2}[〕﹞]号
    """,
    re.VERBOSE,
)
#: What a document without any of these has nowhere; the search goes by the first characters.
_PERHAPS_OPEN = Pattern(
    r"""
    [×╳✕XxＸｘ待需TF2〔﹝](?:
        (?<=[×╳✕XxＸｘ])[×╳✕XxＸｘ]
      | (?<=[待需])[补填核确完查定商]
      | (?<=T)(?:ODO|BD)
      | (?<=F)IXME
      | (?<=2)0\d{0,2}年月
      | (?<=[〔﹝])20\d{2}[〕﹞]号
    )""",
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
        self._searched: dict[tuple[str, ...], tuple[dict[str, Word], Pattern | None]] = {}
        for row in tables.rows("words"):
            wrong, right, strength = row["wrong"], row["right"], row.get("strength") or "must"
            unless = row.get("unless", "").split()
            if wrong != right and wrong in right:
                unless.append(right)
            self._words[wrong] = Word(right, row.get("note", ""), strength, row.get("since", ""), tuple(unless))
        self._words = {wrong: word for wrong, word in self._words.items() if wrong != word.right}

    def of(self, strengths: tuple[str, ...]) -> tuple[dict[str, Word], Pattern | None]:
        """The words of these strengths, and one pattern that finds any of them; None where there are none."""
        if strengths not in self._searched:
            table = {wrong: word for wrong, word in self._words.items() if word.strength in strengths}
            self._searched[strengths] = table, _pattern(table)
        return self._searched[strengths]


def _pattern(table: Mapping[str, Word]) -> Pattern | None:
    """One pattern for all words: it looks for their first characters, then goes by the second, so that little is tried a place."""
    if not table:
        return None
    seconds: dict[str, list[str]] = defaultdict(list)
    for wrong in sorted(table, key=len, reverse=True):
        seconds[wrong[1:2]].append(f"(?<={re.escape(wrong[:2])}){re.escape(wrong[2:])}")
    alone = seconds.pop("", [])
    behind = [f"{re.escape(second)}(?:{'|'.join(rest)})" for second, rest in sorted(seconds.items())]
    return Pattern(f"{_any_of(wrong[0] for wrong in table)}{'' if alone else f'(?={_any_of(seconds)})'}(?:{'|'.join(behind + alone)})")


def _any_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


def _excused(text: str, start: int, end: int, unless: Sequence[str]) -> bool:
    """Whether the word is a part of a longer one that is right."""
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
    text = running(context.document, mask)
    found = list(pattern.finditer(text.text)) if pattern else []
    # A former name beside the present one is a variant, and told as such.
    named = variant_texts(context.document, context.tables.made(Bodies)) if found else []
    variants = {(span.line, span.column) for one in named for span in _each(one)}
    for match in found:
        word = table[match[0]]
        if (word.since and not in_force(context.document, word.since)) or _excused(text.text, *match.span(), word.unless):
            continue
        at = text.at(*match.span())
        if at is not None and (at.span().line, at.span().column) in variants:
            continue
        note = f"（{word.note}）" if word.note else ""
        if at is not None:
            yield Hit(at, {"written": at.value, "right": word.right, "note": note}, edits=edit_at(at, word.right, False))
    for match in _UNTIL.finditer(text.text):
        at = text.at(*match.span())
        if at is not None:
            yield Hit(at, {"written": at.value, "right": "截至", "note": ""}, edits=edit_at(at, "截至", False))


def _each(text: Text) -> Iterator[Span]:
    """The place of each character."""
    return (text.slice(at, at + 1).span() for at in range(len(text)))


@check("placeholder", nodes={"document"}, facts=("written",))
def placeholder(node: Node, _context: Context) -> Iterator[Hit]:
    """What was left to be filled in: ×××, XX市, 【待补】, a date without day.  Fact: ``written``."""
    assert isinstance(node, Document)
    if not _PERHAPS_OPEN.search(running(node).text) and not any(_PERHAPS_OPEN.search(one.text.value) for one in node.signatures):
        return
    parts = [part for part in node.parts if not _is_form(part)]
    heads = [one for one in (node.title, node.addressee, *node.signatures, *node.attachments) if one is not None]
    for each in (*heads, *(one for part in parts for one in part.nodes)):
        for inner in each.rows if hasattr(each, "rows") else (each,):
            for text in passages(inner):
                for match in _PLACEHOLDER.finditer(text.value):
                    at = text.slice(*match.span())
                    yield Hit(at, {"written": at.value})


def _is_form(part: Part) -> bool:
    return part.role == "annex" and part.title is not None and bool(_FORM.search(part.title.text.value))
