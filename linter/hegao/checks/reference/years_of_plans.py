"""Plans (规划、计划) that are cited with two ranges of years which share one end: （2026—2035年） and （2025—2035年） (norm REF-02)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.reference.numbered_names import Otherwise
from hegao.checks.shared.passages import Found, Running
from hegao.sources.scanner import Scanner

_PLAN = Scanner(
    r"(?<=[《〈])(?P<name>[^《》〈〉（）()]{4,50})[（(](?P<from>20\d\d)\s*(?:年?[—–－～~-]+|年?至)\s*(?P<to>20\d\d)\s*年?(?:度)?[）)](?=[》〉])",
    sign=r"20\d\d年?度?[）)][》〉]",
)


def years_otherwise(text: Running) -> Iterator[Otherwise]:
    """The ranges of years that differ from those told before behind the same name, where one of both ends is the same."""
    first: dict[str, Found] = {}
    for found in text.find(_PLAN):
        name = found.match["name"].rpartition("关于印发")[2]
        before = first.setdefault(name, found)
        (begin, end), (start, stop) = _years(before), _years(found)
        if (begin == start) != (end == stop):
            yield Otherwise(found.at(), before.match[0], before.at())


def _years(found: Found) -> tuple[str, str]:
    return found.match["from"], found.match["to"]
