"""Parts of right documents that look unlike the usual: chapters whose names read like bodies, bodies that no list knows, studies, announcements."""

from __future__ import annotations

import pytest

from checks.told import told

_CHAPTERS = """关于印发《云岭县防汛预案》的通知

云政办发〔2026〕9号

各乡镇人民政府：

现将《云岭县防汛预案》印发给你们，请认真执行。

云岭县人民政府办公室
2026年4月1日

云岭县防汛预案

1　总则
1.1　目的
为做好防汛工作，制定本预案。
2　{name}
县防汛抗旱指挥部由县水利局等8个单位组成。
3　预警
3.1　分级
预警分为四级。
4　附则
本预案自印发之日起施行。
"""


@pytest.mark.parametrize("name", ["组织机构", "指挥体系及办公室", "工作领导小组", "职责"])
def test_a_chapter_without_sections_is_one_whatever_it_is_called(name: str) -> None:
    assert not {"heading-gap", "heading-duplicate"} & set(told(_CHAPTERS.format(name=name), "final"))


@pytest.mark.parametrize("begin", ["规模以上企业应当建档", "及时上报险情", "和平利用堤防设施", "款项应当专户管理", "至迟于每年3月公布结果"])
def test_a_blank_parts_an_article_from_its_words(begin: str) -> None:
    articles = ["第一条　为规范管理，制定本办法。", f"第二条　{begin}。", "第三条　本办法自2026年5月1日起施行。"]
    text = "江河市堤防管理办法\n\n" + "\n".join(articles) + "\n"
    assert "heading-gap" not in told(text, "final")


@pytest.mark.parametrize("signer", ["江河大学教务处", "江河市第二实验小学", "云岭县河湖长制专班", "江河市物业服务行业联盟"])
def test_who_stands_alone_over_the_day_signs(signer: str) -> None:
    text = f"关于做好防汛值班的通知\n\n江防〔2026〕3号\n\n各科室：\n\n请做好值班。\n\n{signer}\n2026年4月1日\n\n抄送：江河市水利局。\n"
    assert "signature-missing" not in told(text, "final")


@pytest.mark.parametrize("title", ["关于河湖管护情况的调研报告", "关于堤防运行的评估报告（2026年）"])
def test_a_study_needs_neither_number_nor_addressee(title: str) -> None:
    text = f"{title}\n江河市水利局调研组\n（2026年4月1日）\n\n按照安排，调研组赴云岭县调研。现将情况报告如下。\n\n一、基本情况\n堤防完好。\n"
    assert not {"number-missing", "addressee-missing", "title-missing"} & set(told(text, "final"))


def test_a_report_that_goes_up_needs_both() -> None:
    text = "江河市水利局关于防汛情况的报告\n\n现将防汛情况报告如下。\n\n一、基本情况\n堤防完好。\n\n江河市水利局\n2026年4月1日\n"
    assert {"number-missing", "addressee-missing"} <= set(told(text, "final"))


@pytest.mark.parametrize("word", ["公示", "启事", "倡议书", "声明"])
def test_what_is_announced_has_a_title_though_no_genre_of_documents(word: str) -> None:
    text = f"江河市水利局关于2026年度节水单位评审结果的{word}\n\n根据有关办法，评审已经完成。\n\n江河市水利局\n2026年4月1日\n"
    assert "title-missing" not in told(text, "final")


@pytest.mark.parametrize("state", ["（征求意见稿）", "（草案）", "（试行）", "（2026年版）"])
def test_the_state_below_a_title_belongs_to_it(state: str) -> None:
    body = "我局起草了《江河市堤防管理办法》，现征求意见。\n\n请函复。\n\n附件：1.江河市堤防管理办法{0}\n　　　2.反馈表\n"
    text = (
        "江河市水利局关于征求意见的函\n\n江水函〔2026〕3号\n\n市财政局：\n\n"
        + body.format(state)
        + f"\n江河市水利局\n2026年4月1日\n\n附件1\n江河市堤防管理办法\n{state}\n\n第一条　为加强管理，制定本办法。\n\n附件2\n反馈表\n\n序号\t意见\n1\t\n"
    )
    assert "attachment-title" not in told(text, "final")
