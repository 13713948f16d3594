"""All checks: importing this module registers them.  One line for each module of checks."""

import hegao.checks.system  # noqa: F401
