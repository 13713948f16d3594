"""``hegao register``: what a records clerk types, and what she reads."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from hegao.cli import register_command
from hegao.cli.main import run
from notices import notice

HEADS = "发文字号,标题,成文日期,发文机关,签发人,状态,废止日期,废止依据,备注\r\n"
SHEET = "序号,文号,文件名称,发文日期\n1,江政办发[2026]11号,江河市人民政府办公室关于做好抗旱工作的通知,2026/6/1\n"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office with an empty register, which the test stands in, at noon of a day in June."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(register_command, "now", lambda: datetime.datetime(2026, 6, 9, 12, tzinfo=datetime.UTC))
    monkeypatch.setenv("LOGNAME", "wang")
    Path("hegao.toml").write_text('root = true\nregister = "发文登记簿.db"\n', "utf-8")
    assert run(["register", "new"]) == 0
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[str, str]:
    """What a command of the group says on standard output and standard error."""
    capsys.readouterr()
    assert run(["register", *arguments]) == status
    out, err = capsys.readouterr()
    return out, err


def test_an_office_adopts_its_sheet_and_its_documents(capsys: pytest.CaptureFixture[str]) -> None:
    Path("簿.csv").write_text(SHEET, "gb18030")
    assert said(capsys, "import", "簿.csv") == ("新导入 1 件。\n", "hegao：簿.csv：没有用到的列：序号\n")
    assert said(capsys, "import", "簿.csv")[0] == "原来就有 1 件。\n"
    Path("公文").mkdir()
    Path("公文/a.txt").write_text(notice("请做好防汛工作。", title="关于做好防汛工作的通知"), "utf-8")
    Path("公文/b.txt").write_text(notice("请做好防汛工作。", number=""), "utf-8")
    Path("公文/c.txt").write_text(notice("请做好。", title="关于甲的通知", number="江政办发〔2026〕11号"), "utf-8")
    out, err = said(capsys, "add", "公文", "--by", "李文书", status=1)
    assert out == "新登记 1 件，没有登记 2 件。\n"
    assert err.splitlines() == [
        "hegao：公文/c.txt：江政办发〔2026〕11号已经登记为《江河市人民政府办公室关于做好抗旱工作的通知》，不能再给《江河市人民政府办公室关于甲的通知》",
        "hegao：公文/b.txt：没有带年份的发文字号，没有登记",
    ]
    assert "2026-06-09T12:00:00+00:00  李文书  登记" in said(capsys, "log", "江政办发[2026]12号")[0]
    assert "wang    导入  江政办发〔2026〕11号" in said(capsys, "log")[0]


def test_what_a_document_repeals_is_noted(capsys: pytest.CaptureFixture[str]) -> None:
    Path("簿.csv").write_text("文号,标题\n江政规〔2019〕3号,江河市防汛管理办法\n", "utf-8")
    said(capsys, "import", "簿.csv")
    body = "决定废止《江河市防汛管理办法》（江政规〔2019〕3号）、《江河市抗旱管理办法》（江政规〔2019〕4号）。"
    Path("a.txt").write_text(notice(body, title="关于废止部分文件的通知"), "utf-8")
    out, err = said(capsys, "add", "a.txt")
    assert (out, err) == ("新登记 1 件。\n", "hegao：1 件被废止的旧文不在登记簿里，未能注明：江政规〔2019〕4号\n")
    assert "江政规〔2019〕3号,江河市防汛管理办法,,,,已发,2026-06-08,江政办发〔2026〕12号,\r\n" in said(capsys, "export")[0]
    assert "江政规〔2019〕3号     已废止" in said(capsys, "list")[0]


def test_a_number_is_taken_voided_and_the_next_is_another(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(capsys, "next", "江政办发", "2026", "--title", "关于做好收购工作的通知")
    assert out == "江政办发〔2026〕1号\n"
    assert err == "hegao：江政办发〔2026〕还没有登记过，从 1 号起；代字写错了的，用 hegao register void 作废这个号\n"
    assert said(capsys, "void", "江政办发[2026]1号", "--reason", "不发") == ("江政办发〔2026〕1号已作废，原是《关于做好收购工作的通知》。\n", "")
    assert said(capsys, "next", "江政办发", "2026") == ("江政办发〔2026〕2号\n", "")
    assert "江政办发〔2026〕1号  作废" in said(capsys, "find", "收购")[0]
    assert "共 1 个号。" in said(capsys, "list", "--state", "留号")[0]
    assert said(capsys, "find", "没有的字", status=1)[0] == "登记簿里没有这样的号。\n"


def test_what_is_exported_is_imported_again(capsys: pytest.CaptureFixture[str]) -> None:
    Path("簿.csv").write_text(SHEET + '2,江政发〔2026〕2号,"=关于""甲""的通知",\n', "utf-8")
    said(capsys, "import", "簿.csv")
    said(capsys, "next", "江政发", "2026")
    said(capsys, "void", "江政发〔2026〕3号", "--reason", "印错")
    said(capsys, "export", "--output", "出.csv")
    written = Path("出.csv").read_bytes()
    assert written.decode("utf-8-sig").startswith(HEADS) and "'=关于" in written.decode()
    assert run(["register", "new", "--register", "新.db"]) == 0
    assert said(capsys, "import", "出.csv", "--register", "新.db")[1] == ""
    said(capsys, "export", "--output", "又.csv", "--register", "新.db")
    assert Path("又.csv").read_bytes() == written


def test_the_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "next", "江政发", "2026", "--title", "关于甲的通知")
    [one] = json.loads(said(capsys, "list", "--output-format", "json")[0])["numbers"]
    assert (one["number"], one["state"], one["title"], one["serial"]) == ("江政发〔2026〕1号", "reserved", "关于甲的通知", 1)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "请写明命令，例如 hegao register list；用法见 hegao register --help"),
        (("ad",), "没有 ad 这个命令，可用的有 new、import、add、next、void、list、find、log、export；用法见 hegao register --help"),
        (("add",), "要写至少一个文件或文件夹；用法见 hegao register add --help"),
        (("import",), "缺少 CSV文件；用法见 hegao register import --help"),
        (("import", "没有.csv"), "没有.csv：没有这个文件"),
        (("next", "江政发", "26"), "年份要写四位数字，如 2026，不能是“26”"),
        (("next", "江政发", "2062"), "今年是2026年，不能取2062年的号；补登往年的用 hegao register import 或 add"),
        (("next", "jzf", "2026"), "“jzf”不是机关代字，要写成 江政办发 这样"),
        (("void", "江政发〔2026〕1号"), "要用 --reason 写明作废的原因；用法见 hegao register void --help"),
        (("void", "12", "--reason", "错"), "“12”不是发文字号，要写成 江政办发〔2026〕12号 这样"),
        (("void", "江政发〔2026〕1号", "--reason", "错"), "登记簿里没有江政发〔2026〕1号"),
        (("list", "--year", "26"), "--year 要写四位数字，如 2026，不能是“26”；用法见 hegao register list --help"),
        (("list", "--state", "废"), "--state 只能是 已发、留号、作废，不能是“废”；用法见 hegao register list --help"),
        (("export", "--output", "发文登记簿.db"), "--output 写的 发文登记簿.db 就是要读的 发文登记簿.db，会把它冲掉；请另写一个文件；用法见 hegao register export --help"),
    ],
)
def test_what_is_wrong_is_one_sentence(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str) -> None:
    assert said(capsys, *arguments, status=2) == ("", f"hegao：{sentence}\n")


def test_a_sheet_with_one_wrong_row_is_not_imported(capsys: pytest.CaptureFixture[str]) -> None:
    Path("簿.csv").write_text(SHEET + "2,江政办发12号,关于甲的通知,\n", "utf-8")
    out, err = said(capsys, "import", "簿.csv", status=2)
    assert (out, err.splitlines()) == (
        "",
        ["hegao：簿.csv：第 3 行：“江政办发12号”不是发文字号，要写成 江政办发〔2026〕12号 这样", "hegao：一个也没有导入，改好再导"],
    )
    Path("簿.csv").write_text(SHEET + "2,江政办发〔2026〕11号,关于甲的通知,\n", "utf-8")
    out, err = said(capsys, "import", "簿.csv", status=2)
    assert err.splitlines()[0].startswith("hegao：簿.csv：第 3 行：江政办发〔2026〕11号已经登记为《")
    assert said(capsys, "list")[0] == "登记簿里没有这样的号。\n"
    assert said(capsys, "log")[0] == "没有记录。\n"


def test_from_a_gazette_only_the_own_codes_are_taken(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(notice("请做好。"), "utf-8")
    assert said(capsys, "add", "a.txt", "--code", "江政发")[0] == "没有可登记的。\n"
    assert said(capsys, "add", "a.txt", "--code", "江政发，江政办发")[0] == "新登记 1 件。\n"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(notice("请做好。"), "utf-8")
    Path("b.docx").write_bytes(b"PK\x03\x04broken")
    out, err = said(capsys, "add", "a.txt", "b.docx", status=3)
    assert out == "新登记 1 件。\n" and err.startswith("hegao：b.docx：") and err.count("\n") == 1
