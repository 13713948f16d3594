"""Files of the office that are no such files: too large, too deep, elsewhere, devices.  A sentence with file and key, at once."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from engine.office import NOTICE, OWN_RULE, write
from hegao.engine.configuration.options import UsageProblem, few
from hegao.engine.findings.baseline import read_baseline
from hegao.engine.run.runner import check_paths
from hegao.sources.files import read
from hegao.sources.source import Unreadable

posix = pytest.mark.skipif(os.name != "posix", reason="devices, pipes and links are a matter of POSIX")
ENTRY = {"fingerprint": "a", "rule": "TXT701", "path": "a.txt", "quote": "x"}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office within a larger one, which the test stands in."""
    folder = tmp_path / "单位"
    folder.mkdir()
    monkeypatch.chdir(folder)
    write(folder, hegao_toml="root = true\n", a_txt=NOTICE)
    return folder


def problems(path: str = "a.txt") -> list[str]:
    """What is wrong with the files of the office, all of it."""
    with pytest.raises(UsageProblem) as caught:
        check_paths([path])
    return caught.value.problems


def baseline_problems(text: str) -> list[str]:
    """What is wrong with a baseline of that content."""
    Path("b.json").write_text(text, "utf-8")
    with pytest.raises(UsageProblem) as caught:
        read_baseline(Path("b.json"))
    return caught.value.problems


def entries(*several: dict[str, object]) -> str:
    """A baseline with these entries."""
    return json.dumps({"version": 1, "entries": several})


def test_a_baseline_names_file_and_key_of_what_is_wrong(office: Path) -> None:
    without = {key: value for key, value in ENTRY.items() if key != "quote"}
    assert baseline_problems(entries(without)) == ["b.json：entries[0].quote：缺少这一项"]
    assert baseline_problems(entries(ENTRY | {"path": "x" * 5000})) == ["b.json：entries[0].path：不是路径，太长或者有不能用的字符"]
    assert baseline_problems(entries(ENTRY | {"path": "a\0"})) == ["b.json：entries[0].path：不是路径，太长或者有不能用的字符"]
    digits = "9" * 5001
    assert baseline_problems(entries(ENTRY | {"date": "?"}).replace('"?"', digits)) == ["b.json：entries[0].date：应为文字，用引号括起来"]
    assert baseline_problems('{"version": ' + digits + ', "entries": []}')[0].startswith("b.json：不是基线文件")
    assert baseline_problems("[" * 100_000) == ["b.json：括号套得太深"]


def test_a_path_of_a_baseline_that_no_disk_can_hold_is_that_of_a_file_that_is_gone(office: Path) -> None:
    write(office, b_json=entries(ENTRY | {"path": "x" * 300 + "/" + "y" * 300}))
    from hegao.engine.findings.baseline import match
    from hegao.engine.run.runner import prepare, run

    job = prepare(["a.txt"])
    assert len(match(read_baseline(office / "b.json"), run(job), job.plans).unused) == 1


LIMITS = {
    "number": ("[rules]\nwording = {since = " + "9" * 5001 + "}", "hegao.toml：第 2 行 wording：数太大"),
    "hexadecimal number": ("root = 0x" + "f" * 5001, "hegao.toml：root：数太大"),
    "no number": ("root = nan", "hegao.toml：root：不是一个数"),
    "dotted key": ("a" + ".a" * 100_000 + " = 1", "hegao.toml：第 1 行 a.a.a.a.a.a.a.a.a.a.……：名称的层次太多"),
    "quoted dotted key": ("\n" + '"a" . ' * 40_000 + "a = 1", 'hegao.toml：第 2 行 "a" . "a" . "a" . "a……：名称的层次太多'),
    "dotted section": ("[" + "a." * 100_000 + "a]", "hegao.toml：第 1 行 a.a.a.a.a.a.a.a.a.a.……：名称的层次太多"),
    "brackets": ("root = " + "[" * 100_000, "hegao.toml：括号套得太深"),
    "lists": ("mandatory = " + "[" * 40 + "]" * 40, "hegao.toml：mandatory[0]"),
    "length": ("#" * 300_000, "hegao.toml：超过 256 kB，太大了"),
    "null in a path": ('[tables]\nwords = "a\\u0000"', "hegao.toml：tables.words：有不能用的字符"),
    "long table": ('[tables]\nwords = "' + "x" * 5000 + '"', "hegao.toml：tables.words："),
    "long folder": ('rule-folders = ["' + "x" * 5000 + '"]', "hegao.toml：rule-folders[0]：没有 "),
    "long pattern": ('[[overrides]]\npaths = ["' + "*a" * 30_000 + '"]\nprofile = "x"', "hegao.toml：overrides[0].profile："),
}


@pytest.mark.parametrize(("text", "said"), LIMITS.values(), ids=LIMITS)
def test_settings_that_nobody_wrote_by_hand(text: str, said: str, office: Path) -> None:
    write(office, hegao_toml=text + "\n")
    [problem] = problems()
    assert problem.startswith(said)


def test_many_mistakes_are_counted(office: Path) -> None:
    write(office, hegao_toml="\n".join(f"key{number} = 1" for number in range(3000)))
    said = problems()
    assert (len(said), said[-1]) == (21, "hegao.toml：另有 981 处 以上，改好这些再查")
    write(office, hegao_toml="root = true\n[rules]\n" + "\n".join(f'key{number} = "off"' for number in range(30)))
    assert problems()[-1] == "hegao.toml：另有 10 处，改好这些再查"


def test_of_a_bad_table_the_first_twenty_rows_are_told(office: Path) -> None:
    write(office, hegao_toml='root = true\n[tables]\nwords = "词.csv"\n', 词_csv="wrong,right\n" + "甲乙,\n" * 20_000)
    said = problems()
    assert (len(said), said[0], said[-1]) == (21, "词.csv：第 2 行“正确写法”是空的，请填写，或者删去这一行", "词.csv：另有 981 处 以上，改好这些再查")
    write(office, 词_csv="wrong,right" + ",x" * 100_000 + "\n")
    [problem] = problems()
    assert problem.startswith("词.csv：第 1 行：有 100002 列，可用的只有：错误写法、正确写法、")


def test_few_does_not_ask_for_all() -> None:
    asked = []

    def endless() -> object:
        while True:
            asked.append(1)
            yield "a.csv：x"

    assert len(few("a.csv", endless())) == 21  # type: ignore[arg-type]
    assert len(asked) < 2000
    assert few("a.csv", ["x"] * 20) == ["x"] * 20


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/tty", "pipe"])
def test_devices_and_pipes_are_no_files_of_an_office(device: str, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for them."""
    (office / "规则").mkdir()
    os.mkfifo(office / "pipe")
    place = office / "place"
    place.symlink_to(office / "pipe" if device == "pipe" else device)
    for target in ("词.csv", "hegao.toml", "规则/own.toml", "b.json"):
        (office / target).unlink(missing_ok=True)
        os.link(office / "pipe", office / target) if device == "pipe" else (office / target).symlink_to(device)
        if target == "b.json":
            with pytest.raises(UsageProblem, match="b.json：(不是普通文件|没有接上设备)"):
                read_baseline(office / "b.json")
            continue
        if target != "hegao.toml":
            key = '[tables]\nwords = "词.csv"\n' if target == "词.csv" else 'rule-folders = ["规则"]\n'
            (office / "hegao.toml").unlink(missing_ok=True)
            write(office, hegao_toml=f"{'' if target == '词.csv' else 'root = true'}\n{key}")
        said = problems()
        assert any(target in problem and ("不是普通文件" in problem or "链接" in problem or "不在本单位" in problem or "没有接上" in problem) for problem in said)
        if device == "pipe":
            assert "不是普通文件" in said[0]


SECRET = "此行是别的单位的机密内容"


@posix
@pytest.mark.parametrize("link", [False, True])
def test_tables_and_rules_lie_in_the_folder_of_the_office(link: bool, office: Path) -> None:
    """Elsewhere they are not read, so that no message holds a line of them."""
    write(office.parent, 别处__词_csv=f"{SECRET},{SECRET}\n", 别处__a_toml=f'{SECRET} = "{SECRET}"\n')
    if link:
        (office / "表").symlink_to("../别处")
    folder = "表" if link else "../别处"
    write(office, hegao_toml=f'root = true\nrule-folders = ["{folder}"]\n[tables]\nwords = "{folder}/词.csv"\n')
    said = problems()
    assert [problem.split(" ")[0] for problem in said] == [f"hegao.toml：rule-folders[0]：{folder}", f"hegao.toml：tables.words：{folder}/词.csv"]
    assert all("不在本单位的文件夹 . 里，请移进来" in problem for problem in said)
    assert SECRET not in "".join(said)


@posix
def test_a_rule_file_that_leads_elsewhere_is_not_read(office: Path) -> None:
    write(office.parent, 别处_toml=f'summary = "{SECRET}"\n')
    write(office, hegao_toml='root = true\nrule-folders = ["规则"]\n', 规则__own_toml=OWN_RULE)
    (office / "规则" / "b.toml").symlink_to("../../别处.toml")
    assert problems() == ["规则/b.toml：是通到规则文件夹外面的链接"]


def test_the_folder_of_the_office_is_that_of_the_uppermost_settings(office: Path) -> None:
    write(office, 科__hegao_toml='rule-folders = ["../规则"]\n[tables]\nwords = "../词.csv"\n', 词_csv="wrong,right\n甲乙,乙甲\n")
    write(office, 规则__own_toml=OWN_RULE, 科__b_txt=NOTICE)
    assert "own-repeat" in {finding.name for file in check_paths(["科/b.txt"]).files for finding in file.findings}


def test_a_document_is_never_read_into_more_memory_than_there_is(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hegao.sources.files.LARGEST", 100)
    with pytest.raises(Unreadable, match="太大了"):
        read("a.txt")
    if os.path.exists("/dev/zero"):
        with pytest.raises(Unreadable, match="太大了"):
            read("/dev/zero")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的，没有可检查的内容"),
        (None, "没有权限读"),
        (b"\x00" * 10, "是二进制文件，不是文本也不是 Word 文件；请另存为 .docx 或 .txt 后再试"),
        (b"\xff\xff\xff\xff\x80\x81", "不能按 UTF-8、GB18030 或 UTF-16 解码，请另存为 UTF-8 后再试"),
    ],
    ids=["empty", "forbidden", "binary", "encoding"],
)
def test_to_save_as_utf_8_is_advised_where_it_helps(data: bytes | None, said: str, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if data is None:

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("hegao.sources.files.open", refuse, raising=False)
    else:
        (office / "c.txt").write_bytes(data)
    [file] = check_paths(["c.txt" if data is not None else "a.txt"], cache=False).files
    [finding] = file.findings
    assert finding.message == f"文件没有检查：{said}"
    assert "UTF-8" not in finding.help
