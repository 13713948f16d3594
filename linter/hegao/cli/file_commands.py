"""What the commands share that read files: problems told in sentences, files parsed one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hegao.cli.output import Problems, debugging, warn
from hegao.cli.sparing import spare
from hegao.cli.status import FAILED, USAGE

if TYPE_CHECKING:
    from pathlib import Path

    from hegao.document.model import File

STDIN_NAME = "<stdin>"


@contextmanager
def problems_told() -> Iterator[None]:
    """Turn what the engine cannot do as asked into ``Problems``, a sentence each."""
    from hegao.engine.configuration.options import UsageProblem
    from hegao.engine.rules.loading import RuleError
    from hegao.register.entry import RegisterProblem

    try:
        yield
    except (UsageProblem, RuleError) as error:
        raise Problems(error.problems) from error
    except RegisterProblem as error:
        raise Problems([str(error)], FAILED if error.broken else USAGE) from error


def parsed(
    paths: Sequence[str], stdin_name: str | None, output: Path | None, suffixes: Sequence[str] = ()
) -> tuple[list[File], int]:
    """The files at the paths, read and parsed, and the exit status; as ``read_each``."""
    statuses: list[int] = []
    files = list(read_each(paths, stdin_name, output, suffixes, statuses))
    return files, max(statuses, default=0)


def read_each(
    paths: Sequence[str], stdin_name: str | None, output: Path | None, suffixes: Sequence[str], statuses: list[int]
) -> Iterator[File]:
    """The files at the paths, read and parsed one by one; none may be the file that the ``output`` goes to.

    Folders are searched for files with the ``suffixes``, or with all that are read.  What is missing or cannot be read is told on
    standard error, its exit status is added to ``statuses``, and the others are still parsed.  Raises ``UsageProblem`` for suffixes that
    are not known.
    """
    from hegao.document.building import parse
    from hegao.engine.findings.composing import said_of
    from hegao.engine.run.targets import targets
    from hegao.sources.files import Unreadable
    from hegao.sources.kept_patterns import keep

    found, problems = targets(paths, stdin_name or STDIN_NAME, suffixes)
    for problem in problems:
        warn(problem)
    statuses += [USAGE] * bool(problems)
    spare(output, (target.path for target in found))
    for target in found:
        try:
            file = parse(target.source())
        except Unreadable as error:
            warn(f"{target.name}：{error}")
            statuses.append(FAILED)
        except Exception as error:
            if debugging():
                raise
            warn(f"{target.name}：程序在这个文件上出错（{said_of(error)}），请把文件报给开发者")
            statuses.append(FAILED)
        else:
            yield file
    keep()
