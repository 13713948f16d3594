"""What the system, or this program, refuses to do with a file, in Chinese."""

from __future__ import annotations

import errno


class Refusal(OSError):
    """What this program itself does not do with a file; the message is part of a Chinese sentence."""


_SAID = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENAMETOOLONG: "路径太长",
    errno.ENOTDIR: "上级不是文件夹",
    errno.ELOOP: "链接绕成了圈",
    errno.EIO: "磁盘读写出错",
    errno.ENOSPC: "磁盘满了",
    getattr(errno, "EDQUOT", errno.ENOSPC): "磁盘满了，或者超出了配额",
    errno.EROFS: "所在的磁盘只能读",
    errno.EFBIG: "文件太大",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
    errno.EBUSY: "正被占用",
    errno.ENXIO: "没有接上设备或者管道",
    errno.ENODEV: "没有接上设备或者管道",
}
_READING = {errno.ENOENT: "没有这个文件", errno.EISDIR: "是文件夹，不是文件", errno.EACCES: "没有权限读", errno.EPERM: "没有权限读"}
_WRITING = {errno.ENOENT: "没有这个文件夹", errno.EISDIR: "它是文件夹", errno.EEXIST: "已经有了"}


def why_unread(error: OSError) -> str:
    """Why a file cannot be read."""
    return _why(error, _READING, "打不开")


def why_unwritten(error: OSError) -> str:
    """Why a file cannot be written."""
    return _why(error, _WRITING, "写不进去")


def _why(error: OSError, first: dict[int, str], else_: str) -> str:
    if isinstance(error, Refusal):
        return str(error)
    number = error.errno or 0
    return first.get(number) or _SAID.get(number) or f"{else_}（系统错误号 {number}）"
