"""The register: what is entered, reserved, voided, and the log of it; the same in a file and on a server."""

from __future__ import annotations

import datetime

import pytest

from hegao.register.database import open_database
from hegao.register.entry import ISSUED, RESERVED, VOID, Entry, RegisterProblem
from hegao.register.number_register import FILLED, KNOWN, NEW, REFUSED, NumberRegister, Repeal

FLOOD = Entry("江政办发", 2026, 12, title="江河市人民政府办公室关于做好防汛工作的通知", day="2026-04-01")


def book(place: str, who: str = "李文书") -> NumberRegister:
    """The register, written by somebody at noon."""
    noon = datetime.datetime(2026, 4, 2, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
    return NumberRegister(open_database(place), who, lambda: noon)


def what(place: str, *entries: Entry, whole: bool = False) -> list[str]:
    """What becomes of entries."""
    return [outcome.what for outcome in book(place).enter(entries, "登记", whole=whole).outcomes]


def test_what_is_entered_is_found_again_in_order(register: str) -> None:
    early, other = FLOOD._replace(serial=9, title="关于甲的通知"), FLOOD._replace(code="江政发", serial=1, title="关于乙的意见")
    assert what(register, other, FLOOD, early) == [NEW, NEW, NEW]
    assert book(register).entries() == [early, FLOOD, other]
    assert book(register).entries("江政办发", 2026, ISSUED) == [early, FLOOD]
    assert book(register).entries("江政办发", 2025) == []
    assert book(register).find(["乙的意"]) == [other]
    assert book(register).find(["江政办发〔2026〕12号"]) == [FLOOD]


def test_what_is_known_is_told_more_of_and_never_changed(register: str) -> None:
    bare = FLOOD._replace(title="", day="")
    assert what(register, bare, bare, FLOOD) == [NEW, KNOWN, FILLED]
    assert what(register, FLOOD, FLOOD._replace(title="关于做好防汛工作的通知", signer="王某"), FLOOD._replace(day="2026-05-05")) == [KNOWN, FILLED, KNOWN]
    assert book(register).entries() == [FLOOD._replace(signer="王某")]


def test_a_number_is_not_given_to_another_document(register: str) -> None:
    other = FLOOD._replace(title="江河市人民政府办公室关于做好抗旱工作的通知")
    free = FLOOD._replace(serial=13)
    first, second, third = book(register).enter([FLOOD, other, free], "登记").outcomes
    assert (first.what, second.what, third.what) == (NEW, REFUSED, NEW)
    assert second.why == f"江政办发〔2026〕12号已经登记为《{FLOOD.title}》，不能再给《{other.title}》"
    assert book(register).entries() == [FLOOD, free]


def test_a_sheet_is_entered_as_a_whole_or_not_at_all(register: str) -> None:
    assert what(register, FLOOD) == [NEW]
    assert what(register, FLOOD._replace(serial=13), FLOOD._replace(title="关于丙的通知"), whole=True) == [NEW, REFUSED]
    assert book(register).entries() == [FLOOD]
    assert len(book(register).changes()) == 1


def test_numbers_are_reserved_one_after_the_other_in_each_series(register: str) -> None:
    what(register, FLOOD)
    reserved = [book(register).reserve("江政办发", 2026, "", "关于丙的通知"), book(register).reserve("江政办发", 2026, "")]
    assert [entry.number for entry in reserved] == ["江政办发〔2026〕13号", "江政办发〔2026〕14号"]
    assert book(register).reserve("江政办发", 2027, "").serial == 1
    assert book(register).reserve("政发", 2026, "临湖镇人民政府").serial == 1
    assert book(register).reserve("政发", 2026, "云岭镇人民政府").serial == 1
    assert book(register).entries("江政办发", state=RESERVED)[0].title == "关于丙的通知"


def test_what_is_reserved_is_issued_as_what_it_was_reserved_for(register: str) -> None:
    book(register).reserve("江政办发", 2026, "", "关于丙的通知")
    book(register).reserve("江政办发", 2026, "")
    issued = FLOOD._replace(serial=1, title="关于丙的通知")
    assert what(register, FLOOD._replace(serial=1), issued, FLOOD._replace(serial=2)) == [REFUSED, FILLED, FILLED]
    assert book(register).entries() == [issued, FLOOD._replace(serial=2)]


def test_a_void_number_is_never_given_again(register: str) -> None:
    what(register, FLOOD)
    void = book(register).void("江政办发", 2026, 12, "", "印错")
    assert (void.state, void.remark) == (VOID, "印错")
    assert book(register).reserve("江政办发", 2026, "").serial == 13
    (outcome,) = book(register).enter([FLOOD], "登记").outcomes
    assert (outcome.what, outcome.why) == (REFUSED, "江政办发〔2026〕12号已经作废（印错），不能再用")
    with pytest.raises(RegisterProblem, match="江政办发〔2026〕12号早已作废（印错）"):
        book(register).void("江政办发", 2026, 12, "", "又错")
    with pytest.raises(RegisterProblem, match="登记簿里没有江政办发〔2026〕99号"):
        book(register).void("江政办发", 2026, 99, "", "印错")


def test_a_number_of_many_bodies_is_voided_for_one_of_them(register: str) -> None:
    for body in ("临湖镇人民政府", "云岭镇人民政府"):
        book(register).reserve("政发", 2026, body)
    with pytest.raises(RegisterProblem, match="请用 --issuer 写明是哪一家"):
        book(register).void("政发", 2026, 1, "", "印错")
    assert book(register).void("政发", 2026, 1, "云岭镇人民政府", "印错").body == "云岭镇人民政府"


def test_a_repeal_is_noted_with_the_text_that_is_repealed(register: str) -> None:
    rules = Entry("江政规", 2019, 3, title="江河市防汛管理办法", day="2019-05-01")
    drought = Entry("江政规", 2019, 4, title="江河市抗旱管理办法", day="2019-05-01")
    unknown = Entry("江政规", 2019, 9)
    by = "江政发〔2026〕12号"
    repeals = [Repeal(rules, "2026-04-01", by), Repeal(Entry("", 0, 0, title="《江河市抗旱管理办法》"), "2026-04-01", by), Repeal(unknown, "2026-04-01", by)]
    what(register, rules, drought)
    entered = book(register).enter([FLOOD], "登记", repeals)
    assert entered.missing == [unknown]
    assert [(entry.repealed, entry.repealed_by) for entry in book(register).entries("江政规")] == [("2026-04-01", by)] * 2


def test_every_change_leaves_a_line_of_who_and_when(register: str) -> None:
    what(register, FLOOD, FLOOD)
    book(register, "王文书").reserve("江政办发", 2026, "", "关于丙的通知")
    book(register).void("江政办发", 2026, 13, "", "不发")
    told = [tuple(change) for change in book(register).changes()]
    assert told == [
        ("2026-04-02T12:00:00+08:00", "李文书", "登记", "江政办发〔2026〕12号", FLOOD.title),
        ("2026-04-02T12:00:00+08:00", "王文书", "留号", "江政办发〔2026〕13号", "关于丙的通知"),
        ("2026-04-02T12:00:00+08:00", "李文书", "作废", "江政办发〔2026〕13号", "不发"),
    ]
    assert [change.action for change in book(register).changes("江政办发〔2026〕13号")] == ["留号", "作废"]
