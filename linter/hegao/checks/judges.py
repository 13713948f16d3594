"""All checks over a batch: importing this module registers them, and imports nothing of the document."""

import hegao.checks.citing
import hegao.checks.series
