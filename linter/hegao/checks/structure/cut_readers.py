"""Readers (主送机关) of whose names a part is lost or typed twice: 县（区）教育局, 市直各：, 各县（县）人民政府, 云台县：."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_LEVEL = Pattern(lambda: one_of(name for name in level_names("place") if len(name) == 1))
#: All of a kind, without the word that says so.
_ALL = Pattern(lambda: rf"(?:^|(?<=，))(?={_LEVEL.text}（[{''.join(name for name in level_names('place') if len(name) == 1)}、]+）)")
#: What says of which bodies, and no body behind it.
_NO_BODY = Pattern(r"[\u3400-\u9fff]{0,4}(?:各|有关|直属)(?=[，、：]|$)")
#: One kind within the brackets of the same.
_TWICE = Pattern(lambda: rf"各(?P<one>{_LEVEL.text})（(?:[^（）]*、)?(?P=one)(?:、[^（）]*)?）")
#: A place for its body.
_PLACE = Pattern(r"^(?!各|全)(?P<place>[\u3400-\u9fff]{2,5}[市县区])：?$")


def cut_readers(text: Text) -> Iterator[tuple[Text, str]]:
    """The parts of an addressee that are cut or doubled, each with what is right."""
    value = text.value.rstrip(" 　")
    for match in _ALL.finditer(value):
        end = value.find("）", match.end()) + 1
        yield text.slice(match.end(), end), "各" + value[match.end() : end]
    for match in _NO_BODY.finditer(value):
        yield text.slice(*match.span()), f"{match[0]}××"
    for match in _TWICE.finditer(value):
        yield text.slice(*match.span()), f"各{match['one']}（×）"
    place = _PLACE.match(value)
    if place is not None:
        yield text.slice(*place.span("place")), f"{place['place']}人民政府"
