"""Judgement in parts, so that no machine holds all facts: what each check declares as its ``Partition``, carried out.

The facts are dealt out three times over.  Each goes to the part of its home.  What a fact offers and what another asks for go to the part of
the name under which they find each other, and from there what was asked for goes to the homes that asked.  Each part is then judged
by itself; all parts together tell what one judgement over everything would have told, in the same order.

Facts travel packed.  Nothing here knows how they travel.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from hegao.checks.base import BATCH_CHECKS, BatchCheck, BatchHit, Partition, Record
from hegao.engine.findings.composing import said_of
from hegao.engine.run.batch_judgement import Crashed, Fact, Told, told_among
from hegao.sources.digest import digest_of
from hegao.sources.text import Span

#: Where a fact stands in the batch: the place of its file, and its own in the file.
Place = tuple[int, int]
Placed = tuple[Place, Fact]


class Question(NamedTuple):
    """What is asked of the facts: a check by its name, and its parameters."""

    check: str
    parameters: Mapping[str, Any]


class Answer(NamedTuple):
    """What a part tells on a question: hits with places and facts (without what only judges need), or how the judge crashed."""

    told: list[tuple[Place, BatchHit, Fact]]
    crash: str = ""


class Dealt:
    """What goes to one part, by the layout of the checks that it is for: facts, facts on offer, and who asks for them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.facts: dict[str, list[Placed]] = {}
        self.offers: dict[str, list[tuple[str, Place, Fact]]] = {}
        self.asks: dict[str, list[tuple[str, int]]] = {}

    def packed(self) -> bytes:
        """In few bytes."""
        return _packed([self.facts, self.offers, self.asks])


def _packed(data: Any) -> bytes:
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _unpacked(data: bytes) -> Any:
    return json.loads(zlib.decompress(data))


def layouts(names: Iterable[str]) -> dict[str, str]:
    """By the name of each check the one that stands for all whose facts are dealt out alike."""
    import hegao.checks.judges  # noqa: F401  (registers the checks)

    first: dict[tuple[str, Partition], str] = {}
    return {name: first.setdefault((BATCH_CHECKS[name].collector, BATCH_CHECKS[name].partition), name) for name in sorted(names)}


def deal(placed: Iterable[Placed], names: Iterable[str], count: int) -> list[Dealt]:
    """Deal facts out to so many parts, for the checks of these names."""
    parts = [Dealt() for _ in range(count)]
    dealt_for = [BATCH_CHECKS[name] for name in sorted(set(layouts(names).values()))]
    seen: set[tuple[str, str, int]] = set()
    for place, fact in placed:
        for check in dealt_for:
            if fact["of"] == check.collector:
                _deal_one(check, place, fact, parts, seen)
    return parts


def _deal_one(check: BatchCheck, place: Place, fact: Fact, parts: list[Dealt], seen: set[tuple[str, str, int]]) -> None:
    record = _record(fact)
    count = len(parts)
    home = _part(check.partition.home(record), count)
    parts[home].facts.setdefault(check.name, []).append((place, fact))
    for name in check.partition.offers(record):
        parts[_part(name, count)].offers.setdefault(check.name, []).append((name, place, fact))
    for name in check.partition.asks(record):
        if (check.name, name, home) not in seen:
            seen.add((check.name, name, home))
            parts[_part(name, count)].asks.setdefault(check.name, []).append((name, home))


def _record(fact: Fact) -> Record:
    return Record(fact["path"], Span(*fact["span"]), fact["quote"], fact["document"], fact["data"])


def _part(name: str, count: int) -> int:
    """The part that a name belongs to, the same on every machine."""
    return int(digest_of(name, 8), 16) % count


def matched(dealt: Iterable[bytes], count: int) -> list[bytes]:
    """From what was dealt out to one part: for each part the facts of others that its own ask for."""
    offers: dict[str, dict[str, list[Placed]]] = {}
    asks: dict[str, set[tuple[str, int]]] = {}
    for packed in dealt:
        _facts, offered, asked = _unpacked(packed)
        for layout, several in offered.items():
            for name, place, fact in several:
                offers.setdefault(layout, {}).setdefault(name, []).append((place, fact))
        for layout, several in asked.items():
            asks.setdefault(layout, set()).update((name, home) for name, home in several)
    brought: list[dict[str, list[Placed]]] = [{} for _ in range(count)]
    for layout, wanted in sorted(asks.items()):
        for name, home in sorted(wanted):
            brought[home].setdefault(layout, []).extend(offers.get(layout, {}).get(name, ()))
    return [_packed(one) for one in brought]


def answered(questions: Sequence[Question], dealt: Iterable[bytes], brought: Iterable[bytes]) -> list[Answer]:
    """What one part tells on each question: of what was dealt out to it, beside what was brought to it."""
    own: dict[str, dict[Place, Fact]] = {}
    beside: dict[str, dict[Place, Fact]] = {}
    for packed in dealt:
        for layout, several in _unpacked(packed)[0].items():
            own.setdefault(layout, {}).update((_place(place), fact) for place, fact in several)
    for packed in brought:
        for layout, several in _unpacked(packed).items():
            beside.setdefault(layout, {}).update((_place(place), fact) for place, fact in several)
    names = layouts(question.check for question in questions)
    return [_answer(question, own.get(names[question.check], {}), beside.get(names[question.check], {})) for question in questions]


def _place(written: Sequence[int]) -> Place:
    return written[0], written[1]


def _answer(question: Question, own: Mapping[Place, Fact], beside: Mapping[Place, Fact]) -> Answer:
    places = sorted({*own, *beside}) if own else []
    facts = [own[place] if place in own else beside[place] for place in places]
    # A fact may stand twice in a batch, but each has a place of its own.
    numbered = [{**fact, "at": place} for place, fact in zip(places, facts, strict=True)]
    try:
        told = told_among(BATCH_CHECKS[question.check], question.parameters, numbered)
    except Exception as error:  # noqa: BLE001  (whatever a check does, the run goes on)
        return Answer([], said_of(error))
    return Answer([(fact["at"], _bare(hit), {key: fact[key] for key in _SHOWN}) for hit, fact in told if fact["at"] in own])


#: What a finding needs to know of a fact.
_SHOWN = ("identity", "place", "text")


def _bare(hit: BatchHit) -> BatchHit:
    """The hit with records that hold only what is shown of them."""
    known: dict[Record, Record] = {}

    def bare(record: Record) -> Record:
        return known.setdefault(record, Record(record.path, record.span, record.quote, record.document, {}))

    return BatchHit(bare(hit.record), hit.facts, tuple(map(bare, hit.related)), tuple(map(bare, hit.about)))


def together(answers: Iterable[Answer]) -> Told:
    """What all parts tell on one question, in the order of the batch; raises ``Crashed`` where a judge did."""
    told = []
    for answer in answers:
        if answer.crash:
            raise Crashed(answer.crash)
        told += answer.told
    return [(hit, fact) for _place, hit, fact in sorted(told, key=_first)]


def _first(item: tuple[Place, BatchHit, Fact]) -> Place:
    return item[0]


def told_in_parts(placed: Sequence[Placed], questions: Sequence[Question], count: int) -> list[Told]:
    """What is told on each question by so many parts, one after the other in this process."""
    parts = [part.packed() for part in deal(placed, (question.check for question in questions), count)]
    brought = [matched([part], count) for part in parts]
    answers = [answered(questions, [parts[index]], [one[index] for one in brought]) for index in range(count)]
    return [together(answer[index] for answer in answers) for index in range(len(questions))]
