"""Personal data (个人信息): identity numbers, mobile phones, bank cards and home addresses (norms LAN-08)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.passages import running_without_names
from hegao.document.model import Node, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.personal_numbers import SUSPECT, is_personal, may_be_personal, starred
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.vocabulary import surnames

_SUSPECT = Scanner(SUSPECT)
#: 家庭住址：解放路12号3栋501室, 住解放小区3栋2单元501室: down to a house.
_HOME = Scanner(
    r"(?:家庭(?:住址|地址)|现住址|户籍(?:地址|所在地)|居住地址|住址)[：:为]?(?P<home>[\u3400-\u9fff\d\-—]{4,40}?(?:号楼?|栋|幢|单元|室|组|户)(?:[\d\-—]+(?:号楼?|栋|幢|单元|层|室|户))*)"
    r"|(?<![\u3400-\u9fff]居)住(?:在|于)?(?P<flat>[\u3400-\u9fff\d]{2,24}\d+(?:号楼|栋|幢)\d+单元\d+(?:室|号|户)?)",
    sign="号|[栋幢室组户]|单元",
)
#: The card of a person: those of banks here begin so.
_CARD = Scanner(r"(?:(?:银行|[工农中建交邮招]行|储蓄|信用社)卡号?|卡号)(?:码)?[：:为（]?\s*(?P<card>62\d{2}[ ]?\d{4}[ ]?\d{4}[ ]?\d{4}(?:[ ]?\d{1,3})?)(?!\d)")
#: The certificate of a disabled person bears his or her identity number.
_CERTIFICATE = Scanner(r"(?:残疾(?:人)?证|护照|军官证|社保卡|医保卡|社会保障卡)(?:号码?|编号)[：:为（]?\s*(?P<certificate>[A-Z]?\d{8,20}[Xx]?)(?!\d)")
#: Heads of columns of accounts, and of persons beside them.
_ACCOUNT, _PERSON = Pattern("银行账[号户]|银行卡|卡号|账号"), Pattern("姓名|户主|持卡人|开户人")
_CARD_ALONE = Pattern(r"62\d{14,17}")
#: So many characters of an address stay to be seen.
_SEEN = 4


@check("personal-data", nodes={"document"}, facts=("shown",))
def personal_data(_node: Node, context: Context) -> Iterator[Hit]:
    """Identity numbers, mobile phones, bank cards, home addresses.  Fact: ``shown``, with its middle or end starred out."""
    text = context.once(running_without_names)
    listed = {cell.span() for cell in _listed(context)}
    for found in text.find(_SUSPECT):
        if is_personal(found.match) or may_be_personal(found.match) and (found.at().span() in listed or _of_person(found.match.string, found.match.start())):
            yield Hit(found.at(), {"shown": starred(found.match[0])})
    # What is quoted of them is as much as may be shown.
    for cell in _accounts(context):
        at = cell.slice(0, _SEEN)
        yield Hit(at, {"shown": at.value + "***"})
    for found in (*text.find(_HOME), *text.find(_CARD), *text.find(_CERTIFICATE)):
        start = found.match.start(found.match.lastgroup or 0)
        at = found.passage.slice(start, start + _SEEN)
        yield Hit(at, {"shown": at.value + "***"})


#: 韦桂莲（4502…）: behind the name of a person a number with a day of birth is told for one, mistyped or not.
_NAMED = Pattern(r"(?:^|[^\u3400-\u9fff])(?P<name>[\u3400-\u9fff]{2,4})[（(：:，]$")
_IDENTITY = Pattern("身份证|身份号|证件号")
_LONGEST_NAME = 6


def _of_person(text: str, start: int) -> bool:
    match = _NAMED.search(text[max(0, start - _LONGEST_NAME) : start])
    return match is not None and match["name"][0] in surnames()


def _accounts(context: Context) -> Iterator[Text]:
    """The cells below a head of accounts that hold the number of a bank card, in a table of persons."""
    for table in context.document.of("table"):
        if isinstance(table, Table) and any(_PERSON.search(column.head) for column in table.columns):
            for place, column in enumerate(table.columns):
                if _ACCOUNT.search(column.head):
                    yield from (row.cells[place] for row in table.rows if place < len(row.cells) and _CARD_ALONE.fullmatch(row.cells[place].value))


def _listed(context: Context) -> Iterator[Text]:
    """The cells below a head that says that they hold numbers of identity cards."""
    for table in context.document.of("table"):
        for place, column in enumerate(table.columns if isinstance(table, Table) else ()):
            if isinstance(table, Table) and _IDENTITY.search(column.head):
                yield from (row.cells[place] for row in table.rows if place < len(row.cells))
