"""Doubled words against words that meet."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice, pairs
from hegao.checks.text.repeats import doubles


def found(*paragraphs: str) -> list[tuple[str, str]]:
    return pairs(hits("repeated-word", notice(*paragraphs)))


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("做好政策的的宣传。", "的的", "的"),
        ("取得了了明显成效。", "了了", "了"),
        ("生均住宿面积低于于本省标准。", "于于", "于"),
        ("让为为民服务的理念深入人心。", "为为", "为"),
        ("各县应应当抓好落实。", "应应", "应"),
        ("请各各部门抓好落实。", "各各", "各"),
        ("力争年内实现实现新增就业五千人。", "实现实现", "实现"),
        ("由市人力资源和社会保障保障局负责。", "保障保障", "保障"),
        ("落实好有关资金。资金资金由市级承担。", "资金资金", "资金"),
        ("报送市人民政府市人民政府批准。", "市人民政府市人民政府", "市人民政府"),
        ("加大大力推进登记工作。", "加大大力推进", "大力推进"),
        ("全县新增合作社21家家，分布均匀。", "家家", "家"),
        ("年发电40万千瓦时时，用于照明。", "时时", "时"),
        ("覆盖率达到到95%。", "到到", "到"),
        ("各部门要加强协同配配合。", "配配", "配"),
        ("排查2013年以来来财政支持的户厕。", "来来", "来"),
        ("制定任务推进进表，按期反馈。", "进进", "进"),
        ("设施设置满满二年的，应当检测。", "满满", "满"),
        ("由市政府副副秘书长负责。", "副副", "副"),
        ("各乡镇要压实压实属地责任。", "压实压实", "压实"),
        ("落实居民居民电价。", "居民居民", "居民"),
        ("完善公共设施设施。", "设施设施", "设施"),
    ],
)
def test_double(text: str, written: str, right: str) -> None:
    assert found(text) == [(written, right)]


@pytest.mark.parametrize(
    "text",
    [
        "进一步提高高技能人才待遇，支付农民工工资。",
        "由市市场监管局牵头，用于2025年年度考核，做好焦炉气气源转换。",
        "人人参与，常常对照，的的确确见效，实实在在推进。",
        "为了了解情况，参与与否自定，存在在建项目的，可以以旧换新，适应应急需要，实现目的的关键在人。",
        "支持企业创业创新，落实退税缓税缓费政策，一步一步推进。",
        "由工作工作组负责服务服务业，区人民政府政府采购中心承办，支持发展发展中的企业。",
        "大家要研究研究，多讨论讨论。",
        "推行“共享共享”一类说法。",
        "编制“十五五”规划，走访120户，家家户户到位，支持5个个体户，3人人均一件。",
        "用于基础教育、企业企业家座谈和小区区间通行，目前前3季度已过。",
        "（一）耕地地力保护补贴按时发放。",
    ],
)
def test_words_that_meet(text: str) -> None:
    assert found(text) == []


def test_word_known_from_the_document() -> None:
    assert found("做好链管工作。链管机构要办好链管。", "二、推进链管链管。") == [("链管链管", "链管")]
    assert found("推进链管链管。") == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("自开展以来来财政投入增加。", "来来"),
        ("资金拨付付和使用要规范。", "付付"),
        ("由市司法局局负责。", "局局"),
        ("须在4月15日（星期二）前提交，须在4月15日（星期二）前提交，并报备。", "须在4月15日（星期二）前提交，须在4月15日（星期二）前提交"),
        ("会前通知知要求参会的单位。", "知知"),
        ("凡是违规的，一律一律依法查处。", "一律一律"),
        ("形成长效机制机制。", "机制机制"),
        ("推动工作落实落实。", "落实落实"),
    ],
)
def test_a_word_that_ends_twice_or_stands_twice(text: str, written: str) -> None:
    assert [one for one, _right in found(text)] == [written]


@pytest.mark.parametrize(
    "text",
    [
        "做到清清楚楚、账账相符，人人有责，层层落实，处处设防。",
        "推进进度加快，提高高技能人才待遇，保证证照齐全。",
        "农民工工资按月发放，市市场监管局局长出席，公路路产受保护。",
        "任务完成成效明显，发展展览业，人民法院院长出席，和平和平等。",
        "一步一步推进，一件一件落实。",
    ],
)
def test_words_that_meet_by_right(text: str) -> None:
    assert found(text) == []


def test_end_of_a_page_printed_again() -> None:
    text = ("一、各单位要按照职责抓好日常工作。", "作。建立协调机制，及时解决问题。")
    (hit,) = hits("repeated-word", notice(*text))
    assert hit.at.value == "作。"
    assert [edit.text for edit in hit.edits] == [""]
    assert found("一、各单位要按照职责抓好日常工作。", "好。建立协调机制，及时解决问题。") == []


def test_table_is_well_formed() -> None:
    table = doubles()
    assert all(len(c) == 1 for c in table.before)
    assert all(len(word) == 2 for word in [*table.words, *table.verbs, *table.nouns])
    assert not set(table.nouns) & (set(table.words) | table.verbs)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("要加强资金管理，确保质量，确保质量，按期完工。", ["确保质量，确保质量"]),
        ("依法办理用地预审、排污许可、用地预审、节能审查等手续。", ["用地预审"]),
        ("停靠东门、西门、南门、北门。", []),
        ("报名须带笔试、面试准考证、身份证、面试准考证同底照片。", []),
        ("对排放、倾倒、处置行为和倾倒、处置场所作出规定。", []),
    ],
)
def test_clauses_and_names_said_twice(text: str, found: list[str]) -> None:
    assert [hit.at.value for hit in hits("repeated-word", notice(text))] == found


@pytest.mark.parametrize(
    ("line", "quote"),
    [("在桥头设置设置警示牌。", "设置设置"), ("及时提供提供有关材料。", "提供提供"), ("做好防汛知识知识的宣传。", "知识知识")],
)
def test_ordinary_words_twice_in_a_row(line: str, quote: str) -> None:
    assert [hit.at.value for hit in hits("repeated-word", notice(line))] == [quote]


@pytest.mark.parametrize("line", ["改进设置设置人员的办法。", "推进绿色建筑建筑面积统计。", "要研究研究再定。", "推进小微企业创业创新。", "采取点对点对接的办法。"])
def test_words_that_meet_and_verbs_that_double(line: str) -> None:
    assert hits("repeated-word", notice(line)) == []


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("会议指出，各单位要把工作做细。各单位要把工作做细。会议结束。", "各单位要把工作做细。各单位要把工作做细。"),
        ("安排资金15万元元，用于修路。", "元元"),
        ("收储粮食320吨吨。", "吨吨"),
    ],
)
def test_sentences_and_units_twice_in_a_row(line: str, quote: str) -> None:
    assert [hit.at.value for hit in hits("repeated-word", notice(line))] == [quote]


@pytest.mark.parametrize("line", ["登记5个个体户。", "每户3人人均收入。", "一要快。二要快。"])
def test_sentences_and_units_that_are_not_said_twice(line: str) -> None:
    assert hits("repeated-word", notice(line)) == []


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("由市人力资源社会保障障局牵头落实。", "障障", "障"),
        ("由县应急管理理局牵头落实。", "理理", "理"),
        ("请主要负责责人参加会议。", "责责", "责"),
        ("逐项制定整改改方案。", "改改", "改"),
        ("由市应急管理管理局牵头落实。", "管理管理", "管理"),
        ("由市城市管理管理局牵头落实。", "管理管理", "管理"),
        ("每个单位明确1名联络员，请认真组织组织实施。", "组织组织", "组织"),
        ("按照《江河市校车安全管理管理办法》执行。", "管理管理", "管理"),
        ("按照《江河市校车安全管理理办法》执行。", "理理", "理"),
    ],
)
def test_a_name_or_a_title_that_one_of_the_two_makes(text: str, written: str, right: str) -> None:
    assert found(text) == [(written, right)]


@pytest.mark.parametrize(
    "text",
    [
        "加强焦炉气气源管理，人人参与，天天检查，种种困难，常常对照，一一对应。",
        "联系人：王莎莎，记录人：陈婷婷。",
        "做到账账相符，推行网络校校通，名称由各部分分写。",
        "创新新技术、新产业监管方式，清理霜河站站房外沿。",
        "各廠更加加緊生產，代表紛紛發言。",
        "由其负责管理，做好服务服务业工作，完善管理管理人员的办法。",
        "任命张某为设计院院长，李某为管理科科长。",
        "按照《江河市市场监督管理办法》执行，查阅《江河市市政设施图》。",
    ],
)
def test_words_that_meet_in_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("3路、15路、28路、15路公交车改线绕行。", "…15路…15路"),
        ("提交身份证、户口簿、户口簿和住房情况说明。", "户口簿、户口簿"),
        ("采购米、面、油、肉、蛋、面等大宗食材。", "面…面"),
        ("排查临水临崖、急弯陡坡、平交路口、急弯陡坡路段。", "…急弯陡坡…急弯陡坡"),
    ],
)
def test_short_names_that_stand_twice_in_a_list(text: str, written: str) -> None:
    assert written in [hit.facts["written"] for hit in hits("repeated-word", notice(text))]


@pytest.mark.parametrize("text", ["提交身份证、毕业证、身份证复印件。", "按一、二、三、二的顺序入场。"])
def test_copies_and_figures_are_no_names(text: str) -> None:
    assert hits("repeated-word", notice(text)) == []
