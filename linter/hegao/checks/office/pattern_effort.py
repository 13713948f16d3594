"""How much work a pattern can make.

Python's matcher tries one way after the other, and of ways through ``(a+)+b`` there are more than it can ever try.  So a pattern
of an office is reckoned up before it is used: from the tree that Python's own parser makes of it follows how many steps a search
takes at most in a text of so many characters, whatever they are.  One that may take too many is refused, whether it would hang
on a given text or not.

A part of a pattern, tried at one place, reaches some ends, one after the other, as long as what follows fails.  What follows is
tried at each: so steps multiply.  They do not where what follows begins with a character that stands behind few of the ends:
behind all ends of ``[0-9]+`` but the last stands a digit, so that in ``[0-9]+年`` only the last leads on.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from hegao.checks.office.character_sets import Characters, all_but, apart, heaviest, named, union

#: Numbers beyond this are all the same: far too many.
_ENDLESS = 10**15
_LINE_END = (10, 10)


class PatternError(ValueError):
    """A pattern that cannot be used: a Chinese sentence says why."""


class _Effort(NamedTuple):
    """What a part of a pattern can do from one place.

    ``ways``: ends that it reaches, counted as often as they are reached; ``steps`` to try all of them, ``fail`` where the next
    character is none of ``first``, with which it begins; ``nulls``: ways to take nothing.  Behind all ends but ``tight`` stands a
    character of ``spread``.  ``least``: characters that it takes at least; ``still``: it takes none ever, as ``^`` does.
    """

    ways: int
    steps: int
    fail: int
    nulls: int
    first: Characters
    spread: Characters
    tight: int
    least: int
    still: bool


_NOTHING = _Effort(1, 0, 0, 1, (), (), 1, 0, True)


def steps_of(pattern: str, longest: int) -> int:
    """The steps that a search for all matches in a text of ``longest`` characters takes at most.

    Raises ``PatternError`` for a pattern that is malformed, can match nothing at all, or has parts that no bound is known for.
    """
    tree = _parsed(pattern)
    try:
        whole = _sequence(tree, longest)
    except LookupError as error:
        raise PatternError(f"不能用 {error.args[0]} 这种写法") from error
    if whole.nulls:
        raise PatternError("什么字都没有也能对上，至少要有一个必有的字")
    if str(tree[0][0]) == "AT" and str(tree[0][1]) in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
        return longest + whole.steps
    return (longest + 1) * whole.steps


def _parsed(pattern: str) -> Sequence[tuple[Any, Any]]:
    """The tree of a pattern.  The parser is not public; where a Python has none of this form, no pattern can be used."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree: Any = import_module("re._parser").parse(pattern)
            re.compile(pattern)
    except ImportError as error:
        raise PatternError("这个版本的 Python 不能核对表达式，请改写成词") from error
    except re.error as error:
        place = f"从第 {error.pos + 1} 个字起" if error.pos is not None else ""
        raise PatternError(f"{place}写法有误（{error.msg}）") from error
    except (OverflowError, RecursionError, Warning) as error:
        raise PatternError(f"写法有误（{error}）") from error
    if tree.state.flags & ~re.UNICODE:
        raise PatternError("不能用 (?i) 这样的开关")
    return list(tree)


def _sequence(items: Iterable[tuple[Any, Any]], longest: int) -> _Effort:
    whole = _NOTHING
    for op, value in items:
        whole = _then(whole, _part(str(op), value, longest))
    return whole


def _part(op: str, value: Any, longest: int) -> _Effort:
    """One part of the tree; raises ``LookupError`` with how it is written where it is of an unknown kind."""
    if op in ("MAX_REPEAT", "MIN_REPEAT"):
        low, high, body = value
        return _repeated(_sequence(body, longest), low, high, longest)
    if op == "POSSESSIVE_REPEAT":
        low, high, body = value
        return _first_only(_repeated(_sequence(body, longest), low, high, longest))
    if op == "ATOMIC_GROUP":
        return _first_only(_sequence(value, longest))
    if op == "SUBPATTERN":
        _group, switched_on, switched_off, body = value
        if switched_on or switched_off:
            raise PatternError("不能用 (?i) 这样的开关")
        return _sequence(body, longest)
    if op == "BRANCH":
        return _one_of([_sequence(branch, longest) for branch in value[1]])
    if op == "AT":
        return _look(1)
    if op in ("ASSERT", "ASSERT_NOT"):
        return _look(1 + _sequence(value[1], longest).steps)
    return _Effort(1, 1, 1, 0, _characters(op, value), (), 1, 1, False)


def _characters(op: str, value: Any) -> Characters:
    """What a part that takes one character takes."""
    if op == "LITERAL":
        return ((value, value),)
    if op == "NOT_LITERAL":
        return all_but(((value, value),))
    if op == "ANY":
        return all_but((_LINE_END,))
    if op == "IN":
        return named(value)
    raise LookupError({"GROUPREF": r"\1、(?P=名)", "GROUPREF_EXISTS": "(?(1)…)", "FAILURE": "(?!)"}.get(op, op))


def _look(steps: int) -> _Effort:
    """What looks about and takes nothing."""
    return _NOTHING._replace(steps=steps, fail=steps)


def _first_only(one: _Effort) -> _Effort:
    """What never goes back once it was through."""
    return one._replace(ways=1, tight=1, spread=(), nulls=min(one.nulls, 1))


def _then(one: _Effort, other: _Effort) -> _Effort:
    """One behind the other."""
    if other.still:
        return one._replace(
            ways=_few(one.ways * other.ways),
            steps=_few(one.steps + one.ways * other.steps),
            fail=_few(one.fail + one.nulls * other.fail),
            nulls=_few(one.nulls * other.nulls),
            tight=_few(one.tight * other.ways),
        )
    onward = one.tight if apart(one.spread, other.first) else one.ways
    rest = one.ways - onward
    return _Effort(
        _few(onward * other.ways + rest * other.nulls),
        _few(one.steps + onward * other.steps + rest * other.fail),
        _few(one.fail + one.nulls * other.fail),
        _few(one.nulls * other.nulls),
        union(one.first, other.first) if one.nulls else one.first,
        union(one.spread, other.spread) if rest and other.nulls else other.spread,
        _few(onward * other.tight),
        one.least + other.least,
        False,
    )


def _one_of(several: Sequence[_Effort]) -> _Effort:
    """One or another: those that can begin with the same character are all tried."""
    nulls = sum(one.nulls for one in several)
    fail = sum(one.fail for one in several)
    return _Effort(
        _few(heaviest((one.first, one.ways) for one in several) + nulls),
        _few(heaviest((one.first, one.steps) for one in several) + fail),
        _few(fail),
        _few(nulls),
        union(*(one.first for one in several)),
        union(*(one.spread for one in several)),
        _few(max(1, heaviest((one.first, one.tight) for one in several) + nulls)),
        min(one.least for one in several),
        all(one.still for one in several),
    )


def _repeated(one: _Effort, low: int, high: int, longest: int) -> _Effort:
    """One several times over, greedily or not: the ends are the same."""
    if int(high) == 0:
        return _NOTHING
    if int(high) == 1:
        return _optional(one) if int(low) == 0 else one
    if one.nulls:
        raise PatternError("用 *、+ 或 {} 重复的部分不能是空的")
    rounds = min(int(high), longest // one.least)
    onward = one.tight if apart(one.spread, one.first) else one.ways
    if onward == 1:
        ways = rounds * one.ways + 1
        steps = (rounds + 1) * one.steps + rounds * (one.ways - 1) * one.fail
        tight = 1
    else:
        ways, steps = _growing(one, onward, rounds)
        tight = ways
    nulls = 1 if int(low) == 0 else 0
    spread = union(one.spread, one.first)
    return _Effort(_few(ways), _few(steps + 1), one.fail + 1, nulls, one.first, spread, _few(tight), int(low) * one.least, False)


def _growing(one: _Effort, onward: int, rounds: int) -> tuple[int, int]:
    """Ways and steps where each round leads on from several ends of the round before."""
    starts, ways, steps = 1, 1, 0
    for _round in range(rounds + 1):
        ways += starts * one.ways
        steps += starts * one.steps + starts * (one.ways - onward) * one.fail
        starts *= onward
        if steps > _ENDLESS:
            break
    return ways, steps


def _optional(one: _Effort) -> _Effort:
    """One or nothing."""
    return one._replace(
        ways=_few(one.ways + 1),
        steps=one.steps + 1,
        fail=one.fail + 1,
        nulls=one.nulls + 1,
        spread=union(one.spread, one.first),
        tight=max(1, one.tight) + one.nulls,
        least=0,
    )


def _few(number: int) -> int:
    return min(number, _ENDLESS)
