"""Kinds of node and closed fields that a selector may name."""

from __future__ import annotations

from hegao.engine.rules.selectors import fields, kinds


def test_kinds_are_those_of_the_model() -> None:
    assert {"document", "title", "heading", "paragraph", "table", "row", "cell", "task", "number", "date", "entry", "unparsed"} <= kinds()
    assert "node" not in kinds()


def test_closed_fields_have_their_values() -> None:
    assert fields("task")["form"] == ("clause", "row", "sentence")
    assert fields("number")["own"] == (True, False)
    assert all(len(set(values)) == len(values) > 1 for kind in kinds() for values in fields(kind).values())


def test_every_node_can_be_chosen_by_its_document_but_an_entry_which_stands_in_none() -> None:
    assert {"genre", "action", "in_gazette", "profile"} <= set(fields("paragraph"))
    assert set(fields("entry")) == {"profile"}
