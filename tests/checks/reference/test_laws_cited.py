"""Laws cited: titles a slip away from the published ones, articles that there are not, laws that another has replaced."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice
from checks.told import quotes
from notices import notice as written


@pytest.mark.parametrize(
    ("cited", "right"),
    [
        ("中华人民共和国统计管理法", "中华人民共和国统计法"),
        ("中华人民共和国道路交通安全管理法", "中华人民共和国道路交通安全法"),
        ("重大行政决策暂行条例", "重大行政决策程序暂行条例"),
        ("国有土地上房屋征收和补偿条例", "国有土地上房屋征收与补偿条例"),
        ("优化营商环竟条例", "优化营商环境条例"),
        ("中华人民共和国防汛法", "中华人民共和国防洪法"),
        ("未成年人保障法", "中华人民共和国未成年人保护法"),
        ("中华人民共和国道路安全交通法", "中华人民共和国道路交通安全法"),
        ("中华人民共和国政府信息公开办法", "中华人民共和国政府信息公开条例"),
        ("中华人民共和国生产安全法", "中华人民共和国安全生产法"),
        ("物业管条例", "物业管理条例"),
        ("公路安全保条例", "公路安全保护条例"),
        # Another word of those that titles are made of.
        ("中华人民共和国固体废物污染环境治理法", "中华人民共和国固体废物污染环境防治法"),
        ("中华人民共和国数据保护法", "中华人民共和国数据安全法"),
        ("建设工程质量监督条例", "建设工程质量管理条例"),
        # Words in another order; 管理 put in; a rule of a department for a regulation.
        ("中小企业款项支付保障条例", "保障中小企业款项支付条例"),
        ("工伤保险管理条例", "工伤保险条例"),
        ("中小学幼儿园安全管理条例", "中小学幼儿园安全管理办法"),
        ("政府采购非招标采购方式管理规定", "政府采购非招标采购方式管理办法"),
    ],
)
def test_a_title_a_slip_away(cited: str, right: str) -> None:
    [hit] = hits("law-title", notice(f"根据《{cited}》，请于2026年5月底前完成。"))
    assert (hit.at.value, hit.facts["right"]) == (f"《{cited}》", right)


@pytest.mark.parametrize(
    "cited",
    [
        "中华人民共和国统计法",
        "统计法",
        "优化营商环境条例",
        "江河市优化营商环境条例",
        "中华人民共和国合同法",
        "江河市重大行政决策程序规定",
        "城市道路养护办法",
        "政府信息公开办法",
        "中华人民共和国海法",
        "中华人民共和国药师法",
        "中华人民共和国国家公园法",
        "城市公园管理条例",
        "江河市中小学幼儿园安全管理条例",
        "江河市工伤保险管理办法",
    ],
)
def test_titles_that_are_left_alone(cited: str) -> None:
    assert hits("law-title", notice(f"根据《{cited}》，请于2026年5月底前完成。")) == []


@pytest.mark.parametrize(
    ("cited", "right"),
    [
        ("江河市停车管办法", "江河市停车管理办法"),
        ("江河市档案移交暂办法", "江河市档案移交暂行办法"),
        ("江河市抗旱工方案（试行）", "江河市抗旱工作方案（试行）"),
        ("江河市河道采砂施细则", "江河市河道采砂实施细则"),
    ],
)
def test_a_word_before_the_kind_of_text_lost_a_character(cited: str, right: str) -> None:
    [hit] = hits("law-title", notice(f"执行《{cited}》。"))
    assert (hit.facts["fault"], hit.facts["right"]) == ("word", right)


@pytest.mark.parametrize("cited", ["江河市市场监管办法", "江河市医保基金托管规定", "江河市防旱措施方案", "江河市道路施工方案", "江河市志愿活动方案"])
def test_words_that_end_so(cited: str) -> None:
    assert hits("law-title", notice(f"执行《{cited}》。")) == []


@pytest.mark.parametrize(
    ("text", "fault", "quote"),
    [
        ("依据《建设工程安全生产管理条例》（国务院令第379号）处理。", "order", "国务院令第379号"),
        ("依据《政府投资条例》（国务院令第721号）处理。", "order", "国务院令第721号"),
        ("依据《政府投资管理条例》（国务院令第712号）处理。", "law", "《政府投资管理条例》"),
    ],
)
def test_an_order_that_issued_another_regulation(text: str, fault: str, quote: str) -> None:
    [hit] = hits("law-title", notice(text))
    assert (hit.facts["fault"], hit.at.value) == (fault, quote)


@pytest.mark.parametrize(
    "text",
    [
        "依据《建设工程安全生产管理条例》（国务院令第393号）处理。",
        "依据《建设工程质量管理条例》（国务院令第714号修订）处理。",
        "依据《危险化学品安全管理条例》（国务院令第591号）处理。",
        "依据《江河市公园管理条例》（国务院令第712号）处理。",
    ],
)
def test_orders_that_are_right_or_unknown(text: str) -> None:
    assert hits("law-title", notice(text)) == []


def test_a_title_a_character_short_of_another_citation() -> None:
    [hit] = hits("law-title", notice("执行《江河市湿地恢复若干措施》。\n\n按《江河市地恢复若干措施》验收。"))
    assert (hit.facts["fault"], hit.at.value) == ("elsewhere", "《江河市地恢复若干措施》")


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("按照《共治协议》执行。", ["《共治协议》"]),
        ("按照《河湖协议》执行，不用《共治协议》。", []),
        ("按照《协作协议》执行。", []),
        ("按照《江河市临江市河湖共治协议》执行。", []),
        ("按照《江河市供水条例》执行。", []),
    ],
)
def test_a_short_title_other_than_the_one_introduced(later: str, found: list[str]) -> None:
    text = notice(f"根据《江河市临江市河湖共治协议》（以下简称《河湖协议》），现通知如下。\n\n{later}")
    assert [hit.at.value for hit in hits("law-title", text)] == found


def test_titles_that_differ_by_a_numeral() -> None:
    assert hits("law-title", notice("执行《江河市湿地恢复第一方案》。\n\n按《江河市湿地恢复第方案》验收。")) == []


def test_a_document_older_than_the_version_is_left_alone() -> None:
    assert hits("law-title", notice("根据《中华人民共和国统计管理法》，请于5月底前完成。", year=1999)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("按照《中华人民共和国土地管理法》第三十条、第九十条规定办理。", ["第九十条"]),
        ("按照《中华人民共和国土地管理法》（以下简称《土地管理法》）第八十八条办理。", ["第八十八条"]),
        ("按照《中华人民共和国土地管理法》第八十七条规定办理。", []),
        ("按照《江河市土地管理办法》第三百条规定办理。", []),
    ],
)
def test_articles(text: str, found: list[str]) -> None:
    assert [hit.at.value for hit in hits("law-article", notice(text))] == found


def test_own_articles() -> None:
    articles = ("第一条　为加强管理，制定本办法。", "第二条　本办法适用于全市。", "第三条　违反本办法第五条的，责令改正。", "第四条　本办法自2026年5月1日起施行。")
    assert [hit.at.value for hit in hits("law-article", notice(*articles))] == ["本办法第五条"]


@pytest.mark.parametrize(
    "sentence",
    [
        "工程发包应当遵守《中华人民共和国合同法》。",
        "订立合同要符合《合同法》有关规定。",
        "违反《中华人民共和国担保法》的，依法处理。",
        "合同解除的情形，适用《中华人民共和国合同法》第九十四条。",
        "评审应当执行《政府采购货物和服务招标投标管理办法》（财政部令第18号）第十条。",
        "要做好《政府采购供应商投诉处理办法》和有关规定的执行。",
    ],
)
def test_a_law_replaced_is_no_rule_wherever_it_is_cited_as_one(sentence: str) -> None:
    [quote] = quotes("reference-abolished", written(sentence))
    assert quote.startswith("《")


@pytest.mark.parametrize(
    "sentence",
    [
        "工程发包应当遵守《中华人民共和国民法典》。",
        "对依照原《中华人民共和国合同法》签订的合同，继续履行。",
        "《中华人民共和国合同法》已经废止，有关格式文本要及时修改。",
        "《中华人民共和国合同法》施行期间签订的合同，由各单位清理。",
        "评审应当执行《政府采购货物和服务招标投标管理办法》（财政部令第87号）。",
    ],
)
def test_what_is_in_force_or_told_of_as_past_is_left_alone(sentence: str) -> None:
    assert quotes("reference-abolished", written(sentence)) == []
