"""The body that issues a document (发文机关) as title, agency mark and signature tell it, and whether two names mean one body."""

from __future__ import annotations

from hegao.checks.shared.roster import Bodies
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.words.departments import departments, plain, split_place
from hegao.words.patterns import ending_in, one_of
from hegao.words.title_likeness import undoubled
from hegao.words.vocabulary import about_words, body_endings

_SEVERAL = Pattern("等|、|和")
_BODY_END = Pattern(rf"{ending_in(body_endings('sign'))}$")
#: The name that a title begins with.
OWN_NAME = Pattern(rf"^(?P<body>[\u3400-\u9fff（）]{{4,40}}?){one_of((*about_words(), '对', '致'))}")


def titled_body(document: Document) -> str:
    """The one body that the title begins with; empty where there is none, or several."""
    if document.title is None:
        return ""
    match = OWN_NAME.match(document.title.text.value.replace(" ", "\0").replace("　", "\0"))
    body = match["body"] if match else ""
    # 和 may belong to the name of one: 住房和城乡建设局.
    return body if is_body(body) and (not _SEVERAL.search(body) or split_place(plain(body))[2] in departments()) else ""


def is_body(name: str) -> bool:
    """Whether a name ends as those of bodies do that sign."""
    return bool(_BODY_END.search(name))


def one_body(titled: str, signed: str, bodies: Bodies) -> bool:
    """Whether the title may call the signing body so: the whole name or the end of it, or its standard short name.

    A doubled word makes no other body.
    """
    one, other = (undoubled(name).replace("和", "").replace("委员会", "委").replace("监督管理", "监管") for name in (titled, signed))
    if one.endswith(other) or other.endswith(one):
        return True
    known, same = bodies.lookup(titled), bodies.lookup(signed)
    # A title may call the body by its short name, never the signature; a bureau (局) is no commission (委员会).
    return bool(known and same and known.department == same.department) and one[-1] == other[-1] and len(signed) >= len(titled)
