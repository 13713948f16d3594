"""Drafts by the names that an editor gives them."""

from __future__ import annotations

import pytest

from hegao.editor.open_drafts import OpenDrafts, as_it_is, path_of


@pytest.mark.parametrize(
    ("uri", "path"),
    [("file:///%E5%8A%9E%E5%85%AC%E5%AE%A4/a%20b.txt", "/办公室/a b.txt"), ("untitled:Untitled-1", "untitled:Untitled-1")],
)
def test_the_path_of_a_name(uri: str, path: str) -> None:
    assert path_of(uri) == path


@pytest.mark.parametrize(
    ("uri", "language", "taken"),
    [
        ("file:///a.txt", "plaintext", True),
        ("file:///a.md", "markdown", True),
        ("file:///a.txt", "", True),
        ("untitled:1", "Markdown", True),
        ("file:///a.py", "python", False),
    ],
)
def test_texts_and_markdown_are_taken_and_nothing_else(uri: str, language: str, taken: bool) -> None:
    assert OpenDrafts().open(uri, language, 1, "") is taken


def test_a_new_text_in_markdown_is_read_as_markdown() -> None:
    drafts = OpenDrafts()
    drafts.open("untitled:1", "markdown", 1, "# 关于")
    (draft,) = drafts.all()
    assert as_it_is(draft).source.markdown


def test_what_is_closed_is_no_longer_open_and_closing_it_again_does_no_harm() -> None:
    drafts = OpenDrafts()
    drafts.open("file:///a.txt", "plaintext", 1, "甲")
    assert drafts.close("file:///a.txt")
    assert not drafts.close("file:///a.txt")
    assert drafts.all() == []


def test_two_names_of_one_file_are_two_drafts() -> None:
    drafts = OpenDrafts()
    drafts.open("file:///a%2Etxt", "plaintext", 1, "甲")
    drafts.open("file:///a.txt", "plaintext", 1, "乙")
    assert len({draft.path for draft in drafts.all()}) == 2
