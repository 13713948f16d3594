"""Words and patterns found, missing, to be replaced, limited in number: what an office asks of its texts without a line of Python."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from hegao.checks.base import Context, Hit, check
from hegao.checks.office.terms import Terms, replacements, terms
from hegao.checks.shared.masking import mask
from hegao.checks.shared.passages import TEXT_KINDS, edit_at, passages, running, running_words
from hegao.document.model import Document, Node, Task
from hegao.sources.text import Text

#: What can be looked into: all that bears running text, the whole document, a task, one cell.
_NODES = TEXT_KINDS | {"document", "task", "cell"}

_TERMS = {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "maxLength": 300}, "format": "terms"}
_FIND = {"description": "Words, and patterns between slashes."} | _TERMS
_SWAP = {"description": "Wrong→right, each; the wrong one is a word, or a pattern between slashes."} | _TERMS | {"format": "replacements"}
_UNLESS = {"description": "Words and patterns within which nothing is reported."} | _TERMS | {"minItems": 0, "default": []}
_NUMBER = {"type": "integer", "minimum": 1}


def _masked(default: bool) -> dict[str, Any]:
    said = "Leave out quotations, titles in 《》, numbers of documents, codes and addresses."
    return {"description": said, "type": "boolean", "default": default}


@check("text-found", nodes=_NODES, parameters={"find": _FIND, "unless": _UNLESS, "masked": _masked(True)}, facts=("written",))
def text_found(node: Node, context: Context, find: Sequence[str], unless: Sequence[str], masked: bool) -> Iterator[Hit]:
    """Words that must not stand there.  Fact: ``written``."""
    for at, _match in _found(node, context, terms(tuple(find)), unless, masked):
        yield Hit(at, {"written": at.value})


@check(
    "text-missing",
    nodes=_NODES,
    parameters={
        "find": _FIND,
        "least": {"description": "How often one of them must stand there."} | _NUMBER | {"default": 1},
        "masked": _masked(False),
    },
    facts=("count", "least"),
)
def text_missing(node: Node, context: Context, find: Sequence[str], least: int, masked: bool) -> Iterator[Hit]:
    """Words of which one must stand there, or several.  Facts: how often they do (``count``) and should (``least``)."""
    count = sum(1 for _one in _found(node, context, terms(tuple(find)), (), masked))
    if count < least:
        yield Hit(node.measure if isinstance(node, Task) else node.text, {"count": count, "least": least})


@check(
    "text-replaced",
    nodes=_NODES,
    parameters={
        "swap": _SWAP,
        "unless": _UNLESS,
        "safe": {"description": "Whether --fix may replace it: there is one right form.", "type": "boolean", "default": False},
        "masked": _masked(True),
    },
    facts=("written", "right"),
)
def text_replaced(node: Node, context: Context, swap: Sequence[str], unless: Sequence[str], safe: bool, masked: bool) -> Iterator[Hit]:
    """Words that are to be replaced.  Facts: ``written`` and ``right``."""
    wanted = replacements(tuple(swap))
    for at, match in _found(node, context, wanted, unless, masked):
        right = wanted.right(match)
        if right is not None:
            yield Hit(at, {"written": at.value, "right": right}, edits=edit_at(at, right, safe))


@check(
    "text-limited",
    nodes=_NODES,
    parameters={
        "find": _FIND,
        "unless": _UNLESS,
        "most": {"description": "How often they may stand there."} | _NUMBER,
        "masked": _masked(True),
    },
    facts=("written", "count", "most"),
)
def text_limited(node: Node, context: Context, find: Sequence[str], unless: Sequence[str], most: int, masked: bool) -> Iterator[Hit]:
    """Words that stand there more often than they may; reported is the first too many.

    Facts: ``written``, how often they stand there (``count``) and may (``most``).
    """
    found = [at for at, _match in _found(node, context, terms(tuple(find)), unless, masked)]
    if len(found) > most:
        at = found[most]
        yield Hit(at, {"written": at.value, "count": len(found), "most": most})


def _found(
    node: Node, context: Context, wanted: Terms, excepted: Sequence[str], masked: bool
) -> Iterator[tuple[Text, re.Match[str]]]:
    """The places in the texts of a node where a term stands that is not within an excepted one."""
    for text, searched in _texts(node, context, wanted, masked):
        matches = list(wanted.find(searched))
        excused = [match.span() for match in terms(tuple(excepted)).find(searched)] if matches and excepted else []
        for match in matches:
            start, end = match.span()
            if not any(first <= start and end <= last for first, last in excused):
                yield text.slice(start, end), match


def _texts(node: Node, context: Context, wanted: Terms, masked: bool) -> Iterator[tuple[Text, str]]:
    """The texts of a node where a term may stand, each with the characters to be searched: masked, or as they are."""
    if isinstance(node, Document):
        whole = context.once(running_words if masked else running)
        if wanted.perhaps_in(whole.text):
            yield from whole.each()
        return
    for text in _of_task(node) if isinstance(node, Task) else passages(node):
        if wanted.perhaps_in(text.value):
            yield text, mask(text.value) if masked else text.value


def _of_task(task: Task) -> list[Text]:
    """What is to be done and what is said of it: the sentence, the measure with its clause, the cells of the row."""
    if task.row is not None:
        return passages(task.row)
    return [task.text] if task.form == "sentence" else [task.measure, task.text]
