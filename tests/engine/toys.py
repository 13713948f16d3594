"""A toy reader and toy rules, so that the engine is tried without the parser and the catalogue.

A line of the toy text is a title (``# …``), a document number (``@ 江政办发〔2026〕12号``), a heading (``一、…``), a
stretch that has no place (``! …``), the start of a new document (``----``), or a paragraph.
"""

from __future__ import annotations

from typing import Any

from hegao.document.model import Document, Entry, File, Heading, Number, Paragraph, Part, Title, Unparsed
from hegao.engine.rules.rule import INTERNAL, Rule, RuleSet, Wording
from hegao.phrases.numbers import find_number
from hegao.sources.files import source_of
from hegao.sources.source import Source
from hegao.sources.text import Text


def source(text: str, path: str = "通知.txt") -> Source:
    """The text as a source."""
    return source_of(text.encode("utf-8"), path)


def parse(source: Source) -> File:
    """The toy text read."""
    file = File(source.path, [_document(source, 1)])
    for at, value in enumerate(source.lines, 1):
        line = Text.of_line(value, at)
        document = file.documents[-1]
        if value == "----":
            document.end_line = at - 1
            file.documents.append(_document(source, at + 1))
        elif value.startswith("# "):
            document.title = Title(line.slice(2))
        elif value.startswith("@ "):
            number = find_number(value)
            assert number is not None
            document.number = Number(line.slice(number.start, number.end), number, own=True)
            document.numbers.append(document.number)
        elif value.startswith("! "):
            document.unparsed.append(Unparsed(line))
        elif value.startswith("> "):
            file.contents.append(Entry(line.slice(2), value[2:]))
        elif value[1:2] == "、":
            document.parts[0].nodes.append(Heading(line, value[:2], "han", "一二三四五".find(value[0]) + 1, 1, line))
        elif value:
            document.parts[0].nodes.append(Paragraph(line))
    return file


def _document(source: Source, line: int) -> Document:
    return Document(Text.of_line("", line), source.path, len(source.lines), parts=[Part("main")])


def rule(code: str, name: str, check: str, **fields: Any) -> Rule:
    """A rule on paragraphs that says where it stands."""
    message = fields.pop("message", "有问题")
    wordings = {"zh": Wording("摘要", "理由", "改法", message, fields.pop("related", ""))}
    if "english" in fields:
        wordings["en"] = Wording("summary", "why", "remedy", fields.pop("english"))
    fields.setdefault("nodes", ("paragraph",))
    return Rule(code, name, fields.pop("severity", "warning"), check, wordings, **fields)


def ruleset(*rules: Rule) -> RuleSet:
    """The rules, and those that the engine raises itself."""
    system = (
        rule("SYS901", "unreadable", INTERNAL, severity="error", nodes=(), message="没有检查：{reason}"),
        rule("SYS903", "check-crashed", INTERNAL, severity="error", nodes=(), message="{code} {name} 出错：{error}"),
    )
    return RuleSet(tuple(sorted((*rules, *system), key=lambda one: one.code)))
