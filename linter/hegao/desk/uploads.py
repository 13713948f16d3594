"""Forms that come with a request: read into memory, never to a disk, within bounds of size and time."""

from __future__ import annotations

import asyncio

from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from hegao.desk.gate import LARGEST
from hegao.sources.bounded_reading import MEGA

#: Seconds that a form may take to arrive; bytes of a pasted text.
LONGEST, LARGEST_TEXT = 60.0, 2 * MEGA


class BadForm(Exception):
    """A form that cannot be read; the message is a Chinese sentence."""


class _InMemory(MultiPartParser):
    """Keeps in memory what others write to a temporary file."""

    spool_max_size = LARGEST


async def form_of(request: Request) -> FormData:
    """The form of a request; raises ``BadForm``."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        async with asyncio.timeout(LONGEST):
            if kind == "multipart/form-data":
                return await _InMemory(request.headers, request.stream(), max_files=1, max_fields=8, max_part_size=LARGEST_TEXT).parse()
            if kind == "application/x-www-form-urlencoded":
                return await FormParser(request.headers, request.stream()).parse()
    except TimeoutError as error:
        raise BadForm("上传太慢，已停下，请再试一次") from error
    except (MultiPartException, FormParserError, ClientDisconnect, KeyError, ValueError) as error:
        raise BadForm("没有收全，或者文字太长（最多 2 MB），请再试一次") from error
    raise BadForm("只收表单")


def words_of(form: FormData, name: str) -> str:
    """What stands in a field; empty where it is missing."""
    given = form.get(name)
    return given if isinstance(given, str) else ""


async def file_of(form: FormData) -> tuple[str, bytes]:
    """The name and bytes of the file in a form; raises ``BadForm``."""
    given = form.get("file")
    if not isinstance(given, UploadFile):
        raise BadForm("没有收到文件")
    data = await given.read()
    await form.close()
    return given.filename or "", data
