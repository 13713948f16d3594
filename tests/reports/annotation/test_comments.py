"""Findings as comments: on their characters, in whatever they stand, and nothing else touched."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from hegao.engine.run.runner import check_sources
from hegao.reports.annotation.annotated_file import WordFile
from hegao.sources.files import source_of
from reports.annotation.marked import (
    MAY_DIFFER,
    NAME,
    annotate,
    by_number,
    comments,
    differing,
    finding,
    lines,
    main_part,
    parts,
    ranges,
    runs,
)
from word_files import W, archive, cell, definition, level, number, numbered, paragraph, relations, run, table, word

BOX = "<w:txbxContent>{}</w:txbxContent>"
DRAWN = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
MATHS = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{}</m:t></m:r></m:oMath>'


def marked(data: bytes, quotes: Sequence[str]) -> tuple[bytes, list[tuple[str, str]]]:
    """A document with a comment for each quote, and what stands under each, with its words.

    It holds for each: nothing else differs, each character keeps its form, it reads as before, twice is once.
    """
    read = lines(data)
    findings = []
    for index, quote in enumerate(quotes):
        at, line = next((at, line) for at, line in enumerate(read, 1) if quote in line)
        findings.append(finding(data, at, line.index(quote) + 1, line.index(quote) + 1 + len(quote), index))
    done = annotate(data, findings)
    assert (done.comments, done.left) == (len(quotes), 0)
    assert all(MAY_DIFFER.fullmatch(name) for name in differing(data, done.data))
    assert runs(done.data) == runs(data)
    assert lines(done.data) == read
    assert annotate(done.data, findings).data == done.data
    return done.data, by_number(ranges(done.data), comments(done.data))


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (paragraph("关于印发办法的通知"), "印发办法"),
        (paragraph("关于印发办法的通知"), "关于印发办法的通知"),
        (paragraph(run("甲"), run("乙", "<w:b/>"), run("丙丁", "<w:i/>")), "乙丙"),
        ("<w:p><w:r><w:t>甲&amp;乙&lt;丙&#x4E01;戊</w:t></w:r></w:p>", "&乙<丙丁"),
        ("<w:p><w:r><w:t>  首尾空白  </w:t></w:r></w:p>", "尾空"),
        ('<w:p><w:r><w:t xml:space="preserve">  首尾空白  </w:t></w:r></w:p>', " 首"),
        ("<w:p><w:r><w:t>第一\r\n第二</w:t></w:r></w:p>", "一 第"),
        ("<w:p><w:r><w:t>前</w:t><w:tab/><w:t>中</w:t><w:noBreakHyphen/><w:t>后</w:t></w:r></w:p>", "中-后"),
        ("<w:p><w:r><w:t>标题上行</w:t><w:br/><w:t>标题下行</w:t></w:r></w:p>", "题下"),
        (table(["序号", "任务"], ["1", cell("建成水厂", "建成管网")]), "成管"),
        (paragraph(f'<w:hyperlink w:anchor="a">{run("链接里的文字")}</w:hyperlink>', run("链接外")), "里的文字链"),
        (paragraph(f'<w:ins w:id="1" w:author="甲">{run("插入的文字")}</w:ins>', run("原有的")), "入的文"),
        (paragraph(run("原有"), f'<w:ins w:id="1" w:author="甲">{run("插入")}</w:ins>', '<w:del w:id="2"/>', run("后文")), "有插入后"),
        (paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件文字')}</w:sdtContent></w:sdt>", run("后文")), "件文"),
        (
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>',
                '<w:r><w:fldChar w:fldCharType="separate"/><w:t>域的结果</w:t><w:fldChar w:fldCharType="end"/></w:r>',
            ),
            "域的结果",
        ),
        (f'<x:p xmlns:x="{W}"><x:r><x:t>别的前缀</x:t></x:r></x:p>', "的前"),
        (f'<p xmlns="{W}"><r><t>没有前缀</t></r></p>', "有前"),
        ('<w:p><w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr><w:r><w:t>上段接</w:t></w:r></w:p>' + paragraph("下段"), "接下"),
    ],
)
def test_a_comment_stands_on_exactly_its_characters(body: str, quote: str) -> None:
    _data, found = marked(word(body), [quote])
    assert [under for under, _said in found] == [quote]
    assert "指" not in found[0][1]


def test_a_comment_says_what_is_wrong_how_to_mend_it_the_norm_and_the_rule() -> None:
    data = word(paragraph("江河市人民政府关于做好防汛备汛工作的通知") + paragraph("各县（区）人民政府：") + paragraph("请于2026年2月30日前报送。"))
    file = check_sources([source_of(data, NAME)]).files[0]
    one = next(finding for finding in file.findings if finding.name == "date-invalid")
    done = annotate(data)
    said = {under: words for under, words in by_number(ranges(done.data), comments(done.data))}["2026年2月30日"]
    assert said.split("\n") == [
        f"错误：{one.message}",
        f"改法：{one.help}",
        f"依据：{'；'.join(f'{norm.source} {norm.clause}'.rstrip() for norm in one.basis)}",
        f"规则：{one.rule} date-invalid〔{one.fingerprint}〕",
    ]


def test_several_findings_on_the_same_characters_and_on_neighbours() -> None:
    data, found = marked(word(paragraph(run("甲乙丙丁戊己"))), ["乙丙", "乙丙", "丙丁", "甲", "丁戊己"])
    assert [under for under, _said in found] == ["乙丙", "乙丙", "丙丁", "甲", "丁戊己"]
    assert len(comments(data)) == 5


@pytest.mark.parametrize(
    ("body", "quote", "under", "place"),
    [
        (paragraph("甲", DRAWN.format(BOX.format(paragraph("框里文字"))), "乙"), "里文", "甲乙", "第1段文本框"),
        (paragraph(DRAWN.format(BOX.format(paragraph("框里文字"))), properties='<w:jc w:val="left"/>'), "框里", "", "第1段文本框"),
        (paragraph("前", MATHS.format("甲乙"), "后"), "乙", "", "第1段"),
        (paragraph("前", "<w:r><w:ruby><w:rubyBase><w:r><w:t>注音</w:t></w:r></w:rubyBase></w:ruby></w:r>", "后"), "音", "注音", "第1段"),
        ("<w:p><w:r><w:t><![CDATA[成段<数据>]]></w:t></w:r></w:p>", "段<数", "成段<数据>", "第1段"),
    ],
)
def test_where_word_takes_no_comment_what_is_around_bears_it_and_it_names_the_words(body: str, quote: str, under: str, place: str) -> None:
    _data, found = marked(word(body + paragraph("正文")), [quote])
    assert found[0][0] == under
    assert found[0][1].split("\n")[1] == f"指{place}“{quote}”"


def test_what_stands_in_no_element_is_named() -> None:
    lists = definition(0, level(0, "chineseCountingThousand", "%1、")) + number(1, 0)
    _data, found = marked(word(paragraph("总体要求", properties=numbered(1)), numbering=lists), ["一、", "一、总体"])
    assert [(under, said.split("\n")[1]) for under, said in found] == [("总体要求", "指第1段“一、”"), ("总体", "指第1段“一、总体”")]


def test_headers_are_borne_by_the_first_paragraph_and_notes_by_that_with_their_mark() -> None:
    note = f'<w:footnote w:id="2">{paragraph("见附注全文")}</w:footnote>'
    body = paragraph("首段") + paragraph("次段", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    data = word(body + section, header=paragraph("页眉机密"), footnotes=note)
    done, found = marked(data, ["机密", "附注"])
    assert [(under, said.split("\n")[1]) for under, said in found] == [("首段", "指页眉“机密”"), ("次段", "指第2段脚注“附注”")]
    assert parts(done)["word/header.xml"] == parts(data)["word/header.xml"]


def test_a_body_without_characters_bears_comments_all_the_same() -> None:
    data = word('<w:p/><w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>', header=paragraph("页眉机密"))
    _done, found = marked(data, ["机密", "页眉"])
    assert [under for under, _said in found] == ["", ""]


def test_where_no_paragraph_is_the_finding_is_counted_as_left() -> None:
    data = word('<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>', header=paragraph("页眉机密"))
    done = annotate(data, [finding(data, 1, 3, 5)])
    assert (done.comments, done.left, done.data) == (0, 1, data)


def test_a_reference_stands_in_no_insertion_and_no_link() -> None:
    for around in ('<w:ins w:id="1" w:author="甲">', '<w:hyperlink w:anchor="a">'):
        end = f"</{around[1:].partition(' ')[0]}>"
        done, _found = marked(word(f"<w:p>{around}{run('甲乙')}{run('丙丁')}{end}{run('戊')}</w:p>"), ["乙", "丙"])
        inner = [one for one in main_part(done).iter() if one.tag.rpartition("}")[2] in ("ins", "hyperlink")]
        assert not any(one.tag.endswith("}commentReference") for element in inner for one in element.iter())


COMMENTS = '<w:comment w:id="4" w:author="甲"><w:p><w:r><w:t>请再斟酌</w:t></w:r></w:p></w:comment>'


def _commented(content: str, body: str = "", more: str = "") -> bytes:
    """A document with a part of comments, in a package with the relations and kinds that it needs."""
    kinds = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/comments.xml" ContentType="x"/></Types>'
    body = body or paragraph(
        '<w:commentRangeStart w:id="4"/>', run("甲乙丙"), '<w:commentRangeEnd w:id="4"/>', '<w:r><w:commentReference w:id="4"/></w:r>', run("丁")
    )
    return archive(
        {
            "[Content_Types].xml": kinds,
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": relations({"comments": "comments.xml"} | ({"commentsExtended": "commentsExtended.xml"} if more else {})),
            "word/comments.xml": content,
            **({"word/commentsExtended.xml": more} if more else {}),
        }
    )


def test_comments_of_people_stay_to_the_byte() -> None:
    data = _commented(f'<w:comments xmlns:w="{W}">{COMMENTS}</w:comments>')
    done, found = marked(data, ["乙", "丙丁"])
    assert [under for under, _said in found] == ["乙", "丙丁"]
    assert ranges(done)["4"] == "甲乙丙"
    assert COMMENTS.encode() in parts(done)["word/comments.xml"]
    assert differing(data, done) == {"word/document.xml", "word/comments.xml"}


@pytest.mark.parametrize("content", [f'<w:comments xmlns:w="{W}"/>', f'<q:comments xmlns:q="{W}"></q:comments>', f'<comments xmlns="{W}"/>', "", "\n"])
def test_a_part_of_comments_may_be_empty_or_have_other_names(content: str) -> None:
    done, _found = marked(_commented(content, paragraph("甲乙丙")), ["乙"])
    assert set(comments(done)) == {"0"}


def test_numbers_are_those_of_no_other_comment_and_no_stray_mark() -> None:
    body = paragraph(run("甲"), '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', run("乙"))
    done = annotate(_commented(f'<w:comments xmlns:w="{W}">{COMMENTS}</w:comments>', body), None)
    data = _commented(f'<w:comments xmlns:w="{W}">{COMMENTS}</w:comments>', body)
    done = annotate(data, [finding(data, 1, 1, 2, number) for number in range(4)])
    assert set(comments(done.data)) == {"1", "2", "3", "4", "5"}


def test_a_package_without_relations_of_its_main_part_gets_some() -> None:
    kinds = '<t:Types xmlns:t="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    members = {"[Content_Types].xml": kinds, "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{paragraph("甲乙")}</w:body></w:document>'}
    done, _found = marked(archive(members), ["乙"])
    assert set(parts(done)) == {*members, "word/comments.xml", "word/_rels/document.xml.rels"}
    assert b"/word/comments.xml" in parts(done)["[Content_Types].xml"]


def test_the_strict_form_of_the_standard_gets_comments_of_the_strict_form() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = word(paragraph("甲乙"))
    members = {name: content.replace(W.encode(), strict.encode()) for name, content in parts(data).items()}
    done, _found = marked(archive(members), ["乙"])
    assert strict.encode() in parts(done)["word/comments.xml"]
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts(done)["word/_rels/document.xml.rels"]


def test_a_part_in_another_encoding_is_written_in_utf_8() -> None:
    body = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{W}"><w:body>{paragraph("甲乙丙")}</w:body></w:document>'
    members = {**parts(word("")), "word/document.xml": body.encode("utf-16")}
    done, found = marked(archive(members), ["乙"])
    assert found[0][0] == "乙"
    assert parts(done)["word/document.xml"].startswith(b'<?xml version="1.0" encoding="UTF-8"?>')


def test_comments_that_no_finding_answers_to_any_more_go_and_new_ones_come() -> None:
    data = word(paragraph("甲乙丙丁"))
    first = annotate(data, [finding(data, 1, 1, 2, 1), finding(data, 1, 2, 3, 2)]).data
    second = annotate(first, [finding(data, 1, 2, 3, 2), finding(data, 1, 3, 5, 3)]).data
    assert [(under, said[-17:-1]) for under, said in by_number(ranges(second), comments(second))] == [("乙", f"{2:016x}"), ("丙丁", f"{3:016x}")]
    none = annotate(second, []).data
    assert (comments(none), lines(none)) == ({}, lines(data))


def test_a_comment_of_ours_that_somebody_answered_stays() -> None:
    data = word(paragraph("甲乙丙丁"))
    one = finding(data, 1, 1, 2, 1)
    found = parts(annotate(data, [one]).data)
    key = 'xmlns:k="http://schemas.microsoft.com/office/word/2010/wordml" k:paraId="0A0B0C0D"'
    own = found["word/comments.xml"].decode().replace("<w:p>", f"<w:p {key}>")
    answer = '<w:comment w:id="9" w:author="甲"><w:p><w:r><w:t>已阅</w:t></w:r></w:p></w:comment></w:comments>'
    thread = '<e:commentsEx xmlns:e="urn:e"><e:commentEx e:paraId="0E0E0E0E" e:paraIdParent="0A0B0C0D" e:done="0"/></e:commentsEx>'
    relation = b'<Relationship Id="x" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
    found["word/comments.xml"] = own.replace("</w:comments>", answer).encode()
    found["word/commentsExtended.xml"] = thread.encode()
    found["word/_rels/document.xml.rels"] = found["word/_rels/document.xml.rels"].replace(b"</Relationships>", relation + b"</Relationships>")
    answered = archive(found)
    assert annotate(answered, []).data == answered
    assert annotate(answered, [one]).data == answered


def test_a_person_of_the_same_name_is_not_taken_for_the_program() -> None:
    theirs = COMMENTS.replace("甲", "核稿")
    done, _found = marked(_commented(f'<w:comments xmlns:w="{W}">{theirs}</w:comments>'), ["乙"])
    assert theirs.encode() in parts(done)["word/comments.xml"]


def test_days_are_those_that_were_given_else_there_are_none() -> None:
    data = word(paragraph("甲乙丙"))
    findings = [finding(data, 1, 1, 2)]
    assert b'w:date="2026-03-06T00:00:00Z"' in parts(annotate(data, findings, date="2026-03-06").data)["word/comments.xml"]
    assert b"date" not in parts(annotate(data, findings).data)["word/comments.xml"]
    assert annotate(data, findings).data == annotate(data, findings).data


def test_a_document_with_as_many_comments_as_word_bears_gets_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hegao.reports.annotation.annotated_file.MOST", 3)
    data = word(paragraph("甲乙丙丁"))
    done = annotate(data, [finding(data, 1, 1, 2, number) for number in range(5)])
    assert (done.comments, done.left, len(comments(done.data))) == (3, 2, 3)


def test_without_findings_nothing_changes() -> None:
    data = word(paragraph("甲乙丙"))
    assert annotate(data, []).data is data
    assert WordFile(data).bare is data


def test_control_characters_of_other_files_come_into_no_part() -> None:
    data = word(paragraph("甲乙丙"))
    one = finding(data, 1, 1, 2)._replace(message="与\x07\x1b[31m别的<文件>重复")
    said = next(iter(comments(annotate(data, [one]).data).values()))[1]
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", said) and "别的<文件>重复" in said
