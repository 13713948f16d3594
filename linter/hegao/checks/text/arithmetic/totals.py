"""Totals (合计): figures against their parts, counts against what is listed (norms FIG-16).

Only what is listed right there counts: the rows of the table that follows, the numbered items below the announcing sentence,
一是…二是… behind it, the addends in the same sentence.  其中 names some parts and proves nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.passages import Running, bodies, running_without_names
from hegao.checks.text.arithmetic.counts.annex_counts import miscounted_annexes
from hegao.checks.text.arithmetic.counts.announced_items import items_otherwise, last_ordinal
from hegao.checks.text.arithmetic.counts.counted_lists import miscounted_lists
from hegao.checks.text.arithmetic.counts.counts_met import counts_met_otherwise
from hegao.checks.text.arithmetic.counts.listed_lines import (
    miscounted_lists_of_lines,
    miscounted_members,
    miscounted_persons,
    miscounted_rosters,
)
from hegao.checks.text.arithmetic.counts.miscounts import miscounted_items, miscounted_lines, miscounted_names, named_otherwise
from hegao.checks.text.arithmetic.prose.changes import wrong_changes
from hegao.checks.text.arithmetic.prose.lists_alike import VIEW, lists_apart
from hegao.checks.text.arithmetic.prose.partitions import Misfit, apart_across, parts_apart
from hegao.checks.text.arithmetic.prose.parts_in_items import apart_in_items
from hegao.checks.text.arithmetic.prose.said_twice import against_lists, against_tables, said_otherwise
from hegao.checks.text.arithmetic.prose.sums import OPENINGS, Limits, texts_of, wrong_sums
from hegao.checks.text.arithmetic.reckoned_figures import reckoned_figures
from hegao.checks.text.arithmetic.related_figures import odd_figures
from hegao.checks.text.arithmetic.spoken_figures import figures_spoken
from hegao.checks.text.arithmetic.tables.cell_formulas import wrong_by_words
from hegao.checks.text.arithmetic.tables.column_relations import wrong_by_relation
from hegao.checks.text.arithmetic.tables.figure_cells import Wrong
from hegao.checks.text.arithmetic.tables.labelled_rows import miscounted_top, summed_below, wrong_by_label
from hegao.checks.text.arithmetic.tables.ordered_columns import wrong_by_order
from hegao.checks.text.arithmetic.tables.ranked_scores import misranked_scores
from hegao.checks.text.arithmetic.tables.row_laws import wrong_by_law
from hegao.checks.text.arithmetic.tables.table_figures import odd_cells
from hegao.checks.text.arithmetic.tables.table_products import wrong_by_heads
from hegao.checks.text.arithmetic.tables.table_shares import counted_below, wrong_shares_of_rows
from hegao.checks.text.arithmetic.tables.table_sums import wrong_cells
from hegao.checks.text.arithmetic.times.frequencies import wrong_frequencies
from hegao.checks.text.arithmetic.times.levelled_times import turned_levels
from hegao.checks.text.arithmetic.times.named_periods import wrong_periods
from hegao.checks.text.arithmetic.times.named_spans import wrong_named_spans
from hegao.checks.text.arithmetic.times.shifts import broken_rounds
from hegao.checks.text.arithmetic.times.time_spans import (
    late_entry,
    late_handover,
    reports_turned,
    wrong_agenda,
    wrong_courses,
    wrong_limit,
)
from hegao.checks.text.arithmetic.times.timetables import wrong_lasting
from hegao.checks.text.arithmetic.times.told_lengths import wrong_lengths
from hegao.document.model import Heading, Node, Paragraph, Part, Table
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_COUNTERS = "项|件|个|条|点|种|类|家|户|名|人|张|份|处|所|座|辆|台"
_NUMBER = r"\d{1,6}|[一二两三四五六七八九十]{1,3}"
#: 做到五个坚持：一是
_INLINE = Scanner(rf"(?P<n>{_NUMBER})(?:大|个|项|条|点|种|类|方面)[^，。；：、（）]{{0,10}}：一(?P<mark>是|要)")
#: 共21件, 合计35人, at the end of what stands right before a table.
_COUNTED = Pattern(rf"(?:共|共计|合计|总计|一共)(?P<n>\d{{1,5}})(?P<unit>{_COUNTERS})[）)。：]*$")
#: Kinds of node that speak in sentences; figures in tables are added up by column.
_SPOKEN = ("heading", "paragraph")
#: Signs by which a text may say how figures hang together.
_LISTED_FIGURES = Pattern(r"\d[^、，；,;。\d]{1,16}[、，；,;][^。\d]{0,20}\d")
_PARTED, _CHANGED = Pattern(one_of(OPENINGS)), Pattern("[%％到至为比]")
#: With fewer figures none contradicts the others.
_FEWEST = 3


def _hit(at: Text, stated: object, found: object, related: Sequence[Text] = (), fault: str = "stated") -> Hit:
    return Hit(at, {"stated": str(stated), "found": str(found), "fault": fault}, tuple(related))


def _place(at: Text) -> tuple[int, int]:
    span = at.span()
    return span.line, span.column


def _apart(context: Context, apart: Sequence[Misfit], sums: Sequence[Hit], miscounted: Collection[int]) -> Iterator[Hit]:
    """Lists of figures against a whole that is told elsewhere; a list that was found at fault among the ``sums`` is told once.

    ``miscounted``: the lines whose figure is wrong by itself, which spoils the sum.
    """
    told = {_place(other) for hit in sums for other in (hit.at, *hit.related)}
    views = context.once(bodies).nodes(VIEW)
    parts = [part.nodes for part in context.document.parts]
    across = [misfit for nodes in parts for misfit in (*apart_in_items(nodes), *apart_across(nodes), *lists_apart(nodes, views))]
    for misfit in (*apart, *across):
        at = misfit.parts[-1].at
        if _place(at) not in told and not any(part.at.line in miscounted for part in misfit.parts):
            told.add(_place(at))
            yield _hit(at, misfit.whole.at.value, misfit.found, [misfit.whole.at, *(part.at for part in misfit.parts[:-1])], "apart")


def _columns(table: Table) -> Iterator[Hit]:
    """What the figures of the table show of one another; a sum that only a cell found wrong spoils is right."""
    sums = list(wrong_cells(table))
    lines = {wrong.cell.line for wrong in sums}
    odd: list[Wrong] = []
    for wrong in (*odd_cells(table), *wrong_by_heads(table), *wrong_lasting(table), *wrong_shares_of_rows(table), *wrong_by_relation(table), *misranked_scores(table), *wrong_by_order(table), *wrong_by_words(table), *wrong_by_law(table), *wrong_by_label(table)):
        # What is wrong in a row is told once.
        if wrong.cell.line not in lines:
            lines.add(wrong.cell.line)
            odd.append(wrong)
    spoilt = {off for wrong in odd if (off := _off(wrong)) is not None}
    for wrong in (*odd, *(wrong for wrong in sums if (off := _off(wrong)) is None or -off not in spoilt)):
        yield _wrong(wrong)


def _wrong(wrong: Wrong) -> Hit:
    return _hit(wrong.cell, wrong.cell.value, wrong.found, wrong.others, "stated" if wrong.sure else "doubtful")


def _off(wrong: Wrong) -> Decimal | None:
    """By how much a cell is above what it should be, where both are figures."""
    try:
        return Decimal(wrong.cell.value) - Decimal(wrong.found)
    except ArithmeticError:
        return None


def _rows(text: Text, table: Table) -> Iterator[Hit]:
    """共21件 right before a table against the serial numbers in it: only where they run from 1 without a gap."""
    match = _COUNTED.search(text.value)
    serials = [row.serial for row in table.rows if row.serial is not None]
    if match and len(serials) >= 2 and serials == list(range(1, len(serials) + 1)) and int(match["n"]) != len(serials):
        yield _hit(text.slice(*match.span()), match["n"], len(serials), [table.rows[-1].text])


def _over(text: Text, table: Table) -> Iterator[Hit]:
    """What stands right before a table against how many rows that has."""
    yield from _rows(text, table)
    yield from (_wrong(wrong) for wrong in miscounted_top(table, text))


def _inline(text: Running) -> Iterator[Hit]:
    """五个坚持：一是…；二是… against the ordinals that follow in the paragraph."""
    for found in text.find(_INLINE, *_SPOKEN):
        match = found.match
        last = last_ordinal(match.string, match.end(), match["mark"])
        stated = value_of(match["n"])
        if last >= 2 and stated != last and stated <= 10:
            yield _hit(found.passage.slice(match.start(), match.end() - 2), stated, last)


def _sums(text: Text, masked: str, quantities: Sequence[Quantity], limits: Limits) -> Iterator[Hit]:
    """总投资9600万元，其中甲4800万元、乙5000万元: a figure against the parts that share it out."""
    for found in wrong_sums(masked, quantities, limits):
        whole, parts = texts_of(text, found)
        yield _hit(whole, whole.value, found.found, parts)


def _changes(text: Text, masked: str, quantities: Sequence[Quantity]) -> Iterator[Hit]:
    """由45个降到33个，减少15个; 占…的45%: differences, rates and shares against the figures beside them."""
    for wrong in wrong_changes(masked, quantities):
        at = text.slice(wrong.stated.start, wrong.stated.end)
        yield _hit(at, at.value, wrong.found, [text.slice(other.start, other.end) for other in wrong.others])


#: 出席：甲、乙、丙（共3人）
_NAMES = Scanner(r"[：:](?P<names>[^：:（）()。；，]{5,400})[（(]共(?:计)?(?P<n>\d{1,3})(?:[人名位家]|个[\u3400-\u9fff]{1,4})[）)]")
_SITES = ("站点", "站", "项目", "小区", "部门", "单位", "企业", "学校", "路段", "片区", "领域", "环节", "路口")
#: 大码头、水街、白沙3个站点: a whole list, and how many it names; 等 in between says that there are more.
_LISTED = Pattern(rf"(?P<n>(?<!\d)\d{{1,2}}|[两三四五六七八九十])(?:个|条|家|处|座|项){one_of((*level_names('bear'), *_SITES))}")
#: What stands from the last mark of such a list on.
_LIST_ENDS = Scanner(r"、[^，。；：、（）()\d等\n]{2,34}(?:\d{1,2}|[两三四五六七八九十])(?:个|条|家|处|座|项)")
_LIST = Pattern(r"[^，。；：、（）()\d等]{2,16}(?:、[^，。；：、（）()\d等]{2,16}){1,9}(?:(?:和|以及)[^，。；：、（）()\d等]{2,16})?$")
#: How far before its count a list begins at most, in characters.
_LONGEST_LIST = 190


def _named(text: Running) -> Iterator[Hit]:
    """出席：甲、乙（共3人）; 甲、乙、丙4个小区: a count against the names right before it."""
    for found in text.find(_NAMES, *_SPOKEN):
        match = found.match
        # Names stand between marks, or between blanks, if none of them has a blank within.
        apart = match["names"].split("、") if "、" in match["names"] else match["names"].split()
        named = len([name for name in apart if name.strip()]) if "、" in match["names"] or all(len(name) > 1 for name in apart) else 0
        if named >= 3 and named != int(match["n"]):
            yield _hit(found.passage.slice(match.end("names"), match.end()), match["n"], named)
    for passage, masked in text.bearing(_LIST_ENDS, *_SPOKEN):
        for match in _LISTED.finditer(masked):
            names = _LIST.search(masked, max(0, match.start() - _LONGEST_LIST), match.start())
            if names is None or names[0].count("、") < 2:
                continue
            named_here = named_otherwise(names[0], value_of(match["n"]))
            if named_here is not None:
                yield _hit(passage.slice(match.start("n"), match.end()), value_of(match["n"]), named_here)


@check(
    "totals",
    nodes={"document"},
    parameters={
        "least": {"type": "integer", "minimum": 50, "maximum": 100, "default": 90},
        "most": {"type": "integer", "minimum": 100, "maximum": 200, "default": 130},
    },
    facts=("stated", "found", "fault"),
    faults=("stated", "apart", "twice", "together", "doubtful"),
)
def totals(_node: Node, context: Context, least: int = 90, most: int = 130) -> Iterator[Hit]:
    """Stated totals and counts that what is listed beside them contradicts.

    ``least`` and ``most``: how much of a whole (in percent) the parts named behind 其中 must make up before a sum below it counts, and
    how far a sum of parts that may overlap may be above it.

    Facts: ``stated``, the figure in the text, and ``found``, what the parts add up to or how many are listed.
    """
    told: list[Hit] = []
    seen: set[tuple[int, int]] = set()
    for hit in _amiss(context, Limits(least, most)):
        if _place(hit.at) not in seen:
            seen.add(_place(hit.at))
            told.append(hit)
    yield from told
    for hit in _reckoned(context):
        # What a figure at fault is held against is not told once more.
        if not any(_overlap(at, other.at) for at in (hit.at, *hit.related) for other in told):
            told.append(hit)
            yield hit


def _overlap(one: Text, other: Text) -> bool:
    first, second = one.span(), other.span()
    return first.line == second.line and first.column < second.end_column and second.column < first.end_column


def _reckoned(context: Context) -> Iterator[Hit]:
    """What is certain, then what is not."""
    odd = list(reckoned_figures(context))
    times = [*wrong_lengths(context), *wrong_courses(context), *late_handover(context), *reports_turned(context), *broken_rounds(context), *wrong_frequencies(context), *wrong_periods(context), *turned_levels(context), *wrong_named_spans(context)]
    yield from (_hit(one.at, one.at.value, one.found, one.others, "together") for one in odd if one.sure)
    for counted in (*miscounted_lists(context), *counts_met_otherwise(context), *miscounted_annexes(context), *miscounted_members(context), *miscounted_persons(context), *miscounted_rosters(context)):
        yield _hit(counted.at, counted.at.value, counted.found, [counted.there] if counted.there is not None else [])
    yield from (_hit(time.at, time.at.value, time.found, [time.other], "together") for time in times if time.sure)
    yield from (_hit(one.at, one.at.value, one.found, one.others, "doubtful") for one in odd if not one.sure)
    yield from (_hit(time.at, time.at.value, time.found, [time.other], "doubtful") for time in times if not time.sure)


def _amiss(context: Context, limits: Limits) -> Iterator[Hit]:
    text = context.once(running_without_names)
    yield from _inline(text)
    told: list[Hit] = []
    apart: list[Misfit] = []
    for passage, masked, quantities in context.once(figures_spoken):
        if len(quantities) < _FEWEST:
            continue
        if _PARTED.search(masked):
            told += _sums(passage, masked, quantities, limits)
        if _LISTED_FIGURES.search(masked):
            apart += parts_apart(passage, masked, quantities)
        if _CHANGED.search(masked):
            yield from _changes(passage, masked, quantities)
    yield from _named(text)
    yield from told
    lines = list(miscounted_lists_of_lines(context))
    yield from (_hit(counted.at, counted.at.value, counted.found, [counted.there] if counted.there is not None else []) for counted in lines)
    yield from _apart(context, apart, told, {counted.at.line for counted in lines})
    for part in context.document.parts:
        yield from _part(part)
    for twice in (*said_otherwise(context), *against_tables(context), *against_lists(context)):
        yield _hit(twice.at, twice.at.value, twice.other, [twice.there], "twice")
    for odd in odd_figures(context):
        yield _hit(odd.at, odd.at.value, odd.found, odd.others, "together")
    for counted in (*miscounted_names(context), *miscounted_items(context), *miscounted_lines(context)):
        yield _hit(counted.at, counted.at.value, counted.found, [counted.there] if counted.there is not None else [])
    for time in (*late_entry(context), *wrong_agenda(context.document), *wrong_limit(context)):
        yield _hit(time.at, time.at.value, time.found, [time.other], "together")


def _part(part: Part) -> Iterator[Hit]:
    yield from (_hit(counted.at, counted.stated, counted.found, [counted.there]) for counted in items_otherwise(part))
    for index, node in enumerate(part.nodes):
        following = part.nodes[index + 1] if index + 1 < len(part.nodes) else None
        if isinstance(node, Table):
            yield from _columns(node)
            if node.caption is not None:
                yield from _over(node.caption, node)
            if isinstance(following, Paragraph):
                yield from (_wrong(wrong) for wrong in (*counted_below(node, following.text), *summed_below(node, following.text)))
        elif isinstance(node, Heading | Paragraph):
            text = node.body if isinstance(node, Heading) and node.runs_on else node.text
            if isinstance(following, Table):
                yield from _over(text, following)
