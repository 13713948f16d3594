"""Texts of one shape only, such as nobody writes and a search for slow steps finds: each step meets as much of its kind as may be."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_HEAD = "江河政办发〔2026〕5号\n\n江河市人民政府办公室关于做好重点工作的通知\n\n各县（区）人民政府，市直各有关部门：\n"
_FOOT = "\n　　　　　　　　江河市人民政府办公室\n　　　　　　　　2026年3月6日\n"
_TASKS = "\n附件\n\n任务分工表\n\n序号\t重点任务\t完成时限\t牵头单位\t配合单位\n"
#: So many characters of the two thousand from 一 on stand for as many words.
_FIRST, _CHARACTERS = 0x4E00, 2000


@dataclass(slots=True, frozen=True)
class Shape:
    """A shape: its name, how often its piece stands in once the text, what writes it into a folder, and options of ``hegao check``."""

    name: str
    pieces: int
    write: Callable[[Path, int], None]
    options: tuple[str, ...] = ()


def _body(text: Callable[[int], str]) -> Callable[[Path, int], None]:
    return lambda folder, pieces: _write(folder / "document.txt", _HEAD + text(pieces) + _FOOT)


def _table(row: Callable[[int], str]) -> Callable[[Path, int], None]:
    return lambda folder, pieces: _write(folder / "document.txt", f"{_HEAD}　　附件：任务分工表\n{_FOOT}{_TASKS}{row(pieces)}")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _word(index: int) -> str:
    return chr(_FIRST + index % _CHARACTERS) + chr(_FIRST + index // 3 % _CHARACTERS)


def _one_number(folder: Path, pieces: int) -> None:
    for index in range(pieces):
        title = f"江河市人民政府办公室关于做好{_word(index)}工作的通知"
        _write(folder / f"document-{index:05}.txt", f"江河政办发〔2026〕5号\n\n{title}\n\n各县（区）人民政府：\n　　请抓好落实。\n{_FOOT}")


def _contents(folder: Path, pieces: int) -> None:
    entries = (
        f"江河市人民政府关于做好{_word(index)}工作的通知（江河政发〔2026〕{index + 1}号）…………{index + 3}\n" for index in range(pieces)
    )
    _write(folder / "document.txt", f"江河市人民政府公报\n\n目　录\n\n{''.join(entries)}\n{_HEAD}　　请抓好落实。\n{_FOOT}")


def _headings(pieces: int) -> str:
    numerals = "一二三四五六七八九"
    forms = ("　　{}、抓好工作\n", "　　（{}）抓好落实\n", "　　{}．认真学习\n", "　　（{}）扎实推进\n")
    said = (form.format(numerals[index % 9] if level < 2 else index % 9 + 1) for index in range(pieces) for level, form in enumerate(forms))
    return "".join(said)


def _baseline(folder: Path, pieces: int) -> None:
    entry = {"rule": "repeat", "path": "document.txt", "quote": "的的", "reason": "", "author": "", "date": ""}
    entries = [{"fingerprint": f"{index:016x}", **entry} for index in range(pieces)]
    _write(folder / "document.txt", f"{_HEAD}　　请抓好落实。\n{_FOOT}")
    _write(folder / "baseline.json", json.dumps({"version": 1, "entries": entries}))


#: Four times the pieces are what took long before the steps were mended that it was due to.
SHAPES = (
    Shape("equal lines, mended (`--fix`)", 200, _body(lambda n: "　　要认真认真学习,切实抓好落实。\n" * n), ("--fix",)),
    Shape("half-width commas in a line (`--diff`)", 10_000, _body(lambda n: f"　　{'抓好工作,' * n}完。\n"), ("--diff",)),
    Shape("files under one number", 500, _one_number),
    Shape("entries of a contents list", 500, _contents),
    Shape("comments in a line", 580, _body(lambda n: "　　" + "<!-- hegao: ignore deadline-missing 原因：略 -->" * n + "落实。\n")),
    Shape("dates in a cell", 11_000, _table(lambda n: f"1\t抓好工作\t{'2026年3月6日前' * n}\t市教育局\t市财政局\n")),
    Shape(
        "lines of attachments",
        25_000,
        _body(lambda n: "附件：1．任务分工表\n" + "".join(f"　　　{at}．任务分工表{at}\n" for at in range(2, n))),
    ),
    Shape("attachments in a line", 10_000, _body(lambda n: "　　附件：" + "".join(f"{at}．任务分工表" for at in range(1, n)) + "\n")),
    Shape("headings of four levels in turn", 11_000, _body(_headings)),
    Shape("entries of a baseline", 5000, _baseline, ("--baseline", "baseline.json")),
    Shape("two words and a comma", 130_000, _body(lambda n: f"　　{'工作,' * n}\n")),
    Shape(
        "findings, as JSON",
        5000,
        _body(lambda n: "".join(f"　　第{at}项要抓好,落实。\n" for at in range(n))),
        ("--no-fold", "--output-format", "json"),
    ),
)
