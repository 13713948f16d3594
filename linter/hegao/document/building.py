"""From the tree of lines to the model: the only door into this room."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.document.clause_tasks import all_tasks, list_tasks
from hegao.document.gazette import entries_of, inner_entries, issue_of
from hegao.document.headings import heading_of, number_headings
from hegao.document.identity import (
    action_of,
    blank_number,
    date_in,
    date_of,
    genre_of,
    issuers_in,
    issuers_of,
    joint_numbers,
    number_of,
    title_of,
)
from hegao.document.mentions import read_mentions
from hegao.document.model import (
    Addressee,
    Attachment,
    Copies,
    Document,
    Entry,
    File,
    Heading,
    Imprint,
    Markup,
    Masthead,
    Note,
    Paragraph,
    Part,
    Signature,
    Title,
    Unparsed,
)
from hegao.document.period import Period
from hegao.document.table_building import build_table
from hegao.sources.kept_patterns import recall
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.source import Source
from hegao.sources.text import Text
from hegao.sources.white_space import BLANK, unspaced
from hegao.syntax.field_list import Fields
from hegao.syntax.line_kinds import Kind
from hegao.syntax.lines import Line, compact
from hegao.syntax.parser import Parsed, parse_lines
from hegao.syntax.signing import PERSON
from hegao.syntax.trees import Token, Tree
from hegao.words.building_blocks import terminal
from hegao.words.vocabulary import body_endings

_ATTACHMENT_MARK = Pattern(lambda: rf"^(?:{terminal('ATTACHMENT')}|{terminal('_ODD_ATTACHMENT')})\s*")
_ITEM = Pattern(r"^(\d{1,2})[.．、]\s*(?:(?!\d)|(?=(?:19|20)\d\d(?:[—–－～~-]+(?:19|20)?\d\d)?[年级届]))")
_YEAR = Pattern(r"(?<![\d—－-])((?:19|20)\d{2})年(?!版|修订)")
_YEARS = Pattern(r"\d{4}\s*[—－~～-]\s*\d{4}")
_WORD = Pattern(f"[^{BLANK}]+")
#: Short names that stand for themselves, not for a part of one.
_WHOLE_NAMES = frozenset(body_endings("name"))
_ITEM_INSIDE = Pattern(r"(?<=[^\d.．年])\d{1,2}[.．](?![\d])")


#: One or two blanks between Chinese characters, or before a mark.
_PLAIN_BLANK = Pattern("(?<=[\u3400-\u9fff])[ \xa0]{1,2}(?=[\u3400-\u9fff，。；、：])")


def parse(source: Source) -> File:
    """The model of a source; never fails on any text."""
    recall()
    parsed = parse_lines(source)
    file = File(source.path, [])
    file.layout = source.layout
    file.blanks = frozenset((number, match.end() + 1) for number, line in enumerate(source.lines, 1) if " " in line or "\xa0" in line for match in _PLAIN_BLANK.finditer(line))
    cover: list[Line] = []
    for preamble in parsed.tree.trees("preamble"):
        cover = [parsed.lines[token.at] for token in preamble.children if isinstance(token, Token)]
        entries = [line for tree in preamble.trees("contents") for line in _lines(parsed, tree) if line.kind == Kind.ENTRY]
        file.contents = entries_of(entries)
    for index, tree in enumerate(parsed.tree.trees("document")):
        file.documents.append(_document(parsed, tree, source.path, parsed.fields if index == 0 else Fields()))
    if file.contents or len(file.documents) > 1:
        file.issue = issue_of([line for line in cover if line.kind != Kind.FIELD])
        for document in file.documents:
            document.in_gazette = file.kind == "gazette"
    _name_from_contents(file)
    if file.documents:
        file.documents[0].unparsed.extend(Unparsed(line.text) for line in parsed.unparsed)
    return file


def _lines(parsed: Parsed, tree: Tree) -> list[Line]:
    """The lines under a tree, in order."""
    return [parsed.lines[token.at] for token in tree.tokens()]


def _compact(line: Line) -> Text:
    """The text of a line without white space; most lines have none."""
    return line.text if len(line.squeezed) == len(line.text) else compact(line.text)


def _document(parsed: Parsed, tree: Tree, path: str, fields: Fields) -> Document:
    head = _lines(parsed, tree.trees("head")[0])
    lines = _lines(parsed, tree)
    title = title_of([line for line in head if line.kind == Kind.TITLE])
    signed: list[Line] = []
    first = title.text if title else (head or lines)[0].text
    last = max((line.text.end_line for line in lines), default=first.line)
    document = Document(first, path, last, title=title)
    document.markup = [Markup(mark) for line in lines for mark in line.marks]
    for line in head:
        if line.kind == Kind.MASTHEAD:
            document.masthead.append(Masthead(compact(line.text)))
        elif line.kind == Kind.ADDRESSEE:
            document.addressee = Addressee(compact(line.text))
    for child in tree.trees("main", "annex"):
        document.parts.append(_part(parsed, child, document, signed if child.name == "main" else []))
    _identify(document, head, signed, fields)
    _read(document)
    return document


def _identify(document: Document, head: list[Line], signed: list[Line], fields: Fields) -> None:
    """Number, date, genre and issuers from head, signature and the field list."""
    if document.title is None and "title" in fields.values:
        document.title = Title(compact(fields.values["title"]))
    title = document.title.text.value.rstrip("。，；") if document.title else ""
    document.number = number_of(head, fields)
    document.blank_number = blank_number(head) if document.number is None else None
    document.joint_numbers = joint_numbers(head, document.number)
    document.date = date_of(head, signed, fields)
    document.genre = genre_of(title)
    document.action = action_of(title)
    bodies = [signature.text.value for signature in document.signatures if not PERSON.match(unspaced(signature.text.value))]
    document.issuers = bodies or issuers_of(document.title, fields)


def _read(document: Document) -> None:
    """Numbers, dates, citations and tasks in the text of the parts."""
    read_mentions(document)
    issued = document.issued
    year = issued.year if issued else (document.number.phrase.year if document.number else None)
    for part in document.parts:
        headings = [node for node in part.nodes if isinstance(node, Heading)]
        number_headings(headings)
        document.tasks.extend(all_tasks(part, Period(_year_in_force(document, part) or year, issued)))
    list_tasks(document.tasks)


def _year_in_force(document: Document, part: Part) -> int | None:
    """The single year that the title of the part (or of the document) sets for its work."""
    for title in (part.title, document.title):
        if title is not None:
            if "年" not in title.text.value:
                continue
            years = _YEAR.findall(title.text.value)
            if len(set(years)) == 1 and not _YEARS.search(title.text.value):
                return int(years[0])
    return None


def _part(parsed: Parsed, tree: Tree, document: Document, signed: list[Line]) -> Part:
    part = Part("main" if tree.name == "main" else "annex")
    for child in tree.trees():
        if child.name == "annex_head":
            for line in _lines(parsed, child):
                if line.kind == Kind.ANNEX_MARK:
                    part.mark = line.text
                else:
                    part.title = Title(compact(line.text), own=False)
        else:
            _text(parsed, child, part, document, signed)
    return part


def _text(parsed: Parsed, tree: Tree, part: Part, document: Document, signed: list[Line]) -> None:
    for child in tree.trees():
        if child.name == "closing":
            _closing(parsed, child, part, document, signed)
        else:
            _blocks(parsed, child, None, part)


def _blocks(parsed: Parsed, tree: Tree, parent: Heading | None, part: Part) -> None:
    """Add the nodes under a body or a section; sections nest, their headings know their parents."""
    heading = parent
    for child in tree.children:
        if isinstance(child, Token):
            line = parsed.lines[child.at]
            heading = heading_of(line.kind, _compact(line), parent, line.depth)
            part.nodes.append(heading)
        elif child.name == "paragraph":
            part.nodes += [Paragraph(_compact(line), heading) for line in _lines(parsed, child)]
        elif child.name == "contents":
            part.contents.extend(inner_entries([line for line in _lines(parsed, child) if line.kind == Kind.ENTRY]))
        elif child.name == "table":
            part.nodes.append(build_table(_lines(parsed, child), None))
        else:
            _blocks(parsed, child, heading, part)


def _closing(parsed: Parsed, tree: Tree, part: Part, document: Document, signed: list[Line]) -> None:
    for line in _lines(parsed, tree):
        text = compact(line.text)
        if line.kind in (Kind.ATTACHMENT, Kind.ATTACHMENT_ITEM):
            document.attachments.extend(_attachments(text))
        elif line.kind == Kind.SIGNATURE and part.role == "main":
            document.signatures.extend(_signatures(line.text))
        elif line.kind == Kind.SIGN_DATE and part.role == "main":
            signed.append(line)
        elif line.kind == Kind.NOTE:
            document.notes.append(Note(text))
        elif line.kind == Kind.COPIES:
            document.copies.append(Copies(text))
        elif line.kind == Kind.IMPRINT:
            document.imprints.append(Imprint(text))
            date = date_in(line.text, "imprint")
            if date is not None:
                document.dates.append(date)
        else:
            part.nodes.append(Paragraph(text))


def _signatures(text: Text) -> Iterator[Signature]:
    """The signing bodies of a line, which stand apart by blanks, or the person who signs with title and name.

    Blanks within a name (江 河 市, 人民政府 办公室) do not part it: what stands between blanks must be a name by itself.
    """
    words = [match.span() for match in _WORD.finditer(text.value)]
    if PERSON.match(unspaced(text.value)):
        yield Signature(text)
    elif any(end - start < 4 and text.value[start:end] not in _WHOLE_NAMES for start, end in words):
        yield Signature(compact(text))
    else:
        yield from (Signature(text.slice(start, end)) for start, end in words)


def _attachments(text: Text) -> Iterator[Attachment]:
    """The title announced in a line of the attachment note, with its number."""
    mark = _ATTACHMENT_MARK.match(text.value)
    rest = text.slice(mark.end()) if mark else text
    starts = [0, *(match.start() for match in _ITEM_INSIDE.finditer(rest.value))]
    for start, end in zip(starts, [*starts[1:], len(rest)], strict=True):
        piece = rest.slice(start, end)
        item = _ITEM.match(piece.value)
        name = piece.slice(item.end() if item else 0).strip("；;，。 　")
        if name.value:
            yield Attachment(name, int(item[1]) if item else None, written=piece if start else text.slice(0, len(text) - len(rest) + end))


def _name_from_contents(file: File) -> None:
    """A document whose title was lost takes it from the contents list, by its number."""
    entries: dict[str, Entry] = {entry.number.normal: entry for entry in file.contents if entry.number is not None}
    for document in file.documents:
        if document.title is None and document.number is not None:
            entry = entries.get(document.number.phrase.normal)
            if entry is not None:
                document.genre = genre_of(entry.title)
                document.action = action_of(entry.title)
                document.listed_title = entry.title
                document.issuers = document.issuers or issuers_in(entry.title)
