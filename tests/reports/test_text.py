"""The report for people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.cli.main import run
from hegao.engine.findings.finding import DocumentSummary, FileResult, Related, RunResult
from hegao.reports.marking import marked_line, with_quotes_marked
from hegao.reports.terminal_width import show, width, wrapped
from hegao.reports.text_report import text_report
from hegao.sources.text import Span
from reports.results import finding, result
from repository import ROOT


def test_a_finding_says_what_is_wrong_where_and_how_to_mend_it() -> None:
    assert text_report(result(finding())) == (
        "a.txt\n"
        "  5行13字 警告 TSK302 时限“尽快完成”不能判定（另一处的时限：b.txt 7行“2026年9月底前”）（可自动改）\n"
        "      3    建成云岭县城东水厂    >>尽快完成<<    市水利局\n"
        "“错误”必须改，“警告”请核对；>> << 之间是问题所在；“可自动改”的可加 --fix 代改。\n改法〔依据〕，详见 hegao rule 加代码：\n"
        "  TSK302 写明日期〔惯例〕\n"
        "共检查 1 个文件、1 件公文：警告 1 处。\n"
    )


def test_the_same_in_english_but_for_the_text_itself() -> None:
    shown = text_report(result(finding()), lang="en")
    assert '  5:13 warning TSK302 时限“尽快完成”不能判定 (另一处的时限: b.txt, line 7 "2026年9月底前") (--fix)\n' in shown
    assert "Remedy (norm); more by hegao rule CODE:\n  TSK302 写明日期 (惯例)\n" in shown
    assert shown.endswith("1 file, 1 document: 1 warning\n")


def test_nothing_found_is_said_in_one_line() -> None:
    assert text_report(result()) == "共检查 1 个文件、1 件公文：没有发现问题。\n"
    assert text_report(RunResult(), lang="en") == "0 files, 0 documents: nothing found\n"


def test_what_was_not_checked_or_not_shown_is_counted() -> None:
    assert text_report(result(failed=True, suppressed=2)).endswith("没有发现问题；另有 2 处已登记不报；1 个文件未能全部检查。\n")
    assert text_report(result(failed=True), lang="en").endswith("; 1 file not fully checked\n")


def unchecked(count: int, reason: str) -> list[FileResult]:
    """Files that could not be read for one reason."""
    fault = finding(rule="SYS901")._replace(message=reason, quote="", span=Span(1, 1, 1, 1), related=(), edits=())
    return [FileResult(f"{name}.pdf", findings=[fault], failed=True) for name in range(count)]


def test_files_not_checked_for_one_reason_are_told_once_where_they_are_many() -> None:
    many = RunResult(files=[*unchecked(12, "读 PDF 要另装 pypdfium2"), *unchecked(3, "文件损坏")])
    told = text_report(many)
    assert told.count("pypdfium2") == 1 and told.count("文件损坏") == 3
    assert "…… 另有 11 个文件也因此没有检查（加 --no-fold 全部列出）" in told and told.endswith("；15 个文件未能全部检查。\n")
    assert text_report(many, fold=False).count("pypdfium2") == 12
    assert "11 more files not checked for the same reason" in text_report(many, lang="en")


def test_repeats_are_folded_to_three_and_a_count() -> None:
    several = result(*(finding(line) for line in range(1, 41)))
    shown = text_report(several)
    assert shown.count("警告 TSK302") == 3
    assert "…… 本件另有 37 处 TSK302（加 --no-fold 全部列出）" in shown
    assert "警告 40 处" in shown
    assert text_report(several, fold=False).count("警告 TSK302") == 40


def test_folding_counts_each_document_and_each_rule_for_itself() -> None:
    several = result(*(finding(line) for line in range(1, 7)), finding(7, rule="TXT701"))
    several.files[0].documents.append(DocumentSummary(None, None, 4))
    shown = text_report(several)
    assert shown.count("字 警告") == 7
    assert "另有" not in shown


def test_the_remedy_and_the_norm_of_a_rule_are_said_once() -> None:
    """In the first sentence of the remedy; a full stop in quotation marks or brackets does not end it."""
    remedy = "写作“抄送：……。”（见例。）并核对。确属例外的，写明理由。"
    several = result(*(finding(line)._replace(help=remedy) for line in range(1, 4)), finding(5, rule="DAT205"))
    shown = text_report(several)
    assert shown.count("写作“抄送：……。”（见例。）并核对。〔惯例〕\n") == 1
    assert shown.index("  DAT205 写明日期〔惯例〕") < shown.index("  TSK302 写作")
    english = text_report(result(finding()._replace(help="Write 2026. Else say why.")), lang="en")
    assert "  TSK302 Write 2026. (惯例)\n" in english


def test_colour_is_only_added_never_different_text() -> None:
    several = result(finding(), finding(6, severity="error"), finding(7, severity="info"))
    plain = text_report(several)
    coloured = text_report(several, colour=True)
    assert "\x1b[33m警告\x1b[0m" in coloured and "\x1b[31m错误\x1b[0m" in coloured and "\x1b[33m>>尽快完成<<\x1b[0m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[36m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


#: Clears the screen; turns what follows round; ends the line; moves the cursor by a single character.
ODD = "\x1b[2J", "\u202e", "\n", "\x9b2J", "\r", "\u2067"


@pytest.mark.parametrize("odd", ODD)
def test_nothing_in_a_name_or_a_text_steers_the_terminal_or_makes_a_line_of_its_own(odd: str) -> None:
    said = f"a{odd}b.txt 0 处"
    one = finding(column=1, quote="尽快")._replace(message=said, help=said, related=(Related(said, 7, said, said),))
    odd_run = result(one, line=f"尽快{odd}完成")
    odd_run.files[0].path = said
    shown = text_report(odd_run)
    assert not [c for c in shown if c != "\n" and show(c) != c]
    assert len(shown.splitlines()) == 7
    assert not [line for line in shown.splitlines() if line.startswith("b.txt")]


WIDTHS = (40, 60, 79, 80, 100, 132)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("start", [0, 10, 150, 296])
@pytest.mark.parametrize("filling", ["甲", "a", "“", "甲a"])
def test_a_long_line_is_cut_around_the_place(start: int, filling: str, columns: int) -> None:
    before, behind = (filling * 300)[:start], (filling * 300)[: 296 - start]
    left, marked, right = marked_line(f"{before}尽快完成{behind}", start, 4, columns)
    assert width(left + marked + right) <= columns
    assert marked == ">>尽快完成<<"
    assert before.endswith(left.removeprefix("…")) and behind.startswith(right.removesuffix("…"))
    assert width(left) >= min(width(before), 12)


@pytest.mark.parametrize("columns", WIDTHS)
def test_a_place_longer_than_the_line_is_cut_in_its_middle(columns: int) -> None:
    left, marked, right = marked_line("甲" * 10 + "乙" + "丙" * 180 + "丁" + "戊" * 9, 10, 182, columns)
    assert width(left + marked + right) <= columns
    assert marked.startswith(">>乙丙") and marked.endswith("丙丁<<") and "…" in marked


@given(st.text(st.characters(exclude_characters="\n\r"), max_size=200), st.integers(0, 220), st.integers(0, 220), st.sampled_from(WIDTHS))
def test_any_place_in_any_line_can_be_marked(line: str, start: int, length: int, columns: int) -> None:
    left, marked, right = marked_line(line, start, length, columns)
    assert width(left + marked + right) <= columns
    assert marked.startswith(">>") and marked.endswith("<<")
    whole = show(line[start : start + length])
    assert marked[2:-2] == whole or width(whole) > columns - 4


@pytest.mark.parametrize(
    ("quotes", "shown"),
    [
        ([], ["按照布署，遂步推进"]),
        (["遂步", "布署"], ["按照>>布署<<，>>遂步<<推进"]),
        (["布署，", "署，遂"], ["按照>>布署，<<遂步推进", "按照布>>署，遂<<步推进"]),
        (["没有"], ["按照布署，遂步推进"]),
        ([""], [">><<按照布署，遂步推进"]),
    ],
)
def test_several_places_of_an_example_are_marked_in_one_line(quotes: list[str], shown: list[str]) -> None:
    assert list(with_quotes_marked("按照布署，遂步推进", quotes)) == shown


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_of_a_report_fits(columns: int, lang: str) -> None:
    message = "“建立以县为单位的专业化管护队伍，落实管护经费，并按规定及时足额拨付到位”的时限“尽快完成”无法判定"
    long = finding()._replace(message=message, help=message, related=finding().related * 3)
    shown = text_report(result(long, finding(6), line="甲" * 300), lang=lang, columns=columns)
    assert max(map(width, shown.splitlines())) <= columns


@given(st.text(st.sampled_from("甲乙，。（）“”ab 1"), max_size=120), st.sampled_from(WIDTHS))
def test_words_are_broken_into_lines_without_losing_one(text: str, columns: int) -> None:
    lines = wrapped(text, columns, "  ")
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_closing_mark_and_no_word_is_cut() -> None:
    assert wrapped("甲乙丙丁，戊己 hegao-rule", 8) == ["甲乙丙", "丁，戊己", "hegao-ru", "le"]
    assert wrapped("甲乙（丙丁）", 6, "  ") == ["甲乙", "  （丙", "  丁）"]


@pytest.mark.parametrize("columns", ["100", "60"])
def test_a_terminal_gets_lines_as_long_as_it_is_wide(columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run(["check", "examples/notice-with-defects.txt"])
    widest = max(map(width, capsys.readouterr().out.splitlines()))
    assert int(columns) - 4 <= widest <= int(columns)


def test_the_report_of_a_document_with_a_dozen_slips_fits_on_a_screen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    run(["check", "examples/notice-with-defects.txt"])
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if "字 错误" in line or "字 警告" in line]) >= 12
    assert len(lines) <= 40 and max(map(width, lines)) <= 100
