"""What attachments a document announces, which text is which, and by which of two titles its sentences speak of one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hegao.document.model import Attachment, Document, Entry, Heading, Paragraph, Part
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.title_likeness import letters, likeness_of
from hegao.words.vocabulary import genres

#: A text without number is the attachment whose title is as like as this.
_ITS_TITLE = 0.8
_DIGITS = "一二三四五六七八九十"
#: An attachment that a text names by its number: 见附件2.
MENTION = Pattern(r"附件\s*(?P<n>\d{1,2}|[一二三四五六七八九十])(?![\d.]|[一二三四五六七八九十])")
#: The number in a mark: 附件2, 附件二.
_FIGURE = Pattern(r"(\d{1,2}|[一二三四五六七八九十])")
#: 附件：1.甲 at the end of a contents list, and the lines below it.
_LISTED = Pattern(r"附件\s*(?:[：:]\s*(?:(?P<n>\d{1,2})[.．、])?|(?=[\u3400-\u9fff]{4}))")
_LISTED_ON = Pattern(r"(?P<n>\d{1,2})[.．、]")
_SENTENCE = Pattern("[^。；！？]+")
_WORDS = Pattern(r"\w+")
#: In so many pairs of letters two titles differ by a word exchanged.
_SLIPPED = 4


def number_of(mark: str) -> int | None:
    """The number in a mark 附件2 or 附件二, behind the document's number, too; None where it bears none."""
    match = _FIGURE.search(mark, max(0, mark.rfind("附")))
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else _DIGITS.index(match[1]) + 1


def announced(document: Document) -> list[Attachment]:
    """The attachments in the list below the text; where there is none, those that the contents list names behind 附件：.

    Where one number stands twice they are numbered by their places.
    """
    listed = document.attachments or [one for part in document.parts for one in _in_contents(part.contents)]
    numbers = [one.number for one in listed]
    if None in numbers or len(set(numbers)) == len(numbers):
        return listed
    return [Attachment(one.text, place, one.written) for place, one in enumerate(listed, 1)]


def _in_contents(entries: list[Entry]) -> Iterator[Attachment]:
    begun = False
    for entry in entries:
        match = (_LISTED_ON if begun else _LISTED).match(entry.text.value)
        if begun and match is None:
            return
        if match is not None:
            begun = True
            yield Attachment(entry.text.slice(match.end()), int(match["n"]) if match["n"] else None)


def pairs(document: Document) -> Iterator[tuple[Attachment, Part | None]]:
    """The announced attachments, each with the text that is it: by its number, else by its title, else as the only one left."""
    marked = [part for part in document.annexes if part.mark is not None]
    attachments = announced(document)
    left = list(document.annexes)
    for attachment in attachments:
        part = _by_number(attachment, marked, len(attachments)) or _by_title(attachment, left)
        if part is None and len(attachments) == 1 and len(marked) == 1:
            part = marked[0]
        if part in left:
            left.remove(part)
        yield attachment, part


def _by_number(attachment: Attachment, marked: list[Part], announced: int) -> Part | None:
    number = attachment.number or (1 if announced == 1 else None)
    if number is None:
        return None
    return next((part for part in marked if part.mark is not None and number_of(part.mark.value) == number), None)


def _by_title(attachment: Attachment, annexes: list[Part]) -> Part | None:
    titled = [part for part in annexes if part.title is not None]
    best = max(titled, key=lambda part: likeness_of(part.title.text.value, attachment.text.value) if part.title else 0.0, default=None)
    if best is None or best.title is None or likeness_of(best.title.text.value, attachment.text.value) < _ITS_TITLE:
        return None
    return best


def others_agree(document: Document, attachment: Attachment) -> bool:
    """Whether all others that are announced and follow, at least one, bear their titles; where some do not follow, more do."""
    found = list(pairs(document))
    others = [(one, part) for one, part in found if one.text is not attachment.text and part is not None]
    marked = [part for part in document.annexes if part.mark is not None]
    lost = sum(part is None for _one, part in found)
    return (
        len(others) > lost
        and len(marked) == len(found) - lost
        and all(part.title is not None and letters(part.title.text.value) == letters(one.text.value) for one, part in others)
    )


def spoken_of(document: Document, one: str, other: str) -> int:
    """By which of two titles the document speaks of an attachment: above 0 the first, below the second, 0 where it tells neither.

    What counts are whole titles, in a contents list, too; else pairs of letters that only one of them has, in sentences that name an attachment.
    """
    texts = [node.body.value if isinstance(node, Heading) else node.text.value for node in document.of("paragraph", "heading") if isinstance(node, Heading | Paragraph)]
    listed = [entry.text.value for part in document.parts for entry in part.contents] if document.attachments else []
    told = "\n".join(letters(text) for text in (*texts, *listed))
    if (one in told) != (other in told):
        return 1 if one in told else -1
    said = [sentence for text in texts for sentence in _SENTENCE.findall(text) if "附件" in sentence]
    first, second, both = _letter_pairs(one), _letter_pairs(other), set().union(*map(_letter_pairs, said))
    balance = len((first - second) & both) - len((second - first) & both)
    if balance:
        return balance
    balance = _by_lost_letters(one, other, _letter_pairs(told))
    if balance:
        return balance
    # Of words that only one of them has, nothing of the other's may stand anywhere.
    everywhere = set().union(*(_letter_pairs(words) for text in texts for words in _WORDS.findall(text)))
    mine, theirs = (first - second) & everywhere, (second - first) & everywhere
    exchanged = len(one) == len(other) and len(first - second) <= _SLIPPED
    # Two pairs are words of the matter: 名额, 分配.
    enough = exchanged or len(mine) + len(theirs) > 1
    return 0 if not enough or bool(mine) == bool(theirs) else 1 if mine else -1


def _by_lost_letters(one: str, other: str, told: set[str]) -> int:
    """The same by letters that the shorter has lost: what it runs together stands nowhere, what they stood in does."""
    short, long = sorted((one, other), key=len)
    letters_left = iter(long)
    if not all(letter in letters_left for letter in short):
        return 0
    run_together, lost = _letter_pairs(short) - _letter_pairs(long), _letter_pairs(long) - _letter_pairs(short)
    if not run_together or run_together & told or not lost & told:
        return 0
    return 1 if short == other else -1


def _letter_pairs(text: str) -> set[str]:
    return {a + b for a, b in pairwise(letters(text))}


#: What a title cannot lose at its end: it would go on on the next line.
_CUT_WORD = Pattern(lambda: one_of(form for genre in genres() if genre.kind == "名册" for form in genre.forms))


def told_in_part(announced_as: str, real: str) -> bool:
    """Whether one of two titles is a part of the other by right: read to the end of its line, told without its remark or the body in front.

    Without its first or last letter alone it is not.
    """
    short, long = sorted((announced_as, real), key=len)
    if len(long) - len(short) == 1 and short in (long[1:], long[:-1]):
        return False
    if real.startswith(announced_as) or announced_as.startswith(real) and not _CUT_WORD.fullmatch(announced_as, len(real)):
        return True
    return real.endswith(announced_as) or real.startswith("关于") and announced_as.endswith(real)
