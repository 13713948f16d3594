"""What is left of a whole told some clauses before (其余、尚有): 共31个，其中甲类12个、乙类19个；已整改13个，其余18个 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern

_REST = Pattern(r"(?:其余|剩余|尚有|还有|仍有|尚余|余下)(?:的)?[\u3400-\u9fff]{0,4}$")
_DONE = Pattern(r"(?:已|当场|完成|办结|现场)[^，。；、\d]{0,10}$")
_LABEL, _FEWEST = 14, 2


def left_over(context: Context) -> Iterator[Odd]:
    """The rests that do not make up the whole of their passage with what is done."""
    for passage in context.once(figures_spoken):
        for index, rest in enumerate(passage.named):
            if rest.dimension not in (PERCENT, POINTS) and not rest.rough and _REST.search(passage.value, max(0, rest.start - _LABEL), rest.start):
                before = [one for one in passage.named[:index] if one.dimension == rest.dimension and not one.rough]
                if len(before) >= _FEWEST:
                    yield from _odd(passage, before, rest)


def _odd(passage: Figures, before: list[Quantity], rest: Quantity) -> Iterator[Odd]:
    *others, done = before
    whole = max(others, key=lambda one: one.value)
    if not _DONE.search(passage.value, max(0, done.start - _LABEL), done.start) or "。" in passage.value[whole.end : rest.start] or done.value >= whole.value:
        return
    right = whole.value - done.value
    made = {one.value - other.value for one in before for other in before}
    # A part may be left of a part; what is far off is of something else.
    if rest.value not in made and (abs(rest.value - right) * 2 <= right or slipped(rest.value / rest.step, right / rest.step)):
        yield Odd(passage.at(rest), rest.say(right), [passage.at(whole), passage.at(done)], False)
