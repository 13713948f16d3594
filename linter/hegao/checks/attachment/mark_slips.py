"""Numbers of attachments and the marks over them: in order, in the same figures as the text, with the document's number where they are bound apart (norms ATT-01, ATT-02, ATT-07, ATT-09, ATT-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.attachment.announced import MENTION, number_of, pairs
from hegao.document.model import Document, Heading, Paragraph, Part
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.title_likeness import letters
from hegao.words.vocabulary import issuing_words

#: Instead of the list: 附件如文, 附件见后.
_NO_LIST = Pattern(r"^附件?[：:]?(?:如文|如上|如下|见后|附后|后附|另附|详见后|见附页|详见附件)[。.]?$")
#: Attachments that are bound by themselves: 附件1、附件2篇幅较长，另册装订.
_APART = Pattern(r"另册|分册|单独(?:装订|印制|成册|印发)|另行装订|不(?:能|便|宜)?(?:与|同|和)(?:本?正文|主件|文件)(?:一起|一并)?(?:合订|装订)|不随正文装订")
_SENTENCE = Pattern(r"[^。；]*附件[^。；]*")
_ISSUED = Pattern(rf"{one_of(issuing_words())}《?(?P<name>[^《》]{{4,}}?)》?的?通知$")
_HAN_NUMBER = Pattern("[一二三四五六七八九十]$")


class MarkSlip(NamedTuple):
    """A number or a mark at fault: its place, what should stand there, the other side of it, and whether it is only likely."""

    at: Text
    right: str
    others: tuple[Text, ...] = ()
    likely: bool = False


def mark_slips(document: Document, final: bool) -> Iterator[MarkSlip]:
    """The slips in numbers and marks; ``final`` tells that all of the document is there."""
    yield from _misnumbered(document)
    yield from _numbered_though_alone(document)
    if final:
        yield from _without_list(document)
        yield from _unnumbered(document)
        yield from _run_on(document)
        yield from _unlisted(document)
        yield from _han_mentions(document)
        yield from _issued_and_listed(document)
        yield from _bound_apart(document)
        yield from _exchanged(document)
        yield from _called_otherwise(document)


def _speaking(document: Document) -> Iterator[Text]:
    """The texts of the document itself, and of what it issues without a mark."""
    for part in document.parts:
        for node in part.nodes if part.mark is None else ():
            if isinstance(node, Heading | Paragraph) and "附" in node.body.value:
                yield node.body


def _marked(document: Document) -> list[tuple[Part, Text]]:
    return [(part, part.mark) for part in document.annexes if part.mark is not None]


def _without_list(document: Document) -> Iterator[MarkSlip]:
    """附件如文 where the names of the attachments should stand."""
    for text in _speaking(document):
        if _NO_LIST.match(unspaced(text.value)):
            yield MarkSlip(text, "附件：（附件名称）")


def _unnumbered(document: Document) -> Iterator[MarkSlip]:
    """The one mark 附件 among others that bear numbers, or over the text of a numbered attachment."""
    marks = _marked(document)
    bare = [mark for _part, mark in marks if unspaced(mark.value) == "附件"]
    numbers = {number_of(mark.value) for _part, mark in marks} | {one.number for one in document.attachments}
    if len(bare) == 1 and len(marks) > 1 and len(numbers - {None}) > 1:
        own = sorted({one.number for one in document.attachments if one.number is not None} - {number_of(mark.value) for _part, mark in marks})
        yield MarkSlip(bare[0], f"附件{own[0] if own else ''}")


#: 附件承诺书 for 附件：承诺书.
_NO_COLON = Pattern(r"^附件(?:\d[.．])?(?P<name>[^：:。；，]{2,60})$")


def _run_on(document: Document) -> Iterator[MarkSlip]:
    """The list of attachments without the colon behind 附件."""
    titles = {letters(part.title.text.value) for part, _mark in _marked(document) if part.title is not None}
    for text in _speaking(document):
        match = _NO_COLON.match(unspaced(text.value))
        if match is not None and letters(match["name"]) in titles:
            yield MarkSlip(text, f"附件：{unspaced(text.value).removeprefix('附件')}")


def _unlisted(document: Document) -> Iterator[MarkSlip]:
    """What follows behind the signature under marks, and no list of attachments in front of it."""
    listed = document.attachments or any(_NO_COLON.match(unspaced(text.value)) or _NO_LIST.match(unspaced(text.value)) for text in _speaking(document))
    if listed or not document.signatures or any(part.contents for part in document.parts):
        return
    issues = any(part.mark is None for part in document.annexes)
    for part, mark in _marked(document) if not issues else ():
        if part.title is not None and mark.value.startswith("附件") and mark.line > document.signatures[-1].text.line:
            yield MarkSlip(mark, f"{mark.value}（正文后先列“附件：{part.title.text.value}”）", likely=True)


def _han_mentions(document: Document) -> Iterator[MarkSlip]:
    """附件一 in the text, where list and marks have figures."""
    numbers = [one.number for one in document.attachments] or [number_of(mark.value) for _part, mark in _marked(document) if not _HAN_NUMBER.search(mark.value)]
    for text in _speaking(document) if any(number is not None for number in numbers) else ():
        for match in MENTION.finditer(text.value):
            if not match["n"].isdigit() and number_of(match[0]) in numbers and text.value.rfind("《", 0, match.start()) <= text.value.rfind("》", 0, match.start()):
                yield MarkSlip(text.slice(*match.span()), f"附件{number_of(match[0])}")


def _issued_and_listed(document: Document) -> Iterator[MarkSlip]:
    """What the notice issues, following it without a mark, and listed among the attachments all the same."""
    title = _ISSUED.search(document.title.text.value) if document.title is not None else None
    bare = {letters(part.title.text.value) for part in document.annexes if part.mark is None and part.title is not None}
    for attachment in document.attachments if title is not None and bare else ():
        name = letters(attachment.text.value)
        if name in bare and name == letters(title["name"] if title is not None else ""):
            yield MarkSlip(attachment.written or attachment.text, "（所印发的文件直接另面接排，不列为附件）", (), True)


def _bound_apart(document: Document) -> Iterator[MarkSlip]:
    """A mark without the document's number over an attachment that is bound by itself."""
    number = document.number.text.value if document.number is not None else ""
    apart: set[int | None] = set()
    for text in _speaking(document):
        for sentence in _SENTENCE.finditer(text.value):
            if _APART.search(sentence[0]):
                apart.update([number_of(match[0]) for match in MENTION.finditer(sentence[0])] or [None])
    apart.update(attachment.number for attachment in document.attachments if attachment.written is not None and _APART.search(attachment.written.value))
    for _part, mark in _marked(document) if number and apart else ():
        if mark.value.startswith("附件") and (None in apart or number_of(mark.value) in apart):
            yield MarkSlip(mark, f"{unspaced(number)}{mark.value}")


def _called_otherwise(document: Document) -> Iterator[MarkSlip]:
    """附表2 over what the list calls an attachment."""
    titles = {letters(one.text.value): one.number for one in document.attachments}
    listed = document.attachments[0].written if document.attachments else None
    for part, mark in _marked(document):
        title = letters(part.title.text.value) if part.title is not None else ""
        if listed is not None and listed.value.startswith("附件") and mark.value.startswith("附表") and title in titles:
            yield MarkSlip(mark, f"附件{titles[title] or ''}")


def _exchanged(document: Document) -> Iterator[MarkSlip]:
    """A mark with the number of another attachment than the one whose title stands below it."""
    listed = {one.number: letters(one.text.value) for one in document.attachments if one.number is not None}
    numbers = {name: number for number, name in listed.items()} if sorted(listed) == list(range(1, len(document.attachments) + 1)) else {}
    for part, mark in _marked(document):
        number = number_of(mark.value)
        own = numbers.get(letters(part.title.text.value)) if part.title is not None else None
        if number is not None and own is not None and own != number and listed.get(number) != letters(part.title.text.value if part.title is not None else ""):
            yield MarkSlip(mark, f"附件{own}")


def _numbered_though_alone(document: Document) -> Iterator[MarkSlip]:
    """附件1 in the text, where the only attachment is announced and marked without a number."""
    marks = _marked(document)
    if len(document.attachments) != 1 or document.attachments[0].number is not None or len(marks) != 1 or number_of(marks[0][1].value) is not None:
        return
    for text in _speaking(document):
        match = MENTION.search(text.value)
        if match is not None and number_of(match[0]) == 1 and "《" not in text.value[: match.start()]:
            yield MarkSlip(text.slice(*match.span()), "附件")


def _misnumbered(document: Document) -> Iterator[MarkSlip]:
    """Announced attachments that are not numbered on, and marks whose number is that of another attachment than the text below."""
    expected = 1
    for attachment in document.attachments:
        if attachment.number is not None and attachment.number != expected and attachment.written is not None:
            written = attachment.written
            right = re.sub(r"\d+", str(expected), written.value, count=1)
            yield MarkSlip(written, right)
        expected = (attachment.number or expected) + 1
    listed = [attachment.number for attachment in document.attachments]
    if any(number is not None and number != place for place, number in enumerate(listed, 1)):
        # The list itself is numbered amiss: nothing is known of the marks.
        return
    for attachment, part in pairs(document):
        number = number_of(part.mark.value) if part is not None and part.mark is not None else None
        if part is not None and part.mark is not None and number is not None and attachment.number is not None and number != attachment.number:
            yield MarkSlip(part.mark, f"附件{attachment.number}", (attachment.text,))
