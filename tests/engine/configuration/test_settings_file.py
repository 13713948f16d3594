"""``hegao.toml``: what it may say, how files above and below speak together, and what is said of mistakes."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from engine.office import NOTICE, OWN_RULE, findings, severities, write
from hegao.checks.base import BATCH_CHECKS, CHECKS
from hegao.engine.configuration.options import Options, UsageProblem
from hegao.engine.configuration.plan_by_file import plan_all, rules_for
from hegao.engine.configuration.settings_file import SCHEMA, Search
from hegao.engine.rules.loading import builtin_folder, load_rules
from hegao.engine.run.runner import check_paths
from hegao.engine.run.targets import targets

VAGUE, MISSING = "deadline-vague", "deadline-missing"


@pytest.fixture(scope="module")
def cache_folder(module_cache: Path) -> Path:
    return module_cache


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, which the test stands in; above it no settings count."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, hegao_toml="root = true\n", **{name: NOTICE for name in ("a_txt", "issued__b_txt", "县__c_txt", "县__乡__d_txt")})
    return tmp_path


def problems(*paths: str, config: Path | None = None) -> list[str]:
    """What is wrong with the settings, all of it."""
    with pytest.raises(UsageProblem) as caught:
        check_paths(paths or (".",), config=config)
    return caught.value.problems


def notes(*paths: str, **options: tuple[str, ...]) -> list[str]:
    """What is said of settings without effect."""
    return check_paths(paths or (".",), Options(**options)).notes  # type: ignore[arg-type]


def test_without_settings_the_rules_stand_as_they_are(office: Path) -> None:
    found = severities(office / "a.txt")
    assert (found[VAGUE], found[MISSING]) == ("warning", "warning")


def test_rules_are_switched_off_and_change_severity_and_parameters(office: Path) -> None:
    write(office, hegao_toml=f'root = true\n[rules]\n"{VAGUE}" = "error"\nTSK301 = "off"\n"punctuation" = {{ severity = "info" }}\n')
    found = severities(office / "a.txt")
    assert found[VAGUE] == "error"
    assert found["punctuation"] == "info"
    assert MISSING not in found
    write(office, hegao_toml=f'root = true\n[rules]\n"{VAGUE}" = {{ kind = "open" }}\n')
    assert VAGUE not in severities(office / "a.txt")


def test_a_severity_switches_a_rule_on_that_the_profile_leaves_out(office: Path) -> None:
    write(office, a_txt=NOTICE.replace("江政办发〔2026〕12号\n\n", ""))
    assert "number-missing" not in severities(office / "a.txt")
    write(office, hegao_toml='root = true\n[rules]\n"number-missing" = "info"\n')
    assert severities(office / "a.txt")["number-missing"] == "info"


def test_the_profile_is_that_of_the_settings_unless_the_command_line_gives_one(office: Path) -> None:
    write(office, a_txt=NOTICE.replace("江政办发〔2026〕12号\n\n", ""), hegao_toml='root = true\nprofile = "final"\n')
    assert "number-missing" in severities(office / "a.txt")
    assert "number-missing" not in severities(office / "a.txt", Options(profile="draft"))


def test_overrides_speak_of_their_paths_and_the_last_one_wins(office: Path) -> None:
    write(
        office,
        hegao_toml=f"""root = true
[rules]
"{VAGUE}" = "error"
[[overrides]]
paths = ["issued/**", "县/*.txt"]
rules = {{ "{VAGUE}" = "off" }}
[[overrides]]
paths = ["c.txt"]
rules = {{ "{VAGUE}" = "info" }}
""",
    )
    assert severities(office / "a.txt")[VAGUE] == "error"
    assert VAGUE not in severities(office / "issued" / "b.txt")
    assert severities(office / "县" / "c.txt")[VAGUE] == "info"
    assert severities(office / "县" / "乡" / "d.txt")[VAGUE] == "error"


def test_an_override_gives_a_profile(office: Path) -> None:
    write(office, issued__b_txt=NOTICE.replace("江政办发〔2026〕12号\n\n", ""))
    write(office, hegao_toml='root = true\n[[overrides]]\npaths = ["issued"]\nprofile = "final"\n')
    assert "number-missing" in severities(office / "issued" / "b.txt")
    assert "number-missing" not in severities(office / "a.txt")


def test_the_nearest_file_wins_for_what_it_speaks_of(office: Path) -> None:
    write(office, hegao_toml=f'root = true\n[rules]\n"{VAGUE}" = "error"\n"{MISSING}" = {{ severity = "error", share = 100 }}\n')
    write(office, 县__hegao_toml=f'[rules]\n"{VAGUE}" = "info"\n', 县__乡__hegao_toml=f'[rules]\n"{MISSING}" = "info"\n')
    assert severities(office / "a.txt")[VAGUE] == "error"
    assert {name: severities(office / "县" / "c.txt")[name] for name in (VAGUE, MISSING)} == {VAGUE: "info", MISSING: "error"}
    assert {name: severities(office / "县" / "乡" / "d.txt")[name] for name in (VAGUE, MISSING)} == {VAGUE: "info", MISSING: "info"}


def test_a_root_takes_nothing_over_from_above(office: Path) -> None:
    write(office, hegao_toml=f'root = true\nprofile = "final"\n[rules]\n"{VAGUE}" = "error"\n', 县__hegao_toml="root = true\n")
    assert severities(office / "县" / "c.txt")[VAGUE] == "warning"
    assert severities(office / "a.txt")[VAGUE] == "error"


def test_what_is_mandatory_above_stays_on_below(office: Path) -> None:
    """Neither settings, nor a root, nor the command line switch it off or lower it; to raise it is allowed."""
    write(office, hegao_toml=f'root = true\nmandatory = ["{MISSING}", "TSK302"]\n[rules]\n"{MISSING}" = "warning"\n')
    write(
        office,
        县__hegao_toml=f'root = true\n[rules]\n"{MISSING}" = "off"\n"{VAGUE}" = "error"\n[[overrides]]\npaths = ["乡"]\n'
        f'rules = {{ "{VAGUE}" = "info", "{MISSING}" = {{ share = 60 }} }}\n',
    )
    for file in ("县/c.txt", "县/乡/d.txt"):
        found = severities(office / file)
        assert found[MISSING] == "warning"
        assert found[VAGUE] == "error"
    assert notes() == [
        "县/hegao.toml：rules.deadline-missing：hegao.toml 定为必查，这一项不起作用，请删去",
        "县/hegao.toml：overrides[0].rules.deadline-vague：hegao.toml 定为必查，这一项不起作用，请删去",
        "县/hegao.toml：overrides[0].rules.deadline-missing：hegao.toml 定为必查，这一项不起作用，请删去",
    ]
    ignoring = Options(ignore=("TSK",))
    assert {name for name in severities(office / "a.txt", ignoring) if name.startswith("deadline")} == {MISSING, VAGUE}
    assert MISSING in severities(office / "a.txt", Options(select=("NUM",)))
    assert notes("a.txt", ignore=("TSK301",)) == ["TSK301 deadline-missing 在设置里定为必查，--ignore 对它不起作用"]


def test_a_mandatory_rule_is_not_escaped_by_another_profile(office: Path) -> None:
    """The profile of who declares it counts, but for gazettes, which are judged as public copies whatever is set."""
    write(office, hegao_toml='root = true\nprofile = "final"\nmandatory = ["number-missing", "signature-missing"]\n')
    write(office, 县__hegao_toml='profile = "draft"\n', 县__c_txt=NOTICE.replace("江政办发〔2026〕12号\n\n", ""))
    assert "number-missing" in severities(office / "县" / "c.txt")
    assert "number-missing" in severities(office / "县" / "c.txt", Options(profile="draft"))
    write(office, hegao_toml='root = true\nmandatory = ["signature-missing"]\n', 县__hegao_toml='profile = "published"\n')
    unsigned = NOTICE.replace("江河市人民政府办公室\n2026年3月6日\n", "")
    write(
        office,
        县__c_txt=unsigned,
        县__乡__d_txt=f"目录\n\n关于甲的通知\n关于乙的通知\n\n{unsigned}\n{unsigned.replace('农村供水', '防汛备汛')}",
    )
    assert "signature-missing" in severities(office / "县" / "c.txt")
    [gazette] = check_paths(["县/乡/d.txt"]).files
    assert gazette.profile == "gazette"
    assert "signature-missing" not in {finding.name for finding in gazette.findings}


def test_an_office_may_exempt_paths_from_what_itself_declares_mandatory(office: Path) -> None:
    write(
        office,
        hegao_toml=f'root = true\nmandatory = ["{MISSING}"]\n[[overrides]]\npaths = ["issued"]\nrules = {{ "{MISSING}" = "off" }}\n',
    )
    assert MISSING not in severities(office / "issued" / "b.txt")
    assert MISSING in severities(office / "a.txt")
    assert notes() == []


def test_parameters_of_a_mandatory_rule_are_those_of_who_declares_it(office: Path) -> None:
    write(office, hegao_toml=f'root = true\nmandatory = ["{VAGUE}"]\n[rules]\n"{VAGUE}" = {{ kind = "open" }}\n')
    write(office, 县__hegao_toml=f'[rules]\n"{VAGUE}" = {{ kind = "vague" }}\n')
    assert VAGUE not in severities(office / "县" / "c.txt")


def test_the_command_line_beats_the_settings(office: Path) -> None:
    write(office, hegao_toml=f'root = true\n[rules]\n"{VAGUE}" = "error"\n"{MISSING}" = "off"\n')
    path = office / "a.txt"
    assert VAGUE not in severities(path, Options(ignore=(VAGUE,)))
    assert severities(path, Options(select=(MISSING,))) == {MISSING: "warning"}
    # The empty cell of days is told under another name where its own rule is off.
    assert set(severities(path, Options(select=("TSK",)))) == {VAGUE, "column-missing"}


def test_a_file_given_stands_alone(office: Path) -> None:
    """Its overrides count from where it lies."""
    write(office, hegao_toml=f'root = true\n[rules]\n"{VAGUE}" = "off"\n')
    write(office, other_toml=f'[rules]\n"{VAGUE}" = "info"\n[[overrides]]\npaths = ["县/**"]\nrules = {{ "{VAGUE}" = "error" }}\n')
    assert severities(office / "a.txt", config=Path("other.toml"))[VAGUE] == "info"
    assert severities(office / "县" / "c.txt", config=office / "other.toml")[VAGUE] == "error"
    assert problems("a.txt", config=Path("none.toml")) == ["none.toml：没有这个文件"]
    assert problems("a.txt", config=Path("issued")) == ["issued：是文件夹，不是文件"]


def test_the_standard_input_is_set_by_where_its_name_says(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(office, 县__hegao_toml=f'[rules]\n"{VAGUE}" = "info"\n')
    [target] = targets(["-"], "县/新.txt")[0]
    assert plan_all([target], Options()).of("县/新.txt").policy.levels == {"TSK302": "info"}
    [target] = targets(["-"])[0]
    assert plan_all([target], Options()).of("<stdin>").policy.levels == {}


def test_own_rules_hold_below_their_settings(office: Path) -> None:
    write(office, 县__hegao_toml='rule-folders = ["规则", "./规则/"]\n[rules]\nJH-001 = "error"\n', 县__规则__own_toml=OWN_RULE)
    assert severities(office / "县" / "乡" / "d.txt")["own-repeat"] == "error"
    assert "own-repeat" not in severities(office / "a.txt")
    assert rules_for(office / "县").find("JH-001") is not None
    assert rules_for(office).find("JH-001") is None
    # A selector is known where any file of the run knows it.
    assert {file.path: len(file.findings) for file in check_paths(["a.txt", "县/c.txt"], Options(select=("JH",))).files} == {
        "a.txt": 0,
        "县/c.txt": 1,
    }


def test_settings_are_no_rule_file(office: Path) -> None:
    """The office's rules may lie beside its settings."""
    write(office, hegao_toml='root = true\nrule-folders = ["."]\n', own_toml=OWN_RULE)
    assert "own-repeat" in severities(office / "a.txt")


def test_own_rules_from_above_a_root_hold_where_they_are_mandatory(office: Path) -> None:
    other = OWN_RULE.replace("JH-001", "JH-002").replace("own-repeat", "own-other")
    write(office, hegao_toml='root = true\nrule-folders = ["规则"]\nmandatory = ["JH-001"]\n', 规则__a_toml=OWN_RULE, 规则__b_toml=other)
    write(office, 县__hegao_toml="root = true\n")
    assert {"own-repeat", "own-other"} <= set(severities(office / "a.txt"))
    below = severities(office / "县" / "c.txt")
    assert "own-repeat" in below
    assert "own-other" not in below


def test_broken_own_rules_are_told_in_full(office: Path) -> None:
    write(office, hegao_toml='root = true\nrule-folders = ["规则", "没有"]\n[rules]\nJH-009 = "off"\n"wording" = { x = 1 }\n')
    write(
        office,
        规则__a_toml=OWN_RULE.replace("JH-001", "TSK-001"),
        规则__b_toml=OWN_RULE,
        规则__c_toml=OWN_RULE.replace('"own-repeat"', '"deadline-vague"'),
        规则__d_toml="x =\n",
    )
    assert problems() == [
        "hegao.toml：rule-folders[1]：没有 没有 这个文件夹",
        "规则/a.toml：code：TSK 是内置规则的代码，自定规则请用本单位的字头",
        "规则/d.toml：第 1 行第 4 列：等号后面不是一个值：文字加引号，列表加方括号，true 和 false 小写",
        "规则/c.toml：code：JH-001 已用于 规则/b.toml，请换一个",
        "规则/b.toml：name：own-repeat 已用于 规则/a.toml，请换一个",
        "规则/c.toml：name：deadline-vague 已用于 rules/task/TSK302-deadline-vague.toml，请换一个",
        "hegao.toml：rules.wording.x：没有这一项，可用：strengths、since、margin、doubtful、word_margin、word_doubtful",
    ]


MISTAKES = {
    "no TOML": ("profile = draft", "第 1 行第 11 列：等号后面不是一个值：文字加引号，列表加方括号，true 和 false 小写"),
    "no equals sign": ("profile", "第 1 行第 8 列：名称和值之间要写等号 =；名称是中文的，要加引号"),
    "twice": ('profile = "draft"\nprofile = "final"', "第 2 行第 18 列：这一项写了两次，删去一处"),
    "section twice": ("[rules]\n[rules]", "第 2 行第 7 列：这一节写了两次，合在一处"),
    "quote": ('profile = "draft', "第 1 行第 17 列：有不能用的字符，多半是引号没有在同一行配对"),
    "Chinese key": ("场景 = 3", "第 1 行第 1 列：这一行看不懂：应为“名称 = 值”，或者 [节名]，说明文字前面加 #"),
    "unknown key": ('profil = "draft"', "profil：没有这一项，是不是 profile"),
    "unknown table": ('[tables]\nrooster = "x"', "tables.rooster：没有这一项，是不是 roster"),
    "profile": ('profile = "fin"', 'profile："fin" 不在可用的值之内："draft"、"final"、"published"'),
    "type": ("root = 1", "root：应为true 或 false，现为 1"),
    "list": ('mandatory = "wording"', 'mandatory：应为列表，现为 "wording"'),
    "level": ('[rules]\nwording = "of"', 'rules.wording：应写 "off"、"error"、"warning"、"info" 之一'),
    "level in a table": ('[rules]\nwording = {severity = "of"}', 'rules.wording：应写 "off"、"error"、"warning"、"info" 之一'),
    "no paths": ("[[overrides]]", "overrides[0].paths：缺少这一项"),
    "empty paths": ("[[overrides]]\npaths = []", "overrides[0].paths：不能为空"),
    "unknown rule": ('[rules]\nwordin = "off"', "rules.wordin：没有“wordin”这条规则，您是不是要找 wording"),
    "unlike any": ('[rules]\n"???" = "off"', "rules.???：没有“???”这条规则，用 hegao rule 查看全部规则"),
    "an area": ('[rules]\nTSK = "off"', "rules.TSK：没有“TSK”这条规则，"),
    "unknown in an override": ('[[overrides]]\npaths = ["a"]\nrules = {x = "off"}', "overrides[0].rules.x：没有“x”这条规则"),
    "unknown mandatory": ('mandatory = ["x"]', "mandatory[0]：没有“x”这条规则"),
    "mandatory and off": (
        'mandatory = ["wording"]\n[rules]\nTXT706 = "off"',
        "mandatory[0]：wording 在本文件的 [rules] 里关闭了，两处只能留一处",
    ),
    "one rule twice": ('[rules]\nTXT706 = "off"\nwording = "info"', "rules.wording：和 TXT706 是同一条规则，合在一处"),
    "always on": (
        '[rules]\nunreadable = "off"',
        "rules.unreadable：SYS901 unreadable 不能关闭，也不能改级别：它报告没能检查的内容；删去这一项",
    ),
    "unknown parameter": ('[rules]\nwording = {sinse = "2020-01-01"}', "rules.wording.sinse：没有这一项，是不是 since"),
    "wrong parameter": ('[rules]\nwording = {strengths = "must"}', 'rules.wording.strengths：应为列表，现为 "must"'),
    "a day without quotes": ("[rules]\nwording = {since = 2020-01-01}", "rules.wording：应写 "),
    "no table": ('[tables]\nwords = "no.csv"', "tables.words：no.csv：没有这个文件"),
    "no rule folder": ('rule-folders = ["no"]', "rule-folders[0]：没有 no 这个文件夹"),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_names_file_key_and_remedy(text: str, said: str, office: Path) -> None:
    write(office, hegao_toml=text + "\n")
    [problem] = problems("a.txt")
    assert problem.startswith(f"hegao.toml：{said}")


def test_other_encodings_are_told_by_line(office: Path) -> None:
    (office / "hegao.toml").write_bytes("# 设置\n".encode() + "profile = 'draft' # 场景\n".encode("gb18030"))
    assert problems("a.txt") == ["hegao.toml：第 2 行：不是 UTF-8 编码，请另存为 UTF-8"]
    (office / "hegao.toml").write_bytes("root = true\r\n# 设置\r\n".encode("utf-8-sig"))
    assert severities(office / "a.txt")[VAGUE] == "warning"


def test_all_mistakes_of_all_files_are_told_before_anything_is_checked(office: Path) -> None:
    write(
        office,
        hegao_toml='root = 1\nprofile = "x"\n',
        县__hegao_toml='[tables]\nwords = "词.csv"\n[rules]\nx = "off"\n',
        县__词_csv="wrong\n",
    )
    assert problems() == [
        'hegao.toml：profile："x" 不在可用的值之内："draft"、"final"、"published"',
        "hegao.toml：root：应为true 或 false，现为 1",
        "县/hegao.toml：rules.x：没有“x”这条规则，用 hegao rule 查看全部规则",
        "县/词.csv：第 1 行：缺少“正确写法”一列，请补上",
    ]


def test_tables_of_the_nearest_file_count(office: Path) -> None:
    write(office, hegao_toml='root = true\n[tables]\nwords = "词.csv"\n', 词_csv="wrong,right\n农村供水,乡村供水\n")
    write(office, 县__hegao_toml='[tables]\nwords = "../县词.csv"\n', 县词_csv="错词,正词\n管网,管线\n")
    plans = plan_all(targets(["a.txt", "县/c.txt"])[0], Options())
    assert [row["wrong"] for row in plans.of("a.txt").policy.tables.own("words")] == ["农村供水"]
    assert [row["wrong"] for row in plans.of("县/c.txt").policy.tables.own("words")] == ["管网"]


def test_the_digest_changes_with_all_that_decides(office: Path) -> None:
    """A result may be kept under it."""

    def digest(options: Options | None = None, settings: str = "") -> str:
        write(office, hegao_toml="root = true\n" + settings)
        return plan_all(targets(["a.txt"])[0], options or Options()).of("a.txt").digest

    write(office, 词_csv="wrong,right\n甲乙,乙甲\n")
    seen = [
        digest(),
        digest(Options(profile="final")),
        digest(Options(select=("TSK",))),
        digest(Options(lang="en")),
        digest(settings='[rules]\nwording = "off"\n'),
        digest(settings='[rules]\nwording = {since = "2020-01-01"}\n'),
        digest(settings='mandatory = ["wording"]\n'),
        digest(settings='[tables]\nwords = "词.csv"\n'),
    ]
    write(office, 词_csv="wrong,right\n甲乙,乙丙\n")
    seen.append(digest(settings='[tables]\nwords = "词.csv"\n'))
    assert len(set(seen)) == len(seen)
    assert digest() == seen[0] == digest(Options(profile="draft"))


def test_files_that_are_treated_alike_share_a_plan(office: Path) -> None:
    write(office, hegao_toml='root = true\n[[overrides]]\npaths = ["issued"]\nprofile = "final"\n', e_txt=NOTICE, issued__f_txt=NOTICE)
    plans = plan_all(targets(["."])[0], Options())
    assert plans.of("a.txt") is plans.of("e.txt")
    assert plans.of("issued/b.txt") is plans.of("issued/f.txt")
    assert plans.of("a.txt") is not plans.of("issued/b.txt")


def test_each_folder_is_looked_into_once(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = os.path.isfile

    def isfile(path: str) -> bool:
        asked.append(path)
        return real(path)

    monkeypatch.setattr("os.path.isfile", isfile)
    search = Search()
    for _ in range(2):
        assert search(str(office / "县" / "乡")) == (str(office / "hegao.toml"),)
        assert search(str(office / "issued")) == (str(office / "hegao.toml"),)
    assert len(asked) == len(set(asked))


def test_a_file_that_did_not_change_is_not_validated_again(office: Path) -> None:
    """jsonschema and the TOML parser are slow to import."""
    write(office, hegao_toml=f'root = true\n[rules]\n"{MISSING}" = {{ share = 100 }}\n')
    code = (
        "import sys\nfrom hegao.engine.configuration.plan_by_file import plan_all\nfrom hegao.engine.run.targets import targets\nfrom hegao.engine.configuration.options import Options\n"
        "plan_all(targets(['a.txt'])[0], Options())\nprint('jsonschema' in sys.modules, 'tomllib' in sys.modules)\n"
    )
    said = [_python(code), _python(code)]
    assert said == ["True True", "False False"]
    write(office, hegao_toml=f'root = true\n[rules]\n"{MISSING}" = {{ share = "x" }}\n')
    assert problems("a.txt") == ['hegao.toml：rules.deadline-missing.share：应为整数，现为 "x"']


def _python(code: str) -> str:
    import subprocess

    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return (
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=environment, timeout=120).stdout.decode().strip()
    )


def test_a_damaged_cache_is_made_anew(office: Path, cache_folder: Path) -> None:
    write(office, hegao_toml=f'root = true\n[rules]\n"{VAGUE}" = "error"\n')
    assert severities(office / "a.txt")[VAGUE] == "error"
    for path in cache_folder.glob("settings-*.json"):
        path.write_text('["x"]', "utf-8")
    assert severities(office / "a.txt")[VAGUE] == "error"


def test_batch_rules_judge_each_file_by_its_own_settings(office: Path) -> None:
    """One number on two documents: each is told of as its own settings say."""
    title = "推进农村供水的通知"
    write(office, e_txt=NOTICE.replace(title, "做好防汛备汛工作的通知"), issued__b_txt=NOTICE.replace(title, "开展春季森林防火检查的通知"))
    duplicate = "number-duplicate"
    paths = ["a.txt", "e.txt", "issued/b.txt"]

    def found() -> dict[str, str]:
        return {file.path: one.severity for file in check_paths(paths).files for one in file.findings if one.name == duplicate}

    assert found() == {"e.txt": "error", "issued/b.txt": "error"}
    override = f'root = true\n[[overrides]]\npaths = ["issued"]\nrules = {{ "{duplicate}" = "%s" }}\n'
    write(office, hegao_toml=override % "info")
    assert found() == {"e.txt": "error", "issued/b.txt": "info"}
    write(office, hegao_toml=override % "off")
    assert found() == {"e.txt": "error"}


def test_the_schema_is_one_and_closed() -> None:
    schema = json.loads((builtin_folder() / SCHEMA).read_bytes())
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


def test_the_schema_names_every_rule() -> None:
    """So that editors complete the names; run with HEGAO_UPDATE=1 it writes them."""
    path = builtin_folder() / SCHEMA
    text = path.read_text("utf-8")
    lines = [
        f'        "{rule.name}": {{"description": {json.dumps(f"{rule.code} {rule.wording().summary}", ensure_ascii=False)}, "$ref": "#/$defs/wish"}}'
        for rule in load_rules()
        if not rule.always_on
    ]
    head = '级别，或者级别和参数。",\n      "type": "object",\n      "properties": {\n'
    tail = '\n      },\n      "additionalProperties": {"$ref": "#/$defs/wish"}'
    before, rest = text.split(head)
    said = before + head + ",\n".join(lines) + tail + rest.partition(tail)[2]
    if os.environ.get("HEGAO_UPDATE"):
        path.write_text(said, "utf-8")
    assert text == said, f"{SCHEMA} is stale: run this test with HEGAO_UPDATE=1"


def test_no_check_has_a_parameter_that_settings_take_for_the_severity() -> None:
    taken = [check.name for check in CHECKS.values() if "severity" in check.parameters]
    assert taken + [check.name for check in BATCH_CHECKS.values() if "severity" in check.parameters] == []


def test_findings_keep_their_fingerprints_whatever_the_severity(office: Path) -> None:
    before = {finding.name: finding.fingerprint for finding in findings(office / "a.txt")}
    write(office, hegao_toml=f'root = true\n[rules]\n"{VAGUE}" = "error"\n')
    assert {finding.name: finding.fingerprint for finding in findings(office / "a.txt")} == before


def test_how_like_and_how_many_is_for_the_office_to_say(office: Path) -> None:
    """Numbers of judgement stand in the rule files, and settings change them."""
    stated = {
        rule.name: set(rule.parameters)
        for rule in load_rules()
        if {"likeness", "share", "fewest", "widest", "several", "paragraphs", "shortest"} & set(rule.parameters)
    }
    assert {"title-mismatch", "toc", "deadline-missing", "heading-gap", "date-past", "lead-conflict"} <= set(stated)
    assert MISSING in severities(office / "a.txt")
    write(office, hegao_toml="root = true\n[rules]\ndeadline-missing = { fewest = 4 }\n")
    assert MISSING not in severities(office / "a.txt")
    write(office, hegao_toml="root = true\n[rules]\ndeadline-missing = { fewest = 0 }\n")
    assert problems("a.txt") == ["hegao.toml：rules.deadline-missing.fewest：0 超出范围，应不小于 1"]
