"""Short texts read as documents, and what a check finds in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import notices
from hegao.checks.base import CHECKS, Check, Context, Hit
from hegao.checks.catalogue import find
from hegao.document.building import parse
from hegao.document.model import Document, File
from hegao.sources.source import Source


def read(text: str, path: str = "a.txt") -> File:
    """The file of a text."""
    return parse(Source(path, tuple(text.split("\n"))))


def notice(*paragraphs: str, year: int = 2026) -> File:
    """A notice with these paragraphs."""
    return read(notices.notice(*paragraphs).replace("2026", str(year)))


def hits(name: str, file: File, profile: str = "final", **parameters: object) -> list[Hit]:
    """What the check finds in a file, in order of the walk; parameters not given take their defaults."""
    check = CHECKS[name]
    given = {key: one["default"] for key, one in check.parameters.items() if "default" in one} | parameters
    found: list[Hit] = []
    for document in file.documents:
        context = Context(file, document, profile)
        for node in [*document.walk(), *(file.contents if document is file.documents[0] else ())]:
            if node.kind in check.nodes:
                found.extend(check.function(node, context, **given))
    return found


def usual(name: str) -> Callable[..., Any]:
    """The function of a check, those of its parameters that have a default given."""
    found = find(name)
    assert found is not None
    function: Callable[..., Any] = found.function if isinstance(found, Check) else found.judge
    return partial(function, **{key: one["default"] for key, one in found.parameters.items() if "default" in one})


def pairs(found: list[Hit]) -> list[tuple[str, str]]:
    """What stands there and what should, of each hit."""
    return [(str(hit.facts["written"]), str(hit.facts["right"])) for hit in found]


def only(file: File) -> Document:
    """The one document of a file."""
    (document,) = file.documents
    return document
