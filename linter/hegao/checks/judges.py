"""All checks over a batch: importing this module registers them, and imports nothing of the document."""

import hegao.checks.number.issued_titles
import hegao.checks.number.number_series
import hegao.checks.number.past_numbers
import hegao.checks.reference.citations_of_batch
import hegao.checks.reference.past_citations
