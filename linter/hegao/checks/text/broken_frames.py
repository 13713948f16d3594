"""Prepositions and frames that do not fit (介词和句式杂糅): 根据甲和根据乙, 对于关于, 以甲为重点为, 防止不发生, 通过甲，使乙, 每月月初左右."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hegao.checks.shared.passages import Running
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_PREPOSITIONS = "根据|按照|依照|依据|为了|针对|围绕|通过|由于|鉴于|对于"
_AT_ONCE = "立即|马上|立刻|即刻|当即"
_HAPPEN = "发生|出现|造成|产生|引发|形成|导致"


class BrokenFrame(NamedTuple):
    """A place, what is right, the remark on it, and whether that is doubtful."""

    at: Text
    right: str
    note: str
    doubtful: bool


#: Where, with the part at fault in the group ``at``, what is right, the remark, and whether that is doubtful.
_KINDS: tuple[tuple[Scanner, Callable[[re.Match[str]], str], str, bool], ...] = (
    # 根据《条例》和根据有关规划
    (
        Scanner(rf"(?P<first>{_PREPOSITIONS})[^，。；：]{{2,40}}?(?P<at>(?P<and>和|及|以及|与)(?P=first))", sign=rf"[和及与](?:{_PREPOSITIONS})"),
        lambda match: match["and"],
        "介词重复",
        False,
    ),
    # 对于关于群众反映的问题
    (
        Scanner("(?P<at>(?P<first>对于|关于)(?:(?<=对于)关于|(?<=关于)对于)|(?P<basis>根据|按照|依据|依照)(?!(?P=basis))(?:根据|按照|依据|依照)|(?P<why>由于因为|因为由于))"),
        lambda match: match["at"][:2],
        "介词叠用",
        False,
    ),
    # 以防范事故为重点为，
    (Scanner("以[^，。；：]{2,24}(?P<at>为[\u3400-\u9fff]{2}为)(?=[，。；、])", sign="为[，。；、]"), lambda match: match["at"][:-1], "句式杂糅", False),
    # 防止不发生
    (Scanner(rf"(?:防止|避免|杜绝|严防|谨防|以免)(?P<at>不|没有|未)(?={_HAPPEN})"), lambda match: "", "否定重复，意思相反", False),
    # 立即马上
    (Scanner(rf"(?P<at>(?P<first>{_AT_ONCE})(?:{_AT_ONCE}))"), lambda match: match["first"], "语义重复", False),
    (Scanner(rf"(?P<at>第一时间(?:{_AT_ONCE}))"), lambda match: "第一时间", "语义重复", True),
    # 通过开展整治，使得秩序好转
    (Scanner("(?:^|(?<=[。；]))(?P<at>通过)[^，。；：]{4,40}，使得?(?=[\u3400-\u9fff])"), lambda match: "（删去“通过”或“使”，补出主语）", "缺少主语", True),
    # 每月月初左右, 年底前后
    (
        Scanner("(?:每[月季年]|[月季年]|\\d月)(?:初|底|末|[上中下]旬)(?P<at>左右|前后|上下)|\\d日(?P<day>左右|前后|上下)(?=[，。；、完报提开组前举]|$)"),
        lambda match: "",
        "时点不用概数",
        True,
    ),
)


def broken_frames(text: Running) -> Iterator[BrokenFrame]:
    """The broken frames of a running text."""
    for scanner, mended, note, doubtful in _KINDS:
        for found in text.find(scanner, "title", "heading", "paragraph", "row"):
            group = "at" if found.match["at"] is not None else "day"
            yield BrokenFrame(found.at(group), mended(found.match), note, doubtful)
