"""Rows and the measures of the text whose title they repeat, turned round or shortened (norms TSK-11)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from hegao.document.model import Task
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_NO_LETTER = Pattern(r"[^\u3400-\u9fffA-Za-z0-9%]+")
#: Words that a row puts behind what is to be done.
_KIND_OF_WORK = Pattern(r"(?:工程|项目|工作|任务|事项|行动)$")
_PHRASE = Pattern(r"[^，,；;。]+")
#: A title as short as this says nothing of its own, and a shorter one stands in sentences by chance.
_SHORTEST, _SHORTEST_WITHIN = 4, 5
#: In another column than that of the measures a short name is that of a group of rows.
_SHORTEST_ELSEWHERE = 7


class Repeated(NamedTuple):
    """A row, the task of the text that is about the same, the words of it that are, and where the row says so."""

    row: Task
    task: Task
    said: str
    at: Text


def repeated_titles(rows: Sequence[Task], tasks: Sequence[Task]) -> Iterator[Repeated]:
    """The rows whose words are the title of one task of the text, in whatever order, or stand in one phrase of one task only."""
    titles: dict[str, list[Task]] = {}
    phrases: list[tuple[Task, str, str]] = []
    for task in tasks:
        if task.heading is not None and task.heading.title:
            titles.setdefault(_key(task.heading.title), []).append(task)
        phrases += [(task, part[0], _NO_LETTER.sub("", part[0])) for part in _PHRASE.finditer(task.measure.value)]
    joined = "\n".join(letters for _task, _said, letters in phrases)
    starts = [0, *accumulate(len(letters) + 1 for _task, _said, letters in phrases)]
    for row in rows:
        for cell, measure in _cells(row):
            words = _KIND_OF_WORK.sub("", _NO_LETTER.sub("", cell.value))
            named = titles.get(_key(cell.value), []) if len(words) >= (_SHORTEST if measure else _SHORTEST_ELSEWHERE) else []
            if len(named) == 1:
                yield Repeated(row, named[0], "", cell)
                break
            within = [phrases[bisect_right(starts, at) - 1] for at in _places(words, joined)] if measure and len(words) >= _SHORTEST_WITHIN and not named else []
            if len({task for task, _said, _letters in within}) == 1:
                yield Repeated(row, within[0][0], within[0][1], cell)
                break


def _cells(row: Task) -> list[tuple[Text, bool]]:
    """The cells that may say what is to be done, each with whether its column is the one for that."""
    if row.row is None:
        return []
    pairs = zip(row.row.table.columns, row.row.cells, strict=False)
    return [(cell, column.role == "measure") for column, cell in pairs if column.role in ("measure", "other") and cell.value]


def _places(words: str, joined: str) -> Iterator[int]:
    at = joined.find(words)
    while at >= 0:
        yield at
        at = joined.find(words, at + 1)


def _key(title: str) -> str:
    """The letters of a title, in no order."""
    return "".join(sorted(_KIND_OF_WORK.sub("", _NO_LETTER.sub("", title))))
