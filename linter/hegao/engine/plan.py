"""A plan: the rules that are on, bound to their checks, ready to be called by kind of node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hegao.checks.base import BATCH_CHECKS, CHECKS, BatchCheck, NodeFunction
from hegao.document.model import Node
from hegao.engine.options import Options
from hegao.engine.rule import Rule, RuleSet
from hegao.engine.selection import select


@dataclass(slots=True, frozen=True)
class Bound:
    """A rule on nodes with its function, its parameters, and the values of fields that it asks for."""

    rule: Rule
    severity: str
    function: NodeFunction
    parameters: Mapping[str, Any]
    where: tuple[tuple[str, tuple[Any, ...]], ...]

    def wants(self, node: Node) -> bool:
        """Whether the node has the values that the selector asks for."""
        return all(getattr(node, field) in values for field, values in self.where)


@dataclass(slots=True, frozen=True)
class BoundBatch:
    """A rule over a batch with its check."""

    rule: Rule
    check: BatchCheck


class Plan:
    """The rules of a set that the options leave on."""

    def __init__(self, ruleset: RuleSet, options: Options) -> None:
        """Choose the rules; raises ``UsageProblem`` for selectors that match none."""
        self.ruleset = ruleset
        self.options = options
        self._on = select(ruleset, options)
        self._tables: dict[str, dict[str, tuple[Bound, ...]]] = {}
        #: Rules over the batch, whatever the profile: facts of a file may speak against another.
        self.batch = tuple(
            BoundBatch(rule, BATCH_CHECKS[rule.check]) for rule in ruleset if rule.code in self._on and rule.check in BATCH_CHECKS
        )

    def severity(self, rule: Rule, profile: str) -> str | None:
        """The severity of a rule under a profile; None where it is off there."""
        if rule.code not in self._on:
            return None
        severity = rule.severity_in(profile)
        return rule.severity if severity is None and self._on[rule.code] else severity

    def table(self, profile: str) -> dict[str, tuple[Bound, ...]]:
        """The rules on nodes under a profile, by kind of node, in order of their codes."""
        if profile not in self._tables:
            self._tables[profile] = self._bind(profile)
        return self._tables[profile]

    def internal(self, name: str) -> Rule:
        """The engine's own rule of that name; raises ``LookupError`` where the set lacks it."""
        rule = self.ruleset.find(name)
        if rule is None:
            raise LookupError(f"the rules lack {name}")
        return rule

    def _bind(self, profile: str) -> dict[str, tuple[Bound, ...]]:
        by_kind: dict[str, list[Bound]] = {}
        for rule in self.ruleset:
            severity = self.severity(rule, profile)
            check = CHECKS.get(rule.check)
            if severity is None or check is None:
                continue
            bound = Bound(rule, severity, check.function, rule.parameters, tuple(rule.where.items()))
            for kind in rule.nodes:
                by_kind.setdefault(kind, []).append(bound)
        return {kind: tuple(bounds) for kind, bounds in by_kind.items()}
