"""Parts of a document that must agree: genre and name, addressee and copies, signatures, elements that it must have."""

from __future__ import annotations

import pytest

from checks.texts import only, read
from checks.told import among_all, findings
from notices import notice


def told(name: str, text: str, profile: str = "final") -> list[tuple[int, str]]:
    """Line and quote of what the rule finds."""
    return [(one.span.line, one.quote) for one in findings(name, text, profile)]


def upward(
    title: str = "关于追加防汛经费的请示",
    addressee: str = "江河市人民政府：",
    body: str = "为备足防汛物资，拟追加经费200万元。\n\n妥否，请批示。",
    signer: str = "　　签发人：吴守义",
    behind: str = "（联系人：郑立新，电话：2830001）",
) -> str:
    """What a bureau sends upwards."""
    return notice(body, issuer="江河市水利局", title=title, number=f"江水报〔2026〕9号{signer}", addressee=addressee, behind=behind)


@pytest.mark.parametrize(
    ("title", "genre", "word"),
    [
        ("关于2025年防汛工作情况的汇报", "报告", "汇报"),
        ("关于追加防汛经费的申请", "请示", "申请"),
        ("关于划拨管理用房的请求", "请示", "请求"),
        ("关于水库除险情况的情况反映", "报告", "情况反映"),
        ("关于追加防汛经费的请示报告", "请示", "请示报告"),
        ("关于追加防汛经费的报告请示", "请示", "报告请示"),
        ("关于召开防汛会议的通知函", "函", "通知函"),
        ("关于表彰先进集体的决定通报", "决定", "决定通报"),
        ("关于汛期封闭堤顶道路的告示", "通告", "告示"),
    ],
)
def test_a_word_that_is_no_genre_is_told_and_the_rest_is_read(title: str, genre: str, word: str) -> None:
    text = upward(title)
    document = only(read(text))
    assert document.title is not None
    assert document.title.text.value == f"江河市水利局{title}"
    assert document.addressee is not None
    assert document.genre == genre or word in ("决定通报", "通知函")
    assert told("title-form", text) == [(1, word)]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("关于印发江河市防汛三年方案的方案的通知", ["方案的方案的"]),
        ("关于印发江河市堤防巡查办法（试行）的办法的通知", ["办法（试行）的办法的"]),
        ("关于印发江河市防汛规划实施方案的通知", []),
    ],
)
def test_what_is_issued_is_named_once(title: str, found: list[str]) -> None:
    text = notice("请认真执行。", issuer="江河市水利局", title=title)
    assert [quote for _line, quote in told("title-form", text)] == found


@pytest.mark.parametrize(
    "title",
    ["关于报送防汛工作报告的函", "关于征求水库管理办法意见的函", "关于印发防汛工作要点的通知", "关于节约用水的意见", "转发市水利局关于防汛工作的意见", "关于对第12号提案的复函"],
)
def test_genres_in_the_matter_are_right(title: str) -> None:
    assert told("title-form", upward(title)) == []


def test_a_title_without_genre_below_the_number_is_a_title() -> None:
    text = notice("各单位要备足防汛物资。", issuer="江河市水利局", title="", number="江水发〔2026〕9号\n\n江河市水利局关于汛期封闭堤顶道路", addressee="")
    document = only(read(text))
    assert document.title is not None
    assert document.title.text.value == "江河市水利局关于汛期封闭堤顶道路"
    assert told("title-form", text) == [(3, "堤顶道路")]
    assert told("title-missing", text) == []


def test_a_title_whose_mark_was_lost_ends_before_the_addressee() -> None:
    text = notice(
        "现印发给你们，请认真执行。",
        title="",
        number="江政办发〔2026〕12号\n江河市人民政府办公室\n关于印发《江河市防汛工作方案的通知",
        addressee="各县（区）人民政府，市直各部门，各人民团体.",
    ).replace("\n\n", "\n")
    document = only(read(text))
    assert document.title is not None
    assert document.title.text.value.endswith("方案的通知")
    assert document.addressee is not None
    assert told("addressee-form", text) == [(4, ".")]


@pytest.mark.parametrize("addressee", ["各乡镇党委、人民政府，县委各部门，各人民团体：", "临湖区人民政府，", "各县（区）水利局，市属各水库管理单位，"])
def test_addressees_are_told_by_their_place(addressee: str) -> None:
    text = notice("请认真执行。", addressee=addressee)
    assert only(read(text)).addressee is not None
    assert told("addressee-missing", text) == []


def test_minutes_have_their_title_below_mark_issue_and_office() -> None:
    text = (
        "江河市人民政府常务会议纪要\n\n【2026】9号\n\n江河市人民政府办公室　　　2026年5月29日\n\n市人民政府第41次常务会议纪要\n\n"
        "2026年5月24日，市长贺明主持召开市人民政府第42次常务会议，研究防汛工作。\n\n会议议定，由市水利局牵头落实。\n"
    )
    document = only(read(text))
    assert document.title is not None
    assert document.title.text.value == "市人民政府第41次常务会议纪要"
    assert told("title-mismatch", text) == [(9, "第42次常务会议")]
    assert told("number-malformed", text) == [(3, "【2026】9号")]


@pytest.mark.parametrize(
    ("behind", "quote"),
    [
        ("江河市防汛工作方案\n\n一、总体要求\n\n为做好防汛工作，制定本意见。\n\n二、责任\n\n落实责任。", ["本意见"]),
        ("江河市防汛工作方案\n\n一、总体要求\n\n为做好防汛工作，制定本方案。\n\n二、责任\n\n落实责任。", []),
        ("江河市防汛管理办法\n\n第一条　为做好防汛工作，制定本条例。\n\n第二条　落实责任。", ["本条例"]),
        ("江河市防汛管理办法\n\n第一条　基本办法另定，以下简称本细则。\n\n第二条　按本细则执行。", []),
        ("江河市防汛管理办法\n\n第一条　“本条例”改为“本办法”。\n\n第二条　落实责任。", []),
    ],
)
def test_a_text_calls_itself_what_its_title_says(behind: str, quote: list[str]) -> None:
    name = behind.split("\n")[0]
    text = notice(f"现将《{name}》印发给你们。", title=f"关于印发《{name}》的通知", behind=behind)
    assert [found for _line, found in told("title-mismatch", text)] == quote


def test_a_decision_does_not_call_itself_a_notice() -> None:
    text = notice("废止的文件自本通知施行之日起失效。", title="关于废止部分文件的决定")
    assert told("title-mismatch", text) == [(7, "本通知")]


def test_what_an_order_makes_public_bears_one_name() -> None:
    text = (
        "江河市人民政府令\n\n第8号\n\n《江河市户外广告设置管理办法》已经2026年6月1日市人民政府第9次常务会议通过，现予公布。\n\n"
        "市长　贺明\n2026年6月8日\n\n江河市户外广告管理办法\n\n第一条　为规范设置，制定本办法。\n\n第二条　本办法适用于市区。\n"
    )
    assert told("title-mismatch", text) == [(5, "江河市户外广告设置管理办法")]


def test_requests_go_to_one_superior_and_are_not_copied_below() -> None:
    copies = "（联系人：郑立新，电话：2830001）\n\n抄送：市财政局，市政协办公室，市人大常委会办公室，各县（区）水利局。"
    text = upward(addressee="市人民政府、市委：", behind=copies)
    assert told("addressee-form", text) == [(5, "市人民政府、市委：")]
    assert told("copies-form", text) == [(17, "市人大常委会办公室"), (17, "各县（区）水利局")]
    assert told("addressee-form", upward()) == []
    report = upward("关于防汛工作情况的报告", "市委、市人民政府：", "现将有关情况报告如下。")
    assert told("addressee-form", report) == []


def test_who_is_addressed_gets_no_copy() -> None:
    text = notice("请认真执行。", addressee="各县（区）人民政府，市直各部门：", behind="抄送：市委办公室，市直各部门。")
    assert told("copies-form", text) == [(13, "市直各部门")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (upward(), []),
        (upward(signer=""), [(3, "江水报〔2026〕9号")]),
        (upward(behind=""), [(13, "2026年6月8日")]),
        (upward("关于防汛工作情况的报告", "各县（区）人民政府：", "请审阅。", signer="", behind=""), []),
        ("秘密★1年\n" + notice("请认真执行。"), [(1, "秘密★1年")]),
        ("000012\n秘密★1年\n" + notice("请认真执行。"), []),
    ],
)
def test_elements_that_must_be_there(text: str, found: list[tuple[int, str]]) -> None:
    assert told("element-missing", text) == found
    assert among_all("element-missing", text, profile="published") == []


@pytest.mark.parametrize(("present", "found"), [("", [(7, "列席：市财政局吴守义")]), ("出席：贺明　郑立新\n\n", [])])
def test_minutes_say_who_took_part(present: str, found: list[tuple[int, str]]) -> None:
    text = f"防汛工作专题会议纪要\n\n2026年6月8日\n\n2026年6月6日，市长主持召开会议，研究防汛工作。\n\n{present}列席：市财政局吴守义\n\n记录：市水利局郑立新\n"
    assert told("element-missing", text) == found


def test_all_bodies_of_a_joint_issue_sign() -> None:
    joint = "江河市教育局　江河市公安局"
    text = notice("请认真执行。", issuer=joint, signature="江河市教育局")
    assert told("signature-form", text) == [(9, "江河市教育局")]
    assert told("signature-form", notice("请认真执行。", issuer=joint, signature=joint)) == []


def test_an_office_within_the_issuer_does_not_sign() -> None:
    text = notice("请认真执行。", issuer="江河大学", signature="江河大学后勤保障处")
    assert told("signature-form", text) == [(9, "江河大学后勤保障处")]


def test_what_is_missing_is_told_where_it_should_stand() -> None:
    unsigned = notice("请认真执行。", signature="").replace("\n\n江河市人民政府办公室\n\n2026", "\n\n2026")
    assert [quote for _line, quote in told("signature-missing", unsigned)] == ["2026年6月8日"]
    undated = notice("请认真执行。", date="", behind="（此件公开发布）")
    assert [quote for _line, quote in told("date-missing", undated)] == ["江河市人民政府办公室"]
    marked = "江河市人民政府办公室文件\n\n" + notice("请认真执行。", number="")
    assert told("number-missing", marked) == [(1, "江河市人民政府办公室文件")]


def test_a_joint_issue_bears_one_number_and_an_order_its_own() -> None:
    text = notice("请认真执行。", issuer="江河市教育局　江河市公安局", number="江教发〔2026〕8号　江公通〔2026〕15号")
    assert told("number-malformed", text) == [(3, "江公通〔2026〕15号")]
    order = "江河市人民政府令\n\n江政令〔2026〕8号\n\n《江河市户外广告管理办法》现予公布。\n\n市长　贺明\n2026年6月8日\n"
    assert told("number-malformed", order) == [(3, "江政令〔2026〕8号")]


def test_what_was_found_is_made_known_by_a_circular() -> None:
    body = "现将检查情况通报如下："
    assert among_all("title-mismatch", notice(body, title="关于安全检查情况的通知"), profile="final") == ["况的通知"]
    assert among_all("title-mismatch", notice(body, title="关于安全检查情况的通报"), profile="final") == []
    assert among_all("title-mismatch", notice("现将有关事项通知如下：", title="关于报送安全检查情况的通知"), profile="final") == []


def test_what_is_passed_on_is_not_issued() -> None:
    title = "转发市水利局关于加强水库管理意见的通知"
    assert among_all("title-mismatch", notice("《关于加强水库管理的意见》已经市政府同意，现印发给你们。", title=title), profile="final") == ["印发"]
    assert among_all("title-mismatch", notice("《关于加强水库管理的意见》已经市政府同意，现转发给你们。", title=title), profile="final") == []


def test_a_name_in_the_title_that_the_text_writes_otherwise_is_asked_about() -> None:
    title, body = "关于征求《江河市充电设施布局方案》意见的通知", "我局起草了《江河市充电设施布局{}》，请研究。"
    assert [(one.severity, one.quote) for one in findings("title-mismatch", notice(body.format("规划"), title=title), "final")] == [("info", "江河市充电设施布局规划")]
    assert findings("title-mismatch", notice(body.format("方案"), title=title), "final") == []
