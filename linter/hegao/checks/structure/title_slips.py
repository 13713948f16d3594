"""What a title may hold and how: laws by their marks, what is passed on by its name, bodies by blanks, years by a dash (norms TTL-05 to TTL-15)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.issuing_bodies import is_body
from hegao.checks.structure.genre_routes import rank_of
from hegao.sources.lazy_pattern import Pattern
from hegao.words.building_blocks import terminal
from hegao.words.laws import law_of
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import about_words, action_words, genre_words, title_verbs

#: What is done with a law, a regulation or what others issued.
_OBSERVED = one_of(title_verbs("observes"))
_PASSED = one_of((*action_words("passes"), "贯彻", "落实", "执行", "学习", "印发", "传达"))
#: A law by its name: 安全生产法; a regulation behind what is done with it: 贯彻实施保障农民工工资支付条例.
_LAW_END = Pattern(r"(?:法|条例)(?![规律定院治官庭人制学案典])")
_REGULATION = Pattern(rf"(?:{_OBSERVED})(?:好|新修订的?|新)?(?P<name>(?!{_OBSERVED})[\u3400-\u9fff]{{4,30}}?(?:条例|管理办法|实施细则))(?!》)")
#: A week named after a law is no law.
_CAMPAIGN = Pattern(r"[\u3400-\u9fff]{0,4}(?:周|月|活动日)|知识")
_LONGEST_LAW, _SHORTEST_LAW = 30, 4
#: 转发柳政发〔2026〕1号文的通知.
_BY_NUMBER = Pattern(lambda: rf"(?:{_PASSED})(?:关于)?(?P<at>[^《》（(]{{0,30}}?{terminal('_CODE')}{terminal('_SQUARE_OPENING')}{terminal('_YEAR')}{terminal('_SQUARE_CLOSING')}\d{{1,5}}号(?:文件?)?)(?![）)])")
#: 2026-2028年 within the name of what is issued.
_YEARS = Pattern(r"(?P<from>(?:19|20)\d\d)年?(?P<dash>[-－–]{1,2})(?=(?:(?:19|20)\d\d)年)")
_NESTED = Pattern(r"(?<=《)[^《》]*(?P<inner>《(?P<name>[^《》]+)》)(?=[^《》]*》)")
_ANGLED = Pattern(r"[<＜](?P<name>[^<>＜＞]{2,60})[>＞]")
#: 《…办法》（试行）, 《…条例》（草案）: what state a text is in is a part of its name.
_STATE = Pattern(r"(?P<note>》[（(](?P<state>试行|暂行|草案|征求意见稿|送审稿|讨论稿|修订草案|试行稿)[）)])")
_SCHEME = ending_in(genre_words(use="scheme"))
#: Of two texts issued by one notice only one bears marks.
_HALF_MARKED = (
    Pattern(rf"(?:印发|下发)(?P<at>[^《》、和及]{{4,60}}?{_SCHEME})(?:和|及|、|以及)《[^《》]+》的"),
    Pattern(rf"(?:印发|下发)《[^《》]+》(?:和|及|、|以及)(?P<at>[^《》]{{4,60}}?{_SCHEME})的"),
)
#: 县卫生健康局批转市卫生健康委关于…: what came from above is passed on (转发), not approved and passed on.
_HANDED = Pattern(rf"(?P<word>{one_of(('批转', '印发'))})(?P<other>[\u3400-\u9fff]{{2,30}}?)(?:{one_of(about_words())}|《)")
_STATE_BODIES = Pattern(r"^(?:国务院|中共中央|中央|国家|全国|最高)|^(?!.*[市县区])[\u3400-\u9fff]{2,10}部(?:办公厅)?$")
_JOINED = Pattern(r"[、，,]|以及|[和与及]")


class TitleSlip(NamedTuple):
    """A slip in a title: its place there, what is written and what should be, and whether it is only likely."""

    start: int
    end: int
    part: str
    right: str
    likely: bool = False


def title_slips(value: str, outside: str) -> Iterator[TitleSlip]:
    """The slips in what a title holds; ``outside`` is the title with its quotations masked."""
    yield from _marks(value)
    yield from _bare_laws(outside)
    numbered = _BY_NUMBER.search(outside)
    if numbered is not None:
        yield TitleSlip(*numbered.span("at"), numbered["at"], "所转发文件的标题")
    for pattern in _HALF_MARKED:
        half = pattern.search(value)
        if half is not None:
            yield TitleSlip(*half.span("at"), half["at"], f"《{half['at']}》")
    yield from _handed_down(value)
    yield from _joined_bodies(value)


def _marks(value: str) -> Iterator[TitleSlip]:
    """Marks within marks, and those of years."""
    for match in _NESTED.finditer(value):
        yield TitleSlip(*match.span("inner"), match["inner"], f"〈{match['name']}〉")
    angled = _ANGLED.search(value)
    if angled is not None:
        inner = value.rfind("《", 0, angled.start()) > value.rfind("》", 0, angled.start())
        yield TitleSlip(*angled.span(), angled[0], f"〈{angled['name']}〉" if inner else f"《{angled['name']}》")
    state = _STATE.search(value)
    if state is not None:
        yield TitleSlip(*state.span("note"), state["note"], f"（{state['state']}）》")
    years = _YEARS.search(value)
    if years is not None:
        yield TitleSlip(*years.span(), years[0], f"{years['from']}—")


def _bare_laws(outside: str) -> Iterator[TitleSlip]:
    """A law or a regulation named without 《》; a name that everybody uses may stand so, and the table knows only those of the State."""
    about = outside.find("关于")
    if about < 0:
        return
    rules = _REGULATION.search(outside, about + 2)
    if rules is not None and _CAMPAIGN.match(outside, rules.end()) is None:
        yield TitleSlip(*rules.span("name"), rules["name"], f"《{rules['name']}》", True)
        return
    for end in _LAW_END.finditer(outside, about + 2):
        name = _longest_law(outside[max(about + 2, end.end() - _LONGEST_LAW) : end.end()])
        if name and _CAMPAIGN.match(outside, end.end()) is None:
            yield TitleSlip(end.end() - len(name), end.end(), name, f"《{name}》", True)
            return


def _longest_law(words: str) -> str:
    """The longest name of a law that the words end with."""
    names = (words[at:] for at in range(len(words) - _SHORTEST_LAW + 1))
    return next((name for name in names if law_of(name) is not None), "")


def _handed_down(value: str) -> Iterator[TitleSlip]:
    """批转 of what came from above, and 印发 of what another body issued."""
    match = _HANDED.search(value)
    if match is None or match.start() < _SHORTEST_LAW or not is_body(match["other"]):
        return
    own, other = rank_of(value[: match.start()].removesuffix("关于")), rank_of(match["other"])
    above = _STATE_BODIES.match(match["other"]) is not None or own is not None and other is not None and other > own
    if above:
        yield TitleSlip(*match.span("word"), match["word"], "转发")


def _joined_bodies(value: str) -> Iterator[TitleSlip]:
    """Bodies of a joint issue that stand side by side with a mark or a word between."""
    about = min((at for word in about_words() if (at := value.find(word)) > 0), default=0)
    begun, names = 0, list(_JOINED.finditer(value, 0, about))
    place = value.removeprefix("中共")[:2]
    for mark in names:
        left, right = value[begun : mark.start()], value[mark.end() : about]
        if is_body(left) and len(left) > _SHORTEST_LAW and right.startswith((place, "中共" + place)) and is_body(right):
            yield TitleSlip(*mark.span(), value[max(0, mark.start() - 3) : mark.end() + 3], "各机关之间空一字，不加标点和连词")
            return
        if is_body(left) and right.startswith(place):
            begun = mark.end()
