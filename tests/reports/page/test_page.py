"""The page of a run as it is written: what it says, that nothing in a document becomes a part of it, that it is a stream."""

from __future__ import annotations

import base64
import gc
import hashlib
import json
import os
import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("jinja2")

from hegao import __version__
from hegao.cli.main import run
from hegao.engine.findings.finding import RunResult
from hegao.engine.rules.loading import load_rules
from hegao.engine.run.readings import Readings, readings
from hegao.engine.run.runner import check_paths
from hegao.engine.run.targets import targets
from hegao.reports.page.check_page import page_pieces
from hegao.reports.page.task_page import task_page_pieces
from hegao.reports.task_entries import ledger
from reports.mixed_run import mixed
from reports.page.pages import NOTICE, blocks, checked, page, plain, texts
from reports.test_task_entries import BODY, read
from repository import ROOT


def test_a_document_reads_as_it_stands_in_the_file() -> None:
    (text,) = texts(page({"a.txt": NOTICE}, RunResult(checked({"a.txt": NOTICE}).files)))
    found = blocks(re.sub(r"<article.*?</article>", "", text, flags=re.DOTALL))
    kinds = [kind for kind, _said in found]
    assert kinds == [
        "number",
        "title",
        "addressee",
        "paragraph",
        "heading l1",
        "heading l1",
        "paragraph",
        "attachment",
        "signature",
        "date",
        "mark",
        "part-title",
        "table",
    ]
    assert found[1][1] == "江河市人民政府办公室关于做好2026年防汛工作的通知"
    assert found[4][1].startswith("一、排查隐患。对水库逐一排查。（牵头单位") and "2026-06-30" in found[4][1]
    assert "清理河道" in found[-1][1]


def test_what_is_found_is_marked_where_it_stands_with_the_finding_beside_it() -> None:
    (text,) = texts(page({"a.txt": NOTICE}))
    marked = {found[1]: plain(found[2]) for found in re.finditer(r'<a class="m [^"]*" href="#(f1-\d+)"[^>]*>(.*?)</a>', text)}
    cards = {found[1]: plain(found[2]) for found in re.finditer(r'<article class="note [^"]*" id="(f1-\d+)".*?>(.*?)</article>', text, re.DOTALL)}
    findings = checked({"a.txt": NOTICE}).files[0].findings
    assert len(cards) == len(findings) > 2
    for number, finding in enumerate(findings, 1):
        assert marked[f"f1-{number}"] == finding.quote
        said = cards[f"f1-{number}"]
        assert finding.message in said and finding.help in said and finding.rule in said
        assert all(basis.clause in said for basis in finding.basis)
        assert f'id="m1-{number}"' in text


def test_every_document_of_a_gazette_has_its_section_the_cover_one_before_them() -> None:
    gazette = (ROOT / "examples" / "gazette-small.txt").read_text(encoding="utf-8")
    written = page({"g.txt": gazette})
    titles = [plain(found) for found in re.findall(r"<summary><h3>(.*?)</h3>", written, re.DOTALL)]
    assert titles[0] == "封面和目录Cover and contents"
    assert titles[1] == "江河市人民政府关于促进家政服务业提质扩容的意见" and len(titles) == 5
    read_again = "".join(plain(text) for text in texts(written))
    for line in gazette.split("\n"):
        assert line.strip("　 ") in read_again


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>'\"&<!--"


def test_nothing_in_a_document_becomes_a_part_of_the_page() -> None:
    name = f"{HOSTILE}.txt"
    text = NOTICE.replace("防汛", f"防{HOSTILE}汛").replace("清理河道", f"清理{HOSTILE}河道").replace("市应急管理局", f"市应急{HOSTILE}局")
    written = page({name: text})
    assert written.count("<script") == written.count("</script>") == 3
    assert "<img" not in written and "<!--" not in written.replace("<!-- ", "")
    (block,) = re.findall(r'<script type="application/json" class="tasks">(.*?)</script>', written, re.DOTALL)
    assert any(HOSTILE in entry["measure"] for entry in json.loads(block))


def test_messages_names_and_norms_are_escaped_and_bear_no_control_characters() -> None:
    result = mixed()
    for file in result.files:
        file.findings = [each._replace(message=f"{each.message}{HOSTILE}\x1b", help=HOSTILE, document=HOSTILE) for each in file.findings]
    written = page({}, result)
    assert "<img" not in written and "alert(1)&lt;/script&gt;" in written
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", written)


def test_numbers_of_persons_are_starred() -> None:
    written = page({"a.txt": NOTICE.replace("清理河道", "清理河道，联系电话13912345678")})
    assert "139****5678" in written and "13912345678" not in written


def test_the_page_may_ask_nobody_and_runs_only_its_own_script_and_style() -> None:
    written = page({"a.txt": NOTICE})
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', written)
    assert policy is not None
    said = policy[1].replace("&#39;", "'")
    assert said.startswith("default-src 'none'") and "unsafe" not in said and "http" not in said
    for element in ("style", "script"):
        body = re.search(rf"<{element}>(.*?)</{element}>", written, re.DOTALL)
        assert body is not None
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in said
    assert not re.search(r"https?://|url\(|@import|\bfetch\(|XMLHttpRequest| style=|\son\w+=", written)


def test_the_page_is_the_one_agreed_on() -> None:
    """But for style sheet and script; ``HEGAO_UPDATE=1`` writes it anew."""
    golden = ROOT / "tests" / "reports" / "golden" / "mixed.page.html"
    result = mixed()
    result.files += checked({"通知.txt": NOTICE}).files
    written = page({"通知.txt": NOTICE}, result).replace(f'content="hegao {__version__}"', 'content="hegao VERSION"')
    real = re.sub(r"(<style>|<script>|sha256-).*?(</style>|</script>|&#39;)", r"\1…\2", written, flags=re.DOTALL)
    if os.environ.get("HEGAO_UPDATE"):
        golden.write_text(real, encoding="utf-8")
    assert real == golden.read_text(encoding="utf-8")


def test_the_same_run_gives_the_same_page() -> None:
    assert page({"a.txt": NOTICE}) == page({"a.txt": NOTICE})


def test_a_file_that_cannot_be_read_and_one_that_has_changed_are_told_all_the_same() -> None:
    result = checked({"a.txt": NOTICE})
    lost = page({}, result)
    assert lost.count("<article") == len(result.files[0].findings) and 'class="sheet"' not in lost
    changed = page({"a.txt": "另一份文件。\n" + NOTICE}, result)
    assert changed.count("<article") == len(result.files[0].findings)
    assert '<a class="m ' not in changed


def test_an_empty_run_is_a_page() -> None:
    assert "没有发现问题" in page({}, RunResult())


def test_what_is_held_does_not_grow_with_the_documents(tmp_path: Path) -> None:
    """Counted while the page is written: the result itself is there before."""
    for name in range(16):
        (tmp_path / f"{name:03}.txt").write_text(NOTICE.replace("12号", f"{name + 1}号"), encoding="utf-8")
    rules = {rule.code: rule for rule in load_rules()}

    def collected(of: Readings) -> Readings:
        """The readings, what was let go of taken away each time: models hold on to one another in cycles."""
        return lambda name: of(name) if gc.collect() >= 0 else None

    def held(count: int) -> int:
        found, _problems = targets([str(tmp_path / f"{name:03}.txt") for name in range(count)])
        result = check_paths([one.path or "" for one in found], cache=False)
        tracemalloc.start()
        size = sum(len(piece) for piece in page_pieces(result, collected(readings(found)), rules))
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert size > 20_000 + count * 4_000
        return peak

    held(2)
    few, many = held(4), held(16)
    assert many < few * 1.5


def test_the_page_of_tasks_holds_all_that_the_ledger_lists() -> None:
    found = ledger([read(*BODY)])
    written = "".join(task_page_pieces(found))
    (block,) = re.findall(r'<script type="application/json" class="tasks">(.*?)</script>', written, re.DOTALL)
    listed = json.loads(block)
    assert [(entry["measure"], entry.get("due", ""), entry.get("deadline", "")) for entry in listed] == [
        (entry.measure, entry.due, entry.deadline) for entry in found.entries
    ]
    assert f"{len(listed)} 项任务" in written


@pytest.mark.parametrize("arguments", [["check", "--output-format", "html"], ["tasks", "--output-format", "html"]])
def test_without_the_library_a_sentence_says_what_to_install(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert run([*arguments, str(ROOT / "examples")]) == 2
    said = capsys.readouterr()
    assert said.out == "" and "Jinja2" in said.err and "hegao[reports]" in said.err


def test_standard_input_is_shown_too(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NOTICE.encode()), encoding="utf-8"))
    assert run(["check", "--output-format", "html", "--stdin-filename", "通知.txt", "-"]) == 1
    written = capsysbinary.readouterr().out.decode()
    assert "通知.txt" in written and "清理河道" in "".join(texts(written))


def _cases() -> Iterator[Path]:
    yield from sorted((ROOT / "tests" / "golden").glob("*[!e].txt"))


@pytest.mark.parametrize("path", [path for path in _cases() if not path.name.endswith(".tree.txt")], ids=lambda path: path.stem)
def test_every_line_of_a_file_is_shown_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fragments = texts(page({path.name: text}))
    shown = re.sub(r"\s", "", "".join(plain(re.sub(r"<article.*?</article>", "", one, flags=re.DOTALL)) for one in fragments))
    for line in text.split("\n"):
        for cell in re.split(r"[\t|]", line):
            squeezed = re.sub(r"\s", "", cell)
            assert not set(squeezed) - set("-: ") or squeezed in shown
