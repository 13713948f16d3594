"""Title, addressee, signature, imprint, copies and contents list of documents as read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checks.texts import usual
from checks.told import findings
from hegao.checks.base import Context, Hit
from hegao.checks.structure.element_form import addressee_form, copies_form, imprint_form, signature_form
from hegao.checks.structure.element_order import element_order
from hegao.checks.structure.genre_closing import genre_closing
from hegao.checks.structure.missing_elements import addressee_missing, signature_missing, title_missing
from hegao.checks.structure.title_form import title_form
from hegao.document.building import parse
from hegao.document.model import File
from hegao.sources.files import source_of
from notices import OFFICE, notice

title_mismatch = usual("title-mismatch")
toc = usual("toc")

GENRES = ["通知", "通报", "请示", "报告", "批复", "函"]


def read(text: str) -> File:
    """The document in a text."""
    return parse(source_of(text.strip("\n").encode(), "a.txt"))


def draft(
    title: str = "江河市人民政府办公室关于做好防汛工作的通知",
    addressee: str = "各县（区）人民政府，市直各部门：",
    body: str = "各单位要落实防汛责任，备足防汛物资。",
    signature: str = OFFICE,
    behind: str = "",
) -> File:
    """A notice with some of its parts replaced."""
    return read(notice(body, issuer="", title=title, addressee=addressee, signature=signature, behind=behind))


def context(file: File, profile: str = "draft") -> Context:
    """What a check may know beside its node."""
    return Context(file, file.documents[0], profile)


def whole(check: object, file: File, **parameters: object) -> list[Hit]:
    """What a check on documents yields."""
    return list(check(file.documents[0], context(file), **parameters))  # type: ignore[operator]


def rights(hits: Iterator[Hit] | list[Hit]) -> list[tuple[str, str]]:
    """What is written and what should be."""
    return [(str(hit.facts["part"]), str(hit.facts["right"])) for hit in hits]


def test_document_in_order_is_silent() -> None:
    file = draft()
    checks = (title_missing, title_mismatch, signature_form, element_order, genre_closing, toc)
    assert [hit for check in checks for hit in whole(check, file)] == []
    assert whole(addressee_missing, file, genres=GENRES) == []
    assert whole(signature_missing, file, genres=GENRES) == []


def test_title_missing() -> None:
    (hit,) = whole(title_missing, draft(title=""))
    assert hit.at.line == 1


def test_text_that_is_no_document_needs_no_title() -> None:
    assert [hit for document in read("记录一些想法，明天再看。").documents for hit in title_missing(document, context(draft()))] == []


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("江河市财政局关于追加经费的请示报告", [("请示报告", "请示")]),
        ("江河市教育局转发省教育厅关于做好招生工作的通知的通知", [("的通知的通知", "的通知")]),
        ("江河市财政局关于报送2025年决算报告的函", []),
        ("江河市人民政府关于印发《关于做好招生工作的通知》的通知", []),
        ("江河市人民政府关于促进就业的实施意见", []),
    ],
)
def test_title_form(title: str, found: list[tuple[str, str]]) -> None:
    file = draft(title=title)
    node = file.documents[0].title
    assert node is not None
    assert rights(title_form(node, context(file))) == found


def issuing(title: str, body: str, annex: str) -> list[tuple[str, str]]:
    """The names that differ in a notice that issues a scheme."""
    text = f"""
{title}

江政办发〔2026〕9号

各县（区）人民政府，市直各部门：

{body}

江河市人民政府办公室
2026年5月6日

{annex}

一、工作目标

全市校车全部年检合格。

二、工作措施

每学期检查一次。
"""
    return [(str(hit.facts["announced"]), str(hit.facts["real"])) for hit in whole(title_mismatch, read(text))]


def test_annex_under_another_title() -> None:
    title, body = "江河市人民政府办公室关于印发江河市校车安全管理实施方案的通知", "现将方案印发给你们，请认真组织实施。"
    assert issuing(title, body, "江河市校车安全管理工作方案") == [("江河市校车安全管理实施方案", "江河市校车安全管理工作方案")]
    assert issuing(title, body, "校车安全管理实施方案") == []
    assert issuing(title, body, "江河市校车安全管理的实施方案") == []
    # 试行 is a part of the name (TTL-12).
    assert issuing(title, body, "江河市校车安全管理实施方案（试行）") == [("实施方案（试行）", "实施方案")]


def test_the_title_may_announce_several_texts() -> None:
    title, body = "江河市人民政府办公室关于印发校车安全管理实施方案和任务清单的通知", "现将方案和清单印发给你们，请认真组织实施。"
    assert issuing(title, body, "校车安全管理实施方案") == []


def test_annex_under_another_title_without_a_signature_before_it() -> None:
    file = read(GAZETTE.format(first="江河市人民政府关于加强水库移民工作的意见") + ISSUED)
    hits = [hit for document in file.documents for hit in title_mismatch(document, Context(file, document))]
    assert [(hit.at.value, hit.facts["announced"]) for hit in hits] == [("江河市人民政府2026年立法调研计划", "2026年立法工作计划")]


def test_body_names_the_scheme_otherwise() -> None:
    title = "江河市人民政府办公室关于印发《江河市校车安全管理实施方案》的通知"
    body = "现将《江河市校车安全管理工作方案》印发给你们，请认真组织实施。"
    assert issuing(title, body, "江河市校车安全管理实施方案") == [("江河市校车安全管理实施方案", "江河市校车安全管理工作方案")]


def test_addressee_missing() -> None:
    (hit,) = whole(addressee_missing, draft(addressee=""), genres=GENRES)
    assert hit.facts == {"genre": "通知"}


def test_public_notice_has_no_addressee() -> None:
    file = draft("江河市人民政府关于滨河路封闭施工的通告", "", "自2026年5月10日起封闭滨河路。", "江河市人民政府")
    assert whole(addressee_missing, file, genres=GENRES) == []


def test_addressee_in_the_imprint() -> None:
    file = draft(addressee="", behind="主送：各县（区）人民政府，市直各部门。")
    assert whole(addressee_missing, file, genres=GENRES) == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("各县（区）人民政府，市直各部门:", [(":", "：")]),
        ("各县（区）人民政府，市直各部门", [("直各部门", "直各部门：")]),
        ("市发改委、市财政局：", [("市发改委", "市发展改革委")]),
        ("市发展改革委、市财政局，各县（区）人民政府：", []),
    ],
)
def test_addressee_form(written: str, found: list[tuple[str, str]]) -> None:
    file = draft(addressee=written)
    node = file.documents[0].addressee
    assert node is not None
    assert rights(addressee_form(node, context(file))) == found


def test_signature_missing() -> None:
    assert len(whole(signature_missing, draft(signature=""), genres=GENRES)) == 1
    assert whole(signature_missing, draft(signature=""), genres=["请示"]) == []


@pytest.mark.parametrize(
    ("title", "signature", "found"),
    [
        ("江河市人民政府办公室关于做好防汛工作的通知", "江河市人民政府", [("江河市人民政府", "江河市人民政府办公室")]),
        ("市发展改革委关于做好防汛工作的通知", "江河市发展和改革委员会", []),
        ("关于做好防汛工作的通知", "江河市水利局", []),
        ("江河市水利局关于做好防汛工作的通知", "江河市水利局", []),
    ],
)
def test_signature_form(title: str, signature: str, found: list[tuple[str, str]]) -> None:
    assert rights(whole(signature_form, draft(title, signature=signature))) == found


def tail(lines: str) -> File:
    """A notice with these lines behind its date."""
    return draft(behind=lines)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("江河市人民政府办公室　　2026年5月6日印发", []),
        ("江河市人民政府办公室　　2026年05月06日印发", []),
    ],
)
def test_imprint_form(line: str, found: list[tuple[str, str]]) -> None:
    file = tail("抄送：市委办公室。\n" + line)
    (node,) = file.documents[0].imprints
    assert rights(imprint_form(node, context(file))) == found


def test_day_cut_from_its_body_in_the_imprint() -> None:
    file = tail("抄送：市委办公室。\n江河市人民政府办公室　　2026年5月6日")
    hits = [hit for node in file.documents[0].imprints for hit in imprint_form(node, context(file))]
    assert rights(hits) == [("2026年5月6日", "2026年5月6日印发")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("抄送：市委办公室，市人大常委会办公室。", []),
        ("抄报：市委办公室。", [("抄报", "抄送")]),
        ("抄送:市委办公室。", [("抄送:", "抄送：")]),
        ("抄送：市委办公室，市政协办公室", [("协办公室", "协办公室。")]),
        ("抄送：市委办公室，", [("，", "。")]),
    ],
)
def test_copies_form(line: str, found: list[tuple[str, str]]) -> None:
    file = tail(line)
    (node,) = file.documents[0].copies
    assert rights(copies_form(node, context(file))) == found


def test_copies_under_the_imprint() -> None:
    file = tail("江河市人民政府办公室　　2026年5月6日印发\n\n抄送：市委办公室。")
    assert [hit.facts for hit in whole(element_order, file)] == [{"element": "抄送机关", "before": "印发机关", "fault": "order"}]
    assert whole(element_order, tail("抄送：市委办公室。\n\n江河市人民政府办公室　　2026年5月6日印发")) == []


def closing(title: str, body: str) -> list[str]:
    """Closing phrases that do not fit."""
    return [str(hit.facts["closing"]) for hit in whole(genre_closing, draft(title, "江河市人民政府：", body, "江河市教育局"))]


def test_closing_of_another_genre() -> None:
    assert closing("江河市教育局关于做好招生工作的通知", "招生工作于7月开始。\n\n特此通告。") == ["特此通告。"]
    assert closing("江河市教育局关于做好招生工作的通知", "招生工作于7月开始。\n\n特此通知。") == []
    assert closing("江河市教育局关于商请支持招生工作的函", "请予支持。\n\n特此函达。") == []


def test_report_that_asks_and_request_that_does_not() -> None:
    assert closing("江河市教育局关于招生情况的报告", "招生已结束。\n\n以上妥否，请批示。") == ["以上妥否，请批示。"]
    assert closing("江河市教育局关于招生情况的报告", "招生已结束。\n\n以上报告，请审阅。") == []
    assert closing("江河市教育局关于追加经费的请示", "拟追加经费。经费已经不足。") == ["经费已经不足。"]
    assert closing("江河市教育局关于追加经费的请示", "拟追加经费。\n\n妥否，请批示。") == []


GAZETTE = """
江河市人民政府公报

2026年第2期（总第38期）

目录

{first} 江政发〔2026〕5号（3）
江河市人民政府关于表扬先进集体的决定 江政发〔2026〕6号（6）

江河市人民政府关于加强水库移民工作的意见

江政发〔2026〕5号

各县（区）人民政府，市直各部门：

为加强水库移民工作，提出如下意见。

江河市人民政府
2026年2月3日

江河市人民政府关于表扬先进集体的决定

江政发〔2026〕6号

各县（区）人民政府，市直各部门：

市人民政府决定，对抗旱工作中成绩突出的10个集体予以表扬。

江河市人民政府
2026年2月10日
"""


ISSUED = """
江河市人民政府关于印发2026年立法工作计划的通知

2026年2月20日 江政发〔2026〕7号

各县（区）人民政府，市直各部门：

现将计划印发给你们，请认真组织实施。

江河市人民政府2026年立法调研计划

一、审议项目

审议河道管理办法。

二、调研项目

调研养犬管理办法。
"""


def contents(first: str) -> list[tuple[str, str]]:
    """Entries and titles that differ where the first entry is written so."""
    file = read(GAZETTE.format(first=first))
    hits = [hit for document in file.documents for hit in toc(document, Context(file, document))]
    return [(str(hit.facts["entry"]), str(hit.facts["title"])) for hit in hits]


def test_contents() -> None:
    title = "江河市人民政府关于加强水库移民工作的意见"
    assert contents(title) == []
    assert contents("江河市人民政府关于加强水库 移民工作的意见") == []
    assert contents("江河市人民政府关于加强水库移民后期工作的意见") == [("江河市人民政府关于加强水库移民后期工作的意见", title)]


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("江河市教育局关于商请支持招生工作的函", "以上事项，请遵照执行。", ["请遵照执行。"]),
        ("江河市教育局关于校园安全情况的通报", "各校要引以为戒。\n\n妥否，请批示。", ["妥否，请批示。"]),
        ("江河市教育局关于追加经费的请示", "妥否，请批示。\n\n特此报告。", ["特此报告。"]),
        ("江河市公安局关于道路封闭的通告", "现公告如下。", ["现公告如下。"]),
        ("江河市教育局关于招生情况的报告", "招生已结束。恳请省教育厅安排设备资金200万元。", ["恳请省教育厅安排设备资金"]),
        ("江河市教育局关于新建学校的批复", "特此函告，请予支持为盼。", ["特此函告"]),
        # To those below, orders are right.
        ("江河市教育局关于做好招生工作的通知", "请认真贯彻执行。", []),
        ("江河市教育局关于新建学校的批复", "请严格执行基本建设程序。\n\n此复。", []),
        # What others asked for is told.
        ("江河市教育局关于招生情况的报告", "下级提出“请安排设备资金200万元”。", []),
    ],
)
def test_closings_by_direction(title: str, text: str, found: list[str]) -> None:
    assert closing(title, text) == found


def test_addressees_with_two_colons_or_none() -> None:
    two = "江河市水利局关于防汛工作的通知\n\n江水发〔2026〕3号\n\n各镇人民政府、街道办事处：市政府各部门：\n\n请抓好落实。\n\n江河市水利局\n2026年4月2日\n"
    assert [one.quote for one in findings("addressee-form", two)] == ["办事处："]
    none = two.replace("各镇人民政府、街道办事处：市政府各部门：", "各中小学、幼儿园，局机关各股室")
    assert [one.quote for one in findings("addressee-form", none)] == ["机关各股室"[-4:]]


def test_reports_go_to_one_superior_but_for_committee_and_government() -> None:
    report = "江河市水利局关于防汛工作的报告\n\n江水发〔2026〕3号\n\n市人民政府、市安委会：\n\n现将情况报告如下。\n\n江河市水利局\n2026年4月2日\n"
    assert [(one.quote, one.severity) for one in findings("addressee-form", report)] == [("市人民政府、市安委会：", "info")]
    assert findings("addressee-form", report.replace("市安委会", "市委")) == []
