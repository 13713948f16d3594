"""``hegao tasks``: the ledger of tasks of many files."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING

import click

from hegao.cli.chinese_help import SUFFIX_HELP, Command, as_path, day, one_of, words
from hegao.cli.output import emit, emit_bytes, ready, warn, write_atomically
from hegao.cli.run_options import files_from_option, given_paths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hegao.reports.task_entries import FileEntries, Ledger

#: ``text`` is what the table of every command is called.
FORMATS = ("table", "text", "csv", "json", "xlsx", "ics", "html")


@click.command("tasks", cls=Command, options_metavar="[选项]")
@click.argument("paths", metavar="路径…", nargs=-1)
@files_from_option
@click.option(
    "--output-format",
    "form",
    metavar="格式",
    default="table",
    callback=one_of(*FORMATS),
    help="table（默认，即 text）、csv、json、xlsx（电子表格文件）、ics（日历）、html（网页）",
)
@click.option("--output", "target", metavar="文件", callback=as_path, help="写入文件，不写到标准输出")
@click.option("--by-unit", "units", metavar="单位", multiple=True, callback=words, help="只列这些单位承担的任务，可写名称的后半，如 财政局；可用逗号分隔")
@click.option("--due-before", metavar="日期", callback=day, help="只列不晚于这一天到期的任务")
@click.option("--due-after", metavar="日期", callback=day, help="只列晚于这一天到期的任务")
@click.option("--without-lead", is_flag=True, help="只列没有写明牵头或责任单位的任务")
@click.option("--without-deadline", is_flag=True, help="只列没有写明时限的任务")
@click.option("--sheet-by-lead", is_flag=True, help="xlsx 里另给每个牵头（责任）单位一张工作表")
@click.option("--as-of", metavar="日期", callback=day, help="xlsx、ics 的制作日期，写作 2026-03-06；不写则用公文的日期")
@click.option("--bom", is_flag=True, help="csv 开头加 UTF-8 标记，便于用电子表格打开")
@click.option("--suffix", "suffixes", metavar="扩展名", multiple=True, callback=words, help=SUFFIX_HELP)
@click.option("--stdin-filename", metavar="名称", help="路径为 - 时，标准输入的显示名称")
def command(
    paths: tuple[str, ...],
    files_from: str | None,
    form: str,
    target: Path | None,
    units: tuple[str, ...],
    due_before: datetime.date | None,
    due_after: datetime.date | None,
    without_lead: bool,
    without_deadline: bool,
    sheet_by_lead: bool,
    as_of: datetime.date | None,
    bom: bool,
    suffixes: tuple[str, ...],
    stdin_filename: str | None,
) -> int:
    """列出任务台账：每项任务的位置、内容、牵头和配合单位、时限。路径可以是文件、文件夹或 -（标准输入）。"""
    from hegao.cli.file_commands import Parsed, problems_told
    from hegao.reports.task_entries import Wanted, by_file, ledger

    if not paths and not files_from:
        raise click.UsageError("要写至少一个文件或文件夹", click.get_current_context())
    paths = given_paths(paths, files_from)
    if sheet_by_lead and form != "xlsx":
        raise click.UsageError("--sheet-by-lead 要和 --output-format xlsx 一起用", click.get_current_context())
    if form == "xlsx":
        _ready_for_workbooks(target)
    if form == "html":
        ready("html", "jinja2", "Jinja2")
    with problems_told():
        files = Parsed(paths, stdin_filename, target, suffixes)
    wanted = Wanted(units, due_before, due_after, without_lead, without_deadline)
    if form == "xlsx":
        _workbook(by_file(files, wanted), target, sheet_by_lead, as_of)
    elif form == "html":
        from hegao.reports.page.task_page import task_page_pieces

        emit(task_page_pieces(ledger(list(files), wanted)), True, target)
    elif form in ("csv", "json"):
        from hegao.reports.task_ledger import csv_rows, json_files

        emit((csv_rows if form == "csv" else json_files)(by_file(files, wanted)), True, target, mark=bom and form == "csv")
    else:
        emit(_report(ledger(list(files), wanted), form, as_of), form == "ics", target)
    return files.status


def _report(found: Ledger, form: str, as_of: datetime.date | None) -> str:
    """The ledger in a format that needs all of it at once."""
    if form == "ics":
        from hegao.reports.task_calendar import tasks_calendar, without_day

        left = without_day(found)
        if left:
            warn(f"另有 {left} 项任务没有确定的到期日，没有列入日历")
        return tasks_calendar(found, as_of)
    from hegao.reports.task_ledger import tasks_table

    return tasks_table(found)


def _ready_for_workbooks(target: Path | None) -> None:
    """Raise ``click.UsageError`` where a workbook could not be made, or would be written to a terminal."""
    ready("xlsx", "xlsxwriter", "XlsxWriter")
    if target is None and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError("xlsx 不能显示在终端，请用 --output 写明文件", click.get_current_context())


def _workbook(files: Iterable[FileEntries], target: Path | None, by_lead: bool, as_of: datetime.date | None) -> None:
    from hegao.reports.task_workbook import tasks_workbook

    data = tasks_workbook(files, by_lead=by_lead, made=as_of)
    if target is not None:
        write_atomically(target, data)
    else:
        emit_bytes(data)
