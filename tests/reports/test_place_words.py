"""Places in files without lines of their own, as people and machines are told them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hegao.cli.main import run
from hegao.reports.place_words import place_json, place_words
from hegao.sources.origins import Cell, Place
from word_files import from_text, paragraph, table, word

DRAFT = word(
    paragraph("江河市水利局关于做好防汛工作的通知")
    + paragraph("各县（区）水利局：")
    + paragraph("请于2026年2月30日前报送。")
    + table(["序号", "任务", "牵头单位"], ["1", "建成（水厂。", "市水利局"], ["2", "改造管网。", "市水利局"])
    + paragraph("江河市水利局")
    + paragraph("2026年1月6日")
)


@pytest.mark.parametrize(
    ("place", "chinese", "english", "data"),
    [
        (Place(12), "第12段", "paragraph 12", {"paragraph": 12}),
        (Place(cell=Cell(1, 3, 2)), "表1第3行第2列", "table 1 row 3 column 2", {"cell": {"table": 1, "row": 3, "column": 2}}),
        (Place(4, part="textbox"), "第4段文本框", "paragraph 4 text box", {"paragraph": 4, "part": "textbox"}),
        (Place(4, part="footnote"), "第4段脚注", "paragraph 4 footnote", {"paragraph": 4, "part": "footnote"}),
        (Place(part="header"), "页眉", "header", {"part": "header"}),
        (Place(), "", "", {}),
        (None, "", "", {}),
    ],
)
def test_words(place: Place | None, chinese: str, english: str, data: dict[str, object]) -> None:
    assert place_words(place) == chinese
    assert place_words(place, "en") == english
    assert place_json(place) == data


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> Path:
    """A draft in the current folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "草稿.docx"
    path.write_bytes(DRAFT)
    return path


def test_people_read_paragraph_and_cell(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "草稿.docx"]) == 1
    said = capsys.readouterr().out
    assert "第3段 错误 DAT202" in said
    assert "表1第2行第2列 警告 TXT701" in said
    assert run(["check", "--lang", "en", "草稿.docx"]) == 1
    assert "table 1 row 2 column 2 warning TXT701" in capsys.readouterr().out


def test_machines_read_them_beside_line_and_column_also_from_the_cache(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for _ in range(2):
        run(["check", "--output-format", "json", "草稿.docx"])
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]
    by_name = {finding["name"]: finding for finding in json.loads(outputs[0])["files"][0]["findings"]}
    assert (by_name["date-invalid"]["paragraph"], by_name["date-invalid"]["line"], by_name["date-invalid"]["column"]) == (3, 3, 3)
    assert by_name["bracket"]["cell"] == {"table": 1, "row": 2, "column": 2}
    assert "paragraph" not in by_name["bracket"]


def test_related_places_have_theirs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "关于做好防汛工作的通知\n各县：\n为做好工作，通知如下。\n　　一、查。逐一排查。\n　　一、防。落实责任。\n2026年1月6日\n"
    path = tmp_path / "a.docx"
    path.write_bytes(from_text(text))
    run(["check", "--output-format", "json", "--select", "heading-duplicate", str(path)])
    finding = json.loads(capsys.readouterr().out)["files"][0]["findings"][0]
    assert (finding["paragraph"], finding["related"][0]["paragraph"]) == (5, 4)


def test_tasks_and_trees_have_theirs(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tasks", "草稿.docx"]) == 0
    assert "草稿.docx:表1第2行第1列" in capsys.readouterr().out
    assert run(["tree", "--output-format", "json", "草稿.docx"]) == 0
    tasks = json.loads(capsys.readouterr().out)["documents"][0]["tasks"]
    assert [task["cell"]["row"] for task in tasks] == [2, 3]


def test_fixing_leaves_word_files_and_pages_as_they_are(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = "根据江政发[2024]8号文件，请办理。"
    draft.write_bytes(from_text(f"关于做好防汛工作的通知\n各县：\n{wrong}\n"))
    page = draft.with_name("页.html")
    page.write_text(f"<html><p>关于做好防汛工作的通知</p><p>各县：</p><p>{wrong}</p></html>", "utf-8")
    text = draft.with_name("文.txt")
    text.write_text(f"关于做好防汛工作的通知\n各县：\n{wrong}\n", "utf-8")
    before = draft.read_bytes(), page.read_bytes()
    run(["check", "--fix", "."])
    said = capsys.readouterr().err
    assert "草稿.docx：是 Word 文件，不直接改写" in said
    assert "hegao annotate --track-changes" in said
    assert "页.html：是网页" in said
    assert (draft.read_bytes(), page.read_bytes()) == before
    assert "〔2024〕" in text.read_text("utf-8")


def test_a_baseline_and_a_batch_take_word_files_like_any_other(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--baseline", "基线.json", "--write-baseline", "草稿.docx"])
    assert run(["check", "--baseline", "基线.json", "草稿.docx"]) == 0
    (draft.parent / "表.txt").write_text("江政发〔2026〕3号\n\n江河市人民政府关于做好防汛备汛工作的通知\n\n各县：\n请办理。\n", "utf-8")
    draft.write_bytes(from_text("江政发〔2026〕3号\n\n江河市人民政府关于开展义务植树活动的通知\n\n各县：\n请办理。\n"))
    capsys.readouterr()
    run(["check", "--output-format", "json", "--select", "number-duplicate", "."])
    files = {file["path"]: file["findings"] for file in json.loads(capsys.readouterr().out)["files"]}
    assert files["草稿.docx"] == []
    (finding,) = files["表.txt"]
    assert "paragraph" not in finding
    assert [(other["path"], other["paragraph"]) for other in finding["related"]] == [("草稿.docx", 1)]
