"""The templates of the desk; what shows a document and its findings is that of the report (``reports/page``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from hegao.engine.findings.finding import Basis
from hegao.reports.page.bilingual import Both, both
from hegao.reports.page.page_templates import asset, environment
from hegao.reports.report_words import basis_words

_FOLDER = Path(__file__).parent / "templates"


@cache
def _desk() -> Environment:
    """The templates of the report, those of the desk before them."""
    shared = environment()
    made = shared.overlay(loader=ChoiceLoader([FileSystemLoader(_FOLDER), *([shared.loader] if shared.loader else [])]))
    made.filters["basis"] = _basis
    return made


def _basis(basis: Basis) -> Both:
    """A norm, in both languages."""
    return both(lambda lang: basis_words(basis, lang))


def filled(template: str, /, **context: Any) -> str:
    """The page that a template makes of what it is given; all of that is escaped."""
    return _desk().get_template(template).render(context)


@cache
def style() -> str:
    """The style sheet: that of the report, and what the desk adds."""
    return f"{asset('page.css')}\n{(_FOLDER / 'desk.css').read_text(encoding='utf-8')}"


@cache
def script() -> str:
    """The script of the desk, behind what every page has."""
    return f"{asset('reader.js')}{(_FOLDER / 'desk.js').read_text(encoding='utf-8')}"
