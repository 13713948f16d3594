"""What the commands share that read files: problems told in sentences, files parsed one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from hegao.cli.output import debugging, warn
from hegao.cli.status import FAILED, USAGE

if TYPE_CHECKING:
    from hegao.document.model import File

STDIN_NAME = "<stdin>"


@contextmanager
def problems_told() -> Iterator[None]:
    """Turn what the engine cannot do as asked into ``click.ClickException``, a line for each problem."""
    from hegao.engine.configuration.options import UsageProblem
    from hegao.engine.rules.loading import RuleError

    try:
        yield
    except (UsageProblem, RuleError) as error:
        raise click.ClickException("\n".join(error.problems)) from error


def parsed(paths: Sequence[str], stdin_name: str | None) -> tuple[list[File], int]:
    """The files at the paths, read and parsed, and the exit status.

    What is missing or cannot be read is told on standard error, and the others are still parsed.
    """
    from hegao.document.building import parse
    from hegao.engine.run.targets import targets
    from hegao.sources.files import Unreadable
    from hegao.sources.kept_patterns import keep

    found, problems = targets(paths, stdin_name or STDIN_NAME)
    for problem in problems:
        warn(problem)
    status = USAGE if problems else 0
    files = []
    for target in found:
        try:
            files.append(parse(target.source()))
        except Unreadable as error:
            warn(f"{target.name}：{error}")
            status = FAILED
        except Exception as error:
            if debugging():
                raise
            warn(f"{target.name}：程序在这个文件上出错（{type(error).__name__}: {error}），请把文件报给开发者")
            status = FAILED
    keep()
    return files, status
