"""``hegao serve``: what is wrong is told before anything is served, and what others do not need they do not load."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hegao.cli.main import run
from hegao.cli.serve_command import NEEDED


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = importlib.util.find_spec

    def missing(name: str, *rest: Any) -> Any:
        return None if name in NEEDED else found(name, *rest)

    monkeypatch.setattr(importlib.util, "find_spec", missing)
    assert run(["serve"]) == 2
    said = capsys.readouterr().err
    assert "网页要先安装 Starlette、uvicorn、python-multipart、Jinja2：pip install 'hegao[web]'" in said


@pytest.mark.parametrize(("text", "said"), [("[rules]\nnothing = 'off'\n", "nothing"), ("profile = 'x'\n", "profile"), ('register = "无.db"\n', "无.db")])
def test_settings_that_cannot_be_used_are_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    _needs_the_extra()
    (tmp_path / "hegao.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["serve"]) == 2
    assert said in capsys.readouterr().err


def test_a_port_in_use_is_told() -> None:
    _needs_the_extra()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        from hegao.desk.serving import NoAddress, Opened

        with pytest.raises(NoAddress, match="请用 --port 换一个"):
            Opened("127.0.0.1", port)


def test_other_commands_load_nothing_of_it() -> None:
    code = "import sys; from hegao.cli.main import run; run(['check', '-', '--no-cache']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], input="通知\n".encode(), capture_output=True, check=True)
    loaded = done.stderr.decode().split()
    assert not {"starlette", "uvicorn", "anyio", "asyncio", "jinja2"} & set(loaded)
    assert [name for name in loaded if name.startswith("hegao.desk")] == []


def _needs_the_extra() -> None:
    for module in NEEDED:
        pytest.importorskip(module)
