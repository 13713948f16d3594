"""What a page sums up: findings by severity, area, rule, document and unit, tasks by lead and by the day that they are due."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hegao.engine.findings.finding import SEVERITIES
from hegao.reports.page.finding_cards import area_of
from hegao.reports.page.section_views import SectionView
from hegao.reports.task_entries import Entry
from hegao.reports.terminal_width import show

#: So many documents, rules and units are named in the summary.
MOST = 12
_DAY = len("2026-06-30")
OPEN = "长期"


class Line(NamedTuple):
    """A line of a summary: what is counted, and how much of each severity; ``at`` is the section that it leads to, if to one."""

    key: str
    counts: Mapping[str, int]
    at: int = 0
    documents: int = 0

    @property
    def total(self) -> int:
        """All that is counted."""
        return sum(self.counts.values())


class Month(NamedTuple):
    """A month in which tasks are due (``2026-06``): how many on each of its days, and in the month without a day."""

    key: str
    days: Sequence[tuple[int, int]]
    whole: int

    @property
    def total(self) -> int:
        """How many are due in it."""
        return self.whole + sum(count for _day, count in self.days)


@dataclass(slots=True)
class Tally:
    """Sums of a run; what it takes does not grow with the findings, only with the names that occur."""

    severities: Counter[str] = field(default_factory=Counter)
    areas: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    units: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    documents_of: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    clean: int = 0
    tasks: int = 0
    no_lead: int = 0
    no_deadline: int = 0
    leads: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    due: Counter[str] = field(default_factory=Counter)
    _worst: list[tuple[int, int, int, int, Line]] = field(default_factory=list)

    def section(self, view: SectionView) -> None:
        """Count a document and what was found in it."""
        self.documents += view.document is not None
        self.clean += not view.cards
        self.documents_of[view.unit] += view.document is not None
        for rule, severity, count in view.found:
            self.severities[severity] += count
            self.areas[area_of(rule)][severity] += count
            self.rules[rule][severity] += count
            self.units[view.unit][severity] += count
        if view.cards:
            line = Line(view.title or view.number or view.path, view.counts, view.at)
            errors, warnings, infos = (view.counts[severity] for severity in SEVERITIES)
            heapq.heappush(self._worst, (errors, warnings, infos, -view.at, line))
            if len(self._worst) > MOST:
                heapq.heappop(self._worst)

    def entries(self, entries: Iterable[Entry]) -> None:
        """Count tasks."""
        for entry in entries:
            self.tasks += 1
            self.leads.update(map(show, entry.in_charge))
            self.bodies.update({show(unit.resolved) for unit in entry.task.units})
            self.no_lead += not entry.in_charge
            self.no_deadline += not entry.deadline
            self.due[entry.due] += 1

    def worst(self) -> list[Line]:
        """The documents with most errors, warnings, infos, the worst first."""
        return [entry[-1] for entry in sorted(self._worst, reverse=True)]

    def by_area(self) -> list[Line]:
        """The areas of rules, in order of their letters' first rule."""
        return _lines(self.areas)

    def by_rule(self) -> list[Line]:
        """The rules that found something, most first."""
        return _lines(self.rules)

    def by_unit(self) -> list[Line]:
        """The issuing bodies of documents in which something was found, most first; with how many documents there are of each."""
        return [line._replace(documents=self.documents_of[line.key]) for line in _lines(self.units)]

    def by_lead(self) -> list[tuple[str, int]]:
        """The bodies that answer for tasks, those with most first."""
        return sorted(self.leads.items(), key=_most_first)

    def units_of_tasks(self) -> list[tuple[str, int]]:
        """All bodies that have a part in tasks, those with most first."""
        return sorted(self.bodies.items(), key=_most_first)

    def months(self) -> list[Month]:
        """The months in which tasks are due, in order."""
        return list(_months(self.due))

    @property
    def open_ended(self) -> int:
        """How many tasks go on without end."""
        return self.due[OPEN]

    @property
    def dated(self) -> int:
        """How many tasks are due on a day or in a month."""
        return sum(month.total for month in self.months())


def _lines(counted: Mapping[str, Counter[str]]) -> list[Line]:
    lines = [Line(key, {severity: counts[severity] for severity in SEVERITIES}) for key, counts in counted.items()]
    return sorted(lines, key=lambda line: (*(-line.counts[severity] for severity in SEVERITIES), line.key))


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _months(due: Mapping[str, int]) -> Iterator[Month]:
    by_month: dict[str, list[tuple[int, int]]] = {}
    for key, count in sorted(due.items()):
        if key[:1].isdigit():
            day = int(key[8:]) if len(key) == _DAY else 0
            by_month.setdefault(key[:7], []).append((day, count))
    for month, days in by_month.items():
        yield Month(month, [(day, count) for day, count in days if day], sum(count for day, count in days if not day))
