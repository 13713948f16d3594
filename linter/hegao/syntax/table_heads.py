"""Heads of tables: of one or two lines, printed again on later pages with perhaps other columns."""

from __future__ import annotations

import re

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.origins import CELL_BREAK
from hegao.sources.text import Text
from hegao.syntax.column_roles import BODIES_END, UNITS, is_head_word, level_of, role_of
from hegao.syntax.lines import Line
from hegao.words.patterns import one_of
from hegao.words.sum_labels import SUBTOTAL, SUM
from hegao.words.vocabulary import deadline_words

#: A word that may be a head: short, and no bare figure.
_WORD = Pattern(r"^(?![\d.%]+$)(?:其中[：:])?[\u3400-\u9fff\d（）()/、%“”年月—-]{1,16}(?:[（(][^（）()]{1,12}[）)])?$")
_SERIAL_CELL = Pattern(r"^[（(]?\d{1,4}[）)]?[.．、]?$")
#: A cell that sets a time.
TIME_CELL = Pattern(rf"\d[年月]|每[年月季]|{one_of(deadline_words('period', 'open'))}")


def cell_values(line: Line) -> list[str]:
    """What stands in the cells of a row."""
    return [cell.value.replace(CELL_BREAK, "") for cell in line.cells or []]


def is_head(line: Line) -> bool:
    """Whether a row looks like the head of a table.

    Short words in most cells and no figures; two of them known as heads, or all of them plain words.
    """
    cells = cell_values(line)
    filled = [cell for cell in cells if cell]
    if not filled or len(filled) < 2 or len(filled) * 2 < len(cells) or _SERIAL_CELL.match(cells[0]):
        return cells[:1] in (["序号"], ["编号"])
    known = sum(1 for cell in filled if is_head_word(cell))
    if known * 2 >= len(filled) and known >= 2:
        return all(len(cell) <= 40 and not cell.endswith(("。", "；")) for cell in filled)
    return len(filled) * 2 > len(cells) and all(_WORD.match(cell) for cell in filled)


def is_subhead(head: Line, line: Line, width: int) -> bool:
    """Whether a row is the second line of a head: roles under the levels of government, years under a plan.

    ``width`` is that of the rows below.  Some conversions leave merged cells out: then the line is shorter than the head,
    and both together are as wide as the rows.
    """
    cells, above = cell_values(line), cell_values(head)
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or _SERIAL_CELL.match(cells[0]) or line.squeezed == head.squeezed or not all(_WORD.match(cell) for cell in filled):
        return False
    if len(cells) < len(above) and cells[0]:
        return _spread_cells(above, cells, width) is not None
    roles = sum(1 for cell in filled if role_of(cell) in (*UNITS, "deadline"))
    under = all(not cell or index >= len(above) or above[index] != cell for index, cell in enumerate(cells))
    empty = sum(1 for index, cell in enumerate(cells) if cell and (index >= len(above) or not above[index]))
    return under and (roles >= 2 and roles * 2 >= len(filled) or empty > 0 and not cells[0])


def _spread_cells(upper: list[str], lower: list[str], width: int) -> list[int] | None:
    """Which cells of a head's first line are spread over those of a shorter second one; None where the widths do not agree."""
    number = len(upper) + len(lower) - width
    if number < 1 or number > len(upper) or len(lower) % number or len(lower) == number:
        return None
    plain = [index for index, name in enumerate(upper) if role_of(name) not in ("serial", "deadline") and name not in ("备注", "合计")]
    bodies = all(role_of(below) in UNITS for below in lower)
    levels = [index for index in plain if bodies and level_of(upper[index]) is not None and role_of(upper[index]) == "other"]
    if len(levels) == number:
        return levels
    if number == 1:
        kin = [index for index in plain if any(_share(upper[index], below) for below in lower)]
        units = [index for index in plain if bodies and re.search("单位|部门|分工|责任", upper[index])]
        other = [index for index in plain if role_of(upper[index]) not in UNITS]
        return (kin or units or other or plain)[-1:] or None
    return plain[-number:] if len(plain) >= number else None


def _share(name: str, below: str) -> bool:
    """Whether two heads share a word."""
    return any(name[at : at + 2] in below and not name[at].isdigit() for at in range(len(name) - 1))


def head_names(head: Line, subhead: Line | None, width: int) -> list[str]:
    """The names of the columns, those of a head of two lines joined; ``width`` is that of the rows below."""
    upper = cell_values(head)
    if subhead is None:
        return upper
    lower = cell_values(subhead)
    groups = _spread_cells(upper, lower, width) if lower[0] and len(lower) < len(upper) else None
    if groups is not None:
        each = len(lower) // len(groups)
        spread = {index: lower[at * each : (at + 1) * each] for at, index in enumerate(groups)}
        return [whole for index, name in enumerate(upper) for whole in ([name + below for below in spread[index]] if index in spread else [name])]
    names = []
    carried = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        carried = above or carried
        names.append(above if not below else below if carried == below else carried + below)
    return names


def column_map(head: Line, subhead: Line | None, names: list[str]) -> list[int] | None:
    """For each column of a head on a later page the column of the table; None where it is another table's head.

    A column that the first page does not have follows the others: ``names`` is made longer.
    """
    below = subhead if subhead is not None and subhead.cells is not None and is_subhead(head, subhead, len(names)) else None
    own = head_names(head, below, len(names))
    if own == names:
        return list(range(len(names)))
    free = list(range(len(names)))
    found: list[int | None] = []
    for name in own:
        at = next((i for i in free if names[i] == name), None)
        if at is None and name:
            at = next((i for i in free if names[i] and (name in names[i] or names[i] in name)), None)
        found.append(at)
        if at is not None:
            free.remove(at)
    same = sum(1 for at in found if at is not None)
    if same < 2 or same * 2 < min(len(names), len([name for name in own if name])) or same * 2 < len(own):
        return None
    if len(own) == len(names):
        return list(range(len(names)))
    ascending = [at for at in found if at is not None]
    if ascending != sorted(ascending):
        return None
    placed = []
    for name, at in zip(own, found, strict=True):
        if at is None and not free:
            names.append(name)
        placed.append(at if at is not None else free.pop(0) if free else len(names) - 1)
    return placed


#: A row of sums; one with an empty cell within has lost none at its head, only those at its end.
_SUM = Pattern(rf"(?:{SUM}|{SUBTOTAL})$")


def aligned(line: Line, names: list[str], page: list[int] | None) -> list[Text]:
    """The cells of a row under the columns of its table.

    ``page`` maps the columns of the page's own head.  A row with fewer cells than columns stands under those that suit
    what it says: cells merged with the row above are left out by some conversions.
    """
    cells = line.cells or []
    width = len(names)
    blank = line.text.slice(0, 0)
    while len(cells) > width and not cells[-1].value:
        cells = cells[:-1]
    while len(cells) > width and not cells[0].value:
        # Shifted to the right on a later page.
        cells = cells[1:]
    if page is not None and len(page) == len(cells) and len(cells) != width:
        placed = [blank] * width
        for at, cell in zip(page, cells, strict=True):
            placed[at] = cell
        return placed
    if 1 < len(cells) < width and not (_SUM.match(cells[0].value) and any(not cell.value for cell in cells)):
        roles = [role_of(name) for name in names]
        best = max(range(width - len(cells) + 1), key=lambda shift: (_suits(cells, roles[shift:]), -shift))
        return [*[blank] * best, *cells, *[blank] * (width - len(cells) - best)]
    return [*cells, *[blank] * (width - len(cells))]


def _suits(cells: list[Text], roles: list[str]) -> int:
    """How well cells suit the columns that they stand under."""
    score = 0
    for cell, role in zip(cells, roles, strict=False):
        value = cell.value
        if not value:
            continue
        if role == "serial":
            score += 3 if _SERIAL_CELL.match(value) else -3
        elif role in UNITS:
            score += 1 if BODIES_END.search(value) else -1
        elif role == "deadline":
            score += 2 if TIME_CELL.search(value) else -1
        elif _SERIAL_CELL.match(value):
            score -= 1
    return score
