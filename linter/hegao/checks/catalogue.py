"""All checks: importing this module registers them.  One line for each module of checks."""

import hegao.checks.agreement
import hegao.checks.attachments
import hegao.checks.brackets
import hegao.checks.dates
import hegao.checks.deadlines
import hegao.checks.elements
import hegao.checks.heads
import hegao.checks.judges
import hegao.checks.numbering
import hegao.checks.numbers
import hegao.checks.privacy
import hegao.checks.punctuation
import hegao.checks.references
import hegao.checks.repeats
import hegao.checks.style
import hegao.checks.system
import hegao.checks.tasks
import hegao.checks.totals
import hegao.checks.units
import hegao.checks.wording
from hegao.checks.base import BATCH_CHECKS, CHECKS, BatchCheck, Check


def find(name: str) -> Check | BatchCheck | None:
    """The check of that name, on nodes or over a batch."""
    return CHECKS.get(name) or BATCH_CHECKS.get(name)
