"""Marked documents read by other means than those that wrote them: what stands under each comment, what refusing and accepting leave."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import FileResult, Finding, FixEdit, RunResult
from hegao.engine.run.runner import check_sources
from hegao.reports.annotation.annotated_file import Annotated, WordFile
from hegao.sources.files import source_of
from hegao.sources.text import Span

_W = re.compile(r"\{[^}]*wordprocessingml[^}]*\}(.*)")
#: The parts that may differ.
MAY_DIFFER = re.compile(r"word/document\d*\.xml|word/comments\w*\.xml|word/people\.xml|word/_rels/document\d*\.xml\.rels|\[Content_Types\]\.xml")
NAME = "草稿.docx"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def local(element: ET.Element) -> str:
    """The name of an element of WordprocessingML; empty for all others."""
    match = _W.fullmatch(element.tag)
    return match[1] if match else ""


def get(element: ET.Element, name: str) -> str:
    """An attribute of WordprocessingML."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def main_part(data: bytes) -> ET.Element:
    """The root of the main part."""
    found = parts(data)
    return ET.fromstring(found.get("word/document.xml") or next(part for name, part in found.items() if re.fullmatch(r"word/document\d*\.xml", name)))


def comments(data: bytes) -> dict[str, tuple[str, str]]:
    """The comments by their numbers: author and words, a paragraph a line."""
    found = parts(data)
    name = next((name for name in found if re.fullmatch(r"word/comments\d*\.xml", name)), "")
    if not found.get(name, b"").strip():
        return {}
    listed = [one for one in ET.fromstring(found[name]).iter() if local(one) == "comment"]
    assert len({get(one, "id") for one in listed}) == len(listed)
    return {get(one, "id"): (get(one, "author"), "\n".join(_said(p) for p in one.iter() if local(p) == "p")) for one in listed}


def _said(element: ET.Element) -> str:
    return "".join(one.text or "" for one in element.iter() if local(one) == "t")


def ranges(data: bytes) -> dict[str, str]:
    """What stands under each comment in the main part, revisions accepted; every range must begin, end, and be referred to once."""
    open_: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    references: list[str] = []
    for element, box in _seen(main_part(data), 0):
        name = local(element)
        if name == "commentRangeStart":
            assert not box, "a comment in a text box"
            assert get(element, "id") not in open_ and get(element, "id") not in closed
            open_[get(element, "id")] = []
        elif name == "commentRangeEnd":
            closed[get(element, "id")] = "".join(open_.pop(get(element, "id")))
        elif name == "commentReference":
            assert not box
            references.append(get(element, "id"))
        elif not box and name != "delText":
            said = _characters(element)
            for pieces in open_.values():
                pieces.append(said)
    assert not open_
    assert sorted(references) == sorted(closed)
    return closed


def _characters(element: ET.Element) -> str:
    """What a reader sees of an element of a run."""
    name = local(element)
    if name in ("t", "delText"):
        text = element.text or ""
        return (text if any("space" in key for key in element.attrib) else text.strip(" \t\r\n")).replace("\n", " ")
    return {"tab": "\u3000", "ptab": "\u3000", "noBreakHyphen": "-"}.get(name, "")


def _seen(element: ET.Element, box: int) -> Iterator[tuple[ET.Element, int]]:
    """The elements in order, without what was deleted, with how deep in text boxes they lie."""
    for child in element:
        name = local(child)
        if name in ("del", "moveFrom", "rPr", "pPr", "tblPr") or child.tag.endswith("}Fallback"):
            continue
        inner = box + (name == "txbxContent")
        yield child, inner
        yield from _seen(child, inner)


def decided(data: bytes, accept: bool, author: str = "核稿") -> bytes:
    """The document with the revisions of an author accepted or refused, as Word does it."""
    found = parts(data)
    name = next(name for name in found if re.fullmatch(r"word/document\d*\.xml", name))
    root = ET.fromstring(found[name])
    for parent in list(root.iter()):
        for child in list(parent):
            if local(child) in ("ins", "del") and get(child, "author") == author:
                at = list(parent).index(child)
                parent.remove(child)
                if (local(child) == "ins") == accept:
                    for offset, inner in enumerate(child):
                        parent.insert(at + offset, inner)
    if not accept:
        for element in root.iter():
            if local(element) == "delText":
                element.tag = element.tag.replace("delText", "t")
    found[name] = ET.tostring(root, encoding="utf-8")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in found.items():
            archive.writestr(one, content)
    return out.getvalue()


def lines(data: bytes) -> tuple[str, ...]:
    """The lines of a document as they are read."""
    return source_of(data, NAME).lines


def checked(data: bytes, options: Options | None = None) -> RunResult:
    """What is found in a document without marks of ours."""
    return check_sources([WordFile(data).source(NAME)], options)


def annotate(data: bytes, findings: list[Finding] | None = None, edits: list[FixEdit] | None = None, date: str = "") -> Annotated:
    """A document annotated, with what is found in it or with other findings."""
    word = WordFile(data)
    source = word.source(NAME)
    assert source.layout is not None
    places = {line: origin.places for line, origin in enumerate(source.layout.origins, 1)}
    file = checked(data).files[0] if findings is None else FileResult(NAME, findings=findings, form="docx", places=places)
    return word.annotated(source, file, {NAME: file}, edits or [], date)


def finding(data: bytes, line: int, start: int, end: int, number: int = 0) -> Finding:
    """A finding at characters of a line, columns from 1."""
    quote = source_of(data, NAME).lines[line - 1][start - 1 : end - 1]
    span = Span(line, start, line, end)
    return Finding("TXT000", "trial", "warning", "不妥", "请改正。", span, quote, "", fingerprint=f"{number:016x}")


def differing(before: bytes, after: bytes) -> set[str]:
    """The names of parts that differ."""
    one, other = parts(before), parts(after)
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def runs(data: bytes) -> list[tuple[str, bytes]]:
    """Each character of the main part in order, struck out or not, with the properties of its run."""
    found: list[tuple[str, bytes]] = []
    for run in main_part(data).iter():
        if local(run) == "r":
            form = next((ET.tostring(one).rstrip() for one in run if local(one) == "rPr"), b"")
            found += ((c, form) for one in run if local(one) in ("t", "delText") for c in _characters(one))
    return found


def by_number(ranges_: Mapping[str, str], said: Mapping[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """What stands under each comment of ours and the words of the comment, in the order of their numbers."""
    return [(ranges_[key], said[key][1]) for key in sorted(ranges_, key=int) if said[key][0] == "核稿"]
