"""Sentences that tell of a reform of bodies (机构改革): in them names of old stand for the bodies that were (norms ABB-06)."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings

_BODY = Pattern(lambda: ending_in(body_endings("bear")))
_REFORM = Pattern(lambda: rf"机构改革|更名|改名|改称|(?:撤销|并入|划入|划转|组建)[^。；]{{0,20}}(?:{_BODY.text})|(?:{_BODY.text})[^。；]{{0,20}}(?:撤销|并入|划入|合并)")
#: 由原临湖区地方税务局设立: the one that was, with its place.
_FORMER = Pattern("原[\u3400-\u9fff]{0,12}$")
_STOPS = "。；\n"
#: What was, told as such, within its clause: 原由市人事局、市劳动局开展, 由原江河市临湖区地方税务局设立.
_FORMER = Pattern(r"(?:原(?![则因件料本始文理油煤告来定有样计拟])|时任|前身|当时的?|曾由|先后由)[^，。；\n]{0,40}$")
_CLAUSE_STOPS = _STOPS + "，"


def tells_reform(text: str, place: int) -> bool:
    """Whether the sentence around a place tells that bodies were renamed, merged or abolished, or its clause of what was."""
    clause = max(text.rfind(mark, 0, place) for mark in _CLAUSE_STOPS) + 1
    if _FORMER.search(text, clause, place):
        return True
    begin = max(text.rfind(mark, 0, place) for mark in _STOPS) + 1
    end = min((at for mark in _STOPS if (at := text.find(mark, place)) >= 0), default=len(text))
    return _FORMER.search(text, begin, place) is not None or _REFORM.search(text, begin, end) is not None
