"""What a run is asked to do, and the error for what cannot be done as asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import islice

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


class Unreached(UsageProblem):
    """What is needed to check does not answer, or is lost in the middle: not all was seen, which is worse than wrong use."""


#: So many problems of one file are told; nobody mends more before the next run.
MOST_TOLD = 20
#: So many are counted.
_MOST_COUNTED = 1000


def few(shown: str, problems: Iterable[str]) -> list[str]:
    """The first problems of a file that is called ``shown`` in messages, then how many more there are; all are not asked for."""
    told = list(islice(problems, _MOST_COUNTED + 1))
    more = len(told) - MOST_TOLD
    if more <= 0:
        return told
    over = " 以上" if len(told) > _MOST_COUNTED else ""
    return [*told[:MOST_TOLD], f"{shown}：另有 {more} 处{over}，改好这些再查"]


class Options:
    """What decides the result of a run beside the texts and the rules.

    Without a ``profile`` the settings choose one, else it is draft.  ``select`` and ``ignore`` hold codes, names, areas
    or prefixes of codes; an empty ``select`` means all rules.  ``as_of`` is the day that stands for today where a rule needs one.
    ``bilingual`` asks for messages in the other language beside ``lang``, for reports in which the reader may switch.
    """

    __slots__ = ("as_of", "bilingual", "ignore", "lang", "profile", "select")

    def __init__(
        self,
        profile: str | None = None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        as_of: datetime.date | None = None,
        lang: str = "zh",
        bilingual: bool = False,
    ) -> None:
        """Take what was asked; raises ``UsageProblem`` for a profile or language that does not exist."""
        if profile is not None and profile not in PROFILES:
            raise UsageProblem(f"没有“{profile}”这个场景，可用：{'、'.join(PROFILES)}")
        if lang not in LANGUAGES:
            raise UsageProblem(f"没有“{lang}”这种语言，可用：{'、'.join(LANGUAGES)}")
        self.profile = profile
        self.select = select
        self.ignore = ignore
        self.as_of = as_of
        self.lang = lang
        self.bilingual = bilingual

    @property
    def also(self) -> str:
        """The language in which messages are said beside ``lang``; empty where none is asked for."""
        return next(other for other in LANGUAGES if other != self.lang) if self.bilingual else ""
