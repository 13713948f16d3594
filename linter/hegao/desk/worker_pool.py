"""Processes that check drafts (``desk_process``): warm, one draft at a time each, killed where one takes too long."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from hegao.desk.frames import HEAD, frame, opened

#: Seconds that a draft may take, and that somebody waits for his turn; how many may wait.
LONGEST, PATIENCE, MOST_WAITING = 90.0, 30.0, 32


class Busy(Exception):
    """So many wait that one more would wait too long."""


class Stopped(Exception):
    """The process came to its end before the answer; the message is a Chinese sentence."""


class _Worker:
    """A process; it is started when it is made ready."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None

    async def ready(self) -> asyncio.subprocess.Process:
        """The process, started where there is none or where it has ended."""
        if self._process is None or self._process.returncode is not None:
            pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "hegao.desk.desk_process"), stdin=pipe, stdout=pipe, stderr=nowhere, start_new_session=True
            )
        return self._process

    async def ask(self, words: dict[str, Any], blobs: Sequence[bytes]) -> tuple[dict[str, Any], list[bytes]]:
        """The answer; raises ``EOFError`` and ``OSError`` where the process has ended."""
        process = await self.ready()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(frame(words, blobs))
        await process.stdin.drain()
        head = await process.stdout.readexactly(HEAD)
        said, sizes = opened(await process.stdout.readexactly(int.from_bytes(head, "big")))
        return said, [await process.stdout.readexactly(size) for size in sizes]

    async def kill(self) -> None:
        """End the process, and what it has started."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(process.wait(), 5)


class Pool:
    """The processes of a desk."""

    def __init__(self, office: Sequence[str | None], size: int = 0, longest: float = LONGEST) -> None:
        """Take what ``Office`` is made of, how many processes there are to be (0: as many as cores, eight at most) and their time."""
        self._office = list(office)
        self._longest = longest
        self._workers = [_Worker() for _ in range(size or max(2, min(8, os.cpu_count() or 2)))]
        self._free: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._waiting = 0

    async def start(self) -> None:
        """Start all."""
        for worker in self._workers:
            await worker.ready()
            self._free.put_nowait(worker)

    async def stop(self) -> None:
        """End all."""
        for worker in self._workers:
            await worker.kill()

    async def ask(self, task: str, name: str, blobs: Sequence[bytes] = (), **more: Any) -> tuple[dict[str, Any], list[bytes]]:
        """What a process answers to a task (``desk_tasks.TASKS``); raises ``Busy`` and ``Stopped``."""
        worker = await self._turn()
        done = False
        try:
            words = {"task": task, "office": self._office, "name": name, "more": more}
            said = await asyncio.wait_for(worker.ask(words, blobs), self._longest)
            done = True
        except TimeoutError as error:
            raise Stopped(f"{self._longest:.0f} 秒还没有做完，已停下；请把文件分开，或者另存后再试") from error
        except (EOFError, OSError, ValueError) as error:
            raise Stopped("处理这份文件的进程意外结束了，请再试一次；还是这样的，请把文件报给开发者") from error
        finally:
            if not done:
                await worker.kill()
                with suppress(OSError):
                    await worker.ready()
            self._free.put_nowait(worker)
        if "problem" in said[0]:
            raise Stopped(said[0]["problem"])
        return said

    async def _turn(self) -> _Worker:
        if self._free.empty() and self._waiting >= MOST_WAITING:
            raise Busy
        self._waiting += 1
        try:
            return await asyncio.wait_for(self._free.get(), PATIENCE)
        except TimeoutError as error:
            raise Busy from error
        finally:
            self._waiting -= 1
