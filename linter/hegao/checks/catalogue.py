"""All checks: importing this module registers them.  One line for each module of checks."""

import hegao.checks.agreement  # noqa: F401
import hegao.checks.attachments  # noqa: F401
import hegao.checks.brackets  # noqa: F401
import hegao.checks.dates  # noqa: F401
import hegao.checks.deadlines  # noqa: F401
import hegao.checks.elements  # noqa: F401
import hegao.checks.numbering  # noqa: F401
import hegao.checks.numbers  # noqa: F401
import hegao.checks.privacy  # noqa: F401
import hegao.checks.punctuation  # noqa: F401
import hegao.checks.references  # noqa: F401
import hegao.checks.repeats  # noqa: F401
import hegao.checks.style  # noqa: F401
import hegao.checks.system  # noqa: F401
import hegao.checks.tasks  # noqa: F401
import hegao.checks.totals  # noqa: F401
import hegao.checks.units  # noqa: F401
import hegao.checks.wording  # noqa: F401
