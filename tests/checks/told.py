"""What rules say of texts: one rule alone, or with all the others on."""

from __future__ import annotations

import functools
from collections.abc import Sequence

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
    """What the rule alone says of the text."""
    return _found(name, [text], Options(profile=profile, select=(name,)))


def quotes(name: str, text: str) -> list[str]:
    """The places that the rule points at."""
    return [finding.quote for finding in findings(name, text)]


def among_all(name: str, *texts: str, ignore: Sequence[str] = (), profile: str = "draft") -> list[str]:
    """The places that the rule points at in a batch of texts, with all rules on but those of ``ignore``."""
    return [finding.quote for finding in _found(name, texts, Options(profile=profile, ignore=tuple(ignore)))]


def told(text: str, profile: str = "draft") -> list[str]:
    """The names of all that is found in a text, in order, with every rule on."""
    return [finding.name for finding in all_told(text, profile)]


def all_told(text: str, profile: str = "draft") -> list[Finding]:
    """All that is found in a text, in order, with every rule on."""
    result = check_sources([source_of(text.encode("utf-8"), "通知.txt")], Options(profile=profile), rules())
    assert not result.failed
    return [finding for file in result.files for finding in file.findings]


def _found(name: str, texts: Sequence[str], options: Options) -> list[Finding]:
    sources = [source_of(text.encode("utf-8"), f"{number or ''}通知.txt") for number, text in enumerate(texts)]
    result = check_sources(sources, options, rules())
    assert not result.failed
    return [finding for file in result.files for finding in file.findings if finding.name == name]
