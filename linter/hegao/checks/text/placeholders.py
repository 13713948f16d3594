"""What was left to be filled in while drafting: ×××, 【】, 待补, ____, notes of those who drafted (norm LAN-06)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.passages import Found, running
from hegao.document.model import Document, Node, Part, Row
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, level_names

#: Kinds of node in which nothing may be left open.
_DRAFTED = ("title", "addressee", "signature", "attachment", "heading", "paragraph", "row", "table", "note", "copies", "imprint")
_PROSE = ("heading", "paragraph", "note")

#: Marks that stand for what is not yet known.
_MARKS = Scanner(
    r"""
    [×╳✕]{2,}
  | (?<![A-Za-z])[XxＸｘ]{2,}(?=[\u3400-\u9fff年月日]) | (?<=[\u3400-\u9fff：:（(、，])[XxＸｘ]{2,}(?![A-Za-z\d]|[-－—][XxＸｘ])
  | (?<=[\u3400-\u9fff：:])[XxＸ](?=(?:亿元|万元|元|个|户|家|项|公里|亩|吨|人次?|名|%|％))
  | (?<![\dA-Za-z×])[×╳✕](?=(?:亿元|万元|元|个|户|家|项|次|公里|亩|吨|号))
  | (?<![A-Za-z\d-])[XxＸｘ]{3,}[-－—][XxＸｘ]{3,}(?![A-Za-z\d-]) | (?<=\d[-－—])[XxＸｘ×]{3,}(?![A-Za-z\d]) | (?<=[：:]\d\d)[XxＸ×]{4,}(?![A-Za-z\d])
  | (?<![A-Za-z\d×╳✕Ｘｘ*＊])[×╳✕XxＸｘ*＊]{1,2}月(?:[×╳✕XxＸｘ*＊]{1,2}日|(?=[底初末份上中下]))
  | (?<=年)[×╳✕XxＸｘ*＊]{1,2}月(?:[×╳✕XxＸｘ*＊]{1,2}日)? | (?<=\d月)[×╳✕XxＸｘ*＊]{1,2}日
  | (?<![一二三四五六七八九十〇零])[○◯□]{2,}(?=[年月日个户]|万元) | (?<=[\u3400-\u9fff])[●◎■△☆]{2,}(?=[\u3400-\u9fff])
  | (?<=[\u3400-\u9fff])(?:……|[Nn])(?=(?:亿元|万元|元|个|户|家|项|名|人次?|公里|亩|吨)[，。；、）])
    """,
    re.VERBOSE,
)
#: Words by which drafters say that something is to come.
_WORDS = Scanner(
    r"""
    [【\[［〔（(](?:待|需)(?:补充?|补齐|填写?|核实?|核对|确认|完善|查|定|商|议|改)[^】\]］〕）)]{0,12}[】\]］〕）)]
  | [【\[［](?:此处|这里|数据|数字|内容)?[^【】［］\[\]（）()。；，]{0,4}(?:核实|核对|补充|存疑|改写|商榷)[^【】［］\[\]（）()。；，]{0,4}[】\]］]
  | [（(](?:此处|这里|本[段条款句处])[^（）()]{0,14}(?:补充|补齐|核实|核对|修改|完善|填写?|确认|把关|商定|研究)[^（）()]{0,6}[）)]
  | [（(](?:[二三四两]选一|选填其一|择一填写|任选其一填写|根据实际(?:填写|选择))[）)]
  | (?:TODO|TBD|FIXME)
  | [【\[［（(][^【】［］\[\]（）()。；]{0,8}(?:再?斟酌|推敲|再核|再议|再改|待核实?|待补充?|待改|待完善|待确认|存疑|是否(?:保留|删除)|建议删除)[^【】［］\[\]（）()。；]{0,8}[】\]］）)]
  | [【\[［〔（(][^【】［］\[\]（）()〔〕。；，]{0,8}待[^【】［］\[\]（）()〔〕。；，]{1,10}(?:核|核实|核定|核对|补|补充|提供|确认|填|填报|测算|报数)(?:后再?(?:补|填)[充入写]?)?[】\]］〕）)]
  | [【\[［（(]请[^【】［］\[\]（）()，。；]{0,8}(?:核实|核对|补充|补齐|补填|把关)(?:数据|数字|一下|后填写?)?[】\]］）)]
  | [【\[［（(](?:[^【】［］\[\]（）()。；]{0,12}，)?请(?:再|务必)?(?:核|补|确认|查实|斟酌|酌改|完善|修改|填)[^【】［］\[\]（）()。；，]{0,8}[】\]］）)]
  | [【\[［（(](?:此[句段处条项]|本[句段条项]|可|拟|建议)?(?:删去|删除|删掉|不要|略写)[】\]］）)] | [【\[［（(][^【】［］\[\]（）()，。；]{1,4}(?<![策战侵谋省简忽])略[】\]］）)]
  | [【\[［（(](?:批注|修改意见|审稿意见|校对)[^【】［］\[\]（）()：:]{0,6}[：:][^【】［］\[\]（）()]{0,40}[】\]］）)]
  | [（(][\u3400-\u9fff]{2,4}(?:名称|姓名|全称)[）)](?=负责|牵头|于|将|要|应|组织|会同)
  | 批注\s?[【\[［][^【】［］\[\]]{1,10}[】\]］][：:]?
  | (?<=[\u3400-\u9fff])[【\[［](?:[\u3400-\u9fff]{0,4}(?:单位|名称|姓名|文号|地点|数字)|此处[^】\]］]{1,12}|填写[^】\]］]{1,12})[】\]］]
  | 错误[!！]未(?:找到|定义)(?:引用源|书签) | \#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!) | \{\{[^{}]{0,30}\}\}
    """,
    re.VERBOSE,
)
#: A day, a year, a number, a telephone number cut where they were to be filled in.
_CUT = Scanner(
    r"""
    (?<!\d)20\d{0,2}年月(?![均度末底初])日? | [〔﹝]20\d{2}[〕﹞]号 | [〔﹝]\s*[〕﹞]\s*\d*号
  | (?<=[〕﹞])[〇○◯×╳XxＸｘ*＊△]{1,4}号
  | (?<=\d月)日(?=[前起止至（，。；、到以上下]|$) | (?<=[于在自至到])月日(?=[前起止至（）〕，。；、到以上下])
    """,
    re.VERBOSE,
)
#: The same within what is written in sentences: empty brackets, names of nobody.
_IN_PROSE = Scanner(
    r"""
    (?<=[\u3400-\u9fff])[【\[［][】\]］] | 《》 | 《[（(【\[]?(?:文件|法规|方案|办法|通知|上级文件)?(?:名称|标题|题目|全称)[）)】\]]?》 | (?<=[\u3400-\u9fff》])(?:（）|\(\))(?=[\u3400-\u9fff，。；])
  | (?<=第)[_＿×╳XＸ]{1,4}(?=[号次批期届章条])
  | (?:(?<![\u3400-\u9fff])|(?<=[由任给请向]))某某(?=同志|担任|负责) | 某年某月(?:某日)? | (?<=\d月)某日 | (?<=\d年)某月
  | (?<!\d)0\d{2,3}[-—－](?=[，。；、）])
  | (?<=(?:联系|负责|经办|主持|记录)人：)(?:张三|李四|王五|赵六)
    """,
    re.VERBOSE,
)
#: A unit without its number, a rate without its figure.
_NO_NUMBER = Scanner(
    r"(?<=[\u3400-\u9fff])[?？]{1,3}(?=(?:万|亿)?(?:元|户|个|人|项|名|家|公里|吨|平方米|亩|年|月|日|[%％])(?!们))"
    r"|总?共计?(?:万元|亿元|公里|平方米|[个户名家亩吨])(?=[，。；、（])"
)
_NO_RATE = Scanner(r"(?<=同比)(?:增长|下降)[%％]|(?<=[\u3400-\u9fff]率)(?:达到|提高到|为|达|不低于)[%％]")
#: A field without its value.
_LABELS = "(?:联系人|联系电话|联系方式|电话|传真|手机|邮箱|地址|邮编|账号|开户行|网址)[：:]"
_NO_VALUE = Scanner(rf"(?:{_LABELS}|(?:时间|地点)[：:])(?=[，。；、）)])")
#: 联系人：待定: nobody can be called so.
_TO_BE_NAMED = Scanner(r"(?<=人：)(?:待定|待补|某某某?)(?=[，；。、）)]|$)|(?<=(?:电话|时间|地点|邮箱)：)(?:待定|待补)(?=[，；。、）)]|$)")
#: A body or a place whose name is to come.
_BODY = Pattern(lambda: one_of((*level_names("place"), *body_endings("sign"))))
_NAMED_SO = Scanner(lambda: rf"(?:(?<![\dA-Za-z×])[×╳✕]|(?<![一二三四五六七八九十〇零])[○◯□●◎■△☆]{{2,}}|(?:(?<![\u3400-\u9fff])|(?<=[以由在对与和及向到为至将经请]))某某)(?={_BODY.text})")
#: Whom a document goes to, who issues it: never 某县.
_SOMEBODY = Scanner(lambda: f"某{{1,3}}(?={_BODY.text})")
#: Who is to help, when it is to be: 配合单位待定.  That a day will be told (另行通知) is no gap.
_LEFT_OPEN = Scanner(
    r"(?<=[\u3400-\u9fff])(?<![有尚还亟仍正等急])(?P<at>待(?:定|补充?|填写?))(?=[，。；、）)〕】]|$)"
    r"|[：:](?P<cell>(?:暂|尚|未)?待?(?:未定|待定|待明确|待确定|待补充?|暂缺|暂空))(?=[，。；、）)〕】]|$)"
)
#: A whole cell that says that something is to come, or an area code with nothing behind.
_CELL = Scanner(r"^(?:(?P<open>待定|待明确|待确[定认]|未定|暂缺)|待补充?|待填写?|待核实?|待核对|待查|待报|待完善|[?？]{1,3}|[XxＸｘ]{2,}|某某某?|张三|李四|王五|赵六|0\d{2,3}[-—－][_＿]*)$")
#: A unit with no number before it, where blanks stand in the file: 安排资金　　万元.
_UNIT = Scanner(
    r"(?<=[\u3400-\u9fff])(?<![一二三四五六七八九十百千万亿两几数多半整每余各])(?:亿元|万元|元|吨|公里|个|[户人名项亩](?![\u3400-\u9fff]))(?![\u3400-\u9fff]{0,2}[：:])|(?<=第)[期号次批届章条]"
)
#: A field without its value at the end of a line, and how the next line begins where that does not hold it.
_FIELD_AT_END = Scanner(f"{_LABELS}$")
_ELSEWHERE = Pattern("[^：:。]{2,12}[：:]|$")
#: Blanks between two characters by which one may be sure, and how many gaps a line has that is not spaced throughout.
_GAP, _FEW_GAPS = 2, 4
#: A line to write on.
_LINE = Scanner(r"[＿_]{2,}|(?<=[\u3400-\u9fff\d])[＿_](?=(?:万|亿)?(?:元|吨)|[年月日个户名项%])")

#: What is sought in nodes of which kinds.
_SOUGHT = (
    (_MARKS, _DRAFTED),
    (_NAMED_SO, _DRAFTED),
    (_WORDS, _DRAFTED),
    (_CUT, _DRAFTED),
    (_TO_BE_NAMED, _DRAFTED),
    (_LINE, _DRAFTED),
    (_IN_PROSE, _PROSE),
    (_NO_NUMBER, _PROSE),
    (_NO_RATE, _PROSE),
    (_NO_VALUE, _PROSE),
    (_SOMEBODY, ("title", "addressee", "signature", "copies", "imprint")),
)

#: Attachments that are forms: what is left open there is to be filled in by others.
_FORM = Pattern(
    r"(?:样表|样式|样本|格式|模板|范本|参考文本|示例|回执|合同|协议书?|证明|文书|(?:申请|登记|报名|申报|审批|推荐|备案|反馈|承诺|通知|决定|委托|确认|告知|责任|授权)[书表单函]|凭证|卡|证)"
    r"(?:[（(〔][^（）()]*[）)〕])?$"
)
#: Others of which one cannot tell by the title.
_MAYBE_FORM = Pattern(r"(?:表|书|函|单|册|簿|题|卷)(?:[（(〔][^（）()]*[）)〕])?$")
#: More open places than this, and the text is for others to fill in.
_MOST_OPEN = 2


class _Open(NamedTuple):
    """A place left open, and the node in which it stands."""

    node: Node
    at: Text
    #: Whether it may be that nobody can know yet.
    doubtful: bool = False

    @property
    def line(self) -> bool:
        """Whether it is a line to write on."""
        return self.at.value[-1] in "_＿"


@check("placeholder", nodes={"document"}, facts=("written",), faults=("doubtful",))
def placeholder(_node: Node, context: Context) -> Iterator[Hit]:
    """What was left to be filled in: ×××, XX市, 【待补】, a date without day, a note of the drafter.  Fact: ``written``."""
    document = context.document
    found = list(_open_places(context))
    parts = {one: _part(one.node, document) for one in found}
    counted = Counter(parts.values())
    lined = Counter(part for one, part in parts.items() if one.line)
    taken: set[tuple[int, int]] = set()
    for one in found:
        part, places = parts[one], {one.at.place(offset) for offset in range(len(one.at))}
        if places & taken:
            continue
        if part is not None and part.role == "annex":
            title = part.title.text.value if part.title is not None else ""
            if _FORM.search(title) or counted[part] > _MOST_OPEN and (_MAYBE_FORM.search(title) or one.line):
                continue
        elif one.line and (document.number is None or lined[part] > _MOST_OPEN * 2):
            # A form by itself.
            continue
        taken |= places
        yield Hit(one.at, {"written": one.at.value, "fault": "doubtful" if one.doubtful else ""})


def _open_places(context: Context) -> Iterator[_Open]:
    text = context.once(running)
    for scanner, kinds in _SOUGHT:
        yield from (_Open(found.node, found.at()) for found in text.find(scanner, *kinds))
    yield from (_Open(found.node, found.at("at" if found.match["at"] else "cell"), True) for found in text.find(_LEFT_OPEN, *_DRAFTED))
    yield from (_Open(found.node, found.at(), found.match["open"] is not None) for found in text.find(_CELL, "row") if _named_beside(found))
    for found in text.find(_UNIT, *_PROSE):
        if _spaced(found):
            yield _Open(found.node, found.passage.slice(found.match.start() - 1, found.match.end()))
    following = _following(context.document)
    for found in text.find(_FIELD_AT_END, *_PROSE):
        if found.node in following and _ELSEWHERE.match(following[found.node]):
            yield _Open(found.node, found.at())


def _following(document: Document) -> dict[Node, str]:
    """What stands behind each text of the document proper: nothing behind the last."""
    nodes = document.parts[0].nodes if document.parts else []
    return {node: following.text.value if following is not None else "" for node, following in zip_longest(nodes, nodes[1:])}


def _spaced(found: Found) -> bool:
    """Whether blanks stand before what was found, in a line that has few of them."""
    at = found.match.start()
    line, column = found.passage.place(at)
    before, beside = found.passage.place(at - 1)
    return len(found.passage.pieces) <= _FEW_GAPS and line == before and column - beside > _GAP - (found.match.string[at - 1] == "第")


def _named_beside(found: Found) -> bool:
    """Whether most other rows of the column say what this one leaves open."""
    row = found.node
    if not isinstance(row, Row):
        return False
    index = next((place for place, cell in enumerate(row.cells) if cell.value == found.passage.value), 0)
    beside = [other.cells[index].value for other in row.table.rows if other is not row and index < len(other.cells)]
    # 已落实, 正在筹措 beside 待落实: the column tells how far things are.
    states = any(value.startswith(("已", "正在", "尚未")) for value in beside)
    return not states and sum(1 for value in beside if value and value != found.passage.value) * 2 > len(beside)


def _part(node: Node, document: Document) -> Part | None:
    """The part of the document in which a node stands; none for its elements."""
    block: Node = node.table if isinstance(node, Row) else node
    return next((part for part in document.parts if block in part.nodes or node is part.title), None)


__all__ = ["placeholder"]
