"""Parts of a document that were cut short or belong to another genre: imprint, copies, announcements, closings, signatures, titles."""

from __future__ import annotations

import pytest

from checks.texts import only, read
from checks.told import findings
from notices import notice

COPIES = "抄送：市委办公室，市人大常委会办公室。"
PUBLIC = "江河市水利局公告\n\n2026年第4号\n\n江河市水利局关于举行水价\n听证会的公告\n\n现将有关事项公告如下：\n\n一、时间：2026年7月2日。\n\n江河市水利局\n2026年6月8日\n"


def told(name: str, text: str) -> list[tuple[int, str]]:
    """Line and quote of what the rule finds in a final text."""
    return [(one.span.line, one.quote) for one in findings(name, text, "final")]


@pytest.mark.parametrize(
    ("printed", "quote"),
    [
        ("江河市人民政府办公室　　2026年6月印发", "2026年6月印发"),
        ("江河市人民政府办公室　　6月9日印发", "6月9日印发"),
        ("江河市人民政府办公室　　印发", "印发"),
        ("2026年6月9日印发", "2026年6月9日印发"),
    ],
)
def test_an_imprint_names_its_body_and_its_whole_day(printed: str, quote: str) -> None:
    assert told("imprint-form", notice("请抓好落实。", behind=f"{COPIES}\n\n{printed}")) == [(15, quote)]


def test_a_whole_imprint_is_right_on_one_line_or_two() -> None:
    for printed in ("江河市人民政府办公室　　2026年6月9日印发", "江河市人民政府办公室\n2026年6月9日印发"):
        assert told("imprint-form", notice("请抓好落实。", behind=f"{COPIES}\n\n{printed}")) == []


def test_copies_have_a_colon_and_name_a_body_once() -> None:
    assert told("copies-form", notice("请抓好落实。", behind=COPIES.replace("：", ""))) == [(13, "抄送")]
    assert told("copies-form", notice("请抓好落实。", behind=COPIES.replace("。", "，市委办公室。"))) == [(13, "市委办公室")]


def test_an_announcement_has_a_mark_a_serial_and_a_title() -> None:
    document = only(read(PUBLIC))
    assert document.title is not None
    assert document.title.text.value == "江河市水利局关于举行水价听证会的公告"
    assert [mark.text.value for mark in document.masthead] == ["江河市水利局公告"]
    assert told("number-malformed", PUBLIC) == told("number-year", PUBLIC) == told("signature-missing", PUBLIC) == []


@pytest.mark.parametrize(("written", "rule"), [("2026年第4", "number-malformed"), ("2026年4号", "number-malformed"), ("2026年第号", "number-missing"), ("2025年第4号", "number-year")])
def test_the_serial_of_an_announcement_is_whole(written: str, rule: str) -> None:
    assert told(rule, PUBLIC.replace("2026年第4号", written)) == [(3, written)]


def test_a_stop_behind_the_second_line_of_a_title_belongs_to_it() -> None:
    assert told("title-form", PUBLIC.replace("听证会的公告\n", "听证会的公告。\n")) == [(6, "。")]


def test_an_announcement_is_signed() -> None:
    assert told("signature-missing", PUBLIC.replace("\n江河市水利局\n2026", "\n2026")) == [(12, "2026年6月8日")]


def test_a_blank_serial_is_missing_where_it_should_stand() -> None:
    assert told("number-missing", notice("请抓好落实。", number="江政办发〔2026〕　号")) == [(3, "江政办发〔2026〕　号")]


@pytest.mark.parametrize(
    ("title", "closing", "quote"),
    [
        ("关于做好防汛工作的通知", "此复。", "此复。"),
        ("关于做好防汛工作的通知", "请予支持为盼。", "请予支持为盼。"),
        ("关于做好防汛工作的通知", "请认真落实，妥否，请批示。", "请认真落实，妥否，请批示。"),
        ("关于防汛工作情况的报告", "特此报告。以上妥否，请批复。", "以上妥否，请批复。"),
    ],
)
def test_closings_of_other_genres_are_told(title: str, closing: str, quote: str) -> None:
    assert [found for _line, found in told("genre-closing", notice("防汛物资已备足。", closing, title=title))] == [quote]


@pytest.mark.parametrize(
    ("title", "closing"),
    [("关于防汛工作的函", "请予支持为盼。"), ("关于防汛工作的批复", "此复。"), ("关于做好防汛工作的通知", "请于6月10日前将意见函告。")],
)
def test_closings_of_their_own_genre_are_right(title: str, closing: str) -> None:
    assert told("genre-closing", notice("防汛物资已备足。", closing, title=title)) == []


def test_a_report_with_a_number_of_reports_names_its_signer() -> None:
    report = {"issuer": "江河市水利局", "title": "关于防汛工作情况的报告", "addressee": "江河市人民政府："}
    assert told("element-missing", notice("现将情况报告如下。", number="江水报〔2026〕5号　　签发人：", **report)) == [(3, "江水报〔2026〕5号")]
    assert told("element-missing", notice("现将情况报告如下。", number="江水报〔2026〕5号　　签发人：吴守义", **report)) == []


def test_a_signature_bears_the_place_and_all_bodies_sign() -> None:
    assert told("signature-form", notice("请抓好落实。", issuer="江河市教育局", signature="市教育局")) == [(9, "市教育局")]
    joint = notice("请抓好落实。", issuer="江河市教育局等三部门", signature="江河市教育局\n江河市财政局")
    assert [quote for _line, quote in told("signature-form", joint)] == ["江河市财政局"]
    assert told("signature-form", joint.replace("江河市财政局\n", "江河市财政局\n江河市水利局\n")) == []


@pytest.mark.parametrize(
    ("title", "body", "number", "quote"),
    [
        ("关于印发防汛预案的通告", "现将防汛预案印发给你们。", "江政办发〔2026〕12号", "案的通告"),
        ("关于改善供水条件的请示", "现就有关事项商请如下：", "江水函〔2026〕12号", "件的请示"),
        ("关于2025年第二季度考评情况的通报", "市水利局对2025年第三季度服务质量进行了考评。", "江政办发〔2026〕12号", "第二季度"),
        ("关于召开第三次联席会议的通知", "定于6月9日召开第二次联席会议。", "江政办发〔2026〕12号", "第二次联席会议"),
        ("关于全面理拖欠工资问题的通知", "为全面治理拖欠工资问题，提出如下要求。", "江政办发〔2026〕12号", "全面理拖欠工"),
    ],
)
def test_a_title_is_held_against_what_the_text_says(title: str, body: str, number: str, quote: str) -> None:
    assert [found for _line, found in told("title-mismatch", notice(body, title=title, number=number))] == [quote]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("关于2026年度绩效考核的通知", "根据2025年度绩效考核结果，提出如下要求。"),
        ("关于召开第三次联席会议的通知", "为落实第二次联席会议精神，提出如下要求。"),
        ("关于加强学生资助资金管理的通知", "为加强学生资助资金的管理，提出如下要求。"),
    ],
)
def test_what_was_earlier_and_other_turns_of_phrase_are_right(title: str, body: str) -> None:
    assert told("title-mismatch", notice(body, title=title)) == []


ATTACHED = "附件：1.任务分工表\n　　　2.防汛物资清单"
BEHIND = "附件1\n\n任务分工表\n\n序号\t任务\n1\t备料\n\n附件2\n\n防汛物资清单\n\n序号\t物资\n1\t沙袋"


def test_the_number_of_an_attachment_is_that_of_what_is_spoken_of() -> None:
    said = notice("储备的防汛物资见附件1。", ATTACHED, behind=BEHIND)
    assert told("title-mismatch", said) == [(7, "附件1")]
    assert told("title-mismatch", said.replace("见附件1", "见附件2")) == []


def test_an_attachment_bears_its_mark_and_stands_in_the_list() -> None:
    said = notice("防汛物资见附件2。", ATTACHED, behind=BEHIND)
    assert told("attachment-form", said) == told("attachment-unannounced", said) == []
    assert [quote for _line, quote in told("attachment-form", said.replace("附件2\n\n防汛物资清单", "防汛物资清单"))] == ["防汛物资清单"]
    assert [quote for _line, quote in told("attachment-unannounced", said.replace("\n　　　2.防汛物资清单", ""))] == ["附件2"]


def test_a_citation_ends_in_its_number_and_an_order_stands_behind_the_title() -> None:
    for written in ("《江河市防汛办法》（江政发〔2024〕3）", "《江河市防汛办法》（江河市人民政府令第3）", "《江河市防汛办法（江河市人民政府令第3号）》"):
        assert [quote for _line, quote in told("reference-malformed", notice(f"根据{written}，提出如下要求。"))] == [written]
    assert told("reference-malformed", notice("根据《江河市防汛办法》（江河市人民政府令第3号），提出如下要求。")) == []


@pytest.mark.parametrize(
    ("addressee", "found"),
    [
        ("县（区）教育局，市直各中小学：", ["县（区）"]),
        ("各县（区）教育局，市直各：", ["市直各"]),
        ("各县（县）教育局：", ["各县（县）"]),
        ("云岭县：", ["云岭县"]),
        ("各县（市、区）教育局，各市（州）、县（区）有关部门：", []),
        ("各县、区：", []),
    ],
)
def test_readers_cut(addressee: str, found: list[str]) -> None:
    assert [quote for _line, quote in told("addressee-form", notice("请抓好落实。", addressee=addressee))] == found


@pytest.mark.parametrize(
    ("copies", "found"),
    [
        ("抄送：市委办公室；市人大常委会办公室，市政协办公室。", ["公室；"]),
        ("抄送：市委办公室，市政协办公室；市财政局、市水利局。", []),
        ("抄送：市委办公室；各出席单位。", []),
    ],
)
def test_a_semicolon_parts_groups_of_copies_only(copies: str, found: list[str]) -> None:
    assert [quote for _line, quote in told("copies-form", notice("请抓好落实。", behind=copies))] == found
