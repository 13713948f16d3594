"""How a text calls itself: 本意见, 本通知, the number of its meeting; it is to be what its title says (norm TTL-14)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import spoken_without_names
from hegao.document.model import Document, Heading, Paragraph, Part
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import coined_genres, genre_names, genre_words

#: Words by which texts call themselves: genres of 条例 article 8, and names of rules and plans.
_SELF = genre_words(use="self")
#: Letters before 本 that make another word of it: 基本办法, 成本计划.
_NAMED = Pattern(rf"(?<![基根成文版样资原书剧课日标范副脚读抄底剧话])本(?:实施|工作|行动|专项|暂行|管理)?(?P<word>{one_of(_SELF)})(?![期区年内性书本栏])")
#: 现提出如下通知: opinions and decisions are told in notices, too, the others are what the text is.
_AS_FOLLOWS = Pattern(rf"(?:提出|作出|发布|印发)如下(?P<word>{one_of((*(word for word in genre_names('carries') if word in _SELF and word not in ('意见', '决定')), '决议'))})")
#: The last word of a title tells what the text is; a remark in brackets may follow.
_LAST = Pattern(rf"(?P<word>{one_of(_SELF)})(?:》)?(?:[（(][^（）()]{{1,20}}[）)])?$")
_ENDS = Pattern(rf"(?P<word>{one_of(_SELF)})(?=》|的{one_of(genre_words(use='carries'))}|[（(]|$)")


class Misnamed(NamedTuple):
    """A place where a text names itself otherwise than its title does: the place, the title, what each says."""

    at: Text
    title: Text
    said: str
    titled: str


def misnamed(context: Context) -> Iterator[Misnamed]:
    """The first place in each part where it calls itself by a genre that neither its title nor another title of the document bears."""
    document = context.document
    if document.title is None or document.genre is None and _LAST.search(document.title.text.value) is None:
        return
    allowed = _words_of_titles(document)
    amends = any(word in document.title.text.value for word in ("修改", "修订", "修正"))
    for part in document.parts:
        title = part.title.text if part.title is not None else document.title.text
        last = _last_word(title.value)
        if part.role != "main" and last is None or amends and part.role != "main":
            continue
        told: set[str] = set()
        spoken = context.once(spoken_without_names)
        for node in _speaking(part):
            text = node.body
            value = spoken.get(node, "")
            named = [*_NAMED.finditer(value)] if "本" in value else []
            for match in (*named, *(_AS_FOLLOWS.finditer(value) if "如下" in value else ())):
                word = match["word"]
                if word in allowed or word in told or _defined(word, document):
                    continue
                told.add(word)
                yield Misnamed(text.slice(*match.span()), title, match[0], f"本{last or document.genre or '文'}")


def _last_word(title: str) -> str | None:
    match = _LAST.search(title)
    return match["word"] if match else None


def _words_of_titles(document: Document) -> frozenset[str]:
    """The genres that any title in the document bears: its own, those of what it issues, of what it announces and of what it cites."""
    titles = [part.title.text.value for part in document.parts if part.title is not None]
    titles += [attachment.text.value for attachment in document.attachments]
    found = {match["word"] for title in titles for match in _ENDS.finditer(title)}
    own = document.title.text.value if document.title is not None else ""
    found.update(match["word"] for match in _ENDS.finditer(own))
    if document.genre is not None:
        # A word that is no genre is a slip of its own.
        coined = [word for word in coined_genres() if own.endswith(word)]
        found.update((document.genre, *coined))
        # Of two genres side by side (意见通知) either may be meant.
        found.update(word for word in _SELF if any(one.startswith(word) for one in coined))
    return frozenset(found)


def _defined(word: str, document: Document) -> bool:
    """Whether the document gives itself or another text that name: （以下简称本办法）."""
    return any("简称" in text.value and word in text.value.rsplit("简称", 1)[1][:20] for part in document.parts for text in _texts(part))


def _texts(part: Part) -> Iterator[Text]:
    return (node.body for node in _speaking(part))


def _speaking(part: Part) -> Iterator[Heading | Paragraph]:
    return (node for node in part.nodes if isinstance(node, Heading | Paragraph))


_SESSION = r"第(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,6})(?P<unit>[次届])(?P<name>[\u3400-\u9fff（）]{0,10}?会议?)"
_TITLED_SESSION = Pattern(_SESSION)
_HELD_SESSION = Pattern(rf"(?:召开|主持|举行)[^，。；]{{0,24}}?{_SESSION}")
#: The meeting is told of at the begin.
_FIRST_TEXTS = 3


def other_session(document: Document) -> Misnamed | None:
    """Minutes whose title bears the number of another meeting than the text says was held."""
    titled = _TITLED_SESSION.search(document.title.text.value) if document.title is not None else None
    if document.title is None or titled is None or not document.parts:
        return None
    for index, text in enumerate(_texts(document.parts[0])):
        if index >= _FIRST_TEXTS:
            break
        held = _HELD_SESSION.search(text.value)
        if held is None or held["unit"] != titled["unit"] or _bare(held["name"]) != _bare(titled["name"]):
            continue
        if value_of(held["number"]) != value_of(titled["number"]):
            at = text.slice(held.start("number") - 1, held.end("name"))
            return Misnamed(at, document.title.text, at.value, titled[0])
        return None
    return None


def _bare(name: str) -> str:
    return name.removesuffix("议")
