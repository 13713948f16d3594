"""A rate and its amount, one after the other (分期、分担的比例与金额): of which whole they are, all must be of the same (norms FIG-16).

拨付60%，计1759.8万元；拨付40%，计1173.2万元: both are of 2933万元.  Of two, the one is wrong that is not of a whole that the document
names, where the other one is; of three and more, the one that is not of the whole of all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.prose.partitions import Part
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.document.model import Heading
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_AMOUNT_OF = Pattern(r"[，,、（(]?(?:的?(?:资金|款项|合同价款?|价款|比例))?[，,（(]?(?:即|计|共|共计|合计|合|约合|折合|金额为?|为|资金)[^，。；：、\d]{0,6}")
_SHARE_OF = Pattern(r"[^，。；、（）\d]{0,6}[，,、（(]占(?:比|总[^，。；、\d]{1,4}|全部)?的?(?:为)?")
_APART = (Decimal("0.4"), Decimal("2.5"))

_Pair = tuple[Part, Part]


def wrong_instalments(context: Context) -> Iterator[Odd]:
    """The amounts and rates that are not of the whole of the others."""
    several = context.once(figures_spoken)
    pairs = [(passage, found) for passage in several if "%" in passage.value and (found := list(_pairs(passage)))]
    wholes: set[Decimal] | None = None
    for members in _together(context, pairs):
        if len(members) < 2 or len({part.quantity.dimension for part, _rate in members}) != 1:
            continue
        if wholes is None:
            wholes = {one.value for passage in several for one in passage.named if one.dimension not in (PERCENT, POINTS)}
        odd = _odd_one(members, wholes)
        if odd is not None and not any(_of(pair, one.value) for pair in members if odd.at in (pair[0].at, pair[1].at) for one in _beside(several, pair)):
            yield odd


def _pairs(passage: Figures) -> Iterator[_Pair]:
    for one, other in pairwise(passage.named):
        between = passage.value[one.end : other.start]
        if one.rough or other.rough:
            continue
        if one.dimension == PERCENT and other.dimension == "金额" and _AMOUNT_OF.fullmatch(between):
            yield Part(passage.text, other), Part(passage.text, one)
        elif other.dimension == PERCENT and one.dimension not in (PERCENT, POINTS) and _SHARE_OF.fullmatch(between):
            yield Part(passage.text, one), Part(passage.text, other)


def _together(context: Context, pairs: Sequence[tuple[Figures, list[_Pair]]]) -> Iterator[list[_Pair]]:
    """The pairs of one passage, and those of the items of one numbering."""
    yield from (found for _passage, found in pairs if len(found) >= 2)
    items: dict[object, list[_Pair]] = {}
    by_line = {passage.text.line: found for passage, found in pairs}
    for node in context.document.of("heading") if len(pairs) >= 2 else ():
        if isinstance(node, Heading) and node.line in by_line and len(by_line[node.line]) == 1:
            items.setdefault(node.numbering, []).extend(by_line[node.line])
    yield from items.values()


def _beside(several: Sequence[Figures], pair: _Pair) -> Iterator[Quantity]:
    """The other figures of the passage of a part, in its unit: each may be its whole (收入8200万元，其中税收……；支出7800万元，其中民生……)."""
    part = pair[0].quantity
    return (one for passage in several if passage.text is pair[0].text for one in passage.named if one.unit == part.unit and one.value > part.value)


def _odd_one(members: Sequence[_Pair], wholes: set[Decimal]) -> Odd | None:
    known = [whole for whole in sorted(wholes) if sum(_of(pair, whole) for pair in members) == len(members) - 1]
    # Three and more that are of one whole say so by themselves.
    known += [whole for pair in members if len(members) > 2 and sum(_of(other, whole := _whole(pair)) for other in members) == len(members) - 1]
    if not known or any(all(_of(pair, whole) for pair in members) for whole in wholes):
        return None
    whole = known[-1]
    part, rate = next(pair for pair in members if not _of(pair, whole))
    right = whole * rate.quantity.value / 100
    if whole <= part.quantity.value or not right or not _APART[0] <= part.quantity.value / right <= _APART[1]:
        return None
    if sum((pair[1].quantity.value for pair in members), Decimal(0)) == 100:
        return Odd(part.at, part.quantity.say(right), [rate.at, *(pair[0].at for pair in members if pair[0] is not part)])
    shown = max(0, -int(rate.quantity.step.as_tuple().exponent))
    return Odd(rate.at, f"{part.quantity.value * 100 / whole:.{shown}f}%", [part.at, *(pair[0].at for pair in members if pair[0] is not part)])


def _whole(pair: _Pair) -> Decimal:
    return pair[0].quantity.value * 100 / pair[1].quantity.value if pair[1].quantity.value else Decimal(0)


def _of(pair: _Pair, whole: Decimal) -> bool:
    part, rate = pair[0].quantity, pair[1].quantity
    right = whole * rate.value / 100
    return abs(part.value - right) <= max(part.step, whole * rate.step / 200)
