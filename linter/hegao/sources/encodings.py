"""From bytes to text: the encoding is told by the content, never asked.

UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030.
"""

from __future__ import annotations

from hegao.sources.source import Unreadable

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding.

    Raises ``Unreadable`` for binary data and for what no supported encoding can decode.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Unreadable(f"文件开头标明是 {encoding}，内容却不能按此解码，请另存为 UTF-8 后再试") from error
    if b"\x00" in data[:8192]:
        raise Unreadable("是二进制文件，不是文本也不是 Word 文件；请另存为 .docx 或 .txt 后再试")
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _plausible(text):
            return text, encoding
    raise Unreadable("不能按 UTF-8、GB18030 或 UTF-16 解码，请另存为 UTF-8 后再试")


def _plausible(text: str) -> bool:
    """GB18030 decodes almost anything; control and private characters betray other data."""
    odd = sum(1 for c in text if (c < " " and c not in "\t\r\n\f") or "\ue000" <= c <= "\uf8ff")
    return odd * 50 <= len(text)
