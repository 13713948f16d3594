"""All checks: importing this module registers them.  One line for each module of checks."""

import hegao.checks.dates  # noqa: F401
import hegao.checks.deadlines  # noqa: F401
import hegao.checks.numbers  # noqa: F401
import hegao.checks.system  # noqa: F401
