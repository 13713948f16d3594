"""Stocks over several sentences (期初、增减、期末): what there was, what came and went, and what there is, named by the same words (norms FIG-16).

改革前保有公务用车412辆；处置34辆，其中……；购置15辆。年底，保有公务用车393辆.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.like_figures import LikeFigures, like_passages, off_by_a_slip
from hegao.sources.lazy_pattern import Pattern
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_CAME, _WENT = Pattern(lambda: rf"{one_of(figure_words('came'))}|购置|购入|设立"), Pattern(lambda: one_of(figure_words("went")))
#: What opens the parts of a figure, up to the end of their clause.
_PARTS = Pattern(r"(?:其中|包括|含)[^；。]*")
#: So many characters that two figures are named by tell one thing; so many moves lie between at least.
_NAMED, _MOVES, _MOST = 4, 1, 5


def stocks_moved(context: Context) -> Iterator[Odd]:
    """What there is at the end, where that is not what there was with all that came and went."""
    for group in context.once(like_passages):
        yield from _odd(group)


#: 净增加7家，其中新入库12家、退库5家: what came and went in all.
_NET = Pattern(r"净(?P<way>增|减|流入|流出|迁入|迁出|投放|回笼)[加长少]?(?:了)?$")
_LESS = ("减", "流出", "迁出", "回笼")


def net_changes(context: Context) -> Iterator[Odd]:
    """A net change, where what came and went behind it gives another one."""
    for sentence in context.once(figure_sentences):
        for index, net in enumerate(sentence.told):
            way = _NET.search(net.label)
            moved = [told for told in sentence.told[index + 1 :] if told.one.dimension == net.one.dimension]
            signs = [1 if _CAME.search(told.label) else -1 if _WENT.search(told.label) else 0 for told in moved]
            if way is None or len(moved) < _PAIR or 0 in signs or len(set(signs)) < _PAIR or any(told.one.rough for told in (net, *moved)):
                continue
            right = sum((sign * told.one.value for sign, told in zip(signs, moved, strict=True)), Decimal(0)) * (-1 if way["way"] in _LESS else 1)
            if right != net.one.value and right > 0:
                yield Odd(sentence.at(net.one), net.one.say(right), [sentence.at(told.one) for told in moved])


#: Something came and something went, at least.
_PAIR = 2


def _odd(group: LikeFigures) -> Iterator[Odd]:
    sentence = group.sentence
    own = [told for told in group.told if not _is_part(sentence, told)]
    if len(own) < _MOVES + 2:
        return
    was, *moved, now = own
    if len(moved) > _MOST or not _same_thing(was.label, now.label) or any(told.one.rough for told in own):
        return
    signs = [1 if _CAME.search(told.label) else -1 if _WENT.search(told.label) else 0 for told in moved]
    right = was.one.value + sum((sign * told.one.value for sign, told in zip(signs, moved, strict=True)), Decimal(0))
    off = abs(right - now.one.value)
    if 0 not in signs and off and (near(right, off) or off_by_a_slip(now.one.value, right, now.one.step)):
        yield Odd(sentence.at(now.one), now.one.say(right), [sentence.at(told.one) for told in (was, *moved)])


def _same_thing(one: str, other: str) -> bool:
    return len(one) >= _NAMED and len(other) >= _NAMED and one[-_NAMED:] == other[-_NAMED:]


def _is_part(sentence: Sentence, told: Told) -> bool:
    """Whether a figure is one of the parts that share out another: 34辆，其中公开拍卖21辆、报废9辆."""
    return any(match.start() < told.one.start < match.end() for match in _PARTS.finditer(sentence.value, sentence.start, sentence.end))
