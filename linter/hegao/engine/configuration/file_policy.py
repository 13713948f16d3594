"""What the settings say of one file: from the chain of settings files above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from hegao.checks.shared.lookup_tables import BUILTIN, Tables
from hegao.engine.configuration.options import PROFILES
from hegao.engine.configuration.settings_file import OFF, Override, Settings, Wish
from hegao.engine.findings.finding import SEVERITIES
from hegao.engine.rules.rule import GAZETTE, Rule, RuleSet

#: By profile, the severity below which a rule must not fall; None where it may be off.
Floor = Mapping[str, str | None]


class Policy(NamedTuple):
    """What the settings say of a file, rules by their codes.

    ``levels``: severity or ``off``, whatever the profile.  ``parameters``: those that differ from the rule's own.
    ``floors``: the rules that are mandatory, with what they must not fall below.
    """

    profile: str | None = None
    levels: Mapping[str, str] = {}
    parameters: Mapping[str, Mapping[str, Any]] = {}
    floors: Mapping[str, Floor] = {}
    tables: Tables = BUILTIN

    def facts(self) -> list[Any]:
        """All that it says, as JSON values."""
        return [self.profile, self.levels, self.parameters, self.floors, self.tables.digest]


def strictest(*severities: str | None) -> str | None:
    """The worst of the severities; None (off) is less than any."""
    return min((one for one in severities if one is not None), key=SEVERITIES.index, default=None)


def in_force(chain: Sequence[Settings]) -> int:
    """The index of the first settings whose ordinary word counts: the last that is marked as root, else the first."""
    return max((index for index, settings in enumerate(chain) if settings.root), default=0)


def resolve(chain: Sequence[Settings], matched: Sequence[Sequence[Override]], ruleset: RuleSet, tables: Tables, notes: list[str]) -> Policy:
    """The policy that a chain of settings files (the uppermost first) makes for the files that match these overrides.

    The nearest word wins; within a file the later one.  What a file declares mandatory is from then on what the files so
    far say of it: words below that are weaker have no effect, which ``notes`` then say.
    """
    making = _Making(ruleset, notes)
    first = in_force(chain)
    for index, settings in enumerate(chain):
        if index == first:
            making.forget()
        making.take(settings, "rules", settings.profile, settings.rules)
        for override in matched[index]:
            making.take(settings, f"{override.at}.rules", override.profile, override.rules)
        making.close(settings)
    return making.policy(tables)


class _Making:
    """A policy in the making."""

    def __init__(self, ruleset: RuleSet, notes: list[str]) -> None:
        self.ruleset = ruleset
        self.notes = notes
        self.profile: str | None = None
        self.levels: dict[str, str] = {}
        self.parameters: dict[str, dict[str, Any]] = {}
        self.floors: dict[str, Floor] = {}
        self.fixed: dict[str, dict[str, Any]] = {}
        self.owners: dict[str, str] = {}

    def forget(self) -> None:
        """Forget what was said, but for what is mandatory."""
        self.profile = None
        self.levels.clear()
        self.parameters.clear()

    def take(self, settings: Settings, at: str, profile: str | None, wishes: Mapping[str, Wish]) -> None:
        """Take over what one table of rules says."""
        self.profile = profile or self.profile
        for key, wish in wishes.items():
            rule = self.ruleset.find(key)
            if rule is None:
                continue
            if rule.code in self.floors and (wish.parameters or self._weaker(rule, wish)):
                self.notes.append(f"{settings.shown}：{at}.{key}：{self.owners[rule.code]} 定为必查，这一项不起作用，请删去")
                continue
            if wish.severity is not None:
                self.levels[rule.code] = wish.severity
            self.parameters.setdefault(rule.code, {}).update(wish.parameters)

    def _weaker(self, rule: Rule, wish: Wish) -> bool:
        """Whether a severity lies below the floor under any profile."""
        if wish.severity is None:
            return False
        own = None if wish.severity == OFF else wish.severity
        return any(strictest(own, floor) != own for floor in self.floors[rule.code].values())

    def close(self, settings: Settings) -> None:
        """Fix what the file declares mandatory."""
        for key in settings.mandatory:
            rule = self.ruleset.find(key)
            if rule is None:
                continue
            above = self.floors.get(rule.code, {})
            self.floors[rule.code] = {
                profile: strictest(above.get(profile), self._severity(rule, profile)) for profile in (*PROFILES, GAZETTE)
            }
            if rule.code not in self.owners:
                self.owners[rule.code] = settings.shown
                self.fixed[rule.code] = dict(self.parameters.get(rule.code, {}))

    def _severity(self, rule: Rule, profile: str) -> str | None:
        """What the files so far make of a rule; their own profile counts too, so that none below can escape by another one.

        Gazettes are judged as published copies because of what they are.
        """
        level = self.levels.get(rule.code)
        if level is not None:
            return None if level == OFF else level
        own = rule.severity_in(self.profile or PROFILES[0]) if profile != GAZETTE else None
        return strictest(rule.severity_in(profile), own)

    def policy(self, tables: Tables) -> Policy:
        """The policy made."""
        parameters = {code: given for code, given in {**self.parameters, **self.fixed}.items() if given}
        return Policy(self.profile, self.levels, parameters, self.floors, tables)
