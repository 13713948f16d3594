"""What is new in a run beside an earlier one: a finding that the earlier one had is taken out.

Lines and numbers of findings may change with every edit, so a finding is known again by its fingerprint or, where the document has got
another number or title or the heading above other words, by what stands there: the same rule, on the same words of the same line, or at
last of one that is like it.  One that contradicts another document is the same only if that says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from hegao.engine.findings.finding import FileResult, Finding, RunResult
from hegao.engine.rules.rule import ALWAYS_ON

_Key = tuple[object, ...]
#: How like two lines are of which one is the other edited, and so many characters of them are looked at.
_LIKENESS, _LOOKED_AT = 0.6, 300
#: So many findings of then are tried for one of now; they come in the order of their places.
_TRIED = 20


def take_out_known(result: RunResult, earlier: RunResult) -> list[tuple[str, Finding]]:
    """Take out of a result what the earlier one has, too; gives what was taken out, with the path of its file.

    What tells that something was not checked stays.
    """
    now = {file.path for file in result.files}
    before = {file.path: _Known(file) for file in earlier.files}
    gone = Counter(_mark(finding, file) for file in earlier.files if file.path not in now for finding in file.findings)
    taken = []
    for file in result.files:
        known = before.get(file.path)
        old = set(known.among(file) if known is not None else _moved(file, gone))
        taken += [(file.path, finding) for index, finding in enumerate(file.findings) if index in old]
        file.findings = [finding for index, finding in enumerate(file.findings) if index not in old]
        file.suppressed += len(old)
    return taken


class _Known:
    """What was found in a file."""

    def __init__(self, file: FileResult) -> None:
        self._file = file

    def among(self, file: FileResult) -> Iterator[int]:
        """The indexes of findings of now that were found then, each finding of then counting once."""
        left = dict(enumerate(self._file.findings))
        asked = [(index, finding) for index, finding in enumerate(file.findings) if finding.name not in ALWAYS_ON]
        for key, same in ((_mark, _any), (_line, _any), (_words, _alike)):
            known: dict[_Key, list[int]] = {}
            for index, finding in left.items():
                known.setdefault(key(finding, self._file), []).append(index)
            unknown = []
            for index, finding in asked:
                several = known.get(key(finding, file), [])
                old = next((one for one in several[:_TRIED] if same(_text(left[one], self._file), _text(finding, file))), None)
                if old is None:
                    unknown.append((index, finding))
                else:
                    several.remove(old)
                    del left[old]
                    yield index
            asked = unknown


def _moved(file: FileResult, gone: Counter[_Key]) -> Iterator[int]:
    """The indexes of findings that were found in files that are no more."""
    for index, finding in enumerate(file.findings):
        key = _mark(finding, file)
        if gone[key] and finding.name not in ALWAYS_ON:
            gone[key] -= 1
            yield index


def _mark(finding: Finding, file: FileResult) -> _Key:
    return finding.fingerprint, *_elsewhere(finding, file)


def _line(finding: Finding, file: FileResult) -> _Key:
    return finding.span.column, _text(finding, file), *_words(finding, file)


def _words(finding: Finding, file: FileResult) -> _Key:
    return finding.rule, finding.quote, *_elsewhere(finding, file)


def _text(finding: Finding, file: FileResult) -> str:
    """The line that the finding stands on."""
    return file.lines.get(finding.span.line, "")


def _any(_line: str, _other: str) -> bool:
    return True


def _alike(line: str, other: str) -> bool:
    """Whether one line may be the other edited; of long ones the beginning tells."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, line[:_LOOKED_AT], other[:_LOOKED_AT], autojunk=False).ratio() >= _LIKENESS


def _elsewhere(finding: Finding, file: FileResult) -> Iterable[_Key]:
    """The other documents that the finding speaks of, and what stands there."""
    return ((other.path, other.quote) for other in finding.related if other.path != file.path)
