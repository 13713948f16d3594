"""What all items of a list say of themselves but one: who bears them, by when they are due (norms TSK-03, TSK-04).

An item is a numbered heading with all that stands below it.  A label (责任人：…, 办结时间：…) is asked for by its kind; where
labels are not used, words that hand work out or set a day are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.task.duty_items import HELP, OF_ALL, ON_CONDITION, SOMEBODY, STANDING, TIMED, sets_bound
from hegao.document.model import Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.duty_labels import LABEL_LINE, LABEL_RANK, PERSON_LABEL, SHARED, TIME_LABEL, body_label
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, duty_words, task_verbs

#: How a label is led in, and its kinds; those of who helps are asked of nobody.
_BEGINS = r"(?:^|(?<=[。；;，,（(〔\[【　 \n]))"
_LABEL = Pattern(
    lambda: (
        rf"{_BEGINS}(?:(?P<deadline>{TIME_LABEL}|{one_of(duty_words('bare', 'deadline'))})|(?P<person>{PERSON_LABEL})"
        rf"|(?P<body>(?:{LABEL_RANK}{body_label('label', 'lead', 'responsible')}|{one_of(duty_words('bare', 'lead', 'responsible'))}(?:分工)?)))"
        r"(?:（[^（）]{1,16}）)?[:：][ 　]*(?P<empty>(?=[；;）)〕\]】]))?"
    )
)
_ANY_LABEL = Pattern(LABEL_LINE)
#: The kind of a label, and what lacks it.
FIELDS = {"person": "lead", "body": "lead", "deadline": "deadline"}
#: So many others show what is usual; of so many one may lack it.
_FEWEST, _OF = 2, 4
#: Where lists are short, so many items of one form in the document; then only one may lack it.
_IN_ALL = 5
#: Longer items tell more than one piece of work.
_LONGEST = 200
#: An item that says by a sentence who bears it.
_BORNE = Pattern(
    lambda: (
        rf"由[^，。；]{{2,40}}{one_of(duty_words('verb', 'lead', 'responsible'))}"
        rf"|(?:{ending_in((*body_endings('act'), *body_endings('office')))}|[（(—][\u3400-\u9fff]{{2,16}}){one_of(duty_words('verb', 'lead', 'responsible'))}(?=[，。；、）)]|$)"
    )
)
#: Or to whom it is handed: 由市财政局会同市水利局制定.
_HANDED = Pattern(r"由[^，。；]{2,24}(?:会同|商|联合|制定|组织|实施|承担)")
#: And who else may bear it, whatever he is called.
_ANYBODY = Pattern(r"[由请我贵你各]|双方|责任|负责|牵头")
#: A bound, whatever stands in front of its day.
_DUE = Pattern(r"\d\s*[日月](?:底|末|[上中下]旬)?(?:之|以)?前")
_SETS_WORK = Pattern(lambda: one_of(task_verbs()))


class Lacking(NamedTuple):
    """An item without what the others have: where it should stand, what it is, how it is called, how many have it, whether it is sure."""

    at: Text
    lines: range
    field: str
    called: str
    measure: str
    others: int
    sure: bool


class _Item(NamedTuple):
    """An item: its heading, its lines, all that they say, and the labels in it with what they are called."""

    heading: Heading
    texts: tuple[Text, ...]
    words: str
    labels: dict[str, str]


def lacking_items(context: Context) -> tuple[Lacking, ...]:
    """All such items, and labels with nothing behind them."""
    return (*_unsaid(context), *_lacking(context))


def _unsaid(context: Context) -> Iterator[Lacking]:
    """The labels in brackets with nothing behind them, where others of their kind in the document say something."""
    empty: list[tuple[str, str, Text, str]] = []
    filled: dict[str, int] = {}
    told = [node for node in context.document.of("heading", "paragraph") if isinstance(node, Heading | Paragraph)]
    for node, below in zip(told, [*told[1:], None], strict=False):
        text = node.body
        if "：" not in text.value and ":" not in text.value:
            continue
        for match in _LABEL.finditer(text.value):
            kind = match.lastgroup if match.lastgroup != "empty" else next(one for one in FIELDS if match[one])
            # At the end of its line a label may stand over what it says, unless another label or heading follows.
            ended = match.end() == len(text) and (isinstance(below, Heading) or below is not None and _ANY_LABEL.match(below.text.value))
            if match["empty"] is not None or ended:
                empty.append((kind or "", match[0], text.slice(*match.span()), text.value[: match.start()]))
            elif match.end() < len(text):
                filled[kind or ""] = filled.get(kind or "", 0) + 1
    for kind, said, at, before in empty:
        if filled.get(kind, 0) >= len(empty):
            yield Lacking(at, _lines(at), FIELDS[kind], said.strip(":： 　"), before.rstrip("（(〔；;") or said, filled[kind], True)


def _lacking(context: Context) -> Iterator[Lacking]:
    told: set[Heading] = set()
    for items, enough in _groups(context):
        for kind, field in FIELDS.items():
            for one in _without_label(items, kind, enough):
                if one.heading not in told:
                    told.add(one.heading)
                    called = next(item.labels[kind] for item in items if kind in item.labels)
                    yield _found(one, field, called, len(items), not (TIMED if field == "deadline" else _ANYBODY).search(one.words))
        if enough == _FEWEST:
            for field, called, may in (("lead", "责任单位", _ANYBODY), ("deadline", "完成时限", TIMED)):
                silent = _without_words(items, sets_bound if may is TIMED else _BORNE.search, may)
                if silent is not None and silent.heading not in told:
                    told.add(silent.heading)
                    yield _found(silent, field, called, len(items), False)


def _found(item: _Item, field: str, called: str, size: int, sure: bool) -> Lacking:
    labelled = [text for text in item.texts if _LABEL.match(text.value)]
    at = labelled[-1] if labelled else item.texts[0]
    lines = range(item.texts[0].line, _lines(item.texts[-1]).stop)
    return Lacking(at, lines, field, called, item.heading.title, size - 1, sure)


def _lines(text: Text) -> range:
    span = text.span()
    return range(span.line, span.end_line + 1)


def _without_label(items: Sequence[_Item], kind: str, enough: int) -> list[_Item]:
    """The few items without a label that all others have, where they are labelled otherwise or say nothing of it."""
    without = [item for item in items if kind not in item.labels]
    others = len(items) - len(without)
    if others < enough or not without or len(without) > max(1, others // _OF if enough == _FEWEST else 1):
        return []
    if kind == "deadline":
        return [item for item in without if not sets_bound(item.words) and not ON_CONDITION.search(item.words)]
    # 牵头单位, 责任人: one of the two may do.
    return [item for item in without if not any(FIELDS[other] == "lead" for other in item.labels if all(kind not in one.labels or other not in one.labels for one in items)) and not (kind == "body" and (_BORNE.search(item.words) or _HANDED.search(item.words)))]


def _without_words(items: Sequence[_Item], has: Callable[[str], object], may: Pattern) -> _Item | None:
    """The one item that sets work and says nothing of what all others say in their sentences."""
    without = [item for item in items if not has(item.words)]
    if len(without) != 1 or len(items) <= _FEWEST or any(item.labels for item in items):
        return None
    item = without[0]
    words = item.words
    # Of a list of three the one must say the other thing that all say.
    parallel = _DUE.search if may is not TIMED else _BORNE.search
    if len(items) <= _FEWEST + 1 and not all(parallel(one.words) for one in items):
        return None
    silent = not may.search(words) and (not STANDING.search(HELP.sub("", words)) if may is TIMED else not SOMEBODY.search(words))
    return item if silent and len(words) <= _LONGEST and _SETS_WORK.search(words) and not ON_CONDITION.search(words) and not _SHARES.search(words) else None


_SHARES = Pattern(SHARED)


def _groups(context: Context) -> Iterator[tuple[list[_Item], int]]:
    """The items numbered together under one heading, with how many must say it; then all of one form in a part."""
    document = context.document
    below: dict[Heading, list[Text]] = {}
    for node in document.of("paragraph"):
        if isinstance(node, Paragraph) and node.heading is not None and not OF_ALL.match(node.text.value):
            below.setdefault(node.heading, []).append(node.text)
    for part in document.parts:
        close: dict[tuple[Heading | None, object], list[_Item]] = {}
        whole: dict[str, list[_Item]] = {}
        for node in part.nodes:
            if isinstance(node, Heading) and not node.children:
                item = _item(node, below.get(node, []))
                close.setdefault((node.parent, node.numbering), []).append(item)
                whole.setdefault(node.style, []).append(item)
        groups = list(close.values())
        yield from ((items, _FEWEST) for items in groups if len(items) > _FEWEST)
        yield from ((items, _IN_ALL) for items in whole.values() if len(items) > _IN_ALL and items not in groups)


def _item(heading: Heading, below: Sequence[Text]) -> _Item:
    texts = (heading.body, *below)
    labels: dict[str, str] = {}
    for text in texts:
        if "：" in text.value or ":" in text.value:
            for match in _LABEL.finditer(text.value):
                kind = next(one for one in FIELDS if match[one])
                labels.setdefault(kind, match[kind])
    return _Item(heading, texts, "\n".join(text.value for text in texts)[len(heading.label) :].strip(), labels)
