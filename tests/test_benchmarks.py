"""What the benchmarks measure with is sound: generated documents, files, tables.  Nothing here looks at a clock."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from benchmarks import keystrokes
from benchmarks.__main__ import PAGE, command_line, main, parser_of_options
from benchmarks.documents import LARGEST, SMALLEST, Written, document, documents, gazette, long_document
from benchmarks.material import as_markdown, repeat_texts, write_gazette, write_many
from benchmarks.processes import Command, Failed, run
from benchmarks.slips import SLIPS
from benchmarks.stages import feed, tokens_of
from benchmarks.tables import BEGIN, END, Table, figure, markdown, megabytes, milliseconds, put_figures
from benchmarks.tools import find_tools
from benchmarks.word_document import word_document
from benchmarks.work import Work

from hegao.document.building import parse
from hegao.engine.configuration.options import Options
from hegao.engine.run.runner import check_sources
from hegao.sources.files import source_of
from hegao.sources.source import Source
from hegao.syntax.parser import parse_lines

#: Every second hundred of indexes has the other form.
BOTH_FORMS = (0, 1, 2, 99, 100, 101, 102, 250)


def _source(written: Written, name: str = "a.txt") -> Source:
    return source_of(written.text.encode(), name)


def _names(sources: list[Source], profile: str = "draft") -> list[str]:
    result = check_sources(sources, Options(profile=profile))
    return [finding.name for file in result.files for finding in file.findings]


def test_documents_depend_on_seed_and_index_alone() -> None:
    first = list(documents(12, 3000, 7, 0.5))
    assert list(documents(30, 3000, 7, 0.5))[:12] == first
    assert len({each.text for each in first}) == 12
    assert document(3, 3000, 8).text != document(3, 3000, 7).text


@pytest.mark.parametrize("size", [SMALLEST, 3000, LARGEST])
def test_documents_have_about_the_size_asked_for(size: int) -> None:
    sizes = [len(document(index, size, 1).text.encode()) for index in BOTH_FORMS]
    assert max(sizes) < size * 1.35
    assert min(sizes) > size * 0.85


@pytest.mark.parametrize("size", [SMALLEST - 1, LARGEST + 1])
def test_sizes_for_which_words_are_lacking_are_refused(size: int) -> None:
    with pytest.raises(ValueError, match="bytes"):
        document(0, size, 1)


@pytest.mark.parametrize("size", [SMALLEST, 3000, LARGEST])
def test_documents_parse_to_what_was_written(size: int) -> None:
    for index in BOTH_FORMS:
        written = document(index, size, 1)
        (parsed,) = parse(_source(written)).documents
        assert parsed.title is not None
        assert parsed.number is not None
        assert (parsed.title.text.value, parsed.number.phrase.normal) == (written.title, written.number)
        assert len(parsed.tasks) == written.tasks
        assert all(task.deadline and task.lead and task.coop for task in parsed.tasks)


@pytest.mark.parametrize("profile", ["draft", "final"])
def test_correct_documents_are_silent_alone_and_together(profile: str) -> None:
    several = [_source(each, f"{n:03}.txt") for n, each in enumerate(documents(110, 3000, 1, 0))]
    assert _names(several, profile) == []


def test_a_gazette_has_all_its_documents_and_is_silent() -> None:
    several = [document(index, 3000, 1) for index in BOTH_FORMS]
    source = source_of(gazette(several).encode(), "gazette.txt")
    file = parse(source)
    assert file.kind == "gazette"
    assert [each.number.phrase.normal for each in file.documents if each.number] == [each.number for each in several]
    assert [entry.title for entry in file.contents] == [each.title for each in several]
    assert sum(len(each.tasks) for each in file.documents) == sum(each.tasks for each in several)
    assert _names([source]) == []


def test_a_long_document_is_one_and_silent() -> None:
    text = long_document(40_000, 1)
    assert len(text.encode()) == pytest.approx(40_000, rel=0.1)
    source = source_of(text.encode(), "long.txt")
    [document] = parse(source).documents
    assert len(document.tasks) == 2 * text.count("（牵头单位：")
    assert _names([source]) == []


@pytest.mark.parametrize("name", SLIPS)
@pytest.mark.parametrize("index", [0, 100])
def test_each_slip_is_marked_by_its_rule_and_no_other(name: str, index: int) -> None:
    assert _names([_source(document(index, 3000, 1, name))]) == [name]


def test_the_share_of_slips_is_the_one_asked_for() -> None:
    made = Counter(each.slip or "none" for each in documents(240, SMALLEST, 1, 0.25))
    assert made == {"none": 180, **dict.fromkeys(SLIPS, 10)}


def test_a_slip_without_its_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        SLIPS["bracket"].make("没有主送机关")


def test_files_are_written_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several = [document(index, SMALLEST, 1) for index in range(3)]
    many = write_many(tmp_path / "many", several)
    assert (many.files, many.size) == (3, sum(len(each.text.encode()) for each in several))
    assert many.lines == sum(each.text.count("\n") for each in several)
    assert [path.read_text(encoding="utf-8") for path in many.paths()] == [each.text for each in several]
    one = write_gazette(tmp_path / "one", several)
    assert [path.read_text(encoding="utf-8") for path in one.paths()] == [gazette(several)]
    monkeypatch.setattr("benchmarks.material._A_FOLDER", 2)
    parted = write_many(tmp_path / "parted", several)
    assert [path.relative_to(parted.folder).as_posix() for path in parted.paths()] == ["0001/document-00002.txt", "0001/document-00003.txt", "document-00001.txt"]
    copies = as_markdown(many, tmp_path / "markdown")
    assert [path.name for path in copies.paths()] == ["document-00001.md", "document-00002.md", "document-00003.md"]
    assert [path.read_bytes() for path in copies.paths()] == [path.read_bytes() for path in many.paths()]


def test_given_texts_are_repeated_and_no_copy_is_like_another(tmp_path: Path) -> None:
    given = tmp_path / "given" / "deep"
    given.mkdir(parents=True)
    (given / "a.txt").write_bytes(b"a" * 300)
    (given / "b.txt").write_bytes(b"b" * 700)
    (given / "c.json").write_bytes(b"{}")
    material = repeat_texts(tmp_path / "given", tmp_path / "copies", 2400)
    contents = [path.read_bytes() for path in material.paths()]
    assert [content.strip() for content in contents] == [b"a" * 300, b"b" * 700] * 2 + [b"a" * 300]
    assert len(set(contents)) == material.files == 5
    assert material.size == sum(map(len, contents))


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(ValueError, match="--texts"):
        repeat_texts(tmp_path, tmp_path / "copies", 1000)


def test_the_tokens_of_a_tree_make_the_same_tree_again() -> None:
    """What the stage ``grammar`` feeds is what the parser fed."""
    tree = parse_lines(_source(document(0, 3000, 1))).tree
    assert feed(tokens_of(tree)) == tree


def test_tools_that_are_not_installed_are_named(tmp_path: Path) -> None:
    none = str(tmp_path / "none")
    work = Work(tmp_path, count=1, autocorrect_python=none, zhlint=none, lint_md=none)
    found, missing = find_tools(work)
    assert found == []
    assert [name for name, _ in missing] == ["autocorrect-py", "zhlint", "@lint-md/cli"]


@pytest.mark.parametrize(
    ("code", "told"),
    [("import sys; sys.exit(3)", ""), ("import sys; sys.exit(1)", ""), ("raise OSError", ""), ("print('nothing')", "document-00001")],
)
def test_a_command_that_did_not_do_its_work_is_not_measured(code: str, told: str) -> None:
    with pytest.raises(Failed):
        run(Command((sys.executable, "-c", code), told=told))


def test_tables_are_written_in_markdown() -> None:
    table = Table("Runs", ["run", "CPU s"], [["cold | warm", "1.5"], ["again", "0.5"]], ["Measured once.", "By hand."])
    assert markdown(table) == (
        "### Runs\n\n| run | CPU s |\n| --- | ---: |\n| cold \\| warm | 1.5 |\n| again | 0.5 |\n\nMeasured once.\n\nBy hand.\n"
    )


def test_rows_that_do_not_fit_their_heads_are_refused() -> None:
    with pytest.raises(ValueError, match="Runs"):
        markdown(Table("Runs", ["run", "CPU s"], [["cold"]]))


@pytest.mark.parametrize(
    ("value", "written"), [(0.01234, "0.012"), (0.5, "0.5"), (1.2345, "1.23"), (12.345, "12.3"), (99.96, "100"), (1384796.4, "1,384,796")]
)
def test_figures_have_three_digits(value: float, written: str) -> None:
    assert figure(value) == written


def test_units() -> None:
    assert (milliseconds(0.0126), megabytes(41_300_000)) == ("13", "41.3")


def test_figures_are_put_between_the_marks_and_nowhere_else() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert put_figures(page, "new\n") == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"
    assert put_figures(put_figures(page, "x"), "new") == put_figures(page, "new")
    with pytest.raises(ValueError, match="marks"):
        put_figures("before\nafter\n", "new")


def test_the_page_has_the_marks() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert put_figures(page, "figures").count("figures\n\n" + END) == 1


def test_the_command_shown_names_no_place_on_the_machine() -> None:
    asked = parser_of_options().parse_args(
        ["tools", "--texts", "/somewhere/texts", "--zhlint", "/somewhere/zhlint", "--seed", "4", "--write"]
    )
    assert command_line(asked) == "python -m benchmarks tools --seed 4 --texts FOLDER --zhlint COMMAND --write"


@pytest.mark.parametrize("arguments", [["nothing"], ["--size", "10"], ["--slips", "2"], ["--repeat", "0"]])
def test_what_cannot_be_measured_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "error:" in capsys.readouterr().err


def test_documents_can_be_written_for_use_elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "documents"
    assert main(["--generate", str(folder), "--count", "3", "--size", "2000"]) == 0
    assert capsys.readouterr().out.startswith("3 generated documents")
    assert [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())] == [each.text for each in documents(3, 2000, 1, 0.1)]
    assert main(["--generate", str(folder)]) == 1


def test_typing_is_measured_in_a_server_that_is_at_work(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="pygls is not installed (hegao[lsp])")
    typed = keystrokes.typed(Work(tmp_path), document(0, SMALLEST, 1).text, 2)
    assert typed.opened > 0 and len(typed.keys) == 2 and typed.processor > 0


def test_a_text_as_a_word_document_says_the_same() -> None:
    text = document(0, 3000, 1).text
    lines = source_of(word_document(text), "a.docx").lines
    assert [line.strip() for line in lines if line.strip()] == [line.strip() for line in text.split("\n") if line.strip()]
    assert _names([source_of(word_document(text), "a.docx")]) == _names([_source(document(0, 3000, 1))]) == []
