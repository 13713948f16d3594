"""Departments whose names no place can have (部门名称写错): a character short of a name of the table, or with two of its words exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.shared.roster import Bodies
from hegao.checks.task.body_register import Mention
from hegao.sources.scanner import Scanner
from hegao.words.department_slips import department_slips
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, level_names


def _named(ends: Iterable[str]) -> str:
    """From a level, which a list may leave out, up to the first ending behind it; names within names are looked at, too."""
    return (
        rf"(?P<level>(?<=[、）)])|{one_of(name for name in level_names('value') if len(name) == 1)})"
        rf"(?=(?P<name>[\u3400-\u9fff]{{2,16}}?(?:{one_of(ends)})(?![长员议商同]|(?!办公){one_of(body_endings('office'))})))"
    )


def _ends() -> tuple[str, ...]:
    return (*body_endings("official"), "中心", "支队", "大队", "指挥部")


NAMED = Scanner(lambda: _named(_ends()), sign=lambda: one_of(_ends()))
#: Endings that many other words have, too: only what is a slip for a known name is told by them.
_COMMON = ("法院", "检察院", "部", "会")
_OTHERS = Scanner(lambda: _named(_COMMON), sign=lambda: one_of(_COMMON))
_KINDS = ("title", "heading", "paragraph", "row", "copies", "addressee", "signature")


def departments_amiss(context: Context) -> Iterator[tuple[Mention, str]]:
    """The names, each with the right one; what a text calls so again and again beside no right name may be a name of its own."""
    slips = department_slips()
    told: dict[str, list[Found]] = {}
    text = context.once(running_without_names)
    bodies = context.tables.made(Bodies)
    # An ending that is looked for among both is one name all the same.
    seen: set[int] = set()
    for found in (*text.find(NAMED, *_KINDS), *text.find(_OTHERS, *_KINDS)):
        at_name = found.offset + found.match.start()
        if found.match["name"] in slips and at_name not in seen:
            seen.add(at_name)
            told.setdefault(found.match["name"], []).append(found)
    for slip, places in told.items():
        right = slips[slip]
        level = places[0].match["level"]
        if (len(places) == 1 or level + right in text.text) and level + slip not in bodies.roster:
            one = places[0]
            at = one.passage.slice(one.match.start("level"), one.match.end("name"))
            yield Mention(level + slip, at), level + right
