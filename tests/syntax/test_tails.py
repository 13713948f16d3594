"""What stands behind the body: attachments, signatures, notes, imprint, and the texts that a document issues."""

from __future__ import annotations

import pytest

from notices import notice
from reading import document

HEAD = notice("现将《江河市防汛方案》印发给你们。", title="江河市人民政府关于印发江河市防汛方案的通知", issuer="", number="江政发〔2026〕3号", date="") + "\n"
SIGNED = "江河市人民政府\n2026年3月1日\n"


@pytest.mark.parametrize(
    ("note", "titles"),
    [
        ("附件：防汛任务分工表", [(None, "防汛任务分工表")]),
        ("附件：1.防汛任务分工表\n2.成员名单", [(1, "防汛任务分工表"), (2, "成员名单")]),
        ("附件:１．防汛任务分工表\n　　　２．成员名单", [(1, "防汛任务分工表"), (2, "成员名单")]),
        ("附件：1.防汛任务分工表 2.成员名单", [(1, "防汛任务分工表"), (2, "成员名单")]),
        ("附件：1、防汛任务分工表；\n      2、成员名单。", [(1, "防汛任务分工表"), (2, "成员名单")]),
        ("附件：江河市防汛重点任务\n分工表", [(None, "江河市防汛重点任务分工表")]),
        ("附件：1.防汛任务分工表\n      2.2026—2027年成员名单", [(1, "防汛任务分工表"), (2, "2026—2027年成员名单")]),
        ("附件：\n1.防汛任务分工表\n2.成员名单", [(1, "防汛任务分工表"), (2, "成员名单")]),
        ("附件1：防汛任务分工表\n附件2：成员名单", [(None, "防汛任务分工表"), (None, "成员名单")]),
    ],
)
def test_announced_attachments(note: str, titles: list[tuple[int | None, str]]) -> None:
    found = document(f"{HEAD}{note}\n\n{SIGNED}")
    assert [(one.number, one.text.value) for one in found.attachments] == titles
    assert [one.text.value for one in found.signatures] == ["江河市人民政府"]


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("江河市人民政府\n2026年3月1日", ["江河市人民政府"]),
        ("江河市人民政府　　2026年3月1日", ["江河市人民政府"]),
        ("江 河 市 人 民 政 府\n\n2026 年 3 月 1 日", ["江河市人民政府"]),
        ("江河市教育局\n江河市公安局\n\n二〇二六年三月一日", ["江河市教育局", "江河市公安局"]),
        ("江河市教育局　　江河市公安局\n2026年3月1日", ["江河市教育局", "江河市公安局"]),
        ("江河市人民政府 办公室\n2026年3月1日", ["江河市人民政府办公室"]),
        ("中共江河市委办公室　江河市人民政府办公室\n2026年3月1日", ["中共江河市委办公室", "江河市人民政府办公室"]),
    ],
)
def test_signatures(signed: str, names: list[str]) -> None:
    found = document(f"{HEAD}{signed}")
    assert [one.text.value for one in found.signatures] == names
    assert found.issued is not None
    assert found.issued.isoformat() == "2026-03-01"


def test_notes_behind_the_date_and_before_the_signature() -> None:
    assert [one.text.value for one in document(f"{HEAD}{SIGNED}\n（此件公开发布）").notes] == ["（此件公开发布）"]
    letter = document(f"{HEAD}（联系人：王芳，电话：0000-123456）\n\n{SIGNED}")
    assert [one.text.value for one in letter.signatures] == ["江河市人民政府"]
    assert letter.annexes == []


def test_copies_and_imprint() -> None:
    found = document(f"{HEAD}{SIGNED}\n抄送：市委各部门。\n\n公开方式：主动公开\n\n江河市人民政府办公室\n2026年3月2日印发")
    assert [one.text.value for one in found.copies] == ["抄送：市委各部门。"]
    assert [one.text.value for one in found.imprints] == ["公开方式：主动公开", "江河市人民政府办公室", "2026年3月2日印发"]
    assert found.issued is not None
    assert found.issued.day == 1


@pytest.mark.parametrize(
    "title",
    [
        "江河市防汛方案",
        "江河市\n防汛方案",
        "2026 年江河市防汛方案",
        "江河市防汛方案\n（试行）",
        "**江河市防汛方案**",
    ],
)
def test_the_text_that_a_notice_issues_is_a_part_of_it(title: str) -> None:
    found = document(f"{HEAD}{SIGNED}\n{title}\n\n一、总体要求\n\n坚持预防为主。\n\n一、重号也是它自己的")
    (annex,) = found.annexes
    assert annex.title is not None
    assert annex.title.text.value.replace("（试行）", "").endswith("江河市防汛方案")
    assert len(annex.nodes) == 3
    assert [node.text.value for part in found.parts if part.role == "main" for node in part.nodes] == ["现将《江河市防汛方案》印发给你们。"]


def test_the_history_of_measures_is_not_in_their_title() -> None:
    found = document(f"{HEAD}{SIGNED}\n江河市防汛办法\n（2020年3月1日市人民政府第5次常务会议通过）\n\n第一条 为了防汛，制定本办法。")
    (annex,) = found.annexes
    assert annex.title is not None
    assert annex.title.text.value == "江河市防汛办法"


def test_without_a_date_the_issued_text_is_known_by_its_name() -> None:
    found = document(f"{HEAD}江河市防汛方案\n\n一、总体要求\n\n坚持预防为主。")
    assert [part.title.text.value for part in found.annexes if part.title] == ["江河市防汛方案"]


def test_attachments_stand_under_their_marks() -> None:
    found = document(f"{HEAD}附件：1.任务分工表\n2.成员名单\n\n{SIGNED}\n附件1\n\n任务分工表\n\n序号\t任务\n1\t巡查\n\n附件2\n\n成员名单\n\n李明")
    assert [(part.mark.value if part.mark else "", part.title.text.value if part.title else "") for part in found.annexes] == [
        ("附件1", "任务分工表"),
        ("附件2", "成员名单"),
    ]


def test_a_transmitted_report_keeps_its_own_signature() -> None:
    found = document(
        "江河市人民政府办公室转发市民政局关于加强养老服务意见的通知\n\n江政办发〔2026〕9号\n\n各县（区）人民政府：\n\n现转发给你们。\n\n"
        "江河市人民政府办公室\n2026年6月1日\n\n关于加强养老服务的意见\n\n市人民政府：\n\n现提出以下意见。\n\n江河市民政局\n2026年5月20日"
    )
    assert found.issuers == ["江河市人民政府办公室"]
    assert found.issued is not None
    assert found.issued.isoformat() == "2026-06-01"
    assert [one.text.value for one in found.signatures] == ["江河市人民政府办公室"]
