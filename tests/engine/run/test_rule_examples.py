"""The runner of examples: it must notice what is missing and what is too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from engine.toys import rule, ruleset
from hegao.checks.base import BatchHit, Context, Hit, Record, batch_check, check, collector
from hegao.document.model import Document, Node
from hegao.engine.rules.rule import Example, Place
from hegao.engine.run.rule_examples import run_example
from hegao.sources.text import Text

pytestmark = pytest.mark.usefixtures("own_checks", "toy_parser")


@pytest.fixture(autouse=True)
def checks(own_checks: None) -> None:
    """A check that finds 要, and one that finds titles that come again."""

    @check("letter", {"paragraph"})
    def letter(node: Node, context: Context) -> Iterator[Hit]:
        if node.text.value == "坏":
            raise ValueError
        yield from (Hit(node.text.slice(at, at + 1)) for at, c in enumerate(node.text.value) if c == "要")

    @collector("titles")
    def titles(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
        if document.title is not None:
            yield document.title.text, {}

    @batch_check("again", "titles")
    def again(records: Sequence[Record]) -> Iterator[BatchHit]:
        yield from (BatchHit(record) for record in records[1:])


def told(text: str, *at: Place) -> list[str]:
    """What the runner says of a text."""
    one = rule("TXT701", "letter", "letter", profiles={"draft": "off"})
    return run_example(one, Example((("example.txt", text),), at, "final"), ruleset(one))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("不\n", ()),
        ("要\n", (Place(1, "要"),)),
        ("不要\n", (Place(1, "不要"),)),
        ("要不要\n", (Place(1, "要不"), Place(1, "不要"))),
        ("要要\n不\n要\n", (Place(3, "要"), Place(1, "要"), Place(1, "要"))),
    ],
)
def test_right_examples(text: str, at: tuple[Place, ...]) -> None:
    """The quote may say more than is found; every place counts once."""
    assert told(text, *at) == []


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("要\n", (), "第 1 行第 1 列“要”：不应报，报了：有问题"),
        ("要要\n", (Place(1, "要"),), "第 1 行第 2 列“要”：不应报，报了"),
        ("不\n", (Place(1, "不"),), "第 1 行“不”：应报，没有报"),
        ("坏\n", (), "报了别的：SYS903 check-crashed"),
        ("", (), "报了别的：SYS901 unreadable"),
    ],
)
def test_wrong_examples(text: str, at: tuple[Place, ...], said: str) -> None:
    """What is too much, what is missing, what crashed."""
    [problem] = told(text, *at)
    assert problem.startswith(said)


def test_a_place_beside_the_finding() -> None:
    """On the right line, but elsewhere: missing here, too much there."""
    assert len(told("要不\n", Place(1, "不"))) == 2


def test_examples_of_several_files() -> None:
    """Places name their file."""
    one = rule("NUM101", "again", "again", nodes=())
    files = (("a.txt", "# 通知\n"), ("b.txt", "# 通知\n"))
    assert run_example(one, Example(files, (Place(1, "通知", "b.txt"),)), ruleset(one)) == []
    assert len(run_example(one, Example(files, (Place(1, "通知", "a.txt"),)), ruleset(one))) == 2


def test_what_the_rule_yields_to_is_on() -> None:
    """An example shows what users see; what the other rule says of it is not asked."""
    weak = rule("TXT702", "weak", "letter", yields_to=("letter",))
    strong, other = rule("TXT701", "letter", "letter"), rule("TXT703", "other", "letter")
    assert run_example(weak, Example((("example.txt", "要"),)), ruleset(weak, strong, other)) == []
    assert run_example(weak, Example((("example.txt", "要"),)), ruleset(weak, other)) != []
