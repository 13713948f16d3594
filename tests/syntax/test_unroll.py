"""Copies that hold a whole document on one physical line are laid out again."""

from __future__ import annotations

from reading import document, kinds

BODY = "为做好高温防范工作，保障人民群众生命健康，促进经济社会平稳运行，现就有关事项通知如下："
ITEMS = "一、加强监测预警。气象部门要及时发布预警信息，做好服务。二、做好劳动保护。用人单位要合理安排工作时间，避开高温时段作业。"
TITLE = "云岭县人民政府办公室关于做好高温防范工作的通知"


def test_all_elements_on_one_line() -> None:
    note = "附件：高温防范责任分工表"
    text = f"{TITLE}云政办发〔2026〕40号各乡镇人民政府，县直各单位：{BODY}{ITEMS}{note}云岭县人民政府办公室2026年7月10日（此件公开发布）"
    assert [kind for kind, _words in kinds(text)] == [
        "TITLE",
        "NUMBER",
        "ADDRESSEE",
        "TEXT",
        "HAN",
        "HAN",
        "ATTACHMENT",
        "SIGNATURE",
        "SIGN_DATE",
        "NOTE",
    ]
    notice = document(text)
    assert [one.text.value for one in notice.attachments] == ["高温防范责任分工表"]
    for part in (notice.title, notice.addressee, *notice.signatures):
        assert part is not None
        line, column = part.text.place(0)
        assert (line, text[column - 1]) == (1, part.text.value[0])


def test_attachments_behind_the_note() -> None:
    note = "附件：1.高温防范责任分工表2.联系人名单"
    behind = "附件1高温防范责任分工表为明确责任，制定本表。附件2联系人名单李明，电话0000。"
    text = f"{TITLE}云政办发〔2026〕40号各乡镇人民政府，县直各单位：{BODY}{ITEMS}{note}云岭县人民政府办公室2026年7月10日（此件公开发布）{behind}"
    notice = document(text)
    assert [one.text.value for one in notice.attachments] == ["高温防范责任分工表", "联系人名单"]
    assert [part.title.text.value for part in notice.annexes if part.title] == ["高温防范责任分工表", "联系人名单"]


def test_paragraphs_set_apart_by_blanks() -> None:
    text = f"各乡镇人民政府：  {BODY}    一、加强监测预警。要及时发布预警信息，做好服务，确保安全。    二、做好劳动保护，合理安排工作时间。    云岭县人民政府  2026年7月10日"
    assert [kind for kind, _words in kinds(f"{TITLE}\n云政办发〔2026〕40号\n\n{text}")][2:] == ["ADDRESSEE", "TEXT", "HAN", "HAN", "SIGNATURE", "SIGN_DATE"]


def test_an_ordinary_paragraph_is_left_alone() -> None:
    paragraph = f"{BODY}各地要加强领导，落实责任。2026年7月10日前报送方案，由县应急管理局汇总。"
    assert [kind for kind, _words in kinds(f"{TITLE}\n云政办发〔2026〕40号\n\n各乡镇：\n\n{paragraph}")][3:] == ["TEXT"]
