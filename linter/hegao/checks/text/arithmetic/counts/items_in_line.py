"""Items within a paragraph (段内列项) and what is said of them behind: （1）…；（2）…；（3）…。……以上三项措施 (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

#: 以上三项, 上述4条要求.
_BACK = Scanner(rf"(?:以上|上述|前述|前款|这)(?:所列)?(?:的)?{A_COUNT}(?:个方面|个|项|条|类|点|种|款)")
#: The marks of items within a line, each with its number.
_MARKS = (
    Pattern(r"(?<=[：:；;。，、])[（(](?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})[）)]"),
    Pattern(r"(?<=[：:；;。，])(?P<n>\d{1,2})[.．、](?!\d)"),
    Pattern(r"(?<=[：:；;。，])(?P<n>[一二三四五六七八九十])(?:是|要)"),
    Pattern(r"(?<=[：:；;。，、])(?P<n>[①②③④⑤⑥⑦⑧⑨⑩])"),
)
_RINGED = "①②③④⑤⑥⑦⑧⑨⑩"
_FEWEST, _MOST_OFF = 2, 2


def items_in_line(context: Context) -> Iterator[Odd]:
    """Counts that point back to the items of their paragraph and miss them."""
    for found in context.once(running_without_names).find(_BACK, "heading", "paragraph"):
        value = found.match.string
        several = [marks for pattern in _MARKS if (marks := _counted_up(pattern, value, found.match.start()))]
        stated = value_of(found.match["n"])
        if len(several) == 1 and stated != len(several[0]) >= _FEWEST and stated > 1 and abs(stated - len(several[0])) <= _MOST_OFF:
            yield Odd(found.at(), f"列出{len(several[0])}项", [found.passage.slice(*span) for span in several[0]])


def _counted_up(pattern: Pattern, value: str, end: int) -> Sequence[tuple[int, int]]:
    """The places of items that count up from one; none where they do not, or begin anew."""
    told = list(pattern.finditer(value, 0, end))
    numbers = [_RINGED.index(match["n"]) + 1 if match["n"] in _RINGED else value_of(match["n"]) for match in told]
    if numbers[:1] != [1] or any(other != one + 1 for one, other in pairwise(numbers)):
        return ()
    return [match.span() for match in told]
