"""Personal data (个人信息): identity numbers and mobile phones (norms LAN-08)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.passages import running_without_names
from hegao.document.model import Node
from hegao.sources.personal_numbers import SUSPECT, is_personal, starred
from hegao.sources.scanner import Scanner

_SUSPECT = Scanner(SUSPECT)


@check("personal-data", nodes={"document"}, facts=("shown",))
def personal_data(_node: Node, context: Context) -> Iterator[Hit]:
    """Identity numbers and mobile phones.  Fact: ``shown``, the number with its middle starred out."""
    for found in context.once(running_without_names).find(_SUSPECT):
        if is_personal(found.match):
            yield Hit(found.at(), {"shown": starred(found.match[0])})
