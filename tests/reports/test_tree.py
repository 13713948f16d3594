"""The tree as JSON and as an outline."""

from __future__ import annotations

import json

from hegao.reports.tree import tree_json, tree_outline
from reports.trees import gazette, single


def test_the_json_of_a_document_has_every_field_of_version_1() -> None:
    tree = json.loads(tree_json(single()))
    assert tree == {
        "version": 1,
        "path": "a.txt",
        "kind": "document",
        "issue": None,
        "contents": [],
        "documents": [
            {
                "line": 3,
                "end_line": 20,
                "title": "江河市人民政府办公室关于印发农村供水方案的通知",
                "number": "江政办发〔2026〕12号",
                "date": "2026-03-06",
                "issuer": ["江河市人民政府办公室"],
                "genre": "通知",
                "action": "印发",
                "addressee": "各县（区）人民政府",
                "attachments": [{"title": "分工表", "line": 12}],
                "annexes": [{"title": "农村供水方案", "line": 8}],
                "headings": [
                    {"line": 9, "level": 1, "label": "一、", "text": "重点任务"},
                    {"line": 10, "level": 2, "label": "（一）", "text": "加强水源保护"},
                ],
                "tasks": [
                    {
                        "line": 11,
                        "form": "clause",
                        "measure": "划定水源保护区",
                        "lead": ["市水利局"],
                        "coop": ["市财政局", "教育局"],
                        "responsible": [],
                        "upper_lead": [],
                        "upper_coop": [],
                        "units": ["市水利局", "市财政局", "市教育局"],
                        "deadline": "12月底前",
                        "due": "2026-12-31",
                    },
                    {
                        "line": 15,
                        "form": "row",
                        "measure": "=建成水厂",
                        "lead": [],
                        "coop": [],
                        "responsible": [],
                        "upper_lead": [],
                        "upper_coop": [],
                        "units": [],
                        "deadline": "长期推进",
                        "due": "open-ended",
                    },
                ],
            }
        ],
    }


def test_a_gazette_has_its_issue_and_contents_and_null_for_what_is_unknown() -> None:
    tree = json.loads(tree_json(gazette()))
    assert tree["kind"] == "gazette"
    assert tree["issue"] == {"name": "江河市人民政府公报", "year": 2026, "number": 2, "total": 86, "date": "2026-04-15"}
    assert tree["contents"] == [{"title": "关于印发农村供水方案的通知", "number": "江政办发〔2026〕12号", "page": 3, "line": 2}]
    bare = tree["documents"][1]
    assert [bare[key] for key in ("title", "number", "date", "genre", "action", "addressee")] == [None] * 6


def test_the_outline_can_be_read_beside_the_paper() -> None:
    assert tree_outline(single()) == (
        "a.txt：公文\n"
        "\n"
        "    3  江河市人民政府办公室关于印发农村供水方案的通知\n"
        "       字号：江政办发〔2026〕12号\n"
        "       日期：2026年3月6日\n"
        "       发文机关：江河市人民政府办公室\n"
        "       文种：通知（印发）\n"
        "       主送：各县（区）人民政府\n"
        "    8  【所附】农村供水方案\n"
        "    9    一、重点任务\n"
        "   10      （一）加强水源保护\n"
        "   11        ◇ 划定水源保护区 → 牵头 市水利局；配合 市财政局、教育局；时限 12月底前［2026-12-31］\n"
        "   12  附件：分工表\n"
        "   14      ［表：分工表，1 行］\n"
        "   15        ◇ =建成水厂 → 时限 长期推进［长期］\n"
        "   17        （未能归类）？？\n"
    )


def test_the_outline_of_a_gazette_starts_with_issue_and_contents() -> None:
    lines = tree_outline(gazette()).splitlines()
    assert lines[:3] == [
        "a.txt：江河市人民政府公报2026年第2期（总第86期），2 件公文",
        "目录 1 条",
        "      2  关于印发农村供水方案的通知（江政办发〔2026〕12号） …… 3",
    ]
    assert "   30  （没有读出标题）" in lines
