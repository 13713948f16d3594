"""The title that a page gives its text, where it stands above the text only or is declared for machines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hegao.sources.table_grid import Written
from hegao.sources.web.elements import Element

_TITLE_LINES = 15
_BLANK = re.compile(r"\s+")
#: The name of the site, of a column of it, behind the title: 通知 - 江河市人民政府, 通知_文件_江河市人民政府.
_SITE = re.compile(r"\s*[-_|–—]+\s*[^-_|–—]*$")
_ALL_SITES = re.compile(r"\s*[_|].*|\s+[-–—]+\s.*", re.DOTALL)
_DECLARED = ("articletitle", "og:title", "title")
_HEADINGS = ("h1", "h2")
#: What is shorter than this, or ends so, is the name of the site or of a column of it.
_SHORTEST = 8
_SITE_END = re.compile("(?:网|网站|门户|平台|首页|政府)$")


def title_of(root: Element, before: Element, above: Sequence[Written]) -> str:
    """The title of the page: what it declares and shows above its text, else its only heading there, else what it declares.

    ``before`` is what stands before the text, ``above`` the lines of it; empty where no title is found.
    """
    declared, whole = list(_declared(root)), next((_text(one) for one in root.walk() if one.name == "title"), "")
    seen = {_BLANK.sub("", line.text): line.text.strip() for line in reversed(above) if line.text.strip()}
    for title in (*declared, whole):
        for form in _shorter(title):
            if _BLANK.sub("", form) in seen:
                return seen[_BLANK.sub("", form)]
    for name in _HEADINGS:
        headings = [text for one in before.walk() if one.name == name and not one.unseen and (text := _text(one))]
        if len(headings) == 1 and _is_title(headings[0]):
            return headings[0]
    if _ALL_SITES.search(whole):
        declared.append(whole)  # What nobody sees may itself be the name of the site, unless that stands behind it.
    return next((title for title in (_ALL_SITES.sub("", one) for one in declared) if _is_title(title)), "")


def stands_in(title: str, lines: Sequence[Written]) -> bool:
    """Whether a text begins with a title, in one line or several."""
    head = "".join(_BLANK.sub("", line.text) for line in lines[:_TITLE_LINES])
    return _BLANK.sub("", title) in head


def _declared(root: Element) -> Iterator[str]:
    """The titles that a page declares for its text."""
    metas = [one.attributes for one in root.walk() if one.name == "meta"]
    declared = {one.get("name", one.get("property", "")).lower(): one.get("content", "") for one in metas}
    yield from (_spaced(declared.get(key, "")) for key in _DECLARED)


def _shorter(title: str) -> Iterator[str]:
    """The title, then without what may be the name of the site, of a column …"""
    while title:
        yield title
        less = _SITE.sub("", title)
        title = less if less != title else ""


def _text(element: Element) -> str:
    return _spaced("".join(child for one in element.walk() for child in one.children if isinstance(child, str)))


def _spaced(text: str) -> str:
    return _BLANK.sub(" ", text).strip()


def _is_title(text: str) -> bool:
    return len(_BLANK.sub("", text)) >= _SHORTEST and not _SITE_END.search(text)
