"""The plans of a run: for each file the rules as the settings above it leave them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from hegao.checks.shared.lookup_tables import BUILTIN, Tables
from hegao.engine.configuration.file_policy import Policy, in_force, resolve
from hegao.engine.configuration.options import Options, UsageProblem
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.configuration.rule_selection import ignored
from hegao.engine.configuration.settings_file import (
    Override,
    Search,
    Settings,
    bind,
    load,
    office_of,
    read_tables,
    register_of,
    rule_folders,
)
from hegao.engine.rules.loading import RuleError, Trial, load_rules
from hegao.engine.rules.rule import RuleSet
from hegao.engine.run.targets import Target, near

if TYPE_CHECKING:
    from pathlib import Path

#: Which overrides of each settings file in a chain speak of a file.
_Matched = tuple[tuple[Override, ...], ...]


class Plans(NamedTuple):
    """The plan of each file by the name it is shown under.

    ``notes`` are sentences on settings without effect; ``read`` are the files of the office that were read: settings, tables, rules;
    ``registers`` the registers of numbers that settings name.
    """

    by_name: Mapping[str, Plan]
    notes: list[str]
    read: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()

    def of(self, name: str) -> Plan:
        """The plan for the file that is shown under that name; raises ``KeyError``."""
        return self.by_name[name]


def plan_all(targets: Sequence[Target], options: Options, *, config: Path | None = None, cache: bool = True) -> Plans:
    """The plans for the files, by the settings files above each, or by ``config`` alone.

    Raises ``UsageProblem`` with all that is wrong with settings, tables, own rules and their examples, and selectors.
    """
    return _Planner(options, config, cache, own_examples).plans(targets)


def rules_for(folder: str | os.PathLike[str], *, config: Path | None = None, cache: bool = True) -> RuleSet:
    """The rules that hold in a folder: the built-in ones and those that the settings there add; raises ``UsageProblem``."""
    planner = _Planner(Options(), config, cache)
    found = planner.desk(planner.chain(os.path.abspath(folder)))
    planner.stop_at_problems()
    return found.ruleset


def register_for(folder: str | os.PathLike[str]) -> str:
    """The register of numbers that the settings of a folder name, "" where they name none; raises ``UsageProblem``."""
    planner = _Planner(Options(), None, True)
    chain = planner.settings(planner.chain(os.path.abspath(folder)))
    planner.stop_at_problems()
    return register_of(chain, in_force(chain))


def own_examples(ruleset: RuleSet, paths: AbstractSet[str]) -> Iterator[str]:
    """What is wrong with the examples of the rules from the files at these paths: a sentence each, with file and key."""
    from hegao.engine.run.rule_examples import failures

    for failure in failures((rule for rule in ruleset if rule.path in paths), ruleset):
        yield from (f"{near(failure.rule.path)}：{failure.key}：{problem}" for problem in failure.problems)


class _Desk(NamedTuple):
    """What one chain of settings files makes for all files below: the files read, the rules, the tables."""

    chain: tuple[Settings, ...]
    ruleset: RuleSet
    tables: Tables


class _Planner:
    def __init__(self, options: Options, config: Path | None, cache: bool, trial: Trial | None = None) -> None:
        self.options = options
        self.cache = cache
        self.trial = trial
        self.problems: list[str] = []
        self.notes: list[str] = []
        self._config = (os.path.abspath(config),) if config is not None else None
        self._search = Search()
        self._read: dict[str, Settings | None] = {}
        self._sets: dict[tuple[Path, ...], RuleSet] = {}
        self._desks: dict[tuple[str, ...], _Desk] = {}

    def chain(self, folder: str) -> tuple[str, ...]:
        """The settings files for the files in a folder, the uppermost first."""
        return self._config if self._config is not None else self._search(folder)

    def plans(self, targets: Sequence[Target]) -> Plans:
        places = {target.name: _place(target) for target in targets}
        chains = {name: self.chain(os.path.dirname(place)) for name, place in places.items()}
        desks = {name: self.desk(chain) for name, chain in chains.items()}
        self.stop_at_problems()
        known = list({rule.code: rule for desk in desks.values() for rule in desk.ruleset}.values())
        made: dict[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], Plan] = {}
        by_name: dict[str, Plan] = {}
        for name, place in places.items():
            desk = desks[name]
            matched = _matched(desk.chain, place)
            key = chains[name], tuple(tuple(override.at for override in several) for several in matched)
            if key not in made:
                policy = resolve(desk.chain, matched, desk.ruleset, desk.tables, self.notes)
                made[key] = Plan(desk.ruleset, self.options, policy, known)
                self._note_ignored(desk.ruleset, policy)
            by_name[name] = made[key]
        registers = dict.fromkeys(register_of(desk.chain, in_force(desk.chain)) for desk in desks.values())
        return Plans(by_name, list(dict.fromkeys(self.notes)), self._files(), tuple(filter(None, registers)))

    def _files(self) -> tuple[str, ...]:
        """The files that the settings were read from and those that they name."""
        settings = [one for one in self._read.values() if one is not None]
        tables = [os.fspath(path) for one in settings for path in one.tables.values()]
        rules = [rule.path for ruleset in self._sets.values() for rule in ruleset if os.path.isabs(rule.path)]
        return (*self._read, *tables, *rules)

    def desk(self, paths: tuple[str, ...]) -> _Desk:
        """What a chain makes; what is wrong with it is kept in ``problems``."""
        if paths not in self._desks:
            self._desks[paths] = self._desk(paths)
        return self._desks[paths]

    def stop_at_problems(self) -> None:
        if self.problems:
            raise UsageProblem(*dict.fromkeys(self.problems))

    def settings(self, paths: tuple[str, ...]) -> tuple[Settings, ...]:
        """The settings in the files at the paths, as far as they can be used."""
        return tuple(settings for settings in map(self._settings, paths) if settings is not None)

    def _desk(self, paths: tuple[str, ...]) -> _Desk:
        chain = self.settings(paths)
        before = len(self.problems)
        folders = rule_folders(chain, self.problems)
        ruleset = self._rules(folders)
        complete = len(self.problems) == before
        for settings in chain:
            bind(settings, ruleset, self.problems, complete=complete, cache=self.cache)
        named = {name: (settings, path) for settings in chain[in_force(chain) :] for name, path in settings.tables.items()}
        tables = Tables(read_tables(named, office_of(chain), self.problems)) if named else BUILTIN
        return _Desk(chain, _without_foreign(ruleset, chain), tables)

    def _settings(self, path: str) -> Settings | None:
        if path not in self._read:
            from pathlib import Path

            self._read[path] = load(Path(path), self.problems, self.cache)
        return self._read[path]

    def _rules(self, folders: tuple[Path, ...]) -> RuleSet:
        if folders not in self._sets:
            try:
                self._sets[folders] = load_rules(folders, cache=self.cache, trial=self.trial)
            except RuleError as error:
                self.problems += error.problems
                return load_rules(cache=self.cache)
        return self._sets[folders]

    def _note_ignored(self, ruleset: RuleSet, policy: Policy) -> None:
        for rule in ruleset:
            if rule.code in policy.floors and ignored(rule, self.options):
                self.notes.append(f"{rule.code} {rule.name} 在设置里定为必查，--ignore 对它不起作用")


def _place(target: Target) -> str:
    """Where a file lies; the standard input lies where its name says, else in the current folder, a member in its archive as in a folder."""
    return os.path.abspath(target.path if target.path is not None and target.member is None else target.name)


def _matched(chain: Sequence[Settings], place: str) -> _Matched:
    found = []
    for settings in chain:
        inner = _inner(place, settings.path.parent) if settings.overrides else ""
        found.append(tuple(override for override in settings.overrides if override.paths.fullmatch(inner)))
    return tuple(found)


def _inner(place: str, folder: Path) -> str:
    try:
        return os.path.relpath(place, folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return place.replace(os.sep, "/")


def _without_foreign(ruleset: RuleSet, chain: Sequence[Settings]) -> RuleSet:
    """The rules without those of folders that only files above the root name, unless they are mandatory there."""
    above = chain[: in_force(chain)]
    names = {name for settings in above for name in settings.mandatory}
    kept_folders = {folder for settings in chain[len(above) :] for folder in settings.rule_folders}
    foreign = tuple(
        os.path.normpath(folder).replace(os.sep, "/") + "/"
        for settings in above
        for folder in settings.rule_folders
        if folder not in kept_folders
    )
    if not foreign:
        return ruleset
    rules = (rule for rule in ruleset if not rule.path.startswith(foreign) or rule.code in names or rule.name in names)
    return RuleSet(tuple(rules), ruleset.digest)
