"""What a comment says: the finding, the words that it is about where it cannot stand on them, the remedy, the norm, the rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hegao.engine.findings.finding import FileResult, Finding
from hegao.reports.place_words import place_of, place_words, related_words
from hegao.reports.report_words import SEVERITY, cited
from hegao.reports.terminal_width import show

_REVISED = "已写成修订，请接受或拒绝。"


def paragraphs_of(finding: Finding, file: FileResult, by_path: Mapping[str, FileResult], *, exact: bool, revised: bool) -> list[str]:
    """The paragraphs of a comment; the last one names the rule and, by its fingerprint, the finding.

    ``exact``: the comment stands on the quote and nothing else; ``revised``: its mending stands beside it as a revision.
    """
    return list(_paragraphs(finding, file, by_path, exact, revised))


def _paragraphs(finding: Finding, file: FileResult, by_path: Mapping[str, FileResult], exact: bool, revised: bool) -> Iterator[str]:
    others = "".join(f"（{related_words(by_path, file.path, other)}）" for other in finding.related)
    yield f"{SEVERITY['zh'][finding.severity]}：{show(finding.message)}{others}"
    if not exact and finding.quote.strip():
        yield f"指{place_words(place_of(file, finding))}“{show(finding.quote.strip())}”"
    yield f"改法：{show(finding.help)}{_REVISED if revised else ''}"
    if finding.basis:
        yield f"依据：{show('；'.join(cited(norm) for norm in finding.basis))}"
    yield f"规则：{finding.rule} {finding.name}〔{finding.fingerprint}〕"
