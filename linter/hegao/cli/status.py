"""Exit statuses beside 0; where several hold, the highest counts."""

from __future__ import annotations

#: Something was found at or above --fail-on.
FOUND = 1
#: Wrong use, or rule files that cannot be used.
USAGE = 2
#: Something could not be read, or a check crashed.
FAILED = 3
