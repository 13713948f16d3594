"""One whole told by several views, a paragraph or a clause each (同一总数的几种分法): by age, by schooling, by origin (norms FIG-16).

Paragraphs or items that follow one another and each share out figures of one unit: where most of them come to the same sum, the one
that comes to another is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import label_before, near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped_sum
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.document.model import Heading, Paragraph
from hegao.phrases.quantities import PERCENT, POINTS, Quantity, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: What a paragraph of a series begins with.
_VIEW = Pattern(r"^(?:[一二三四五六七八九]是|[（(]?[一二三四五六七八九\d][）)、.．]|按|从)")
_NO_PART = Pattern(r"比(?![例重])|较(?![好大快强为差])|其中|平均|增|减|新|累计|共|总|达|每")
_FEWEST = 2
#: So many views must agree.
_AGREE = 2


class _View(NamedTuple):
    """A paragraph and the figures of one unit that it begins with."""

    text: Text
    parts: Sequence[Quantity]

    @property
    def summed(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))


def odd_views(context: Context) -> Iterator[Odd]:
    """The last figure of a list whose sum is not that of the lists beside it."""
    for part in context.document.parts:
        series: list[_View] = []
        for node in (*part.nodes, None):
            view = _view(node) if isinstance(node, Heading | Paragraph) else None
            if view is not None and (not series or view.parts[0].unit == series[0].parts[0].unit):
                series.append(view)
                continue
            yield from _odd(series)
            series = [view] if view is not None else []
    for passage in context.once(figures_spoken):
        if _WITHIN.search(passage.value):
            yield from _odd(list(_views_within(passage)))


#: 按性别分，男性57人……；按学历分: views that follow one another in a paragraph.
_WITHIN = Pattern(r"(?:^|[，。；：])(?P<view>(?:按|从)[^，。；：\d]{1,10}(?:分|看|划分|统计|来看)(?:的)?[，：:])")


def _views_within(passage: Figures) -> Iterator[_View]:
    """The whole that is told before, and the views of a paragraph."""
    begins = [match.start("view") for match in _WITHIN.finditer(passage.value)]
    views = [view for begin, end in pairwise((*begins, len(passage.value))) if (view := _told_in(passage.text.slice(begin, end))) is not None]
    before = [one for one in passage.named if one.end <= begins[0] and views and one.unit == views[0].parts[0].unit and not one.rough]
    if before and len({view.parts[0].unit for view in views}) == 1:
        yield _View(passage.text, before[-1:])
        yield from views


def _view(node: Heading | Paragraph) -> _View | None:
    text = node.body if isinstance(node, Heading) and node.runs_on else node.text
    return _told_in(text) if _VIEW.match(text.value) else None


def _told_in(text: Text) -> _View | None:
    """The figures of one unit with which a view begins."""
    value = text.value
    parts: list[Quantity] = []
    for one in find_quantities(value):
        label = label_before(value, one)
        behind = value[one.end : one.end + 1]
        if parts and (one.unit != parts[0].unit or "。" in value[parts[-1].end : one.start] or _NO_PART.search(label)):
            break
        if one.dimension in (PERCENT, POINTS) or one.rough or behind not in "，、；。" or _NO_PART.search(label):
            # 35周岁 and the like stand within a label.
            continue
        parts.append(one)
    return _View(text, parts) if len(parts) >= _FEWEST else None


def _odd(series: Sequence[_View]) -> Iterator[Odd]:
    if len(series) <= _AGREE:
        return
    (common, times), *_rest = Counter(view.summed for view in series).most_common(1)
    odd = [view for view in series if view.summed != common]
    if times < _AGREE or len(odd) != 1 or len(series) - times != 1:
        return
    view = odd[0]
    last = view.parts[-1]
    whole = last._replace(value=common)
    if near(common, abs(view.summed - common)) or slipped_sum(whole, view.parts):
        right = last.value + common - view.summed
        found = last.say(right) if right > 0 else whole.say(common)
        yield Odd(view.text.slice(last.start, last.end), found, [other.text.slice(one.start, one.end) for other in series if other is not view for one in other.parts])
