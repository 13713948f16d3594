"""One slip gives one finding: which of two rules is silent, and that it speaks where the other is switched off."""

from __future__ import annotations

import pytest

from checks.told import among_all, rules
from notices import notice

PLAN = "江河市2026年防汛工作方案"
OTHER = "江河市2026年防汛抗旱方案"


def issuing(title: str = PLAN, body: str = PLAN, heading: str = PLAN) -> str:
    """A notice that issues a plan, called so in its title, in its body and over the plan itself."""
    text = notice(f"现将《{body}》印发给你们，请认真组织实施。", title=f"关于印发{title}的通知")
    return f"{text}\n{heading}\n\n一、工作目标\n\n备足防汛物资。\n\n二、工作要求\n\n落实防汛责任。\n"


def gazette(first: str, *documents: str) -> str:
    """A gazette with these documents, the first listed as said, the others under the names that they bear."""
    entries = [first, *(entry(one) for one in documents[1:])]
    listed = "\n".join(f"{one}({page})" for page, one in enumerate(entries, 1))
    return "江河市人民政府公报\n\n2026年第3期（总第40期）\n\n2026年6月15日\n\n目 录\n\n" + f"{listed}\n\n" + "\n".join(documents)


def entry(document: str, number: str = "") -> str:
    """The line of a document in the contents list; ``number`` stands in for its own."""
    title, own = document.split("\n\n")[:2]
    return f"{title}\t{number or own}"


FLOOD = notice("请认真落实。", title="关于做好防汛工作的通知", number="江政办发〔2026〕3号", date="2026年3月3日")
ROADS = notice("请认真落实。", title="关于做好公路养护工作的通知", number="江政办发〔2026〕5号", date="2026年5月5日")
WRONG_YEAR = notice("请认真落实。", title="关于做好植树造林工作的通知", number="江政办发〔2025〕4号", date="2026年4月4日")
WRONG_CODE = notice("请认真落实。", title="关于做好植树造林工作的通知", number="江政发〔2026〕4号", date="2026年4月4日")
TAKEN = notice("请认真落实。", title="关于做好植树造林工作的通知", number="江政办发〔2026〕5号", date="2026年5月6日")
EARLY = TAKEN.replace("2026年5月6日", "2026年2月6日")
OLD = (
    notice("请认真落实。", title="关于做好防汛工作的通知", number="江政办发〔2025〕3号", date="2025年3月3日"),
    notice("请认真落实。", title="关于做好植树造林工作的通知", number="江政办发〔2025〕4号", date="2026年4月4日"),
    notice("请认真落实。", title="关于做好公路养护工作的通知", number="江政办发〔2025〕5号", date="2025年5月5日"),
)
TABLE = "序号\t工作任务\t牵头单位\t完成时限\n1\t新建防汛物资仓库3座并投入使用\t市水利局\t{}\n2\t完成全市水库安全检查\t市应急局\t2026年9月底前\n"
DUTIES = "序号\t工作任务\t牵头单位\t完成时限\n1\t清淤管网\t市城管局\t2026年7月底前\n2\t修订预案\t{}\t{}\n3\t组织演练\t市水利局\t2026年10月底前\n"
MEASURES = "（一）新建防汛物资仓库3座并投入使用。（市水利局牵头，2026年10月底前完成）\n\n（二）开展演练。（市应急局牵头，2026年9月底前完成）"

LEADS = (
    "（一）由市城管局牵头，市水利局配合，于2026年7月底前清理管网。",
    "（二）由市水利局牵头，市财政局配合，于2026年8月底前改造泵站。",
    "（三）由市城管局牵头，市水利局牵头，于2026年9月底前建立台账。",
)

#: The rule that is silent, the one that speaks, the texts of a batch, where the first one speaks when the other is off.
CASES = [
    ("repeat", "unit-duplicate", [notice("由市水利局牵头，市财政局、市教育局、市财政局配合，2026年9月底前完成。")], "市财政局"),
    ("date-past", "number-year", [notice("各县（区）应于2026年5月底前报送方案。", number="江政办发〔2025〕12号")], "2026年5月底前"),
    ("date-order", "number-year", [notice("本办法已经2026年7月1日市政府第5次常务会议审议通过。", number="江政办发〔2027〕12号")], "2026年7月1日"),
    ("date-year", "date-weekday", [notice("一、2026年7月20日5:00至12:00实行管制。", "二、停运时间为2025年7月20日（星期一）5:00至12:00。")], "2025年"),
    ("date-year", "date-past", [notice("一、2025年7月6日前完成排查。", "二、2026年7月31日前完成整改。", "三、2026年8月5日前报送总结。")], "2025年"),
    ("date-form", "date-weekday", [notice("请认真落实。", date="2026年6月8日（星期三）")], "2026年6月8日（星期三）"),
    ("date-effective", "number-year", [notice("本办法自2026年5月1日起施行。", number="江政办发〔2025〕12号")], "2026年5月1日"),
    ("number-order", "number-year", [*OLD], "江政办发〔2025〕4号"),
    ("number-order", "number-duplicate", [FLOOD, ROADS, EARLY], "江政办发〔2026〕5号"),
    ("number-toc", "number-year", [gazette(entry(WRONG_YEAR, "江政办发〔2026〕4号"), WRONG_YEAR, ROADS)], "江政办发〔2025〕4号"),
    ("number-toc", "number-issuer", [gazette(entry(WRONG_CODE, "江政办发〔2026〕4号"), WRONG_CODE, ROADS)], "江政发〔2026〕4号"),
    ("number-toc", "number-duplicate", [gazette(entry(TAKEN, "江政办发〔2026〕6号"), TAKEN, ROADS)], "江政办发〔2026〕5号"),
    ("title-mismatch", "repeat", [issuing(heading="江河市2026年防汛工作工作方案")], "江河市2026年防汛工作工作方案"),
    ("title-mismatch", "repeat", [issuing(title="江河市2026年防汛工作工作方案", heading="防汛工作安排")], PLAN),
    ("date-year", "title-mismatch", [issuing(body=PLAN.replace("2026", "2025"))], "2025年"),
    ("toc", "repeat", [gazette(entry(FLOOD), FLOOD.replace("工作的", "工作工作的"), ROADS)], "江河市人民政府办公室关于做好防汛工作工作的通知"),
    ("toc", "title-mismatch", [gazette(entry(issuing()), issuing(title=OTHER), ROADS)], f"江河市人民政府办公室关于印发{OTHER}的通知"),
    ("addressee-form", "punctuation", [notice("请认真落实。", addressee="各县（区）人民政府:")], ":"),
    ("copies-form", "punctuation", [notice("请认真落实。", behind="抄送:市委办公室。")], "抄送:"),
    ("attachment-title", "repeat", [notice("附件：任务任务分工表", behind="附件\n\n任务分工表\n\n" + TABLE.format("2026年8月底前"))], "任务任务分工表"),
    ("deadline-conflict", "date-past", [notice(MEASURES, behind="任务分工表\n\n" + TABLE.format("2026年5月底前"))], "2026年5月底前"),
    ("bracket", "number-malformed", [notice("按照《防汛预案》（江政发〔2025]3号）办理。")], "江政发〔2025]"),
    ("bracket", "number-malformed", [notice("按照市政府通知（江政发（2025）3号）办理。")], "（2025）3号）"),
    ("punctuation", "placeholder", [notice("联系人：李明，联系电话：。")], "话：。"),
    ("heading-style", "heading-level", [notice("一、目标", "做好。", "2、措施", "抓好。", "三、要求", "照办。")], "2、"),
    ("unit-unknown", "unit-variant", [notice("由市应急管理局牵头，市水利局配合。", "方案经市应急管理局、市水利局审查。", "由市应管理局汇总。")], "市应管理局"),
    ("wording", "unit-variant", [notice("1.检查水库。（市应急管理局、市水利局）\n\n2.检查矿山。（市应极管理局）\n\n3.演练。（市应急管理局）")], "应极管理"),
    ("number-style", "wording", [notice("补助超过100家以上的，另行安排。")], "超过100家以上"),
    ("wording", "title-form", [notice("现将有关情况报告如下。", title="关于开学工作情况的报吿")], "报吿"),
    ("genre-closing", "title-mismatch", [notice("现批复如下：同意。", "此复。", title="关于临湖区规划的复函")], "现批复如下"),
    ("reference-malformed", "bracket", [notice("按照《关于做好防汛工作的通知》江政发〔2025〕3号）办理。")], "《关于做好防汛工作的通知》江政发〔2025〕3号）"),
    ("lead-order", "lead-conflict", [notice(*LEADS)], "市城管局"),
    ("column-missing", "lead-missing", [notice("分工如下：", DUTIES.format("", "2026年9月底前"))], "2\t修订预案\t\t2026年9月底前"),
    ("column-missing", "deadline-missing", [notice("分工如下：", DUTIES.format("市应急局", ""))], "2\t修订预案\t市应急局"),
]


@pytest.mark.parametrize(("weak", "strong", "texts", "quote"), CASES, ids=lambda one: one if isinstance(one, str) else "")
def test_one_slip_gives_one_finding(weak: str, strong: str, texts: list[str], quote: str) -> None:
    assert among_all(strong, *texts, profile="final") != []
    assert among_all(weak, *texts, profile="final") == []
    assert among_all(weak, *texts, profile="final", ignore=[strong]) == [quote]


def test_every_yielding_is_tried() -> None:
    said = {(rule.name, above) for rule in rules() for above in rule.yields_to}
    assert {(weak, strong) for weak, strong, _texts, _quote in CASES} == said
