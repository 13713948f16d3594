"""Bounds that a sentence sets for work to come (为后续工作设定的期限): what shows that a day ahead is meant, whatever its year says.

…前 alone may tell of what was: 2024年底前完成了改造.  A day ahead is meant where others are asked for it, where it is ordered or promised, where
it is set for what is left, where the sentence sets other days that lie ahead, or where a text that does not tell of the past sets it with 于.
"""

from __future__ import annotations

import datetime

from hegao.document.model import Date
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

#: 前 behind a date, with weekday and hour between them.
BEFORE = Pattern(
    r"\s*(?:[（(][^（）()]{1,6}[）)])?\s*(?:(?:上午|下午|中午|晚上?)?\s*\d{1,2}\s*(?:[时点]|[:：]\d{2})(?:\d{1,2}分|半|整)?|下班|上班)?(?:之|以)?前"
)
#: 于 and 在, where they are no part of 对于, 自在.
_DIRECT = Pattern(r"(?:(?<![对关由属等限至基])于|(?<![现自存实])在)$")
#: Others are asked: whatever was asked before, this is asked now.
_ASKED = Pattern(r"(?:^|[，；：）、.．并])(?:现|特|故|烦|敬|并)?(?:商请|恳请|提请|拟请|务请|请|恳盼|望)(?!示|假|求)")
#: An order, or what the office itself will do.
_ORDERED = Pattern(r"(?:^|[，；：])由(?=[^，。；]{2,24}(?:牵头|负责|办理|组织|依照|按照|会同|商))|应(?!急|对|用|届|付)|须|务必|(?<![主重次需])要(?![求素点件闻])|确保|力争|责成|督促|将(?=[^，。；]{0,6}[，于在]|牵头|会同)")
#: What is left is still to do.
_LEFT = Pattern(r"(?:其余|其他|剩余|余下|余款|尾款|缺口|尚未|未完成|未达标|未整改)[^。；]{0,40}$")
#: Told of the past, or of others' orders.
_TOLD = Pattern(rf"已|曾|(?<!为)了(?![解结])|原[定计要]|本应|未按|未能|至今|以来|截至|截止|此前|上年|去年|往年|同期|印发的|出台的|(?:合同|协议|承诺|约定|判决|裁定|来[函文电])[^，。；]{{0,20}}$|(?:国务院|国家|中央|省委|省政府|自治区|上级|(?<!本){one_of(genre_words(use='asks'))})[^，。；]{{0,20}}(?:要求|提出|明确|规定|确定|部署)|(?:部署|文件|会议|规定)[^，。；]{{0,6}}(?:要求|提出|明确|规定|确定|部署)")
#: What became of it is told behind.
_BECAME = Pattern(r"了|已|但|却|仍[^然]|实际|未(?!能?[按如]期|完成的|按)|的[，。；]|的$")
#: Which persons or things are meant, by what they were on that day.
_WAS = Pattern(r"(?:取得|获得|具有|具备|出生|毕业|注册|登记|入职|参加工作|参保|缴纳|缴费|购买|购置|签订的|在[册岗职校编籍])")
_SENTENCE_END = "。；！？;"
#: How many years back a slip may lie that is no year of history.
_FAR, _NEAR = 12, 1
#: How far before a place a mark is sought that opens round it.
_REACH = 600


def bound_ahead(date: Date, issued: datetime.date, telling: bool, planned: bool = False) -> bool:
    """Whether a date in running text is a bound that lies before ``issued`` though its sentence shows that a day ahead is meant.

    ``telling``: the text or its section tells of what was; there 于 alone shows nothing.  ``planned``: its section says what is to be
    done; there a clause that begins with a bound sets it.
    """
    phrase, block = date.phrase, date.block.value
    last = phrase.last(phrase.year) if phrase.year is not None and phrase.exists else None
    bound = BEFORE.match(block, date.start + len(phrase.written))
    if date.role != "text" or last is None or bound is None or not last < issued or last.year < issued.year - (_FAR if phrase.month is not None else _NEAR):
        return False
    begin = max(block.rfind(mark, 0, date.start) for mark in _SENTENCE_END) + 1
    end = min((at for mark in _SENTENCE_END if (at := block.find(mark, date.start)) >= 0), default=len(block))
    before, behind = block[begin : date.start], block[bound.end() : end]
    clause = before[max(before.rfind(mark) for mark in "，：:") + 1 :]
    if not behind.lstrip("，, ") or _BECAME.search(behind) or only_mentioned(block, date.start):
        return False
    if _ASKED.search(before) is not None:
        return _WAS.match(behind) is None
    direct = _DIRECT.search(before) is not None
    if _LEFT.search(clause) or direct and _LEFT.search(before):
        return not _TOLD.search(clause)
    if _TOLD.search(before) or _WAS.match(behind):
        return False
    if not direct and "的" in behind.split("，")[0]:
        return False
    if _ORDERED.search(before) is not None or direct and not telling or planned and not clause:
        return True
    return not telling and bool(behind[0] != "，") and _others_ahead(f"{before}　{behind}", issued)


def _others_ahead(sentence: str, issued: datetime.date) -> bool:
    """Whether the sentence sets another day, which lies ahead."""
    days = ((phrase.last(phrase.year), phrase.end) for phrase in find_dates(sentence) if phrase.year is not None and phrase.exists)
    return any(day is not None and day >= issued and BEFORE.match(sentence, end) is not None for day, end in days)


def only_mentioned(block: str, at: int) -> bool:
    """Whether the day at a place is but mentioned: within a title or quotation marks, or as what another is compared with (比2025年底)."""
    if block[:at].endswith(("比", "较")):
        return True
    far = max(0, at - _REACH)
    return any(block.count(opening, far, at) > block.count(closing, far, at) for opening, closing in ("《》", "“”"))
