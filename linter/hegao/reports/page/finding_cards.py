"""Findings as cards of a page: what is wrong, where, how to mend it, on which norm it rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hegao.engine.findings.finding import FileResult, Finding
from hegao.engine.rules.rule import Rule
from hegao.reports.page.bilingual import Both, both
from hegao.reports.place_words import related_words, where_words
from hegao.reports.report_words import basis_words
from hegao.reports.terminal_width import show


class Card(NamedTuple):
    """A finding as it is shown; ``number`` counts those of its section from 1, ``mendable`` says that ``--fix`` mends it."""

    number: int
    severity: str
    rule: str
    name: str
    area: str
    message: Both
    remedy: Both
    where: Both
    quote: str
    related: Sequence[Both]
    norms: Sequence[Both]
    mendable: bool


class Cards(NamedTuple):
    """Makes the cards of a run: its files by their paths, and the rules that found something by their codes."""

    by_path: Mapping[str, FileResult]
    rules: Mapping[str, Rule]

    def of(self, file: FileResult, finding: Finding, number: int) -> Card:
        """The card of a finding in a file."""
        rule = self.rules.get(finding.rule)
        related = [Both(*(related_words(self.by_path, file.path, other, lang) for lang in Both._fields)) for other in finding.related]
        return Card(
            number,
            finding.severity,
            finding.rule,
            finding.name,
            area_of(finding.rule),
            Both(show(finding.message), show(finding.message)),
            both(lambda lang: show(rule.wording(lang).help if rule is not None else finding.help)),
            both(lambda lang: where_words(file, finding, lang)),
            show(finding.quote),
            related,
            [Both(*(show(basis_words(basis, lang)) for lang in Both._fields)) for basis in finding.basis],
            bool(finding.edits) and all(edit.safe for edit in finding.edits),
        )


def area_of(code: str) -> str:
    """The letters that the code of a rule begins with."""
    return code.rstrip("0123456789").rstrip("-")
