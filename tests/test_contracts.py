"""What must hold of the house as a whole."""

from __future__ import annotations

import ast
import configparser
import csv
import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import hegao.grammars
import hegao.rules
import pytest

import hegao
from hegao.cli import main
from repository import ROOT
from vocabulary_lists import listed_again

SOURCE = ROOT / "linter" / "hegao"
#: Each room may use the rooms of lower rank; phrases and syntax do not know one another.
RANKS = {"sources": 0, "words": 1, "phrases": 2, "syntax": 2, "document": 3, "register": 3, "checks": 4, "engine": 5, "reports": 6, "desk": 7, "editor": 7, "cli": 8}
DATA = {"rules", "grammars"}
#: Lines of a module, characters of a terminal.
LONGEST = 350
LONGEST_TERMINAL = 200


def _config() -> configparser.ConfigParser:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).parts[0], path


def _imported(path: Path) -> Iterator[str]:
    """The names of modules that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield from (f"hegao.{alias.name}" for alias in node.names) if module == "hegao" else [module]


def test_every_room_has_a_rank() -> None:
    assert {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(RANKS)


def test_imports_run_one_way_only() -> None:
    wrong = []
    for room, path in _modules():
        if room not in RANKS:
            continue
        for name in _imported(path):
            top, _, rest = name.partition(".")
            used = rest.partition(".")[0]
            if top == "hegao" and used in RANKS and used != room and RANKS[used] >= RANKS[room]:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert wrong == []


def test_no_module_is_longer_than_a_reader_keeps_in_mind() -> None:
    assert [path.relative_to(ROOT).as_posix() for _, path in _modules() if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST] == []


def test_no_name_of_a_module_stands_twice_in_the_house() -> None:
    names = Counter(path.name for _, path in _modules())
    assert [name for name, count in names.items() if count > 1 and name != "__init__.py"] == []


def test_no_name_means_two_things_in_the_rooms_that_read() -> None:
    """Helpers and patterns of words, phrases and syntax: one that two modules need has one home, others have telling names."""
    homes: dict[str, set[str]] = {}
    for room, path in _modules():
        for node in ast.parse(path.read_text(encoding="utf-8")).body if room in ("words", "phrases", "syntax") else ():
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            names = [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else [one.id for one in targets if isinstance(one, ast.Name)]
            for name in names:
                homes.setdefault(name, set()).add(path.relative_to(SOURCE).as_posix())
    assert {name: sorted(where) for name, where in homes.items() if len(where) > 1} == {}


def _terminals() -> dict[str, str]:
    """The terminals of the grammars as they are written."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "grammars").glob("*.lark"))]
    return {name: written for text in texts for name, written in re.findall(r"^(_?[A-Z]\w*)(?:\.\d+)?:(.*(?:\n[ \t]+\|.*)*)", text, re.MULTILINE)}


def test_no_terminal_is_longer_than_a_reader_takes_in_at_a_glance() -> None:
    found = _terminals()
    assert {"NUMBER", "_NUMBER_WHOLE", "_DAY", "BODY"} <= set(found)
    assert [name for name, written in found.items() if len(written) > LONGEST_TERMINAL] == []


def test_terminals_that_are_put_together_leave_no_alternative_open() -> None:
    """Lark puts regular expressions side by side as they are: a|b before c would be a, or b and c."""
    literals = [(name, one) for name, written in _terminals().items() for one in re.findall(r"/((?:\\.|[^/\\])+)/", written)]
    assert len(literals) > 50
    closed = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|\([^()]*\)")
    wrong = []
    for name, one in literals:
        rest, count = one, 1
        while count:
            rest, count = closed.subn("", rest)
        if "|" in rest:
            wrong.append(name)
    assert wrong == []


def _strings(path: Path) -> Iterator[str]:
    """The strings of a module, parts of f-strings among them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_document_numbers_and_days_are_described_in_the_grammar_alone() -> None:
    """A class of closing brackets before the figures of a serial; year, month and day in figures side by side."""
    number, day = re.compile(r"[〕］][^\[(]{0,6}\](?:\\s\*|第\?)*\\d\{1,\d\}"), re.compile(r"\\d\{4\}年\\d\{1,2\}月\\d")
    patterns = "\n".join(_terminals().values())
    assert day.search(patterns) and "_CLOSING" in patterns
    told = [f"{path.relative_to(ROOT)}: {one}" for _, path in _modules() for one in _strings(path) if number.search(one) or day.search(one)]
    assert told == []


def test_nothing_is_told_apart_by_its_address() -> None:
    """What must be known again is known by itself, in a set or as a key; an address may soon be that of something else."""
    assert [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for _, path in _modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id == "id"
    ] == []


def test_checks_know_no_rule_files_and_only_the_named_dependencies_are_used() -> None:
    allowed = set(sys.stdlib_module_names) | {"hegao", "click", "lark", "jsonschema", "xlsxwriter", "sqlalchemy", "psycopg", "pypdfium2", "jinja2", "markupsafe", "distributed", "fsspec", "pygls", "lsprotocol", "starlette", "uvicorn", "python_multipart"}
    foreign = {
        f"{path.relative_to(ROOT)}: {name}" for _, path in _modules() for name in _imported(path) if name.partition(".")[0] not in allowed
    }
    assert foreign == set()


def test_the_packages_listed_are_the_folders_on_disk() -> None:
    listed = _config()["options"]["packages"].split()
    on_disk = {"hegao", "hegao.rules", "hegao.grammars"} | {
        ".".join(path.parent.relative_to(SOURCE.parent).parts) for path in SOURCE.rglob("__init__.py")
    }
    assert sorted(listed) == sorted(on_disk)
    assert listed == sorted(listed)


def _data_files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    return {name for name in found if not name.endswith(".py")}


@pytest.mark.parametrize(("package", "module"), [("rules", hegao.rules), ("grammars", hegao.grammars)])
def test_the_data_installed_is_the_data_on_disk(package: str, module: ModuleType) -> None:
    """Neither a file that no glob of package_data matches, nor one left over from an earlier build."""
    installed = _data_files(Path(next(iter(module.__path__))))
    assert installed == _data_files(ROOT / package)
    globs = _config()["options.package_data"][f"hegao.{package}"].split()
    assert [name for name in installed if not any(fnmatch(name, glob) for glob in globs)] == []


@pytest.mark.parametrize(("room", "some"), [("reports/page", {"frame.html", "page.css", "page.js"}), ("desk", {"desk.html", "desk.css", "desk.js"})])
def test_the_templates_of_the_pages_are_installed(room: str, some: set[str]) -> None:
    globs = _config()["options.package_data"][f"hegao.{room.replace('/', '.')}"].split()
    found = _data_files(SOURCE / room)
    assert {f"templates/{name}" for name in some} <= found
    assert [name for name in found if not any(fnmatch(name, glob) for glob in globs)] == []


def test_no_vocabulary_is_listed_twice() -> None:
    """What stands in a table of rules/tables is composed from it (hegao/words) and never listed again."""
    found = [f"{path.relative_to(ROOT)}:{listed}" for _room, path in _modules() for listed in listed_again(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        'END = r"(?:局|委|办|厅|部|院)$"',
        'END = rf"(?:局|委|{x}|办|厅|部|院)$"',
        'GENRES = ("决议", "决定", "公报", "公告", "通告", "意见")',
        'LEVEL = "[省市县区州盟]"',
        'ROLES = {"牵头": 1, "主办": 1, "承办": 1, "配合": 2, "协办": 2, "参与": 2}',
    ],
)
def test_a_list_of_vocabulary_is_seen(source: str) -> None:
    assert list(listed_again(source)) != []


@pytest.mark.parametrize(
    "source", ['"""局、委、办、厅、部、院"""', 'WORD = "由市教育局、市财政局牵头，市公安局配合"', 'A = "局|委|办"\nB = "厅|部|院"']
)
def test_what_is_no_list_of_vocabulary(source: str) -> None:
    assert list(listed_again(source)) == []


def _run(*arguments: str, code: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command (or Python code) in a process of its own."""
    head = [sys.executable, "-c", code] if code else [sys.executable, "-m", "hegao"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **env}
    return subprocess.run([*head, *arguments], check=False, capture_output=True, cwd=ROOT, env=environment, timeout=120)


#: Tells what is imported beside click and what click imports.
IMPORTS = """
import click, sys
before = set(sys.modules)
from hegao.cli.main import run
status = run(sys.argv[1:])
print(*sorted(set(sys.modules) - before), sep='\\n', file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["check", "--help"], ["tree", "--help"], ["tasks", "--help"], ["annotate", "--help"], ["register", "--help"], ["register", "next", "--help"], ["rule", "--help"], ["init", "--help"]],
)
def test_help_imports_neither_lark_nor_jsonschema_nor_any_room_but_the_command_line(arguments: list[str]) -> None:
    done = _run(*arguments, code=IMPORTS)
    assert done.returncode == 0, done.stderr.decode()
    loaded = done.stderr.decode().split()
    assert "hegao.cli.main" in loaded
    heavy = [name for name in loaded if name.split(".")[0] in ("lark", "jsonschema", "tomllib", "importlib.metadata", "email", "pathlib")]
    assert heavy == []
    assert [name for name in loaded if name.startswith("hegao.") and not name.startswith(("hegao.cli", "hegao.reports"))] == []


COMPILED = """
import re._compiler, sys
compiled, whole = [], re._compiler.compile
re._compiler.compile = lambda pattern, flags=0: compiled.append(pattern) or whole(pattern, flags)
from hegao.cli.main import run
status = run(sys.argv[1:])
print(*sorted(sys.modules), sep='\\n', file=sys.stderr)
print(sum(isinstance(one, str) and any('\\u3400' <= c <= '\\u9fff' for c in one) for one in compiled), 'patterns', file=sys.stderr)
sys.exit(status)
"""


def test_a_document_not_seen_before_needs_neither_lark_nor_jsonschema_and_few_patterns_are_compiled(tmp_path: Path) -> None:
    """What depends on the program alone is made once: rules, the tables of the grammar, patterns."""
    for name in ("notice-with-defects.txt", "gazette-small.txt", "notice-correct.txt"):
        done = _run("check", f"examples/{name}", code=COMPILED, HEGAO_CACHE_DIR=str(tmp_path))
        assert done.returncode in (0, 1), done.stderr.decode()
    said = done.stderr.decode().split()
    assert "hegao.syntax.parser" in said
    assert [name for name in said if name.split(".")[0] in ("lark", "jsonschema", "tomllib")] == []
    assert int(said[said.index("patterns") - 1]) <= 40


def test_a_run_from_the_cache_imports_neither_reader_nor_checks(tmp_path: Path) -> None:
    for _ in range(2):
        done = _run("check", "--output-format", "json", "examples", code=IMPORTS, HEGAO_CACHE_DIR=str(tmp_path))
        assert done.returncode == 1, done.stderr.decode()
    said = done.stderr.decode().split()
    assert "pathlib" not in said
    loaded = [name for name in said if name.startswith("hegao.")]
    assert "hegao.checks.number.number_series" in loaded
    assert [name for name in loaded if name.startswith(("hegao.syntax", "hegao.document", "hegao.phrases"))] == []
    assert "hegao.checks.catalogue" not in loaded


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--output-format", "json", "examples"],
        ["check", "--output-format", "json", "no-such-file.txt", "examples/notice-correct.txt"],
        ["tree", "--output-format", "json", "examples/gazette-small.txt"],
        ["tasks", "--output-format", "json", "examples"],
        ["rule", "--output-format", "json"],
    ],
)
def test_machine_formats_print_nothing_else_and_the_same_twice(arguments: list[str]) -> None:
    first = _run(*arguments, PYTHONHASHSEED="1")
    assert json.loads(first.stdout)["version"] == 1
    assert b"Traceback" not in first.stderr
    again = _run(*arguments, PYTHONHASHSEED="2")
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "gitlab", "csv", "html"])
def test_what_reaches_standard_output_is_the_report_alone_the_same_as_in_a_file_and_twice(form: str, tmp_path: Path) -> None:
    blank = tmp_path / "空.txt"
    blank.write_bytes(b"")
    target = tmp_path / "report"
    arguments = ["check", "--output-format", form, "no-such-file.txt", "examples", str(blank)]
    first = _run(*arguments, PYTHONHASHSEED="1")
    again = _run(*arguments, PYTHONHASHSEED="2", PYTHONIOENCODING="ascii")
    into = _run(*arguments, "--output", str(target))
    assert first.returncode == again.returncode == into.returncode == 3
    assert first.stdout == again.stdout == target.read_bytes()
    assert into.stdout == b""
    text = first.stdout.decode()
    if form in ("sarif", "gitlab"):
        assert json.loads(text)
    elif form == "junit":
        assert ElementTree.fromstring(text).tag == "testsuites"
    elif form == "html":
        assert text.startswith("<!DOCTYPE html>") and text.endswith("</html>\n")
    elif form == "csv":
        assert text.startswith("\ufeff文件,") and {len(row) for row in csv.reader(io.StringIO(text))} == {13}
    else:
        assert all(line.startswith("::") for line in text.splitlines())
    assert b"Traceback" not in first.stderr and b"no-such-file.txt" in first.stderr and "空.txt".encode() in first.stderr


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "gitlab", "csv", "html"])
@pytest.mark.parametrize(("name", "status"), [("notice-correct.txt", 0), ("notice-with-defects.txt", 1)])
def test_the_exit_status_does_not_depend_on_the_format(form: str, name: str, status: int) -> None:
    assert main.run(["check", "--output-format", form, str(ROOT / "examples" / name)]) == status


def test_machine_formats_are_utf_8_whatever_the_terminal_is() -> None:
    plain = _run("rule", "--output-format", "json")
    other = _run("rule", "--output-format", "json", PYTHONIOENCODING="ascii")
    assert other.stdout == plain.stdout


def test_the_version_is_the_one_of_the_metadata() -> None:
    from importlib.metadata import version

    assert version("hegao") == hegao.__version__
    assert _run("--version").stdout.decode().strip() == f"hegao {hegao.__version__}"


def _texts() -> Iterator[Path]:
    skipped = {".git", ".tox", ".venv", "build", "dist", "__pycache__", ".mypy_cache", ".pytest_cache", ".hypothesis", ".ruff_cache"}
    for folder, names, files in os.walk(ROOT):
        names[:] = sorted(
            name
            for name in names
            if name not in skipped and not name.endswith(".egg-info") and not Path(folder, name, "pyvenv.cfg").exists()
        )
        for name in sorted(files):
            # In a second working tree of a repository .git is a file that names the first one's place.
            if name not in skipped and not name.startswith(".coverage") and Path(name).suffix in (
                "",
                ".py",
                ".md",
                ".txt",
                ".toml",
                ".json",
                ".cfg",
                ".yaml",
                ".lark",
                ".csv",
                ".in",
            ):
                yield Path(folder, name)


def test_nothing_speaks_of_the_machine_it_was_written_on() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w")
    assert [
        path.relative_to(ROOT).as_posix() for path in _texts() if machine.search(path.read_text(encoding="utf-8", errors="replace"))
    ] == []
