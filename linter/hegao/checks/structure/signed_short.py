"""Signatures that shorten the name of the body that title or agency mark tell in full (署名简称): 江河市政府, 江河市政府办, 江河市渔业中心 (norms SIG-01, HED-08)."""

from __future__ import annotations

from hegao.checks.shared.issuing_bodies import marked_bodies
from hegao.checks.task.one_body import in_order
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.departments import known_name, plain, split_place
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings

#: The body at the head of a title, whatever follows: 江河市渔业服务中心2026年度预算.
_HEAD = Pattern(rf"^[\u3400-\u9fff]{{3,30}}?{ending_in((*body_endings('sign'), '中心'))}(?![党分支部])")
_WHOLE = (("人民政府", "政府"), ("办公室", "办"))


def signed_short(document: Document) -> tuple[Text, str] | None:
    """The one signature that is the name of title or mark with letters left out, with that name."""
    if len(document.signatures) != 1:
        return None
    signature = document.signatures[0].text
    signed = unspaced(signature.value)
    names = [unspaced(mark.value) for mark in marked_bodies(document)]
    title = unspaced(document.title.text.value) if document.title is not None else ""
    head = _HEAD.match(title)
    whole = _whole(signed)
    if whole != signed and (title.startswith(whole) or whole in names):
        return signature, whole
    cut = next((name for name in (*names, *((head[0],) if head is not None else ())) if _lacks(signed, name)), None)
    return (signature, cut) if cut is not None else None


def _whole(name: str) -> str:
    """A name with the government and its office in full, where it has a place in front."""
    if not split_place(plain(name))[0]:
        return name
    for whole, short in _WHOLE:
        if whole not in name and (short in name if short != _WHOLE[-1][1] else name.endswith(short)):
            name = name.replace(short, whole)
    return name


def _lacks(signed: str, name: str) -> bool:
    """Whether both are of one place and level, and the one signed is the other with words left out, no short name that is in use."""
    ours, theirs = split_place(plain(signed)), split_place(plain(name))
    if not ours[0] or ours[:2] != theirs[:2] or known_name(ours[1][:1] + ours[2]) is not None:
        return False
    return len(ours[2]) < len(theirs[2]) and ours[2][-2:] == theirs[2][-2:] and in_order(ours[2], theirs[2])
