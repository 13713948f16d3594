"""The pages of the desk."""

from __future__ import annotations

import asyncio
import datetime
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from hegao import __version__
from hegao.desk.desk_pages import filled, script, style
from hegao.desk.drafts import Draft, Drafts
from hegao.desk.gate import Gate, busy
from hegao.desk.office import Office, plain_name
from hegao.desk.register_desk import MOST, found_in, reserved
from hegao.desk.setting_aside import NotSetAside, set_aside
from hegao.desk.uploads import LARGEST_TEXT, BadForm, file_of, form_of, words_of
from hegao.desk.worker_pool import Busy, Pool, Stopped
from hegao.register.entry import STATE_WORDS, RegisterProblem
from hegao.reports.report_words import AREA
from hegao.sources.bounded_reading import MEGA
from hegao.sources.files import MARKED

#: What can be had of a draft: the ending of its name, and what it is.
_COPIES = {
    "marked": (".核稿.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "report": (".核稿.html", "text/html"),
    "tasks": (".任务台账.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_TYPED = "文稿.txt"
_Page = Callable[[Request], Awaitable[Response]]


def _told(page: _Page) -> _Page:
    """A page whose faults are told in a sentence."""

    async def answered(request: Request) -> Response:
        try:
            return await page(request)
        except Busy:
            return busy()
        except _Gone:
            return PlainTextResponse("这份文稿已经不在了，请重新放进来", 404)
        except BadForm as error:
            return PlainTextResponse(str(error), 400)
        except (Stopped, NotSetAside, RegisterProblem) as error:
            return PlainTextResponse(str(error), 422)

    return answered


class _Gone(Exception):
    """There is no such draft."""


class Desk:
    """The desk: its drafts and its processes."""

    def __init__(self, office: Office, register: str, pool: Pool) -> None:
        """Take the office, the register that its page shows ("" for none), and the processes."""
        self._office = office
        self._register = register
        self._pool = pool
        self._drafts = Drafts()
        self._writing = asyncio.Lock()

    def app(self) -> Starlette:
        """The application."""
        pages: list[tuple[str, _Page, str]] = [
            ("/", self._desk, "GET"),
            ("/style.css", self._style, "GET"),
            ("/script.js", self._script, "GET"),
            ("/files", self._file, "POST"),
            ("/text", self._text, "POST"),
            ("/together", self._together, "POST"),
            ("/drafts/{key}/{action:str}", self._act, "POST"),
            ("/drafts/{key}/{copy:str}", self._copy, "GET"),
            ("/rules", self._rules, "GET"),
            ("/rules/{code}", self._rules, "GET"),
        ]
        if self._register:
            pages += [("/register", self._numbers, "GET"), ("/register", self._reserve, "POST")]
        routes = [Route(path, _told(page), methods=[method]) for path, page, method in pages]
        return Starlette(routes=routes, lifespan=self._life, exception_handlers={404: _nothing, 405: _nothing, Exception: _broken})

    @asynccontextmanager
    async def _life(self, _app: Starlette) -> AsyncIterator[None]:
        await self._pool.start()
        try:
            yield
        finally:
            self._drafts.clear()
            await self._pool.stop()

    def _page(self, name: str, **context: Any) -> HTMLResponse:
        frame = {"version": __version__, "register": bool(self._register), "baseline": bool(self._office.baseline)}
        return HTMLResponse(filled(name, **frame, **context))

    async def _desk(self, _request: Request) -> Response:
        return self._page("desk.html", areas=AREA["zh"], visit=secrets.token_urlsafe(16))

    async def _style(self, _request: Request) -> Response:
        return Response(style(), media_type="text/css")

    async def _script(self, _request: Request) -> Response:
        return Response(script(), media_type="text/javascript")

    async def _file(self, request: Request) -> Response:
        form = await form_of(request)
        name, data = await file_of(form)
        draft = self._drafts.drop(plain_name(name), data, words_of(form, "visit"), words_of(form, "drop"))
        # By itself, so that what is found in it is there soon; the page then asks what it says beside the others.
        return await self._checked(draft, [])

    async def _together(self, request: Request) -> Response:
        """The keys of the drafts of a visit of which something else is to be said than is shown."""
        drafts = _comparable(self._drafts.of_visit(words_of(await form_of(request), "visit")))
        if not drafts:
            return JSONResponse([])
        said, _blobs = await self._pool.ask("compare", "", [draft.outcome for draft in drafts], names=[draft.name for draft in drafts])
        states = said["states"]
        return JSONResponse([draft.key for draft in drafts if states.get(draft.name, draft.state) != draft.state])

    async def _text(self, request: Request) -> Response:
        form = await form_of(request)
        data = words_of(form, "text").encode("utf-8", "replace")
        if len(data) > LARGEST_TEXT:
            raise BadForm(f"文字太长，最多 {LARGEST_TEXT // MEGA} MB；请存成文件放进来")
        draft = self._drafts.of(words_of(form, "key"))
        if draft is None or not draft.typed:
            draft = self._drafts.add(_TYPED, data, typed=True)
        draft.data, draft.before = data, None
        return await self._checked(draft)

    async def _checked(self, draft: Draft, others: Sequence[Draft] | None = None, restored: bool = False) -> Response:
        """The draft as it is shown, judged with the others of its visit, or with those given."""
        data = draft.data
        beside = self._beside(draft) if others is None else others
        shown = [draft.key, draft.number, draft.typed, restored]
        said, blobs = await self._ask("check", draft, beside, shown=shown)
        if draft.data is data:
            self._know(draft, said, blobs)
        return HTMLResponse(blobs[0])

    async def _ask(self, task: str, draft: Draft, beside: Sequence[Draft], **more: Any) -> tuple[dict[str, Any], list[bytes]]:
        blobs = [draft.data, *(other.outcome for other in beside)]
        return await self._pool.ask(task, draft.name, blobs, names=[other.name for other in beside], **more)

    @staticmethod
    def _know(draft: Draft, said: dict[str, Any], blobs: Sequence[bytes]) -> None:
        """Keep what is said of a draft."""
        draft.findings, draft.state, draft.outcome = said["findings"], said["state"], blobs[1]

    def _beside(self, draft: Draft) -> list[Draft]:
        """The drafts that one is judged with."""
        drafts = _comparable(self._drafts.of_visit(draft.visit))
        return [other for other in drafts if other is not draft] if draft in drafts else []

    def _draft(self, request: Request) -> Draft:
        draft = self._drafts.of(request.path_params["key"])
        if draft is None:
            raise _Gone
        return draft

    async def _act(self, request: Request) -> Response:
        draft = self._draft(request)
        form = await form_of(request)
        action = request.path_params["action"]
        if action == "mend":
            return await self._mended(draft, words_of(form, "mark"))
        if action == "undo" and draft.before is not None:
            draft.data, draft.before = draft.before, None
            return await self._checked(draft, restored=True)
        if action == "again":
            return await self._checked(draft)
        if action == "aside":
            await self._set_aside(draft, form)
            return await self._checked(draft)
        if action == "forget":
            self._drafts.forget(draft.key)
            return PlainTextResponse("")
        return PlainTextResponse("不能这样做", 404)

    async def _mended(self, draft: Draft, mark: str) -> Response:
        shown = [draft.key, draft.number, draft.typed]
        said, blobs = await self._ask("mend", draft, self._beside(draft), mark=mark, shown=shown)
        draft.before, draft.data = draft.data, blobs[2]
        self._know(draft, said, blobs)
        return HTMLResponse(blobs[0])

    async def _set_aside(self, draft: Draft, form: FormData) -> None:
        if self._office.baseline is None:
            raise NotSetAside("启动时没有用 --baseline 写明基线文件，不能搁置")
        reason, author = words_of(form, "reason").strip(), words_of(form, "by").strip()
        async with self._writing:
            await asyncio.to_thread(set_aside, Path(self._office.baseline), draft, words_of(form, "mark"), reason, author)

    async def _copy(self, request: Request) -> Response:
        draft = self._draft(request)
        copy = request.path_params["copy"]
        if copy == "text":
            return _download(draft.data, draft.name, "text/plain")
        if copy not in _COPIES:
            return PlainTextResponse("没有这一页", 404)
        if copy == "tasks":
            _said, blobs = await self._pool.ask(copy, draft.name, [draft.data])
        else:
            _said, blobs = await self._ask(copy, draft, self._beside(draft))
        ending, kind = _COPIES[copy]
        return _download(blobs[0], draft.name.rpartition(".")[0] + ending, kind)

    async def _rules(self, request: Request) -> Response:
        _said, blobs = await self._pool.ask("rules", request.path_params.get("code", ""))
        return self._page("page.html", title={"zh": "核稿规则", "en": "Rules"}, at="rules", content=blobs[0].decode())

    async def _numbers(self, request: Request) -> Response:
        words = request.query_params.get("q", "").strip()[:200]
        return await self._numbers_page(words, "")

    async def _reserve(self, request: Request) -> Response:
        form = await form_of(request)
        asked = [words_of(form, name).strip() for name in ("code", "year", "title", "by")]
        try:
            entry = await asyncio.to_thread(reserved, self._register, *asked)
        except RegisterProblem as error:
            return await self._numbers_page("", str(error))
        return await self._numbers_page(entry.code, f"已留号：{entry.number}")

    async def _numbers_page(self, words: str, said: str) -> Response:
        entries = await asyncio.to_thread(found_in, self._register, words)
        context = {"entries": entries[:MOST], "all": len(entries), "words": words, "said": said, "states": STATE_WORDS}
        return self._page("register.html", year=datetime.date.today().year, **context)


def _comparable(drafts: Sequence[Draft]) -> list[Draft]:
    """Those that can be compared: they were examined, and are no copy of another that says the same with its marks."""
    return [draft for draft in drafts if draft.outcome and not draft.name.endswith(MARKED)]


def _download(data: bytes, name: str, kind: str) -> Response:
    """A file that a browser saves, whatever it is."""
    return Response(data, headers={"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}", "content-type": kind})


async def _nothing(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("没有这一页", 404)


async def _broken(_request: Request, _error: Exception) -> Response:
    """Nothing of the fault is told: its words may be a draft's."""
    return PlainTextResponse("程序出错，请再试一次", 500)


def desk_app(office: Office, register: str, host: str, port: int, token: str = "", pool: Pool | None = None) -> Gate:
    """The desk of an office, with the gate before it, as it is served at an address."""
    return Gate(Desk(office, register, pool or Pool(office)).app(), host, port, token)
