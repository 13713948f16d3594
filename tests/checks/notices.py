"""Notices of an invented city, and what a rule says of them."""

from __future__ import annotations

import functools

from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import Finding
from hegao.engine.rules.loading import load_rules
from hegao.engine.rules.rule import RuleSet
from hegao.engine.run.runner import check_sources
from hegao.sources.files import source_of


@functools.cache
def rules() -> RuleSet:
    """The built-in rules."""
    return load_rules(cache=False)


def findings(name: str, text: str, profile: str = "draft") -> list[Finding]:
    """What the rule says of the text."""
    result = check_sources([source_of(text.encode("utf-8"), "通知.txt")], Options(profile=profile, select=(name,)), rules())
    assert not result.failed
    return [finding for file in result.files for finding in file.findings if finding.name == name]


def quotes(name: str, text: str) -> list[str]:
    """The places that the rule points at."""
    return [finding.quote for finding in findings(name, text)]


def notice(body: str, date: str = "2026年6月8日", title: str = "关于做好燃气安全工作的通知", number: str = "江政办发〔2026〕12号") -> str:
    """A notice with the given text."""
    return f"""江河市人民政府办公室{title}

{number}

各县（区）人民政府：

{body}

江河市人民政府办公室

{date}
"""
