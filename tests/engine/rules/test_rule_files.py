"""Rule files: what is read from a right one, and what is said of each kind of wrong one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from hegao.checks.base import BatchHit, Context, Hit, Record, batch_check, check, collector
from hegao.document.model import Document, Node
from hegao.engine.findings.finding import Basis
from hegao.engine.rules.loading import RuleError, builtin_folder, load_rules
from hegao.engine.rules.rule import Example, Place, Rule, RuleSet
from hegao.sources import user_cache
from hegao.sources.text import Text

pytestmark = pytest.mark.usefixtures("own_checks")

RULE = '''schema = 1
code = "TXT701"
name = "letter"
severity = "warning"
summary = "字多了"
why = """
读着不顺。
"""
help = "删去。"
message = "多了“{letter}”"
related = "先前的“{letter}”"
check = "letter"
[en]
summary = "one letter too many"
why = "It reads badly."
help = "Strike it."
message = "{letter} again"
[profiles]
published = "off"
[[basis]]
source = "党政机关公文处理工作条例"
clause = "第十九条"
strength = "should"
[select]
node = ["task"]
form = ["row", "clause"]
[with]
letter = "要"
[[examples.bad]]
text = "\\n要要\\n"
at = [{line = 2, quote = "要"}]
[[examples.good]]
text = "要"
profile = "final"
as_of = "2026-05-01"
'''


@pytest.fixture(autouse=True)
def checks(own_checks: None) -> None:
    """A check on nodes and one over a batch."""
    parameters = {"letter": {"type": "string", "minLength": 1}, "times": {"type": "integer", "default": 2}}

    @check("letter", {"task", "document", "heading"}, parameters, ("letter",), ("twice",))
    def letter(node: Node, context: Context, letter: str, times: int) -> Iterator[Hit]:
        yield from ()

    @collector("nothing")
    def collect(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
        yield from ()

    @batch_check("same", "nothing", {}, ("other",))
    def same(records: Sequence[Record]) -> Iterator[BatchHit]:
        yield from ()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of built-in rules with the rule."""
    folder = tmp_path / "rules"
    (folder / "text").mkdir(parents=True)
    (folder / "rule.schema.json").write_bytes((builtin_folder() / "rule.schema.json").read_bytes())
    (folder / "text" / "TXT701-letter.toml").write_text(RULE, "utf-8")
    return folder


def problems_of(home: Path, *folders: Path) -> list[str]:
    """What is wrong with the rules."""
    with pytest.raises(RuleError) as caught:
        load_rules(folders, builtin=home)
    return caught.value.problems


def test_a_right_file_is_read_whole(home: Path) -> None:
    """Every key of it, with the defaults of the check."""
    [rule] = load_rules(builtin=home)
    assert (rule.code, rule.name, rule.severity, rule.check, rule.area) == ("TXT701", "letter", "warning", "letter", "TXT")
    assert (rule.nodes, rule.where) == (("task",), {"form": ("row", "clause")})
    assert rule.parameters == {"letter": "要", "times": 2}
    assert rule.profiles == {"published": "off"}
    assert rule.basis == (Basis("党政机关公文处理工作条例", "第十九条", "should"),)
    assert (rule.wording().why, rule.wording().related) == ("读着不顺。", "先前的“{letter}”")
    # What the English table leaves out stays Chinese.
    assert (rule.wording("en").message, rule.wording("en").related) == ("{letter} again", "先前的“{letter}”")
    assert rule.bad == (Example((("example.txt", "\n要要\n"),), (Place(2, "要"),)),)
    assert rule.good == (Example((("example.txt", "要"),), (), "final", "2026-05-01"),)
    assert rule.path == "rules/text/TXT701-letter.toml"


WRONG = {
    "broken TOML": ("schema = 1", "schema = ", "：第 1 行第 10 列：", "等号后面不是一个值"),
    "key given twice": ("[with]\n", '[with]\nletter = "a"\n', "：第 29 行第 13 列：", "这一项写了两次"),
    "key missing": ('severity = "warning"\n', "", "：severity：", "缺少这一项"),
    "unknown key": ('severity = "warning"', 'severity = "warning"\nseverty = "error"', "：severty：", "是不是 severity"),
    "unknown key below": ("strength =", "strenght =", "：basis[0].strenght：", "是不是 strength"),
    "later format": ("schema = 1", "schema = 2", "：schema：", "不在可用的值之内：1"),
    "severity": ('severity = "warning"', 'severity = "fatal"', "：severity：", '"fatal" 不在可用的值之内：'),
    "wrong type": ('help = "删去。"', "help = 3", "：help：", "应为文字，现为 3"),
    "empty": ('help = "删去。"', 'help = ""', "：help：", "不能为空"),
    "form of the code": ('code = "TXT701"', 'code = "txt7"', "：code：", "写法不对"),
    "area of the code": ('code = "TXT701"', 'code = "NUM101"', "：code：", "文件夹 text 里的代码应以 TXT7 开头"),
    "number of the code": ('code = "TXT701"', 'code = "TXT801"', "：code：", "应以 TXT7 开头"),
    "name of the file": ('name = "letter"', 'name = "letters"', "：name：", "文件名应为 TXT701-letters.toml"),
    "profile": ("published =", "publish =", "：profiles.publish：", "是不是 published"),
    "level of a profile": ('published = "off"', 'published = "no"', "：profiles.published：", '"off"'),
    "no basis": (RULE[RULE.index("[[basis]]") : RULE.index("[select]")], "", "：basis：", "缺少这一项"),
    "strength": ('"should"', '"may"', "：basis[0].strength：", '"must"、"should"、"custom"'),
    "unknown check": ('check = "letter"', 'check = "leter"', "：check：", "没有叫“leter”的检查，相近的有：letter"),
    "check of the engine": ('check = "letter"', 'check = "internal"', "：check：", "只供程序自己"),
    "unknown node": ('node = ["task"]', 'node = ["tasks"]', "：select.node[0]：", "没有“tasks”这种节点，是不是 task"),
    "node not of the check": (
        'node = ["task"]',
        'node = ["task", "row"]',
        "：select.node[1]：",
        "letter 不能用于 row，可用：document、heading、task",
    ),
    "no node": ('node = ["task"]\n', "", "：select.node：", "缺少这一项"),
    "no selector": ('[select]\nnode = ["task"]\nform = ["row", "clause"]\n', "", "：select.node：", "缺少这一项"),
    "unknown field": ("form = [", "shape = [", "：select.shape：", "节点 task 没有可选的“shape”，可用：form"),
    "value of a field": ('"clause"]', '"list"]', "：select.form：", "没有“list”这个值，可用：clause、row、sentence"),
    "field of one node only": ('node = ["task"]', 'node = ["task", "heading"]', "：select.form：", "节点 heading 没有可选的“form”"),
    "truth is no number": (
        'node = ["task"]\nform = ["row", "clause"]',
        'node = ["heading"]\nruns_on = 1',
        "：select.runs_on：",
        "没有“1”这个值",
    ),
    "unknown parameter": ('letter = "要"\n[[', 'letter = "要"\ntime = 3\n[[', "：with.time：", "没有这一项，是不是 times"),
    "parameter missing": ('[with]\nletter = "要"\n', "", "：with.letter：", "缺少这一项"),
    "type of a parameter": ('letter = "要"\n[[', 'letter = "要"\ntimes = "x"\n[[', "：with.times：", "应为整数"),
    "nested parameter": ('letter = "要"\n[[', "letter = {a = 1}\n[[", "：with.letter：", "只能是文字、数、true 或 false"),
    "placeholder": ("多了“{letter}”", "多了“{leter}”", "：message：", "没有占位“{leter}”，可用：letter"),
    "placeholder behind": ("先前的“{letter}”", "{where}", "：related：", "没有占位“{where}”"),
    "English placeholder": ("{letter} again", "{again}", "：en.message：", "没有占位“{again}”"),
    "placeholder with a path": ("多了“{letter}”", "{letter.__class__}", "：message：", "没有占位“{letter.__class__}”"),
    "placeholder with a form": ("多了“{letter}”", "{letter!r:>20}", "：message：", "不能带格式"),
    "unknown fault": ('check = "letter"', 'check = "letter"\nmessages = {thrice = "三个"}', "：messages.thrice：", "没有“thrice”这种错误，可用：twice"),
    "unknown fault of less": ('check = "letter"', 'check = "letter"\nseverities = {thrice = "info"}', "：severities.thrice：", "没有“thrice”这种错误，可用：twice"),
    "placeholder of a fault": (
        'check = "letter"',
        'check = "letter"\nmessages = {twice = "{leter}"}',
        "：messages.twice：",
        "没有占位“{leter}”",
    ),
    "lone brace": ("多了“{letter}”", "多了“{letter”", "：message：", "花括号写法有误"),
    "no bad example": (RULE[RULE.index("[[examples.bad]]") : RULE.index("[[examples.good]]")], "", "：examples.bad：", "至少要有一个例子"),
    "no good example": (RULE[RULE.index("[[examples.good]]") :], "", "：examples.good：", "至少要有一个例子"),
    "example without places": ('at = [{line = 2, quote = "要"}]\n', "", "：examples.bad[0].at：", "缺少这一项"),
    "place without quote": ('{line = 2, quote = "要"}', "{line = 2}", "：examples.bad[0].at[0].quote：", "缺少这一项"),
    "place on the wrong line": ("line = 2", "line = 1", "：examples.bad[0].at[0].quote：", "例子第 1 行没有“要”"),
    "place behind the end": ("line = 2", "line = 9", "：examples.bad[0].at[0].line：", "例子只有 3 行"),
    "place in no file": ("{line = 2,", '{path = "b.txt", line = 2,', "：examples.bad[0].at[0].path：", "例子里没有这个文件"),
    "text and files": ('text = "要"', 'text = "要"\nfiles = [{path = "a", text = ""}]', "：examples.good[0]：", "只有一个"),
    "no such day": ("2026-05-01", "2026-02-30", "：examples.good[0].as_of：", "不是日历上的一天"),
}


#: A code in the wrong folder is not what the file is called either; a key misspelt is also missing.
TWO = ("area of the code", "number of the code", "unknown key below")


@pytest.mark.parametrize(("old", "new", "key", "sentence"), WRONG.values(), ids=WRONG)
def test_each_mistake_names_file_and_key(request: pytest.FixtureRequest, home: Path, old: str, new: str, key: str, sentence: str) -> None:
    """One line, which names file and key path and says what is wrong."""
    assert RULE.count(old) == 1
    (home / "text" / "TXT701-letter.toml").write_text(RULE.replace(old, new), "utf-8")
    problems = problems_of(home)
    assert any(one.startswith(f"rules/text/TXT701-letter.toml{key}") and sentence in one for one in problems), problems
    assert len(problems) == (2 if request.node.callspec.id in TWO else 1)


def test_all_mistakes_of_all_files_are_told(home: Path) -> None:
    """Not the first one only."""
    (home / "text" / "TXT701-letter.toml").write_text(RULE.replace('"warning"', '"bad"').replace("[with]", "[wiht]"), "utf-8")
    (home / "text" / "TXT702-other.toml").write_text("schema = [", "utf-8")
    (home / "text" / "TXT703-third.toml").write_bytes(b"summary = '\xb9\xab\xce\xc4'")
    problems = problems_of(home)
    assert [one.split("：")[0] for one in problems] == ["rules/text/TXT701-letter.toml"] * 2 + [
        "rules/text/TXT702-other.toml",
        "rules/text/TXT703-third.toml",
    ]
    assert [one.split("：")[1] for one in problems[:2]] == ["severity", "wiht"]
    assert "第 1 行：不是 UTF-8 编码" in problems[3]


def test_codes_and_names_are_given_once(home: Path) -> None:
    """The second file with a code or a name is told of the first."""
    (home / "text" / "TXT701-other.toml").write_text(RULE.replace('name = "letter"', 'name = "other"'), "utf-8")
    (home / "text" / "TXT702-letter.toml").write_text(RULE.replace("TXT701", "TXT702"), "utf-8")
    assert problems_of(home) == [
        "rules/text/TXT701-other.toml：code：TXT701 已用于 rules/text/TXT701-letter.toml，请换一个",
        "rules/text/TXT702-letter.toml：name：letter 已用于 rules/text/TXT701-letter.toml，请换一个",
    ]


def test_batch_checks_select_no_nodes(home: Path) -> None:
    """They compare documents; a selector would say nothing."""
    text = RULE.replace('check = "letter"', 'check = "same"').replace("{letter}", "{other}")
    text = text.replace('[with]\nletter = "要"\n', "")
    (home / "text" / "TXT701-letter.toml").write_text(text, "utf-8")
    assert problems_of(home) == ["rules/text/TXT701-letter.toml：select：same 比较整批公文，不能选节点"]
    (home / "text" / "TXT701-letter.toml").write_text(text.replace('[select]\nnode = ["task"]\nform = ["row", "clause"]\n', ""), "utf-8")
    assert load_rules(builtin=home).rules[0].nodes == ()


def test_own_rules_of_an_office(home: Path, tmp_path: Path) -> None:
    """They lie where the office likes, under a prefix of its own; a byte order mark is no fault."""
    own = tmp_path / "own"
    own.mkdir()
    path = own / "anything.toml"
    path.write_text(RULE.replace("TXT701", "LZ-001").replace('name = "letter"', 'name = "own"'), "utf-8-sig")
    assert [rule.code for rule in load_rules([own], builtin=home)] == ["LZ-001", "TXT701"]
    assert load_rules([own], builtin=home).rules[0].area == "LZ"
    path.write_text(RULE.replace("TXT701", "TXT750").replace('name = "letter"', 'name = "own"'), "utf-8")
    assert problems_of(home, own) == [f"{path.as_posix()}：code：TXT 是内置规则的代码，自定规则请用本单位的字头"]


def test_rule_folders_that_are_none(home: Path, tmp_path: Path) -> None:
    """A folder that is missing or holds no rule."""
    missing, empty = tmp_path / "missing", tmp_path / "empty"
    empty.mkdir()
    assert problems_of(home, missing, empty) == [f"{missing}：没有这个规则文件夹", f"{empty}：规则文件夹里没有 .toml 文件，请放入规则文件"]


def test_unchanged_rules_come_from_the_cache(home: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither validated nor parsed again; any change, a damaged entry or another check and they are."""
    first = load_rules(builtin=home)
    compiled: list[int] = []

    from hegao.engine.rules import loading

    whole = loading._compile

    def counted(*args: Any) -> list[list[Any]]:
        compiled.append(1)
        return whole(*args)

    monkeypatch.setattr(loading, "_compile", counted)

    def again(**options: Any) -> tuple[RuleSet, int]:
        compiled.clear()
        return load_rules(builtin=home, **options), len(compiled)

    assert again() == (first, 0)
    assert again(cache=False) == (first, 1)
    [stored] = cache_folder.glob("rules-*.json")
    good = user_cache.load(stored.name)
    head = stored.read_bytes().partition(b"\n")[0]
    for damage in (b"", b"{", b"[]", b'{"digest": 1}', head + b"\n" + json.dumps(good | {"rules": good["rules"][:-1]}).encode()):
        stored.write_bytes(damage)
        assert again() == (first, 1)
        assert again() == (first, 0)
    for odd in ([], {"digest": 1}, {"digest": first.digest, "rules": [["a", {}]]}):
        user_cache.save(stored.name, odd)
        assert again() == (first, 1)
        assert again() == (first, 0)
    path = home / "text" / "TXT701-letter.toml"
    path.write_text(RULE.replace('"warning"', '"error"'), "utf-8")
    assert [rule.severity for rule in again()[0]] == ["error"]
    monkeypatch.setattr(loading, "program", lambda: "another state of the program")
    assert again()[1] == 1


def test_cache_of_a_run_needs_no_validator(home: Path) -> None:
    """With rules in the cache neither jsonschema nor tomllib is imported."""
    import subprocess
    import sys

    script = (
        "import sys; from hegao.engine.rules.loading import load_rules; rules = load_rules(); "
        "print(len(rules) > 0, sorted({'jsonschema', 'tomllib', 'lark'} & set(sys.modules)))"
    )
    said = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout for _ in range(2)]
    assert said[1].strip() == "True []"


@pytest.mark.parametrize(
    ("severity", "fault", "expected"),
    [("error", "less", "info"), ("warning", "less", "info"), ("info", "less", "info"), ("warning", "other", "warning"), ("info", "same", "info")],
)
def test_a_fault_may_weigh_less_than_its_rule_never_more(severity: str, fault: str, expected: str) -> None:
    rule = Rule("JH-001", "some-rule", "warning", "letter", {}, severities={"less": "info", "same": "warning"})
    assert rule.severity_of({"fault": fault}, severity) == expected
