"""What every match of a pattern must have, read off the parse tree that Python's compiler makes of it.

There are two sorts of clue.  *Needles*: short strings of which every match holds one; a string is found twenty times as fast as a
class of characters.  A *guard*: a pattern that stands behind the class of all characters that a match may begin with, since the
matcher goes by a class only where a pattern begins with it, not behind an assertion or before a repetition.

A clue is sought over many lines at once, though a pattern is meant for each line by itself.  It may promise too much, never too
little: where a line's end could hide a match, there is no clue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from hegao.sources.kept_patterns import Clues

#: What it takes to look for a string: one that is rare in texts; a single Chinese character, a mark that is not rare, a year.
_RARE, _FREQUENT = 2, 12
_FREQUENT_MARKS = frozenset(".-—（）()《》“”ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
#: What stands in most lines tells nothing.
_IN_MOST_LINES = frozenset("，。、；：的\n 0123456789")
#: From here on a class of characters is sought as fast.
_TOO_MUCH = 34
#: So many strings are kept apart.
_MOST = 16
#: A range as wide as this has the characters of ordinary words.
_WIDE = 256
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_ZERO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_KNOWN = {"LITERAL", "NOT_LITERAL", "ANY", "IN", "BRANCH", "GROUPREF", *_REPEATS, *_ZERO_WIDTH}
_LINE_WISE = ("AT_BEGINNING", "AT_END", "AT_BOUNDARY")

#: A piece of the parse tree: the name of what it does, and its arguments.
_Item = tuple[Any, Any]


def clues_of(pattern: str, flags: int) -> Clues:
    """The clues of a pattern; raises ``re.error`` where it is malformed.

    The parser is not public: a Python that has it otherwise gives no clues, and what is sought takes longer.
    """
    try:
        return _read_off(import_module("re._parser").parse(pattern, flags), pattern, flags)
    except (AttributeError, ImportError, IndexError, TypeError, ValueError):
        return Clues()


def _read_off(parsed: Any, pattern: str, flags: int) -> Clues:
    items = _plain(parsed)
    # Flags within the pattern hold for what is put round it, too.
    if parsed.state.flags & re.IGNORECASE or parsed.state.flags & ~re.UNICODE != flags & ~re.UNICODE or not _all_known(items):
        return Clues()
    if not _same_over_lines(items):
        return Clues(_cheapest(items))
    first = None if _refers(items) else _first(items)
    needles = () if first is not None and _is_one(first) else _cheapest(items)
    return Clues(needles, "" if needles else _guard(pattern, flags, None if _led(items) else first))


def _guard(pattern: str, flags: int, first: frozenset[str] | None) -> str:
    """The pattern behind the class of what it may begin with; as it is where that is not known."""
    if first is None:
        return pattern
    # In a verbose pattern the end of the line ends a comment.
    end = "\n" if flags & re.VERBOSE else ""
    return f"[{''.join(sorted(first))}](?<=(?={pattern}{end})[\\s\\S])"


def _plain(items: Iterable[_Item]) -> list[_Item]:
    """A sequence with what stands in groups put in their place."""
    plain: list[_Item] = []
    for item in items:
        plain += _plain(item[1][3]) if str(item[0]) == "SUBPATTERN" and not any(item[1][1:3]) else [item]
    return plain


def _inner(item: _Item) -> list[list[_Item]]:
    """The sequences within an item."""
    op, value = str(item[0]), item[1]
    if op == "BRANCH":
        return [_plain(branch) for branch in value[1]]
    if op in _REPEATS:
        return [_plain(value[2])]
    if op in ("ASSERT", "ASSERT_NOT"):
        return [_plain(value[1])]
    return []


def _all_known(items: Iterable[_Item]) -> bool:
    """Whether nothing stands in the pattern that this module does not know."""
    return all(str(item[0]) in _KNOWN and all(map(_all_known, _inner(item))) for item in items)


# --- needles ---

def _cheapest(items: Sequence[_Item]) -> tuple[str, ...]:
    """The needles that are found soonest; none where a class is found as soon."""
    needles = min(_needles(items), key=_cost, default=None)
    return tuple(sorted(needles)) if needles is not None and _cost(needles)[0] < _TOO_MUCH else ()


def _needles(items: Sequence[_Item]) -> list[frozenset[str]]:
    """Sets of strings; a match of the sequence holds one of each set."""
    found: list[frozenset[str]] = []
    run = frozenset({""})
    for item in items:
        if str(item[0]) not in _ZERO_WIDTH:
            said = _strings(item)
            if said is not None and len(run) * len(said) <= _MOST:
                run = frozenset(before + behind for before in run for behind in said)
            else:
                found.append(run)
                run = said if said is not None else frozenset({""})
            if said is not None:
                found.append(said)
        found += _within(item)
    return [strings for strings in dict.fromkeys([*found, run]) if all(map(_tells, strings))]


def _within(item: _Item) -> list[frozenset[str]]:
    """The sets inside an item that a match cannot do without."""
    op = str(item[0])
    if op == "ASSERT_NOT" or op in _REPEATS and item[1][0] == 0:
        return []
    inner = [_needles(one) for one in _inner(item)]
    if not inner or not all(inner):
        return []
    together = frozenset[str]().union(*(min(sets, key=_cost) for sets in inner))
    return [together, *(strings for strings in inner[0] if all(strings in others for others in inner[1:]))]


def _strings(item: _Item) -> frozenset[str] | None:
    """All that an item can stand for, where these are few."""
    op, value = str(item[0]), item[1]
    if op == "LITERAL":
        return frozenset({chr(value)})
    if op == "IN":
        few = len(value) <= _MOST and all(str(kind) == "LITERAL" for kind, _ in value)
        return frozenset(chr(code) for _, code in value) if few else None
    if op == "BRANCH":
        together: frozenset[str] = frozenset()
        for inner in _inner(item):
            run = frozenset({""})
            for one in inner:
                said = None if str(one[0]) in _ZERO_WIDTH else _strings(one)
                if said is None or len(run) * len(said) > _MOST:
                    return None
                run = frozenset(before + behind for before in run for behind in said)
            together |= run
        return together if len(together) <= _MOST else None
    return None


def _tells(needle: str) -> bool:
    return bool(needle) and needle not in _IN_MOST_LINES


def _cost(needles: frozenset[str]) -> tuple[int, int, list[str]]:
    """What it takes to look for all of them; of sets that take the same, the longer strings are rarer."""
    return sum(map(_weight, needles)), -min(map(len, needles)), sorted(needles)


def _weight(needle: str) -> int:
    single = len(needle) == 1 and (needle in _FREQUENT_MARKS or "\u3400" <= needle <= "\u9fff")
    return _FREQUENT if single or needle.isdecimal() else _RARE


# --- guards ---

def _led(items: Sequence[_Item]) -> bool:
    """Whether the matcher finds its way by the beginning of the pattern itself."""
    if not items:
        return False
    op, value = str(items[0][0]), items[0][1]
    if op == "BRANCH":
        return all(len(branch) and str(branch[0][0]) == "LITERAL" for branch in value[1])
    return op == "LITERAL" or op == "IN" and str(value[0][0]) != "NEGATE"


def _first(items: Sequence[_Item]) -> frozenset[str] | None:
    """What a match may begin with, as it is written in a class of characters; None where that is not known or nothing at all."""
    first, may_be_empty = _first_of(items)
    return None if may_be_empty else first


def _first_of(items: Sequence[_Item]) -> tuple[frozenset[str] | None, bool]:
    """What a sequence may begin with, None where that is not known; and whether it may be empty."""
    first: frozenset[str] = frozenset()
    for item in items:
        op, value = str(item[0]), item[1]
        if op in _ZERO_WIDTH:
            continue
        if op == "LITERAL":
            return first | {re.escape(chr(value))}, False
        if op == "IN":
            members = [_member(str(kind), argument) for kind, argument in value]
            return None if None in members else first | {member for member in members if member is not None}, False
        inner = [_first_of(one) for one in _inner(item)]
        if not inner or any(one is None for one, _empty in inner):
            return None, False
        first = first.union(*(one for one, _empty in inner if one is not None))
        if not any(empty for _one, empty in inner) and (op not in _REPEATS or value[0] > 0):
            return first, False
    return first, True


def _is_one(first: frozenset[str]) -> bool:
    """Whether these members of a class are one character."""
    member = min(first)
    return len(first) == 1 and (len(member) == 1 or member[0] == "\\" and member not in _CATEGORIES.values())


def _refers(items: Iterable[_Item]) -> bool:
    """Whether the pattern refers to a group of its own, which cannot be asked while looking back."""
    return any(str(item[0]) == "GROUPREF" or any(map(_refers, _inner(item))) for item in items)


def _member(kind: str, argument: Any) -> str | None:
    if kind == "LITERAL":
        return re.escape(chr(argument))
    if kind == "RANGE":
        low, high = argument
        return f"{re.escape(chr(low))}-{re.escape(chr(high))}" if high - low < _WIDE else None
    return _CATEGORIES.get(str(argument)) if kind == "CATEGORY" else None


def _same_over_lines(items: Sequence[_Item]) -> bool:
    """Whether what is found in a line by itself is also found where other lines stand before and behind it.

    The ends of a line are then no ends of a text, but ends of lines: what must not stand before or behind may be one.
    """
    for item in items:
        op, value = str(item[0]), item[1]
        if op == "AT" and str(value) not in _LINE_WISE:
            return False
        if op == "ASSERT_NOT" and any(map(_takes_end_of_line, _inner(item))):
            return False
        if not all(map(_same_over_lines, _inner(item))):
            return False
    return True


def _takes_end_of_line(items: Sequence[_Item]) -> bool:
    """Whether the end of a line may stand for something in the sequence."""
    return any(_is_end_of_line(item) or any(map(_takes_end_of_line, _inner(item))) for item in items)


def _is_end_of_line(item: _Item) -> bool:
    op, value = str(item[0]), item[1]
    if op == "LITERAL":
        return bool(value == ord("\n"))
    if op == "IN":
        members = list(value)
        negated = str(members[0][0]) == "NEGATE"
        return any(_has_end_of_line(str(kind), argument) for kind, argument in members[negated:]) is not negated
    return op in ("NOT_LITERAL", "ANY", "AT", "GROUPREF")


def _has_end_of_line(kind: str, argument: Any) -> bool:
    if kind == "LITERAL":
        return bool(argument == ord("\n"))
    if kind == "RANGE":
        return bool(argument[0] <= ord("\n") <= argument[1])
    return str(argument) not in ("CATEGORY_DIGIT", "CATEGORY_WORD", "CATEGORY_NOT_SPACE")
