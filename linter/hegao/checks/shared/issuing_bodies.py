"""The body that issues a document (发文机关) as title, agency mark and signature tell it, and whether two names mean one body."""

from __future__ import annotations

from hegao.checks.shared.roster import Bodies
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.departments import departments, plain, split_place
from hegao.words.patterns import ending_in, one_of
from hegao.words.title_likeness import undoubled
from hegao.words.vocabulary import about_words, body_endings, body_kinds

_SEVERAL = Pattern("等|、|和")
_BODY_END = Pattern(rf"{ending_in(body_endings('sign'))}$")
#: The name that a title begins with.
OWN_NAME = Pattern(rf"^(?P<body>[\u3400-\u9fff（）]{{4,40}}?){one_of((*about_words(), '对', '致'))}")

_HOUSES = ("事业单位", "企业")
#: Institutions and companies, which no table of departments knows: 江河市第二人民医院, 江河文化旅游投资集团有限公司.
_INSTITUTION = Pattern(lambda: rf"^[\u3400-\u9fff（）]{{2,30}}{one_of(kind.ending for kind in body_kinds() if kind.kind in _HOUSES and 'office' not in kind.uses)}")


def institution(text: str) -> str:
    """The institution or company that a title (up to 关于) or a signature begins with; empty where it begins with none."""
    about = text.find("关于")
    match = _INSTITUTION.match(text[:about] if about >= 0 else text)
    return match[0] if match is not None else ""


def marked_bodies(document: Document) -> list[Text]:
    """The names of bodies in the agency marks (发文机关标志), 文件 left out."""
    marks = [mark.text for mark in document.masthead]
    bare = [mark.slice(0, len(mark.value.removesuffix("文件"))) for mark in marks]
    return [mark for mark in bare if is_body(unspaced(mark.value))]


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


def strange_issuer(document: Document, bodies: Bodies) -> Text | None:
    """The body that the title begins with, where agency mark and signature agree on another one; None where the title is not the odd one."""
    titled, marks = titled_body(document), [unspaced(mark.value) for mark in marked_bodies(document)]
    names = [unspaced(signature.text.value) for signature in document.signatures]
    if not titled or document.title is None or len(marks) != 1 or len(names) != 1:
        return None
    agree = one_body(marks[0], names[0], bodies) and not one_body(titled, names[0], bodies) and not one_body(titled, marks[0], bodies)
    return document.title.text.slice(0, len(titled)) if agree else None
