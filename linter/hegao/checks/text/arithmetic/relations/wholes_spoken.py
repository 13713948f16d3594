"""A whole spoken of again by its number (118项隐患中) that was told to be another one (共查出隐患108项) (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.sources.scanner import Scanner

_UNIT = "[项件个处户家名起条台座份辆人]"
_AGAIN = Scanner(rf"(?<![\d.])(?P<n>\d{{2,6}})(?P<unit>{_UNIT})(?P<noun>[\u3400-\u9fff]{{2,6}}?)(?:当?中|里|全部|均)(?=[，已有未尚整按属位的\d])", sign="[中里全均]")
_TOLD = Scanner(
    rf"(?:共|累计|总计|合计)[\u3400-\u9fff]{{0,8}}?(?:(?P<noun>[\u3400-\u9fff]{{2,6}})(?P<n>\d{{2,6}})(?P<unit>{_UNIT})(?![以次])|(?P<m>\d{{2,6}})(?P<of>{_UNIT})(?P<what>[\u3400-\u9fff]{{2,6}}))",
    sign="共|累计|总计|合计",
)


def wholes_spoken(context: Context) -> Iterator[Odd]:
    """The numbers by which things are spoken of again that none of the sentences which tell how many there are have."""
    text = context.once(running)
    told = [(found, found.match["noun"] or found.match["what"], found.match["n"] or found.match["m"], found.match["unit"] or found.match["of"]) for found in text.find(_TOLD, "heading", "paragraph")]
    for again in text.find(_AGAIN, "heading", "paragraph") if told else ():
        noun, unit = again.match["noun"], again.match["unit"]
        same = [(found, number) for found, what, number, of in told if of == unit and (what.endswith(noun) or what.startswith(noun))]
        if same and all(number != again.match["n"] for _found, number in same):
            found, number = same[0]
            yield Odd(again.at("n"), number, [found.at("n" if found.match["n"] else "m")], False)
