"""Two times that do not go together: passages with one slip each, ``[[wrong|right]]``, and their correct twins.

A passage is what stands between the head and the signature of a notice of 2026年3月2日; behind ``----`` what stands behind it.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from checks.told import rules
from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import check_sources
from hegao.sources.files import source_of

_MARK = re.compile(r"\[\[(?P<wrong>.*?)\|(?P<right>.*?)\]\]")
_HEAD = "江河市人民政府办公室关于做好2026年有关专项工作的通知\n\n江政办发〔2026〕12号\n\n各县（区）人民政府，市直各部门：\n\n经市人民政府同意，现就有关工作通知如下。\n\n"
_OF_TIME = ("date-", "deadline-", "lead-", "unit-duplicate")


@functools.cache
def passages() -> dict[str, str]:
    """The passages by their names, as texts with the mark in them."""
    blocks = Path(__file__).with_name("two_times.txt").read_text("utf-8").removeprefix("@ ").split("\n@ ")
    return {block.split("\n", 1)[0]: _text(block.split("\n", 1)[1]) for block in blocks}


def _text(block: str) -> str:
    body, _mark, behind = block.strip("\n").partition("\n----\n")
    lines = [line if "\t" in line else f"{line}\n" for line in behind.split("\n")] if behind else []
    text = f"{_HEAD}{body.replace(chr(10), chr(10) * 2)}\n\n江河市人民政府办公室\n\n2026年3月2日\n\n" + "\n".join(lines) + "\n"
    return re.sub(r"(\t[^\n]*)\n\n(?=[^\n]*\t)", r"\1\n", text)


def _found(text: str) -> list[Finding]:
    result = check_sources([source_of(text.encode("utf-8"), "通知.txt")], Options(profile="draft"), rules())
    assert not result.failed
    return [finding for file in result.files for finding in file.findings if finding.name.startswith(_OF_TIME)]


@pytest.mark.parametrize("name", passages())
def test_slip_is_told_and_its_twin_is_not(name: str) -> None:
    text = passages()[name]
    mark = _MARK.search(text)
    assert mark is not None
    line = text.count("\n", 0, mark.start()) + 1
    found = _found(_MARK.sub(r"\g<wrong>", text))
    assert len(found) == 1
    assert line in [found[0].span.line, *(one.line for one in found[0].related)]
    assert _found(_MARK.sub(r"\g<right>", text)) == []
