"""The process in which drafts are checked, one at a time, so that one that hangs or crashes takes nothing else with it.

It reads a question from its standard input and writes the answer to its standard output: a frame each (``frames``).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import Any

from hegao.desk.desk_tasks import TASKS, Answer
from hegao.desk.frames import frame, read_frame
from hegao.desk.office import Office

#: What a process reads before anybody asks, so that the first who does need not wait for words and patterns.
_FIRST = "江河市人民政府关于做好防汛工作的通知\n\n各县人民政府：\n\n一、工作任务\n\n（一）排查隐患。由市水利局牵头，2026年6月底前完成。\n"


def answer(question: dict[str, Any], blobs: list[bytes]) -> Answer:
    """What a process answers: what the task gives, or why it gives nothing (``problem``)."""
    from hegao.engine.configuration.options import UsageProblem
    from hegao.engine.rules.loading import RuleError
    from hegao.register.entry import RegisterProblem
    from hegao.sources.source import Unreadable

    try:
        task: Callable[..., Answer] = TASKS[question["task"]]
        return task(Office(*question["office"]), question["name"], *blobs, **question["more"])
    except (UsageProblem, RuleError) as error:
        return Answer({"problem": "；".join(error.problems)})
    except (RegisterProblem, Unreadable) as error:
        return Answer({"problem": str(error)})
    except MemoryError:
        return Answer({"problem": "内存不够，这份文件没有检查"})
    except OSError as error:
        from hegao.sources.system_errors import why_unwritten

        return Answer({"problem": f"没有做成：{why_unwritten(error)}"})
    except Exception as error:  # noqa: BLE001  (whatever a draft does, the desk goes on; its words may hold the draft's)
        return Answer({"problem": f"程序在这个文件上出错（{type(error).__name__}），请把文件报给开发者"})


def serve() -> None:
    """Answer questions until there are no more."""
    gc.set_threshold(200_000)
    first = {"task": "check", "office": Office(), "name": "文稿.txt", "more": {"shown": ["", 0]}}
    answer(first, [_FIRST.encode()])
    gc.freeze()
    reading, writing = sys.stdin.buffer, sys.stdout.buffer
    # Nothing that anything prints may come between the frames.
    sys.stdout = sys.stderr
    while (asked := read_frame(reading)) is not None:
        said = answer(*asked)
        writing.write(frame(said.words, said.blobs))
        writing.flush()


if __name__ == "__main__":
    serve()
