"""What a document answers, whom it calls what, what it asks for besides, and what its first sentence says it is about."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

REQUEST = "江河县应急管理局关于新建物资储备库的{genre}\n\n县人民政府：\n\n拟新建储备库1座。{more}\n\n妥否，请批示。\n\n江河县应急管理局\n2026年4月15日\n"


@pytest.mark.parametrize("genre", ["请示", "申请"])
@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("另外，请同意增加事业编制5名。", ["另外，请同意增加事业编制5名"]),
        ("资金列入县级预算，并请同意为储备库核增事业编制3名。", ["并请同意为储备库核增事业编制3名"]),
        ("另外，请同意将该库列入年度计划。", []),
    ],
)
def test_a_second_matter(genre: str, more: str, found: list[str]) -> None:
    assert [quote for quote in quotes("genre-closing", REQUEST.format(genre=genre, more=more)) if "编制" in quote] == found


LETTER = "江河市统计局关于商请提供名录的函\n\n{to}：\n\n商请{you}于4月17日前提供。\n\n江河市统计局\n2026年4月7日\n"


@pytest.mark.parametrize(
    ("to", "you", "found"),
    [
        ("市市场监督管理局", "你局", ["你局"]),
        ("市市场监督管理局", "贵局", []),
        ("云岭县统计局", "你局", []),
    ],
)
def test_among_equals(to: str, you: str, found: list[str]) -> None:
    assert quotes("genre-closing", LETTER.format(to=to, you=you)) == found


@pytest.mark.parametrize(("kind", "found"), [("函", ["批复"]), ("请示", [])])
def test_an_answer_to_a_letter(kind: str, found: list[str]) -> None:
    text = f"江河市交通运输局关于增设站点的批复\n\n云岭县交通运输局：\n\n《云岭县交通运输局关于增设站点的{kind}》（云交〔2026〕8号）收悉。同意增设。\n\n江河市交通运输局\n2026年4月14日\n"
    assert quotes("genre-closing", text) == found


@pytest.mark.parametrize(
    ("copies", "found"),
    [
        ("市委办公室，市总工会，市人大常委会办公室。", ["市人大常委会办公室"]),
        ("市委办公室，市人大常委会办公室，市总工会。", []),
    ],
)
def test_the_order_of_copies(copies: str, found: list[str]) -> None:
    assert quotes("copies-form", notice("请认真落实。") + f"\n抄送：{copies}\n") == found


@pytest.mark.parametrize(
    ("title", "said", "found"),
    [
        ("关于开展2026年危险化学品泄漏事故综合应急演练的通知", "现就开展2026年尾矿库溃坝事故综合应急演练有关事项通知如下：", True),
        ("关于开展2026年危险化学品泄漏事故综合应急演练的通知", "现就开展2026年危险化学品泄漏事故综合应急演练有关事项通知如下：", False),
        ("关于第七届居民委员会换届选举有关事项的通知", "第八届居民委员会换届选举将于5月举行，现将有关事项通知如下：\n\n第七届居民委员会任期至选出之日止。", True),
        ("关于第八届居民委员会换届选举有关事项的通知", "第七届居民委员会任期届满，第八届居民委员会换届选举将于5月举行，现将有关事项通知如下：", False),
    ],
)
def test_the_matter_of_the_title(title: str, said: str, found: bool) -> None:
    assert bool(quotes("title-mismatch", notice(said, "一、时间。5月20日。", title=title))) is found
