"""Files written as a whole: nobody ever reads half of one, and nothing of them is lost but what is to be replaced."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hegao.sources.system_errors import Refusal


def write_whole(target: Path, data: bytes | Iterable[bytes], *, replace: bool = True, before: bytes | None = None) -> None:
    """Write a file in one step; its mode and group are kept, and what a symbolic link points to is written.

    What is given in pieces is never held as a whole.
    ``before`` is what the file must still hold.  Raises ``FileExistsError`` where there is one already that is not to be
    replaced, ``Refusal`` where replacing would lose something, else ``OSError``.
    """
    if replace and target.exists() and not target.is_file() and not target.is_dir():
        with open(target, "wb") as stream:  # a pipe or device cannot be replaced
            stream.writelines(_pieces(data))
        return
    place = Path(os.path.realpath(target))
    old = os.stat(place) if replace and place.is_file() else None
    if old is not None:
        _spare(place, old)
    part = _write_beside(place, data, old)
    try:
        if not replace:
            _link(part, place)
            return
        if before is not None:
            _compare(place, before)
        os.replace(part, place)
    finally:
        part.unlink(missing_ok=True)


def _spare(place: Path, old: os.stat_result) -> None:
    """Raise ``Refusal`` for a file whose replacement would be another one: in who may write it, whose it is, what it is called."""
    if not old.st_mode & 0o222 or not os.access(place, os.W_OK):
        raise Refusal("它是只读文件")
    if hasattr(os, "geteuid") and old.st_uid != os.geteuid():
        raise Refusal("它是别的用户的文件，替换会改变所有者")
    if old.st_nlink > 1:
        raise Refusal(f"它有 {old.st_nlink} 个硬链接，替换会使各个名称不再是同一个文件")


def _pieces(data: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return (data,) if isinstance(data, bytes) else data


def _write_beside(place: Path, data: bytes | Iterable[bytes], old: os.stat_result | None) -> Path:
    """A new file in the same folder, with the mode, group and further attributes of the old one; gone again where that fails."""
    part = _new_name(place)
    with open(part, "xb") as stream:
        try:
            stream.writelines(_pieces(data))
            stream.flush()
            if old is not None:
                _liken(stream.fileno(), place, old)
            os.fsync(stream.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return part


def _new_name(place: Path) -> Path:
    """A name beside the file that nothing has, not even what an earlier run left that was killed; short, since the file's own may be long."""
    number = 0
    while (part := place.with_name(f".hegao-{os.getpid()}-{number}.part")).exists():
        number += 1
    return part


def _liken(handle: int, place: Path, old: os.stat_result) -> None:
    """Give the new file what is known of the old one beside its content: group, mode, lists of who may read it."""
    if not hasattr(os, "fchown"):
        return
    if os.fstat(handle).st_gid != old.st_gid:
        try:
            os.fchown(handle, -1, old.st_gid)
        except OSError as error:
            raise Refusal("它属于别的用户组，替换会改变用户组") from error
    os.fchmod(handle, stat.S_IMODE(old.st_mode))
    for name in _attributes(place):
        try:
            os.setxattr(handle, name, os.getxattr(place, name))
        except OSError as error:
            if name.startswith("system.posix_acl"):
                raise Refusal("它另有访问控制，替换会丢掉") from error


def _attributes(place: Path) -> list[str]:
    """The names of extended attributes; none where the system or the disk has no such thing."""
    with suppress(OSError, AttributeError):
        return os.listxattr(place)
    return []


def _compare(place: Path, before: bytes) -> None:
    """Raise ``Refusal`` where the file holds anything else by now."""
    with open(place, "rb") as stream:
        if stream.read(len(before) + 1) != before:
            raise Refusal("它刚刚被别的程序改过")


def _link(part: Path, place: Path) -> None:
    """Give the file its name, which nothing may have yet."""
    try:
        os.link(part, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with open(place, "xb") as stream:
            stream.write(part.read_bytes())
