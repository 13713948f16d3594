"""What most items of a list say of themselves, and one or the other does not (多数并列项都写明): who bears it, by when it is due (norms TSK-03, TSK-04).

An item is a numbered heading with the paragraphs below it.  What lacks the one must say the other (work by a day without a body, a body's work
without a day), as the rest do.  It is only asked about: an item may be meant without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.task.duty_items import HELP, OF_ALL, ON_CONDITION, STANDING, TIMED, sets_bound
from hegao.document.model import Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.words.duty_labels import SHARED
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, duty_words, task_verbs

#: So many must say it, and so many of a hundred.
_FEWEST, _SHARE = 3, 60
#: Longer items tell more than one piece of work.
_LONGEST = 220
#: Who bears a piece of work, by a sentence, a label or a bracket: 由甲局牵头, 甲局负责….
_BORNE = Pattern(
    lambda: (
        rf"(?:由[^，。；]{{2,40}}?|{ending_in((*body_endings('act'), *body_endings('office')))}){one_of(duty_words('verb', 'lead', 'responsible'))}"
    )
)
#: Whoever might be meant to bear it, whatever he is called and wherever he stands.
_ANYBODY = Pattern(
    lambda: (
        rf"牵头|负责|责任|会同|双方|各自|[我本贵你][\u3400-\u9fff]|请|由|各(?![项类种地])"
        rf"|(?:^|[。；，：])[^，。；：对向从在把将为]{{1,40}}{ending_in((*body_endings('act'), *body_endings('office')))}(?=[，、：要应须于在对每按将会等和与组]|{one_of(task_verbs())})"
    )
)
_SHARED = Pattern(SHARED)
#: Whose matter it is and nothing to be done: 相关费用由我局负责.
_WHOSE = Pattern(r"由[^，。；]{2,20}负责(?=[，。；])")


class Wanting(NamedTuple):
    """An item without what most others have, which field that is, how many have it."""

    heading: Heading
    field: str
    others: int


class _Item(NamedTuple):
    heading: Heading
    words: str
    bears: bool
    timed: bool


def wanting_items(context: Context) -> Iterator[Wanting]:
    """All such items of a document."""
    document = context.document
    below: dict[Heading, list[str]] = {}
    for node in document.of("paragraph"):
        if isinstance(node, Paragraph) and node.heading is not None and not OF_ALL.match(node.text.value):
            below.setdefault(node.heading, []).append(node.text.value)
    lists: dict[tuple[object, object], list[_Item]] = {}
    for node in document.of("heading"):
        if isinstance(node, Heading) and not node.children:
            lists.setdefault((node.parent, node.numbering), []).append(_item(node, below.get(node, [])))
    for items in lists.values():
        yield from _wanting(items)


def _item(heading: Heading, below: Sequence[str]) -> _Item:
    words = "\n".join((heading.body.value[len(heading.label) :].strip(), *below))
    bears = _BORNE.search(words) is not None or any(task.units for task in heading.tasks)
    return _Item(heading, words, bears, sets_bound(words))


def _wanting(items: Sequence[_Item]) -> Iterator[Wanting]:
    for field, has in (("lead", [item.bears for item in items]), ("deadline", [item.timed for item in items])):
        others = sum(has)
        if others < _FEWEST or others == len(items) or others * 100 < _SHARE * len(items):
            continue
        # What others of the list do by a day has one by its kind.
        dated_so = {word for item in items if item.timed for word in STANDING.findall(item.words)}
        for item, said in zip(items, has, strict=True):
            words = item.words
            parallel = item.timed if field == "lead" else item.bears or others == len(items) - 1 and _ANYBODY.search(words) is not None
            if said or not parallel or len(words) > _LONGEST or any(pattern.search(words) for pattern in (ON_CONDITION, _SHARED)):
                continue
            silent = not _ANYBODY.search(words) if field == "lead" else not TIMED.search(words) and not _WHOSE.search(words) and set(STANDING.findall(HELP.sub("", words))) <= dated_so
            # A heading alone says what its items are about.
            if silent and (item.heading.runs_on or item.heading.body.value.rstrip().endswith(("。", "；"))):
                yield Wanting(item.heading, field, others)
