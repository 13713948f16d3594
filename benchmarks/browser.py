"""The browser in which pages are measured: the system's Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.processes import Failed


@contextmanager
def opened() -> Iterator[Any]:
    """A browser; raises ``Failed`` where there is none, or nothing that drives it."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise Failed("playwright is not installed, which drives the browser") from error
    if chromium is None:
        raise Failed("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()
