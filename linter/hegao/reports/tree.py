"""What was read: a file as JSON, and as an outline that a clerk can compare with the paper."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from hegao.document.model import Document, File, Heading, Issue, Table, Task, Unit
from hegao.reports.json import VERSION, dumps
from hegao.reports.place_words import place_in, place_json
from hegao.reports.terminal_width import clip, show

#: Columns that a heading or measure may take in the outline.
OUTLINE_WIDTH = 72
MEASURE_WIDTH = 40


def tree_json(file: File) -> str:
    """The file with its documents, headings and tasks as one JSON object."""
    return dumps(
        {
            "version": VERSION,
            "path": file.path,
            "kind": file.kind,
            "issue": _issue(file.issue) if file.issue else None,
            "contents": [
                {"title": entry.title, "number": entry.number.normal if entry.number else None, "page": entry.page, "line": entry.line}
                for entry in file.contents
            ],
            "documents": [_document(document, file) for document in file.documents],
        }
    )


def task_data(task: Task, file: File) -> dict[str, Any]:
    """A task of a file as all JSON reports write it."""
    return {
        "line": task.line,
        **place_json(place_in(file, task.text)),
        "form": task.form,
        "measure": task.measure.value,
        **{role: [unit.name for unit in getattr(task, role)] for role in ("lead", "coop", "responsible", "upper_lead", "upper_coop")},
        "units": [unit.resolved for unit in task.units],
        "deadline": task.deadline.written if task.deadline else None,
        "due": task.deadline.due if task.deadline else None,
    }


def number_of(document: Document) -> str | None:
    """The document's number as the standard writes it."""
    return document.number.phrase.normal if document.number else None


def title_of(document: Document) -> str | None:
    """The document's title; where it was lost, the one in the contents list."""
    return document.name


def headings_of(document: Document) -> Iterator[Heading]:
    """The headings of all parts, in order."""
    for node in document.of("heading"):
        if isinstance(node, Heading):
            yield node


def _issue(issue: Issue) -> dict[str, Any]:
    return {"name": issue.name, "year": issue.year, "number": issue.number, "total": issue.total, "date": issue.date}


def _document(document: Document, file: File) -> dict[str, Any]:
    return {
        "line": document.line,
        "end_line": document.end_line,
        "title": title_of(document),
        "number": number_of(document),
        "date": document.issued.isoformat() if document.issued else None,
        "issuer": document.issuers,
        "genre": document.genre,
        "action": document.action,
        "addressee": document.addressee.name if document.addressee else None,
        "attachments": [
            {"title": attachment.text.value, "line": attachment.line, **place_json(place_in(file, attachment.text))}
            for attachment in document.attachments
        ],
        "annexes": [{"title": part.title.text.value, "line": part.title.line} for part in document.annexes if part.title],
        "headings": [
            {"line": heading.line, **place_json(place_in(file, heading.text)), "level": heading.level, "label": heading.label, "text": heading.title}
            for heading in headings_of(document)
        ],
        "tasks": [task_data(task, file) for task in document.tasks if task.listed],
    }


def tree_outline(file: File) -> str:
    """The outline: what every document is, its parts, its headings indented, its tasks."""
    lines = [f"{file.path}：{_kind(file)}"]
    if file.contents:
        lines.append(f"目录 {len(file.contents)} 条")
        for entry in file.contents:
            number = f"（{entry.number.normal}）" if entry.number else ""
            lines.append(f"  {_place(entry.line)}{entry.title}{number}{f' …… {entry.page}' if entry.page is not None else ''}")
    for document in file.documents:
        lines += ["", *_outline(document)]
    return "".join(show(line) + "\n" for line in lines)


def _kind(file: File) -> str:
    if file.kind == "document":
        return "公文"
    issue = file.issue or Issue()
    said = [issue.name or "公报"]
    said += [f"{issue.year}年"] if issue.year else []
    said += [f"第{issue.number}期"] if issue.number else []
    said += [f"（总第{issue.total}期）"] if issue.total else []
    return f"{''.join(said)}，{len(file.documents)} 件公文"


def _place(line: int) -> str:
    return f"{line:>5}  "


def _outline(document: Document) -> Iterator[str]:
    yield _place(document.line) + (title_of(document) or "（没有读出标题）")
    genre = document.genre and document.genre + (f"（{document.action}）" if document.action else "")
    facts = {
        "字号": number_of(document),
        "日期": document.date.phrase.written if document.date else None,
        "发文机关": "、".join(document.issuers),
        "文种": genre,
        "主送": document.addressee.name if document.addressee else None,
    }
    for head, value in facts.items():
        yield f"{' ' * 7}{head}：{value or '—'}"
    depth = 0
    for line, deeper, text in sorted(_events(document), key=lambda event: event[0]):
        if deeper is not None:
            depth = deeper
        yield _place(line) + "  " * (depth if deeper is not None else depth + 1) + text


#: A line of the outline: where it stands in the file, how deep (None: one below what stands above it), its words.
_Event = tuple[int, int | None, str]


def _events(document: Document) -> Iterator[_Event]:
    """Headings and tables of all parts, then tasks, then what could not be placed; not yet in order of lines."""
    for part in document.parts:
        mark = part.title.text if part.title else part.mark
        if mark:
            yield mark.line, 0, f"【所附】{mark.value}"
        depth = 0
        for node in part.nodes:
            if isinstance(node, Heading):
                depth = _depth(node)
                yield node.line, depth, clip(node.text.value, OUTLINE_WIDTH)
            elif isinstance(node, Table):
                caption = f"：{node.caption.value}" if node.caption else ""
                yield node.line, depth, f"［表{caption}，{len(node.rows)} 行］"
    for attachment in document.attachments:
        yield attachment.line, 0, f"附件：{attachment.text.value}"
    for task in filter(attrgetter("listed"), document.tasks):
        yield task.line, None, _task(task)
    for unparsed in document.unparsed:
        yield unparsed.line, None, f"（未能归类）{clip(unparsed.text.value, OUTLINE_WIDTH)}"


def _depth(heading: Heading) -> int:
    depth = 1
    parent = heading.parent
    while parent:
        depth += 1
        parent = parent.parent
    return depth


def _task(task: Task) -> str:
    said = [f"{head} {'、'.join(unit.name for unit in units)}" for head, units in roles(task) if units]
    if task.deadline:
        due = due_words(task)
        said.append(f"时限 {task.deadline.written}" + (f"［{due}］" if due else ""))
    return f"◇ {clip(task.measure.value, MEASURE_WIDTH)} → {'；'.join(said) or '没有写明单位和时限'}"


def roles(task: Task) -> list[tuple[str, list[Unit]]]:
    """The bodies of a task under the words for what they do."""
    return [
        ("牵头", task.lead),
        ("责任", task.responsible),
        ("配合", task.coop),
        ("上级牵头", task.upper_lead),
        ("上级配合", task.upper_coop),
    ]


def due_words(task: Task) -> str:
    """The day that a task is due, as a clerk reads it; empty where the text fixes none."""
    due = task.deadline.due if task.deadline else None
    return "长期" if due == "open-ended" else due or ""
