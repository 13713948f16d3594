"""What keeps people from reading a page, as axe-core tells it."""

from __future__ import annotations

from typing import Any


def barriers(page: Any) -> list[str]:
    """The rules of axe-core that a page breaks badly, each with the first place."""
    from axe_playwright_python.sync_playwright import Axe

    broken = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in broken if one["impact"] in ("serious", "critical")]
