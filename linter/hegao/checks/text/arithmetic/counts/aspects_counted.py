"""How many aspects with how many tasks a plan tells (5个方面18项任务), against its sections and the items in them (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.document.model import Document, Heading
from hegao.phrases.numbers import value_of
from hegao.sources.scanner import Scanner

_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_TOLD = Scanner(rf"(?P<groups>{_N})(?:个|大)?方面[，、共的]?[\u3400-\u9fff]{{0,4}}?(?P<n>{_N})[项条个](?=[\u3400-\u9fff]{{0,4}}(?:任务|工作|措施|举措|事项))", sign="方面")


def aspects_counted(context: Context) -> Iterator[Odd]:
    """The numbers of tasks that those of no list of so many sections make up."""
    found = list(context.once(running).find(_TOLD, "heading", "paragraph"))
    lists = list(_lists(context.document)) if found else []
    for told in found:
        groups, items = value_of(told.match["groups"]), value_of(told.match["n"])
        counts = [sum(below[:groups]) for below in lists if len(below) >= groups and all(below[:groups])]
        if counts and items not in counts:
            yield Odd(told.at("n"), str(counts[0]), [], False)


def _lists(document: Document) -> Iterator[Sequence[int]]:
    """For each list of headings how many items each has below."""
    seen: set[object] = set()
    for heading in document.of("heading"):
        if isinstance(heading, Heading) and heading.numbering not in seen:
            seen.add(heading.numbering)
            yield [sum(isinstance(child, Heading) for child in one.children) for one in heading.numbering.headings]
