"""What the text says of itself against its title: another genre throughout (现批复如下, 此复), another quarter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import spoken_without_names
from hegao.checks.structure.title_genre import genre_slip
from hegao.document.model import Document, Heading, Paragraph
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_names, genre_words

_WORD = one_of(genre_words(use="self"))
#: How a text names its own genre: at its begin, at its end, in between; 现将预算批复如下 says what is approved, not what the text is.
_OPENS = Pattern(rf"(?:现(?:就|将(?![^。；]{{0,40}}批复如下)|(?!将))[^。；]{{0,40}}?|(?:有关|具体)(?:事项|情况|问题)?)(?P<word>{_WORD})如下")
_CLOSES = Pattern(rf"^(?:特此|专此)(?P<word>{_WORD})[。！]?$|^(?P<reply>此复)[。！]?$")
_ITSELF = Pattern(rf"(?<![基根成文版样资原书剧课日])本(?P<word>{_WORD})(?:自|规定|由|未尽|印发|执行)")
_LETTER = "函"
#: How a letter opens and closes without its name as such.
_LETTER_OPENS = Pattern(r"(?:现(?:就|将)?[^。；]{0,40}?|(?:有关|具体)(?:事项|情况|问题)?)(?:函[告复商询请]|商请|商洽)如下")
_LETTER_CLOSES = Pattern(r"(?:^|[。，])(?:[特专]此函[告复达商请]|(?:请|望|盼|并)[^。；]{0,16}(?:函复|复函)(?:我[局委厅办])?(?:为[盼荷])?)[。！]?$")
#: What is issued to others (印发, 转发) goes by a notice; what is told to everybody has no addressee.
_NOTICE, _PUBLIC, _ISSUES = "通知", genre_names("public"), ("印发", "转发", "下发")
#: Genres that no number of letters (江财函) is of, and that nothing is issued by.
_NO_LETTER = (*genre_names("up"), *_PUBLIC)
_NEVER_ISSUE = (*_NO_LETTER, "批复")
_DECISION, _CIRCULAR = "决定", "通报"
_PRAISES = Pattern(r"^(?!.*通报).*关于(?:给予|对)?.*?(?:表扬|批评)")
_TELLS = Pattern(r"(?:予以|给予)通报(?:表扬|批评)")
#: What is to be known, not to be done: 关于…检查情况的通知; who is to report how things stand is told to do so.
_STATE_OF_THINGS = Pattern(r"^(?!.*(?:印发|转发|报送|上报|填报|报告|公布|通报)).*(?:情况|结果|事故|事件|案例|问题)的通知$")
#: The kinds of naming, each with what it cannot do without.
_NAMINGS = (("opens", _OPENS, "如下"), ("closes", _CLOSES, "此"), ("itself", _ITSELF, "本"))


class Told(NamedTuple):
    """Where the title says one thing and the text another: the place in the title, what each says, the places in the text."""

    at: Text
    titled: str
    said: str
    places: tuple[Text, ...]


def other_genre(context: Context) -> Told | None:
    """A title whose genre none of the places agrees with where the text names its own, which agree among themselves."""
    document = context.document
    if document.title is None or document.genre is None or not document.parts:
        return None
    if genre_slip(document.title.text.value.rstrip("。，；"), whole=False) is not None:
        # Two genres side by side, or none: a slip of its own.
        return None
    found = [*_namings(context), *_signs(document)]
    said = _agreed(found)
    if said is None or document.genre in {word for word, _kind, _at in found} or document.genre == "意见":
        return None
    value = document.title.text.value
    tail = document.title.text.slice(max(0, len(value) - 4))
    return Told(tail, document.genre, said, tuple(at for word, _kind, at in found if word == said))


def _agreed(found: list[tuple[str, str, Text]]) -> str | None:
    """The genre that two kinds of places name; one more place may name another, by a slip of its own."""
    counts = Counter(word for word, _kind, _at in found)
    said, times = max(counts.items(), key=lambda item: item[1], default=("", 0))
    if len({kind for word, kind, _at in found if word == said}) < 2 or len(found) - times > 1:
        return None
    return said


def _signs(document: Document) -> Iterator[tuple[str, str, Text]]:
    """What the other elements say of the genre: the mark of an announcement, the number of a letter, an addressee, what is done."""
    for mark in document.masthead:
        word = next((word for word in _PUBLIC if mark.text.value.endswith(word)), None)
        if word is not None:
            yield word, "mark", mark.text
    number = document.number
    if number is not None and number.phrase.code.endswith(_LETTER) and document.genre in _NO_LETTER:
        yield _LETTER, "number", number.text
    if document.genre == _DECISION and document.title is not None and _PRAISES.search(document.title.text.value):
        # Who is only praised or blamed by being told of (予以通报表扬), is so by a circular.
        for node in document.parts[0].nodes:
            told = _TELLS.search(node.body.value) if isinstance(node, Heading | Paragraph) else None
            if told is not None and isinstance(node, Heading | Paragraph):
                yield _CIRCULAR, "tells", node.body.slice(*told.span())
                yield _CIRCULAR, "praises", document.title.text
    if document.genre == _NOTICE and document.title is not None and _STATE_OF_THINGS.search(document.title.text.value):
        yield _CIRCULAR, "matter", document.title.text
    if document.genre in _PUBLIC and document.addressee is not None:
        yield _NOTICE, "addressee", document.addressee.text
    if document.genre in _NEVER_ISSUE and document.action in _ISSUES and document.title is not None:
        title = document.title.text
        at = title.value.find(document.action)
        for kind in ("issues", "is told by that alone") if at >= 0 else ():
            yield _NOTICE, kind, title.slice(at, at + len(document.action))


def _namings(context: Context) -> Iterator[tuple[str, str, Text]]:
    spoken = context.once(spoken_without_names)
    elsewhere = context.document.genre != _LETTER
    for node in context.document.parts[0].nodes:
        value = spoken.get(node)
        if value is None or not isinstance(node, (Heading, Paragraph)):
            continue
        text = node.body
        if elsewhere and ("如下" in value or "函" in value):
            for kind, pattern in (("opens", _LETTER_OPENS), ("closes", _LETTER_CLOSES)):
                if (said := pattern.search(value)) is not None:
                    yield _LETTER, kind, text.slice(*said.span())
        for kind, pattern, sign in _NAMINGS:
            match = pattern.search(value) if sign in value else None
            if match is not None:
                word = "批复" if kind == "closes" and match["reply"] else match["word"]
                yield word, kind, text.slice(*match.span())


_PERIOD = r"第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年|(?P<month>\d{1,2})月份|(?P<season>[春秋])季学期"
_TITLE_PERIOD = Pattern(rf"(?:{_PERIOD})")
_OPENING_PERIOD = Pattern(rf"现(?:将|就)[^，。；]{{0,20}}?(?:{_PERIOD})")


def other_period(document: Document) -> Told | None:
    """A title that names another quarter, half year, month or term than the sentence by which the text sets out to tell of it."""
    titled = _TITLE_PERIOD.search(document.title.text.value) if document.title is not None else None
    if document.title is None or titled is None or not document.parts:
        return None
    kind = titled.lastgroup or ""
    for node in islice((node for node in document.parts[0].nodes if isinstance(node, Paragraph)), 3):
        match = _OPENING_PERIOD.search(node.text.value)
        if match is not None and match.lastgroup == kind and _worth(match[kind]) != _worth(titled[kind]):
            at = document.title.text.slice(*titled.span())
            said = node.text.slice(match.start(kind) - (kind == "quarter"), match.end())
            return Told(at, titled[0], said.value, (said,))
    return None


def _worth(word: str) -> str:
    return str(chinese(word)) if word in "一二三四" else word
