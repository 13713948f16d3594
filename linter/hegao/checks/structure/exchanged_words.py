"""Words of a title where the text has others between the same letters (一处照抄旧稿): 设立青溪湿地公园 and 批准设立青溪森林公园 (norms TTL-07)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hegao.checks.structure.told_otherwise import Told
from hegao.document.model import Document, Heading, Paragraph, Part
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.title_likeness import same_title
from hegao.words.vocabulary import task_verbs
from hegao.words.word_costs import SPOKEN_FIGURES

#: By so many letters in a row a stretch of the title is met in the text; so long is the word exchanged, at least and at most.
_SEED, _SHORTEST, _LONGEST = 3, 1, 4
#: So many letters stand around it in all, and at least so many behind; further on than the opening, and for words of two lengths, more.
_AROUND, _BEHIND, _BEHIND_UNEQUAL, _BEHIND_SHORT, _FAR_AROUND = 6, 2, 4, 4, 8
#: The opening sets out to tell of what the title says, the last words ask for it; between them other things may be spoken of.
_OPENING, _CLOSING = 2, 2
#: A word of two letters; what no text has behind.
_PAIR, _NEVER = 2, 1000
#: A slip stands once.
_ONCE = 1
_HAN, _STRETCH = Pattern("[\u3400-\u9fff]+"), Pattern("[\u3400-\u9fff\\d]+")
#: What a document is about stands behind it in the title.
_MATTER = "关于"
#: What a text puts in or leaves out as it likes, and what tells one thing from another in a row.
_FREE = frozenset("的和及与等各为之了在由对将被把其该本有共、全我们工作做好进一步加强切实重视推动促进")
_LINKS = frozenset("的和及与等各为之了在由对将把其该本有作若拟")
#: The version of a text in brackets behind its name.
_VERSION = Pattern(r"(?P<name>[^《》（）()]{6,})[（(](?P<version>试行|暂行|[12]\d{3}[—-][12]\d{3}年)[）)]")


class _Exchange(NamedTuple):
    """A word of the title, where it begins and ends there; and in the text the whole stretch and the word that stands instead."""

    first: int
    last: int
    start: int
    end: int
    word: str
    said: str
    before: int
    around: int


def exchanged_words(document: Document) -> Iterator[Told]:
    """The first place of the text below each title that has one word of it exchanged, where the title's own words do not stand beside."""
    for part in document.parts:
        title = document.title.text if part.role == "main" and document.title is not None else part.title.text if part.title is not None else None
        if title is None:
            continue
        told = _first(part, title)
        if told is not None:
            yield told


def other_version(document: Document) -> Told | None:
    """A name that the title gives with one version in brackets, and the text below it in 《》 with another: （试行）, （暂行）."""
    title = document.title.text if document.title is not None else None
    match = _VERSION.search(title.value, title.value.find(_MATTER) + len(_MATTER)) if title is not None and _MATTER in title.value else None
    if title is None or match is None:
        return None
    nodes = document.parts[0].nodes[:_OPENING] if document.parts else ()
    for text in (node.body for node in nodes if isinstance(node, (Heading, Paragraph))):
        for said in _VERSION.finditer(text.value):
            if match["name"].endswith(said["name"]) and said["version"] != match["version"] and text.value[said.start() - 1 : said.start()] == "《":
                return Told(text.slice(*said.span("version")), match["version"], said["version"], (title.slice(*match.span("version")),))
    return None


#: 试行 and 暂行 behind a name, within its marks or behind them, as the name ends.
_STATE = Pattern(r"[（(](?P<state>试行|暂行)[）)]》?$")
_TAIL = 4


def version_lost(names: list[Text]) -> Told | None:
    """The name of what is issued that stands without the 试行 or 暂行 of the others, told in one way by all that have it: the first that has not."""
    with_it = [name for name in names if _STATE.search(name.value)]
    without = [name for name in names if name not in with_it]
    states = {match["state"] for name in with_it if (match := _STATE.search(name.value)) is not None}
    if not without or len(states) != 1 or not all(same_title(without[0].value, name.value) for name in with_it):
        return None
    lost = without[0]
    tail = lost.slice(max(0, len(lost.value) - _TAIL))
    return Told(tail, tail.value, f"{tail.value}（{states.pop()}）", tuple(with_it))


def _first(part: Part, title: Text) -> Told | None:
    value = title.value
    seeds: dict[str, list[int]] = {}
    pairs: dict[str, list[int]] = {}
    matter = value.find(_MATTER)
    for at in range(matter + len(_MATTER) if matter >= 0 else 0, len(value)):
        for size, found in ((_SEED, seeds), (1, pairs)):
            if _STRETCH.fullmatch(value, at, at + size) and at + size <= len(value):
                found.setdefault(value[at : at + size], []).append(at)
    nodes = [node.body for node in part.nodes if isinstance(node, (Heading, Paragraph))]
    for index, text in enumerate(nodes):
        near = index < _OPENING or index >= len(nodes) - _CLOSING
        for one in _exchanges(value, text.value, pairs if near else seeds, 1 if near else _SEED):
            if one.around >= (_AROUND if near else _FAR_AROUND) and _slip(one, value, text.value, nodes):
                there = title.slice(max(0, one.first - 2), min(len(value), one.last + 2))
                return Told(text.slice(one.start, one.end), there.value, text.value[one.start : one.end], (there,))
    return None


def _exchanges(title: str, said: str, seeds: Mapping[str, list[int]], seed: int) -> Iterator[_Exchange]:
    """Where both run on alike, have one word each, and run on alike again."""
    for at in range(len(said) - seed + 1):
        for begin in seeds.get(said[at : at + seed], ()):
            if begin and at and title[begin - 1] == said[at - 1]:
                continue
            length = _alike(title[begin:], said[at:])
            first, start = begin + length, at + length
            for size in range(_SHORTEST, _LONGEST + 1):
                for other in (size, size - 1, size + 1):
                    behind = _alike(title[first + size :], said[start + other :]) if other else 0
                    if behind >= _least_behind(size, other, length) and length + behind >= (_AROUND if behind > _BEHIND else _AROUND + 1):
                        yield _Exchange(first, first + size, at, start + other + behind, title[first : first + size], said[start : start + other], length, length + behind)
                        break


def _least_behind(size: int, other: int, before: int) -> int:
    """How many letters are to stand behind a word: more, the longer it is, the less its own length is kept, the less stands before."""
    if before < _SEED:
        return _NEVER if size != other or size > _PAIR else _BEHIND_SHORT if before > 1 else _AROUND if size == 1 else _NEVER
    return _BEHIND if size == other and size <= _PAIR else _BEHIND_UNEQUAL


def _alike(one: str, other: str) -> int:
    """How many letters, no marks, both begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not ("\u3400" <= a <= "\u9fff" or a.isdigit()):
            break
        count += 1
    return count


def _slip(one: _Exchange, title: str, said: str, nodes: list[Text]) -> bool:
    """Whether the two words are words, and neither figures nor what is put in or left out, and the title's is not spoken of beside."""
    words = one.word, one.said
    if not all(_HAN.fullmatch(word) for word in words) or any(_FREE.issuperset(word) or _LINKS & set(word) for word in words) or SPOKEN_FIGURES & set("".join(words)):
        return False
    wider = title[one.first - 1 : one.last + 1], said[one.start + one.before - 1 : one.start + one.before + len(one.said) + 1]
    if set(one.word) & set(one.said) or any(verb in word for word in (wider if len(one.word) == 1 else words) for verb in task_verbs()):
        return False
    # 施工水域, spoken of throughout, and 信息中心 beside 事业中心 are things of their own.
    name = said[one.start + one.before - _PAIR : one.start + one.before + len(one.said)]
    if title[one.first - _PAIR : one.last + _PAIR] in said or sum(text.value.count(name) for text in nodes) > _ONCE:
        return False
    begin = max(said.rfind(mark, 0, one.start) for mark in "。；，") + 1
    stop = min((at for mark in "。；，" if (at := said.find(mark, one.end)) >= 0), default=len(said))
    return one.word not in said[begin:stop] and one.said not in title
