"""Sentences that tell of a reform of bodies (机构改革): in them names of old stand for the bodies that were (norms ABB-06)."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings

_BODY = Pattern(lambda: ending_in(body_endings("bear")))
_REFORM = Pattern(lambda: rf"机构改革|更名|改名|改称|(?:撤销|并入|划入|划转|组建)[^。；]{{0,20}}(?:{_BODY.text})|(?:{_BODY.text})[^。；]{{0,20}}(?:撤销|并入|划入|合并)")
_STOPS = "。；\n"
#: 原市环保局, 原江河市临湖区国土局: what stands between is the name of a place, or of other bodies that were.
_FORMERLY = Pattern("原(?![则因料件文始])[\u3400-\u9fff、]{0,24}$")
#: So many characters before a name are asked for 原.
_BEFORE = 25


def called_former(text: str, place: int) -> bool:
    """Whether what stands before a name calls it one of the past: 原国土资源局, 由原江河市环境保护局."""
    return _FORMERLY.search(text, max(0, place - _BEFORE), place) is not None


def tells_reform(text: str, place: int) -> bool:
    """Whether the sentence around a place tells that bodies were renamed, merged or abolished."""
    begin = max(text.rfind(mark, 0, place) for mark in _STOPS) + 1
    end = min((at for mark in _STOPS if (at := text.find(mark, place)) >= 0), default=len(text))
    return _REFORM.search(text, begin, end) is not None
