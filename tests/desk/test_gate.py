"""Hostile tries at the desk: each is refused or contained with a sentence, and the desk goes on for the others."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from repository import ROOT

pytest.importorskip("jinja2")
pytest.importorskip("uvicorn")
pytest.importorskip("python_multipart")
testclient = pytest.importorskip("starlette.testclient")
httpx = pytest.importorskip("httpx")

HOST = "http://127.0.0.1:8321"
DRAFT = (ROOT / "examples" / "notice-with-defects.txt").read_bytes()


def client(app: Any, base: str = HOST) -> Any:
    return testclient.TestClient(app, base_url=base, headers={"origin": base})


@pytest.fixture(scope="module")
def desk() -> Iterator[Any]:
    from hegao.desk.desk_app import desk_app
    from hegao.desk.office import Office
    from hegao.desk.worker_pool import Pool

    office = Office()
    with client(desk_app(office, "", "127.0.0.1", 8321, pool=Pool(office, 2))) as opened:
        yield opened


def dropped(desk: Any, name: str, data: bytes, **headers: str) -> Any:
    return desk.post("/files", files={"file": (name, data)}, headers=headers)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "https://127.0.0.1:8321", "http://127.0.0.1:9999"])
def test_a_request_from_another_site_is_refused(desk: Any, origin: str) -> None:
    said = dropped(desk, "a.txt", DRAFT, origin=origin)
    assert said.status_code == 403 and "不是从本页发出" in said.text


def test_another_site_cannot_read_what_lies_here(desk: Any) -> None:
    asked = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert desk.get("/script.js", headers=asked).status_code == 403
    assert desk.get("/", headers=asked | {"sec-fetch-mode": "navigate"}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example:8321", "127.0.0.1.evil.example:8321", "127.0.0.1:9", "10.0.0.1:8321", ""])
def test_a_name_that_was_pointed_here_is_refused(desk: Any, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 421


def test_every_answer_says_what_a_page_may_do(desk: Any) -> None:
    for path in ("/", "/nothing", "/script.js"):
        headers = desk.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"] and "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff" and headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("given", "shown"),
    [("../../etc/passwd.txt", "passwd.txt"), ("C:\\公文\\通知.txt", "通知.txt"), ("..", "文稿.txt"), ("a\r\nb\x00.txt", "ab.txt"), ("长" * 500 + ".txt", "长" * 80 + ".txt")],
)
def test_a_path_in_a_name_is_no_path(given: str, shown: str) -> None:
    from hegao.desk.office import plain_name

    assert plain_name(given) == shown


def test_marks_in_names_titles_and_quotes_stay_words(desk: Any) -> None:
    hostile = "<img src=x onerror=alert(1)></textarea></script><script>alert(2)</script>"
    text = DRAFT.decode().replace("农村供水", f"农村{hostile}供水")
    said = dropped(desk, "<script>alert(3)</script>.txt", text.encode())
    typed = desk.post("/text", data={"text": text})
    mended = desk.post(f"/drafts/{typed.text.split('data-key=')[1].split(chr(34))[1]}/mend", data={"mark": ""})
    for one in (said, typed, mended):
        assert one.status_code == 200
        assert "<script" not in one.text and "<img" not in one.text and "&lt;img src=x" in one.text


def bomb() -> bytes:
    """A Word file of few bytes that would unpack to very many."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"<w:p>" + b" " * (200 << 20))
    return out.getvalue()


def test_a_bomb_is_a_finding_of_its_own(desk: Any) -> None:
    said = dropped(desk, "a.docx", bomb())
    assert said.status_code == 200 and "SYS" in said.text
    assert dropped(desk, "b.txt", DRAFT).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"), [({"content-length": str(80 << 20)}, 413), ({"content-length": "9" * 30}, 413), ({"content-length": "-5"}, 411)]
)
def test_what_is_too_large_is_not_read(desk: Any, headers: dict[str, str], status: int) -> None:
    assert desk.post("/files", content=b"", headers=headers).status_code == status


def test_a_request_without_size_is_not_read(desk: Any) -> None:
    assert desk.post("/files", content=iter([b"a", b"b"])).status_code == 411


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/x-www-form-urlencoded"])
def test_a_broken_form_is_told(desk: Any, kind: str) -> None:
    assert desk.post("/files", content=b"\xff--x\r\n\x00", headers={"content-type": kind}).status_code == 400


def test_a_draft_that_kills_or_hangs_its_process_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from hegao.desk.desk_app import desk_app
    from hegao.desk.office import Office
    from hegao.desk.worker_pool import Pool

    pool = Pool(Office(), 2, longest=0.001)
    with client(desk_app(Office(), "", "127.0.0.1", 8321, pool=pool)) as desk:
        slow = dropped(desk, "a.txt", DRAFT)
        assert slow.status_code == 422 and "还没有做完，已停下" in slow.text
        monkeypatch.setattr(pool, "_longest", 60.0)
        assert dropped(desk, "b.txt", DRAFT).status_code == 200
        for worker in pool._workers:
            process = worker._process
            assert process is not None
            process.kill()
        said = [dropped(desk, "c.txt", DRAFT).status_code for _ in range(4)]
        assert said[-1] == 200 and set(said) <= {200, 422}


def test_a_thousand_at_once_are_answered_or_told_to_come_again() -> None:
    from hegao.desk.desk_app import desk_app
    from hegao.desk.office import Office
    from hegao.desk.worker_pool import Pool

    async def rush() -> list[Any]:
        pool = Pool(Office(), 2)
        app = desk_app(Office(), "", "127.0.0.1", 8321, pool=pool)
        await pool.start()
        try:
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url=HOST, headers={"origin": HOST}, timeout=120) as asking:
                several = [asking.post("/text", data={"text": "江河市人民政府关于做好防汛工作的通知"}) for _ in range(1000)]
                found = await asyncio.gather(*several)
                return [*found, await asking.post("/text", data={"text": "通知"})]
        finally:
            await pool.stop()

    *said, after = asyncio.run(rush())
    by_status = {status: [one for one in said if one.status_code == status] for status in (200, 503)}
    assert len(by_status[200]) + len(by_status[503]) == 1000 and len(by_status[200]) >= 2 and by_status[503]
    assert by_status[503][0].text == "现在检查的人多，请稍后再试" and by_status[503][0].headers["retry-after"] == "2"
    assert after.status_code == 200


def test_away_from_this_machine_a_token_is_asked_for() -> None:
    from hegao.desk.desk_app import desk_app
    from hegao.desk.office import Office
    from hegao.desk.worker_pool import Pool

    base = "http://10.1.2.3:8321"
    with client(desk_app(Office(), "", "0.0.0.0", 8321, token="geheim", pool=Pool(Office(), 1)), base) as desk:
        assert desk.get("/").status_code == 401 and "口令" in desk.get("/").text
        assert desk.get("/rules").status_code == 401 and dropped(desk, "a.txt", DRAFT).status_code == 401
        assert desk.get("/?token=falsch").status_code == 401
        assert desk.get("/", headers={"host": "evil.example:8321"}).status_code == 421
        assert desk.get("/?token=geheim").status_code == 200  # by way of the cookie
        assert desk.get("/rules").status_code == 200


def test_a_fault_of_the_program_tells_nothing_of_the_draft(desk: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def broken(*_given: Any, **_more: Any) -> None:
        raise RuntimeError("绝密的话")

    monkeypatch.setattr("hegao.desk.drafts.Drafts.add", broken)
    said = dropped(desk, "a.txt", DRAFT)
    assert said.status_code == 500 and said.text == "程序出错，请再试一次"
    out = capfd.readouterr()
    assert "绝密" not in out.out + out.err


def test_drafts_are_a_bounded_number(monkeypatch: pytest.MonkeyPatch) -> None:
    from hegao.desk import drafts

    monkeypatch.setattr(drafts, "MOST", 3)
    held = drafts.Drafts()
    keys = [held.add(f"{number}.txt", b"a").key for number in range(5)]
    assert [held.of(key) is not None for key in keys] == [False, False, True, True, True]
    monkeypatch.setattr(drafts, "MOST_BYTES", 10)
    last = held.add("a.txt", b"a" * 20)
    assert held.of(last.key) is last and held.of(keys[-1]) is None
