"""Lists of bodies (责任单位名单): split as written, elided prefixes resolved (norms ABB-07)."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from hegao.phrases.han import is_han
from hegao.sources.lazy_pattern import Pattern

_LEVEL = "(?:各?(?:有关)?(?:市|县|区|州|盟|旗|乡|镇|乡镇|街道|自治县|新区|开发区|园区|城区|村|社区))"
_ASIDE = "(?:（[^（）]{1,12}）)?"
_GOVERNMENTS = rf"各?{_LEVEL}{_ASIDE}(?:、{_LEVEL}{_ASIDE}){{1,4}}(?:两级|三级|四级)?(?:人民)?政府(?:及[^、，；]{{0,8}}部门)?"
_OFFICES = r"各[\u3400-\u9fff]{0,4}委、办、局"
_COMPETENT = r"具有[^、，；]{1,16}职能的(?:[^、，；]{1,6}、){1,4}[^、，；]{1,8}部门"
_DIRECT = (
    r"(?:[\u3400-\u9fff]{0,4}直(?:属)?、){1,3}[\u3400-\u9fff]{0,4}直(?:属)?(?:各|有关|相关|驻[\u3400-\u9fff]{1,2})*(?:部门|单位|机关|企业)"
)
#: A separator that stands inside one name: 各县、区人民政府; 各市、县（市、区）人民政府; 各有关委、办、局; 市直、中区直部门.
_GROUP = Pattern(f"{_GOVERNMENTS}|{_OFFICES}|{_COMPETENT}|{_DIRECT}")
#: The same for a text without 委、办、局 and 直、, which is nearly every one.
_PLAIN_GROUP = Pattern(f"{_GOVERNMENTS}|{_COMPETENT}")
_DUTY = Pattern(
    r"(?:，|、)?(?:等)?(?:按照?|根据|依)?(?:各自)?(?:职责|职能)(?:分工)?(?:和[^，；]{0,8})?(?:分别|共同|各自)?(?:牵头|负责|落实|推进|配合|办理|组织实施|抓好落实){0,3}$"
    r"|(?:分别|共同|按)(?:牵头|负责|落实|推进|配合){1,3}$|(?:牵头|负责|落实|组织实施|配合|参与|协办|主办|承办|办理)$"
)
#: A phrase of duty has 职责 or 职能 or ends in one of these, before the end of the line.
_DUTY_ENDS = ("牵头", "负责", "落实", "推进", "组织实施", "配合", "参与", "协办", "主办", "承办", "办理", "\n")
_ENDS = """
    局 委 办 厅 部 院 政府 部门 单位 公司 中心 联 会 社 队 站 所 处 科 室 署 总署 银行 分行 支行 集团 办公室 管委会 机关 组 指挥部 街道 乡 镇 县 市 区 新区 村 企业 学校
    大学 学院 园区 办事处 委员会 盟 旗 州 党委 党组 团委 团市委 团县委 团区委 法院 检察院 馆 台 协会 监委 工信 兵团 专班 户 者 方 科室 股 各地 地方 成员"""
_BODY_ENDS = tuple(_ENDS.split())
_LEVELS = ("自治区", "自治州", "市", "县", "区", "省", "州", "盟", "旗", "镇", "乡", "街道")
_LEVEL_MARK = Pattern("|".join(_LEVELS))
#: What a list says of a whole class of bodies, or of one by its place.
_PREFIXES = ("各", "全", "市", "县", "区", "省", "州", "盟", "旗", "自治", "国家", "中央", "团", "共青团", "驻", "有关", "相关", "其他", "其它")
_PLACE_PREFIX = Pattern(r"(.{2,5}?)[省市县区州盟旗镇乡]")
_AUTONOMY = Pattern(r"(.{2,6}?)自治[区州县]")
_PLACE = Pattern(r"(.{1,5}?)[省市县区州盟旗]")
#: Words that join the last names of a list; within names they stand, too (发展和改革局), so both sides must be bodies.
_AND = Pattern(r"等?(?:和|以及|及其?|与|会同|联合)|[ \u3000\xa0]+")
_LEAD_IN = Pattern(r"^(?:[（(]?\d{1,2}[）).．、](?!\d)|由|以及|及其|会同|联合|(?:及|和)(?!平区|时|平街|平镇))\s*(?=.{2})")
#: Without one of these no name is joined to another.
_AND_MARK = Pattern(r"[和以及与会联 \u3000\xa0]")
_OPENING, _CLOSING = "（(〔[《“", "）)〕]》”"
#: What parts names, and the brackets within which it does not.
_MARK = Pattern(f"[{re.escape(_OPENING + _CLOSING)}、，；,;。\n]")
_AND_OTHERS = Pattern(r"等(?:部门|单位|有关部门|相关部门|有关单位|相关单位|市直部门)?$")
_DEPARTMENTS = """
    发展改革委 发展和改革委员会 发展改革局 发展和改革局 发改委 发改局 教育局 教育委 教育厅 科技局 科学技术局 科技厅 工业和信息化局 工业和信息化委 工信局 经信局
    民宗委 民宗局 公安局 公安厅 民政局 民政厅 司法局 司法厅 财政局 财政厅 人力资源社会保障局 人力资源和社会保障局 人社局 自然资源局 自然资源和规划局 自然资源厅
    规划和自然资源局 生态环境局 生态环境厅 住房城乡建设局 住房和城乡建设局 住房城乡建设委 住房城乡建设厅 住建局 交通运输局 交通运输厅 交通局 水利局 水利厅 水务局
    农业农村局 农业农村委 农业农村厅 商务局 商务厅 文化广电旅游局 文化广电和旅游局 文化广电体育和旅游局 文化体育广电和旅游局 文化和旅游局 文化和旅游厅 文旅局
    卫生健康委 卫生健康局 卫健委 卫健局 退役军人局 退役军人事务局 应急局 应急管理局 应急管理厅 审计局 审计厅 外事办 外办 国资委 市场监管局 市场监督管理局 市场监督局
    体育局 统计局 医保局 医疗保障局 林业局 林业和草原局 林业和园林局 林草局 园林局 城管执法局 城管局 城市管理局 城市管理执法局 综合行政执法局 行政审批局
    行政审批服务局 大数据发展局 大数据局 大数据管理局 投资促进局 招商局 信访局 乡村振兴局 金融办 金融局 地方金融监管局 机关事务管理局 机关事务局 粮食和物资储备局
    数据局 数据管理局 税务局 气象局 消防救援支队 消防救援大队 消防支队 消防大队 交警支队 交警大队 总工会 工商联 科协 妇联 残联 文联 社科联 红十字会 供销社
    供销合作社 档案局 档案馆 法院 检察院 人民法院 人民检察院 国动办 人防办 政务服务局 政务服务监督管理办公室 政务服务管理局 政务服务中心 邮政管理局 烟草专卖局
    住房公积金中心 住房公积金管理中心 公共资源交易中心 重点办 知识产权局 海洋局 渔业局 畜牧局 民族宗教局 药监局 药品监管局 银保监分局 医院保障局"""
#: Longer stretches between separators are no names.
_LONGEST = 200
_PARTY = "组织部 宣传部 统战部 政法委 编办 网信办 社会工作部 政研室 改革办 农办 台办 老干部局 党校 党史研究室 保密办"
#: Standard names of departments without their level (norms appendix C and what every level has), and of the party's.
DEPARTMENTS = frozenset(_DEPARTMENTS.split())
PARTY_DEPARTMENTS = frozenset(_PARTY.split())


def split_units(text: str) -> list[str]:
    """The names in a list as written, without spaces and without 按职责分工负责 behind them."""
    return [name for name, _start, _end in locate_units(text)]


def locate_units(text: str) -> list[tuple[str, int, int]]:
    """The names in a list with the offsets between which each stands in ``text``."""
    return list(_located(text))


@lru_cache(maxsize=4096)
def _located(text: str) -> tuple[tuple[str, int, int], ...]:
    """The same; texts that assign work name the same bodies again and again."""
    found = []
    for left, right in _stretches(text, _without_duty(text)):
        raw = text[left:right]
        name = "".join(raw.split())
        lead = _LEAD_IN.match(name)
        if lead:
            name = name[lead.end() :]
        name = _AND_OTHERS.sub("", name) if len(name) > 2 and "等" in name else name
        if name:
            start = left + len(raw) - len(raw.lstrip())
            found.append((name, start, start + len(raw.strip())))
    return tuple(found)


def _without_duty(text: str) -> int:
    """The offset where the list ends: before 按职责分工负责 and the like."""
    end = len(text.rstrip(" 　。；;，,、"))
    previous = -1
    while end != previous:
        previous = end
        # The longest phrase of duty has far fewer than 40 characters.
        start = max(0, end - 40)
        if text.endswith(_DUTY_ENDS, start, end) or text.find("职", start, end) >= 0:
            duty = _DUTY.search(text, start, end)
            if duty:
                end = len(text[: duty.start()].rstrip(" 　，,、；;"))
    return end


def _stretches(text: str, end: int) -> list[tuple[int, int]]:
    """Where the names of a list stand: between separators outside of brackets and of names that hold one."""
    cuts = [-1]
    depth = 0
    kept: list[tuple[int, int]] | None = None
    for mark in _MARK.finditer(text, 0, end):
        c = mark[0]
        if c in _OPENING:
            depth += 1
        elif c in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            if kept is None:
                kept = _groups(text, end)
            offset = mark.start()
            if not any(start <= offset < stop for start, stop in kept):
                cuts.append(offset)
    cuts.append(end)
    whole = [(left + 1, right) for left, right in itertools.pairwise(cuts) if right > left + 1]
    if not _AND_MARK.search(text, 0, end):
        return whole
    return [part for left, right in whole for part in _at_and(text, left, right)]


def _groups(text: str, end: int) -> list[tuple[int, int]]:
    """Where names stand that hold a separator themselves."""
    if "委、办、局" in text or "直、" in text or "直属、" in text:
        return [match.span() for match in _GROUP.finditer(text, 0, end)]
    if "政府" in text or "职能的" in text:
        return [match.span() for match in _PLAIN_GROUP.finditer(text, 0, end)]
    return []


def _at_and(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """A stretch cut at 和 and at blanks where a whole name stands before and another one begins behind."""
    if right - left > _LONGEST:
        return [(left, right)]
    parts = []
    for match in _AND.finditer(text, left + 2, right):
        before, behind = text[left : match.start()].strip(), text[match.end() : right].strip()
        if before.count("（") == before.count("）") and looks_like_body(before) and looks_like_body(behind) and _begins(behind):
            parts.append((left, match.start()))
            left = match.end()
    return [*parts, (left, right)]


def looks_like_body(name: str) -> bool:
    """Whether a name ends as names of bodies do (局, 委, 政府, 单位 …), perhaps with words in brackets behind."""
    size = len(name)
    if not 2 <= size <= 60:
        return False
    start, end = max(0, size - 40), size
    for opening, closing in ("（）", "()"):
        if name.endswith(closing):
            end = name.rfind(opening)
            if end < 0 or name.find(closing, end) < size - 1:
                return False
    return name.endswith(_BODY_ENDS, start, end)


def begins_like_body(name: str) -> bool:
    """Whether a name begins with a level or a place (市, 各县, 江河市), or is the standard name of a department."""
    return _begins(name) or name.partition("（")[0] in DEPARTMENTS


def _begins(name: str) -> bool:
    if name.startswith(_PREFIXES):
        return True
    place = _PLACE_PREFIX.match(name)
    return place is not None and is_han(place[1])


def whole_department(name: str) -> bool:
    """Whether a name, level or place left aside, is a department's standard one, or a government's."""
    bare = name.partition("（")[0]
    own = _level(name)
    return bare[len(own) :] in DEPARTMENTS or bare.endswith("人民政府")


def resolve(names: list[str]) -> list[str]:
    """The names with elided prefixes restored: 市财政局、教育局 → 市财政局, 市教育局.

    Only a plain name of a department takes the prefix over; 临湖海事局, 各县（区）政府 stay as they are. In 市教育局、市场监管局
    nobody can tell an elided 市 from a lost one.
    """
    level = party = ""
    resolved = []
    for name in names:
        bare = name.partition("（")[0]
        if bare in DEPARTMENTS and not (level and bare.startswith(level)):
            resolved.append(level + name)
        elif bare in PARTY_DEPARTMENTS:
            resolved.append(party + name)
        else:
            level = _level(name) or level
            party = _party(name) or party
            resolved.append(name)
    return resolved


@lru_cache(maxsize=4096)
def _level(name: str) -> str:
    """The level or place that a department's name begins with: 市 of 市财政局, 江河市 of 江河市财政局."""
    level = _LEVEL_MARK.match(name)
    own = level[0] if level else ""
    if own and (name[len(own) :].partition("（")[0] in DEPARTMENTS or looks_like_body(name[len(own) :])):
        return own
    for pattern in (_AUTONOMY, _PLACE):
        place = pattern.match(name)
        if place and is_han(place[1]):
            return place[0] if name[place.end() :].partition("（")[0] in DEPARTMENTS else ""
    return ""


def _party(name: str) -> str:
    """The committee that a party department's name begins with: 市委 of 市委组织部."""
    head, committee, rest = name.partition("委")
    return head + committee if committee and head in _LEVELS and rest.partition("（")[0] in PARTY_DEPARTMENTS else ""
