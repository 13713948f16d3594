"""Attachments told by a contents list, by an unnumbered first item, by other words: which text is which, and where the slip is."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice

ROWS = "序号\t单位\t数量\n1\t云岭县\t20\n2\t临湖区\t30"


def told(name: str, *announced: str, titles: tuple[str, ...], body: str = "请认真落实。") -> list[str]:
    """The quotes of what the rule finds in a notice with a list of attachments and texts under these titles."""
    below = "\n\n".join(f"附件{number if len(titles) > 1 else ''}\n\n{title}\n\n{ROWS}" for number, title in enumerate(titles, 1))
    text = notice(body, "\n".join(announced), behind=below)
    return [one.quote for one in findings(name, text, "final")]


@pytest.mark.parametrize(
    ("announced", "titles", "body", "quote"),
    [
        # The one that is left where the others bear their titles.
        (("附件：1.会议议程", "　　　2.参会报名表"), ("会议议程", "参会回执"), "请填写参会回执（附件2）。", "参会报名表"),
        (("附件：1.会议议程", "　　　2.参会报名表"), ("会议议程", "参会回执"), "请填写参会报名表（附件2）。", "参会回执"),
        # Another one that does not follow at all.
        (("附件：1.会议议程", "　　　2.演练科目时间表", "　　　3.专家名单", "　　　4.安全须知"), ("会议议程", "演练流程安排表", "专家名单"), "请认真落实。", "演练科目时间表"),
        # A word lost at the end.
        (("附件：1.会议议程", "　　　2.江河市河道名录"), ("会议议程", "江河市河道"), "请认真落实。", "江河市河道名录"),
        # The first without its number.
        (("附件：水库名册", "　　　2.江河市河道名单"), ("水库名册", "江河市河道名录"), "请认真落实。", "江河市河道名单"),
        # By which words the sentence with 附件 speaks of it.
        (("附件：云岭县学校排查底数表",), ("云岭县学校摸底情况表",), "排查底数见附件。", "云岭县学校摸底情况表"),
    ],
)
def test_which_of_two_titles_has_the_slip(announced: tuple[str, ...], titles: tuple[str, ...], body: str, quote: str) -> None:
    assert told("attachment-title", *announced, titles=titles, body=body) == [quote]


def test_a_contents_list_announces() -> None:
    contents = "目　录\n\n1　总则\n\n2　保障\n\n附件：1.成员单位通讯录\n\n　　　2.应急物资{}表"
    plan = "江河市防汛预案\n\n{}\n\n1　总则\n\n1.1　目的\n\n做好防汛。\n\n2　保障\n\n备足物资。\n\n附件1\n\n成员单位通讯录\n\n{}\n\n附件2\n\n应急物资储备表\n\n{}"
    for word, found in (("储备", []), ("清单", ["应急物资清单表"])):
        text = notice("现将《江河市防汛预案》印发给你们，请遵照执行。", title="关于印发江河市防汛预案的通知", behind=plan.format(contents.format(word), ROWS, ROWS))
        assert [one.quote for one in findings("attachment-unannounced", text, "final")] == []
        assert [one.quote for one in findings("attachment-title", text, "final")] == found


def test_one_that_was_not_announced_stands_from_its_mark_to_its_title() -> None:
    below = f"附件1\n\n会议议程\n\n{ROWS}\n\n附件2\n\n河道名录\n\n{ROWS}"
    text = notice("请认真落实。", "附件：1.会议议程", behind=below)
    (found,) = findings("attachment-unannounced", text, "final")
    lines = text.split("\n")
    assert (found.span.line, found.span.end_line) == (lines.index("附件2") + 1, lines.index("河道名录") + 1)


def test_letters_that_the_title_over_the_text_has_lost() -> None:
    assert told("attachment-title", "附件：农村供水保障行动任务表", titles=("农村供水保行动任务表",), body="开展农村供水保障行动。") == ["农村供水保行动任务表"]
    assert told("attachment-title", "附件：农村供水保行动任务表", titles=("农村供水保障行动任务表",), body="开展农村供水保障行动。") == ["农村供水保行动任务表"]
