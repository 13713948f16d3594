"""A real editor: Neovim opens a draft, starts the server and shows what it finds."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from editors import path_with_hegao
from notices import notice
from repository import ROOT

pytest.importorskip("pygls", reason="pygls is not installed (hegao[lsp])")

#: Waits for the server inside of Neovim, thirty seconds at most, and prints what it shows as JSON.
_DRIVE = """
local function shown() return vim.diagnostic.get(0) end
assert(vim.wait(30000, function() return #shown() > 0 end, 20), 'nothing is told')
local first = shown()
vim.api.nvim_buf_set_text(0, first[1].lnum, first[1].col, first[1].end_lnum, first[1].end_col, {'江政发〔2024〕8号'})
assert(vim.wait(30000, function() return #shown() == 0 end, 20), 'what was mended is still told')
io.stdout:write(vim.json and vim.json.encode(first) or vim.fn.json_encode(first))
"""


#: What 0.8 brought, made of what 0.7 has.
_LACKING = """
if not vim.lsp.start then
  vim.lsp.start = function(config) vim.lsp.buf_attach_client(0, vim.lsp.start_client(config)) end
  vim.fs = {
    dirname = function(path) return path and vim.fn.fnamemodify(path, ':h') end,
    find = function(name, given) return {vim.fn.findfile(name, given.path .. ';')} end,
  }
end
"""


def _settings() -> list[str]:
    """What the guide gives for Neovim: what stands in ``init.lua``, and what is said in one buffer."""
    return re.findall(r"```lua\n(.*?)```", (ROOT / "docs" / "editors.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
@pytest.mark.parametrize("way", ["init.lua", "one buffer"])
def test_neovim_shows_a_slip_with_the_settings_of_the_guide_and_no_longer_when_it_is_mended(tmp_path: Path, way: str) -> None:
    init, one = _settings()
    always = way == "init.lua"
    text = notice("　　根据江政发[2024]8号文件要求，现将有关事项通知如下。")
    (tmp_path / "通知.txt").write_text(text, encoding="utf-8")
    (tmp_path / "hegao.toml").write_text("root = true\n", encoding="utf-8")
    (tmp_path / "drive.lua").write_text(("" if always else one) + _DRIVE, encoding="utf-8")
    (tmp_path / "init.lua").write_text(_LACKING + init if always else "", encoding="utf-8")
    environment = {**os.environ, "PATH": path_with_hegao(tmp_path), "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    command = ["nvim", "--headless", "-n", "-i", "NONE", "-u", "init.lua", "通知.txt", "-c", "luafile drive.lua", "-c", "qa!"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=120, check=False)
    (shown,) = json.loads(done.stdout) if done.stdout.startswith(b"[") else pytest.fail(done.stderr.decode())
    lines = text.split("\n")
    place = next(index for index, line in enumerate(lines) if "[2024]" in line)
    # Neovim counts bytes.
    assert (shown["lnum"], shown["col"]) == (place, len(lines[place].partition("江政发[")[0].encode()))
    assert (shown["code"], shown["source"]) == ("NUM102", "hegao")
