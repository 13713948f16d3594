"""All checks over a batch: importing this module registers them, and imports nothing of the document."""

import hegao.checks.number.number_series
import hegao.checks.reference.citations_of_batch
