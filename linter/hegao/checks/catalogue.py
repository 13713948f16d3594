"""All checks: importing this module registers them.  One line for each module of checks."""

import hegao.checks.attachment.attachments
import hegao.checks.date.calendar
import hegao.checks.date.effect
import hegao.checks.date.own_date
import hegao.checks.date.past_deadline
import hegao.checks.date.stages
import hegao.checks.date.year_slips
import hegao.checks.judges
import hegao.checks.layout.closing_block
import hegao.checks.layout.page_number
import hegao.checks.layout.page_setup
import hegao.checks.layout.places_of_parts
import hegao.checks.layout.types_of_parts
import hegao.checks.number.document_number
import hegao.checks.number.issuer_code
import hegao.checks.office.text_checks
import hegao.checks.reference.citation_form
import hegao.checks.reference.laws_cited
import hegao.checks.reference.titles_cited
import hegao.checks.structure.element_form
import hegao.checks.structure.element_missing
import hegao.checks.structure.element_order
import hegao.checks.structure.gazette_contents
import hegao.checks.structure.genre_closing
import hegao.checks.structure.heading_levels
import hegao.checks.structure.heading_style
import hegao.checks.structure.issued_title
import hegao.checks.structure.missing_elements
import hegao.checks.structure.numbering
import hegao.checks.structure.title_form
import hegao.checks.system.reading
import hegao.checks.task.bearers
import hegao.checks.task.deadline_kind
import hegao.checks.task.lead_order
import hegao.checks.task.missing_fields
import hegao.checks.task.required_columns
import hegao.checks.task.text_against_table
import hegao.checks.text.arithmetic.totals
import hegao.checks.text.bracket_pairs
import hegao.checks.text.number_style
import hegao.checks.text.other_places
import hegao.checks.text.personal_data
import hegao.checks.text.place_leftover
import hegao.checks.text.placeholders
import hegao.checks.text.punctuation
import hegao.checks.text.repeats
import hegao.checks.text.wording
from hegao.checks.base import BATCH_CHECKS, CHECKS, BatchCheck, Check


def find(name: str) -> Check | BatchCheck | None:
    """The check of that name, on nodes or over a batch."""
    return CHECKS.get(name) or BATCH_CHECKS.get(name)
