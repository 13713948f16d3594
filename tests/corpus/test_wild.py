"""Documents of a hundred other issuers: every one is read, their elements are found, and few alarms are raised."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from corpus.test_labelled import scorer
from hegao.document.build import parse
from hegao.document.model import Document
from hegao.engine.options import Options
from hegao.engine.run import check_paths
from hegao.sources.files import read
from repository import SHARED, needs_shared

pytestmark = needs_shared
WILD = SHARED / "corpus" / "wild"


@cache
def wanted() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (WILD / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def first(name: str) -> Document:
    return parse(read(WILD / name)).documents[0]


def misses(key: str) -> list[str]:
    found = {
        "title": lambda document: document.name,
        "number": lambda document: document.number and (document.number.phrase.normal, document.number.text.value),
        "date": lambda document: document.issued and document.issued.isoformat(),
        "genre": lambda document: document.genre,
        "addressee": lambda document: document.addressee and document.addressee.name,
    }[key]
    squeeze = scorer().squeeze
    wrong = []
    for label in wanted():
        got = found(first(label["file"]))
        either = got if isinstance(got, tuple) else (got,)
        want = (label["number_norm"] or label["number"]) if key == "number" else label[key]
        if squeeze(want).replace("<", "《").replace(">", "》") not in {squeeze(one).replace("<", "《").replace(">", "》") for one in either}:
            wrong.append(f"{label['file']}: {got!r}, should be {want!r}")
    return wrong


def right(key: str) -> bool:
    wrong = misses(key)
    assert len(wrong) <= len(wanted()) * 0.03, wrong
    return True


def test_titles() -> None:
    assert right("title")


def test_numbers() -> None:
    assert right("number")


def test_dates() -> None:
    assert right("date")


def test_genres() -> None:
    assert right("genre")


def test_addressees() -> None:
    assert right("addressee")


def test_one_document_a_file_and_nothing_unparsed() -> None:
    files = [parse(read(WILD / label["file"])) for label in wanted()]
    assert [file.path for file in files if len(file.documents) != 1] == []
    assert sum(bool(document.unparsed) for file in files for document in file.documents) <= len(files) * 0.03


def test_few_alarms_on_public_copies() -> None:
    result = check_paths([str(WILD / label["file"]) for label in wanted()], Options(profile="published"), cache=False)
    assert result.count("error") <= len(wanted()) / 10
    assert result.count("warning") <= len(wanted())
