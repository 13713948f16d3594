"""What a document is: genre, action, issuers, number, date."""

from __future__ import annotations

import pytest

from hegao.document.identity import action_of, genre_of, issuers_in


@pytest.mark.parametrize(
    ("title", "genre", "action"),
    [
        ("江河市人民政府关于印发《防汛办法》的通知", "通知", "印发"),
        ("江河市人民政府办公室转发市民政局关于养老服务意见的通知", "通知", "转发"),
        ("江河市人民政府批转《市水利局关于防汛的报告》", "通知", "批转"),
        ("江河市人民政府关于废止部分文件的决定", "决定", "废止"),
        ("江河市人民政府关于公布第一批名录的通知（试行）", "通知", "公布"),
        ("江河市人民政府办公室关于农田问题的复函", "函", None),
        ("江河市人民政府对第12号提案的答复", "函", None),
        ("江河市人民政府令", "命令（令）", None),
        ("江河市防汛办法", "办法", None),
        ("江河市防汛方案", None, None),
        ("江河市人民政府命令", "命令（令）", None),
        ("江河市人民政府关于公布废止文件目录的决定", "决定", "废止"),
        ("江河市人民政府关于表彰先进的通报", "通报", "表扬"),
        ("江河市人民政府关于设立云岭新区的批复", "批复", "成立"),
        ("江河市人民政府关于修订《防汛预案》的公告〔试行〕", None, "修改"),
        ("江河市人民政府办公室关于颁布《防汛规定》的通告（2026年第1号）", "通告", "公布"),
    ],
)
def test_genre_and_action_by_the_title(title: str, genre: str | None, action: str | None) -> None:
    assert (genre_of(title), action_of(title)) == (genre, action)


@pytest.mark.parametrize(
    ("title", "bodies"),
    [
        ("江河市人民政府关于防汛的通知", ["江河市人民政府"]),
        ("江河市教育局、江河市公安局关于校车的通知", ["江河市教育局", "江河市公安局"]),
        ("江河市人民政府办公室转发市民政局意见的通知", ["江河市人民政府办公室"]),
        ("江河海关关于通关的公告", ["江河海关"]),
        ("江河市公安局交通警察支队关于停车的通告", ["江河市公安局交通警察支队"]),
        ("江河市总工会颁发劳动奖章的决定", ["江河市总工会"]),
        ("江河市防汛抗旱指挥部、江河市气象局关于防汛的通知", ["江河市防汛抗旱指挥部", "江河市气象局"]),
        ("江河市人民政府对第12号提案的答复", ["江河市人民政府"]),
        ("关于防汛的通知", []),
        ("全市防汛工作会议纪要", []),
    ],
)
def test_issuers_in_a_title(title: str, bodies: list[str]) -> None:
    assert issuers_in(title) == bodies
