"""Attachments: announced, there, titled and written as they should be."""

from __future__ import annotations

import notices
from checks.texts import hits, read
from hegao.checks.attachment.announced import number_of
from hegao.document.model import File

ROWS = "序号\t任务\t责任单位\n1\t登记\t市统计局\n2\t审核\t市统计局\n"


def notice(announced: str, *annexes: str, body: str = "", year: int = 2026) -> File:
    """A notice with a list of attachments and what follows: mark, title, table."""
    behind = "\n".join(f"{annex}\n\n{ROWS}" for annex in annexes)
    text = notices.notice("请按照职责分工抓好落实。", body + announced, behind=behind)
    return read(text.replace("2026", str(year)))


def said(name: str, file: File, profile: str = "draft") -> list[str]:
    return ["→".join(str(hit.facts[key]) for key in sorted(hit.facts, reverse=True) if key != "fault") for hit in hits(name, file, profile)]


def test_numbers_of_marks() -> None:
    assert [number_of(mark) for mark in ("附件", "附件2", "附件十", "附件12：")] == [None, 2, 10, 12]


def test_announced_and_absent() -> None:
    file = notice("附件：1.任务分工表\n2.工作方案", "附件1\n\n任务分工表")
    assert said("attachment-missing", file) == ["工作方案"]
    assert said("attachment-missing", file, "published") == []


def test_all_there() -> None:
    file = notice("附件：1.任务分工表\n2.工作方案一览表", "附件1\n\n任务分工表", "附件2\n\n工作方案一览表")
    for name in ("attachment-missing", "attachment-unannounced", "attachment-title", "attachment-form"):
        assert said(name, file) == []


def test_sent_separately() -> None:
    assert said("attachment-missing", notice("附件：任务分工表（另发）")) == []


def test_mentioned_beyond_the_list() -> None:
    file = notice("附件：任务分工表", "附件\n\n任务分工表", body="请填报附件3，执行《通知附件4》。\n\n")
    assert said("attachment-missing", file) == ["附件3"]


def test_attachments_of_what_others_wrote() -> None:
    for other in ("来函附件3所列意见系去年出具", "贵局报告附件3已收悉", "《江河市供水规划》附件3的指标"):
        assert said("attachment-missing", notice("附件：任务分工表", "附件\n\n任务分工表", body=f"{other}。\n\n")) == []


def test_a_number_that_stands_twice_in_the_list_is_one_slip() -> None:
    file = notice("附件：1.任务分工表\n1.材料撰写要求", "附件1\n\n任务分工表", "附件2\n\n材料撰写要求")
    assert said("attachment-form", file) == ["1.材料撰写要求→2.材料撰写要求"]
    for name in ("attachment-missing", "attachment-unannounced", "attachment-title"):
        assert said(name, file) == []


def test_the_text_tells_which_of_two_titles_is_right() -> None:
    file = notice("附件：北岸地块勘界图表", "附件\n\n南岸地块勘界图表", body="请做好北岸地块的补偿工作。\n\n")
    assert [hit.at.line for hit in hits("attachment-title", file)] == [part.title.line for document in file.documents for part in document.annexes if part.title]


def test_issued_and_absent() -> None:
    text = "江河市人民政府关于印发《江河市防汛方案》的通知\n\n江政发〔2026〕8号\n\n各县（区）人民政府：\n\n现将《江河市防汛方案》印发给你们，请落实。"
    assert said("attachment-missing", read(text + "\n\n江河市人民政府\n\n2026年4月1日\n")) == ["江河市防汛方案"]
    there = text + "\n\n江河市人民政府\n\n2026年4月1日\n\n江河市防汛方案\n\n一、总体要求\n\n坚持预防为主。\n"
    assert said("attachment-missing", read(there)) == []


def gazette(second: str) -> File:
    """Two documents: the first is printed with its plan."""
    return read(
        "目录\n\n江河市人民政府关于印发《江河市防汛方案》的通知 江政发〔2026〕7号（2）\n\n江河市人民政府关于公布名单的通知 江政发〔2026〕8号（4）\n\n"
        "江河市人民政府关于印发《江河市防汛方案》的通知\n\n江政发〔2026〕7号\n\n各县（区）人民政府：\n\n现将《江河市防汛方案》印发给你们，请落实。\n\n"
        "江河市人民政府\n\n2026年3月1日\n\n江河市防汛方案\n\n一、总体要求\n\n坚持预防为主。\n\n" + second
    )


def test_gazette_that_prints_attachments_lacks_one() -> None:
    second = (
        "江河市人民政府关于公布名单的通知\n\n江政发〔2026〕8号\n\n各县（区）人民政府：\n\n现公布名单，请知悉。\n\n附件：获奖单位名单\n\n"
        "江河市人民政府\n\n2026年4月1日\n"
    )
    file = gazette(second)
    assert len(file.documents) == 2
    assert said("attachment-missing", file, "published") == ["获奖单位名单"]


def test_there_and_not_announced() -> None:
    file = notice("附件：1.任务分工表\n2.工作方案一览表", "附件1\n\n任务分工表", "附件2\n\n工作方案一览表", "附件3\n\n经费预算表")
    assert said("attachment-unannounced", file) == ["经费预算表"]


def test_spoken_of_in_the_text() -> None:
    file = notice("附件：任务分工表", "附件1\n\n任务分工表", "附件2\n\n经费预算表", body="经费按附件2执行。\n\n")
    assert said("attachment-unannounced", file) == []


def test_spoken_of_in_what_the_notice_issues() -> None:
    plan = "江河市防汛方案\n\n一、总体要求\n\n按照附件1分工。\n\n二、主要任务\n\n" + ROWS.replace("登记", "备料（见附件2）")
    text = notices.notice("现将《江河市防汛方案》印发给你们。", title="关于印发《江河市防汛方案》的通知", behind=plan)
    annexes = "".join(f"\n附件{number}\n\n{title}\n\n{ROWS}" for number, title in ((1, "堤段分工表"), (2, "物资清单"), (3, "经费预算表")))
    assert said("attachment-unannounced", read(text + annexes)) == ["经费预算表"]


def test_other_title() -> None:
    file = notice("附件：2026年任务分工表", "附件\n\n2026年任务分配表")
    assert said("attachment-title", file) == ["2026年任务分配表→2026年任务分工表"]


def test_same_title_but_for_spaces_and_remarks() -> None:
    for title in ("2026 年任务分工表", "2026年任务分工表（试行）", "江河市2026年任务分工表"):
        assert said("attachment-title", notice("附件：2026年任务分工表", f"附件\n\n{title}")) == []


def test_form() -> None:
    assert said("attachment-form", notice("附件:任务分工表。", "附件：\n\n任务分工表")) == ["附件:任务分工表。→附件：任务分工表", "附件：→附件"]
    assert said("attachment-form", notice("附件：1.任务分工表", "附件\n\n任务分工表")) == ["附件：1.任务分工表→附件：任务分工表"]
    assert said("attachment-form", notice("附：任务分工表", "附件\n\n任务分工表")) == ["附：任务分工表→附件：任务分工表"]
    assert said("attachment-form", notice("附件：《任务分工表》", "附件\n\n任务分工表")) == ["附件：《任务分工表》→附件：任务分工表"]


def test_form_before_the_standard() -> None:
    assert said("attachment-form", notice("附：任务分工表", "附件\n\n任务分工表", year=2010)) == []


def test_a_mark_behind_the_last_title_and_a_mark_said_twice() -> None:
    text = "江河市水利局关于开会的通知\n\n江水发〔2026〕3号\n\n各镇人民政府：\n\n请参会。\n\n附件：1.发言单位及题目\n　　　2.参会人员回执。\n\n江河市水利局\n2026年4月2日\n\n附件1\n\n发言单位及题目\n\n甲镇。\n\n附件2\n\n参会人员回执\n\n姓名。\n"
    assert [str(hit.facts["right"]) for hit in hits("attachment-form", read(text))] == ["2.参会人员回执"]
    one = text.replace("附件：1.发言单位及题目\n　　　2.参会人员回执。", "附件：附表：发言单位及题目").replace("附件1\n", "附件\n").split("附件2")[0]
    assert [str(hit.facts["right"]) for hit in hits("attachment-form", read(one))] == ["附件：发言单位及题目"]
