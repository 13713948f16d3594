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
    from hegao.engine.configuration.options import Unreached, UsageProblem
    from hegao.engine.rules.loading import RuleError
    from hegao.register.entry import RegisterProblem

    try:
        yield
    except (UsageProblem, RuleError) as error:
        raise Problems(error.problems, FAILED if isinstance(error, Unreached) else USAGE) from error
    except RegisterProblem as error:
        raise Problems([str(error)], FAILED if error.broken else USAGE) from error


class Parsed:
    """The files at the paths, parsed one by one while they are gone through, which is possible once; ``status`` is then the exit status.

    Folders are searched for files with the ``suffixes``, or with all that are read.  What is missing or cannot be read is told on
    standard error, and the others are still parsed.
    """

    def __init__(self, paths: Sequence[str], stdin_name: str | None, output: Path | None, suffixes: Sequence[str] = ()) -> None:
        """Find the files, none of which may be the one that the ``output`` goes to; raises ``UsageProblem`` for suffixes that are not known."""
        from hegao.engine.run.targets import targets

        self._targets, problems = targets(paths, stdin_name or STDIN_NAME, suffixes)
        for problem in problems:
            warn(problem)
        spare(output, (target.path for target in self._targets))
        self.status = USAGE if problems else 0

    def __iter__(self) -> Iterator[File]:
        """The files, as each is asked for."""
        from hegao.document.building import parse
        from hegao.engine.findings.composing import said_of
        from hegao.sources.kept_patterns import keep
        from hegao.sources.source import Unreadable

        for target in self._targets:
            try:
                file = parse(target.source())
            except Unreadable as error:
                warn(f"{target.name}：{error}")
                self.status = FAILED
            except Exception as error:
                if debugging():
                    raise
                warn(f"{target.name}：程序在这个文件上出错（{said_of(error)}），请把文件报给开发者")
                self.status = FAILED
            else:
                yield file
        keep()
