"""Words of a page in both of its languages; the reader switches between them in the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hegao.reports.report_words import AREA, SEVERITY


class Both(NamedTuple):
    """The same said in Chinese and in English."""

    zh: str
    en: str


def both(say: Callable[[str], str]) -> Both:
    """What is said in each language."""
    return Both(say("zh"), say("en"))


def other_than(lang: str) -> str:
    """The language that the page can be switched to from this one."""
    return next(other for other in Both._fields if other != lang)


def severity_words(severity: str) -> Both:
    """What a severity is called."""
    return both(lambda lang: SEVERITY[lang][severity])


def area_words(area: str) -> Both:
    """What an area of rules is called."""
    return both(lambda lang: AREA[lang].get(area, area))
