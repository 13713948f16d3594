"""Sums that are missed by a slip of the pen (分项之和), bound by what their parts are called: places, stages, bearers, done and left (norms FIG-16).

Beside 其中 there are many ways to say that parts make up a whole: 分两期实施：一期…；二期…, 由我局承担…，贵市承担…, 分配到甲县…、乙县….
What binds them is that the parts are named alike; what shows the slip is that the sum is missed by one digit, by two turned or by
little, while no other figures of the passage make the whole up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped_sum
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.checks.text.arithmetic.yardsticks import begins_anew
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_OPENED = Pattern(r"其中[：:，,]?|包括[：:]?|分别(?:为|是)[：:]?|分为")
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|均|每|同期|增长|增加|提高|下降|减少|降低|上升|达到|累计|合计|共(?!同)|总|超|高于|低于|不足|人口|原(?![则料因])|扣除|另|此外|还|预计|第[\d一二三四五]+(?:名|位)|[到至]\d")
_NO_WHOLE = Pattern(r"比(?![例重])|较(?![好大快强为差])|均|占|每[^年月天日期次]|率|第|其余|剩余")
#: Of parts called so one thing may be several.
OVERLAPS = Pattern(r"党员|女|男|少数民族|兼|同时|及以上|岁以上|年以上|学历|职称|上市|高新|规上|规模以上|龙头|省级以上(?!补)|国家级|涉及|重复")
#: Names that follow one another: 一期, 第二批, 三标段; 首批.
_SERIES = Pattern(r"(?:第)?(?P<n>[一二三四五六七八])(?P<noun>期|批|阶段|标段|组|轮|类|片区|季度|站|级|工区|学期)|(?P<first>首)(?P<noun2>期|批|轮)")
_NUMERALS = "一二三四五六七八"
_DONE = Pattern(lambda: rf"^(?:其中)?(?:已|现已|目前已|{one_of(figure_words('done'))})")
_LEFT = Pattern(lambda: rf"^(?:其余|剩余|尚有|{one_of(figure_words('left'))})")
_BEARS = Pattern(lambda: rf"{one_of(figure_words('bears'))}$")
_PLACE = Pattern(lambda: rf"^(?:其中|分配[到给]|涉及|分布在|安排|下达|划给|分给|由|向|在|给)?[\u3400-\u9fff]{{1,6}}{one_of(level_names('place'))}$")
_BOUND = Pattern(r"\s*(?:以内|以下)")
_AT_MOST = ("不超过", "不多于", "不高于")
_OPEN_END = Pattern(r"[^，。；、]{0,6}(?:等|，其余|、其余|，其他|、其他|余)")
#: 县道38公里: a name and nothing else, in a list that follows its whole at once.
_BARE = Pattern(r"[\u3400-\u9fff]{2,9}")
_NO_BARE = Pattern(r"[宽高深厚直距需可含约每由]|其中|完成|安排|投入|新增|发现|涉及|参加|实现|带动|惠及|服务|覆盖")
_WHOLE = Pattern(r"总|共(?!享)|全[长年市县区省镇]|应到|报名|年度|计划|建设|改造|建成")
#: How far a list of parts may stand behind its whole, how many parts it has, how many figures are tried to explain a whole.
_FAR, _MOST, _TRIED, _SPAN = 60, 8, 10, 260
_SMALL, _LIST = 20, 3


class _Run(NamedTuple):
    """A whole, its parts, whether a word opens the list of these, and whether nothing but their place binds them."""

    whole: Quantity
    parts: Sequence[Quantity]
    opened: bool
    bare: bool


def near_sums(context: Context) -> Iterator[Odd]:
    """Wholes that parts named alike miss by a slip."""
    for passage in context.once(figures_spoken):
        if len(passage.named) > 2:
            for run in _runs(passage):
                if _missed(passage, run):
                    summed = sum((part.value for part in run.parts), Decimal(0))
                    yield Odd(passage.at(run.whole), run.whole.say(summed), [passage.at(part) for part in run.parts])
                    break


def _runs(passage: Figures) -> Iterator[_Run]:
    """The lists of parts behind each figure, of its unit, within its sentence."""
    for index, whole in enumerate(passage.named):
        if whole.dimension in (PERCENT, POINTS) or not whole.value or not _sound(passage, whole):
            continue
        end = passage.value.find("。", whole.end)
        stop = min(end if end >= 0 else len(passage.value), whole.end + _SPAN)
        alike = [one for one in passage.named[index + 1 :] if one.dimension == whole.dimension and one.end <= stop]
        # What 、 parts from the next figure is itself one of the list.
        if len(alike) < 2 or alike[0].start - whole.end > _FAR or passage.value[whole.end : whole.end + 1] == "、":
            continue
        opened = _OPENED.search(passage.value, whole.end, alike[0].start) is not None
        if not opened and (index and _one_of_places(passage, passage.named[index - 1], whole) or begins_list(passage.value, whole.start)):
            continue
        kinds: set[str] = set()
        parts = list(_listed(passage, alike, opened, _follows(passage, whole, alike[0]), kinds))
        if len(parts) >= 2:
            yield _Run(whole, parts, opened, "bare" in kinds and not opened)


def _one_of_places(passage: Figures, before: Quantity, whole: Quantity) -> bool:
    """Whether a figure stands in a list of places itself: 安平县185万元，清源县236万元，白石县142万元."""
    return before.unit == whole.unit and all(_PLACE.match(_label(passage, one)) for one in (before, whole)) and passage.value[before.end : before.end + 1] in "、，；"


#: What leads into a list of places: 任务为：东岭县8000千克，青河县…
_LEADS_IN = Pattern(lambda: rf"(?:为|如下|分解|分配|分别)：[\u3400-\u9fff]{{1,6}}{one_of(level_names('place'))}$")


def begins_list(value: str, start: int) -> bool:
    """Whether the figure that begins at ``start`` is the first of a list of places."""
    return _LEADS_IN.search(value, max(0, start - _FAR), start) is not None


def _sound(passage: Figures, whole: Quantity) -> bool:
    head = _label(passage, whole)
    if _NO_WHOLE.search(head) or head.endswith(("其中", "第")):
        return False
    return not whole.rough or _is_bound(passage, whole) or head.endswith("每年")


def _is_bound(passage: Figures, whole: Quantity) -> bool:
    return passage.value.endswith(_AT_MOST, 0, whole.start) or _BOUND.match(passage.value, whole.end) is not None


def _label(passage: Figures, one: Quantity) -> str:
    words = passage.value[max(0, one.start - 40) : one.start]
    return words[max(words.rfind(mark) for mark in "，。；：、（）()") + 1 :]


def _follows(passage: Figures, whole: Quantity, first: Quantity) -> bool:
    """Whether a list begins right behind its whole, which is called one."""
    between = passage.value[whole.end : first.start]
    return between[:1] in ("，", "：", "（") and between[1:] == _label(passage, first) and _WHOLE.search(_label(passage, whole)) is not None


def _listed(passage: Figures, alike: Sequence[Quantity], opened: bool, bare: bool, kinds: set[str]) -> Iterator[Quantity]:
    """The figures that are named as the first of them is; ``bare``: whether a name alone will do; ``kinds`` takes how they are."""
    kind = ""
    for place, one in enumerate(alike[:_MOST]):
        label = _label(passage, one)
        if one.rough or _NO_PART.search(label) or place and not _joined(passage, alike[place - 1], one):
            break
        if place and begins_anew(passage.value, alike[0], one, _marks(passage.value[alike[place - 1].end : one.start])):
            break
        named = _kind(label, place) or ("bare" if bare and _BARE.fullmatch(label) and not _NO_BARE.search(label) else "")
        if kind and named != kind and not (opened and "series" not in (kind, named)) and {kind, named} != {"place", "bare"}:
            break
        kind = kind or named or ("opened" if opened else "none")
        if kind == "none":
            break
        kinds.add(named)
        yield one


def _marks(between: str) -> str:
    return "".join(mark for mark in between if mark in "，、；")


def _joined(passage: Figures, one: Quantity, other: Quantity) -> bool:
    """Whether two parts follow one another in a list; what is numbered may have its own words between."""
    between = passage.value[one.end : other.start]
    return _SERIES.match(_label(passage, other)) is not None or len(between) <= 30 and between[:1] in "、，,；;和及" or re.match(r"[（(][^（）()]{1,24}[）)][、，；]", between) is not None


def _kind(label: str, place: int) -> str:
    series = _SERIES.match(label.removeprefix("其中"))
    if series is not None:
        number = 0 if series["first"] else _NUMERALS.index(series["n"])
        return "series" if number == place else ""
    if (_DONE if place == 0 else _LEFT).match(label):
        return "done"
    if _BEARS.search(label):
        return "bears"
    return "place" if _PLACE.match(label) else ""


def _missed(passage: Figures, run: _Run) -> bool:
    whole, parts = run.whole, run.parts
    summed = sum((part.value for part in parts), Decimal(0))
    off = summed - whole.value
    if not off or any(part.unit != whole.unit for part in parts) or _rounded(whole, parts, off) or _OPEN_END.match(passage.value, parts[-1].end):
        return False
    if OVERLAPS.search("".join(_label(passage, part) for part in parts)) or _explained(passage, run, summed):
        return False
    if _is_bound(passage, whole) and off < 0:
        return False
    # 其中 may name some parts only.
    plain = (off > 0 or not run.opened) and near(whole.value, abs(off)) and all(part.value < whole.value for part in parts)
    small = run.opened and off > 0 and len(parts) >= _LIST and whole.value <= _SMALL * whole.step and all(part.value < whole.value for part in parts) and summed <= whole.value * 2
    return plain or small or not run.bare and slipped_sum(whole, parts)


def _rounded(whole: Quantity, parts: Sequence[Quantity], off: Decimal) -> bool:
    """Whether rounding may hide so much; what is counted out, or written with one and the same step, hides nothing."""
    steps = [whole.step, *(part.step for part in parts)]
    if len(set(steps)) == 1 and (whole.whole or len(parts) <= _LIST):
        return False
    return abs(off) <= max(steps) * (len(parts) + 1) / 2


def _explained(passage: Figures, run: _Run, summed: Decimal) -> bool:
    """Whether other figures of the passage make the whole up, or the parts another of them."""
    known = (run.whole, *run.parts)
    others = [one for one in passage.named if one.dimension == run.whole.dimension and one is not run.whole]
    if any(one.value == summed for one in others if one not in run.parts):
        return True
    close = sorted(others, key=lambda one: abs(one.start - run.whole.start))[:_TRIED]
    if any(_make_up(run, several) for size in range(2, 5) for several in combinations(close, size)):
        return True
    if any(sum((part.value for part in run.parts[:many]), Decimal(0)) == run.whole.value for many in range(2, len(run.parts))):
        return True
    # The whole may itself be a part of another, with some of the others.
    within = [one for one in close if one.value < run.whole.value * 8]
    if any(_in_another(run.whole, several, close) for size in range(1, 4) for several in combinations(within, size)):
        return True
    # One of the parts may itself be shared out by those behind it.
    return any(sum((part.value for part in run.parts[index + 1 :]), Decimal(0)) == part.value for index, part in enumerate(run.parts[:-2])) or len(known) < _LIST


def _make_up(run: _Run, several: Sequence[Quantity]) -> bool:
    """Whether figures, not all of them parts, make up the whole."""
    return sum((one.value for one in several), Decimal(0)) == run.whole.value and any(one not in run.parts for one in several)


def _in_another(whole: Quantity, several: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    summed = sum((one.value for one in several), whole.value)
    return any(one.value == summed for one in others if one not in several)
