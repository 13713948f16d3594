"""Findings as cards of a page: what is wrong, where, how to mend it, on which norm it rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from hegao.engine.findings.finding import Basis, FileResult, Finding, Related
from hegao.engine.rules.rule import Rule
from hegao.reports.page.bilingual import Both, both, other_than
from hegao.reports.place_words import related_words, where_words
from hegao.reports.report_words import basis_words
from hegao.reports.terminal_width import show


class Card(NamedTuple):
    """A finding as it is shown; ``number`` counts those of its section from 1, ``mendable`` says that ``--fix`` mends it.

    ``mark`` is its fingerprint, ``framed`` says that its place is framed on a page shown.
    """

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
    mark: str
    framed: bool = False


class Cards(NamedTuple):
    """Makes the cards of a run: its files by their paths, the rules that found something by their codes, the language of its messages."""

    by_path: Mapping[str, FileResult]
    rules: Mapping[str, Rule]
    lang: str = "zh"

    def of(self, file: FileResult, finding: Finding, number: int) -> Card:
        """The card of a finding in a file."""
        rule = self.rules.get(finding.rule)
        said = {self.lang: finding.message, other_than(self.lang): finding.also.message if finding.also else finding.message}
        related = [both(partial(self._related, file.path, finding, other)) for other in finding.related]
        return Card(
            number,
            finding.severity,
            finding.rule,
            finding.name,
            area_of(finding.rule),
            both(lambda lang: show(said[lang])),
            both(lambda lang: show(rule.wording(lang).help if rule is not None else finding.help)),
            both(lambda lang: where_words(file, finding, lang)),
            show(finding.quote),
            related,
            [both(partial(_norm, basis)) for basis in finding.basis],
            bool(finding.edits) and all(edit.safe for edit in finding.edits),
            finding.fingerprint,
        )

    def _related(self, path: str, finding: Finding, other: Related, lang: str) -> str:
        """Why another place belongs to a finding, and where it is."""
        said = other if lang == self.lang or finding.also is None else other._replace(message=finding.also.related)
        return related_words(self.by_path, path, said, lang)


def _norm(basis: Basis, lang: str) -> str:
    return show(basis_words(basis, lang))


def area_of(code: str) -> str:
    """The letters that the code of a rule begins with."""
    return code.rstrip("0123456789").rstrip("-")
