"""What comes later bears the later date: works, periods, meetings, what is done; and signing dates written with a slip."""

from __future__ import annotations

import pytest

from checks.told import quotes, told
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("该桥计划2027年5月30日前开工，2027年3月31日前竣工。", "2027年3月31日"),
        ("项目于2027年8月动工，力争2027年6月建成投用。", "2027年6月"),
        ("由市水利局牵头，2028年10月31日前建成投运，2028年12月底前开工。", "2028年12月底"),
        ("确保水厂2027年9月底前竣工、2027年6月底前投入使用。", "2027年6月底"),
        ("封闭施工自2026年9月1日起，至2026年3月31日止。", "2026年9月1日起，至2026年3月31日"),
        ("封闭时间为2027年1月31日24时至2026年8月1日0时。", "2027年1月31日24时至2026年8月1日"),
        ("结余资金已于2026年9月22日全部收回。", "2026年9月22日"),
    ],
)
def test_what_comes_later_has_the_earlier_date(body: str, expected: str) -> None:
    (found,) = quotes("date-order", notice(body))
    assert expected in found


@pytest.mark.parametrize(
    "body",
    [
        "该桥计划2027年3月底前开工，2028年12月底前竣工。",
        "甲桥2027年5月底前开工，乙桥2027年3月底前竣工。",
        "新城小学2028年8月竣工；新城中学2027年8月开工。",
        "封闭施工自2026年9月1日8时起至2027年3月31日18时止。",
        "结余资金已于2026年5月22日全部收回。",
        "资金将于2026年9月22日前收回。",
    ],
)
def test_order_that_is_right(body: str) -> None:
    assert "date-order" not in told(notice(body))


def test_end_before_begin_in_a_table() -> None:
    table = "序号\t项目\t开工时间\t竣工时间\n1\t水厂\t2026年5月\t2027年6月\n2\t泵站\t2027年5月\t2026年11月"
    assert quotes("date-order", notice("项目如下：", table)) == ["2026年11月"]


def test_minutes_before_their_meeting() -> None:
    body = "2026年6月12日（星期五）上午，市长周明远主持召开专题会议，研究防汛工作。现纪要如下："
    head = notice(body, title="防汛工作专题会议纪要", issuer="江河市人民政府", addressee="", date="2026年6月8日")
    assert quotes("date-order", head) == ["2026年6月8日"]
    assert "date-order" not in told(head.replace("6月12日（星期五）", "6月5日（星期五）"))


@pytest.mark.parametrize("day", ["2026年6月8号", "2026年6月8", "2026、6、8", "2026年6月8日（星期一）"])
def test_a_slip_in_the_signing_date_is_one_finding(day: str) -> None:
    text = notice("请于2026年5月31日前报送方案。", date=day)
    assert told(text) == ["date-past", "date-form"]


def test_a_wrong_weekday_beside_the_signing_date_is_that_alone() -> None:
    assert told(notice("请遵照执行。", date="2026年6月8日（星期三）")) == ["date-weekday"]


def test_the_day_of_the_imprint_bears_the_signing_date_out() -> None:
    """Where the number has another year, the imprint and the days of the text tell which of the two is wrong."""
    behind = "抄送：市委办公室。\n江河市人民政府办公室　　2026年6月5日印发"
    text = notice("请抓紧落实。", number="江政办发〔2025〕12号", behind=behind)
    assert "date-order" in told(text) and "number-year" in told(text)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("每月25日前报送进展，首次报送时间为2026年4月25日前。", "2026年4月25日"),
        ("商请贵局协调车辆，并于2026年5月9日前将车牌号函告我局。", "2026年5月9日"),
        ("请贵单位于2026年4月25日前将3路公交线路延伸至新校区东门。", "2026年4月25日"),
    ],
)
def test_what_is_asked_of_others_is_a_duty(body: str, expected: str) -> None:
    (found,) = quotes("date-past", notice(body))
    assert expected in found


def test_a_text_handed_on_has_its_days_before_it() -> None:
    rows = [f"（{mark}）{what}。（市教育局牵头，市公安局配合，2026年{month}月30日前完成）" for mark, what, month in
            (("一", "签订协议", 9), ("二", "建立档案", 4), ("三", "开展演练", 10), ("四", "接入平台", 11))]
    text = notice("现转发给你们。", title="转发市教育局关于加强校车安全管理若干措施的通知",
                  behind="\n".join(["", "关于加强校车安全管理的若干措施", "", "一、重点任务", "", *rows]))
    assert [quote for quote in quotes("date-past", text) if "4月30日" in quote]


@pytest.mark.parametrize(
    "body",
    [
        "（一）第一阶段：2026年7月1日至2026年8月31日，封闭东段。\n\n（二）第二阶段：2026年8月15日至2026年10月31日，封闭西段。",
        "2026年7月1日至8月31日为自查阶段，2026年8月15日至10月31日为整改阶段。",
    ],
)
def test_stages_in_other_words_overlap(body: str) -> None:
    assert "date-gap" in told(notice("一、步骤", body))


@pytest.mark.parametrize("body", ["各区应当于每年9月31日前报送名录。", "每年2月30日前完成年检。"])
def test_day_of_every_year_that_no_calendar_has(body: str) -> None:
    assert len(quotes("date-invalid", notice(body))) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("本办法自2026年7月1日起施行，有效期5年，至2030年6月30日。", ["2030年6月30日"]),
        ("本办法自2026年7月1日起施行，有效期5年，至2031年6月30日。", []),
        ("本办法自2026年7月1日起施行，有效期至2025年12月31日。", ["2025年12月31日"]),
        ("本办法自2026年7月1日起施行，有效期至2028年12月31日。", []),
        ("第九条　本办法自2026年3月1日起施行。", ["2026年3月1日"]),
    ],
)
def test_how_long_a_text_holds(body: str, expected: list[str]) -> None:
    assert quotes("date-effective", notice(body)) == expected


def test_signing_date_without_its_day() -> None:
    text = notice("请于2026年4月30日前报送方案。", date="2026年6月", behind="（此件公开发布）")
    assert told(text, "final") == ["date-past", "date-form"]


@pytest.mark.parametrize(
    "body",
    [
        ("定于2026年6月18日召开推进会，有关事项通知如下：", "一、会议时间", "2026年6月19日（星期五）上午9:00，会期半天。"),
        ("定于2026年6月18日召开推进会。由市会务中心牵头，于2026年6月20日前完成会场布置。",),
    ],
)
def test_an_event_and_what_is_made_ready_for_it(body: tuple[str, ...]) -> None:
    assert len(quotes("date-order", notice(*body))) == 1


def test_an_event_whose_days_agree() -> None:
    body = ("定于2026年6月18日召开推进会，有关事项通知如下：", "一、会议时间", "2026年6月18日（星期四）上午9:00。", "二、筹备", "于2026年6月15日前完成会场布置。")
    assert quotes("date-order", notice(*body)) == []


def test_near_and_far_period_and_stages_that_run_on() -> None:
    assert quotes("date-gap", notice("近期为2026年至2028年，远期为2028年至2035年。")) == ["2028年至2035年"]
    assert quotes("date-gap", notice("近期为2026年至2028年，远期为2029年至2035年。")) == []
    steps = ("（一）联合排查。2026年7月1日至7月31日，全面排查。", "（二）集中整治。2026年7月20日至9月30日，逐一整改。", "（三）总结评估。2026年10月16日至10月31日，评估成效。")
    assert len(quotes("date-gap", notice("一、步骤", *steps))) == 2
