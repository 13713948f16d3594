"""What an editor offers to complete: agency codes, names of bodies, and in a comment to the linter the names of rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.editor.body_names import LONGEST, BodyNames, department_names
from hegao.engine.rules.rule import RuleSet
from hegao.sources.comments import open_comment
from hegao.sources.lazy_pattern import Pattern

#: So many are offered at once.
MOST = 200
_HAN = Pattern(r"[\u3400-\u9fff（）]*$")
_WORD = Pattern(r"[A-Za-z0-9-]*$")


class Offer(NamedTuple):
    """A word that is offered: it replaces the line from the offset ``start`` on to where the cursor stands; ``detail`` says what it is."""

    word: str
    detail: str
    start: int


def offers(line: str, offset: int, tables: Tables, rules: RuleSet) -> list[Offer]:
    """What may stand at an offset of a line; what begins as the words before it do, longest match first."""
    before = line[:offset]
    if open_comment(before):
        begun = _WORD.search(before)
        return list(_rules(begun[0] if begun else "", offset, rules))[:MOST]
    run = _HAN.search(before)
    written = run[0][-LONGEST:] if run else ""
    found: dict[str, Offer] = {}
    words = list(_words(tables))
    for length in range(len(written), 0, -1):
        for word, detail in words:
            if word.startswith(written[-length:]) and word != written[-length:]:
                found.setdefault(word, Offer(word, detail, offset - length))
    if not written:
        found = {word: Offer(word, detail, offset) for word, detail in _own_words(tables)}
    return list(found.values())[:MOST]


def _own_words(tables: Tables) -> Iterator[tuple[str, str]]:
    """The office's agency codes and bodies, each with what it is."""
    for row in tables.own("agency-codes"):
        yield row["code"], f"机关代字：{row['issuer']}"
    for body in tables.made(BodyNames).roster:
        yield body.full, "机构名册"
        for short in body.short:
            yield short, f"{body.full}的简称"


def _words(tables: Tables) -> Iterator[tuple[str, str]]:
    """The office's words, then the built-in ones."""
    yield from _own_words(tables)
    for row in tables.rows("agency-codes"):
        yield row["code"], f"机关代字：{row['issuer']}"
    for name in department_names():
        yield name, "部门名称"


def _rules(written: str, offset: int, rules: RuleSet) -> Iterator[Offer]:
    for rule in rules:
        if not rule.internal and (rule.name.startswith(written.lower()) or rule.code.startswith(written.upper())):
            yield Offer(rule.name, f"{rule.code} {rule.wording().summary}", offset - len(written))
