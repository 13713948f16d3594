"""The one body in charge that no table knows (不见于机构表的单位) while all others of its level are known: 市满意度调查处."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.shared.roster import Bodies, generic
from hegao.checks.task.body_register import Mention
from hegao.sources.lazy_pattern import Pattern
from hegao.words.departments import known_name, leading_level, merged_bodies, plain
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings

#: What the names of departments end with; offices of other bodies and firms are called as they like.
_ENDS = ("局", "委", "厅", "处")
#: A body within another one, or one of several levels.
_WITHIN = Pattern(lambda: rf"(?:{one_of(body_endings('sign'))})(?=..)|分局$|驻|直属|派出|事务处|办事处$|管理处$|筹建处$|[^\u3400-\u9fff]")
#: So many others show that the list is of departments.
_FEWEST = 3


def strange_bodies(context: Context) -> Iterator[Mention]:
    """The unknown name, told once; where a document has several, the place has departments of its own."""
    bodies = context.tables.made(Bodies)
    known: set[str] = set()
    strange: dict[str, Mention] = {}
    for task in context.document.tasks:
        for unit in task.units:
            name = plain(unit.resolved or unit.name)
            level = leading_level(name)
            if not level or generic(name):
                continue
            if bodies.lookup(name) is not None:
                known.add(name)
            elif name.endswith(_ENDS) and not _WITHIN.search(name[len(level) :]) and name[len(level) :] not in merged_bodies():
                strange.setdefault(name, Mention(name, unit.text))
    if len(strange) != 1 or len(known) < _FEWEST:
        return
    ((name, mention),) = strange.items()
    inner = any(known_name(name[cut:]) is not None for cut in range(1, len(name) - 2))
    if not inner and context.once(running).text.count(name) == 1:
        yield mention
