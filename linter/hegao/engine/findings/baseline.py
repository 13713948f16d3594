"""Baseline (基线): findings that an office has registered, each by its fingerprint, so that only new ones are reported.

The file is JSON, sorted, one entry a finding: fingerprint, rule, path, quote, and what people write: reason, author, date.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hegao.engine.configuration.options import UsageProblem, few
from hegao.engine.configuration.rule_selection import near_names
from hegao.engine.findings.finding import FileResult, Finding, Registered, RunResult
from hegao.engine.rules.rule import ALWAYS_ON
from hegao.engine.run.batch_judgement import PlanOf
from hegao.engine.run.targets import near
from hegao.sources.bounded_reading import MEGA, read_ordinary
from hegao.sources.files import WITHIN
from hegao.sources.system_errors import why_unread

VERSION = 1
_KEYS = list(Registered._fields)
_NEEDED = ("fingerprint", "rule", "path")
#: Bytes of the file, and characters of a path in it, at most.
_LARGEST = 32 * MEGA
_LONGEST = 4096
_MOST_KEY = 40


class Baseline(NamedTuple):
    """The entries of a baseline file, the folder that their paths count from, and the bytes that were read; None where there were none."""

    folder: Path
    entries: tuple[Registered, ...] = ()
    data: bytes | None = None

    def text(self) -> str:
        """The content of the file, the same for the same entries."""
        entries = sorted(self.entries, key=lambda entry: (entry.path, entry.rule, entry.quote, entry.fingerprint))
        return json.dumps({"version": VERSION, "entries": [entry._asdict() for entry in entries]}, ensure_ascii=False, indent=2) + "\n"


def read_baseline(path: Path, *, new: bool = False) -> Baseline:
    """The baseline in a file; an empty one where there is none and it is to be ``new``.

    Raises ``UsageProblem`` with all that is wrong with the file.
    """
    folder = Path(os.path.abspath(path)).parent
    try:
        data = read_ordinary(path, _LARGEST)
    except FileNotFoundError as error:
        if new:
            return Baseline(folder)
        raise UsageProblem(f"{near(path)}：没有这个基线文件；加 --write-baseline 生成") from error
    except OSError as error:
        raise UsageProblem(f"{near(path)}：{why_unread(error)}") from error
    try:
        raw = json.loads(data.decode("utf-8-sig"), parse_int=_whole)
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{near(path)}：不是 UTF-8 编码，请另存为 UTF-8") from error
    except json.JSONDecodeError as error:
        raise UsageProblem(
            f"{near(path)}：第 {error.lineno} 行第 {error.colno} 列：JSON 写法有误，多半是逗号、引号或括号没有配对"
        ) from error
    except RecursionError as error:
        raise UsageProblem(f"{near(path)}：括号套得太深") from error
    problems = few(near(path), (f"{near(path)}：{problem}" for problem in _faults(raw)))
    if problems:
        raise UsageProblem(*problems)
    return Baseline(folder, tuple(Registered(**entry) for entry in raw["entries"]), data)


def _whole(digits: str) -> int:
    """A number; no entry holds one, and Python refuses to read very long ones."""
    return int(digits[:20])


def _faults(raw: Any) -> Iterator[str]:
    """What is wrong with the content: key path and sentence."""
    if not isinstance(raw, dict) or raw.get("version") != VERSION or not isinstance(raw.get("entries"), list):
        yield f'不是基线文件：应为 {{"version": {VERSION}, "entries": [...]}}'
        return
    seen: dict[tuple[str, str], int] = {}
    for index, entry in enumerate(raw["entries"]):
        at = f"entries[{index}]"
        if not isinstance(entry, dict):
            yield f"{at}：应为表，含 {'、'.join(_KEYS)}"
            continue
        for key, value in entry.items():
            if key not in _KEYS:
                hint = near_names(key[:_MOST_KEY], _KEYS)
                yield f"{at}.{key[:_MOST_KEY]}：没有这一项，{f'是不是 {hint}' if hint else '可用：' + '、'.join(_KEYS)}"
            elif not isinstance(value, str):
                yield f"{at}.{key}：应为文字，用引号括起来"
            elif key == "path" and (len(value) > _LONGEST or "\0" in value):
                yield f"{at}.path：不是路径，太长或者有不能用的字符"
        yield from (f"{at}.{key}：缺少这一项" for key in _NEEDED if not entry.get(key))
        if "quote" not in entry:
            yield f"{at}.quote：缺少这一项"
        mark = str(entry.get("fingerprint")), str(entry.get("path"))
        if seen.setdefault(mark, index) != index:
            yield f"{at}：和 entries[{seen[mark]}] 相同，删去一处"


#: A finding and the entry that registers it, if one does.
Matched = tuple[Finding, Registered | None]


class Matching(NamedTuple):
    """What a baseline says of a run: findings with their entries, entries that are not needed, entries not judged now."""

    found: list[tuple[FileResult, list[Matched]]]
    unused: list[Registered]
    kept: list[Registered]


def match(baseline: Baseline, result: RunResult, plans: PlanOf) -> Matching:
    """Find the entry for each finding: the same fingerprint and file, else the same fingerprint in a file that was moved.

    An entry is unused where its file was checked by its rule and nothing answers to it, or where its file is gone.
    """
    paths = {file.path: path_from(file.path, baseline.folder) for file in result.files}
    checked = {paths[file.path]: file for file in reversed(result.files)}
    own = {(entry.fingerprint, entry.path): entry for entry in baseline.entries}
    moved = {
        entry.fingerprint: entry for entry in baseline.entries if entry.path not in checked and not _there(baseline.folder, entry)
    }
    found: list[tuple[FileResult, list[Matched]]] = []
    for file in result.files:
        several: list[Matched] = []
        for finding in file.findings:
            entry = own.pop((finding.fingerprint, paths[file.path]), None)
            if entry is None and finding.name not in ALWAYS_ON:
                entry = moved.pop(finding.fingerprint, None)
                if entry is not None:
                    own.pop((entry.fingerprint, entry.path), None)
                    entry = entry._replace(path=paths[file.path])
            several.append((finding, entry))
        found.append((file, several))
    whole = all(entry.path in checked or not _there(baseline.folder, entry) for entry in baseline.entries)
    left = list(own.values())
    unused = [entry for entry in left if _unused(entry, checked.get(entry.path), plans, whole, baseline.folder)]
    needless = set(unused)
    return Matching(found, unused, [entry for entry in left if entry not in needless])


def path_from(name: str, folder: Path) -> str:
    """The path of a file from the folder of the baseline, with /."""
    try:
        return os.path.relpath(os.path.abspath(name), folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return Path(name).as_posix()


def _unused(entry: Registered, file: FileResult | None, plans: PlanOf, whole: bool, folder: Path) -> bool:
    if file is None:
        return not _there(folder, entry)
    plan = plans.of(file.path)
    rule = plan.ruleset.find(entry.rule)
    if rule is None:
        return True
    # A rule over a batch may be silent only because other files were left out of this run.
    return not file.failed and plan.severity(rule, file.profile) is not None and (whole or not rule.over_batch)


def _there(folder: Path, entry: Registered) -> bool:
    """Whether the file of an entry, or the archive that it lies in, is still there; no path can be so odd that this fails."""
    return os.path.exists(os.path.join(folder, entry.path.partition(WITHIN)[0]))


def suppress(matching: Matching) -> None:
    """Take the findings that have an entry out of the results of their files."""
    for file, several in matching.found:
        left = [finding for finding, entry in several if entry is None]
        file.suppressed += len(file.findings) - len(left)
        file.findings = left


def renewed(matching: Matching, folder: Path, date: str) -> Matching:
    """The matching with an entry for every finding but such as tell what was not checked, and without entries that are not needed."""
    found: list[tuple[FileResult, list[Matched]]] = []
    for file, several in matching.found:
        path = path_from(file.path, folder)
        found.append((file, [(finding, entry or _new_entry(finding, path, date)) for finding, entry in several]))
    return Matching(found, [], matching.kept)


def _new_entry(finding: Finding, path: str, date: str) -> Registered | None:
    """The entry for a finding; none for such as tell what was not checked."""
    return Registered(finding.fingerprint, finding.rule, path, finding.quote, date=date) if finding.name not in ALWAYS_ON else None


def entries_of(matching: Matching) -> tuple[Registered, ...]:
    """The entries that a baseline holds after a run."""
    return (*(entry for _file, several in matching.found for _finding, entry in several if entry is not None), *matching.kept)


def told(unused: Sequence[Registered], path: Path) -> list[str]:
    """What is said of entries that are not needed any more."""
    if not unused:
        return []
    first = "；".join(f"{entry.path} {entry.rule} “{entry.quote}”" for entry in unused[:3])
    return [f"{near(path)}：有 {len(unused)} 条已不再需要（{first}{' 等' if len(unused) > 3 else ''}），加 --write-baseline 删去"]
