"""The tables of the grammars: made of grammars and words, kept until one of them changes; and the building blocks in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hegao.words import grammar_tables, grammar_words, lark_tables
from hegao.words.building_blocks import terminal
from hegao.words.grammar_tables import Tables, sources, tables


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[str]]:
    """Each time that Lark is asked, a word; tables are looked for in a folder of their own."""
    monkeypatch.setenv("HEGAO_CACHE_DIR", str(tmp_path))
    whole, asked = lark_tables.tables_of, []

    def counted(texts: dict[str, str]) -> Tables:
        asked.append("made")
        return whole(texts)

    monkeypatch.setattr(lark_tables, "tables_of", counted)
    tables.cache_clear()
    yield asked
    tables.cache_clear()


def test_tables_are_made_once_and_kept(made: list[str]) -> None:
    first = tables()
    tables.cache_clear()
    again = tables()
    assert made == ["made"]
    assert (again.blocks, list(again.states), again.kinds) == (first.blocks, list(first.states), first.kinds)
    assert [tuple(rule) for rule in again.rules] == first.rules


@pytest.mark.parametrize("name", ["document.lark", "terminals.lark", "vocabulary.lark"])
def test_tables_are_made_anew_where_a_grammar_or_a_word_changed(name: str, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    tables()
    tables.cache_clear()
    changed = sources()
    changed[name] += "\n"
    monkeypatch.setattr(grammar_tables, "sources", lambda: changed)
    tables()
    assert made == ["made", "made"]


def test_a_word_of_a_table_is_a_word_of_the_grammar(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert not re.fullmatch(tables().blocks["BODY"], "江河市观象台")
    tables.cache_clear()
    monkeypatch.setattr(grammar_words, "body_endings", lambda use: ("局", "台"))
    assert re.fullmatch(tables().blocks["BODY"], "江河市观象台")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("_DAY", "2026年3月6日"),
        ("_ANY_DAY", "二〇二六年三月六日"),
        ("_ANY_DAY", "2026.3.6"),
        ("_NUMBER_WHOLE", "江政办发〔2026〕12号"),
        ("_NUMBER_WHOLE", "江政办发[26]第12号"),
        ("_NUMBER_WHOLE", "江政办发〔202612号"),
        ("_NUMBER_WHOLE", "江政办发2026年12号"),
        ("_NUMBER_WHOLE", "〔2026〕江政办发12号"),
        ("_NUMBER_WHOLE", "〔1986〕江司字第82号"),
        ("_NUMBER_WHOLE", "江政办发〔二〇二六〕12号"),
        ("_NUMBER_WHOLE", "江政办发〔2026〕十二号"),
        ("_DRAFT_NUMBER", "江政办发〔××××〕××号"),
        ("_ORDER_SERIAL", "第十六号"),
        ("ATTACHMENT", "附件2："),
    ],
)
def test_what_a_building_block_describes(name: str, written: str) -> None:
    assert re.fullmatch(terminal(name), written)


def test_a_number_without_its_last_word_is_no_whole_number() -> None:
    assert not re.fullmatch(terminal("_NUMBER_WHOLE"), "江政办发〔2026〕12")


def test_a_block_that_is_not_there_is_no_empty_pattern() -> None:
    with pytest.raises(KeyError):
        terminal("_NOTHING")
