"""Patterns kept from run to run are the same patterns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hegao.sources import kept_patterns, user_cache
from hegao.sources.lazy_pattern import Pattern

YEAR = r"(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?[\u4e00-\u9fff]*?(前|底)"
TEXT = "2024年12月底前完成，２０２５年3月初见效，2026年5月汛期前检查"


@pytest.fixture(autouse=True)
def fresh(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the program had just begun."""
    begin_anew(monkeypatch)
    yield


def begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_codes", {})
    monkeypatch.setattr(kept_patterns, "_recalled", False)
    monkeypatch.setattr(kept_patterns, "_changed", False)


def refuse(*_: object) -> Any:
    raise AssertionError("compiled again")


@pytest.mark.parametrize("flags", [0, re.VERBOSE, re.IGNORECASE | re.DOTALL])
def test_a_kept_pattern_finds_what_the_first_found(flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_patterns.recall()
    first = kept_patterns.compiled(YEAR, flags)
    kept_patterns.keep()
    begin_anew(monkeypatch)
    monkeypatch.setattr(kept_patterns, "_compile", refuse)
    kept_patterns.recall()
    kept, usual = kept_patterns.compiled(YEAR, flags), re.compile(YEAR, flags)
    assert kept.flags == first.flags == usual.flags
    assert kept.groupindex == usual.groupindex
    found = [(match.span(), match.groupdict(), match.lastgroup) for match in usual.finditer(TEXT)]
    assert [(match.span(), match.groupdict(), match.lastgroup) for match in kept.finditer(TEXT)] == found
    assert found


def test_what_is_damaged_is_compiled_anew(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_patterns.recall()
    kept_patterns.compiled(YEAR)
    kept_patterns.keep()
    whole = user_cache.load("patterns.json")
    [key] = whole["codes"]
    for damage in (
        [],
        whole | {"codes": {key: []}},
        whole | {"codes": {key: [0, [1, 2, 3], 0, {}, []]}},
        whole | {"codes": {key: [0, "A", 0, {}, []]}},
        whole | {"codes": {key: [0, "AQAAAAIAAAADAAAA", 0, {}, []]}},
        whole | {"build": "another Python", "codes": {key: 7}},
    ):
        user_cache.save("patterns.json", damage)
        begin_anew(monkeypatch)
        kept_patterns.recall()
        assert [match[0] for match in kept_patterns.compiled(YEAR).finditer(TEXT)] == ["2024年12月底", "2026年5月汛期前"]


def test_patterns_that_changed_places_are_not_taken(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The matcher takes any numbers that look right: those of another pattern would find other words, or never end."""
    kept_patterns.recall()
    for text in (YEAR, "[一二三]+号"):
        kept_patterns.compiled(text)
    kept_patterns.keep()
    path = cache_folder / "patterns.json"
    head, _, body = path.read_bytes().partition(b"\n")
    stored = json.loads(body)
    stored["codes"] = dict(zip(stored["codes"], reversed(stored["codes"].values()), strict=True))
    path.write_bytes(head + b"\n" + json.dumps(stored).encode())
    begin_anew(monkeypatch)
    kept_patterns.recall()
    assert kept_patterns.compiled("[一二三]+号").findall(f"第二号，{TEXT}") == ["二号"]


def test_where_python_has_no_such_compiler_patterns_work_and_nothing_is_kept(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_build", "")
    assert Pattern(YEAR).findall(TEXT) == re.findall(YEAR, TEXT)
    kept_patterns.recall()
    kept_patterns.keep()
    assert not list(cache_folder.iterdir())


def test_a_malformed_pattern_is_refused() -> None:
    with pytest.raises(re.error):
        kept_patterns.compiled("(")
