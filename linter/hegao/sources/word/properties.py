"""Properties of paragraphs and runs as Word has them in force: their own, else their style's, else the defaults of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite

from hegao.sources.appearance import CENTRE, EXACT, LEAST, LEFT, RIGHT, SPREAD, TIMES, Length, Spacing, Type
from hegao.sources.package.safe_xml import OFF, Node
from hegao.sources.word.styles import Styles

#: Properties by their names; of two that are put together the nearer one counts.
Values = dict[str, str]

_ALIGNMENTS = {"center": CENTRE, "right": RIGHT, "end": RIGHT, "distribute": SPREAD, "thaiDistribute": SPREAD}
#: Where a paragraph lies in the list of its elements; the standard names sides by the direction of writing, too.
_INDENTS = {
    "left": "left", "start": "left", "leftChars": "leftChars", "startChars": "leftChars",
    "right": "right", "end": "right", "rightChars": "rightChars", "endChars": "rightChars",
}  # fmt: skip
#: Properties of runs by the elements that say them.
_RUN = {"w:sz": "size", "w:color": "colour", "w:w": "scale", "w:spacing": "spacing"}
_SPACING = ("line", "lineRule", "before", "after", "beforeLines", "afterLines")
_TWIPS, _HUNDREDTHS = 20, 100
_RULES = {"exact": EXACT, "atLeast": LEAST}
#: How single spacing is written, and a line where there is no grid, in points.
_SINGLE, _LINE = 240, 12.0
#: What Word takes where nothing is said: ten points.
_SIZE = "20"
#: No size is smaller, in points: widths are divided by it.
_SMALLEST = 1.0


def number(text: str | None, default: float = 0.0) -> float:
    """A number as the file has it, within what a page may have."""
    try:
        found = float(text or "")
    except ValueError:
        return default
    return min(max(found, -1e6), 1e6) if isfinite(found) else default


class Properties:
    """What is in force for paragraphs and runs; the styles are looked up once each."""

    def __init__(self, styles: Styles, defaults: Node | None, theme: Mapping[str, str]) -> None:
        """Take the styles, ``w:docDefaults``, and the fonts of the theme by their names in ``w:rFonts`` (minorEastAsia …)."""
        self._styles, self._theme = styles, theme
        run = defaults.first("w:rPrDefault", "w:rPr") if defaults is not None else None
        paragraph = defaults.first("w:pPrDefault", "w:pPr") if defaults is not None else None
        self._run_defaults, self._paragraph_defaults = self._run_values(run), _paragraph_values(paragraph)
        self._runs: dict[tuple[str | None, str | None], Values] = {}
        self._paragraphs: dict[str | None, Values] = {}

    def paragraph(self, node: Node | None) -> Values:
        """The properties of a paragraph by its ``w:pPr``."""
        style = self._styles.of(node)
        if style not in self._paragraphs:
            chain = reversed([_paragraph_values(one) for one in self._styles.properties(style, "w:pPr")])
            self._paragraphs[style] = _together(self._paragraph_defaults, *chain)
        return _together(self._paragraphs[style], _paragraph_values(node))

    def type(self, node: Node | None, paragraph: Node | None) -> Type:
        """The type of a run by its ``w:rPr`` and the ``w:pPr`` of its paragraph."""
        own, style = node.value("w:rStyle") if node is not None else None, self._styles.of(paragraph)
        key = style, own
        if key not in self._runs:
            chain = [*self._styles.properties(own, "w:rPr"), *self._styles.properties(style, "w:rPr")]
            self._runs[key] = _together(self._run_defaults, *reversed([self._run_values(one) for one in chain]))
        values = _together(self._runs[key], self._run_values(node))
        colour = values.get("colour", "auto")
        return Type(
            values.get("eastAsia", ""),
            values.get("ascii", ""),
            max(number(values.get("size"), number(_SIZE)) / 2, _SMALLEST),
            "" if colour == "auto" else colour.upper(),
            max(number(values.get("scale"), 100), 1) / 100,
            number(values.get("spacing")) / _TWIPS,
        )

    def _run_values(self, node: Node | None) -> Values:
        values: Values = {}
        for child in node.children if node is not None else ():
            value = child.get("val")
            if child.name == "w:rFonts":
                for script in ("eastAsia", "ascii"):
                    # The font of the theme counts before the name beside it, which is for programs that know no themes.
                    font = self._theme.get(child.get(f"{script}Theme") or "") or child.get(script)
                    if font:
                        values[script] = font
            elif child.name in _RUN and value:
                values[_RUN[child.name]] = value
        return values


def _together(*several: Values) -> Values:
    """Properties put together, the nearest last."""
    whole: Values = {}
    for values in several:
        whole.update(values)
    return whole


def _paragraph_values(node: Node | None) -> Values:
    values: Values = {}
    for child in node.children if node is not None else ():
        value = child.get("val")
        if child.name == "w:jc" and value:
            values["alignment"] = value
        elif child.name == "w:ind":
            values.update(_indents(child))
        elif child.name == "w:spacing":
            values.update((name, found) for name in _SPACING if (found := child.get(name)) is not None)
        elif child.name in ("w:pageBreakBefore", "w:snapToGrid"):
            values[child.name[2:]] = "0" if value in OFF else "1"
        elif child.name == "w:pBdr":
            values["pBdr"] = "1" if child.value("w:bottom") not in (None, *OFF, "nil") else "0"
        elif child.name in ("w:framePr", "w:numPr"):
            values[child.name[2:]] = "0" if child.value("w:numId") == "0" else "1"
    return values


def _indents(node: Node) -> Iterator[tuple[str, str]]:
    for name, side in _INDENTS.items():
        found = node.get(name)
        if found is not None:
            yield side, found
    # A first line is moved in, or it hangs out; each takes the place of the other.
    for name, sign in (("firstLine", ""), ("hanging", "-")):
        for unit in ("", "Chars"):
            found = node.get(name + unit)
            if found is not None:
                yield "first" + unit, sign + found


def length(values: Values, side: str) -> Length:
    """The indent of a side (left, right, first); what is given in characters counts first."""
    return Length(number(values.get(f"{side}Chars")) / _HUNDREDTHS, number(values.get(side)) / _TWIPS)


def alignment(values: Values) -> str:
    """How the lines are aligned."""
    return _ALIGNMENTS.get(values.get("alignment", ""), LEFT)


def spacing(values: Values, grid: float | None) -> Spacing:
    """The heights of a paragraph; ``grid`` is the height of a line of the grid, by which some are given."""
    rule, height = _RULES.get(values.get("lineRule", ""), TIMES), number(values.get("line"), _SINGLE)

    def space(side: str) -> float:
        lines = number(values.get(f"{side}Lines")) / _HUNDREDTHS
        return lines * (grid or _LINE) if lines else number(values.get(side)) / _TWIPS

    return Spacing(height / (_SINGLE if rule == TIMES else _TWIPS), rule, space("before"), space("after"))
