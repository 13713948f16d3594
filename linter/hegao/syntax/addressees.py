"""Addressees (主送机关): lines that name bodies and end with a colon, or should."""

from __future__ import annotations

import re

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.line_kinds import PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.syntax.titles import SENTENCE_END
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings

_NAME_END = Pattern(rf"{ending_in(body_endings('address'))}[）)]?$")
#: Persons are addressed one and all: 各位代表, 全体职工, 同志们.
_PERSONS = Pattern(r"各位|(?:全体|广大)(?!会)[^，]{1,20}$|同志们$")
_CLOSING_ASIDE = Pattern(r"[（(][^（）()]*[）)]$")
_LIST_FOLLOWS = Pattern("如下$|通知如下|名单$")
#: The last of several names: 各人民团体 are addressed, whatever their name ends with.
_LAST_NAME = Pattern("(?<=[、，])[^、，：。]{2,20}$")
#: What stands behind an addressee in place of its colon.
_WRONG_MARKS = "，,、；;。."
#: Behind these an addressee may stand that lost its colon.
_BEFORE = frozenset([Kind.TITLE, Kind.NUMBER, Kind.DATE])
_LONGEST_ADDRESSED = 40
#: Classes of bodies side by side, whatever their names end with: 各中小学、幼儿园，局机关各股室.
_CLASSES = Pattern("各[\u3400-\u9fff（）]{1,20}(?:[、，](?:(?!的)[\u3400-\u9fff（）]){2,20})+[，,、；;。.]?")
#: 办理结果：A类, 公开属性：主动公开: between the number and the addressee stand so many such lines at most.
_LABELLED = Pattern(r"[\u3400-\u9fff]{2,8}[：:][^：:。；]{1,20}")
_MOST_LABELLED = 4
_PERSON = Pattern("^[\u3400-\u9fff、]{2,12}(?:代表|委员|先生|女士|同志)[，,。；]?$")


def is_addressee(line: Line) -> bool:
    """Whether a line names bodies and ends with a colon."""
    text = line.squeezed
    if line.kind not in PLAIN or not text.endswith(("：", ":")) or len(text) > 400 or "。" in text:
        return False
    name = _CLOSING_ASIDE.sub("", text.rstrip("：:"))
    last = _LAST_NAME.search(name)
    return len(name) >= 2 and bool(_PERSONS.match(name) or _NAME_END.search(name) or last and last[0].startswith("各")) and not _LIST_FOLLOWS.search(name)


def lists_bodies(text: str) -> bool:
    """Whether a text is nothing but names of bodies that get a document, whatever mark stands behind the last."""
    names = [name for name in re.split("[、，,]", text.rstrip(_WRONG_MARKS)) if name]
    return bool(names) and all(len(name) <= _LONGEST_ADDRESSED and (_NAME_END.search(name) or name.startswith("各")) for name in names)


def lists_classes(text: str) -> bool:
    """Whether a text is nothing but classes of bodies, several of them: 各镇党委、人民政府，区直各单位."""
    return text.startswith("各") and re.search("[、，]", text) is not None and lists_bodies(text)


def misses_colon(line: Line) -> bool:
    """Whether a line lists bodies and ends with another mark than the colon that an addressee ends with."""
    text = line.squeezed
    return line.kind in PLAIN and line.cells is None and text.endswith(tuple(_WRONG_MARKS)) and lists_bodies(text)


def lost_colon(lines: list[Line], at: int) -> bool:
    """Whether a line between title and body is nothing but a list of bodies that goes to several: an addressee without its colon."""
    line = lines[at]
    if line.kind not in PLAIN or line.cells is not None or at + 1 >= len(lines) or lines[at - 1].kind not in _BEFORE:
        return False
    follows = lines[at + 1].kind == Kind.TEXT and lines[at + 1].squeezed.endswith((*SENTENCE_END, "：", ":"))
    several = misses_colon(line) or bool(re.search("^各|[、，,]", line.squeezed))
    return follows and several and (lists_bodies(line.squeezed) or _CLASSES.fullmatch(line.squeezed) is not None)


def _addresses_several(line: Line) -> bool:
    """Whether a line names several with a colon behind them, of whom the first is a body or all of a class: 各市教育局，省属中小学."""
    text = line.squeezed
    names = re.split("[、，,]", text[:-1])
    plain = line.kind in PLAIN and line.cells is None and text.endswith(("：", ":")) and "。" not in text and _LIST_FOLLOWS.search(text[:-1]) is None
    return plain and len(names) > 1 and lists_bodies(names[0]) and all(1 < len(name) <= _LONGEST_ADDRESSED for name in names)


def _addresses_person(lines: list[Line], at: int) -> bool:
    """Whether a short line over the text names but whom a reply goes to (张三代表), its colon lost."""
    line = lines[at]
    plain = line.kind in PLAIN and line.cells is None and at + 1 < len(lines)
    return plain and _PERSON.match(line.squeezed) is not None and lines[at + 1].kind == Kind.TEXT and lines[at + 1].squeezed.endswith((*SENTENCE_END, "：", ":"))


def mark_addressee(lines: list[Line], at: int) -> int:
    """Mark the addressee (主送机关) that follows a head, and what is noted between them; the index behind it."""
    below = at
    while below < min(len(lines), at + _MOST_LABELLED) and _LABELLED.fullmatch(lines[below].squeezed) and not is_addressee(lines[below]):
        below += 1
    if at < below < len(lines) and (is_addressee(lines[below]) or _addresses_person(lines, below)):
        for line in lines[at:below]:
            line.kind = Kind.HEAD_NOTE
        at = below
    if at < len(lines) and (is_addressee(lines[at]) or _addresses_several(lines[at]) or lost_colon(lines, at) or _addresses_person(lines, at)):
        lines[at].kind = Kind.ADDRESSEE
        return at + 1
    return at
