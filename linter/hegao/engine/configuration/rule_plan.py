"""A plan: the rules that are on, bound to their checks, ready to be called by kind of node."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from hegao import __version__
from hegao.checks.base import BATCH_CHECKS, CHECKS, BatchCheck, NodeFunction
from hegao.engine.configuration.file_policy import Policy, strictest
from hegao.engine.configuration.options import PROFILES, Options
from hegao.engine.configuration.rule_selection import check_selectors, select
from hegao.engine.configuration.settings_file import OFF
from hegao.engine.rules.rule import GAZETTE, PUBLISHED, Rule, RuleSet
from hegao.sources.digest import digest_of

if TYPE_CHECKING:
    from hegao.document.model import Document, Node

#: Fields, and the values that may stand there.
Fields = tuple[tuple[str, tuple[Any, ...]], ...]


class Bound(NamedTuple):
    """A rule on nodes with its function, its parameters, and the values of fields that it asks for.

    ``where`` are fields of the node, ``within`` those of the document that it stands in.
    """

    rule: Rule
    severity: str
    function: NodeFunction
    parameters: Mapping[str, Any]
    where: Fields
    within: Fields = ()

    def wants(self, node: Node) -> bool:
        """Whether the node has the values that the selector asks for."""
        return _has(node, self.where)

    def suits(self, document: Document) -> bool:
        """Whether the document has."""
        return _has(document, self.within)


def _has(node: Node, fields: Fields) -> bool:
    for field, values in fields:
        if getattr(node, field) not in values:
            return False
    return True


class BoundBatch(NamedTuple):
    """A rule over a batch."""

    rule: Rule

    @property
    def check(self) -> BatchCheck:
        """Its check."""
        import hegao.checks.judges  # noqa: F401  (registers the checks)

        return BATCH_CHECKS[self.rule.check]


class Plan:
    """The rules of a set as options and settings leave them, for files that are treated alike."""

    def __init__(self, ruleset: RuleSet, options: Options, policy: Policy | None = None, known: Iterable[Rule] | None = None) -> None:
        """Choose the rules; raises ``UsageProblem`` for selectors that match none (none of ``known``, where it is given)."""
        self.policy = policy or Policy()
        self.options = options
        #: The profile of files that are no gazettes.
        self.profile = options.profile or self.policy.profile or PROFILES[0]
        self.ruleset = _with_parameters(ruleset, self.policy.parameters)
        check_selectors(options, known if known is not None else self.ruleset)
        #: Sentences on settings without effect; a single plan has none.
        self.notes: list[str] = []
        self._on = select(self.ruleset, options)
        self._tables: dict[str, dict[str, tuple[Bound, ...]]] = {}
        #: Rules over the batch, whatever the profile: facts of a file may speak against another.
        self.batch = tuple(BoundBatch(rule) for rule in self.ruleset if rule.over_batch and self._may_speak(rule))

    def of(self, name: str) -> Plan:
        """The plan for the file of that name: this one for any, as ``Plans.of`` gives each its own."""
        return self

    def severity(self, rule: Rule, profile: str) -> str | None:
        """The severity of a rule under a profile; None where it is off there.

        The command line beats the settings, the settings beat the profile, but what is mandatory stays on.
        """
        floor = self.policy.floors.get(rule.code, {}).get(profile)
        if rule.code not in self._on:
            return floor
        level = self.policy.levels.get(rule.code)
        severity = rule.severity_in(profile) if level is None else None if level == OFF else level
        if severity is None and self._on[rule.code]:
            severity = rule.severity_in(profile) or rule.severity
        return strictest(severity, floor)

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

    @cached_property
    def yields(self) -> dict[str, tuple[str, ...]]:
        """By the code of each rule that yields to others the codes of those, as far as the set has them.

        What is mandatory yields only to what is mandatory, too: a comment that excuses the other must not excuse it.
        """
        codes = {rule.name: rule.code for rule in self.ruleset}
        floors = self.policy.floors
        above = {rule.code: [codes[name] for name in rule.yields_to if name in codes] for rule in self.ruleset if rule.yields_to}
        return {code: tuple(one for one in several if code not in floors or one in floors) for code, several in above.items()}

    @cached_property
    def digest(self) -> str:
        """Stands for all that decides what is found in a file, beside the file and its path."""
        options = self.options
        asked = [self.profile, options.select, options.ignore, str(options.as_of), options.lang, options.also]
        said = json.dumps([__version__, self.ruleset.digest, asked, self.policy.facts()], sort_keys=True)
        return digest_of(said)

    def _may_speak(self, rule: Rule) -> bool:
        """Whether the rule is on, if only under another profile."""
        if rule.code in self.policy.floors:
            return True
        off = self.policy.levels.get(rule.code) == OFF
        return rule.code in self._on and (not off or self._on[rule.code])

    def _bind(self, profile: str) -> dict[str, tuple[Bound, ...]]:
        import hegao.checks.catalogue  # noqa: F401  (registers the checks)
        from hegao.engine.rules.selectors import DOCUMENT_FIELDS, PROFILE

        by_kind: dict[str, list[Bound]] = {}
        for rule in self.ruleset:
            severity = self.severity(rule, profile)
            check = CHECKS.get(rule.check)
            where = dict(rule.where)
            profiles = where.pop(PROFILE, PROFILES)
            if severity is None or check is None or (PUBLISHED if profile == GAZETTE else profile) not in profiles:
                continue
            within = tuple((field, where.pop(field)) for field in DOCUMENT_FIELDS if field in where)
            bound = Bound(rule, severity, check.function, rule.parameters, tuple(where.items()), within)
            for kind in rule.nodes:
                by_kind.setdefault(kind, []).append(bound)
        return {kind: tuple(bounds) for kind, bounds in by_kind.items()}


def _with_parameters(ruleset: RuleSet, parameters: Mapping[str, Mapping[str, Any]]) -> RuleSet:
    """The rules with other parameters for their checks; the digest stays that of the files."""
    if not parameters:
        return ruleset
    rules = (rule._replace(parameters={**rule.parameters, **parameters.get(rule.code, {})}) for rule in ruleset)
    return RuleSet(tuple(rules), ruleset.digest)
