"""Short titles (以下简称《…》) that the document introduces and then does not use, another one in their place (norm REF-04)."""

from __future__ import annotations

from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.laws import law_of

_INTRODUCED = Scanner(
    r"《(?P<full>[^《》]{6,80})》[（(](?:[^（）()《》]{0,40}[，、；])?(?:以下)?(?:简称|称)[：:]?《(?P<short>[^《》]{2,12})》",
    sign="称[：:]?《",
)
#: A short title has so many letters, at the most, and ends as the one that was introduced.
_LONGEST, _END = 10, 2


class Introduced(NamedTuple):
    """A short title that is not used again, and the whole title that it stands for."""

    full: str
    short: str
    at: Text


def unused(context: Context) -> tuple[Introduced, ...]:
    """The short titles that stand nowhere else in the document."""
    text = context.once(running)
    found = [Introduced(one.match["full"], one.match["short"], one.at("short")) for one in text.find(_INTRODUCED)]
    return tuple(one for one in found if text.text.count(f"《{one.short}》") == 1)


def introduced_otherwise(title: str, context: Context) -> Introduced | None:
    """The short title that another one was introduced as: made of the same whole title, ending alike, and introduced nowhere."""
    if len(title) > _LONGEST or law_of(title) is not None:
        return None
    for one in context.once(unused):
        if title != one.short and title != one.full and title[-_END:] == one.short[-_END:] and _within(title, one.full):
            return one if f"简称《{title}》" not in context.once(running).text else None
    return None


def _within(letters: str, whole: str) -> bool:
    """Whether the letters stand in the whole title in their order."""
    rest = iter(whole)
    return all(letter in rest for letter in letters)
