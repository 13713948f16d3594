"""Pictures of pages: that a box covers the characters it is asked for, what is drawn, what is not shown, what is bounded."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from hegao.engine.run.runner import check_paths
from hegao.sources.files import source_of
from hegao.sources.page import page_drawing, page_process, pdf_picture
from hegao.sources.page.page_pictures import Box, PagePicture, Pictures
from hegao.sources.source import Source
from page_files import HEIGHT, LEFT, TOP, WIDTH, Mark, Said, ofd, pdf, ruled, set_lines, set_text

MADE = Path(__file__).parent / "made"
PERSON = "联系电话13912345678"


def asked(source: Source, *quotes: str) -> Pictures:
    """The pictures of the first place of each quote."""
    passages = []
    for quote in quotes:
        number, line = next((number, line) for number, line in enumerate(source.lines, 1) if quote in line)
        passages.append((number, line.index(quote) + 1, number, line.index(quote) + 1 + len(quote)))
    assert source.layout is not None and source.layout.pictures is not None
    drawn = source.layout.pictures(passages)
    assert drawn is not None
    return drawn


def pixels(picture: PagePicture) -> list[list[int]]:
    """The greys of a picture, from 0 (black) to 15, by row."""
    data = base64.b64decode(picture.image)
    width, _height, depth = struct.unpack(">IIB", data[16:25])
    assert data.startswith(b"\x89PNG") and depth == 4
    size = int.from_bytes(data[33:37], "big")
    raw = zlib.decompress(data[41 : 41 + size])
    stride = (width + 1) // 2 + 1
    rows = [raw[at + 1 : at + stride] for at in range(0, len(raw), stride)]
    return [[grey for byte in row for grey in (byte >> 4, byte & 15)][:width] for row in rows]


def dark(picture: PagePicture) -> list[tuple[float, float]]:
    """The places of dark pixels, in points."""
    rows = pixels(picture)
    across, down = picture.width / len(rows[0]), picture.height / len(rows)
    return [((x + 0.5) * across, (y + 0.5) * down) for y, row in enumerate(rows) for x, grey in enumerate(row) if grey < 8]


def lies_in(point: tuple[float, float], boxes: Sequence[Box]) -> bool:
    return any(box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom for box in boxes)


@pytest.mark.parametrize("name", ["libreoffice-notice-with-defects.pdf", "typst-notice-with-defects.pdf", "typst-gazette-small.pdf"])
def test_a_box_covers_the_characters_where_pdfium_finds_them(name: str) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    data = (MADE / name).read_bytes()
    source = source_of(data, name)
    words = ("防汛", "家政服务", "闲置校舍") if "gazette" in name else ("行动方案", "市水利局", "尽快完成", "季节性缺水", "重点任务")
    quotes = [quote for quote in words if any(quote in line for line in source.lines)]
    drawn = asked(source, *quotes)
    assert len(quotes) >= 2
    document = pdfium.PdfDocument(data)
    for quote, boxes in zip(quotes, drawn.boxes, strict=True):
        page = document[boxes[0].page - 1]
        text, height = page.get_textpage(), page.get_height()
        search, places = text.search(quote), []
        while (found := search.get_next()) is not None:
            places.append([text.get_charbox(found[0] + index) for index in range(found[1])])
        all_corners = [[(left, height - top), (right, height - bottom)] for several in places for left, bottom, right, top in several]
        covered = [corners for corners in all_corners if all(lies_in(corner, boxes) for corner in corners)]
        assert len(covered) == len(quote)
        assert sum(box.right - box.left for box in boxes) < len(quote) * 24


def test_a_passage_over_lines_and_cells_has_a_box_for_each_line_that_was_printed() -> None:
    marks: list[Mark] = [*set_text("防汛" * 20 + "结束。"), *ruled([80, 150, 250], 400, [["序号", "事项"], ["1", "清理河道\n淤泥"]])]
    for data in (pdf(marks), ofd(marks)):
        source = source_of(data, "通知")
        over, cell = asked(source, "防汛" * 20, "清理河道\u2028淤泥").boxes
        assert [round(box.left + 0.5) for box in over] == [round(LEFT + 32), round(LEFT)] and over[1].top > over[0].bottom - 2
        assert [round(box.left + 0.5) for box in cell] == [154, 154] and cell[1].right < cell[0].right


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("matrix", ["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_the_picture_of_a_turned_page_lies_as_its_boxes_do(rotate: int, matrix: str) -> None:
    codes = "".join(f"{ord(character):04X}" for character in "HHHH2026")
    data = pdf([], rotate=rotate, drawn=f"BT /F 16 Tf {matrix} 300 400 Tm <{codes}> Tj ET\n")
    drawn = asked(source_of(data, "a.pdf"), "HHHH2026")
    black = dark(drawn.pages[1])
    assert len(black) > 100 and all(lies_in(point, drawn.boxes[0]) for point in black)


def test_a_page_of_ofd_is_given_as_what_stands_on_it() -> None:
    drawn = asked(source_of(ofd([Said(LEFT, TOP, "防汛 通知"), *ruled([80, 150, 250], 400, [["序号", "<事项>"], ["1", "清理"]])]), "a.ofd"), "通知")
    page = drawn.pages[1]
    assert not page.image and [line.text for line in page.said] == ["防汛通知", "序号<事项>", "1清理"]
    assert page.said[0].begins == pytest.approx([79, 95, 119, 135], abs=0.2) and page.said[0].baseline == pytest.approx(TOP, abs=0.2)
    assert sum(1 for rule in page.rules if rule[1] == rule[3]) == 3
    (box,) = drawn.boxes[0]
    assert box.left == pytest.approx(118.5, abs=0.2) and box.right == pytest.approx(151.5, abs=0.2)


@pytest.mark.parametrize("marks", [[Said(LEFT, TOP, f"防汛{PERSON}")], set_text("防汛" * 10 + PERSON + "。"), ruled([80, 250, 500], 400, [["防汛", "人"], ["1", PERSON]])])
def test_numbers_of_persons_are_not_seen(marks: list[Mark]) -> None:
    page = asked(source_of(ofd(marks), "a.ofd"), "防汛").pages[1]
    shown = "".join(line.text for line in page.said)
    assert "139****5678" in shown and "2345" not in shown
    source = source_of(pdf(marks), "a.pdf")
    drawn = asked(source, "防汛", "1234", "139")
    rows = pixels(drawn.pages[1])
    hidden, seen = ([lies for box in boxes for lies in _greys(rows, box)] for boxes in drawn.boxes[1:])
    assert set(hidden) == {10} and 0 in seen


def _greys(rows: list[list[int]], box: Box) -> list[int]:
    """The greys of what lies well within a box."""
    across, down = len(rows[0]) / WIDTH, len(rows) / HEIGHT
    return [grey for row in rows[int(box.top * down) + 2 : int(box.bottom * down) - 2] for grey in row[int(box.left * across) + 2 : int(box.right * across) - 2]]


def test_pages_without_a_passage_are_not_drawn_and_no_more_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (pdf(*([Said(LEFT, TOP, f"第{word}回")] for word in "甲乙丙丁")), ofd(*([Said(LEFT, TOP, f"第{word}回")] for word in "甲乙丙丁"))):
        source = source_of(data, "a")
        assert list(asked(source, "乙", "丁").pages) == [2, 4]
        with monkeypatch.context() as bounds:
            bounds.setattr(page_drawing, "PAGES", 1)
            drawn = asked(source, "丁", "乙")
        assert list(drawn.pages) == [2] and [boxes[0].page for boxes in drawn.boxes] == [4, 2]


def test_a_picture_is_bounded_in_pixels_and_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    huge = pdf([Said(LEFT, TOP, "防汛2026")]).replace(b"[0 0 595.0 842.0]", b"[0 0 19000 842]")
    rows = pixels(asked(source_of(huge, "a.pdf"), "2026").pages[1])
    assert len(rows) * len(rows[0]) < 1_500_000
    source = source_of(pdf([Said(LEFT, TOP, "防汛2026")]), "a.pdf")
    full = len(asked(source, "2026").pages[1].image)
    monkeypatch.setattr(pdf_picture, "_BYTES", full * 3 // 4 - 10)
    assert len(pixels(asked(source, "2026").pages[1])[0]) == 447
    monkeypatch.setattr(pdf_picture, "_BYTES", 10)
    drawn = asked(source, "2026")
    assert not drawn.pages and drawn.boxes[0]
    monkeypatch.setattr(page_drawing, "_BYTES", 10)
    assert not asked(source_of(ofd([Said(LEFT, TOP, "防汛2026")]), "a.ofd"), "2026").pages


def test_passages_that_are_nowhere_have_no_box() -> None:
    layout = source_of(pdf(set_lines(["甲乙"])), "a.pdf").layout
    assert layout is not None and layout.pictures is not None
    drawn = layout.pictures([(7, 1, 7, 2), (1, 9, 1, 12), (0, 0, 0, 0), (1, 2, 1, 2)])
    assert drawn is not None and [len(boxes) for boxes in drawn.boxes] == [0, 0, 0, 1]


def test_the_same_file_gives_the_same_picture_and_a_check_draws_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (MADE / "typst-notice-with-defects.pdf").read_bytes()
    assert asked(source_of(data, "a.pdf"), "尽快完成") == asked(source_of(data, "a.pdf"), "尽快完成")

    def never(*_arguments: object) -> None:
        raise AssertionError("drawn without being asked for")

    monkeypatch.setattr(page_process, "draw_apart", never)
    (tmp_path / "a.pdf").write_bytes(data)
    assert check_paths([str(tmp_path)], cache=False).files[0].findings
