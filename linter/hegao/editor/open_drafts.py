"""The drafts that an editor has open, by the names (URI) that it gives them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from hegao.editor.draft_text import DraftText
from hegao.editor.judging import Draft
from hegao.sources.source import Source

#: The languages of drafts, as editors call them, with what the name of a file ends with; and endings of drafts whatever the language.
_ENDINGS = {"plaintext": ".txt", "text": ".txt", "markdown": ".md"}
_DRAFTS = (".txt", ".md", ".markdown")


@dataclass(slots=True)
class OpenDraft:
    """A draft that is open: its name in the editor, its path, the number that the editor gives to its text, and that text."""

    uri: str
    path: str
    version: int
    text: DraftText
    revision: int = 0


class OpenDrafts:
    """All that are open."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_uri: dict[str, OpenDraft] = {}
        self._revisions = count(1)

    def open(self, uri: str, language: str, version: int, text: str) -> bool:
        """Take a draft on; gives whether it is one, not a text of another kind."""
        path = path_of(uri)
        ending = _ENDINGS.get(language.lower(), "")
        if not ending and not path.lower().endswith(_DRAFTS):
            return False
        if ending == ".md" and not path.lower().endswith(_DRAFTS[1:]):
            path += ending
        if any(draft.path == path and draft.uri != uri for draft in self._by_uri.values()):
            path = uri
        self._by_uri[uri] = OpenDraft(uri, path, version, DraftText(text), next(self._revisions))
        return True

    def changed(self, draft: OpenDraft, version: int) -> None:
        """The text of a draft is now that of a version."""
        draft.version = version
        draft.revision = next(self._revisions)

    def close(self, uri: str) -> bool:
        """Let go of a draft; gives whether it was open."""
        return self._by_uri.pop(uri, None) is not None

    def get(self, uri: str) -> OpenDraft | None:
        """The draft of that name; None where none is open."""
        return self._by_uri.get(uri)

    def at(self, path: str) -> OpenDraft | None:
        """The draft of that path."""
        return next((draft for draft in self._by_uri.values() if draft.path == path), None)

    def all(self) -> list[OpenDraft]:
        """The drafts in the order of their paths, as a run takes files."""
        return sorted(self._by_uri.values(), key=_path)


def as_it_is(draft: OpenDraft) -> Draft:
    """A draft as it is now, whatever is typed later."""
    return Draft(draft.revision, Source(draft.path, tuple(draft.text.lines)))


def path_of(uri: str) -> str:
    """The path of a file; what has none is called as the editor calls it, and belongs to the current folder."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return unquote(uri).replace("/", "_")
    return url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc not in ("", "localhost") else parts.path)


def _path(draft: OpenDraft) -> str:
    return draft.path
