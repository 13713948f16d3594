"""Who sat in a meeting, told one by one: somebody of whom the name, the body or the duty was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from hegao.document.model import Document, Node, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, surnames

#: So many others tell both before one that tells half is amiss.
_OTHERS = 3
#: Whole bodies are told without names: 市财政局、市水利局负责人.
_COLLECTIVE = Pattern("负责|同志|代表|人员|领导|全体|有关|各|等|分别|以及|委员|部门|单位|镇|街道")
_LABEL = Pattern(r"^[\u3400-\u9fff]{2,8}[：:]")
_SURNAME = Pattern(lambda: f"[{''.join(sorted(surnames()))}]")
_PERSON = Pattern(lambda: rf"(?:{_SURNAME.text})[\u3400-\u9fff·]{{1,3}}")
_BODY = Pattern(lambda: rf"[\u3400-\u9fff]*{ending_in(body_endings('address'))}")
_BODY_PERSON = Pattern(lambda: rf"[\u3400-\u9fff]*?{one_of(body_endings('address'))}(?:[\u3400-\u9fff]{{0,6}}[长任记员])?(?:{_SURNAME.text})[\u3400-\u9fff]{{1,2}}")
_PERSON_BODY = Pattern(lambda: rf"{_PERSON.text}[（(][^（）()]+[）)]")


class Half(NamedTuple):
    """Somebody told by half: what is missing, and the place."""

    element: str
    at: Text


def told_by_half(document: Document) -> Iterator[Half]:
    """Those of whom one thing is missing that is told of all others in their list."""
    for part in document.parts:
        for node in part.nodes:
            if isinstance(node, Paragraph) and _LABEL.match(node.text.value):
                yield from _in_a_row(node.text)
        for listed, nodes in groupby(part.nodes, key=_is_short):
            if listed:
                texts = [node.text for node in nodes]
                yield from _side_by_side(texts)
                yield from _one_below_the_other(texts)


def _is_short(node: Node) -> bool:
    return isinstance(node, Paragraph) and not node.text.value.endswith(("。", "；", "，"))


def _in_a_row(text: Text) -> Iterator[Half]:
    """市财政局李明，市水利局，市公安局王强; 李明（市财政局）、王强、周敏（市公安局）."""
    label = _LABEL.match(text.value)
    if label is None or _COLLECTIVE.search(text.value, label.end()):
        return
    items = list(_items(text, label.end()))
    bodies = [item for item in items if _BODY.fullmatch(item.value)]
    named = sum(1 for item in items if item not in bodies and _BODY_PERSON.fullmatch(item.value))
    if named >= _OTHERS and len(bodies) == 1 and named == len(items) - 1:
        yield Half("姓名", bodies[0])
    placed = sum(1 for item in items if _PERSON_BODY.fullmatch(item.value))
    persons = [item for item in items[1:] if _PERSON.fullmatch(item.value)]
    if placed > _OTHERS and len(persons) == 1 and placed == len(items) - 1:
        yield Half("单位和职务", persons[0])


def _items(text: Text, start: int) -> Iterator[Text]:
    """What is listed, parted by marks outside of brackets."""
    depth, begin = 0, start
    value = text.value.rstrip("。")
    for place, mark in enumerate(value):
        depth += (mark in "（(") - (mark in "）)")
        if place >= start and mark in "、，；" and depth == 0:
            yield text.slice(begin, place)
            begin = place + 1
    yield text.slice(begin, len(value))


def _side_by_side(texts: Sequence[Text]) -> Iterator[Half]:
    """Bodies and names in turn, parted by blanks: 市财政局　李明　　市水利局　　市公安局　王强."""
    for text in texts:
        words = _words(text)
        bodies = [_is_body(word) for word in words]
        people = [not body and _PERSON.fullmatch(word.value) is not None for word, body in zip(words, bodies, strict=True)]
        if not all(body or person for body, person in zip(bodies, people, strict=True)):
            continue
        alone = [place for place, body in enumerate(bodies) if body and not any(people[place + 1 : place + 2])]
        beside = [other for other in texts if other is not text and _in_turn(_words(other))]
        if len(alone) == 1 and (sum(bodies) > 1 or beside) and sum(bodies) - 1 + sum(len(_words(other)) // 2 for other in beside) >= _OTHERS - 1:
            yield Half("姓名", words[alone[0]])


def _in_turn(words: Sequence[Text]) -> bool:
    """Whether each body has a name behind it."""
    return len(words) > 1 and all(_is_body(word) == (place % 2 == 0) for place, word in enumerate(words)) and len(words) % 2 == 0


def _is_body(word: Text) -> bool:
    return len(word) > 2 and _BODY.fullmatch(word.value) is not None


def _one_below_the_other(texts: Sequence[Text]) -> Iterator[Half]:
    """A line each: 李明　市财政局副局长."""
    alone = [text for text in texts[1:] if _PERSON.fullmatch(text.value)]
    told = sum(1 for text in texts if _tells_both(_words(text)))
    labelled = sum(1 for text in texts if _LABEL.match(text.value) and not _tells_both(_words(text)))
    if len(alone) == 1 and told > _OTHERS and told + labelled == len(texts) - 1:
        yield Half("单位和职务", alone[0])


def _tells_both(words: Sequence[Text]) -> bool:
    """Whether a line has a name and behind it a body or a duty; a short name may be parted by a blank."""
    if len(words) < 2:
        return False
    name = words[0].value + (words[1].value if len(words[0]) == len(words[1]) == 1 else "")
    return _PERSON.fullmatch(name) is not None and len(words[-1]) > 2 and not _PERSON.fullmatch(words[-1].value)


def _words(text: Text) -> list[Text]:
    """What stands apart by blanks on a line, without a label in front."""
    label = _LABEL.match(text.value)
    body = text.slice(label.end()) if label is not None else text
    starts = [0, *(after.offset for before, after in pairwise(body.pieces) if before.line == after.line), len(body)]
    return [body.slice(*bounds) for bounds in pairwise(starts) if bounds[1] > bounds[0]]
