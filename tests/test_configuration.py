"""The guide to configuration is complete, and what it shows is valid."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from engine.office import NOTICE, write
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.plan_by_file import plan_all
from hegao.engine.configuration.settings_file import SCHEMA
from hegao.engine.findings.suppression import suppressions_of
from hegao.engine.rules.loading import builtin_folder
from hegao.engine.run.targets import targets
from hegao.words.office_tables import TABLES
from repository import ROOT

GUIDE = (ROOT / "docs" / "configuration.md").read_text("utf-8")


def _block(language: str) -> str:
    [block] = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    return str(block)


def test_the_settings_shown_are_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = _block("toml").replace('rule-folders = ["rules"]', "rule-folders = []")
    write(tmp_path, hegao_toml="root = true\n" + text, tables__roster_csv="全称\n", a_txt=NOTICE, issued__b_txt=NOTICE)
    plans = plan_all(targets(["a.txt", "issued/b.txt"])[0], Options())
    assert (plans.of("a.txt").profile, plans.of("issued/b.txt").profile) == ("draft", "published")
    assert plans.notes == []


def test_every_setting_and_every_column_is_spoken_of() -> None:
    schema = json.loads((builtin_folder() / SCHEMA).read_bytes())
    words = [*schema["properties"], *schema["properties"]["overrides"]["items"]["properties"]]
    assert [word for word in words if word not in GUIDE] == []
    assert set(schema["properties"]["tables"]["properties"]) == set(TABLES)
    for name, fields in TABLES.items():
        [row] = [line for line in GUIDE.splitlines() if line.startswith(f"| `{name}` |")]
        for field in fields:
            assert f"{field.heads[0]} `{field.name}`{'*' if field.required else ''}" in row


def test_the_comments_shown_excuse() -> None:
    excuses = suppressions_of(_block("markdown").splitlines())
    assert [(excuse.rules, excuse.first, excuse.fault) for excuse in excuses] == [
        (("deadline-missing",), 2, ""),
        (("deadline-missing", "lead-order"), 4, ""),
    ]
