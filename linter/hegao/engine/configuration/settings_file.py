"""``hegao.toml``: what an office sets for a folder and all below it.

A file is validated when it changed; what it says is then kept in the cache.  What it says of rules is tried against
the rules themselves by ``bind``.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from hegao import __version__
from hegao.engine.configuration.options import few
from hegao.engine.configuration.rule_selection import meant
from hegao.engine.rules.loading import builtin_folder
from hegao.engine.rules.rule import Rule, RuleSet
from hegao.engine.run.targets import SETTINGS, inside, near
from hegao.register.entry import is_address
from hegao.sources import user_cache
from hegao.sources.bounded_reading import KILO, MEGA, read_ordinary
from hegao.sources.digest import digest_all, digest_of
from hegao.sources.system_errors import why_unread
from hegao.words.builtin_tables import TableRow
from hegao.words.office_tables import read_table

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = "settings.schema.json"
OFF = "off"
#: Changes when what is stored of a file, or what validation demands, changes within a version.
_FORMAT = 1
#: Bytes of a settings file and of a table at most.
_LARGEST = 256 * KILO
_LARGEST_TABLE = 8 * MEGA


class Wish(NamedTuple):
    """What settings say of a rule: its severity, or ``off``, or nothing; and parameters of its check."""

    severity: str | None = None
    parameters: Mapping[str, Any] = {}


class Override(NamedTuple):
    """What a file says of some paths.  ``at`` is its key path."""

    at: str
    paths: re.Pattern[str]
    profile: str | None
    rules: Mapping[str, Wish]


class Settings(NamedTuple):
    """The content of a settings file; rules by their codes or names, as written."""

    path: Path
    profile: str | None
    root: bool
    mandatory: tuple[str, ...]
    rule_folders: tuple[Path, ...]
    rules: Mapping[str, Wish]
    tables: Mapping[str, Path]
    overrides: tuple[Override, ...]
    digest: str
    register: str = ""

    @property
    def shown(self) -> str:
        """The file as messages call it."""
        return near(self.path)

    def wishes(self) -> Iterator[tuple[str, str, Wish]]:
        """Key path, rule as written and what is said of it, in the whole file."""
        yield from ((f"rules.{key}", key, wish) for key, wish in self.rules.items())
        for override in self.overrides:
            yield from ((f"{override.at}.rules.{key}", key, wish) for key, wish in override.rules.items())


class Search:
    """The settings files above a folder; each folder is looked into once."""

    def __init__(self) -> None:
        """Begin without knowing any folder."""
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, folder: str) -> tuple[str, ...]:
        """The settings files in the folder (an absolute path) and above it, the uppermost first."""
        if folder not in self._known:
            parent = os.path.dirname(folder)
            above = self(parent) if parent != folder else ()
            own = os.path.join(folder, SETTINGS)
            self._known[folder] = (*above, own) if os.path.lexists(own) else above
        return self._known[folder]


def load(path: Path, problems: list[str], cache: bool = True) -> Settings | None:
    """The settings in a file; None where it cannot be used, which ``problems`` then says."""
    try:
        data = read_ordinary(path, _LARGEST)
    except OSError as error:
        problems.append(f"{near(path)}：{why_unread(error)}")
        return None
    schema = (builtin_folder() / SCHEMA).read_bytes()
    digest = digest_all([f"{__version__} {_FORMAT}", schema, data])
    stored = user_cache.load(_slot(path)) if cache else None
    raw = stored["raw"] if isinstance(stored, dict) and stored.get("digest") == digest else None
    if raw is None:
        raw = _validated(path, data, schema, problems)
        if raw is None:
            return None
        if cache:
            user_cache.save(_slot(path), {"digest": digest, "raw": raw, "bound": ""})
    return _settings(path, raw, digest)


def _slot(path: Path) -> str:
    return f"settings-{digest_of(os.fsencode(path), 8)}.json"


def _validated(path: Path, data: bytes, schema: bytes, problems: list[str]) -> dict[str, Any] | None:
    from hegao.engine.rules import toml_file
    from hegao.engine.rules.schema_errors import problems as faults

    raw = toml_file.parse(data, near(path), problems)
    if raw is None:
        return None
    found = few(near(path), (f"{near(path)}：{key}：{sentence}" for key, sentence in faults(json.loads(schema), raw)))
    problems += found
    return None if found else raw


def _settings(path: Path, raw: Mapping[str, Any], digest: str) -> Settings:
    from hegao.engine.configuration.path_globs import compiled

    folder = path.parent
    return Settings(
        path,
        raw.get("profile"),
        raw.get("root", False),
        tuple(raw.get("mandatory", ())),
        tuple(folder / one for one in raw.get("rule-folders", ())),
        _wishes(raw),
        {name: folder / one for name, one in raw.get("tables", {}).items()},
        tuple(
            Override(f"overrides[{index}]", compiled(one["paths"]), one.get("profile"), _wishes(one))
            for index, one in enumerate(raw.get("overrides", ()))
        ),
        digest,
        _register(raw.get("register", ""), folder),
    )


def _register(named: str, folder: Path) -> str:
    """The register of numbers that a file names: the address of a server as it stands, else a path from the folder of the file."""
    return named if not named or is_address(named) else near(os.path.normpath(folder / named))


def _wishes(raw: Mapping[str, Any]) -> dict[str, Wish]:
    wishes = {}
    for key, said in raw.get("rules", {}).items():
        if isinstance(said, str):
            wishes[key] = Wish(said)
        else:
            wishes[key] = Wish(said.get("severity"), {name: value for name, value in said.items() if name != "severity"})
    return wishes


def bind(settings: Settings, ruleset: RuleSet, problems: list[str], *, complete: bool = True, cache: bool = True) -> None:
    """Add to ``problems`` what the file says of rules that do not exist, cannot be switched off, or lack such parameters.

    Where the rules are not ``complete``, since own ones could not be read, none is said not to exist.
    """
    names = ((at, sentence) for at, sentence, missing in _names(settings, ruleset) if complete or not missing)
    found = few(settings.shown, (f"{settings.shown}：{at}：{sentence}" for at, sentence in names))
    if any(wish.parameters for _at, _rule, wish in settings.wishes()):
        stored = user_cache.load(_slot(settings.path)) if cache else None
        known = stored if isinstance(stored, dict) and stored.get("digest") == settings.digest else {}
        if known.get("bound") != ruleset.digest:
            found += few(settings.shown, (f"{settings.shown}：{at}：{sentence}" for at, sentence in _parameters(settings, ruleset)))
            if known and not found:
                user_cache.save(_slot(settings.path), known | {"bound": ruleset.digest})
    problems += found


def _names(settings: Settings, ruleset: RuleSet) -> Iterator[tuple[str, str, bool]]:
    """Key path, sentence, and whether it is that there is no such rule."""
    for index, name in enumerate(settings.mandatory):
        rule = ruleset.find(name)
        if rule is None:
            yield f"mandatory[{index}]", unknown(name, ruleset), True
        elif _own_word(settings.rules, rule) == OFF:
            yield f"mandatory[{index}]", f"{name} 在本文件的 [rules] 里关闭了，两处只能留一处", False
    for part, wishes in (("rules", settings.rules), *((f"{override.at}.rules", override.rules) for override in settings.overrides)):
        first: dict[str, str] = {}
        for key, wish in wishes.items():
            rule = ruleset.find(key)
            if rule is None:
                yield f"{part}.{key}", unknown(key, ruleset), True
            elif first.setdefault(rule.code, key) != key:
                yield f"{part}.{key}", f"和 {first[rule.code]} 是同一条规则，合在一处", False
            elif rule.always_on and wish.severity not in (None, rule.severity):
                yield f"{part}.{key}", f"{rule.code} {rule.name} 不能关闭，也不能改级别：它报告没能检查的内容；删去这一项", False


def _own_word(wishes: Mapping[str, Wish], rule: Rule) -> str | None:
    return next((wish.severity for key, wish in wishes.items() if key == rule.name or key.upper() == rule.code), None)


def unknown(name: str, ruleset: RuleSet) -> str:
    """What is said of a rule that does not exist."""
    return f"没有“{name}”这条规则，{meant(name, ruleset)}"


def _parameters(settings: Settings, ruleset: RuleSet) -> Iterator[tuple[str, str]]:
    from hegao.checks.catalogue import find
    from hegao.engine.rules.schema_errors import problems as faults

    for at, key, wish in settings.wishes():
        rule = ruleset.find(key)
        check = find(rule.check) if rule is not None else None
        known = check.parameters if check is not None else {}
        if wish.parameters:
            yield from faults({"type": "object", "properties": known, "additionalProperties": False}, dict(wish.parameters), at)


def read_tables(tables: Mapping[str, tuple[Settings, Path]], office: Path, problems: list[str]) -> dict[str, list[TableRow]]:
    """The office's tables by their names, each with the settings that name it; what is wrong is added to ``problems``.

    They lie in the folder of the ``office`` or below.
    """
    rows: dict[str, list[TableRow]] = {}
    for name, (settings, path) in tables.items():
        at = f"{settings.shown}：tables.{name}"
        if not inside(path, office):
            problems.append(f"{at}：{_outside(path, office)}")
            continue
        try:
            data = read_ordinary(path, _LARGEST_TABLE)
        except OSError as error:
            problems.append(f"{at}：{near(path)}：{why_unread(error)}")
            continue
        rows[name], faults = read_table(name, data)
        problems += few(near(path), (f"{near(path)}：{fault}" for fault in faults))
    return rows


def rule_folders(chain: Sequence[Settings], problems: list[str]) -> tuple[Path, ...]:
    """The folders of own rules that the files name, each once, in the office's folder or below; what is wrong is added to ``problems``."""
    folders: dict[Path, None] = {}
    for settings in chain:
        for index, folder in enumerate(settings.rule_folders):
            if not os.path.isdir(folder):
                problems.append(f"{settings.shown}：rule-folders[{index}]：没有 {near(folder)} 这个文件夹")
            elif not inside(folder, office_of(chain)):
                problems.append(f"{settings.shown}：rule-folders[{index}]：{_outside(folder, office_of(chain))}")
            else:
                from pathlib import Path

                folders[Path(os.path.normpath(folder))] = None
    return tuple(folders)


def office_of(chain: Sequence[Settings]) -> Path:
    """The folder of the office: that of the uppermost settings file, below which all lies that settings may name."""
    return chain[0].path.parent


def _outside(path: Path, office: Path) -> str:
    return f"{near(path)} 不在本单位的文件夹 {near(office)} 里，请移进来"


def register_of(chain: Sequence[Settings], first: int = 0) -> str:
    """The register of numbers that holds under a chain of settings files: what the nearest says, of those from ``first`` on; "" for none."""
    return next((settings.register for settings in reversed(chain[first:]) if settings.register), "")
