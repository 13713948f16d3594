"""Files in shared stores, by addresses that fsspec knows (``s3://…``, ``file://…``); the extra ``hegao[cluster]`` brings it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hegao.engine.configuration.options import UsageProblem
from hegao.engine.run.targets import Target, is_sought
from hegao.sources.bounded_reading import read_all
from hegao.sources.system_errors import Refusal, why_unread

if TYPE_CHECKING:
    from collections.abc import Sequence

_WILD = re.compile(r"[*?]")
#: Name and password in an address, which no report shows.
_SECRET = re.compile(r"(?<=://)[^/@]*@")


def listed(address: str, suffixes: Sequence[str], problems: list[str], *, empty: bool = False) -> list[Target]:
    """The files at an address: one, those that a pattern means, or those of a folder, sorted; what is wrong is added to ``problems``.

    Raises ``UsageProblem`` without the library, or for an address of a kind that it does not know.
    """
    shown = _SECRET.sub("", address)
    try:
        store, path = _store(address)
        if _WILD.search(path):
            found = [one for one in store.glob(path) if store.isfile(one)]
        elif store.isdir(path):
            found = store.find(path)
        else:
            found = [path] if store.exists(path) else []
            return [_target(store, one) for one in found] or _missing(problems, f"{shown}：没有这个文件或文件夹", empty)
    except OSError as error:
        problems.append(f"{shown}：{why_unread(error)}")
        return []
    except UsageProblem:
        raise
    except Exception as error:  # noqa: BLE001  (each kind of store has errors of its own)
        problems.append(f"{shown}：读不出（{type(error).__name__}）；请检查网址和权限")
        return []
    start = _WILD.split(path)[0].rpartition("/")[0] if _WILD.search(path) else path
    wanted = tuple(suffixes)
    sought = [one for one in sorted(found) if _sought(one.removeprefix(start).strip("/"), wanted)]
    return [_target(store, one) for one in sought] or _missing(problems, f"{shown}：没有可检查的文件（{'、'.join(wanted)}）", empty)


def _missing(problems: list[str], said: str, empty: bool) -> list[Target]:
    if not empty:
        problems.append(said)
    return []


def _sought(inner: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a file below the folder is one that a search takes; what lies in a hidden folder is not."""
    *folders, name = inner.split("/")
    return is_sought(name, suffixes) and not any(folder.startswith(".") for folder in folders)


def _target(store: Any, path: str) -> Target:
    address = store.unstrip_protocol(path)
    return Target(_SECRET.sub("", address), address)


def content_at(address: str, most: int) -> bytes:
    """The bytes of the file at an address; raises ``OSError``, and ``Refusal`` where there are more than ``most``."""
    try:
        store, path = _store(address)
        with store.open(path, "rb") as file:
            return read_all(file, most)
    except UsageProblem as error:
        raise Refusal(str(error)) from error
    except OSError:
        raise
    except Exception as error:
        raise Refusal(f"读不出（{type(error).__name__}）") from error


def _store(address: str) -> tuple[Any, str]:
    """The store of an address, and the path in it."""
    shown = _SECRET.sub("", address)
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageProblem(f"{shown}：读网址上的文件要先安装 fsspec：pip install 'hegao[cluster]'") from error
    try:
        store, path = url_to_fs(address)
    except ImportError as error:
        raise UsageProblem(f"{shown}：读这种网址还要安装：{error.name or error}") from error
    except ValueError as error:
        raise UsageProblem(f"{shown}：不认识这种网址") from error
    return store, path
