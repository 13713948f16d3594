"""The shape of titles, and a genre that the rest of the document contradicts."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes, told
from notices import notice

_ISSUER = "江河市水利局"


def _titled(title: str, body: str = "请认真落实。", **parts: str) -> str:
    return notice(body, title=title, **{"issuer": _ISSUER, **parts})


@pytest.mark.parametrize(
    ("title", "quote"),
    [
        ("印发关于2026年防汛重点任务分解的通知", "印发关于"),
        ("关于建议办理情况的答复函的函", "答复函的函"),
        ("开展2026年堤防安全检查的通知", "开展20"),
        ("加强水库值守工作的通知", "加强水库"),
        ("关于做好防汛，和抗旱工作的通知", "，"),
        ("关于做好巡查；值守工作的通知", "；"),
        ("关于加强值守工作的意见通知", "意见通知"),
        ("关于临湖区水系规划的批复意见", "批复意见"),
        ("2026年汛期期间采取错峰供水措施通知", "2026"),
        ("加强水库值守工作通知", "加强水库"),
        ("对做好水库值守工作的通知", "对"),
        ("关于加强水库值守工作实施意见", "意见"),
        ("关于加强水库的值守工作通知", "通知"),
        ("关于商请解决清淤经费的请示", "商请解决清淤经费的请示"),
        ("关于请求批准建设泵站的报告", "请求批准建设泵站的报告"),
    ],
)
def test_a_title_out_of_shape(title: str, quote: str) -> None:
    assert quotes("title-form", _titled(title)) == [quote]


def test_a_title_below_the_mark_of_an_announcement_lacks_its_word() -> None:
    lines = ("江河市水利局通告", "2026年第3号", "江河市水利局2026年汛期期间采取封闭管理措施通告", "现将有关事项通告如下：", "一、封闭范围", "北岸堤顶。", "特此通告。", "江河市水利局", "2026年6月8日")
    assert quotes("title-form", "\n\n".join(lines)) == ["2026"]
    assert quotes("title-form", "\n\n".join(lines).replace("局2026年汛期期间采取封闭管理措施", "局关于2026年汛期期间采取封闭管理措施的")) == []


@pytest.mark.parametrize(
    "title",
    [
        "转发市应急局关于做好防汛工作的通知",
        "印发《关于做好防汛工作的意见》的通知",
        "印发关于加强水库值守工作的意见的通知",
        "关于“查隐患，保安全”活动的通知",
        "关于征求意见的函的复函",
        "关于加强值守工作的实施意见",
        "致全市用水户的函",
        "关于对省厅来函的复函",
        "关于取水许可申请情况的报告",
        "关于水库值守工作的补充通知",
        "关于商请支持清淤工作的函",
        "关于请求批准建设泵站的请示",
        "第十二次水利工作推进会议纪要",
    ],
)
def test_titles_in_shape(title: str) -> None:
    assert quotes("title-form", _titled(title)) == []


@pytest.mark.parametrize(
    ("signature", "found"),
    [
        ("江河市医保局", ["江河市医保局"]),
        ("江河市医疗保障委员会", ["江河市医疗保障委员会"]),
        ("江河市医疗保障局", []),
    ],
)
def test_the_signature_is_the_whole_name_of_the_body_in_the_title(signature: str, found: list[str]) -> None:
    assert quotes("signature-form", _titled("关于做好救助工作的通知", issuer="江河市医疗保障局", signature=signature)) == found


def test_a_joint_issue_is_signed_in_the_order_of_its_title() -> None:
    names = ["江河市水利局", "江河市总工会", "共青团江河市委员会"]
    title = "关于举办技能竞赛的通知"
    right = _titled(title, issuer="".join(names), signature="　".join(names))
    wrong = _titled(title, issuer="".join(names), signature="　".join([names[1], names[0], names[2]]))
    assert quotes("signature-form", right) == []
    assert quotes("signature-form", wrong) == [names[1]]


def test_a_company_signs_under_the_mark_that_it_bears() -> None:
    text = "江河市水务投资集团有限公司文件\n\n江水集〔2026〕3号\n\n江河市水务投资集团有限公司开展安全检查的通知\n\n各子公司：\n\n请开展检查。\n\n{}\n2026年4月1日\n"
    assert quotes("signature-form", text.format("江河市水务集团有限公司")) == ["江河市水务集团有限公司"]
    assert quotes("signature-form", text.format("江河市水务投资集团有限公司")) == []


def test_the_day_stands_below_the_signature() -> None:
    text = _titled("关于做好值守工作的通知", signature="", date=f"2026年6月8日\n{_ISSUER}")
    [finding] = findings("element-order", text)
    assert finding.quote == "2026年6月8日"
    assert "signature-missing" not in told(text, "final")


@pytest.mark.parametrize(
    ("title", "number", "body", "quote"),
    [
        ("关于征求堤防规划意见的请示", "江水函〔2026〕3号", "现征求贵单位意见。有关事项函告如下：\n\n一、请提出意见。", "见的请示"),
        ("关于表扬防汛工作成绩突出单位的决定", "江水发〔2026〕3号", "经研究，决定对云岭县水利局等单位予以通报表扬。", "位的决定"),
    ],
)
def test_a_genre_that_the_text_contradicts_is_told_once(title: str, number: str, body: str, quote: str) -> None:
    text = _titled(title, body, number=number)
    assert quotes("title-mismatch", text) == [quote]
    assert not {"element-missing", "addressee-form"} & set(told(text, "final"))


def test_who_is_blamed_in_the_title_by_circular_may_be_so_by_decision() -> None:
    assert quotes("title-mismatch", _titled("关于给予张某通报批评的决定", "经研究，决定给予张某通报批评。")) == []


def test_a_request_calls_itself_one() -> None:
    text = _titled("关于追加防汛经费的请示", "拟追加经费200万元。\n\n以上报告当否，请批示。", addressee="江河市人民政府：", number="江水请〔2026〕3号")
    assert quotes("genre-closing", text) == ["以上报告当否，请批示。"]
    assert quotes("genre-closing", text.replace("以上报告", "以上请示")) == []


def test_the_year_of_what_is_issued_though_a_particle_is_lost() -> None:
    text = _titled("关于印发江河市2027年防汛工作计划通知", "现将《江河市2026年防汛工作计划》印发给你们，请认真执行。", behind="江河市2027年防汛工作计划\n\n一、目标\n安全度汛。")
    assert quotes("title-mismatch", text) == ["江河市2026年防汛工作计划"]


def test_a_person_is_addressed_behind_what_is_noted_below_the_number() -> None:
    text = "江河市水利局关于第9号建议的答复函\n\n江水函〔2026〕3号\n\n办理结果：A类\n公开属性：主动公开\n\n吴守义代表\n\n您提出的建议收悉。现答复如下。\n\n一、基本情况\n\n堤防完好。\n\n江河市水利局\n2026年4月1日\n"
    found = told(text, "final")
    assert "addressee-form" in found
    assert not {"addressee-missing", "signature-missing"} & set(found)


def test_an_office_is_addressed_by_its_whole_name() -> None:
    assert quotes("addressee-form", _titled("关于商请支持的函", "请予支持为盼。", addressee="云岭县人民政府办：")) == ["人民政府办"]


def test_the_signer_stands_beside_a_number_that_lost_its_last_word() -> None:
    text = _titled("关于防汛情况的报告", "现将情况报告如下。", number="江水报〔2026〕3　　　　签发人：吴守义", addressee="江河市人民政府：")
    assert quotes("number-malformed", text) == ["江水报〔2026〕3"]
    assert "element-missing" not in told(text, "final")
