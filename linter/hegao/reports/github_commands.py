"""The findings as workflow commands of GitHub Actions, which become annotations at the lines of the files.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the others without a word; so no more are written, and where
there are more, the last notice says how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hegao.engine.findings.finding import SEVERITIES, FileResult, Finding, RunResult
from hegao.reports.place_words import place_of, place_words
from hegao.reports.report_words import SEVERITY
from hegao.reports.terminal_width import show

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_LINE_END = "\n"
#: What GitHub shows of each kind in a step.
SHOWN = 10


def github_pieces(result: RunResult, lang: str = "zh") -> Iterator[str]:
    """The commands, a line each, in order of files and places."""
    counts = {severity: result.count(severity) for severity in SEVERITIES}
    left = dict.fromkeys(SEVERITIES, SHOWN)
    if any(count > SHOWN for count in counts.values()):
        left["info"] -= 1
    over: Counter[str] = Counter()
    for file in result.files:
        for finding in file.findings:
            if left[finding.severity]:
                left[finding.severity] -= 1
                yield _command(file, finding, lang)
            else:
                over[finding.severity] += 1
    if over:
        yield f"::notice title=hegao::{_data(_dropped(over, lang))}\n"


def _command(file: FileResult, finding: Finding, lang: str) -> str:
    span = finding.span
    place = place_of(file, finding)
    where = {"file": file.path}
    if place is None:
        where["line"] = str(span.line)
        if span.end_line == span.line:
            where |= {"endLine": str(span.end_line), "col": str(span.column), "endColumn": str(span.end_column)}
        else:
            # Columns are taken only with a single line.
            where["endLine"] = str(span.end_line)
    where["title"] = f"{finding.rule} {finding.name}"
    said = place_words(place, lang)
    lines = [(said + (": " if lang == "en" else "：") if said else "") + show(finding.message), *([show(finding.help)] if finding.help else [])]
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(_LINE_END.join(lines))}\n"


def _dropped(over: Counter[str], lang: str) -> str:
    """How many findings of each severity are not shown."""
    counts = [f"{SEVERITY[lang][severity]} {over[severity]}" for severity in SEVERITIES if over[severity]]
    if lang == "en":
        return f"GitHub shows {SHOWN} of each kind; not shown: {', '.join(counts)}"
    return f"GitHub 每级只显示 {SHOWN} 处，另有{'、'.join(f'{count} 处' for count in counts)}没有列出"


def _data(text: str) -> str:
    """The text as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The text as the value of a property."""
    return _data(show(text)).replace(":", "%3A").replace(",", "%2C")
