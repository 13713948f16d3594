"""Slips of typing: ordinary words with one wrong character, and where two right words meet."""

from __future__ import annotations

from itertools import pairwise

import pytest

from checks.texts import hits, notice, pairs
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.masking import mask_codes
from hegao.checks.text.slips import Slips
from hegao.words.builtin_tables import builtin
from hegao.words.word_costs import is_pair, like_sound, looseness, same_sound, taken_for, word_cost

_MARGIN = 1.5


def found(text: str) -> list[tuple[str, str]]:
    return pairs(hits("word-table", notice(text)))


def slips(text: str) -> list[tuple[str, str]]:
    return [(text[slip.start : slip.end], slip.right) for slip in Slips(Tables()).found(text, _MARGIN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各单位应当服丛统一指挥。", [("服丛", "服从")]),
        ("进行惯彻，完善有关挫施。", [("惯彻", "贯彻"), ("挫施", "措施")]),
        ("落实规章治度。", [("规章治度", "规章制度")]),
        ("由市总公会牵头，今年累记培训38期。", [("总公会", "总工会"), ("累记", "累计")]),
        ("自下月1日起用新版表格。", []),
        ("自下月1日起，起用新版表格。", [("起用", "启用")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("由设备科牵头，各车间配和，逐台登记。", "配和"),
        ("限期完成整政，逾期约谈。", "整政"),
        ("现将自查情况报吿如下。", "报吿"),
        ("对违反规定接受晏请的，严肃处理。", "晏请"),
    ],
)
def test_slips_that_runs_of_offices_tell(text: str, written: str) -> None:
    assert any(written in wrong or wrong in written for wrong, _right in found(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("提高政务服物水平。", "政务服物"),
        ("做好应急物姿储备工作。", "物姿"),
        ("压减项目审匹时限。", "审匹"),
        ("建立健权工作机制。", "建立健权"),
        ("严格落实安全生产责仁制。", "责仁"),
        ("依法覆行监管职责。", "覆行"),
        ("按作业类形分别登记。", "类形"),
        ("做好日常工做，不得推诿。", "工做"),
    ],
)
def test_slips_that_the_words_around_tell(text: str, expected: str) -> None:
    assert any(written in expected or expected in written for written, _right in found(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依据《道路养护管理条列》处理。", [("条列", "条例")]),
        ("依据《道路养护管理条例》《值班纪要》处理。", []),
        ("受理申请320万余次左右。", [("320万余次左右", "320万余次")]),
        ("受理申请320万余次。", []),
        ("进度偏慢的单位，必需加力赶上。", [("必需", "必须")]),
        ("储备生活必需品，必需的物资先行采购。", []),
        ("上述文件不再做为管理的依据。", [("做为", "作为")]),
        ("面积为36平方公理。", [("公理", "公里")]),
    ],
)
def test_words_told_by_what_they_are_said_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["由其提供信服物证一份。", "他步步若干步行。", "清单如下：深人一等。", "落实使用单位责任。", "把控制渡口的单位列出。"])
def test_where_two_right_words_meet(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柳台区、云岭县先行，柳台区负责热力，柳苔区配合。", [("柳苔区", "柳台区")]),
        ("柳台区、云岭县先行，柳苔区配合。", []),
        ("东山镇、东关镇先行，东山镇负责，东关镇配合，东安镇参加。", []),
        ("涉及5个社区，各社区负责，各社区配合。", []),
    ],
)
def test_a_place_that_is_written_otherwise_once(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "参加评估城市的名单另发，国际私法、图谱查询照旧。",
        "服丛村和挫施食品有限公司不受影响，积累记录，连累记者。",
        "请查阅《关于服丛指挥的通知》。",
    ],
)
def test_two_words_that_meet_and_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "出席：市财政局林秀芝、市司法局闻静。",
        "记录：沙忆南",
        "经梧陵市人民政府同意",
        "参会：马玉霞　吕东明　傅春生　易子涵　邹明朗",
        "7月20日\t青单8号",
        "梧岑区人民政府",
        "推行应归尽归、优师惠师",
        "推进设施适老化、适幼化改造",
        "提升政务服物水平，优化政务服物环境",
    ],
)
def test_names_slogans_and_what_is_written_so_throughout_are_spelt_as_they_like(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("进行惯彻，完善有关挫施。", ["", ""]),
        ("各单位应当服丛统一指挥。", ["doubtful"]),
    ],
)
def test_what_is_less_sure_is_told_as_doubtful(text: str, faults: list[str]) -> None:
    assert [hit.facts["fault"] for hit in hits("word-table", notice(text))] == faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年新建竹林3万亩，新建竹林道路20千米。", []),
        ("全县建竹企业较多。", [("建竹", "建筑")]),
        ("工作人员常态化查错纠错。", []),
        ("江办发〔2026〕3号、江政署办发〔2026〕4号", []),
    ],
)
def test_words_of_the_table_that_arise_where_two_words_meet(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_right_word_elsewhere_strengthens() -> None:
    gains = [next(Slips(Tables()).found(text, 0.0)).odds for text in ("防止工资拖久问题反弹", "防止工资拖久问题反弹。拖欠")]
    assert gains[0] < gains[1]


def test_a_slip_the_office_calls_right_is_none() -> None:
    own = Tables({"words": [{"wrong": "服丛", "right": "服丛"}]})
    assert list(Slips(own).found("各单位应当服丛统一指挥", _MARGIN)) == []
    assert slips("各单位应当服丛统一指挥") == [("服丛", "服从")]


def test_characters_of_two_units_do_not_shift_places() -> None:
    assert slips("𠮷𠮷，各单位应当服丛统一指挥") == [("服丛", "服从")]


def test_words_and_pairs() -> None:
    usual, rare = word_cost("工作"), word_cost("抄送")
    assert usual is not None and rare is not None and usual < rare
    assert word_cost("人民政府") is not None
    assert word_cost("作工民") is None and word_cost("工") is None
    assert is_pair("工作") and looseness("工", "作") == 0 and looseness("丛", "统") == 2 and not is_pair("工")


def test_characters_taken_for_one_another() -> None:
    assert "成" in same_sound()["乘"] and "林" in like_sound()["零"]
    assert "载" in taken_for("栽") and "栽" not in taken_for("栽")


@pytest.mark.parametrize(("table", "column"), [("pairs", "first"), ("word-costs", "first"), ("sounds", "syllable"), ("look-alikes", "character")])
def test_the_tables_are_sound(table: str, column: str) -> None:
    """Sorted by what rows are looked up by, and of words with their costs as many as words."""
    rows = builtin(table)
    assert all(one[column] < other[column] for one, other in pairwise(rows))
    assert all(len(row["seconds"]) == len(row["costs"]) for row in rows if table == "word-costs")
    assert all(not set(row["second"]) & set(row["beside"]) for row in rows if table == "pairs")



@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桥面铺装层多处渗露，需要修补。", [("渗露", "渗漏")]),
        ("建全县、乡、村三级网络，健全考核机制。", [("建全", "健全")]),
        ("出口货值同比增涨8.2%。", [("增涨", "增长")]),
    ],
)
def test_doubtful_slips(text: str, expected: list[tuple[str, str]]) -> None:
    """Before figures, before levels that are listed, and where little tells the word."""
    assert slips_at_least(text, 0.2) == expected


@pytest.mark.parametrize(
    "text",
    [
        "由区直各股室负责，设诊区6个、候考室2间。",
        "工业用地占比下降，并于2026年6月建成，每有1项逾期扣2分。",
        "办公室主任江若平主持，程立群、龚大勇参加。",
    ],
)
def test_words_of_offices_figures_and_names_are_no_slips(text: str) -> None:
    assert slips_at_least(text, 0.2) == []


def slips_at_least(text: str, margin: float) -> list[tuple[str, str]]:
    return [(text[slip.start : slip.end], slip.right) for slip in Slips(Tables()).found(mask_codes(text), margin)]


def test_names_set_apart_are_no_slips() -> None:
    assert found("先进个人：\n龚大勇　甘　宇　华　尹") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确保项目如其完工。", [("如其", "如期")]),
        ("做到统一指挥、快速反映。", [("快速反映", "快速反应")]),
        ("建设节水形城市。", [("节水形", "节水型")]),
        ("落实传染病防空措施。", [("防空", "防控")]),
        ("落实人民防空措施，如其所愿。", []),
        ("每月通报进展情况的情况，不得漏报。", [("情况的情况", "情况")]),
        ("由负责项目的项目经理签字，说明问题的问题清单另附。", []),
        ("新建全县最大的冷库，监督检察机关依法履职。", []),
    ],
)
def test_words_that_are_others_beside_their_neighbours(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
