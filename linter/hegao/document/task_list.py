"""Tasks (任务): who does what until when, and the lists (任务清单) in which they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from hegao.document.nodes import Heading, Node, Row
from hegao.phrases.deadlines import Deadline
from hegao.sources.text import Text


class Unit:
    """A body that bears a role: its name as written, the whole name, its place in a text."""

    def __init__(self, name: str, resolved: str, block: Text, start: int = 0, end: int | None = None) -> None:
        """Keep the text that names it and the offsets there."""
        self.name = name
        self.resolved = resolved
        self.block = block
        self.start = start
        self.end = end

    @property
    def text(self) -> Text:
        """The name with its place; few are ever asked for it."""
        return self.block.slice(self.start, self.end)


@dataclass(eq=False, repr=False, match_args=False)
class Task(Node):
    """A place where work is assigned (任务).

    ``form`` is clause (a bracket behind a measure), row or sentence; ``text`` is the clause, the row or
    the sentence.  Roles: ``lead`` 牵头, ``coop`` 配合, ``responsible`` 责任, ``upper_…`` those of a higher level of
    government in a two-level table.  ``task_list`` is the list or table that it stands in.
    """

    text: Text
    form: str
    measure: Text
    lead: list[Unit] = field(default_factory=list)
    coop: list[Unit] = field(default_factory=list)
    responsible: list[Unit] = field(default_factory=list)
    upper_lead: list[Unit] = field(default_factory=list)
    upper_coop: list[Unit] = field(default_factory=list)
    deadline: Deadline | None = None
    deadline_text: Text | None = None
    heading: Heading | None = None
    row: Row | None = None
    task_list: TaskList = field(default_factory=lambda: TaskList())
    kind: ClassVar[str] = "task"

    @property
    def units(self) -> list[Unit]:
        """All bodies of the task, leads first."""
        return [*self.lead, *self.responsible, *self.coop]

    @property
    def due_at(self) -> Text:
        """Where the deadline stands; the whole task where it names none."""
        return self.deadline_text if self.deadline_text is not None else self.text


class TaskList:
    """Tasks of one list or one table (任务清单), in the order of the text."""

    def __init__(self) -> None:
        """Begin with none."""
        self.tasks: list[Task] = []

    def add(self, task: Task) -> None:
        """Take a task on; all are there before anything is asked."""
        self.tasks.append(task)

    def of(self, form: str) -> list[Task]:
        """Those of one form."""
        return [task for task in self.tasks if task.form == form]

    @cached_property
    def has_day(self) -> bool:
        """Whether one of them is due by a day."""
        return any(task.deadline is not None and task.deadline.kind == "date" for task in self.tasks)
