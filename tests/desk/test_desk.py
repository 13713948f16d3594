"""The desk without a browser: drafts in, findings beside the text out; what is mended, set aside, handed out."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from notices import notice
from page_files import ofd, pdf, set_lines
from repository import ROOT
from word_files import from_text

pytest.importorskip("jinja2")
pytest.importorskip("uvicorn")
pytest.importorskip("python_multipart")
testclient = pytest.importorskip("starlette.testclient")
pytest.importorskip("httpx")

HOST = "http://127.0.0.1:8321"
DRAFT = (ROOT / "examples" / "notice-with-defects.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The office's folder: settings, a baseline, a register of numbers."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "hegao.toml").write_text('[rules]\nTSK308 = "off"\n', encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield folder


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[Any]:
    yield from opened(folder)


def opened(folder: Path, **more: Any) -> Iterator[Any]:
    from hegao.desk.desk_app import desk_app
    from hegao.desk.office import Office
    from hegao.desk.worker_pool import Pool
    from hegao.register.database import open_database
    from hegao.register.migrations import bring_up

    office = Office(baseline=str(folder / "基线.json"))
    register = str(folder / "发文登记簿.db")
    database = open_database(register)
    database.make()
    bring_up(database)
    app = desk_app(office, register, "127.0.0.1", 8321, pool=Pool(office, 2, **more))
    with testclient.TestClient(app, base_url=HOST, headers={"origin": HOST}) as client:
        yield client


def dropped(desk: Any, name: str, data: bytes) -> Any:
    return desk.post("/files", files={"file": (name, data)})


def key_of(markup: str) -> str:
    found = re.search(r'data-key="([^"]+)"', markup)
    assert found is not None
    return found[1]


def marks_of(markup: str, rule: str) -> list[str]:
    cards = re.findall(r'<article class="note.*?</article>', markup, re.DOTALL)
    return [found[1] for card in cards if f'data-rule="{rule}"' in card and (found := re.search(r'data-mark="([^"]+)"', card))]


def test_a_dropped_word_file_is_shown_with_its_findings(desk: Any) -> None:
    said = dropped(desk, "通知.docx", from_text(DRAFT))
    assert said.status_code == 200
    assert "<h2>通知.docx</h2>" in said.text
    assert 'class="m error" ' in said.text and "江政发[2024]8号</a>" in said.text
    assert marks_of(said.text, "TSK308") == []  # the settings of the office hold
    assert "<th>" in said.text and "改法" in said.text and "依据" in said.text


def in_visit(desk: Any, name: str, data: bytes, drop: str) -> Any:
    return desk.post("/files", data={"visit": "v" * 22, "drop": drop}, files={"file": (name, data)}).text


def test_files_of_a_visit_are_compared_and_those_of_others_are_not(desk: Any) -> None:
    one = notice("　　请认真抓好落实。", title="关于做好防汛工作的通知").encode()
    other = notice("　　请认真抓好落实。", title="关于印发农村供水管理办法的通知").encode()
    dropped(desk, "别人.txt", other)
    first, second = in_visit(desk, "防汛.txt", one, "1"), in_visit(desk, "防汛.txt", other, "1")
    assert "<h2>防汛（2）.txt</h2>" in second  # of another folder
    changed = desk.post("/together", data={"visit": "v" * 22}).json()
    assert set(changed) <= {key_of(first), key_of(second)} and len(changed) == 1
    shown = desk.post(f"/drafts/{changed[0]}/again", data={"mark": ""}).text
    assert marks_of(shown, "NUM103") and desk.post("/together", data={"visit": "v" * 22}).json() == []
    assert "NUM103" in desk.get(f"/drafts/{changed[0]}/report").text
    again = in_visit(desk, "防汛.txt", one.replace("12号".encode(), "14号".encode()), "2")
    assert key_of(again) == key_of(first)  # dropped anew, it takes the place of the first
    changed = desk.post("/together", data={"visit": "v" * 22}).json()
    assert all(marks_of(desk.post(f"/drafts/{key}/again", data={"mark": ""}).text, "NUM103") == [] for key in changed)
    assert desk.post("/together", data={"visit": ""}).json() == []


def test_pasted_text_keeps_its_key(desk: Any) -> None:
    first = key_of(desk.post("/text", data={"text": DRAFT[:300]}).text)
    again = desk.post("/text", data={"text": DRAFT, "key": first})
    assert key_of(again.text) == first
    assert len(marks_of(again.text, "NUM102")) == 1


def test_one_mending_shows_the_difference_and_is_undone(desk: Any) -> None:
    shown = dropped(desk, "通知.txt", DRAFT.encode()).text
    key, (mark,) = key_of(shown), marks_of(shown, "NUM102")[:1]
    mended = desk.post(f"/drafts/{key}/mend", data={"mark": mark}).text
    assert "江政发[2024]8号" in mended and "<ins>" in mended and marks_of(mended, "NUM102") == []
    text = desk.get(f"/drafts/{key}/text")
    assert text.content.decode() == DRAFT.replace("江政发[2024]8号", "江政发〔2024〕8号")
    assert "attachment" in text.headers["content-disposition"]
    undone = desk.post(f"/drafts/{key}/undo", data={"mark": ""}).text
    assert marks_of(undone, "NUM102") == [mark]
    assert desk.get(f"/drafts/{key}/text").content.decode() == DRAFT


def test_typed_text_comes_back_mended_with_numbers_of_persons_in_full(desk: Any) -> None:
    text = DRAFT + "联系人：王小明，电话13812345678。\n"
    shown = desk.post("/text", data={"text": text}).text
    mended = desk.post(f"/drafts/{key_of(shown)}/mend", data={"mark": ""}).text
    given = re.search(r'<textarea class="now"[^>]*>\n(.*?)</textarea>', mended, re.DOTALL)
    assert given is not None and "13812345678" in given[1] and "江政发〔2024〕8号" in given[1]


def test_what_is_set_aside_stays_so_with_its_reason(desk: Any, folder: Path) -> None:
    shown = dropped(desk, "方案.txt", DRAFT.encode()).text
    key, (mark,) = key_of(shown), marks_of(shown, "NUM102")[:1]
    assert desk.post(f"/drafts/{key}/aside", data={"mark": mark, "reason": " "}).text == "请写明搁置的原因"
    assert desk.post(f"/drafts/{key}/aside", data={"mark": "0" * 16, "reason": "原文如此"}).status_code == 422
    after = desk.post(f"/drafts/{key}/aside", data={"mark": mark, "reason": "原文如此", "by": "王"}).text
    assert marks_of(after, "NUM102") == [] and "1 处已搁置或免报" in after
    (entry,) = json.loads((folder / "基线.json").read_text(encoding="utf-8"))["entries"]
    assert (entry["fingerprint"], entry["path"], entry["reason"], entry["author"]) == (mark, "方案.txt", "原文如此", "王")
    assert marks_of(dropped(desk, "方案.docx", from_text(DRAFT)).text, "NUM102") == []
    (folder / "基线.json").unlink()


def test_a_full_disk_is_told_and_nothing_is_set_aside(desk: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: Any, **_more: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hegao.desk.setting_aside.write_whole", full)
    shown = dropped(desk, "通知.txt", DRAFT.encode()).text
    said = desk.post(f"/drafts/{key_of(shown)}/aside", data={"mark": marks_of(shown, "NUM102")[0], "reason": "原文如此"})
    assert said.status_code == 422 and said.text.startswith("基线文件没有写成（") and not (folder / "基线.json").exists()


def test_the_marked_copy_the_report_and_the_ledger(desk: Any) -> None:
    from hegao.sources.files import source_of

    key = key_of(dropped(desk, "关于供水的通知.docx", from_text(DRAFT)).text)
    marked = desk.get(f"/drafts/{key}/marked")
    assert "%E5%85%B3" in marked.headers["content-disposition"] and marked.content.startswith(b"PK")
    assert any("江政发〔2024〕8号" in line or "江政发[2024]8号" in line for line in source_of(marked.content, "a.docx").lines)
    again = dropped(desk, "关于供水的通知.核稿.docx", marked.content)
    assert again.status_code == 200 and marks_of(again.text, "NUM102") == []  # it is a revision there, and read as accepted
    report = desk.get(f"/drafts/{key}/report")
    assert report.text.startswith("<!DOCTYPE html>") and "attachment" in report.headers["content-disposition"]
    workbook = pytest.importorskip("openpyxl").load_workbook(io.BytesIO(desk.get(f"/drafts/{key}/tasks").content))
    assert workbook.worksheets[0].max_row == 13


def test_a_text_cannot_be_marked_and_an_unknown_draft_is_told(desk: Any) -> None:
    key = key_of(dropped(desk, "通知.txt", DRAFT.encode()).text)
    assert desk.get(f"/drafts/{key}/marked").status_code == 422
    gone = desk.post(f"/drafts/{key}/forget", data={"mark": ""})
    assert gone.status_code == 200
    assert desk.get(f"/drafts/{key}/text").text == "这份文稿已经不在了，请重新放进来"


def test_the_rules_and_one_of_them(desk: Any) -> None:
    assert 'href="/rules/NUM102"' in desk.get("/rules").text
    one = desk.get("/rules/NUM102").text
    assert "怎么改" in one and "错例" in one
    assert desk.get("/rules/XYZ999").status_code == 422


def test_a_number_is_reserved_and_found(desk: Any) -> None:
    import datetime

    year = str(datetime.date.today().year)
    form = {"code": "江政发", "year": year, "title": "关于防汛的通知<b>", "by": "王"}
    assert f"已留号：江政发〔{year}〕1号" in desk.post("/register", data=form).text
    assert f"已留号：江政发〔{year}〕2号" in desk.post("/register", data=form).text
    found = desk.get("/register", params={"q": f"江政发[{year}]2号"}).text
    assert f"江政发〔{year}〕2号" in found and "共 1 个号" in found and "通知&lt;b&gt;" in found
    assert "请写经手人" in desk.post("/register", data=form | {"by": ""}).text


@pytest.mark.parametrize("kind", ["pdf", "ofd"])
def test_pages_are_shown_with_their_places_framed(desk: Any, kind: str) -> None:
    data = (pdf if kind == "pdf" else ofd)(set_lines(DRAFT.replace("12号", "012号").split("\n")[:12]))
    markup = dropped(desk, f"通知.{kind}", data).text
    assert 'class="prints"' in markup and 'class="frame' in markup and "看原页" in markup


def test_who_comes_before_the_pages_are_ready_is_not_refused() -> None:
    import socket

    from hegao.desk.serving import Opened

    opened = Opened("127.0.0.1", 0)
    try:
        socket.create_connection((opened.host, opened.port), 10).close()
    finally:
        opened._socket.close()
