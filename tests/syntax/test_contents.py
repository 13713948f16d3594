"""Contents lists, of gazettes and of plans."""

from __future__ import annotations

import pytest

from reading import document, kinds, read

DOCUMENTS = """
江河市人民政府关于加强防汛工作的通知

2026年3月1日 江政发〔2026〕1号

各县（区）人民政府：

为做好防汛工作，现通知如下。

江河市人民政府关于李小军等同志任免职的通知

各县（区）人民政府：

任命李小军为市水利局局长。
"""


@pytest.mark.parametrize(
    "contents",
    [
        "目 录\n\n江河市人民政府关于加强防汛工作的通知……………3\n江河市人民政府关于李小军等同志任免职的通知……………9",
        "目录\n江河市人民政府关于加强防汛工作的通知.....(3)\n江河市人民政府关于李小军等同志任免职的通知.....（9）",
        "目　录\n江河市人民政府关于加强防汛\n工作的通知……3\n江河市人民政府关于李小军等\n同志任免职的通知……9",
        "目录\n江河市人民政府关于加强防汛工作的通知\t江政发〔2026〕1号(3)\n江河市人民政府关于李小军等同志任免职的通知\t(9)",
        "目次\n江政发〔2026〕1号 江河市人民政府关于加强防汛工作的通知（3）\n江河市人民政府关于李小军等同志任免职的通知（9）",
        "目录\n江河市人民政府关于加强防汛工作的通知……3　　江河市人民政府关于李小军等同志任免职的通知……9",
        "目录\n【市政府文件】\n江河市人民政府关于加强防汛工作的通知……3\n人事任免\n江河市人民政府关于李小军等同志任免职的通知……9",
        "目录\n\n| 江河市人民政府关于加强防汛工作的通知 | (3) |\n| 江河市人民政府关于李小军等同志任免职的通知 | (9) |",
    ],
)
def test_a_gazettes_contents_and_its_documents(contents: str) -> None:
    file = read(f"江河市人民政府公报\n\n2026年第2期（总第86期）\n\n{contents}\n{DOCUMENTS}")
    titles = ["江河市人民政府关于加强防汛工作的通知", "江河市人民政府关于李小军等同志任免职的通知"]
    assert [(entry.title, entry.page) for entry in file.contents] == list(zip(titles, (3, 9), strict=True))
    assert [one.name for one in file.documents] == titles
    assert file.issue is not None
    assert (file.issue.name, file.issue.year, file.issue.number, file.issue.total) == ("江河市人民政府公报", 2026, 2, 86)


def test_a_document_without_number_is_found_by_its_listed_title_only() -> None:
    assert len(read(DOCUMENTS).documents) == 1


CHAPTERS = "第一章 总则\n\n第一条 为了防汛，制定本办法。\n\n第二章 附则\n\n第二条 本办法自发布之日起施行。"


@pytest.mark.parametrize(
    "contents",
    [
        "目 录\n第一章 总则\n第二章 附则",
        "目 录\n第一章 总则…………1\n第二章 附则…………2",
        "目录\n\n第一章 总则（1）\n\n第二章 附则（2）",
    ],
)
def test_the_contents_of_measures_are_no_chapters(contents: str) -> None:
    text = f"江河市人民政府令\n\n第3号\n\n现予公布。\n\n市长 李明\n\n2026年3月1日\n\n江河市防汛办法\n\n{contents}\n\n{CHAPTERS}"
    found = [kind for kind, _words in kinds(text)]
    assert found.count("CHAPTER") == 2
    assert found.count("ENTRY") == 2
    (annex,) = document(text).annexes
    assert len(annex.contents) == 2


def test_a_plan_with_contents_keeps_its_title() -> None:
    plan = document("江河市防汛应急预案\n\n目 录\n\n1 总则……1\n1.1 编制目的……1\n\n1 总则\n\n1.1 编制目的\n\n规范防汛工作。")
    assert plan.title is not None
    assert plan.title.text.value == "江河市防汛应急预案"
    assert [heading.text.value for heading in plan.of("heading")] == ["1总则", "1.1编制目的"]


def test_a_word_alone_is_no_contents_list() -> None:
    assert ("TEXT", "目录") in kinds("江河市人民政府关于防汛的通知\n江政发〔2026〕1号\n\n各县：\n\n目录\n\n为做好防汛工作，现通知如下。")
