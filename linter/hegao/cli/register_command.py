"""``hegao register``: the register of document numbers (发文登记簿)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import click

from hegao.cli.chinese_help import SUFFIX_HELP, Command, CommandGroup, as_path, one_of, words
from hegao.cli.output import Problems, emit, warn
from hegao.cli.status import FOUND

if TYPE_CHECKING:
    from pathlib import Path

    from hegao.register.entry import Entry
    from hegao.register.number_register import NumberRegister

#: The register that is taken where neither the command line nor settings name one.
DEFAULT = "发文登记簿.db"
_F = TypeVar("_F", bound=Callable[..., Any])


class _Commands(CommandGroup):
    """The commands on a register."""

    meanings: ClassVar = {
        "new": "新建登记簿，或者把旧版本的升级",
        "import": "从表格（CSV）导入已经发过的号",
        "add": "登记公文文件里的字号",
        "next": "取下一个号，留着备用",
        "void": "作废一个号，以后不能再用",
        "list": "列出登记的号",
        "find": "按字号、标题里的字查找",
        "log": "列出谁在什么时候改了什么",
        "export": "导出成表格（CSV）",
    }


@click.group("register", cls=_Commands, invoke_without_command=True, subcommand_metavar="命令 [参数]…", options_metavar="[选项]")
@click.pass_context
def command(ctx: click.Context) -> None:
    """发文登记簿：已经发过、留着和作废的字号。hegao check --register 拿草稿同它对照。"""
    if ctx.invoked_subcommand is None:
        raise click.UsageError("请写明命令，例如 hegao register list", ctx)


def _named(name: str) -> Callable[[_F], _F]:
    """A command of the group, which says what register it is about."""

    def make(function: _F) -> _F:
        told = f"登记簿：文件，或者 postgresql:// 开头的地址；不写则依 hegao.toml，再不然是当前文件夹的 {DEFAULT}"
        click.option("--register", "register", metavar="登记簿", help=told)(function)
        command.command(name, cls=Command, options_metavar="[选项]")(function)
        return function

    return make


_by_option = click.option("--by", metavar="姓名", help="经手人，写进记录；不写则用登录的用户名")
_issuer_option = click.option("--issuer", metavar="机关", default="", help="发文机关；几家共用一个代字（如 政发）时写明是哪一家")


def now() -> datetime.datetime:
    """The time, with its zone."""
    return datetime.datetime.now().astimezone()


def _opened(register: str | None, by: str | None = None) -> NumberRegister:
    """The register that is meant, and who writes in it; whether it is there is seen when it is used."""
    from hegao.register.database import open_database
    from hegao.register.number_register import NumberRegister

    return NumberRegister(open_database(_place(register)), by or _user(), now)


def _place(register: str | None) -> str:
    from hegao.engine.configuration.plan_by_file import register_for

    return register or register_for(".") or DEFAULT


def _user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return "不详"


@_named("new")
def _new(register: str | None) -> int:
    """新建一个空的登记簿，或者把旧版本的升级；已有的内容不会变。"""
    from hegao.cli.file_commands import problems_told
    from hegao.register.database import open_database
    from hegao.register.migrations import bring_up

    with problems_told():
        database = open_database(_place(register))
        database.make()
        known = bring_up(database)
    emit(f"登记簿 {database.shown} {'已经有了，可以用' if known else '已建好'}。\n")
    return 0


@_named("import")
@click.argument("path", metavar="CSV文件", callback=as_path)
@_by_option
def _import(path: Path, register: str | None, by: str | None) -> int:
    """从表格导入已经发过的号：第一行是列名，要有“发文字号”或“文号”，其余认得的是标题、成文日期（发文日期）、发文机关、签发人、状态、废止日期、备注。

    表里有一处不对，就一个也不导入。已经登记的不会改，缺的内容补上。
    """
    from hegao.cli.file_commands import problems_told
    from hegao.engine.configuration.options import few
    from hegao.register.number_register import REFUSED
    from hegao.register.sheet import read_sheet
    from hegao.sources.bounded_reading import MEGA, read_ordinary
    from hegao.sources.system_errors import why_unread

    try:
        data = read_ordinary(path, 64 * MEGA)
    except OSError as error:
        raise click.ClickException(f"{path}：{why_unread(error)}") from error
    with problems_told():
        sheet = read_sheet(data)
        if sheet.problems:
            raise Problems([*few(str(path), (f"{path}：{problem}" for problem in sheet.problems)), "一个也没有导入，改好再导"])
        outcomes = _opened(register, by).enter([entry for _line, entry in sheet.entries], "导入", whole=True).outcomes
    refused = [f"{path}：第 {line} 行：{one.why}" for (line, _entry), one in zip(sheet.entries, outcomes, strict=True) if one.what == REFUSED]
    if refused:
        raise Problems([*few(str(path), refused), "一个也没有导入，改好再导"])
    if sheet.unused:
        warn(f"{path}：没有用到的列：{'、'.join(sheet.unused)}")
    emit(_counted("导入", [one.what for one in outcomes]))
    return 0


@_named("add")
@click.argument("paths", metavar="路径…", nargs=-1)
@click.option("--code", "codes", metavar="机关代字", multiple=True, callback=words, help="只登记这些代字的，如 江政发,江政办发；公报里有别家文件时用")
@click.option("--suffix", "suffixes", metavar="扩展名", multiple=True, callback=words, help=SUFFIX_HELP)
@_by_option
def _add(paths: tuple[str, ...], codes: tuple[str, ...], suffixes: tuple[str, ...], register: str | None, by: str | None) -> int:
    """登记公文里的字号、标题和成文日期；公文废止的旧文，在登记簿里注明。路径可以是文件或文件夹。

    退出状态：0 都登记了；1 有的没有登记；2 用法不对；3 有文件读不出，或登记簿不能用。
    """
    from hegao.cli.file_commands import problems_told
    from hegao.cli.register_documents import collected
    from hegao.register.number_register import REFUSED

    if not paths:
        raise click.UsageError("要写至少一个文件或文件夹", click.get_current_context())
    with problems_told():
        book = _opened(register, by)
        found, status = collected(paths, suffixes, codes)
        outcomes, missing = book.enter([entry for _path, entry in found.entries], "登记", found.repeals)
    for (path, _entry), outcome in zip(found.entries, outcomes, strict=True):
        if outcome.what == REFUSED:
            warn(f"{path}：{outcome.why}")
    for path in found.unnumbered:
        warn(f"{path}：没有带年份的发文字号，没有登记")
    if missing:
        warn(f"{len(missing)} 件被废止的旧文不在登记簿里，未能注明：{'、'.join(one.number if one.serial else f'《{one.title}》' for one in missing)}")
    what = [outcome.what for outcome in outcomes] + [REFUSED] * len(found.unnumbered)
    emit(_counted("登记", what))
    return max(status, FOUND if REFUSED in what else 0)


def _counted(word: str, outcomes: Sequence[str]) -> str:
    from hegao.register.number_register import FILLED, KNOWN, NEW, REFUSED

    said = ((NEW, f"新{word}"), (FILLED, "补充内容"), (KNOWN, "原来就有"), (REFUSED, "没有登记"))
    told = [f"{words} {count} 件" for what, words in said if (count := outcomes.count(what))]
    return f"{'，'.join(told) or '没有可登记的'}。\n"


@_named("next")
@click.argument("code", metavar="机关代字")
@click.argument("year", metavar="年份")
@click.option("--title", metavar="标题", default="", help="留给哪一份文件")
@_issuer_option
@_by_option
def _next(code: str, year: str, title: str, issuer: str, register: str | None, by: str | None) -> int:
    """取一个系列的下一个号留着，写到标准输出。几个人同时取，各得各的号。"""
    from hegao.cli.file_commands import problems_told
    from hegao.register.entry import RegisterProblem
    from hegao.register.written_numbers import given_series

    with problems_told():
        series = given_series(code, year, issuer)
        if abs(series.year - now().year) > 1:
            raise RegisterProblem(f"今年是{now().year}年，不能取{series.year}年的号；补登往年的用 hegao register import 或 add")
        entry = _opened(register, by).reserve(series.code, series.year, series.body, title, issuer)
    if entry.serial == 1:
        warn(f"{entry.code}〔{entry.year}〕还没有登记过，从 1 号起；代字写错了的，用 hegao register void 作废这个号")
    emit(f"{entry.number}\n")
    return 0


@_named("void")
@click.argument("number", metavar="发文字号")
@click.option("--reason", metavar="原因", help="为什么作废，必须写")
@_issuer_option
@_by_option
def _void(number: str, reason: str | None, issuer: str, register: str | None, by: str | None) -> int:
    """作废一个登记过的号：它不再给别的文件，也不算空号。"""
    from hegao.cli.file_commands import problems_told
    from hegao.register.written_numbers import given_number

    if not (reason or "").strip():
        raise click.UsageError("要用 --reason 写明作废的原因", click.get_current_context())
    with problems_told():
        asked = given_number(number, issuer)
        entry = _opened(register, by).void(asked.code, asked.year, asked.serial, asked.body, str(reason).strip())
    emit(f"{entry.number}已作废{f'，原是《{entry.title}》' if entry.title else ''}。\n")
    return 0


_form_option = click.option("--output-format", "form", metavar="格式", default="table", callback=one_of("table", "text", "json"), help="table（默认，即 text）、json")


@_named("list")
@click.option("--code", metavar="机关代字", default="", help="只列这个代字的")
@click.option("--year", metavar="年份", default="", help="只列这一年的")
@click.option("--state", metavar="状态", callback=one_of("已发", "留号", "作废"), help="只列 已发、留号 或 作废 的")
@_form_option
def _list(code: str, year: str, state: str | None, form: str, register: str | None) -> int:
    """列出登记的号，按代字、年份、序号排。"""
    _show(_asked(code, year, state, register), form)
    return 0


def _asked(code: str, year: str, state: str | None, register: str | None) -> list[Entry]:
    from hegao.cli.file_commands import problems_told
    from hegao.register.entry import STATE_WORDS

    if year and not (year.isascii() and year.isdigit() and len(year) == 4):
        raise click.UsageError(f"--year 要写四位数字，如 2026，不能是“{year}”", click.get_current_context())
    states = {word: name for name, word in STATE_WORDS.items()}
    with problems_told():
        return _opened(register).entries(code, int(year or 0), states[state] if state else "")


@_named("find")
@click.argument("text", metavar="文字")
@_form_option
def _find(text: str, form: str, register: str | None) -> int:
    """找字号、标题、机关、签发人或备注里有这些字的；字号的括号不拘。没有找到时退出状态为 1。"""
    from hegao.cli.file_commands import problems_told
    from hegao.register.written_numbers import read_number

    number = read_number(text)
    with problems_told():
        found = _opened(register).find([number.number] if number else [text.strip()])
    _show(found, form)
    return 0 if found else FOUND


def _show(entries: list[Entry], form: str) -> None:
    from hegao.reports.register_list import register_json, register_table

    emit(register_json(entries) if form == "json" else register_table(entries), form == "json")


@_named("log")
@click.argument("number", metavar="[发文字号]", default="")
def _log(number: str, register: str | None) -> int:
    """列出记录：什么时候，谁，对哪个号做了什么。"""
    from hegao.cli.file_commands import problems_told
    from hegao.register.written_numbers import given_number
    from hegao.reports.register_list import log_table

    with problems_told():
        asked = given_number(number).number if number else ""
        emit(log_table(_opened(register).changes(asked)))
    return 0


@_named("export")
@click.option("--output", "target", metavar="文件", callback=as_path, help="写入文件，不写到标准输出")
@click.option("--code", metavar="机关代字", default="", help="只导出这个代字的")
@click.option("--year", metavar="年份", default="", help="只导出这一年的")
def _export(target: Path | None, code: str, year: str, register: str | None) -> int:
    """导出成表格（CSV），可用电子表格打开，也可再导入。"""
    from hegao.cli.sparing import spare
    from hegao.register.entry import is_address
    from hegao.reports.register_list import register_csv

    place = _place(register)
    if not is_address(place):
        spare(target, [place])
    emit(register_csv(_asked(code, year, None, place)), True, target, mark=True)
    return 0
