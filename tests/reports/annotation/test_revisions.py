"""Safe edits as revisions: refused they leave the original, accepted the mended text, whatever the characters stand in."""

from __future__ import annotations

import pytest

from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.finding import FixEdit
from hegao.engine.fixing.safe_edits import finder, fix, settle
from hegao.engine.rules.loading import load_rules
from hegao.reports.annotation.annotated_file import Unannotated, WordFile
from hegao.sources.text import Span
from reports.annotation.marked import (
    MAY_DIFFER,
    NAME,
    annotate,
    by_number,
    comments,
    decided,
    differing,
    finding,
    get,
    lines,
    local,
    main_part,
    parts,
    ranges,
    runs,
)
from word_files import archive, definition, level, number, numbered, paragraph, run, table, word

FORM = '<w:b/><w:color w:val="FF0000"/>'


def edit(data: bytes, words: str, text: str) -> FixEdit:
    """The edit that puts a text in the place of the first such words; ``|`` stands before where nothing is struck out."""
    at, line = next((at, line) for at, line in enumerate(lines(data), 1) if words.rstrip("|") in line)
    start = line.index(words.rstrip("|")) + 1
    end = start + len(words.rstrip("|"))
    return FixEdit(Span(at, end if words.endswith("|") else start, at, end), text, True)


def revised(data: bytes, *edits: FixEdit) -> bytes:
    """A document with edits as revisions, and a comment on what each strikes out; what must hold of it holds."""
    ordered = sorted(edits)
    findings = [
        finding(data, one.span.line, max(1, one.span.column - (one.span.column == one.span.end_column)), one.span.end_column, index)._replace(edits=(one,))
        for index, one in enumerate(ordered)
    ]
    done = annotate(data, findings, ordered, "2026-03-06")
    assert done.revisions == len(edits)
    want = list(lines(data))
    for one in reversed(ordered):
        line = want[one.span.line - 1]
        want[one.span.line - 1] = line[: one.span.column - 1] + one.text + line[one.span.end_column - 1 :]
    assert lines(decided(done.data, False)) == lines(data)
    assert lines(decided(done.data, True)) == tuple(want)
    assert runs(decided(done.data, False)) == runs(data)
    assert all(MAY_DIFFER.fullmatch(name) for name in differing(data, done.data))
    assert all("已写成修订" in said for _under, said in by_number(ranges(done.data), comments(done.data)))
    assert annotate(done.data, findings, ordered, "2026-03-06").data == done.data
    assert lines(WordFile(done.data).bare) == lines(data)
    return done.data


@pytest.mark.parametrize(
    ("body", "edits"),
    [
        (paragraph(run("关于做好的的通知")), [("的的", "的")]),
        (paragraph(run("甲,乙")), [(",", "，")]),
        (paragraph(run("甲", FORM), run("乙,", "<w:i/>"), run("丙丁")), [("乙,丙", "新&<词>")]),
        (paragraph(run("通知要求|")), [("通知要求|", "。")]),
        (paragraph(run("附件：清单")), [("附件", "附　件"), ("清单|", "一")]),
        ("<w:p><w:r><w:t>甲&amp;乙&lt;丙</w:t></w:r></w:p>", [("&乙", "与"), ("<丙", "")]),
        ("<w:p><w:r><w:t>  甲乙  丙  </w:t></w:r></w:p>", [("乙", "己")]),
        ("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r></w:p>", [("甲\u3000乙", "子丑")]),
        (table(["序号", "任务"], ["1", "建成(水厂)"]), [("(", "（"), (")", "）")]),
        (paragraph(f'<w:hyperlink w:anchor="a">{run("链接,文字")}</w:hyperlink>'), [(",", "，")]),
        (paragraph(f'<w:ins w:id="1" w:author="甲">{run("插入,文字")}</w:ins>', run("后文")), [(",", "，"), ("字|", "们")]),
        (paragraph(run("前文"), f'<w:ins w:id="1" w:author="甲">{run("插入")}{run("文字", FORM)}</w:ins>'), [("前文插", "一"), ("文字|", "。")]),
        (paragraph(run("前"), '<w:del w:id="2" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del>', run("后")), [("前后", "左右")]),
        (f"<w:p><w:r><w:t>第\r\n一</w:t></w:r><w:r><w:rPr>{FORM}</w:rPr><w:t>行</w:t></w:r></w:p>", [("一行", "二排")]),
    ],
)
def test_a_person_may_refuse_or_accept(body: str, edits: list[tuple[str, str]]) -> None:
    data = word(body)
    revised(data, *(edit(data, words.replace("|", "", words.count("|") - words.endswith("|")), text) for words, text in edits))


def test_what_is_put_in_is_formed_as_what_is_struck_out_and_signed() -> None:
    data = word(paragraph(run("甲", "<w:i/>"), run("乙,丙", FORM)))
    root = main_part(revised(data, edit(data, ",", "，")))
    inserted, deleted = (next(one for one in root.iter() if local(one) == name) for name in ("ins", "del"))
    for one in (inserted, deleted):
        assert (get(one, "author"), get(one, "date")) == ("核稿", "2026-03-06T00:00:00Z")
        assert {local(inner) for inner in one.iter()} >= {"b", "color"}
    assert get(inserted, "id") != get(deleted, "id")


def test_a_change_of_form_by_somebody_else_is_not_said_of_what_is_put_in() -> None:
    data = word(paragraph(run("甲,乙", f'<w:b/><w:rPrChange w:id="5" w:author="甲"><w:rPr>{FORM}</w:rPr></w:rPrChange>')))
    inserted = next(one for one in main_part(revised(data, edit(data, ",", "，"))).iter() if local(one) == "ins")
    assert "rPrChange" not in {local(one) for one in inserted.iter()}


def test_a_comment_that_ends_within_what_is_struck_out_is_not_struck_out_with_it() -> None:
    data = word(paragraph(run("甲乙丙丁戊")))
    findings = [finding(data, 1, 1, 3, 1), finding(data, 1, 3, 6, 2)]
    done = annotate(data, findings, [edit(data, "乙丙丁", "新")], "2026-03-06").data
    deleted = [one for one in main_part(done).iter() if local(one) == "del"]
    assert len(deleted) == 2
    assert not any(local(inner).startswith("comment") for one in deleted for inner in one.iter())
    assert set(ranges(decided(done, True))) == set(ranges(decided(done, False))) == {"0", "1"}


@pytest.mark.parametrize(
    "body",
    [
        paragraph("总体,要求", properties=numbered(1)),
        paragraph(f'<w:moveTo w:id="1" w:author="甲">{run("移来,文字")}</w:moveTo>'),
        paragraph('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>甲,乙</m:t></m:r></m:oMath>'),
        paragraph(f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(run('框,里'))}</w:txbxContent></v:textbox></w:pict></w:r>"),
    ],
)
def test_what_cannot_be_a_revision_is_told_before(body: str) -> None:
    lists = definition(0, level(0, "chineseCountingThousand", "%1、")) + number(1, 0)
    word_file = WordFile(word(body + paragraph("后文"), numbering=lists))
    source = word_file.source(NAME)
    at = next(at for at, line in enumerate(source.lines, 1) if "," in line)
    can = word_file.revisable_on(source, {at})
    comma = source.lines[at - 1].index(",") + 1
    assert can(at, comma, comma + 1) == body.startswith("<w:p><w:pPr>")
    assert not can(at, 1, 2)
    assert not can(at + 1, 1, 2)


def test_a_person_who_revised_our_revision_keeps_it() -> None:
    data = word(paragraph(run("甲,乙")))
    done = annotate(data, [], [edit(data, ",", "，")]).data
    part = parts(done)
    theirs = f'，</w:t></w:r><w:ins w:id="77" w:author="甲">{run("丙")}</w:ins><w:r><w:t></w:t>'
    part["word/document.xml"] = part["word/document.xml"].replace("，</w:t>".encode(), theirs.encode())
    touched = archive(part)
    assert WordFile(touched).bare == touched


def test_revisions_that_were_accepted_or_refused_are_gone() -> None:
    data = word(paragraph(run("甲,乙")))
    done = annotate(data, [], [edit(data, ",", "，")]).data
    assert lines(WordFile(decided(done, True)).bare) == ("甲，乙",)
    assert lines(WordFile(decided(done, False)).bare) == ("甲,乙",)


TEXT = """江河市人民政府关于做好防汛备汛工作的的通知
江政发〔2026〕012号
各县(区)人民政府：
现就有关事项通知如下(附清单)。
一、压实责任。各县区要高度高度重视,切实抓好落实,,确保安全。
二、建成“一库,两网“。
江河市人民政府
2026年3月6日
"""


def test_accepted_it_is_what_fixing_the_text_gives() -> None:
    plan = Plan(load_rules(), Options())
    data = word("".join(paragraph(line) for line in TEXT.rstrip("\n").split("\n")))
    word_file = WordFile(data)
    source = word_file.source(NAME)
    settled = settle(source, finder(plan), word_file.revisable_on(source, set(range(1, len(source.lines) + 1))))
    assert settled.edits
    done = annotate(data, None, settled.edits).data
    assert "\n".join(lines(decided(done, True))) == fix(TEXT.encode(), "甲.txt", finder(plan)).data.decode().rstrip("\n")
    assert lines(decided(done, False)) == lines(data)


def test_a_document_that_would_not_read_as_wanted_is_not_written() -> None:
    data = word(table(["甲", "乙"], ["", "丙"]))
    with pytest.raises(Unannotated, match="读回来与原文不符"):
        annotate(data, [], [edit(data, "丙", "")])
