"""Findings composed from what checks yield: severity, words, quote, fingerprint."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hegao.checks.base import Edit, Hit
from hegao.engine.findings.finding import Finding, FixEdit, Location, OtherWords, Related
from hegao.engine.findings.location import Fingerprints, Mark, quote_at, span_of
from hegao.engine.rules.rule import Rule
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.personal_numbers import starred
from hegao.sources.text import Span

#: Where an object lies in memory differs from run to run.
_ADDRESS = Pattern(r" at 0x[0-9a-fA-F]+")
_START = Span(1, 1, 1, 1)


class Draft(NamedTuple):
    """A finding without its fingerprint, and the mark that the fingerprint is made from."""

    finding: Finding
    mark: Mark


class Composer(NamedTuple):
    """Makes the findings of one file: its path, its physical lines as they may be shown, the language of the messages.

    ``also`` is a language in which they are said beside it, if any.
    """

    path: str
    lines: Sequence[str] = ()
    lang: str = "zh"
    also: str = ""

    def of_hit(self, rule: Rule, severity: str, hit: Hit, document: str, identity: str, place: str) -> Draft:
        """The finding for a hit of a check; raises ``KeyError`` where the check keeps back a fact that it declares.

        ``document`` is its label, ``identity`` what tells it from others, ``place`` the headings above.
        """
        span = span_of(hit.at)
        said = related_words(rule, self.lang, hit.facts) if hit.related else ""
        related = tuple(Related(self.path, text.line, quote_at(self.lines, span_of(text)), said) for text in hit.related)
        edits = self._edits(hit.edits)
        about = tuple(Location(self.path, span_of(text)) for text in hit.about)
        quote = quote_at(self.lines, span)
        finding = worded(rule, severity, self.lang, hit.facts, span, quote, document, related, edits, about, also=self.also)
        return Draft(finding, (rule.code, identity, place, hit.at.value))

    def of_fault(self, rule: Rule, facts: Mapping[str, str], span: Span = _START, document: str = "") -> Draft:
        """The finding for a fault of the tool or of the file as a whole."""
        finding = worded(rule, rule.severity, self.lang, facts, span, quote_at(self.lines, span), document, also=self.also)
        return Draft(finding, (rule.code, posixpath.basename(self.path), "", " ".join(facts.values())))

    def _edits(self, edits: Sequence[Edit]) -> tuple[FixEdit, ...]:
        """The edits in the file; none where one of them cannot be made, since they mend the place together.

        That is so where the text was joined or cleaned, so that more would go than was read, and where the number of a person would be
        written anew.
        """
        spans = [span_of(edit.at) for edit in edits]
        if any(span.line != span.end_line or quote_at(self.lines, span) != edit.at.value for span, edit in zip(spans, edits, strict=True)):
            return ()
        if any(starred(edit.text) != edit.text for edit in edits):
            return ()
        return tuple(FixEdit(span, edit.text, edit.safe) for span, edit in zip(spans, edits, strict=True))


def worded(
    rule: Rule,
    severity: str,
    lang: str,
    facts: Mapping[str, str | int],
    span: Span,
    quote: str,
    document: str,
    related: tuple[Related, ...] = (),
    edits: tuple[FixEdit, ...] = (),
    about: tuple[Location, ...] = (),
    also: str = "",
) -> Finding:
    """A finding in the words of its rule, in a second language (``also``) too if one is given, still without fingerprint.

    ``severity`` is the rule's; the finding is of less where the rule says so of its fault.
    """
    words = rule.wording(lang)
    message = starred(words.said(facts))
    other = _other_words(rule, also, facts, bool(related)) if also else None
    graded = rule.severity_of(facts, severity)
    return Finding(rule.code, rule.name, graded, message, words.help, span, quote, document, rule.basis, "", related, edits, about, other)


def _other_words(rule: Rule, lang: str, facts: Mapping[str, str | int], related: bool) -> OtherWords:
    return OtherWords(starred(rule.wording(lang).said(facts)), related_words(rule, lang, facts) if related else "")


def related_words(rule: Rule, lang: str, facts: Mapping[str, str | int]) -> str:
    """What the rule says at a related place."""
    return starred(rule.wording(lang).related.format_map(facts))


def finish(drafts: Iterable[Draft]) -> list[Finding]:
    """The findings of one file in order of place and code, each said once, with their fingerprints."""
    fingerprints = Fingerprints()
    by_order = {order(draft.finding): draft for draft in reversed(list(drafts))}
    return [draft.finding._replace(fingerprint=fingerprints(draft.mark)) for _key, draft in sorted(by_order.items(), key=_first)]


def _first(item: tuple[tuple[int, int, str, int, int, str], Draft]) -> tuple[int, int, str, int, int, str]:
    return item[0]


def order(finding: Finding) -> tuple[int, int, str, int, int, str]:
    """The order of findings in a file: by place, then by code."""
    span = finding.span
    return span.line, span.column, finding.rule, span.end_line, span.end_column, finding.message


def said_of(error: Exception) -> str:
    """An exception in one line that is the same in every run."""
    text = _ADDRESS.sub("", " ".join(f"{type(error).__name__}: {error}".split()))
    return text if len(text) <= 200 else text[:199] + "…"
