"""What an editor says of a finding, beside its place."""

from __future__ import annotations

from typing import Any

from hegao.engine.findings.finding import Finding
from hegao.reports.report_words import basis_words


def message(finding: Finding) -> str:
    """The message, on lines of their own what to do and the norms."""
    norms = "；".join(basis_words(basis, "zh") for basis in finding.basis)
    return "\n".join([finding.message, *([f"怎么改：{finding.help}"] if finding.help else []), *([f"依据：{norms}"] if norms else [])])


def data(finding: Finding) -> dict[str, Any]:
    """What an editor may keep of a finding: name of the rule, name of its page, norms, fingerprint."""
    norms = [basis_words(basis, "zh") for basis in finding.basis]
    return {"name": finding.name, "page": page_name(finding), "basis": norms, "fingerprint": finding.fingerprint}


def page_name(finding: Finding) -> str:
    """The name of the page of the rule, as ``hegao rule --pages`` writes it."""
    return f"{finding.rule}-{finding.name}.md"
