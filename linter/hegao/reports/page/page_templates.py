"""The templates of pages: Jinja2, which the extra ``hegao[reports]`` brings, with everything escaped that is no markup of their own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hegao.reports.page.bilingual import area_words, severity_words

#: Characters that are written at once.
CHUNK = 1 << 15
_FOLDER = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """The templates, with the words that they share; nothing in them is looked up that was not given."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {"severity_words": severity_words, "area_words": area_words, "severities": ("error", "warning", "info")}
    return made


@cache
def asset(name: str) -> Markup:
    """The style sheet or the script, to stand in its element as it is."""
    return Markup((_FOLDER / name).read_text(encoding="utf-8"))  # a file of the program


@cache
def policy() -> str:
    """What the page may do: its own style and script, told by their digests, and nothing else; it can ask nobody for anything."""
    style, script = (base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (asset("page.css"), _script()))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _script() -> Markup:
    """The script of a report: what every page has, and its own."""
    return asset("reader.js") + asset("page.js")


def written(name: str, **context: Any) -> Iterator[str]:
    """The page that a template makes of what it is given, in pieces of ``CHUNK`` characters or a few more."""
    pieces: list[str] = []
    size = 0
    for piece in environment().get_template(name).generate(context, style=asset("page.css"), script=_script(), policy=policy()):
        pieces.append(piece)
        size += len(piece)
        if size >= CHUNK:
            yield "".join(pieces)
            pieces, size = [], 0
    yield "".join(pieces)
