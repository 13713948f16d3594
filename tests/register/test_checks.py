"""Drafts against the register: text in, finding at line and quote out."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import prepare, run
from hegao.register.database import open_database
from hegao.register.entry import RESERVED, Entry
from hegao.register.sqlite_file import SqliteSession
from notices import OFFICE, notice
from register.test_number_register import book

FLOOD = Entry("江政办发", 2026, 12, title=f"{OFFICE}关于做好防汛工作的通知", day="2026-06-01")
DROUGHT = FLOOD._replace(serial=13, title=f"{OFFICE}关于做好抗旱工作的通知", day="2026-06-05")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, which the test stands in; what is checked there is kept in no cache of other tests."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(place: str, *texts: str, profile: str = "draft") -> list[tuple[str, int, str, str]]:
    """What rules say of texts, with the register: name, line, quote, message."""
    return [(one.name, one.span.line, one.quote, one.message) for one in findings(place, *texts, profile=profile)]


def findings(place: str, *texts: str, profile: str = "draft") -> list[Finding]:
    from hegao.engine.configuration.options import Options

    paths = []
    for number, text in enumerate(texts):
        path = Path(f"{number}通知.txt")
        path.write_text(text, "utf-8")
        paths.append(str(path))
    names = ("number-duplicate", "number-order", "number-gap", "title-likeness", "reference-conflict", "reference-abolished")
    result = run(prepare(paths, Options(profile=profile, select=names if profile == "final" else (*names[:2], *names[3:])), register=place))
    assert not result.failed
    return [finding for file in result.files for finding in file.findings]


def test_a_number_that_was_given_away(office: Path, register: str) -> None:
    book(register).enter([FLOOD, DROUGHT], "登记")
    draft = notice("请认真做好。", title="关于做好秋粮收购工作的通知", number="江政办发〔2026〕13号")
    [finding] = findings(register, draft)
    assert (finding.name, finding.span.line, finding.quote, finding.severity) == ("number-duplicate", 3, "江政办发〔2026〕13号", "error")
    assert finding.message == f"江政办发〔2026〕13号在发文登记簿上已用于《{DROUGHT.title}》"
    assert finding.related == ()


@pytest.mark.parametrize("title", ["关于做好防汛工作的通知", "关于做好防讯工作的通知"])
def test_a_document_that_is_in_the_register_is_no_duplicate_of_itself(office: Path, register: str, title: str) -> None:
    book(register).enter([FLOOD._replace(day="2026-06-08"), DROUGHT._replace(day="2026-06-08")], "登记")
    assert told(register, notice("请认真做好防汛工作。", title=title)) == []


def test_the_day_of_a_register_may_be_that_of_the_issue(office: Path, register: str) -> None:
    book(register).enter([FLOOD._replace(day="2026-06-10")], "登记")
    assert told(register, notice("请认真做好防汛工作。", title="关于做好防汛工作的通知")) == []


def test_a_draft_under_a_number_kept_for_it_is_right(office: Path, register: str) -> None:
    book(register).reserve("江政办发", 2026, "", "关于做好防汛工作的通知")
    book(register).reserve("江政办发", 2026, "")
    flood, harvest = (notice("请认真做好。", title=f"关于做好{what}工作的通知", number=f"江政办发〔2026〕{serial}号") for what, serial in (("防汛", 1), ("收购", 2)))
    assert told(register, flood, harvest) == []
    other = notice("请认真做好。", title="关于印发抗旱预案的通知", number="江政办发〔2026〕1号")
    assert told(register, other) == [
        ("number-duplicate", 3, "江政办发〔2026〕1号", "江政办发〔2026〕1号在发文登记簿上留给了《关于做好防汛工作的通知》")
    ]


def test_a_void_number_is_not_used_again(office: Path, register: str) -> None:
    book(register).enter([FLOOD], "登记")
    book(register).void("江政办发", 2026, 12, "", "印错")
    said = told(register, notice("请认真做好防汛工作。", title="关于做好防汛工作的通知"))
    assert said == [("number-duplicate", 3, "江政办发〔2026〕12号", "江政办发〔2026〕12号在发文登记簿上已作废（印错），不能再用")]


def test_towns_that_share_a_code_have_numbers_of_their_own(office: Path, register: str) -> None:
    town = FLOOD._replace(code="政发", body="临湖镇人民政府", title="关于做好防汛工作的通知")
    book(register).enter([town], "登记")
    draft = [notice("请做好。", issuer=body, title="关于做好收购工作的通知", number="政发〔2026〕12号") for body in ("临湖镇人民政府", "云岭镇人民政府")]
    assert [name for name, *_rest in told(register, draft[0])] == ["number-duplicate"]
    assert told(register, draft[1]) == []


def test_a_number_out_of_order_with_the_register(office: Path, register: str) -> None:
    book(register).enter([FLOOD, DROUGHT._replace(serial=15)], "登记")
    late = notice("请做好。", title="关于做好收购工作的通知", number="江政办发〔2026〕14号", date="2026年6月20日")
    assert told(register, late) == [
        ("number-order", 3, "江政办发〔2026〕14号", "江政办发〔2026〕14号的成文日期是2026年6月20日，而江政办发〔2026〕15号是2026年6月5日，字号与日期的先后相反")
    ]
    assert told(register, late.replace("6月20日", "6月3日")) == []


def test_numbers_missing_between_the_register_and_the_batch(office: Path, register: str) -> None:
    book(register).enter([FLOOD, DROUGHT], "登记")
    book(register).reserve("江政办发", 2026, "")
    draft = notice("请做好。", title="关于做好收购工作的通知", number="江政办发〔2026〕17号", date="2026年6月20日")
    assert told(register, draft, profile="final") == [("number-gap", 3, "江政办发〔2026〕17号", "江政办发〔2026〕14号之后缺15—16号")]


def test_a_title_that_was_issued_this_year(office: Path, register: str) -> None:
    book(register).enter([FLOOD], "登记")
    draft = notice("请认真做好防汛工作。", title="关于做好防汛工作的通知", number="江政办发〔2026〕21号", date="2026年6月1日")
    same = f"发文登记簿上江政办发〔2026〕12号是《{FLOOD.title}》，题目与本文相同"
    assert told(register, draft) == [("title-likeness", 1, FLOOD.title, same)]
    assert told(register, notice("请认真做好防汛工作。", title="关于做好防汛工作的通知", number="")) == [("title-likeness", 1, FLOOD.title, same)]
    assert told(register, draft.replace("2026", "2027")) == []


def test_citations_against_the_register(office: Path, register: str) -> None:
    repealed = Entry("江政规", 2019, 3, title="江河市人民政府关于印发江河市防汛管理办法的通知", repealed="2025-01-01")
    book(register).enter([repealed, FLOOD._replace(year=2025, day="2025-06-01")], "导入")
    wrong = "按照《关于做好抗旱工作的通知》（江政办发〔2025〕12号）、《关于做好防汛工作的通知》（江政办发〔2025〕21号）执行。"
    basis = "根据《江河市防汛管理办法》（江政规〔2019〕3号），通知如下。"
    said = told(register, notice(basis, wrong, title="关于做好收购工作的通知", number="江政办发〔2026〕1号"))
    assert [(name, line, quote) for name, line, quote, _message in said] == [
        ("reference-abolished", 7, "《江河市防汛管理办法》（江政规〔2019〕3号）"),
        ("reference-conflict", 9, "《关于做好抗旱工作的通知》（江政办发〔2025〕12号）"),
        ("reference-conflict", 9, "《关于做好防汛工作的通知》（江政办发〔2025〕21号）"),
    ]
    assert said[1][3] == f"此处引作《关于做好抗旱工作的通知》（江政办发〔2025〕12号），发文登记簿上是《{FLOOD.title}》（江政办发〔2025〕12号）"
    assert told(register, notice("按照《关于做好防汛工作的通知》（江政办发〔2025〕12号）执行。", title="关于甲的通知", number="江政办发〔2026〕1号")) == []


def test_the_number_that_was_kept_for_the_draft_is_told(office: Path, register: str) -> None:
    book(register).reserve("江政办发", 2026, "", "关于做好防汛工作的通知")
    draft = notice("请认真做好防汛工作。", title="关于做好防汛工作的通知", number="江政办发〔2026〕21号")
    [(name, line, _quote, message)] = told(register, draft)
    assert (name, line) == ("title-likeness", 1)
    assert message == "发文登记簿上给《关于做好防汛工作的通知》留的号是江政办发〔2026〕1号，不是本文的字号"


def test_of_two_citations_the_register_tells_the_wrong_one(office: Path, register: str) -> None:
    book(register).enter([FLOOD._replace(year=2025, day="2025-06-01")], "导入")
    right, wrong = "《关于做好防汛工作的通知》（江政办发〔2025〕12号）", "《关于做好抗旱工作的通知》（江政办发〔2025〕12号）"
    for body in (f"按照{wrong}、{right}执行。", f"按照{right}、{wrong}执行。"):
        said = told(register, notice(body, title="关于甲的通知", number="江政办发〔2026〕1号"))
        assert [(name, quote) for name, _line, quote, _message in said] == [("reference-conflict", wrong)]
        assert "发文登记簿上是" in said[0][3]


def test_what_the_register_says_is_never_kept_in_the_cache(office: Path, register: str) -> None:
    draft = notice("请认真做好。", title="关于做好秋粮收购工作的通知", number="江政办发〔2026〕13号")
    assert told(register, draft) == []
    book(register).enter([DROUGHT], "登记")
    assert [name for name, *_rest in told(register, draft)] == ["number-duplicate"]


def test_settings_name_the_register_from_their_folder(office: Path) -> None:
    from hegao.cli.main import run as command

    Path("公文").mkdir()
    Path("公文/a.txt").write_text(notice("请做好。", title="关于做好收购工作的通知"), "utf-8")
    Path("hegao.toml").write_text('root = true\nregister = "簿/登记.db"\n', "utf-8")
    Path("簿").mkdir()
    assert command(["check", "公文"]) == 2
    assert command(["register", "new"]) == 0
    assert Path("簿/登记.db").exists()
    book("簿/登记.db").enter([FLOOD], "登记")
    result = run(prepare(["公文"]))
    assert "number-duplicate" in [finding.name for file in result.files for finding in file.findings]


def test_only_what_bears_on_the_batch_is_looked_up(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(office / "登记簿.db")
    database = open_database(place)
    database.make()
    from hegao.register.migrations import bring_up

    bring_up(database)
    many = [Entry("江政办发", 2026, serial, state=RESERVED, title=f"关于第{serial}件事的通知") for serial in range(1, 3001)]
    book(place).enter([*many, Entry("江政办发", 2026, 4000, title="关于旱情的通知")], "导入")
    plans: set[str] = set()
    rows = 0
    plain = SqliteSession.run

    def seen(self: SqliteSession, statement: str, **values: str | int) -> list[tuple[object, ...]]:
        nonlocal rows
        found = plain(self, statement, **values)
        rows += len(found)
        if "hegao_entry" in statement:
            told = [str(row[3]).partition(" (")[0] for row in plain(self, f"EXPLAIN QUERY PLAN {statement}", **values)]
            plans.update(one for one in told if "hegao_entry" in one)
        return found

    monkeypatch.setattr(SqliteSession, "run", seen)
    cited = "按照《关于第8件事的通知》（江政办发〔2026〕8号）、《关于旱情的通知》（江政办发〔2024〕5000号）执行。"
    assert told(place, notice(cited, title="关于做好收购工作的通知", number="江政办发〔2026〕4001号")) == []
    assert rows < 40
    assert plans == {f"SEARCH hegao_entry USING INDEX {name}" for name in ("sqlite_autoindex_hegao_entry_1", "hegao_entry_title", "hegao_entry_front", "hegao_entry_back")}
