"""What a document must not lay down by itself (规定事项越权): fines, permits, favours to local firms, a veto, papers of each office (norms NOR-06, NOR-09, NOR-16, NOR-17, TSK-16)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.masking import MASK
from hegao.checks.shared.passages import running, running_without_names
from hegao.document.model import Heading, Node
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.builtin_tables import builtin


class Beyond(NamedTuple):
    """A place, and what the norm says of it."""

    at: Text
    note: str


class _Kind(NamedTuple):
    """What is looked for, the words of its sentence that make it right, and what the norm says of it."""

    scanner: Scanner
    unless: Pattern
    note: str


@cache
def _kinds() -> tuple[_Kind, ...]:
    """The rows of the table; a part with a name stands for ``{name}`` in the others."""
    parts = {"mask": MASK}
    for row in builtin("beyond-powers"):
        if row["name"]:
            parts[row["name"]] = _composed(row["pattern"], parts)
    rows = [row for row in builtin("beyond-powers") if not row["name"]]
    return tuple(_Kind(Scanner(_composed(row["pattern"], parts), sign=_composed(row["sign"], parts)), Pattern(_composed(row["unless"], parts)), row["note"]) for row in rows)


def _composed(pattern: str, parts: dict[str, str]) -> str:
    return _PART.sub(lambda match: parts[match[1]], pattern)


_PART = Pattern(r"\{([a-z]+)\}")
#: 市政府制定的《…条例》: only assemblies and the State Council issue 条例 (NOR-05).
_REGULATION = Scanner(r"《[^《》]{2,40}条例(?:（[^（）]{2,8}）)?》", sign="条例")
_MADE_HERE = Pattern(r"印发给?你们|由[^，。；]{2,20}[局委办府](?:负责)?(?:起草|制定|印发|发布|出台)|(?:政府|局|委)(?:办公室)?(?:制定|印发|出台|发布|修订)的?《")
_ASSEMBLY = Pattern("人大|人民代表大会|国务院|常委会|常务委员会|地方性法规|立法|党委|省|自治区")
#: The first heading of what is to be done speaks of its meaning alone.
_MEANING = Pattern(r"(?:充分|深刻|切实|进一步|高度)?(?:认识|领会|把握)[^，。；]{0,30}?(?:意义|重要性|必要性|紧迫性|重要地位)|[^，。；]{0,20}(?:重要|重大|深远|现实)意义|(?:切实)?(?:提高|统一|深化)(?:思想|政治)?认识")
_LONG_OPINION = ("意见", "报告", "决定", "讲话")


#: What is law itself: orders and regulations.
_LAYS_DOWN = ("令", "命令", "条例")


def beyond_powers(context: Context) -> Iterator[Beyond]:
    """What the text lays down that documents of its kind must not, each for the office to look at."""
    if context.profile == "published" or context.document.genre in _LAYS_DOWN or (context.document.name or "").endswith(_LAYS_DOWN):
        return
    text = context.once(running_without_names)
    told: set[tuple[Node, int]] = set()
    for kind in _kinds():
        for found in text.find(kind.scanner, "heading", "paragraph", "row"):
            if not kind.unless.search(found.sentence()) and (found.node, found.match.start() // 8) not in told:
                told.add((found.node, found.match.start() // 8))
                yield Beyond(found.at(), kind.note)
    for found in context.once(running).find(_REGULATION, "heading", "paragraph"):
        if _MADE_HERE.search(found.sentence()) and not _ASSEMBLY.search(found.sentence()):
            yield Beyond(found.at(), "政府及部门文件不称“条例”，用办法、规定、细则")
    yield from _meaning(context)



def _meaning(context: Context) -> Iterator[Beyond]:
    """一、充分认识…的重大意义 before the work itself."""
    if context.document.genre in _LONG_OPINION:
        return
    for part in context.document.parts:
        first = next((node for node in part.nodes if isinstance(node, Heading)), None)
        if first is not None and first.style == "han" and first.number == 1 and _MEANING.fullmatch(first.title.rstrip("。")):
            yield Beyond(first.text.slice(len(first.label)), "少写背景、意义，直接写任务和要求（为基层减负的规定）")
