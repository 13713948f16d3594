"""A real editor: Neovim opens a draft, starts the server and shows what it finds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notices import notice

pytest.importorskip("pygls", reason="pygls is not installed (hegao[lsp])")

#: Waits for the server inside of Neovim, thirty seconds at most, and prints what it shows as JSON.
_DRIVE = """
local client = vim.lsp.start_client({name = 'hegao', cmd = {vim.env.HEGAO_PYTHON, '-m', 'hegao', 'lsp'}})
vim.lsp.buf_attach_client(0, client)
local function shown() return vim.diagnostic.get(0) end
assert(vim.wait(30000, function() return #shown() > 0 end, 20), 'nothing is told')
local first = shown()
vim.api.nvim_buf_set_text(0, first[1].lnum, first[1].col, first[1].end_lnum, first[1].end_col, {'江政发〔2024〕8号'})
assert(vim.wait(30000, function() return #shown() == 0 end, 20), 'what was mended is still told')
io.stdout:write(vim.json and vim.json.encode(first) or vim.fn.json_encode(first))
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim_shows_a_slip_and_no_longer_when_it_is_mended(tmp_path: Path) -> None:
    text = notice("　　根据江政发[2024]8号文件要求，现将有关事项通知如下。")
    (tmp_path / "通知.txt").write_text(text, encoding="utf-8")
    (tmp_path / "hegao.toml").write_text("root = true\n", encoding="utf-8")
    (tmp_path / "drive.lua").write_text(_DRIVE, encoding="utf-8")
    environment = {**os.environ, "HEGAO_PYTHON": sys.executable, "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    command = ["nvim", "--headless", "--clean", "通知.txt", "-c", "luafile drive.lua", "-c", "qa!"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=120, check=False)
    (shown,) = json.loads(done.stdout) if done.stdout.startswith(b"[") else pytest.fail(done.stderr.decode())
    lines = text.split("\n")
    place = next(index for index, line in enumerate(lines) if "[2024]" in line)
    # Neovim counts bytes.
    assert (shown["lnum"], shown["col"]) == (place, len(lines[place].partition("江政发[")[0].encode()))
    assert (shown["code"], shown["source"]) == ("NUM102", "hegao")
