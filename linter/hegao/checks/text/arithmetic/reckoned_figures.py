"""All that figures of the running text show of one another by reckoning (推算), as one list (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.counts.announced_nearly import announced_nearly
from hegao.checks.text.arithmetic.counts.aspects_counted import aspects_counted
from hegao.checks.text.arithmetic.counts.attendance import there_and_away, wrong_attendance
from hegao.checks.text.arithmetic.counts.items_in_line import items_in_line
from hegao.checks.text.arithmetic.counts.names_counted import names_counted
from hegao.checks.text.arithmetic.counts.nearly_counted import nearly_counted, nearly_twice
from hegao.checks.text.arithmetic.counts.others_left import wrong_others
from hegao.checks.text.arithmetic.counts.pointed_tables import counts_of_pointed_tables
from hegao.checks.text.arithmetic.prose.balances import unbalanced
from hegao.checks.text.arithmetic.prose.bounded_shares import wrong_bounded_shares
from hegao.checks.text.arithmetic.prose.bounds import wrong_bounds
from hegao.checks.text.arithmetic.prose.chained_each import chained_each
from hegao.checks.text.arithmetic.prose.changed_by_rate import changed_by_rate
from hegao.checks.text.arithmetic.prose.days_of_persons import days_of_persons
from hegao.checks.text.arithmetic.prose.each_in_turn import wrong_in_turn
from hegao.checks.text.arithmetic.prose.each_of import wrong_by_count
from hegao.checks.text.arithmetic.prose.each_times import wrong_each_times
from hegao.checks.text.arithmetic.prose.equations import wrong_equations
from hegao.checks.text.arithmetic.prose.groups_of import wrong_groups
from hegao.checks.text.arithmetic.prose.hundreds import wrong_hundreds
from hegao.checks.text.arithmetic.prose.instalments import wrong_instalments
from hegao.checks.text.arithmetic.prose.items_added import wrong_items
from hegao.checks.text.arithmetic.prose.left_over import left_over
from hegao.checks.text.arithmetic.prose.lists_alike import wrong_growths
from hegao.checks.text.arithmetic.prose.money_in_words import wrong_money
from hegao.checks.text.arithmetic.prose.multiples import wrong_conversions, wrong_multiples, wrong_risings, wrong_surplus
from hegao.checks.text.arithmetic.prose.near_rates import near_rates
from hegao.checks.text.arithmetic.prose.near_sums import near_sums
from hegao.checks.text.arithmetic.prose.nearly_added import nearly_added
from hegao.checks.text.arithmetic.prose.nearly_rated import nearly_rated
from hegao.checks.text.arithmetic.prose.nearly_so import nearly_made_up
from hegao.checks.text.arithmetic.prose.nearly_times import nearly_times
from hegao.checks.text.arithmetic.prose.paid_in_parts import paid_in_parts
from hegao.checks.text.arithmetic.prose.plain_ratios import wrong_plain_ratios
from hegao.checks.text.arithmetic.prose.points_beside import points_beside
from hegao.checks.text.arithmetic.prose.points_shared import points_shared
from hegao.checks.text.arithmetic.prose.prizes import wrong_prizes
from hegao.checks.text.arithmetic.prose.products import wrong_averages, wrong_parts_by_rate, wrong_products, wrong_rates
from hegao.checks.text.arithmetic.prose.products_summed import wrong_sums_of_products
from hegao.checks.text.arithmetic.prose.rates_of import wrong_rates_of
from hegao.checks.text.arithmetic.prose.ratios import wrong_points, wrong_shares
from hegao.checks.text.arithmetic.prose.rises import reversed_changes, too_great_parts, turned_ranges, wrong_rises, wrong_years
from hegao.checks.text.arithmetic.prose.shared_out import shared_out
from hegao.checks.text.arithmetic.prose.sibling_lists import odd_views
from hegao.checks.text.arithmetic.prose.slip_twins import turned_retold, turned_twins, twins_by_noun
from hegao.checks.text.arithmetic.prose.sources_added import wrong_sources
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.amounts_retold import amounts_retold
from hegao.checks.text.arithmetic.relations.announced_listings import announced_listings
from hegao.checks.text.arithmetic.relations.bands import wrong_bands
from hegao.checks.text.arithmetic.relations.counted_stretches import counted_stretches
from hegao.checks.text.arithmetic.relations.counts_retold import counts_retold
from hegao.checks.text.arithmetic.relations.crews import wrong_crews
from hegao.checks.text.arithmetic.relations.items_summed import items_summed
from hegao.checks.text.arithmetic.relations.items_told_up import items_told_up
from hegao.checks.text.arithmetic.relations.levels_compared import levels_compared
from hegao.checks.text.arithmetic.relations.means import wrong_means
from hegao.checks.text.arithmetic.relations.missed_balances import missed_balances
from hegao.checks.text.arithmetic.relations.missed_products import missed_products
from hegao.checks.text.arithmetic.relations.mixed_counters import wrong_mixed_sums
from hegao.checks.text.arithmetic.relations.named_relations import named_relations
from hegao.checks.text.arithmetic.relations.parallel_groups import odd_groups
from hegao.checks.text.arithmetic.relations.parts_above import parts_above
from hegao.checks.text.arithmetic.relations.passage_products import passage_products
from hegao.checks.text.arithmetic.relations.passage_sums import wrong_passage_gaps, wrong_passage_sums
from hegao.checks.text.arithmetic.relations.pointed_back import pointed_back
from hegao.checks.text.arithmetic.relations.remainders import wrong_remainders
from hegao.checks.text.arithmetic.relations.retold_bounds import retold_bounds
from hegao.checks.text.arithmetic.relations.shares_named import shares_named
from hegao.checks.text.arithmetic.relations.shares_of_told import shares_of_told
from hegao.checks.text.arithmetic.relations.sizes_of_things import wrong_sizes
from hegao.checks.text.arithmetic.relations.staged_levels import wrong_levels
from hegao.checks.text.arithmetic.relations.stocks_moved import net_changes, stocks_moved
from hegao.checks.text.arithmetic.relations.taken_of import taken_of
from hegao.checks.text.arithmetic.relations.told_points import told_points
from hegao.checks.text.arithmetic.relations.turned_directions import turned_directions
from hegao.checks.text.arithmetic.relations.wholes_spoken import wholes_spoken
from hegao.checks.text.arithmetic.relations.years_in_row import wrong_editions
from hegao.checks.text.arithmetic.tables.cells_retold import retold_otherwise
from hegao.checks.text.arithmetic.tables.column_wholes import wrong_column_wholes
from hegao.checks.text.arithmetic.tables.cumulated_years import wrong_cumulated
from hegao.checks.text.arithmetic.tables.graded_rows import wrong_grades
from hegao.checks.text.arithmetic.tables.indicator_rows import retold_indicators
from hegao.checks.text.arithmetic.tables.nearly_told import nearly_told
from hegao.checks.text.arithmetic.tables.ranked_scores import told_apart
from hegao.checks.text.arithmetic.tables.row_days import wrong_days_of_rows
from hegao.checks.text.arithmetic.tables.scored_items import wrong_score_columns, wrong_scores, wrong_weights
from hegao.checks.text.arithmetic.tables.tables_alike import retold_in_tables
from hegao.checks.text.arithmetic.tables.told_above import told_above
from hegao.checks.text.arithmetic.tables.told_by_caption import told_by_caption
from hegao.checks.text.arithmetic.tables.told_categories import told_categories, wrong_weighted
from hegao.checks.text.arithmetic.tables.told_in_tables import against_tables_by_sentence
from hegao.checks.text.arithmetic.tables.told_in_turn import told_in_turn
from hegao.checks.text.arithmetic.tables.told_of_rows import told_of_rows
from hegao.checks.text.arithmetic.tables.told_rates import wrong_by_rate
from hegao.checks.text.arithmetic.tables.told_scores import told_scores
from hegao.checks.text.arithmetic.times.days_ahead import days_ahead
from hegao.checks.text.arithmetic.times.parts_of_hours import wrong_parts_of_hours
from hegao.checks.text.arithmetic.times.timetables import wrong_departures


def reckoned_figures(context: Context) -> Iterator[Odd]:
    """The figures that what stands beside them contradicts: balances, products, rates."""
    for scan in _SCANS:
        yield from scan(context)


#: In this order: of two that speak of one figure the first is told.
_SCANS: tuple[Callable[[Context], Iterator[Odd]], ...] = (
    *(unbalanced, wrong_equations, wrong_products, wrong_rates, wrong_averages, wrong_parts_by_rate, wrong_multiples, wrong_risings, wrong_shares, wrong_points, wrong_bands),
    *(wrong_money, wrong_rises, wrong_years, reversed_changes, turned_ranges, too_great_parts, wrong_by_count, wrong_instalments, against_tables_by_sentence),
    *(wrong_growths, wrong_conversions, wrong_surplus, wrong_hundreds, wrong_bounds, wrong_groups, wrong_items, wrong_departures, retold_otherwise, odd_views, near_rates, wrong_in_turn, near_sums),
    *(shared_out, wrong_each_times, turned_twins, wrong_scores, wrong_column_wholes, wrong_sources, wrong_rates_of, wrong_prizes, wrong_plain_ratios, nearly_rated, nearly_made_up, nearly_told, nearly_counted, nearly_twice, nearly_times, nearly_added, wrong_attendance),
    *(counts_of_pointed_tables, odd_groups, wrong_sums_of_products, wrong_bounded_shares, announced_listings, items_told_up, turned_directions, parts_above, wrong_passage_sums, wrong_passage_gaps, missed_balances, missed_products, wrong_remainders, wrong_levels, retold_bounds, turned_retold, twins_by_noun, wrong_mixed_sums, told_points, there_and_away, levels_compared, names_counted, amounts_retold, items_summed, wrong_means, announced_nearly, passage_products, counts_retold, taken_of),
    *(told_above, retold_indicators, told_in_turn, wrong_grades, wrong_by_rate, retold_in_tables, told_of_rows, wrong_days_of_rows, wrong_weights, wrong_score_columns, told_categories, wrong_weighted),
    *(counted_stretches, chained_each, days_of_persons, points_beside, left_over, stocks_moved, net_changes, items_in_line, told_apart, named_relations),
    *(wrong_editions, wrong_sizes, wrong_crews, wrong_others, told_scores, points_shared, wrong_parts_of_hours, wrong_cumulated),
    *(pointed_back, changed_by_rate, shares_of_told, shares_named, days_ahead, paid_in_parts, wholes_spoken, aspects_counted, told_by_caption),
)
