"""Works, platforms, parks and firms told once with one word other than elsewhere (工程、平台名称前后不一): 青溪水库除险加固工程, 青溪水库除险加高工程.

Two names of one length that begin alike by some letters and end alike, but for one word, and do not stand side by side, may be one thing's.
"""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.task.body_register import Mention
from hegao.checks.task.named_things import words_before_names
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.word_costs import SPOKEN_FIGURES

_LETTER = r"(?![由在报请送对向的是将把及和与到为从以各该本每等、]|召开|举办|参加|前往|位于|途经|经过|负责|牵头|登录|通过|依托|推进|加快|建设好)[\u3400-\u9fff]"
_ENDS = "工程|项目|平台|系统|公园|广场|有限公司|管委会|管理委员会|开发区|基地|专项行动|产业园"
_NAME = Scanner(
    lambda: rf"(?:^|(?<=[由在报请送及和与向对到为从以经至将把的于按进快录过托用，。；：、（〔“(|\t　 ])|(?<={words_before_names()}))(?P<name>(?:{_LETTER}){{5,22}}?(?:{_ENDS}))(?!{_ENDS})",
    sign=_ENDS,
)
#: So many letters alike in front, behind, and in all.
_BEFORE, _BEHIND, _ALIKE = 3, 2, 8
_HAN = Pattern("[\u3400-\u9fff]+")
#: So far back a title may begin.
_TITLE = 60
#: So many letters, at most, are exchanged.
_EXCHANGED = 2
#: Letters whose exchange makes another thing of a row.
_TELLING = frozenset("有无东西南北上下内外前后左右大小新老县区镇村甲乙丙丁") | SPOKEN_FIGURES


def works_renamed(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names told once, each with the one other that it may be a slip for."""
    whole = context.once(running)
    text = whole.text
    told: dict[str, Found] = {}
    for found in whole.find(_NAME, "heading", "paragraph", "row"):
        told.setdefault(found.match["name"], found)
    odd: dict[str, list[tuple[int, str]]] = {}
    for name in told:
        for at in _places(text, name[:_BEFORE]):
            other = text[at : at + len(name)]
            if other != name and other[-_BEHIND:] == name[-_BEHIND:] and _HAN.fullmatch(other) and _one_word_apart(name, other):
                odd.setdefault(other, []).append((at, name))
    for other, places in odd.items():
        at, name = places[0]
        first = text.find(name)
        if len(places) != 1 or text.count(other) != 1 or text.count(name) == 1 and first > at or _side_by_side(text, *sorted(((first, name), (at, other)))):
            continue
        if text.rfind("《", max(0, at - _TITLE), at) <= text.rfind("》", max(0, at - _TITLE), at):
            yield Mention(other, whole.at(at, at + len(other))), Mention(name, told[name].at("name"))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _side_by_side(text: str, first: tuple[int, str], last: tuple[int, str]) -> bool:
    """Whether no clause ends between the two, which then are two; in rows of a table they are, too."""
    between = text[first[0] + len(first[1]) : last[0]]
    return not any(mark in between for mark in "，。；：\n") or "\t" in between or "|" in between


def _one_word_apart(one: str, other: str) -> bool:
    """Whether two names of one length differ in letters that stand together, and tell nothing of a row."""
    if len(one) != len(other):
        return False
    off = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    letters = {name[at] for name in (one, other) for at in off}
    return off[-1] - off[0] < _EXCHANGED and len(one) - len(off) >= _ALIKE and not letters & _TELLING
