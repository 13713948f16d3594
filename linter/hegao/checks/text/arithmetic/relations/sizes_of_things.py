"""Sizes (尺寸): length by width is the area, by height the volume: 场地长32米、宽19米，占地608平方米 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.sources.scanner import Scanner

_N = r"\d{1,5}(?:\.\d{1,2})?"
_SIZES = Scanner(
    rf"长(?:度)?(?:为|约)?(?P<long>{_N})米?[，、×*xX和]{{1,2}}(?:净?宽(?:度)?(?:为|约)?)(?P<wide>{_N})米(?:[，、×*xX和]{{1,2}}(?:净?[高深厚](?:度)?(?:为|约)?)(?P<high>{_N})米)?[，,、（(](?:即)?"
    rf"(?P<what>(?:[^，。；、\d]{{0,8}}(?:面积|体积|容积|库容)|占地|合计|共计?)?)(?:为|达|是)?(?P<all>(?P<n>\d{{1,7}}(?:\.\d{{1,2}})?)(?P<unit>平方米|㎡|立方米|m³))",
    sign=r"长(?:度)?(?:为|约)?\d",
)
_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")
_SQUARE = ("平方米", "㎡")


def wrong_sizes(context: Context) -> Iterator[Odd]:
    """Areas and volumes that are not made of the sides told before them."""
    for found in context.once(running_without_names).find(_SIZES):
        match = found.match
        square = match["unit"] in _SQUARE
        if not square and match["high"] is None:
            continue
        right = Decimal(match["long"]) * Decimal(match["wide"]) * (Decimal(1) if square else Decimal(match["high"]))
        stated = Decimal(match["n"])
        if right and abs(right - stated) >= Decimal(1).scaleb(-len(match["n"].partition(".")[2])) and _LEAST <= stated / right <= _MOST:
            # Ground that a thing takes up may go beyond it.
            sure = not (match["what"] == "占地" and stated > right)
            yield Odd(found.at("all"), f"{right.normalize():f}{match['unit']}", [found.at("long"), found.at("wide")], sure)
