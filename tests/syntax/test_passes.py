"""The passes over the lines of a file: what each undoes or decides, seen in the kinds of the lines behind it."""

from __future__ import annotations

from collections import Counter

import pytest

from hegao.syntax.lines import logical_lines
from hegao.syntax.passes import PASSES, Reading, read_lines
from reading import kinds, lines_of, source

NOTICE = "江河市人民政府关于加强防汛工作的通知\n\n江政发〔2026〕3号\n\n各县（区）人民政府：\n\n为做好防汛工作，现通知如下。\n"


def test_every_pass_says_what_it_undoes_or_decides() -> None:
    assert [one.__name__ for one in PASSES if not (one.__doc__ or "").startswith(("Undoes:", "Decides"))] == []
    assert len({one.__name__ for one in PASSES}) == len(PASSES)


@pytest.mark.parametrize("number", range(len(PASSES) + 1))
def test_no_pass_loses_a_word(number: int) -> None:
    """Whatever the passes have done so far, each word stands in a line or in the furniture."""
    text = f"——江河市人民政府——\n\n{NOTICE}\n附件：防汛任务\n分工表\n\n序号\t措施\t责任单位\n1\t巡查堤防\t市水利局\n\n江河市人民政府\n2026年3月1日\n"
    reading = Reading(*logical_lines(source(text).lines))
    for one in PASSES[:number]:
        one(reading)
    said = "".join(line.text.value for line in [*reading.lines, *reading.furniture])
    assert Counter("".join(text.split())) - Counter(said) == Counter()


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("1　总则\n1.1 编制目的\n为做好防汛工作，制定本预案。", "DIGIT"),
        ("1　总则\n编制目的\n为做好防汛工作，制定本预案。", "TEXT"),
        ("2　总则\n1.1 编制目的\n为做好防汛工作，制定本预案。", "TEXT"),
        ("1　总则如下：\n1.1 编制目的\n为做好防汛工作，制定本预案。", "TEXT"),
    ],
)
def test_a_figure_before_a_name_is_a_chapter_where_its_sections_follow(lines: str, kind: str) -> None:
    told = {words: kind for kind, words in kinds(f"江河市防汛预案\n\n{NOTICE}\n{lines}")}
    assert told["".join(lines.split("\n")[0].split())] == kind


GAZETTE = f"江河市人民政府公报\n\n目录\n江河市人民政府关于加强防汛工作的通知……3\n\n{NOTICE}\n江河市人民政府\n2026年3月1日\n"


@pytest.mark.parametrize(
    "publishers",
    ["主办单位：江河市人民政府办公室", "主办：江河市人民政府\n编辑出版：江河市人民政府办公室\n联系电话：0000-123456\n邮编：000000"],
)
def test_the_publishers_of_a_gazette_stand_at_its_end(publishers: str) -> None:
    parsed = lines_of(f"{GAZETTE}\n{publishers}")
    count = len(publishers.split("\n"))
    assert [line.kind for line in parsed.lines[-count:]] == ["COLOPHON"] * count
    assert [token.kind for token in parsed.tree.tokens()][-count:] == ["COLOPHON"] * count


def test_one_label_alone_tells_no_gazette() -> None:
    assert kinds(f"{NOTICE}\n主办单位：江河市水利局")[-1][0] == "TEXT"


def test_a_label_before_the_end_is_text() -> None:
    told = {words: kind for kind, words in kinds(f"{GAZETTE}\n主办单位：江河市水利局\n活动于三月举行。\n\n主办：江河市人民政府")}
    assert (told["主办单位：江河市水利局"], told["主办：江河市人民政府"]) == ("TEXT", "COLOPHON")


def test_what_stands_before_the_first_document_is_its_cover() -> None:
    assert [kind for kind, _words in kinds(GAZETTE)][:3] == ["COVER", "CONTENTS_MARK", "ENTRY"]


@pytest.mark.parametrize("line", ["第16号", "江河市水利局", "特急"])
def test_what_only_a_head_holds_is_text_in_a_body(line: str) -> None:
    assert ("TEXT", line) in kinds(f"{NOTICE}\n{line}\n\n此后各县（区）照此办理。")


def test_a_title_over_two_lines_is_one_line_and_documents_begin_where_they_did() -> None:
    reading = read_lines(source(f"{NOTICE}\n附件：江河市防汛重点任务\n分工表\n\n江河市人民政府\n2026年3月1日\n\n{NOTICE}"))
    assert "附件：江河市防汛重点任务分工表" in [line.squeezed for line in reading.lines]
    assert [reading.lines[start].squeezed for start in reading.starts] == ["江河市人民政府关于加强防汛工作的通知"] * 2


@pytest.mark.parametrize("text", ["", "\n\n", "索引号：JH/2026-1\n文号：江政发〔2026〕3号", "江河市人民政府文件"])
def test_a_file_without_a_text_is_read_too(text: str) -> None:
    assert read_lines(source(text)).lines == lines_of(text).lines
