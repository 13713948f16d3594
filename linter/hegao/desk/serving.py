"""The desk served: on an address of this machine, until it is told to end."""

from __future__ import annotations

import errno
import socket

import uvicorn

from hegao.desk.desk_app import desk_app
from hegao.desk.gate import is_loopback, new_token
from hegao.desk.office import Office


class NoAddress(Exception):
    """The address cannot be had; the message is a Chinese sentence."""


class Opened:
    """An address that is listened at; nobody is answered yet."""

    def __init__(self, host: str, port: int) -> None:
        """Take the address; port 0 is any free one.  Raises ``NoAddress``."""
        self.host = "127.0.0.1" if host == "localhost" else host
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind((self.host, port))
            # Whoever comes before the pages are ready waits, and is not refused.
            self._socket.listen(128)
        except OSError as error:
            self._socket.close()
            said = "已有别的程序在用，请用 --port 换一个" if error.errno == errno.EADDRINUSE else "不能用，请换一个"
            raise NoAddress(f"{host} 的端口 {port} {said}") from error
        self.port: int = self._socket.getsockname()[1]
        self.token = "" if is_loopback(self.host) else new_token()

    @property
    def address(self) -> str:
        """Where the desk is found by a browser."""
        named = socket.gethostname() if self.host in ("0.0.0.0", "::") else self.host
        shown = f"[{named}]" if ":" in named else named
        return f"http://{shown}:{self.port}/" + (f"?token={self.token}" if self.token else "")

    def serve(self, office: Office, register: str) -> None:
        """Answer until the end.  Nothing is logged: what is asked for may tell of a draft."""
        app = desk_app(office, register, self.host, self.port, self.token)
        config = uvicorn.Config(
            app, log_config=None, log_level="critical", access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=3
        )
        uvicorn.Server(config).run([self._socket])
