"""All checks: importing this module registers them.  One line for each module of checks."""

import hegao.checks.attachment.attachments
import hegao.checks.date.dates
import hegao.checks.date.deadlines
import hegao.checks.judges
import hegao.checks.number.document_number
import hegao.checks.reference.citation_form
import hegao.checks.structure.elements
import hegao.checks.structure.numbering
import hegao.checks.system.reading
import hegao.checks.task.bearers
import hegao.checks.task.leads_and_deadlines
import hegao.checks.task.required_columns
import hegao.checks.task.text_against_table
import hegao.checks.text.brackets
import hegao.checks.text.figures
import hegao.checks.text.personal_data
import hegao.checks.text.punctuation
import hegao.checks.text.repeats
import hegao.checks.text.totals
import hegao.checks.text.wording
from hegao.checks.base import BATCH_CHECKS, CHECKS, BatchCheck, Check


def find(name: str) -> Check | BatchCheck | None:
    """The check of that name, on nodes or over a batch."""
    return CHECKS.get(name) or BATCH_CHECKS.get(name)
