"""Duties broken: who, with whom, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.breaks import DAY, Break, Lines, Way, changed, replaced, signing

_CLAUSE = re.compile(r"[〔（(][^〔〕（）()]*(?:牵头|责任)单位[:：][^〔〕（）()]*[〕）)]")
_LIST = re.compile(r"(?:配合|责任|参加)(?:单位|部门)[:：]([^；;。〕）)]+、[^；;。〕）)]+)")
_LEAD = re.compile(r"牵头(?:单位|部门)[:：]([^、，；;。〕）)]+)[；;]\s*配合(?:单位|部门)[:：](?=[\u3400-\u9fff])")
_DEADLINE = re.compile(r"[；;，,]\s*(?:完成时限|时限|完成时间)[:：][^；;，,。〕）)]+")
_CLAUSE_DEADLINE = re.compile(r"((?:完成时限|时限|完成时间)[:：])20\d\d年\d{1,2}月(?:底前|底|\d{1,2}日前?)")


def _unit_twice(match: re.Match[str]) -> str | None:
    first = match[1].split("、")[0].strip()
    return f"{match[0]}、{first}" if 3 <= len(first) <= 12 and "等" not in match[1] else None


def _part_of_clause(part: re.Pattern[str]) -> Way:
    """A part dropped from one clause of duties of three or more that all have it."""

    def way(lines: Lines) -> Iterator[Break]:
        clauses = [(index, clause) for index, line in enumerate(lines) for clause in _CLAUSE.finditer(line)]
        if len(clauses) >= 3 and all(part.search(clause[0]) for _index, clause in clauses):
            for index, clause in clauses:
                less = part.sub("", clause[0], count=1)
                yield changed(lines, index, lines[index][: clause.start()] + less + lines[index][clause.end() :])

    return way


def _past_deadline(lines: Lines) -> Iterator[Break]:
    """The year of a deadline in the text made one that is over when the document is signed."""
    day = signing(lines)
    signed = DAY.search(lines[day]) if day is not None else None
    if signed is None:
        return
    year = int(signed[1])
    for index, line in enumerate(lines):
        for match in re.finditer(rf"(?<!已于)(?<!已在){year}年(?=\d{{1,2}}月(?:\d{{1,2}}日)?(?:底)?前)", line):
            yield changed(lines, index, f"{line[: match.start()]}{year - 2}年{line[match.end() :]}")


#: The ways to break them, by what is done.
DUTY_WAYS: dict[str, Way] = {
    "a deadline dropped where all clauses have one": _part_of_clause(_DEADLINE),
    "a body twice in a list": replaced(_LIST, _unit_twice),
    "the lead body among those that help": replaced(_LEAD, lambda match: f"{match[0]}{match[1]}、"),
    "a deadline two years back": _past_deadline,
    "a deadline made a vague one": replaced(_CLAUSE_DEADLINE, lambda match: f"{match[1]}尽快"),
}
