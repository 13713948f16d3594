"""What git knows of the documents as they were at a revision.  The work tree is looked at, never touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hegao.engine.configuration.options import UsageProblem

#: What a hook finds in its environment: git is to find the repository by the folder alone.
_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
#: What stands in the place of a file that is kept elsewhere (Git LFS).
_POINTER = b"version https://git-lfs.github.com/"
_DELETED, _RENAMED = "D", "R"


class Changes(NamedTuple):
    """What became of the files of a revision, by paths with / from the top of the repository.

    ``changed`` leads from a path of now to the path of then, where there was such a file and it says something else, or is elsewhere;
    ``deleted`` are paths of then that are no more.
    """

    changed: dict[str, str]
    deleted: list[str]


class Revision:
    """A revision of the repository that a folder lies in."""

    def __init__(self, folder: str, asked: str) -> None:
        """Find the revision that is ``asked`` for, or what is common to it and the current one, where they went different ways.

        Raises ``UsageProblem`` with one sentence where there is none.
        """
        self._folder = folder
        top = self._ask("rev-parse", "--show-toplevel")
        if top is None:
            raise UsageProblem(f"{folder} 不在 git 仓库里，不能用 --since")
        self.top = os.path.realpath(os.fsdecode(top).rstrip("\n"))
        found = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{asked}^{{commit}}")
        if found is None:
            raise UsageProblem(f"--since：仓库里没有 {asked} 这个版本；只取了最近几次提交的仓库请先取全（git fetch --unshallow）")
        commit = found.decode().strip()
        common = self._ask("merge-base", commit, "HEAD")
        self._commit = common.decode().split()[0] if common else commit
        #: By path the digest of each file that there was.
        self._digests = dict(self._tree())

    def had(self, path: str) -> bool:
        """Whether there was such a file."""
        return path in self._digests

    def changes(self, new: Iterable[str] = ()) -> Changes:
        """What is otherwise now in the work tree; of ``new`` files, which git does not know yet, it is told from where they were moved."""
        words = iter(self._words(*_DIFF, self._commit, "--"))
        changed: dict[str, str] = {}
        deleted: list[str] = []
        for status in words:
            path = next(words)
            if status.startswith(_RENAMED):
                changed[next(words)] = path
            elif status == _DELETED and not os.path.lexists(os.path.join(self.top, path)):
                deleted.append(path)
            elif path in self._digests:
                changed[path] = path
        if deleted:
            moved = self._moved([path for path in new if path not in changed], deleted)
            changed |= moved
            deleted = [path for path in deleted if path not in moved.values()]
        return Changes(changed, deleted)

    def contents(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The files as they were; one that git keeps elsewhere is left out."""
        with subprocess.Popen(
            ["git", "cat-file", "--batch"], cwd=self._folder, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as git:
            assert git.stdin is not None and git.stdout is not None
            for path in paths:
                git.stdin.write(f"{self._digests[path]}\n".encode())
                git.stdin.flush()
                head = git.stdout.readline().split()
                data = git.stdout.read(int(head[2])) if len(head) == 3 else b""
                git.stdout.read(1 if len(head) == 3 else 0)
                if len(head) == 3 and not data.startswith(_POINTER):
                    yield path, data
            git.stdin.close()

    def _moved(self, new: list[str], deleted: list[str]) -> dict[str, str]:
        """Which of the new files were at a path that is no more, and say just the same."""
        there = {self._digests[path]: path for path in reversed(deleted)}
        asked = "".join(f"{path}\n" for path in new if "\n" not in path)
        digests = (self._ask("hash-object", "--stdin-paths", given=os.fsencode(asked)) or b"").decode().split()
        found = zip((path for path in new if "\n" not in path), digests, strict=False)
        return {path: there.pop(digest) for path, digest in found if digest in there}

    def _tree(self) -> Iterator[tuple[str, str]]:
        for entry in self._words("ls-tree", "-r", "-z", "--full-tree", self._commit):
            said, _, path = entry.partition("\t")
            _mode, kind, digest = said.split()
            if kind == "blob":
                yield path, digest

    def _words(self, *arguments: str) -> list[str]:
        said = self._ask(*arguments)
        if said is None:
            raise UsageProblem("--since：git 读不出这个仓库的历史，请先运行 git fsck 检查")
        return [os.fsdecode(word) for word in said.split(b"\0") if word]

    def _ask(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git answers; None where it refuses."""
        folder = getattr(self, "top", self._folder)
        try:
            done = subprocess.run(["git", *arguments], cwd=folder, env=_environment(), input=given, capture_output=True, check=False)
        except FileNotFoundError as error:
            raise UsageProblem("--since 要用 git，这台机器上没有找到") from error
        return done.stdout if done.returncode == 0 else None


_DIFF = ("diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--no-color")


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _OF_HOOKS} | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
