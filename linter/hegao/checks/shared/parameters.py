"""Parameters of checks that are numbers of judgement: how like, how many, how often.  Rule files state them, settings may change them."""

from __future__ import annotations

from typing import Any


def percent(description: str, default: int) -> dict[str, Any]:
    """The schema of a share in a hundred."""
    return {"description": description, "type": "integer", "minimum": 1, "maximum": 100, "default": default}


def quantity(description: str, default: int, least: int = 1) -> dict[str, Any]:
    """The schema of a count or a length."""
    return {"description": description, "type": "integer", "minimum": least, "default": default}
