"""Patterns of paths."""

from __future__ import annotations

import pytest

from hegao.engine.configuration.path_globs import compiled


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("issued/**", "issued/a.txt", True),
        ("issued/**", "issued/b/a.txt", True),
        ("issued/**", "issuedx/a.txt", False),
        ("issued/**", "x/issued/a.txt", False),
        ("issued", "issued/b/a.txt", True),
        ("issued/", "issued/a.txt", True),
        ("issued", "x/issued/a.txt", True),
        ("./issued/*", "issued/a.txt", True),
        ("/issued", "x/issued", False),
        ("*.md", "a/b.md", True),
        ("*.md", "a/b.mdx", False),
        ("a/*.md", "a/b.md", True),
        ("a/*.md", "a/c/b.md", False),
        ("a/**/b.md", "a/b.md", True),
        ("a/**/b.md", "a/x/y/b.md", True),
        ("**/2?年", "公文/26年/x.txt", True),
        ("a[1].txt", "a[1].txt", True),
        ("a.txt", "abtxt", False),
        (".", "a/b.txt", True),
        ("**", "a/b.txt", True),
        ("*.txt", "../x.txt", True),
        ("A.txt", "a.txt", False),
    ],
)
def test_patterns(pattern: str, path: str, matches: bool) -> None:
    assert bool(compiled(["no", pattern]).fullmatch(path)) is matches
