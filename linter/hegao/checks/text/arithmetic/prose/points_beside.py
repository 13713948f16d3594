"""Points between two rates told in one sentence (与括注比率之差): 90.1%，比上年同期（158天，87.3%）提高2.8个百分点 (norms FIG-14, FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

_RATE = r"\d[\d.]*"
#: The rate that is compared with, in a bracket, and the points right behind.
_POINTS = Scanner(
    rf"(?P<by>比|较(?![好大快强为差])|高于|低于|快于|慢于)[^，。；%％（(]{{1,20}}[（(](?:[^（）()]{{0,24}}[，、])?[^（）()\d%％]{{0,8}}(?P<other>{_RATE})[%％][）)](?:提高|提升|上升|下降|降低|回落|增加|减少|扩大|缩小|快|慢|高|低|多|少)?了?(?P<points>{_RATE})个?百分点",
    sign=r"[%％][）)].{0,4}\d[\d.]*个?百分点",
)
_BEFORE = Pattern(rf"(?P<rate>{_RATE})[%％][^。；%％]{{0,24}}$")
_FURTHEST = 60


def points_beside(context: Context) -> Iterator[Odd]:
    """Points that are not what lies between the rate in front of them and the one in the bracket."""
    for found in context.once(running).find(_POINTS, "heading", "paragraph", "row"):
        match = found.match
        before = _BEFORE.search(match.string, max(0, match.start() - _FURTHEST), match.start())
        if before is None:
            continue
        points = Decimal(match["points"])
        between = abs(Decimal(before["rate"]) - Decimal(match["other"]))
        if abs(points - between) > Decimal(10) ** int(points.as_tuple().exponent):
            at = found.passage.slice(match.start("points"), match.end())
            yield Odd(at, f"{between.normalize():f}个百分点", [found.at("other")])
