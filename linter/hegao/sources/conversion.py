"""Files of other word processors (.doc, .wps, .rtf) made into .docx by LibreOffice, where it is installed (command ``soffice``).

Each call has a profile of its own in a folder that is emptied, with macros and links to the outside switched off, and is ended after
a while with all that it began: some files make it hang, and a second call on one profile does nothing.  Its exit status says
nothing; what counts is whether the file was written.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from hegao.sources.bounded_reading import read_all

#: Seconds after which a conversion is ended; a notice takes two, a hundred pages ten.
PATIENCE = 50.0
_COMMANDS = ("soffice", "libreoffice")
_FILTER = "docx:MS Word 2007 XML"
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("org.openoffice.Office.Common/Misc", "UseSystemFileDialog", "false"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)
#: Nothing listens there: what still asks for a host is refused on this machine.
_NOWHERE = "http://127.0.0.1:9"


class Unconverted(Exception):
    """A file of which no .docx was made; the message is a Chinese sentence for the user."""


def office() -> str | None:
    """The command of LibreOffice on this machine; None where it is not installed."""
    return next((found for name in _COMMANDS if (found := shutil.which(name))), None)


def as_word(data: bytes, ending: str, most: int, patience: float = PATIENCE) -> bytes:
    """The .docx that LibreOffice makes of a file with that ``ending`` (``.doc``), of at most so many bytes; raises ``Unconverted``.

    ``patience`` are the seconds that it is given.
    """
    command = office()
    if command is None:
        raise Unconverted("要装有 LibreOffice（命令 soffice）才能读 .doc、.wps、.rtf；请安装，或用 Word、WPS 另存为 .docx 后再试")
    try:
        with tempfile.TemporaryDirectory(prefix="hegao-", ignore_cleanup_errors=True) as folder:
            return _converted(command, Path(folder), data, ending, most, patience)
    except OSError as error:
        raise Unconverted(f"LibreOffice 没有转换成（{error.strerror or error}）；请用 Word、WPS 另存为 .docx 后再试") from error


def _converted(command: str, folder: Path, data: bytes, ending: str, most: int, patience: float) -> bytes:
    profile, out, given = folder / "profile", folder / "out", folder / f"document{ending}"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    given.write_bytes(data)
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    call = [command, f"-env:UserInstallation={profile.as_uri()}", *options, "--convert-to", _FILTER, "--outdir", str(out), str(given)]
    _run(call, folder, patience)
    made = out / "document.docx"
    if not made.is_file():
        raise Unconverted("LibreOffice 打不开，文件可能损坏或加了密码；请用 Word、WPS 打开后另存为 .docx 再试")
    with made.open("rb") as file:
        return read_all(file, most)


def _run(call: list[str], folder: Path, patience: float) -> None:
    """Run it to its end, or end it; raises ``Unconverted`` where it took too long."""
    process = subprocess.Popen(
        call,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired as error:
        raise Unconverted(f"LibreOffice 用了 {patience:.0f} 秒还没有转换完，没有再等；请用 Word、WPS 另存为 .docx 后再试") from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and those that it began."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _environment(folder: Path) -> dict[str, str]:
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    return {**os.environ, **proxies, "HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>' for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
    )
