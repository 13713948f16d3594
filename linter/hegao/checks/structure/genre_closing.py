"""How a document ends: 特此通知, 当否，请批示; the phrase must fit its genre and its direction (norms GEN-04, GEN-18, appendix A)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.shared.passages import spoken_without_names
from hegao.checks.structure.spoken_address import spoken_amiss
from hegao.checks.structure.title_genre import genre_slip
from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_names, genre_words, genres, title_verbs

#: Genres by the direction they go in: to those above, to those below, to the public.
_UP, _DOWN, _PUBLIC = (genre_names(use) for use in ("up", "down", "public"))
#: Letters go to equals, opinions anywhere.
_LETTER, _OPINION = "函", "意见"
_DOWNWARD_OPINION = "下行意见"
_KNOWN = (*_UP, *_DOWN, *_PUBLIC, _LETTER, _OPINION)
_SAID = Pattern("^(?:特此|专此)(?P<word>[^。！，]{1,4})[。！]?$")
#: What 特此… says, and the genre that says so.
_GENRES = {said["word"]: genre.name for genre in genres() for closing in genre.closings if (said := _SAID.match(closing))}
_SPECIAL = Pattern(rf"(?:特此|专此|现予以?|现)(?P<word>{one_of(_GENRES)})(?=[。！，；]|$)")
#: 现公告如下: the document names itself.
_OPENS = Pattern(rf"现(?:就[^。；]{{0,40}})?(?:将[^。；]{{0,40}})?(?P<word>{one_of(_GENRES)})如下")
#: What a request asks for; a report must not.
_APPROVAL = "批示|批复|批准|审批|核准"
_WHETHER = "妥否|当否|可否|是否妥当"
_ASKS = Pattern(rf"(?:请|望|盼)[^。；]{{0,12}}(?:{_APPROVAL}|审定|指示|批转|裁定|示复)|{_WHETHER}")
#: A phrase by which a request ends: it asks for instructions or approval.
_REQUEST = Pattern(
    rf"(?:^|(?<=[。；]))(?:以上|上述)?[^。；，]{{0,12}}，?(?:{_WHETHER})[^。；]{{0,8}}请[^。；]{{0,8}}(?:{_APPROVAL}|审定|指示|示)"
    rf"|(?:^|(?<=[。；]))(?:以上|上述)?[^。；]{{0,16}}请[^。；，]{{0,8}}(?:{_APPROVAL})(?=[。！]|$)"
)
#: The words by which a request ends, wherever they stand: they are said of nothing else.
_WHETHER_ASKED = Pattern(rf"(?:以上|上述)?(?:{_WHETHER})，[^。；，]{{0,4}}请[^。；，]{{0,6}}(?:{_APPROVAL}|审定|示复)")
#: A request within a report: 恳请省财政厅安排补助资金200万元.
_WITHIN = Pattern(
    rf"(?:恳请|请求|恳求|敬请|特请|望|请)[^，。；]{{0,20}}(?:{one_of(title_verbs('grants'))})[^，。；]{{0,30}}(?:资金|经费|编制|名额|指标|项目|用地|事宜|请求|补助|设备|车辆|机构|岗位|期限|用房|警力|人员|力量|物资)"
    r"|(?:缺口|尚缺|不足|短缺|资金|经费|编制|用地|指标)[^。；，]{0,30}，[^，。；]{0,4}(?:恳请|请求|敬请|特请|请)[^，。；]{1,16}(?:解决|支持|安排|批准|拨付|追加|审批|协调)(?=[。；]|$)"
)
#: The end of a sentence that leaves the decision to those above: 所需经费建议由县财政解决，请予审批.
_LEFT_TO_THEM = Pattern(rf"(?<!否)，(?:[敬恳特]|现)?(?:恳请|请求|请)(?:予以?|[^。；，]{{0,8}}(?:政府|[局厅委]))?(?:{_APPROVAL}|审定)(?:实施|同意|执行|为盼)?(?=[。；！]|$)")
#: A report may ask to be read, and to be passed on where it bears proposals.
_ONLY_READ = Pattern("审阅|审议|批转|参阅")
#: What only those say who give orders, and what only equals say.
_ORDERS = Pattern(
    r"(?<!按)请[^。；，]{0,8}(?:遵照执行|遵照办理|认真贯彻执行|严格执行|认真遵照执行)|(?:望|希)[^。；，]{0,6}遵照执行"
    r"|(?:以上|上述)[^。；，]{0,6}，?请(?!批转)[^。；，]{0,10}(?:贯彻|落实)[^。；，]{0,4}(?=。|$)|(?:^|(?<=。))请[^。；，]{0,8}认真(?:贯彻|抓好|组织|落实)[^。；，]{0,6}(?=。|$)"
)
#: What is told to the public is carried out by nobody.
_CARRY_OUT = Pattern("^(?:以上公告，?)?请(?:各[^，。]{1,12})?认真(?:贯彻执行|贯彻落实|组织实施)。?$")
_ASKS_EQUALS = Pattern(
    r"(?:^|(?<=。))[^。；于]{0,24}(?:为盼|为荷|盼复|请予(?:大力)?支持|请(?:研究|予以?)*(?:函复|复函|函告))(?=。|$)"
    r"|(?<=，)(?:请|望|恳请|务请|务必|并)[^。；，于]{0,24}(?:为盼|为荷|盼复)(?=。|$)"
)
#: What nobody says to those below: 请予批准, 请审议 at the end of a notice.
_LEAVE = Pattern(r"(?:^|(?<=[，。；]))(?:特|现|敬|恳|谨)?请(?:予以?|领导|上级)?(?:批准|批示|审批|审定|审议|批复|核准|核批)(?:[。！]|$)")
#: What asks those above to pass it on; who stands above those who read it does so himself.
_PASS_ON = Pattern(r"(?:如无不妥|如可行|如无异议|如同意|可否|妥否|当否)，[^。；，]{0,6}请[^。；，]{0,8}(?:批转|转发)[^。；]{0,16}")
#: By what name a text calls itself where it asks for an answer: 以上报告当否，请批示.
_ABOVE = Pattern(rf"(?:^|(?<=。))(?:以上|上述)(?P<word>报告|请示)(?:事项)?，?(?:{_WHETHER}|请)[^。]{{0,16}}。?$")
_REPLIES = Pattern(r"^此复[。！]?$")
#: Who tells those below what to do begs nothing; who asks those above is answered by 批复, not by a letter.
_BEGS = Pattern(r"(?:^|(?<=[，。；]))(?:恳请|恳求)(?=[^。；，]{2,})")
_BY_LETTER = Pattern(r"(?:^|(?<=[，。；]))请[^。；，]{0,8}(?:函复|复函|函告)(?=[。！，]|$)")
_AMONG_EQUALS = Pattern(r"为盼|为荷|请予(?:大力)?支持|盼复|请(?:予)?(?:复函|函复|函告)")


#: Rules are to be kept, not to be looked at: 现将《…办法》印发给你们，供参考 (norm NOR-14).
_FOR_LOOK = Pattern(lambda: rf"(?P<kind>{one_of((*genre_words(use='standing'), '方案'))})(?:（[^（）]{{2,6}}）)?》[^。]{{0,60}}?印发给?你们，(?P<at>[^。]{{0,16}}(?:参考|参阅|知悉|知晓|学习借鉴|阅知)[^，。]{{0,4}})(?=[，。]|$)")


_LABEL = r"^(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．])?"
#: What a part of a request, of a report or of a letter is headed with, by the genres that it does not belong to.
_MATTERS = {"请示": Pattern(rf"{_LABEL}(?:报告|汇报)事项$"), "报告": Pattern(rf"{_LABEL}(?:请示|请求批准)事项$"), "函": Pattern(rf"{_LABEL}请示事项$")}
#: A letter that asks for instructions by its title: 关于请示协助……的函.
_TITLED_REQUEST = Pattern(r"关于(?P<word>请示|恳请批示)(?![《〈]).{2,}函$")


#: Without one of these a text far from the end says nothing of its genre.
_TELLING = Pattern("如下|求|请|望")


@check("genre-closing", {"document"}, facts=("closing", "genre"), faults=("closing", "called", "upwards", "own", "two", "whom", "answers"))
def genre_closing(document: Document, context: Context) -> Iterator[Hit]:
    """A closing phrase of another genre, orders to those above or beside, a request in a report, or a request that asks for nothing.

    So are words by which it calls others and itself that do not fit its direction, and a second matter in a request.
    """
    closings = list(_closings(document, context))
    for hit in closings:
        yield hit._replace(facts={**hit.facts, "fault": "closing"})
    yield from _answered(document)
    told = Places(hit.at.span() for hit in closings)
    for spoken in spoken_amiss(context):
        if not told.meet(spoken.at.span()):
            yield Hit(spoken.at, {"closing": spoken.at.value, "genre": spoken.right, "fault": spoken.fault})


def _closings(document: Document, context: Context) -> Iterator[Hit]:
    genre = document.genre or _by_number(document) or _by_opening(context)
    if genre not in _KNOWN or not document.parts:
        return
    asked = _TITLED_REQUEST.search(document.title.text.value) if genre == _LETTER and document.title is not None else None
    if asked is not None and document.title is not None:
        yield Hit(document.title.text.slice(*asked.span("word")), {"closing": asked["word"], "genre": genre})
    slip = genre_slip(document.title.text.value, whole=False) if document.title is not None else None
    # Of two genres side by side (通知通告) the text may mean either.
    stacked = [word for word in (*_DOWN, *_UP) if slip is not None and word in slip.word]
    if genre == _OPINION and document.addressee is not None and document.addressee.name.startswith("各"):
        # What goes down to all is no proposal: it speaks as a notice does.
        genre = _DOWNWARD_OPINION
    spoken = context.once(spoken_without_names)
    # Who asks for a decision at its end reports nothing.
    asks = genre == "请示" and any("否，" in line and _WHETHER_ASKED.search(line) for line in spoken.values())
    nodes = [node for node in document.parts[0].nodes if isinstance(node, (Paragraph, Heading))]
    body = [node.body for node in nodes]
    for index, (node, text) in enumerate(zip(nodes, body, strict=True)):
        near_end = index >= len(body) - 12
        if node.kind == "heading" and genre in _MATTERS and _MATTERS[genre].match(text.value):
            yield Hit(text, {"closing": text.value, "genre": genre})
        looked = _FOR_LOOK.search(text.value) if "印发" in text.value else None
        if looked is not None:
            yield Hit(text.slice(*looked.span("at")), {"closing": looked["at"], "genre": looked["kind"]})
        if not near_end and not _TELLING.search(text.value):
            continue
        for start, end in _misfits(spoken.get(node, ""), genre, near_end):
            if any(f"{word}如下" in text.value[start:end] for word in stacked) and not (asks and "报告如下" in text.value[start:end]):
                continue
            stop = end + text.value.startswith("。", end)
            told = {"closing": short(text.value[start:stop]), "genre": genre}
            # Many a request reports first what it is about.
            reports = genre == "请示" and "报告如下" in text.value[start:end]
            yield Hit(text.slice(start, stop), told | {"genre": "请示如下", "fault": "upwards"} if reports else told)
    if genre == "请示" and body and not any(_ASKS.search(text.value) for text in body):
        last = body[-1]
        start = max(0, last.value.rstrip("。！").rfind("。") + 1)
        yield Hit(last.slice(start), {"closing": short(last.value[start:]), "genre": genre})


#: What is answered, in the first words: 《…大学关于商请…的函》（临师函〔2026〕8号）收悉.
_ANSWERED = Pattern(r"^(?:[贵你][\u3400-\u9fff]{1,4})?[^《》。]{0,24}《[^《》]*(?P<letter>的函)》(?:（[^（）]{4,30}）)?(?:及[^。，]{1,12})?(?:已)?(?:收悉|收到)")


def _answered(document: Document) -> Iterator[Hit]:
    """批复 on a letter: who wrote it is no body below that asked for instructions (norm GEN-10)."""
    first = next((node for node in document.parts[0].nodes if isinstance(node, (Paragraph, Heading))), None) if document.genre == "批复" and document.parts else None
    letter = _ANSWERED.search(first.body.value) if first is not None else None
    if first is not None and letter is not None and document.title is not None:
        at = document.title.text.slice(len(document.title.text.value) - len("批复"))
        yield Hit(at, {"closing": at.value, "genre": "复函", "fault": "answers"}, (first.body.slice(*letter.span("letter")),))


def _by_number(document: Document) -> str | None:
    """What a document without title is by its number: 江财函 numbers letters."""
    letter = document.title is None and document.number is not None and document.number.phrase.code.endswith(_LETTER)
    return _LETTER if letter else None


def _by_opening(context: Context) -> str | None:
    """What a document whose title says nothing of its genre calls itself first: 现将有关事项通告如下."""
    if context.document.title is None:
        return None
    for value in context.once(spoken_without_names).values():
        opens = _OPENS.search(value) if "如下" in value else None
        if opens is not None:
            below = context.document.addressee is not None and context.document.addressee.name.startswith("各")
            return "通知" if below and _GENRES[opens["word"]] in _UP else _GENRES[opens["word"]]
    return None


def _misfits(value: str, genre: str, near_end: bool) -> Iterator[tuple[int, int]]:
    """The phrases in a text that another genre has."""
    opens = _OPENS.search(value) if "如下" in value else None
    # 现将预算批复如下 says what is approved, not what the text is.
    approves = opens is not None and (opens["word"] == "批复" and "将" in opens[0] or genre == "请示" and "请示" in opens[0])
    if opens and not approves and not _fits(opens["word"], genre):
        yield opens.span()
    asked: re.Match[str] | None = None
    special = _SPECIAL.search(value) if near_end and len(value) < 60 else None
    if special is not None and not _fits(special["word"], genre):
        yield special.span()
    elif special is None and near_end:
        if genre not in ("批复", _LETTER, _OPINION) and (reply := _REPLIES.search(value)):
            yield reply.span()
        if genre in (*_DOWN, *_PUBLIC, "报告") and (equals := _ASKS_EQUALS.search(value)):
            yield equals.span()
        if genre in (*_DOWN, *_PUBLIC, _DOWNWARD_OPINION) and "转" in value and (passes := _PASS_ON.search(value)):
            yield passes.span()
        if genre in (*_DOWN, *_PUBLIC, _LETTER, _DOWNWARD_OPINION) or genre == "报告":
            asked = _REQUEST.search(value) if "请" in value else None
            asked = asked or (_LEAVE.search(value) if genre in _DOWN and "请" in value else None)
            # A letter may ask a body of its own rank for approval (请予批准), never for instructions.
            asked = asked or (_WHETHER_ASKED.search(value) if "否，" in value else None)
            if asked and not _ONLY_READ.search(asked[0]) and (genre != _LETTER or "批示" in asked[0] or "批复" in asked[0] and "否，" in asked[0]):
                yield asked.span()
    elif genre in (*_DOWN, *_PUBLIC, "报告") and "否，" in value and (asked := _WHETHER_ASKED.search(value)):
        yield asked.span()
    begged = _BEGS.search(value) if genre == "通知" and "恳" in value else _BY_LETTER.search(value) if genre == "请示" and near_end and "函" in value else None
    if begged is not None:
        yield begged.span()
    ordered = _ORDERS.search(value) if near_end and genre in (*_UP, _LETTER) else _CARRY_OUT.match(value) if near_end and genre in _PUBLIC else None
    if ordered is not None:
        yield ordered.span()
    if special is not None and genre in ("批复", *_UP) and _AMONG_EQUALS.search(value) and _fits(special["word"], genre):
        yield special.start(), len(value.rstrip("。"))
    above = _ABOVE.search(value) if near_end and "上" in value and genre in (*_UP, _LETTER) else None
    if above is not None and above["word"] != genre and not _ONLY_READ.search(value):
        yield above.span()
    within = (_WITHIN.search(value) or not asked and _LEFT_TO_THEM.search(value) or None) if genre == "报告" and ("请" in value or "求" in value) else None
    if within is not None:
        yield within.span()


def _fits(word: str, genre: str) -> bool:
    return genre in (_GENRES[word], _OPINION, _DOWNWARD_OPINION)
