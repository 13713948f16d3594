"""What norms ask of content: powers, short names, days in no usual form, steps, goals, terms of law."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


def told(rule: str, *lines: str) -> list[str]:
    """What the rule tells of a notice about to be issued."""
    return [one.quote for one in findings(rule, notice(*lines), "final")]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("工程优先安排本县施工单位承建。", "优先安排本县施工单位"),
        ("本地企业在评标中加5分。", "本地企业在评标中加5分"),
        ("投标企业须在本市注册。", "投标企业须在本市注册"),
        ("对随意停放的，处200元罚款。", "处200元罚款"),
        ("逾期不清理的，没收其物品。", "逾期不清理的，没收其物品"),
        ("对发生事故的单位实行一票否决。", "实行一票否决"),
        ("各镇与村逐级签订责任状。", "逐级签订责任状"),
        ("各镇要参照本通知分别制定实施细则。", "各镇要参照本通知分别制定实施细则"),
        ("市政府印发的《云岭市渡口管理条例》自公布之日起施行。", "《云岭市渡口管理条例》"),
        ("推行EOD模式治理河道。", "EOD"),
        ("由创城办牵头组织检查。", "创城办"),
        ("设立物资储备库（以下简称“储备库”），由市应急管理局管理。", "以下简称“储备库”"),
        ("《云岭市渡口管理办法》自2026年7月1日起实施。", "实施"),
    ],
)
def test_what_must_not_be_laid_down(line: str, quote: str) -> None:
    assert told("wording", line) == [quote]


@pytest.mark.parametrize(
    "line",
    [
        "不得优先采购本地产品。",
        "依照《中华人民共和国道路交通安全法》处200元罚款。",
        "清理一票否决事项，不签订责任状。",
        "推行以生态环境为导向的开发（EOD）模式，EOD模式项目单列。",
        "全程网办率达到90%，证照由市创建文明城市工作领导小组办公室复核，报创城办备案。",
        "《云岭市供水条例》由省人大常委会批准，自2026年7月1日起施行。",
    ],
)
def test_what_may(line: str) -> None:
    assert told("wording", line) == []


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("公示期为4.20至4.26。", ["4.20至4.26"]),
        ("于2026-6-30前完成验收。", ["2026-6-30"]),
        ("对23、24年度的账目进行清理。", ["23、24"]),
        ("2025—26学年度招生结束。", ["26"]),
        ("自二O二五年起连续补助。", ["二O二五"]),
        ("组织5.12全国防灾减灾日宣传。", ["5.12"]),
        ("周一至周5接待群众。", ["5"]),
        ("比值由2.5至3.5。", []),
    ],
)
def test_days_in_no_usual_form(line: str, quotes: list[str]) -> None:
    assert told("number-style", line) == quotes


def test_review_before_decision() -> None:
    assert told("element-order", "草案先提请常务会议讨论，再送合法性审核。") == ["先提请常务会议讨论，再送合法性审核"]
    assert told("element-order", "草案先作合法性审核，再提请常务会议讨论。") == []


def test_goals_want_figures() -> None:
    assert told("element-missing", "到2028年，群众满意度显著提升。") == ["群众满意度显著提升"]
    assert told("element-missing", "群众满意度显著提升，达到95%。") == []


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("该项目属重大行政决策，公开征求意见期限为10日。", ["10日"]),
        ("公交票价调整属于重大行政决策，2026年4月1日至4月14日公开征求意见。", ["2026年4月1日至4月14日"]),
        ("该项目属重大行政决策，公开征求意见期限为30日。", []),
        ("规范性文件应当自制定之日起3个月内在政府网站公开。", ["3个月"]),
        ("规范性文件应当自制定之日起20个工作日内在政府网站公开。", []),
        ("规范性文件合法性审核时间为2个工作日。", ["2个工作日"]),
        ("《云岭市造林方案（2025—2027年）》提出，市林业局于2029年11月底前完成造林。", ["2029年11月底"]),
    ],
)
def test_terms_of_law(line: str, quotes: list[str]) -> None:
    assert told("deadline-conflict", line) == quotes


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("今年底前完成全部改造。", ["今年底"]),
        ("各单位尽早制定实施方案。", ["尽早"]),
        ("为尽快恢复供水，组织抢修。", []),
        ("请将统计表按时报送。", ["按时报送"]),
        ("各镇定期报送进度。", ["定期"]),
        ("申请人可以在15日内申请复核。", ["15日内"]),
        ("申请人可以自收到通知之日起15日内申请复核。", []),
        ("改造分两年实施：2026年11月底前完成上游段，5月底前完成下游段，2027年10月底前验收。", ["5月底前"]),
    ],
)
def test_times_nobody_can_tell(line: str, quotes: list[str]) -> None:
    assert told("deadline-vague", line) == quotes


@pytest.mark.parametrize(
    ("lines", "quotes"),
    [
        (("1，票据齐全。", "2，账目清楚。"), ["1，", "2，"]),
        (("要求如下：1、提前到场；2、统一着装。",), ["1、", "2、"]),
        (("1）建立台账。", "2）上传照片。"), ["1）", "2）"]),
        (("每年1、2月为巡查期。",), []),
    ],
)
def test_marks_of_whole_lists(lines: tuple[str, ...], quotes: list[str]) -> None:
    assert told("heading-style", *lines) == quotes


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("依照水污染防治法，责令整改。", ["水污染防治法"]),
        ("违反《道路交通安全法》的，移送公安机关。", ["《道路交通安全法》"]),
        ("依照《中华人民共和国水污染防治法》责令整改，水污染防治法另有规定的从其规定。", []),
        ("依照《云岭市物业管理办法》第十二条第2款换届。", ["第2款"]),
        ("本通知施行后，《云岭市摊贩管理规定》同时废止。", ["《云岭市摊贩管理规定》"]),
        ("按照有关办法执行。", []),
    ],
)
def test_texts_cited(line: str, quotes: list[str]) -> None:
    assert told("reference-malformed", line) == quotes


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("本通知有效期3年。", ["有效期3年"]),
        ("本通知自印发之日起施行，有效期3年。", []),
        ("《云岭市渡口管理办法（试行）》自2026年6月1日起施行，有效期4年。", ["4年"]),
    ],
)
def test_how_long_it_holds(line: str, quotes: list[str]) -> None:
    assert told("date-effective", line) == quotes
