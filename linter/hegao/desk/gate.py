"""What stands before the pages: who may ask, from where, how much; and what every answer says of itself."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Iterator
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hegao.desk.desk_pages import filled
from hegao.sources.bounded_reading import MEGA

#: Bytes of a request at most, of all that are read at once, and how many these may be.
LARGEST, MOST_BYTES, MOST = 33 * MEGA, 256 * MEGA, 48

#: A page may use what this desk serves, and nothing else; nobody may put it into a frame.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine reaches an address."""
    return host in _LOOPBACK


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(18)


class Gate:
    """Lets through to the pages what may pass."""

    def __init__(self, app: ASGIApp, host: str, port: int, token: str = "") -> None:
        """Take the pages, the address that they are served at, and the token that is asked for ("" for none)."""
        self._app = app
        self._host = host
        self._port = port
        self._token = token
        self._cookie = f"hegao-{port}"
        self._reading = 0
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; only the pages' own start and end pass as they are."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    answer[name] = value
            await send(message)

        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, said)
            return
        size = int(headers.get("content-length", "0")) if scope["method"] == "POST" else 0
        self._reading += scope["method"] == "POST"
        self._bytes += size
        try:
            await self._app(scope, receive, said)
        except Exception:  # noqa: BLE001, S110  (the pages have said that; the words of an exception may be a draft's and stand nowhere)
            pass
        finally:
            self._reading -= scope["method"] == "POST"
            self._bytes -= size

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        """What is said to a request that may not pass; None for others."""
        if headers.get("host", "").lower() not in self._names(headers.get("host", "").lower()):
            return _sentence(421, "只能用启动时显示的网址打开本页")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _sentence(405, "不能这样用")
        if scope["method"] == "POST" and headers.get("origin", "").lower() != f"{scope['scheme']}://{headers['host'].lower()}":
            return _sentence(403, "这个请求不是从本页发出的，没有处理")
        elsewhere = headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
        if elsewhere and not (headers.get("sec-fetch-mode") == "navigate" and scope["path"] == "/"):
            return _sentence(403, "这个请求不是从本页发出的，没有处理")
        if self._token and not self._knows(headers):
            return self._asked_for_token(scope)
        return self._too_much(headers) if scope["method"] == "POST" else None

    def _names(self, asked: str) -> Iterator[str]:
        """The names under which the desk may be asked for: none that somebody else's name server could point here."""
        names = [*_LOOPBACK, self._host]
        if not is_loopback(self._host):
            names.append(socket.gethostname().lower())
            bare = asked.rpartition(":")[0].strip("[]") or asked
            try:
                names.append(str(ipaddress.ip_address(bare)))
            except ValueError:
                pass  # a name, and not ours
        for name in names:
            shown = f"[{name}]" if ":" in name else name
            yield f"{shown}:{self._port}"
            if self._port == 80:
                yield shown

    def _knows(self, headers: Headers) -> bool:
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return found is not None and secrets.compare_digest(found.value.encode(), self._token.encode())

    def _asked_for_token(self, scope: Scope) -> Response:
        if scope["path"] == "/style.css" and scope["method"] == "GET":
            from hegao.desk.desk_pages import style

            return Response(style(), media_type="text/css")
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0] if scope["path"] == "/" else ""
        if secrets.compare_digest(given.encode(), self._token.encode()):
            answer = RedirectResponse("/", 303)
            answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
            return answer
        return HTMLResponse(filled("token.html", wrong=bool(given)), 401)

    def _too_much(self, headers: Headers) -> Response | None:
        given = headers.get("content-length", "")
        if not (given.isascii() and given.isdigit()):
            return _sentence(411, "请求没有写明大小，没有处理")
        if len(given) > 12 or int(given) > LARGEST:
            return _sentence(413, f"文件太大，最多 {LARGEST // MEGA - 1} MB；请用 hegao check 检查")
        if self._reading >= MOST or self._bytes + int(given) > MOST_BYTES:
            return busy()
        return None


def busy() -> Response:
    """What is said when so many ask that one must come again."""
    return PlainTextResponse("现在检查的人多，请稍后再试", 503, {"retry-after": "2"})


def _sentence(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status)
