"""A file read, built by hand: one notice with a plan, its headings, a clause, a table of one row."""

from __future__ import annotations

from hegao.document.model import (
    Addressee,
    Attachment,
    Column,
    Date,
    Document,
    Entry,
    File,
    Heading,
    Issue,
    Number,
    Part,
    Row,
    Table,
    Task,
    Title,
    Unit,
    Unparsed,
)
from hegao.phrases.dates import find_date
from hegao.phrases.deadlines import read_deadline
from hegao.phrases.numbers import find_number
from hegao.sources.text import Text


def text(value: str, line: int) -> Text:
    """A text on one line."""
    return Text.of_line(value, line)


def unit(name: str, line: int, resolved: str = "") -> Unit:
    """A body that bears a role."""
    return Unit(name, resolved or name, text(name, line))


def notice() -> Document:
    """The notice, lines 1 to 20."""
    number = find_number("江政办发[2026]12号")
    date = find_date("2026年3月6日")
    assert number and date
    first = Heading(text("一、重点任务", 9), "一、", "han", 1, 1, text("一、重点任务", 9))
    second = Heading(text("（一）加强水源保护", 10), "（一）", "han-paren", 1, 2, text("（一）加强水源保护", 10), parent=first)
    clause = Task(
        text("（牵头单位：市水利局…）", 11),
        "clause",
        text("划定水源保护区", 11),
        lead=[unit("市水利局", 11)],
        coop=[unit("市财政局", 11), unit("教育局", 11, "市教育局")],
        deadline=read_deadline("12月底前", 2026),
        heading=second,
    )
    table = Table(
        text("序号", 14), [Column("序号", "serial"), Column("任务", "measure"), Column("完成时限", "deadline")], caption=text("分工表", 13)
    )
    row = Row(text("1\t建成水厂\t长期推进", 15), [text("1", 15), text("建成水厂", 15), text("长期推进", 15)], table, 1)
    table.rows.append(row)
    in_row = Task(row.text, "row", text("=建成水厂", 15), deadline=read_deadline("长期推进"), row=row)
    title = Title(text("江河市人民政府办公室关于印发农村供水方案的通知", 3))
    plan = Part("annex", Title(text("农村供水方案", 8)), None, [first, second, table])
    day = text("2026年3月6日", 6)
    return Document(
        title.text,
        "a.txt",
        20,
        title=title,
        number=Number(text("江政办发[2026]12号", 1), number, True),
        date=Date(day, date, day, 0, "issue"),
        addressee=Addressee(text("各县（区）人民政府：", 4)),
        issuers=["江河市人民政府办公室"],
        genre="通知",
        action="印发",
        parts=[Part("main"), plan],
        attachments=[Attachment(text("分工表", 12))],
        tasks=[clause, in_row],
        unparsed=[Unparsed(text("？？", 17))],
    )


def single() -> File:
    """A file with the notice alone."""
    return File("a.txt", [notice()])


def gazette() -> File:
    """A gazette that holds the notice and a document of which nothing is known."""
    entry = find_number("江政办发〔2026〕12号")
    bare = Document(text("（残页）", 30), "a.txt", 31)
    contents = [Entry(text("目录行", 2), "关于印发农村供水方案的通知", entry, 3)]
    return File("a.txt", [notice(), bare], contents, Issue("江河市人民政府公报", 2026, 2, 86, "2026-04-15"))
