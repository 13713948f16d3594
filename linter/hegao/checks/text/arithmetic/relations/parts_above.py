"""Parts that are more than their whole (部分大于整体): 抽检40个，合格42个; 应到46人，实到48人 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.yardsticks import is_yardstick
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

#: All that was looked at, came in, should come; what is planned may be surpassed.
_ALL = Pattern(lambda: one_of(figure_words("looked-at")))
#: What of it turned out so, or was done with it.
_OF_IT = Pattern(lambda: rf"^(?:其中|均|已|共)?{one_of(figure_words('turned-out'))}[^，。；、\d]{{0,6}}$")
_PLAN = Pattern(r"计划|任务|目标|指标|预算|累计|新|另|比(?![例重])|较(?![好大快强为差])|每|均|超")
_FAR, _MOST = 30, 3


def parts_above(context: Context) -> Iterator[Odd]:
    """What is so of a whole that stands right before it, of one unit, and is more."""
    for sentence in context.once(figure_sentences):
        for before, whole, part in zip([None, *sentence.told], sentence.told, sentence.told[1:], strict=False):
            if part.one.value <= whole.one.value or whole.one.unit != part.one.unit or whole.one.dimension in (PERCENT, POINTS):
                continue
            said = sentence.between(whole.one, part.one)
            if len(said) <= _FAR and _is_part(whole if whole.label or before is None else whole._replace(label=before.label), part) and not is_yardstick(sentence.value, part.one):
                sure = part.one.value <= whole.one.value * _MOST
                yield Odd(sentence.at(part.one), f"不超过{whole.one.say(whole.one.value)}", [sentence.at(whole.one)], sure)


def _is_part(whole: Told, part: Told) -> bool:
    if whole.one.rough or part.one.rough or _PLAN.search(whole.label) or _PLAN.search(part.label):
        return False
    return _ALL.search(whole.label) is not None and _OF_IT.search(part.label) is not None
