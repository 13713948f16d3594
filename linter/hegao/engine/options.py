"""What a run is asked to do, and the error for what cannot be done as asked."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

#: draft: numbers and dates may still be blank; final: everything must stand; published: a public copy.
PROFILES = ("draft", "final", "published")
LANGUAGES = ("zh", "en")


class UsageProblem(Exception):
    """What was asked cannot be done: an unknown rule, a path without documents.

    ``problems`` are Chinese sentences for the user, one each.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


@dataclass(slots=True, frozen=True)
class Options:
    """What decides the result of a run beside the texts and the rules.

    Without a ``profile`` the settings choose one, else it is draft.  ``select`` and ``ignore`` hold codes, names, areas
    or prefixes of codes; an empty ``select`` means all rules.  ``as_of`` is the day that stands for today where a rule needs one.
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    as_of: datetime.date | None = None
    lang: str = "zh"

    def __post_init__(self) -> None:
        """Refuse a profile or language that does not exist; raises ``UsageProblem``."""
        if self.profile is not None and self.profile not in PROFILES:
            raise UsageProblem(f"没有“{self.profile}”这个场景，可用：{'、'.join(PROFILES)}")
        if self.lang not in LANGUAGES:
            raise UsageProblem(f"没有“{self.lang}”这种语言，可用：{'、'.join(LANGUAGES)}")
