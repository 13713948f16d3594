"""Attachments that a sentence names by a title which they do not bear: 填写《水库巡查统计表》（附件） over 水库巡查情况表 (norms ATT-06)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.attachment.announced import announced
from hegao.document.model import Attachment, Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.title_likeness import letters, likeness_of

_NAMED = Pattern(r"《(?P<title>[^《》]{4,40})》[（(](?:详?见|格式见|样式见)?附件\s*(?P<n>\d{0,2})[）)]|附件\s*(?P<m>\d{0,2})[：:]?《(?P<behind>[^《》]{4,40})》")


class Named(NamedTuple):
    """A title in a sentence, and the attachment that is meant."""

    at: Text
    attachment: Attachment


def otherwise_named(document: Document, likeness: float) -> Iterator[Named]:
    """The titles by which sentences name attachments and which are nearly theirs."""
    listed = announced(document)
    if not listed:
        return
    titles = {letters(one.text.value) for one in listed} | {letters(part.title.text.value) for part in document.annexes if part.title is not None}
    for part in document.parts:
        for node in part.nodes if part.mark is None else ():
            text = node.body if isinstance(node, Heading) else node.text if isinstance(node, Paragraph) else None
            for match in _NAMED.finditer(text.value) if text is not None and "附件" in text.value else ():
                group, number = ("title", match["n"]) if match["title"] else ("behind", match["m"])
                meant = [one for one in listed if (number and one.number == int(number)) or not number and len(listed) == 1]
                said = letters(match[group])
                if text is None or len(meant) != 1 or said in titles:
                    continue
                own = letters(meant[0].text.value)
                if likeness_of(said, own) >= likeness and not _shortened(said, own):
                    yield Named(text.slice(*match.span(group)), meant[0])


def _shortened(said: str, title: str) -> bool:
    """Whether one is the other with words left out."""
    short, long = sorted((said, title), key=len)
    rest = iter(long)
    return all(letter in rest for letter in short)
