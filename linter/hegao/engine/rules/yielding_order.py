"""Which rule yields to which (让位), over all rule files: every name is known, and nothing yields to itself in the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hegao.engine.configuration.rule_selection import near_names
from hegao.engine.rules.rule import INTERNAL
from hegao.engine.rules.validation import RuleFile

_KEY = "yields-to"


def yielding_problems(files: Sequence[RuleFile]) -> Iterator[tuple[str, str, str]]:
    """File, key path and sentence for each ``yields-to`` that cannot hold; the files are right by themselves."""
    by_name = {file.raw["name"]: file for file in files}
    sound = True
    for file in files:
        for index, name in enumerate(file.raw.get(_KEY, ())):
            fault = _fault(name, by_name)
            if fault:
                sound = False
                yield file.shown, f"{_KEY}[{index}]", fault
    if sound:
        yield from _cycles(files, {name: file.raw.get(_KEY, ()) for name, file in by_name.items()})


def _fault(name: str, by_name: Mapping[str, RuleFile]) -> str:
    if name not in by_name:
        near = near_names(name, list(by_name))
        return f"没有叫“{name}”的规则" + (f"，相近的有：{near}" if near else "")
    if by_name[name].raw["check"] == INTERNAL:
        return f"{name} 是程序自己报告的，不能让位于它"
    return ""


def _cycles(files: Sequence[RuleFile], above: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Every ring of rules once, told at the file of it that comes first."""
    told: set[str] = set()
    for file in files:
        ring = _ring(file.raw["name"], above)
        if ring and told.isdisjoint(ring):
            told.update(ring)
            yield file.shown, _KEY, f"让位绕成了圈：{' → '.join([*ring, ring[0]])}，删去其中一处"


def _ring(name: str, above: Mapping[str, Sequence[str]]) -> list[str]:
    """The shortest way by which a rule yields to itself, beginning with it; empty where there is none."""
    ways = [[name]]
    seen: set[str] = set()
    for way in ways:
        for one in above[way[-1]]:
            if one == name:
                return way
            if one not in seen:
                seen.add(one)
                ways.append([*way, one])
    return []
