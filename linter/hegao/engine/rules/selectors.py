"""What a selector may ask of a node: closed fields, those with a fixed set of values.

More than equality on these is the work of a check.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from hegao.document.model import COLUMN_ROLES, DATE_ROLES, Node
from hegao.engine.configuration.options import PROFILES
from hegao.words.vocabulary import actions, genres

#: Fields of the document that a node stands in; every kind of node can be chosen by them, and by the profile of the run.
DOCUMENT_FIELDS = ("genre", "action", "in_gazette")
PROFILE = "profile"

#: Kind of node → field → values.
_FIELDS: dict[str, dict[str, tuple[Any, ...]]] = {
    "title": {"own": (True, False)},
    "heading": {
        "style": ("part", "chapter", "section", "article", "han", "han-paren", "digit", "digit-paren", "circled", "decimal", "plain"),
        "runs_on": (True, False),
    },
    "task": {"form": ("clause", "row", "sentence")},
    "cell": {"role": COLUMN_ROLES},
    "date": {"role": DATE_ROLES},
    "number": {"own": (True, False)},
}


def fields(kind: str) -> dict[str, tuple[Any, ...]]:
    """The fields by which nodes of a kind can be chosen, with their values."""
    # The contents list of a gazette stands in no document.
    of_document = {} if kind == "entry" else _document_fields()
    return {**_FIELDS.get(kind, {}), **of_document, PROFILE: PROFILES}


@cache
def _document_fields() -> dict[str, tuple[Any, ...]]:
    of_genre = tuple(genre.name for genre in genres() if genre.document)
    values = of_genre, tuple(dict.fromkeys(one.action for one in actions())), (True, False)
    return dict(zip(DOCUMENT_FIELDS, values, strict=True))


def kinds() -> set[str]:
    """The kinds of node that there are, by the model."""
    found: set[str] = set()
    classes = Node.__subclasses__()
    while classes:
        node = classes.pop()
        found.add(node.kind)
        classes.extend(node.__subclasses__())
    return found
