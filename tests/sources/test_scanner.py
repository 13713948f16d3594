"""A scanner finds what a plain search of each line finds: no more, no less, whatever it is that tells the lines."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hegao.checks import catalogue  # noqa: F401  (imports all checks)
from hegao.sources import kept_patterns, pattern_clues, user_cache
from hegao.sources.pattern_clues import clues_of
from hegao.sources.scanner import Scanner, Sieve

#: What random patterns are made of.
_ONE = ["中", "a", "1", "，", ".", "[中a]", "[^中]", r"[^\n中]", r"\d", r"\s", r"\S", ".", "[1-3]", "[a一]"]
_AROUND = ["^", "$", r"\b", r"\A", r"\Z", "(?=中)", "(?!中)", "(?![^中])", r"(?!\s)", "(?<=中)", "(?<!中)", "(?<![^中])", "(?<!^)", "(?!$)", "(?=[^a]|$)"]
_TIMES = ["?", "*", "+", "{2}", "{1,2}", "*?"]


def _bigger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        several.map("".join),
        several.map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"({part})"),
        st.tuples(inner, st.sampled_from(_TIMES)).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        inner.map(lambda part: f"(?={part})"),
        inner.map(lambda part: f"(?!{part})"),
    )


PATTERNS = st.recursive(st.sampled_from([*_ONE, *_AROUND]), _bigger, max_leaves=8)
TEXTS = st.text(alphabet="中a1，. \n二b", max_size=24)


def plain(pattern: str, flags: int, text: str) -> list[tuple[int, tuple[int, int], tuple[str | None, ...]]]:
    """What is found in each line by itself: where the line begins, the place in it, the groups."""
    found = []
    start = 0
    for line in text.split("\n"):
        found += [(start, match.span(), match.groups()) for match in re.finditer(pattern, line, flags)]
        start += len(line) + 1
    return found


def scanned(scanner: Scanner, text: str) -> list[tuple[int, tuple[int, int], tuple[str | None, ...]]]:
    return [(start, match.span(), match.groups()) for start, match in scanner.hits(text)]


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(PATTERNS, TEXTS)
@example(r"(?<![^中])a", "1\na")
@example(r"(?<!\s)a", "1\na")
@example(r"a(?![^中])", "a\n1")
@example(r"(?<=中)\.(?=中|$)", "中.\n一")
@example(r"(a|中)\1", "aa\n中a")
@example(r"(?<!1)a$", "1\n1a\na")
def test_any_pattern_finds_the_same(pattern: str, text: str) -> None:
    scanner = Scanner(pattern)
    expected = plain(pattern, 0, text)
    assert scanned(scanner, text) == expected
    assert [start for start, _end in scanner.lines(text)] == list(dict.fromkeys(start for start, _span, _groups in expected))
    assert scanner.sub(lambda match: f"<{match[0]}>", text) == "\n".join(
        re.sub(pattern, lambda match: f"<{match[0]}>", line) for line in text.split("\n")
    )


def _scanners() -> Iterator[tuple[str, Scanner]]:
    """All scanners of the house, by the names they are kept under."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith("hegao."):
            for key, value in vars(module).items():
                several = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else [value]
                for number, one in enumerate(several):
                    if isinstance(one, Scanner):
                        yield f"{name.rpartition('.')[2]}.{key}.{number}", one


def _texts(pattern: str) -> st.SearchStrategy[str]:
    """Texts of the words, marks and ranges that a pattern is written with, and of others."""
    words = re.findall(r"[\u3400-\u9fff]+|[A-Za-z]+|[^\sA-Za-z0-9]", pattern)
    shorter = [word[:2] for word in words if len(word) > 2]
    return st.lists(st.sampled_from([*words, *shorter, "12", "2026", "3.5", "7", "\n", "中", "的", "a", " ", "，", "。"]), max_size=14).map("".join)


@pytest.mark.parametrize("scanner", [pytest.param(one, id=name) for name, one in _scanners()])
@given(data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_the_patterns_of_checks_find_the_same(scanner: Scanner, data: st.DataObject) -> None:
    pattern = scanner.pattern
    text = data.draw(_texts(pattern.text))
    assert scanned(scanner, text) == plain(pattern.text, pattern.flags, text)


@pytest.mark.parametrize(
    ("pattern", "needles"),
    [
        (r"(?<!\d)\d+(?:\.\d+)?[~-]\d+[%％]", ("%", "％")),
        (r"[约近]\d+(?:左右|上下)", ("上下", "左右")),
        (r"(?:万元|亿元)，其中", ("万元，其中", "亿元，其中")),
        (r"[^@]+@[a-z]+", ("@",)),
        (r"\d+年", ("年",)),
        (r"\d+，\d+", ()),
        (r"\d*[年月]?", ()),
    ],
)
def test_lines_are_told_by_the_rarest_that_a_match_cannot_do_without(pattern: str, needles: tuple[str, ...]) -> None:
    assert clues_of(pattern, 0).needles == needles


def test_a_sign_tells_the_lines() -> None:
    scanner = Scanner(r"(?:^|(?<=，))(?P<list>[^，、]+(?:、[^，、]+)+)3个", sign="、[^，、]+3个")
    text = "甲、乙3个，丙\n丁、戊\n己，庚、辛3个"
    assert scanned(scanner, text) == plain(scanner.pattern.text, 0, text)
    assert list(scanner.lines(text)) == [(0, 7), (12, 19)]


def test_a_sign_tells_the_lines_as_a_whole_not_by_the_part_that_is_sought_first() -> None:
    scanner = Scanner(r"[^，]{1,8}为期\d天", sign=lambda: r"[期时]\d天")
    text = "今天\n会议为期3天\n每天\n为期多天"
    assert clues_of(r"[期时]\d天", 0).needles == ("天",)
    assert list(scanner._promising(text)) == [(3, 9, 0)]
    assert scanned(scanner, text) == plain(scanner.pattern.text, 0, text)


def test_where_python_has_no_such_parser_all_lines_are_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(pattern_clues, "import_module", gone)
    monkeypatch.setattr(kept_patterns, "_clues", {})
    assert scanned(Scanner(r"(?<!\d)\d年"), "1年\n12年\n3年") == [(0, (0, 2), ()), (7, (0, 2), ())]


def test_clues_that_are_damaged_are_read_off_anew(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def begin_anew() -> None:
        for name, value in (("_codes", {}), ("_clues", {}), ("_recalled", False), ("_changed", False)):
            monkeypatch.setattr(kept_patterns, name, value)
        kept_patterns.recall()

    begin_anew()
    whole = kept_patterns.clues("[年月]底")
    kept_patterns.compiled("[年月]底")
    kept_patterns.keep()
    stored = user_cache.load("patterns.json")
    [key] = stored["clues"]
    for damage in ("clues", [], {key: []}, {key: 7}, {key: [1, 2]}):
        user_cache.save("patterns.json", stored | {"clues": damage})
        begin_anew()
        assert kept_patterns.clues("[年月]底") == whole


def test_a_malformed_pattern_is_refused_when_it_is_first_asked() -> None:
    scanner = Scanner("(")
    with pytest.raises(re.error):
        list(scanner.hits("a"))


def test_a_sieve_leaves_its_characters_of_each_text() -> None:
    sieve = Sieve("（", "）", "]")
    assert sieve.left_of(["甲（乙）", "", "丙]]丁"]) == ["（）", "", "]]"]
    assert sieve.left_of([]) == []
    with pytest.raises(ValueError, match="end of a line"):
        Sieve("\n")
