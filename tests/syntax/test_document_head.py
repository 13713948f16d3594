"""Heads: where documents begin, and which lines are title, number, date, addressee."""

from __future__ import annotations

import pytest

from reading import document, kinds, read

BODY = "为加强管理，现就有关事项通知如下。"


def head(text: str) -> list[tuple[str, str]]:
    """Kind and words of the lines before the body."""
    return [pair for pair in kinds(text) if pair[0] not in ("TEXT", "HAN")]


@pytest.mark.parametrize(
    "lines",
    [
        # The title before its number, on one to four lines, the issuer on its own.
        "江河市人民政府关于加强防汛工作的通知\n江政发〔2026〕3号",
        "江河市人民政府\n关于加强防汛工作的通知\n\n江政发〔2026〕3号",
        "江河市人民政府关于\n加强防汛\n工作的\n通知\n江政发〔2026〕3号",
        "江河市人民政府关于加强防汛 工作的通知\n\n江政发〔2026〕3号",
        # Cut by a blank line, as recognition leaves it.
        "江河市人民政府关于加强\n\n防汛工作的通知\n\n江政发〔2026〕3号",
        "江河市人民政府\n\n关于加强防汛工作的通知\n\n江政发〔2026〕3号",
        "江河市人民政府关于\n\n加强防汛工作的通知\n\n江政发〔2026〕3号",
        # The number before the title.
        "江政发〔2026〕3号\n\n江河市人民政府\n关于加强防汛工作的通知",
        "江河市人民政府文件\n\n江政发〔2026〕3号\n\n江河市人民政府关于加强防汛工作的通知",
        "江河市人民政府文件\n江政发〔2026〕3号　　签发人：李明\n江河市人民政府关于加强防汛工作的通知",
        # Number and date together, in either order, or apart.
        "江河市人民政府关于加强防汛工作的通知\n\n2026年3月1日 江政发〔2026〕3号",
        "江河市人民政府关于加强防汛工作的通知\n\n江政发〔2026〕3号 2026年3月1日",
        "江河市人民政府关于加强防汛工作的通知\n\n2026年3月1日\n\n江政发〔2026〕3号",
        "江政发〔2026〕3号\n\n2026年3月1日\n\n江河市人民政府关于加强防汛工作的通知",
        "江河市人民政府关于加强防汛工作的通知\n\n（江政发〔2026〕3号）",
        "# 江河市人民政府关于加强防汛工作的通知\n\n**江政发〔2026〕3号**",
    ],
)
def test_title_and_number_stand_in_any_order(lines: str) -> None:
    notice = document(f"{lines}\n\n各县（区）人民政府：\n\n{BODY}")
    assert notice.title is not None
    assert notice.number is not None
    assert notice.title.text.value == "江河市人民政府关于加强防汛工作的通知"
    assert notice.number.phrase.normal == "江政发〔2026〕3号"
    assert notice.addressee is not None
    assert notice.issuers == ["江河市人民政府"]


@pytest.mark.parametrize(
    "addressee",
    [
        "各县（区）人民政府：",
        "各县（区）人民政府:",
        "云岭县人民政府：",
        "各市、县人民政府，自治区人民政府各组成部门、各直属机构：",
        "各县、区人民政府，市直机关各有关委、办、局，高新区（滨海新区）管委会，各有关单位：",
        "各乡镇人民政府（街道办事处），县直各单位，\n各国有企业：",
        "王小明委员：",
        "市教育局（招生办）：",
    ],
)
def test_addressees(addressee: str) -> None:
    notice = document(f"江河市人民政府关于加强防汛工作的通知\n\n江政发〔2026〕3号\n\n{addressee}\n\n{BODY}")
    assert notice.addressee is not None
    assert notice.addressee.name == addressee.replace("\n", "").rstrip("：:")


@pytest.mark.parametrize("first", ["现将有关事项通知如下：", "会议议定以下事项：", "获奖名单：", "为加强管理，现通告如下："])
def test_what_only_ends_like_an_addressee(first: str) -> None:
    assert document(f"江河市人民政府关于加强防汛工作的通告\n\n江政发〔2026〕3号\n\n{first}\n\n一、加强领导").addressee is None


@pytest.mark.parametrize(
    "title",
    [
        "江河市公安局关于禁止燃放烟花爆竹的通告",
        "江河市2026年国民经济和社会发展统计公报",
        "江河市人民代表大会常务委员会关于加强河湖长制工作的决议",
        "关于公开选聘村医的公告",
    ],
)
def test_a_document_without_number_and_addressee(title: str) -> None:
    notice = document(f"{title}\n\n{BODY}\n\n一、加强领导")
    assert notice.title is not None
    assert (notice.title.text.value, notice.number, notice.addressee) == (title, None, None)


def test_a_number_quoted_in_the_title_is_not_the_documents() -> None:
    notice = document(f"江河市人民政府关于废止江政规〔2022〕4号文件的通知\n\n2026年3月1日 江政发〔2026〕8号\n\n各县（区）人民政府：\n\n{BODY}")
    assert notice.number is not None
    assert notice.number.phrase.normal == "江政发〔2026〕8号"


def test_an_order_is_known_by_its_serial_and_signed_by_a_person() -> None:
    order = document("江河市人民政府令\n\n第12号\n\n《江河市停车管理办法》已经审议通过，现予公布。\n\n市长　李 明\n\n2026年3月1日")
    assert order.genre == "命令（令）"
    assert order.number is not None
    assert order.number.text.value == "第12号"
    assert order.issuers == ["江河市人民政府"]
    assert [signature.text.value for signature in order.signatures] == ["市长　李 明"]


def test_a_joint_order_has_several_issuers() -> None:
    order = document("江河市教育局\n江河市公安局\n令\n第3号\n\n现公布《校车管理办法》。\n\n江河市教育局局长 王芳\n江河市公安局局长 张强\n2026年3月1日")
    assert order.issuers == ["江河市教育局", "江河市公安局"]
    assert len(order.signatures) == 2


@pytest.mark.parametrize(
    "addressee",
    [
        "各县（区）人民政府，市直各部门：",
        "市残联、市工商联：",
        "江河海关、江河广播电视台：",
        "厅机关各处室，江河水务集团：",
        "各市（州）、县（市、区、旗）：",
        "李明同志：",
        "各设区市教育局（教科体局）：",
    ],
)
def test_who_is_addressed(addressee: str) -> None:
    notice = document(f"江河市人民政府关于防汛的通知\n\n江政发〔2026〕3号\n\n{addressee}\n\n{BODY}")
    assert notice.addressee is not None and notice.addressee.text.value == addressee


@pytest.mark.parametrize("line", ["现将有关事项通知如下：", "参会人员名单：", "主要任务：", "要求："])
def test_what_leads_in_is_no_addressee(line: str) -> None:
    assert document(f"江河市人民政府关于防汛的通知\n\n江政发〔2026〕3号\n\n{line}\n\n{BODY}").addressee is None


def test_documents_follow_one_another() -> None:
    text = "\n\n".join(
        f"江河市人民政府关于第{n}件事项的通知\n\n2026年3月{n}日 江政发〔2026〕{n}号\n\n各县（区）人民政府：\n\n{BODY}" for n in (1, 2, 3)
    )
    file = read(text)
    assert file.kind == "gazette"
    assert [(one.line, one.end_line) for one in file.documents] == [(1, 7), (9, 15), (17, 23)]


def test_a_list_of_names_before_a_title_is_no_part_of_it() -> None:
    text = f"江河市人民政府关于表彰先进的决定\n江政发〔2026〕1号\n{BODY}\n李明 江河机械有限公司\n江河市人民政府关于加强管理的通知\n江政发〔2026〕2号\n{BODY}"
    assert [one.name for one in read(text).documents] == ["江河市人民政府关于表彰先进的决定", "江河市人民政府关于加强管理的通知"]


def test_what_stands_in_a_body_looks_like_a_head_but_is_text() -> None:
    assert head(f"江河市人民政府关于加强管理的通知\n江政发〔2026〕2号\n\n各县：\n\n{BODY}\n\n江河市教育局\n\n{BODY}")[-1][0] == "ADDRESSEE"


def test_a_draft_with_blanks() -> None:
    draft = document("江政办发〔2026〕  号\n\n江河市人民政府办公室关于防汛的通知\n\n各县：\n\n请做好准备。\n\n江河市人民政府办公室\n2026年  月  日")
    assert draft.number is None
    assert draft.date is None
    assert [signature.text.value for signature in draft.signatures] == ["江河市人民政府办公室"]


@pytest.mark.parametrize("title", ["江河市人民政府关于举行\n水价听证会的公告。", "江河市人民政府关于举行水价听证会的公告。"])
def test_a_full_stop_behind_a_title_is_part_of_it(title: str) -> None:
    notice = document(f"江政发〔2026〕3号\n\n{title}\n\n{BODY}\n\n一、加强领导")
    assert notice.title is not None
    assert notice.title.text.value == "江河市人民政府关于举行水价听证会的公告。"


def test_a_sentence_below_a_title_is_no_part_of_it() -> None:
    notice = document(f"江政发〔2026〕3号\n\n江河市人民政府关于加强防汛工作的通知\n\n请遵照去年的通知。\n\n{BODY}\n\n一、加强领导")
    assert notice.title is not None
    assert notice.title.text.value == "江河市人民政府关于加强防汛工作的通知"
