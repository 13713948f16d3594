"""What an office's tables change: its roster, its agency codes, its words, its columns."""

from __future__ import annotations

import pytest

from checks.texts import notice, only, read
from hegao.checks.base import CHECKS, Context, Hit
from hegao.checks.shared.lookup_tables import BUILTIN, Tables
from hegao.checks.shared.roster import Bodies
from hegao.document.model import File
from hegao.words.departments import split_place
from hegao.words.office_tables import read_table

ROSTER = """全称,简称,旧名,级别
江河市人民政府,市政府,,市
江河市人民政府办公室,市政府办公室,,市
江河市发展和改革委员会,市发改委,江河市计划委员会,市
江河市财政局,,,市级
江河市轨道交通建设指挥部,市轨道指挥部,,
云岭县人民政府,云岭县,,县
河东县人民政府,,,县
共青团江河市委员会,团市委,,市
"""


def tables(**texts: str) -> Tables:
    """The tables in these texts."""
    own = {}
    for name, text in texts.items():
        rows, problems = read_table(name.replace("_", "-"), text.encode())
        assert problems == []
        own[name.replace("_", "-")] = rows
    return Tables(own)


def hits(name: str, file: File, given: Tables, **parameters: object) -> list[Hit]:
    """What the check finds in a file with these tables."""
    check, document = CHECKS[name], only(file)
    defaults = {key: one["default"] for key, one in check.parameters.items() if "default" in one} | parameters
    context = Context(file, document, "draft", None, given)
    return [hit for node in document.walk() if node.kind in check.nodes for hit in check.function(node, context, **defaults)]


@pytest.fixture
def bodies() -> Bodies:
    return tables(roster=ROSTER).made(Bodies)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("江河市财政局", ("江河", "市", "财政局")),
        ("市财政局", ("", "市", "财政局")),
        ("三江自治县教育局", ("三江", "自治县", "教育局")),
        ("共青团江河市委员会", ("", "", "共青团江河市委员会")),
        ("云岭县", ("云岭", "县", "")),
        ("财政局", ("", "", "财政局")),
        ("市场", ("", "", "市场")),
    ],
)
def test_a_name_is_split_into_place_level_and_rest(name: str, parts: tuple[str, str, str]) -> None:
    assert split_place(name) == parts


def test_all_names_of_a_row_are_one_body(bodies: Bodies) -> None:
    """With and without the place; the office's own short form is in order even where elsewhere it is colloquial."""
    names = ("江河市发展和改革委员会", "市发展和改革委员会", "市发改委", "江河市发改委", "市发展改革委")
    assert {bodies.identity(name) for name in names} == {"市发展和改革委员会"}
    assert {bodies.kin(name) for name in (*names, "市计划委员会")} == {bodies.kin("市发改委")}
    known = BUILTIN.made(Bodies).lookup("市发改委")
    assert known is not None and known.form == "colloquial"
    assert bodies.identity("市轨道指挥部") == bodies.identity("江河市轨道交通建设指挥部")


def test_governments_of_several_places_stay_apart(bodies: Bodies) -> None:
    assert bodies.identity("云岭县人民政府") == bodies.identity("云岭县")
    assert bodies.identity("云岭县人民政府") != bodies.identity("河东县人民政府")


@pytest.mark.parametrize(
    ("name", "strange"),
    [
        ("江河市财政局", False),
        ("市财政局", False),
        ("财政局", False),
        ("市财政局国库科", False),
        ("市财政局（金融办）", False),
        ("市发展改革委", False),
        ("市人民政府办公室", False),
        ("市政府", False),
        ("团市委", False),
        ("市外星局", True),
        ("市教育局", True),
        ("教育局", True),
        ("江河市计划委员会", True),
        ("省教育厅", False),
        ("云岭县财政局", False),
        ("县财政局", False),
        ("柳溪市财政局", False),
        ("江河水务集团", False),
    ],
)
def test_a_roster_speaks_of_the_bodies_that_it_ought_to_have(name: str, strange: bool, bodies: Bodies) -> None:
    assert bodies.strange(name) is strange
    assert not BUILTIN.made(Bodies).strange(name)


def test_the_nearest_name_is_the_one_now_in_use(bodies: Bodies) -> None:
    assert bodies.nearest("市计划委员会") == "市发改委"
    assert bodies.nearest("市财证局") == "市财政局"
    assert bodies.nearest("外星人") is None


TASKS = "（一）建设水厂。（牵头单位：市财政局；配合单位：{}；完成时限：2026年9月底前）"


@pytest.mark.parametrize(
    ("unit", "likely"), [("市外星局", "—"), ("市计划委员会", "市发改委"), ("市教育局", None), ("市发改委", None), ("各区财政局", None)]
)
def test_unknown_bodies_are_told_with_the_nearest(unit: str, likely: str | None) -> None:
    roster = ROSTER + "江河市教育局,,,市\n"
    found = hits("unit-unknown", notice(TASKS.format(unit)), tables(roster=roster))
    assert [(hit.at.value, hit.facts["likely"]) for hit in found] == ([(unit, likely)] if likely else [])
    assert hits("unit-unknown", notice(TASKS.format(unit)), BUILTIN) == []


def test_a_roster_makes_short_forms_official() -> None:
    """In lists of tasks and as addressee."""
    file = read("关于做好有关工作的通知\n\n市发改委、市计划委员会：\n\n请办理。\n\n江河市人民政府办公室\n\n2026年4月1日\n")
    assert [hit.at.value for hit in hits("addressee-form", file, BUILTIN)] == ["市发改委"]
    assert [(hit.at.value, hit.facts["right"]) for hit in hits("addressee-form", file, tables(roster=ROSTER))] == [
        ("市计划委员会", "市发改委")
    ]


@pytest.mark.parametrize(
    ("code", "issuer", "fits"),
    [
        ("江政发", "江河市人民政府", True),
        ("江政规", "江河市人民政府办公室", True),
        ("江政发", "江河市人民政府办公室", False),
        ("江府字", "江河市人民政府", False),
        ("江水发", "江河市水利局", None),
        ("国发", "国务院", True),
        ("国发", "国务院办公厅", False),
    ],
)
def test_agency_codes(code: str, issuer: str, fits: bool | None) -> None:
    from hegao.checks.number.issuer_code import AgencyCodes

    given = tables(agency_codes="机关代字,发文机关\n江政发,江河市人民政府\n江政规,江河市人民政府、江河市人民政府办公室\n")
    assert given.made(AgencyCodes).fits(code, issuer) is fits


def test_own_words_go_before_the_built_in_ones() -> None:
    given = tables(words="错词,正词,说明\n供水,城乡供水,本市用语\n布署,布署,本市地名\n")
    found = hits("word-table", notice("做好供水，城乡供水工作按布署落实，遂步推进。"), given, strengths=["must"], since="2012-07-01")
    assert [(hit.at.value, hit.facts["right"], hit.facts["note"]) for hit in found] == [
        ("供水", "城乡供水", "（本市用语）"),
        ("遂步", "逐步", ""),
    ]


@pytest.mark.parametrize(
    ("heads", "missing"),
    [
        ("序号\t任务\t牵头单位\t完成时限\t联系人", []),
        ("序号\t任务\t责任单位\t完成时间（年月）\t联 系 人", []),
        ("序号\t任务\t牵头单位\t完成时限", ["联系人"]),
        ("序号\t任务\t牵头单位", ["完成时限", "联系人"]),
        ("序号\t企业名称\t地址", []),
    ],
)
def test_columns_of_task_lists(heads: str, missing: list[str]) -> None:
    given = tables(columns="列名,别名\n牵头单位,责任单位\n完成时限,完成时间、办结时限\n联系人,\n")
    row = "\t".join(["1", "建成城东水厂", "市水利局", "2026年9月", "张某"][: heads.count("\t") + 1])
    file = read(
        f"关于印发任务清单的通知\n\n江政办发〔2026〕8号\n\n请落实。\n\n江河市人民政府办公室\n2026年4月1日\n\n任务清单\n\n{heads}\n{row}\n"
    )
    assert [hit.facts["column"] for hit in hits("column-missing", file, given)] == missing
    # Where the office asks for nothing, a list of tasks is asked for times alone.
    assert [hit.facts["column"] for hit in hits("column-missing", file, BUILTIN)] == (["完成时限"] if heads.endswith("牵头单位") else [])
