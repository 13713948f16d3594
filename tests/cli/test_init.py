"""``hegao init``: the settings file to begin with."""

from __future__ import annotations

import errno
import os
import re
import tomllib
from pathlib import Path

import pytest

from engine.office import NOTICE, write
from hegao.cli.init_command import TEMPLATE
from hegao.cli.main import run
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.plan_by_file import plan_all
from hegao.engine.run.targets import targets
from hegao.words.office_tables import TABLES

HEADS = {"roster": "全称,简称,旧名,级别", "agency-codes": "机关代字,发文机关", "words": "错误写法,正确写法,说明", "columns": "列名,别名"}


def test_a_file_is_written_that_changes_nothing_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init"]) == 0
    assert capsys.readouterr() == ("已写入 hegao.toml\n", "")
    assert (tmp_path / "hegao.toml").read_text("utf-8") == TEMPLATE
    assert [path.name for path in tmp_path.iterdir()] == ["hegao.toml"]
    write(tmp_path, a_txt=NOTICE)
    policy = plan_all(targets(["a.txt"])[0], Options()).of("a.txt").policy
    assert (policy.profile, policy.levels, policy.floors) == ("draft", {}, {})


def test_a_file_that_is_there_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, hegao_toml="root = true\n")
    assert run(["init", str(tmp_path)]) == 2
    assert capsys.readouterr() == ("", f"hegao：{tmp_path}/hegao.toml 已经有了，没有覆盖\n")
    assert (tmp_path / "hegao.toml").read_text("utf-8") == "root = true\n"
    assert run(["init", str(tmp_path / "none")]) == 2
    assert "没有这个文件夹" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["hegao.toml"]


def test_a_file_system_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    assert run(["init", str(tmp_path)]) == 0
    assert run(["init", str(tmp_path)]) == 2
    assert (tmp_path / "hegao.toml").read_text("utf-8") == TEMPLATE
    assert [path.name for path in tmp_path.iterdir()] == ["hegao.toml"]


def test_every_setting_that_it_shows_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all that is commented out switched on, and the tables and rules that it names there."""
    from engine.office import OWN_RULE

    monkeypatch.chdir(tmp_path)
    text = re.sub(r"^#(?! )", "", TEMPLATE, flags=re.MULTILINE)
    raw = tomllib.loads(text)
    assert set(raw) == {"root", "profile", "mandatory", "rule-folders", "register", "rules", "tables", "overrides"}
    assert set(raw["tables"]) == set(TABLES)
    write(tmp_path, hegao_toml=text, a_txt=NOTICE, 规则__own_toml=OWN_RULE)
    for name, path in raw["tables"].items():
        write(tmp_path, **{path.replace("/", "__").replace(".", "_"): HEADS[name] + "\n"})
        assert HEADS[name] in TEMPLATE
    plans = plan_all(targets(["a.txt"])[0], Options())
    assert plans.notes == []
    assert plans.of("a.txt").policy.floors
