"""Tables of figures in Markdown, and their place in a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BEGIN, END = "<!-- figures: written by the command below -->", "<!-- end of figures -->"
MEGA = 1_000_000


@dataclass(slots=True, frozen=True)
class Table:
    """A title, heads and rows of equal length, and sentences below; the first column holds names, the others figures."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()


def markdown(table: Table) -> str:
    """The table under a heading; raises ``ValueError`` for a row that has not a cell for each head."""
    if any(len(row) != len(table.heads) for row in table.rows):
        raise ValueError(f"{table.title}: rows and heads differ in length")
    rule = ["---", *["---:"] * (len(table.heads) - 1)]
    lines = [f"| {' | '.join(_cell(cell) for cell in cells)} |" for cells in (table.heads, rule, *table.rows)]
    parts = [f"### {table.title}", "\n".join(lines), *table.notes]
    return "\n\n".join(parts) + "\n"


def put_figures(page: str, figures: str) -> str:
    """The page with the figures between its marks; raises ``ValueError`` where it lacks them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page lacks the marks between which figures stand")
    return f"{before}{BEGIN}\n\n{figures.strip()}\n\n{END}{after}"


def figure(value: float) -> str:
    """A number with three digits that count, never in powers of ten."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) >= 0.1 else f"{value:.3f}"


def milliseconds(seconds: float) -> str:
    """Seconds as whole milliseconds."""
    return f"{seconds * 1000:.0f}"


def megabytes(size: float) -> str:
    """Bytes in units of a million."""
    return figure(size / MEGA)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
