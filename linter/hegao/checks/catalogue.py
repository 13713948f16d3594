"""All checks: importing this module registers them.  One line for each module of checks."""

import hegao.checks.agreement  # noqa: F401
import hegao.checks.brackets  # noqa: F401
import hegao.checks.dates  # noqa: F401
import hegao.checks.deadlines  # noqa: F401
import hegao.checks.elements  # noqa: F401
import hegao.checks.numbering  # noqa: F401
import hegao.checks.numbers  # noqa: F401
import hegao.checks.system  # noqa: F401
import hegao.checks.tasks  # noqa: F401
import hegao.checks.units  # noqa: F401
