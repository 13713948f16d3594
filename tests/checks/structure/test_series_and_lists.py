"""Numbering, contents, lists of documents, citations, places: what must run on or agree, and where it does not."""

from __future__ import annotations

import pytest

from checks.told import among_all, findings, quotes
from notices import notice


def told(name: str, text: str, profile: str = "final") -> list[tuple[int, str]]:
    """Line and quote of what the rule finds."""
    return [(one.span.line, one.quote) for one in findings(name, text, profile)]


def quoted(name: str, text: str, profile: str = "final") -> list[str]:
    """The quotes alone."""
    return [quote for _line, quote in told(name, text, profile)]


@pytest.mark.parametrize(
    ("labels", "gap", "duplicate"),
    [
        (["一", "二", "十九", "四", "五"], ["十九、"], []),
        (["一", "二", "二", "四"], [], ["二、"]),
        (["一", "二", "五", "四", "五"], ["五、"], []),
        (["一", "二", "三", "四"], [], []),
    ],
)
def test_a_number_out_of_line_that_is_taken_up_again_is_one_slip(labels: list[str], gap: list[str], duplicate: list[str]) -> None:
    text = notice(*(part for place, label in enumerate(labels) for part in (f"{label}、做好第{place}项准备", "各单位要备足物资。")))
    assert [quote[: len(gap[0])] if gap else quote for quote in quoted("heading-gap", text)] == gap
    assert [quote[: len(duplicate[0])] if duplicate else quote for quote in quoted("heading-duplicate", text)] == duplicate


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (["（一）备足物资", "购置救生衣。", "（二）排查隐患", "逐库检查。", "3.落实值守", "专人值班。", "二、其他", "照此执行。"], ["3.落实值守"]),
        (["（一）备足物资", "（二）排查隐患", "（三）落实值守", "四、组织演练", "（五）及时报告"], ["四、组织演练"]),
        (["（一）备足物资。备齐。", "（二）排查隐患。查清。", "二、落实值守。专人值班。", "三、其他", "照此执行。"], []),
        (["（一）备足物资。备齐。", "（二）排查隐患。查清。", "三、落实值守。专人值班。", "二、其他", "照此执行。"], ["三、落实值守"]),
        (["做好准备。", "二、主要任务", "（一）备足物资。备齐。", "二、落实值守。专人值班。", "三、其他", "照此执行。"], ["二、落实值守"]),
        (["一、备足物资。备齐。", "（二）排查隐患。查清。", "（三）落实值守。专人值班。", "二、其他", "照此执行。"], ["一、备足物资"]),
        (["1.备足物资。备齐。", "（二）排查隐患。查清。", "（三）落实值守。专人值班。", "二、其他", "照此执行。"], ["1.备足物资"]),
        (["1.购置。", "2.入库。", "③登记。", "4.盘点。"], ["③登记。"]),
        (["1）购置。", "2.入库。", "3.登记。", "4.盘点。"], ["1）购置。"]),
        (["（一）备足物资", "1.购置。", "2.入库。", "3.登记。", "（二）排查隐患"], []),
        (["（一）备足物资", "1.购置。", "2.入库。", "（二）排查隐患", "3.登记。", "4.整改。"], []),
    ],
)
def test_an_item_with_the_label_of_another_level(body: list[str], found: list[str]) -> None:
    text = notice("一、主要任务", *body)
    assert quoted("heading-level", text) == found
    assert among_all("heading-gap", text, profile="final") == []


def test_a_label_that_would_go_on_above_is_told_by_how_its_neighbours_are_set() -> None:
    text = notice("一、基本情况", "总体平稳。", "二、主要任务", "（一）备物资。备足。", "（二）查隐患。查清。", "三、强值守。专人值班。", "三、其他", "照此执行。")
    assert quoted("heading-level", text) == ["三、强值守"]
    assert quoted("heading-duplicate", text) == []


@pytest.mark.parametrize(
    ("line", "label"), [("2，入库。", "2，"), ("2入库物资。", "2"), ("2：入库物资。", "2："), ("2个仓库入库。", ""), ("（2入库。", "")]
)
def test_the_label_of_an_item_that_stands_broken(line: str, label: str) -> None:
    text = notice("一、主要任务", "1.购置物资。", line, "3.盘点物资。")
    assert quoted("heading-style", text) == ([label] if label else [])


def test_decimal_numbers_before_roman_ones() -> None:
    text = notice("1　总则", "1.1　Ⅳ级响应", "照办。", "1.2　Ⅲ级响应", "照办。", "1.4　Ⅱ级响应", "照办。", "1.4　Ⅰ级响应", "照办。")
    assert quoted("heading-gap", text) == ["1.4　Ⅱ级响应"]
    assert quoted("heading-duplicate", text) == []


def test_two_headings_of_one_number_over_items_of_their_own() -> None:
    items = ["（1）问题表现。账目不清。", "（2）整改情况。已经改正。"]
    text = notice("（一）预算管理", "1.收入未及时上缴", *items, "1.专项资金闲置", *items)
    assert quoted("heading-duplicate", text) == ["1.专项资金闲置"]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("一是责任不清；三是物资不足；三是演练不够。", "heading-duplicate", []),
        ("一是责任不清；三是物资不足；三是演练不够。", "heading-gap", ["三是"]),
        ("一是责任不清；二是物资不足；二是演练不够。", "heading-duplicate", ["二是"]),
        ("一是责任不清；二是物资不足。二是方法问题。", "heading-duplicate", ["二是"]),
        ("第一，备足物资。第三，落实值守。", "heading-gap", ["第三"]),
        ("一是责任不清；二是物资不足。一是要备足物资；二是要落实值守。", "heading-duplicate", []),
        ("十一是节假日，二是周末。", "heading-gap", []),
    ],
)
def test_ordinals_in_the_text_run_on(text: str, name: str, found: list[str]) -> None:
    assert quoted(name, notice(text)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (["一、摸清底数", "逐株登记。", "二、落实管护。", "挂牌保护。", "三、加强督查", "开展抽查。"], ["二、落实管护。"]),
        (["一、摸清底数。", "逐株登记。", "二、落实管护。", "挂牌保护。", "三、加强督查", "开展抽查。"], []),
        (["（一）逐株登记。", "（二）挂牌保护。", "（三）开展抽查"], []),
        (
            ["一、关于管护", "（一）关于登记", "逐株登记。", "（二）关于挂牌", "挂牌保护。", "二、其他意见", "（一）附表1有误，请更正。", "（二）批准后请及时公布。", "特此函告。"],
            [],
        ),
        (["存在三个问题。1、台账不全。2.巡查不勤。3.物资不足。"], ["1、"]),
        (["存在三个问题。1、台账不全。2、巡查不勤。3、物资不足。"], ["1、", "2、", "3、"]),
        (["五，调整公交线路", "（二），严格资金监管", "照此执行。"], ["五，", "（二），"]),
    ],
)
def test_marks_of_headings(body: list[str], found: list[str]) -> None:
    assert quoted("heading-style", notice(*body)) == found


def test_articles_are_counted_in_chinese_numerals() -> None:
    behind = "江河市防汛管理办法\n\n第一条　为做好防汛工作，制定本办法。\n\n第二条　本办法适用于市区。\n\n第3条　本办法自公布之日起施行。"
    text = notice("现将《江河市防汛管理办法》印发给你们。", title="关于印发《江河市防汛管理办法》的通知", behind=behind)
    assert quoted("heading-style", text) == ["第3条"]


@pytest.mark.parametrize(
    ("entry", "found"),
    [("三、保障措施", []), ("三、组织保障", ["三、组织保障"]), ("二、保障措施", ["二、保障措施"])],
)
def test_contents_name_the_headings(entry: str, found: list[str]) -> None:
    behind = (
        f"江河市防汛工作方案\n\n目　录\n\n一、总体要求\n二、主要任务\n{entry}\n\n为做好防汛工作，制定本方案。\n\n"
        "一、总体要求\n\n确保安全。\n\n二、主要任务\n\n备足物资。\n\n三、保障措施\n\n落实责任。"
    )
    text = notice("现将《江河市防汛工作方案》印发给你们。", title="关于印发《江河市防汛工作方案》的通知", behind=behind)
    assert quoted("toc", text) == found


def test_contents_give_the_articles_of_a_chapter() -> None:
    behind = (
        "江河市防汛管理办法\n\n目　录\n\n第一章　总则（第一条—第三条）\n第二章　职责（第三条—第四条）\n第三章　附则（第五条）\n\n"
        "第一章　总则\n\n第一条　制定本办法。\n\n第二条　适用于市区。\n\n第二章　职责\n\n第三条　市水利局负责。\n\n第四条　各区配合。\n\n"
        "第三章　附则\n\n第五条　自公布之日起施行。"
    )
    text = notice("现将《江河市防汛管理办法》印发给你们。", title="关于印发《江河市防汛管理办法》的通知", behind=behind)
    assert quoted("toc", text) == ["第一章　总则（第一条—第三条）"]


LIST = (
    "附件\n\n废止的文件目录\n\n序号\t文件名称\t发文字号\t发布日期\n1\t江河市粮食市场管理办法\t江政发〔2014〕15号\t2014年4月9日\n"
    "2\t江河市招标投标投诉处理办法\t江政发〔2014〕{second}号\t2014年5月3日\n3\t江河市物业专项维修资金管理办法\t江政发〔2014〕19号\t{day}"
)


@pytest.mark.parametrize(
    ("second", "day", "name", "found"),
    [
        ("17", "2014年6月25日", "number-duplicate", []),
        ("19", "2014年6月25日", "number-duplicate", ["江政发〔2014〕19号"]),
        ("17", "2014年4月25日", "number-order", ["江政发〔2014〕19号"]),
        ("17", "2013年6月25日", "number-year", ["2013年6月25日"]),
    ],
)
def test_documents_in_a_list_are_numbered_as_others_are(second: str, day: str, name: str, found: list[str]) -> None:
    text = notice("附件所列文件予以废止。", title="关于废止部分文件的决定", behind=LIST.format(second=second, day=day))
    assert quoted(name, text) == found
    assert quoted("number-gap", text) == []


def test_a_list_and_the_text_give_one_number_one_title() -> None:
    body = "《江河市粮食流通管理办法》（江政发〔2014〕15号）等文件予以废止。"
    text = notice(body, title="关于废止部分文件的决定", behind=LIST.format(second="17", day="2014年6月25日"))
    assert quoted("reference-conflict", text) == ["江河市粮食市场管理办法"]


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [("元旦", "春节", 1), ("防汛", "抗旱", 1), ("中考", "高考", 1), ("元旦", "元旦", 0)],
)
def test_one_number_under_two_matters_is_no_copy(one: str, other: str, errors: int) -> None:
    texts = [
        notice(f"为做好{matter}期间的有关工作，现就{matter}期间值班、应急和信息报送等事项通知如下。", title=f"关于做好2026年{matter}期间值班和应急工作的通知")
        for matter in (one, other)
    ]
    assert len(among_all("number-duplicate", *texts, profile="final")) == errors


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("《防汛办法》（江政发（2022）46号）", ["江政发（2022）46号"]),
        ("《防汛办法》（江政发2025〔11〕号）", ["江政发2025〔11〕号"]),
        ("《防汛办法》（江政发2016年21号）", ["江政发2016年21号"]),
        ("《防汛办法》（江政发2024-40号）", ["江政发2024-40号"]),
        ("《防汛办法》（江政发〔2024 40号）", ["江政发〔2024 40号"]),
        ("《防汛办法》（江政发〔2024〕40号）", []),
        ("《税收公告》（国家税务总局公告2023年第12号）", []),
        ("《判决》（（2022）江01民初46号）", []),
        ("《防汛办法》（江政发2008年21号）", []),
    ],
)
def test_cited_numbers_with_their_brackets_lost_or_elsewhere(written: str, found: list[str]) -> None:
    assert quoted("reference-malformed", notice(f"根据{written}，做好防汛工作。")) == found


@pytest.mark.parametrize(("cited", "found"), [("《关于审批规划的请示》收悉", ["《关于审批规划的请示》"]), ("《关于审批规划的请示》（江府〔2026〕3号）收悉", [])])
def test_a_reply_cites_the_number_of_the_letter(cited: str, found: list[str]) -> None:
    text = notice(f"你区{cited}。经研究，现批复如下：", title="关于临湖区规划的批复", addressee="临湖区人民政府：")
    assert quoted("reference-malformed", text) == found
    assert among_all("reference-malformed", text, profile="published") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("桐溪市政府分管副市长任组长。", ["桐溪市"]),
        ("完成桐溪市医院公交站点迁移。", ["桐溪市"]),
        ("组织赴桐溪市学习考察。", []),
        ("全省龙舟赛于5月1日至3日在桐溪市举行。", []),
        ("在桐溪市主城区新建泊位200个。", ["桐溪市"]),
        ("与桐溪市、云岭市建立协作机制。", []),
        ("桐溪市某某建设有限公司中标。", []),
        ("按照市政务公开要求执行，跨河市场予以保留。", []),
    ],
)
def test_the_name_of_another_place_is_told(sentence: str, found: list[str]) -> None:
    assert quoted("place-leftover", notice(sentence)) == found


@pytest.mark.parametrize(("word", "found"), [("身份证号：", 1), ("身份证号码", 1), ("登记编号：", 0)])
def test_a_number_called_an_identity_number_is_one(word: str, found: int) -> None:
    text = notice(f"联系人郑立新（{word}990101198503124418）。")
    assert len(findings("personal-data", text)) == found
    assert all("1985" not in one.message for one in findings("personal-data", text))


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("关于2026年第二季度热线办理情况的通报", "现将2026年第三季度热线办理情况通报如下：", ["第二季度"]),
        ("关于2026年上半年热线办理情况的通报", "现将2026年下半年热线办理情况通报如下：", ["上半年"]),
        ("关于2026年第二季度热线办理情况的通报", "现将2026年第二季度热线办理情况通报如下：", []),
    ],
)
def test_the_text_tells_of_the_period_in_the_title(title: str, body: str, found: list[str]) -> None:
    assert quoted("title-mismatch", notice(body, title=title)) == found


def test_a_title_of_another_genre_than_the_text_is_one_slip() -> None:
    text = notice("现批复如下：同意。", "此复", title="关于临湖区规划的复函", addressee="临湖区人民政府：").replace("此复\n", "此复。\n")
    assert quoted("title-mismatch", text) == ["的复函"] or quoted("title-mismatch", text) == ["划的复函"]
    assert among_all("genre-closing", text, profile="final") == []


def test_one_closing_amiss_does_not_hide_another_genre() -> None:
    text = notice("现通告如下：", "一、违反本通告规定的，依法处理。", "二、本通告自2026年5月1日起施行。", "特此通知。", title="关于封闭堤顶道路的公告", addressee="")
    assert quoted("title-mismatch", text) == ["路的公告"]


def test_what_is_issued_or_attached_has_a_title() -> None:
    body = "一、总体要求\n\n确保安全。\n\n二、主要任务\n\n备足物资。"
    text = notice("现将《江河市防汛工作方案》印发给你们。", title="关于印发《江河市防汛工作方案》的通知", behind=f"为做好防汛工作，制定本方案，请认真执行。\n\n{body}")
    assert told("title-missing", text) == [(13, "为做好防汛工作，制定本方案，请认真执行。")]


def test_attachments_are_told_where_they_are_announced() -> None:
    behind = "附件1\n\n物资储备清单\n\n序号\t名称\n1\t救生衣\n\n附件3\n\n任务分工表\n\n序号\t单位\n1\t市水利局"
    text = notice("请认真执行。\n\n附件：1.物资储备目录\n　　　2.任务分工表", behind=behind)
    assert quoted("attachment-title", text) == ["物资储备目录"]
    assert quoted("attachment-form", text) == ["附件3"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["1.1\t一号桥\t200", "1.2\t二号桥\t180", "1.2\t三号桥\t160"], ["1.2"]),
        (["1.1\t一号桥\t200", "1.2\t二号桥\t180", "2.1\t三号桥\t160"], []),
        (["1.1\t一号桥\t200", "1.1\t一号桥\t180", "1.2\t三号桥\t160"], []),
    ],
)
def test_decimal_serials_repeat(rows: list[str], found: list[str]) -> None:
    table = "附件\n\n桥梁表\n\n编号\t名称\t投资（万元）\n" + "\n".join(rows)
    assert quoted("row-duplicate", notice("请认真执行。\n\n附件：桥梁表", behind=table)) == found


@pytest.mark.parametrize(("third", "found"), [("85.1", ["2"]), ("88.0", [])])
def test_a_rank_is_given_twice_only_to_equals(third: str, found: list[str]) -> None:
    rows = ["东城区\t92.3\t1", "西城区\t88.0\t2", f"南城区\t{third}\t2", "北城区\t80.4\t4", "中城区\t79.9\t5"]
    table = "附件\n\n排名表\n\n地区\t得分\t排名\n" + "\n".join(rows)
    assert quoted("row-duplicate", notice("请认真执行。\n\n附件：排名表", behind=table)) == found


@pytest.mark.parametrize(
    ("issuer", "number", "found"),
    [
        ("江河市人民政府办公室", "桐政办发〔2026〕12号", 1),
        ("江河市人民政府办公室", "江政办发〔2026〕12号", 0),
        ("江河市人民政府办公室", "市政办发〔2026〕12号", 0),
        ("重庆市人民政府", "渝府发〔2026〕12号", 0),
        ("江河市临湖区人民政府办公室", "临府办发〔2026〕12号", 0),
        ("江河市人力资源和社会保障局", "江教函〔2026〕12号", 1),
        ("江河市教育局", "江教函〔2026〕12号", 0),
        ("江河市教育体育局", "江教体〔2026〕12号", 0),
        ("江河市水利局", "江水发〔2026〕12号", 0),
        ("江河市城市管理局", "江城管〔2026〕12号", 0),
    ],
)
def test_the_code_is_that_of_the_place_and_the_department(issuer: str, number: str, found: int) -> None:
    assert len(quoted("number-issuer", notice("请认真执行。", issuer=issuer, number=number))) == found


def test_a_number_alone_whose_figures_are_turned() -> None:
    text = notice("根据《江河市防汛办法》（江政发〔2023〕15号）做好工作。", "按照江政发〔2023〕51号文件落实责任。", "按照江政发〔2023〕27号文件落实物资。")
    assert quoted("reference-conflict", text) == ["江政发〔2023〕51号"]


def test_number_of_a_row_that_another_row_bears() -> None:
    rows = [f"{index}\t26010{code}\t江河市图书馆\t2" for index, code in enumerate((1, 2, 3, 3, 5, 6), 1)]
    text = notice("岗位如下：", "\n".join(("序号\t岗位代码\t单位\t人数", *rows)))
    assert quotes("row-duplicate", text) == ["260103"]


def test_rank_in_the_first_column() -> None:
    rows = ("1\t云岭县\t37.5", "2\t临湖区\t36.8", "3\t青石县\t35.6", "5\t白沙县\t34.1", "5\t古渡县\t33.9")
    assert quotes("row-duplicate", notice("得分如下：", "\n".join(("排名\t县（区）\t得分", *rows)))) == ["5"]
    tied = ("1\t云岭县\t37.5", "2\t临湖区\t36.8", "3\t青石县\t35.6", "4\t白沙县\t33.9", "4\t古渡县\t33.9")
    assert quotes("row-duplicate", notice("得分如下：", "\n".join(("排名\t县（区）\t得分", *tied)))) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("委员：安实、温文、纪雅（女）、谷穗（女）、安实", ["安实"]),
        ("委员：安实、温文、纪雅（女）、谷穗（女）", []),
        ("地点：河口、石桥、柳林、河口", []),
    ],
)
def test_a_person_twice_behind_a_label(line: str, found: list[str]) -> None:
    text = notice("请认真落实。", "附件：委员会成员名单", behind=f"附件\n\n委员会成员名单\n\n主任：和桂芳（女）\n{line}")
    assert quotes("row-duplicate", text) == found
