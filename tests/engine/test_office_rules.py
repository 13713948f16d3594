"""Rule files of an office that give words and patterns: what is said of each kind of mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.office import word_rule
from hegao.engine.rules.loading import RuleError, builtin_folder, load_rules

RULE = word_rule('node = ["cell"]\ngenre = "通知"', "其它", "其他")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of built-in rules with a single one."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "system").mkdir()
    for name in ("rule.schema.json", "system/SYS901-unreadable.toml"):
        (folder / name).write_bytes((builtin_folder() / name).read_bytes())
    return folder


def problems_of(folder: Path, home: Path, text: str) -> list[str]:
    (folder / "own.toml").write_text(text, "utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([folder], builtin=home, cache=False)
    return [problem.removeprefix(f"{folder.as_posix()}/own.toml：") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["其它"]\n[[', '["其它", "其它"]\n[[', "with.find：有重复的，删去一个"),
        ('["其它"]\n[[', "[]\n[[", "with.find：不能为空"),
        ('["其它"]\n[[', '"其它"\n[[', 'with.find：应为列表，现为 "其它"'),
        ('["其它"]\n[[', "[3]\n[[", "with.find[0]：应为文字，现为 3"),
        ('["其它"]\n[[', f'["{"长" * 301}"]\n[[', "with.find[0]：不能多于 300 个"),
        ('["其它"]\n[[', '["/(其|它/"]\n[[', "with.find：“/(其|它/”：从第 1 个字起写法有误（missing ), unterminated subpattern）"),
        (
            '["其它"]\n[[',
            '["/(其+)+它/"]\n[[',
            "with.find：“/(其+)+它/”：表达式可能要试的次数太多，会拖住检查；给 * 或 + 写上限，如 {0,20}，重复里不要再套重复",
        ),
        ('["其它"]\n[[', '["其它"]\nunles = ["其它人"]\n[[', "with.unles：没有这一项，是不是 unless"),
        ('["其它"]\n[[', '["其它"]\nunless = ["/其*/"]\n[[', "with.unless：“/其*/”：什么字都没有也能对上，至少要有一个必有的字"),
        ("find =", "swap =", "with.find：缺少这一项"),
        ("{written}", "{right}", "message：没有占位“{right}”，可用：written"),
        ('"text-found"', '"text-find"', "check：没有叫“text-find”的检查，相近的有：text-found"),
        ('"cell"', '"cells"', "select.node[0]：没有“cells”这种节点，是不是 cell"),
        ('"cell"', '"date"', "select.node[0]：text-found 不能用于 date，可用："),
        ('"cell"', '"entry"', "select.genre：节点 entry 没有可选的“genre”，可用：profile"),
        ('genre = "通知"', 'genre = "通报会"', "select.genre：没有“通报会”这个值，可用：决议、决定、"),
        ('genre = "通知"', 'profile = "finl"', "select.profile：没有“finl”这个值，可用：draft、final、published"),
        ('genre = "通知"', 'role = "leader"', "select.role：没有“leader”这个值，可用：serial、measure、"),
        ('genre = "通知"', 'style = "han"', "select.style：节点 cell 没有可选的“style”，可用：role、genre、action、in_gazette、profile"),
    ],
)
def test_each_mistake_names_file_and_key(tmp_path: Path, home: Path, old: str, new: str, said: str) -> None:
    assert RULE.count(old) == 1
    problems = problems_of(tmp_path, home, RULE.replace(old, new))
    assert any(problem.startswith(said) for problem in problems), problems
    assert len(problems) == (2 if said == "with.find：缺少这一项" else 1)


@pytest.mark.parametrize(
    ("swap", "said"),
    [
        ('["其它"]', "with.swap：“其它”：应写作 错的→对的"),
        ('["其它→其他", "其它→别的"]', "with.swap：“其它”写了两次，删去一个"),
        ('["/(其+)+它/→其他"]', "with.swap：“/(其+)+它/”：表达式可能要试的次数太多"),
    ],
)
def test_mistakes_in_replacements(tmp_path: Path, home: Path, swap: str, said: str) -> None:
    text = RULE.replace('"text-found"', '"text-replaced"').replace('find = ["其它"]', f"swap = {swap}")
    [problem] = problems_of(tmp_path, home, text)
    assert problem.startswith(said)


def test_numbers_must_be_numbers(tmp_path: Path, home: Path) -> None:
    text = RULE.replace('"text-found"', '"text-limited"').replace("find =", "most = 0\nfind =")
    assert problems_of(tmp_path, home, text) == ["with.most：0 超出范围，应不小于 1"]
    text = RULE.replace('"text-found"', '"text-limited"')
    assert problems_of(tmp_path, home, text) == ["with.most：缺少这一项"]
