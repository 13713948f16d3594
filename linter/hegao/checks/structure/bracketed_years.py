"""The years, or 试行 and 暂行, in brackets behind the name of a plan or of rules, told in title, text and over the text that follows."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.structure.told_otherwise import Told
from hegao.document.model import Document
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.title_likeness import letters

_YEARS = Scanner(r"(?P<name>[\u3400-\u9fff]{6,60})(?P<years>[（(](?:20\d\d\s*(?:年?[—–－～~-]+|年?至)\s*20\d\d\s*年?(?:度)?|[试暂]行)[）)])")
#: So many letters before the years must be the same for one plan.
_SAME = 6


class _Period(NamedTuple):
    name: str
    years: str
    at: Text


def other_years(context: Context) -> Told | None:
    """The years behind the name in the document's own title or over what it issues, where the other places agree on others."""
    told = [
        _Period(found.match["name"], letters(found.match["years"]).replace("年", "").replace("度", ""), found.at("years"))
        for found in context.once(running).find(_YEARS)
    ]
    own = _titles(context.document)
    for period in told:
        if not any(_within(period.at, title) for title in own):
            continue
        others = [other for other in told if other is not period and other.name[-_SAME:] == period.name[-_SAME:]]
        counts = Counter(other.years for other in others)
        if others and period.years not in counts and len(counts) == 1:
            return Told(period.at, period.at.value, others[0].at.value, tuple(other.at for other in others))
    return None


def _titles(document: Document) -> list[Text]:
    parts = [part.title.text for part in document.parts if part.title is not None]
    return [*([document.title.text] if document.title is not None else []), *parts]


def _within(at: Text, title: Text) -> bool:
    return title.line <= at.line <= title.end_line
