"""Click in Chinese: its own words in help pages, and its complaints as one sentence each."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import click

from hegao.reports.terminal_width import pad, width

if TYPE_CHECKING:
    from pathlib import Path


class Command(click.Command):
    """A command whose help page is Chinese throughout."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, but every complaint knows its command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """``用法：hegao check …``"""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a Chinese heading."""
        options = [option for option in self.get_params(ctx) if isinstance(option, click.Option)]
        write_list(formatter, "选项", [record for option in options if (record := option.get_help_record(ctx))])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with Chinese help."""
        return self._help

    @cached_property
    def _help(self) -> click.Option:
        return click.Option(["--help"], is_flag=True, is_eager=True, expose_value=False, callback=only(click.Context.get_help), help="显示本说明")


class CommandGroup(Command, click.Group):
    """A group of commands whose help page is Chinese throughout; ``meanings`` says what each is for, in the order of that page."""

    meanings: ClassVar[Mapping[str, str]]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the help page."""
        return list(self.meanings)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; raises ``click.UsageError`` in Chinese on a name that is no command."""
        if args[0] not in self.meanings and not args[0].startswith("-"):
            raise click.UsageError(f"没有 {args[0]} 这个命令，可用的有 {'、'.join(self.meanings)}", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands, without importing any."""
        super().format_options(ctx, formatter)
        write_list(formatter, "命令", list(self.meanings.items()))


#: What click calls to check and convert the value of an option.
_Callback = Callable[[click.Context, click.Parameter, Any], Any]


def only(words: Callable[[click.Context], str]) -> _Callback:
    """A callback for a flag that asks for some words, and no more.  Click's own such options look for translations at every start."""

    def say(ctx: click.Context, parameter: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(words(ctx), color=ctx.color)
            ctx.exit()

    return say


def write_list(formatter: click.HelpFormatter, head: str, entries: Sequence[tuple[str, str]]) -> None:
    """A head and below it terms with what they mean, lined up: click itself counts a Chinese character as one column."""
    columns = max(width(term) for term, _meaning in entries)
    formatter.write(f"\n{head}：\n")
    formatter.write("".join(f"  {pad(term, columns)}  {meaning}\n" for term, meaning in entries))


def one_of(*words: str) -> _Callback:
    """A callback that lets only these words pass, and none; raises ``click.BadParameter`` in Chinese on others."""

    def convert(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in words:
            raise click.BadParameter(f"只能是 {'、'.join(words)}，不能是“{value}”", ctx, parameter)
        return value

    return convert


def count(ctx: click.Context, parameter: click.Parameter, value: str) -> int:
    """A callback that reads a number that is not negative; raises ``click.BadParameter`` in Chinese on anything else."""
    if not (value.isascii() and value.isdigit() and len(value) < 5):
        raise click.BadParameter(f"要写成 0 到 9999 的整数，不能是“{value}”", ctx, parameter)
    return int(value)


#: What is said of the option that narrows down what a folder is searched for.
SUFFIX_HELP = "文件夹里只找这些扩展名的文件，如 txt,md，可用逗号分隔；不写则文本、Word 文件和网页都找"


def words(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """A callback for words that may be given one by one or with commas between them."""
    return tuple(word.strip() for value in values for word in value.replace("，", ",").split(",") if word.strip())


def as_path(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """A callback that makes a path of what was given; ``pathlib`` is not imported where nothing was."""
    if value is None:
        return None
    from pathlib import Path

    return Path(value)


def day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> datetime.date | None:
    """A callback that reads a day written 2026-03-06; raises ``click.BadParameter`` on anything else."""
    if value is None:
        return None
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(f"要写成 2026-03-06 这样的日期，不能是“{value}”", ctx, parameter) from error


def sentence(error: click.ClickException) -> str:
    """What is wrong with a command line, in one Chinese sentence."""
    said = _complaint(error)
    ctx = getattr(error, "ctx", None)
    return f"{said}{'' if said.endswith('？') else '；'}用法见 {ctx.command_path} --help" if ctx else said


def _complaint(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是否想写 {'、'.join(sorted(error.possibilities))}" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项{near}"
    if isinstance(error, click.BadOptionUsage):
        flag = error.ctx and any(
            isinstance(option, click.Option) and option.is_flag and error.option_name in option.opts for option in error.ctx.command.params
        )
        return f"选项 {error.option_name} 后面{'不能' if flag else '要'}写值"
    if isinstance(error, click.MissingParameter) and error.param:
        return f"缺少 {error.param.metavar or error.param.name}"
    if isinstance(error, click.BadParameter) and error.param:
        named = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.metavar
        return f"{named} {error.message}"
    said = error.format_message()
    if said.startswith("Got unexpected extra argument"):
        return f"多写了 {said.partition('(')[2].rstrip(')')}"
    return said
