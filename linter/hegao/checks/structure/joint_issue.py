"""Joint issues (联合行文): the bodies that a title names, and whether all of them sign (norm SIG-01)."""

from __future__ import annotations

from collections.abc import Callable

from hegao.checks.shared.issuing_bodies import is_body
from hegao.document.model import Document
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import about_words, genre_words

_BEFORE_ABOUT = Pattern(rf"^(?P<bodies>[\u3400-\u9fff（）]{{6,160}}?){one_of((*about_words(), '对', '致'))}")
#: 江河市教育局等三部门关于……的通知
_COUNTED = Pattern(rf"等(?P<number>[三四五六七八九十]|[3-9]|1\d)个?(?:部门|单位|机关)(?={one_of(about_words())})")
#: What stands before the place in names; 中共 is left out on the way.
_PARTY, _LEAGUE = "中共", "共青团"
_HANDED_ON = Pattern("转发|批转")
#: As many letters tell the place that the names begin with; a name has as many more at least.
_PLACE, _SHORTEST = 2, 4


def joint_bodies(title: str) -> list[str]:
    """The bodies of one place that stand side by side at the begin of a title; empty where there are not several."""
    match = _BEFORE_ABOUT.match(unspaced(title))
    if match is None:
        return []
    whole = match["bodies"].removeprefix(_PARTY)
    place = whole[:_PLACE]
    starts = [at for at in range(len(whole)) if whole.startswith(place, at)]
    names = [whole[a:b] for a, b in zip(starts, [*starts[1:], len(whole)], strict=True)]
    names = [name.removesuffix(_PARTY) for name in names]
    # 共青团 stands before the place, and belongs to the name behind it.
    league = [False, *(name.endswith(_LEAGUE) for name in names)]
    names = [(_LEAGUE if before else "") + name.removesuffix(_LEAGUE) for name, before in zip(names, league, strict=False)]
    return names if len(names) > 1 and all(len(name) >= _SHORTEST and is_body(name) for name in names) else []


def unsigned(document: Document, one_body: Callable[[str, str], bool]) -> list[str] | None:
    """All the bodies of the title of a joint issue of which one, at least, does not sign; None where all do or nobody signs."""
    names: list[str] = []
    counted = None
    if document.title is not None:
        # Whoever hands on what others issued signs alone.
        title = unspaced(document.title.text.value)
        handed_on = _HANDED_ON.search(title)
        title = title[: handed_on.start()] if handed_on is not None else title
        names, counted = joint_bodies(title), _COUNTED.search(title)
    signed = [unspaced(signature.text.value).removeprefix(_PARTY) for signature in document.signatures]
    if counted is not None and 0 < len(signed) < value_of(counted["number"]):
        return [counted[0].removeprefix("等")]
    if not names or not signed or len(signed) >= len(names):
        return None
    missing = [name for name in names if not any(one_body(name, other) for other in signed)]
    # A line may name several without a blank between.
    whole = "".join(signed)
    return names if any(name not in whole for name in missing) else None


#: What stands behind the bodies of an agency mark.
_MARK = Pattern(rf"(?:文件|{one_of(genre_words(use='public'))})$")


def out_of_turn(document: Document, one_body: Callable[[str, str], bool]) -> list[str] | None:
    """The first signature of a joint issue, and all bodies in the order of the title or of the agency mark, where they sign in another one."""
    title = document.title.text.value if document.title is not None else ""
    names = joint_bodies(title)
    if not names:
        marks = [_MARK.sub("", unspaced(line.text.value)) for line in document.masthead]
        names = [mark for mark in marks if is_body(mark)]
    signed = [name for signature in document.signatures for name in _WIDE.split(signature.text.value.strip()) if name]
    if len(names) < _SEVERAL or len(signed) != len(names):
        return None
    order = [[place for place, name in enumerate(names) if one_body(name, unspaced(other))] for other in signed]
    if any(len(places) != 1 for places in order):
        return None
    places = [places[0] for places in order]
    return [signed[0], *names] if sorted(places) == list(range(len(names))) and places != sorted(places) else None


#: Names on one line are parted by blanks; and so many make an issue a joint one.
_WIDE = Pattern(r"[ \u3000]+")
_SEVERAL = 2
