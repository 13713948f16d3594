"""Rule files become a ``RuleSet``: validated when they changed, else taken from the cache."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, NamedTuple

from hegao import __version__
from hegao.engine.cache.program_state import program, state_of
from hegao.engine.configuration.options import few
from hegao.engine.rules.rule import Rule, RuleSet
from hegao.engine.run.targets import SETTINGS, inside, near
from hegao.sources import user_cache
from hegao.sources.bounded_reading import KILO, read_ordinary
from hegao.sources.digest import digest_all
from hegao.sources.system_errors import Refusal, why_unread

if TYPE_CHECKING:
    from pathlib import Path

#: Changes when what is stored of a rule, or what validation demands, changes within a version.
_FORMAT = 5
_SCHEMA = "rule.schema.json"
#: Bytes of a rule file, and rule files of an office, at most.
_LARGEST = 256 * KILO
_MOST = 1000


#: What tries valid rules, those of the files at these paths: gives sentences that name file and key.
Trial = Callable[[RuleSet, AbstractSet[str]], Iterable[str]]


class RuleError(Exception):
    """Rule files that cannot be used; ``problems`` are sentences that name file and key."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


class _File(NamedTuple):
    """A rule file unread: how it is called in messages, its path, its path within its folder, its bytes."""

    shown: str
    path: str
    inner: str
    builtin: bool
    data: bytes


class _Stored(NamedTuple):
    """Rules as the cache has them; ``tried`` where their examples were found to hold."""

    compiled: list[list[Any]]
    ruleset: RuleSet
    tried: bool


def builtin_folder() -> Path:
    """The folder of the built-in rules."""
    from pathlib import Path

    return Path(_home())


def _home() -> str:
    from importlib import import_module

    home: str = import_module("hegao.rules").__path__[0]
    return home


def load_rules(folders: Sequence[Path] = (), *, builtin: Path | None = None, cache: bool = True, trial: Trial | None = None) -> RuleSet:
    """The built-in rules and those of the given folders (searched with their sub-folders).

    ``builtin`` stands in for the built-in folder.  ``trial`` tells what is wrong with rules of the folders that are valid by their
    form; it is asked when they changed.  Raises ``RuleError`` with all that is wrong in all files.
    """
    problems: list[str] = []
    own = [file for folder in folders for file in _files(folder, False, problems)]
    digest = _digest(None if builtin is None else state_of(builtin), own)
    home = os.fspath(builtin) if builtin is not None else _home()
    slot = _slot([home, *folders])
    stored = _stored(slot, digest) if cache and not problems else None
    if stored is not None and (stored.tried or trial is None):
        return stored.ruleset
    from pathlib import Path

    schema = Path(home, _SCHEMA).read_bytes()
    compiled = stored.compiled if stored is not None else _compile(schema, _files(Path(home), True, problems) + own, problems)
    ruleset = stored.ruleset if stored is not None else _ruleset(compiled, digest)
    problems += trial(ruleset, {file.path for file in own}) if trial is not None and own else ()
    if problems:
        raise RuleError(problems)
    if cache:
        user_cache.save(slot, {"digest": digest, "rules": compiled, "tried": trial is not None or not own})
    return ruleset


def _files(folder: Path, builtin: bool, problems: list[str]) -> list[_File]:
    """The rule files in a folder, in order of their paths; what cannot be read is a problem."""
    if not folder.is_dir():
        problems.append(f"{near(folder)}：没有这个规则文件夹")
        return []
    files: list[_File] = []
    for path in sorted(folder.rglob("*.toml"), key=lambda path: path.as_posix()):
        if path.name == SETTINGS:
            continue
        inner = path.relative_to(folder).as_posix()
        shown = f"rules/{inner}" if builtin else near(path)
        if len(files) == _MOST:
            problems.append(f"{near(folder)}：规则文件超过 {_MOST} 个，请只放规则文件")
            break
        try:
            if not builtin and not inside(path, folder):
                raise Refusal("是通到规则文件夹外面的链接")
            files.append(_File(shown, shown if builtin else path.as_posix(), inner, builtin, read_ordinary(path, _LARGEST)))
        except OSError as error:
            problems.append(f"{shown}：{why_unread(error)}")
    if not files:
        problems.append(f"{near(folder)}：规则文件夹里没有 .toml 文件，请放入规则文件")
    return files


def _digest(builtin: str | None, own: Sequence[_File]) -> str:
    """What the rules say and find depends on: the program, the folder that stands in for its rules, the content of the office's own files."""
    head = f"{__version__} {_FORMAT} {program()} {builtin}"
    return digest_all([head, *(part for file in own for part in (file.path, file.data))])


def _slot(folders: Sequence[str | os.PathLike[str]]) -> str:
    """The name under which the rules of these folders are stored: the latest state of each set of folders."""
    return f"rules-{digest_all([__version__, *map(str, folders)], 8)}.json"


def _stored(slot: str, digest: str) -> _Stored | None:
    stored = user_cache.load(slot)
    try:
        return _Stored(stored["rules"], _ruleset(stored["rules"], digest), stored["tried"]) if stored["digest"] == digest else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _ruleset(compiled: Sequence[Sequence[Any]], digest: str) -> RuleSet:
    rules = [Rule.of(raw, path) for path, raw in compiled]
    return RuleSet(tuple(sorted(rules, key=lambda rule: rule.code)), digest)


def _compile(schema: bytes, files: Sequence[_File], problems: list[str]) -> list[list[Any]]:
    """Path and content of each rule; raises ``RuleError`` where anything is wrong anywhere."""
    from hegao.engine.rules import toml_file
    from hegao.engine.rules.validation import RuleFile, validate, with_defaults
    from hegao.engine.rules.yielding_order import yielding_problems

    rule_schema = json.loads(schema)
    parsed: list[tuple[str, RuleFile]] = []
    for file in files:
        raw = toml_file.parse(file.data, file.shown, problems)
        if raw is not None:
            one = RuleFile(file.shown, file.inner, file.builtin, raw)
            problems += few(file.shown, (f"{file.shown}：{key}：{sentence}" for key, sentence in validate(one, rule_schema)))
            parsed.append((file.path, one))
    for key in ("code", "name"):
        first: dict[str, str] = {}
        for _path, one in parsed:
            value = one.raw.get(key)
            if isinstance(value, str) and first.setdefault(value, one.shown) != one.shown:
                problems.append(f"{one.shown}：{key}：{value} 已用于 {first[value]}，请换一个")
    if not problems:
        problems += [f"{shown}：{key}：{sentence}" for shown, key, sentence in yielding_problems([one for _path, one in parsed])]
    if problems:
        raise RuleError(problems)
    return [[path, with_defaults(one.raw)] for path, one in parsed]
