"""Findings set aside at the desk: entered into the baseline of the office, with a reason."""

from __future__ import annotations

import datetime
from pathlib import Path

from hegao.desk.drafts import Draft
from hegao.engine.configuration.options import UsageProblem
from hegao.engine.findings.baseline import Baseline, path_from, read_baseline
from hegao.engine.findings.finding import Registered
from hegao.engine.fixing.whole_file import write_whole
from hegao.sources.system_errors import why_unwritten


class NotSetAside(Exception):
    """A finding that could not be set aside; the message is a Chinese sentence."""


def set_aside(path: Path, draft: Draft, mark: str, reason: str, author: str) -> None:
    """Enter a finding of a draft, by its fingerprint, into the baseline at a path; raises ``NotSetAside``."""
    if mark not in draft.findings:
        raise NotSetAside("这处问题不能搁置，或者已经变了，请重新检查")
    if not reason:
        raise NotSetAside("请写明搁置的原因")
    rule, quote = draft.findings[mark]
    try:
        known = read_baseline(path, new=True)
        place = path_from(draft.name, known.folder)
        entry = Registered(mark, rule, place, quote, reason[:500], author[:50], datetime.date.today().isoformat())
        others = (one for one in known.entries if (one.fingerprint, one.path) != (mark, place))
        text = Baseline(known.folder, (*others, entry)).text()
        write_whole(path, text.encode("utf-8"), replace=known.data is not None, before=known.data)
    except UsageProblem as error:
        raise NotSetAside("；".join(error.problems)) from error
    except OSError as error:
        raise NotSetAside(f"基线文件没有写成（{why_unwritten(error)}），这处问题没有搁置") from error
