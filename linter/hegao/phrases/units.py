"""Lists of bodies (责任单位名单): split as written, elided prefixes resolved (norms ABB-07)."""

from __future__ import annotations

import re

#: A separator that stands inside one name: 各县、区人民政府; 各市、县（市、区）人民政府.
_GROUP = re.compile(r"各(?:[^、，；]{0,6}、)+[^、，；（）]{0,8}(?:（[^（）]*）)?[^、，；]{0,6}?(?:人民)?政府|具有[^、，；]{1,12}职能的(?:[^、，；]{1,6}、)+[^、，；]{1,8}部门")
_DUTY = re.compile(
    r"(?:，|、)?(?:等)?(?:按照?|根据|依)?(?:各自)?(?:职责|职能)(?:分工)?(?:和[^，；]{0,8})?(?:分别|共同|各自)?(?:牵头|负责|落实|推进|配合|办理|组织实施|抓好落实)*$"
    r"|(?:分别|共同|按)(?:牵头|负责|落实|推进|配合)+$|(?:牵头|负责|落实|组织实施|配合|参与|协办|主办|承办|办理)$"
)
_BODY = re.compile(
    r"(?:局|委|办|厅|部|院|政府|部门|单位|公司|中心|联|会|社|队|站|所|处|科|室|署|总署|银行|分行|支行|集团|办公室|管委会|机关|组|指挥部|街道|乡|镇|县|市|区|新区|村|企业|学校|大学|学院|园区|办事处|委员会|盟|旗|州|党委|党组|团委|团市委|团县委|团区委|法院|检察院|馆|台|协会|监委|工信|兵团|专班|户|者|方|科室|股|各地|地方|成员)"
    r"(?:（[^（）]*）|\([^()]*\))?$"
)
_LEVELS = ("自治区", "自治州", "市", "县", "区", "省", "州", "盟", "旗", "镇", "乡", "街道")
#: Standard names of departments without their level (norms appendix C and what every level has).
DEPARTMENTS = frozenset(
    """发展改革委 发展和改革委员会 发展改革局 发展和改革局 教育局 教育委 科技局 科学技术局 工业和信息化局 工信局 民宗委 民宗局 公安局 民政局
    司法局 财政局 人力资源社会保障局 人力资源和社会保障局 自然资源局 自然资源和规划局 生态环境局 住房城乡建设局 住房和城乡建设局 交通运输局
    水利局 水务局 农业农村局 商务局 文化广电旅游局 文化广电和旅游局 文化广电体育和旅游局 文化体育广电和旅游局 文化和旅游局 卫生健康委 卫生健康局
    退役军人局 退役军人事务局 应急局 应急管理局 审计局 外事办 国资委 市场监管局 市场监督管理局 市场监督局 体育局 统计局 医保局 医疗保障局 林业局
    林业和园林局 园林局 城管执法局 城管局 城市管理局 城市管理执法局 行政审批局 大数据发展局 大数据局 投资促进局 信访局 乡村振兴局 金融办 机关事务管理局
    粮食和物资储备局 地方金融监管局 数据局 税务局 气象局 消防救援支队 消防救援大队 消防支队 消防大队 交警支队 总工会 工商联 科协 妇联 残联 文联 社科联
    红十字会 供销社 档案局 档案馆 法院 检察院 人民法院 人民检察院 国动办 人防办 政务服务局 政务服务监督管理办公室 邮政管理局 住房公积金中心 重点办""".split()
)


def split_units(text: str) -> list[str]:
    """The names in a list as written, without spaces and without 按职责分工负责 behind them."""
    return [name for name, _start, _end in locate_units(text)]


def locate_units(text: str) -> list[tuple[str, int, int]]:
    """The names in a list with the offsets between which each stands in ``text``."""
    end = len(text.rstrip(" 　。；;，,、"))
    previous = -1
    while end != previous:
        previous = end
        duty = _DUTY.search(text, 0, end)
        if duty:
            end = len(text[: duty.start()].rstrip(" 　，,、；;"))
    keep = [match.span() for match in _GROUP.finditer(text, 0, end)]
    cuts = [-1]
    depth = 0
    for offset in range(end):
        c = text[offset]
        if c in "（(〔[《“":
            depth += 1
        elif c in "）)〕]》”":
            depth = max(0, depth - 1)
        elif c in "、，；,;。" and depth == 0 and not any(a <= offset < b for a, b in keep):
            cuts.append(offset)
    cuts.append(end)
    found = []
    for left, right in zip(cuts, cuts[1:], strict=False):
        raw = text[left + 1 : right]
        name = re.sub(r"\s+", "", raw)
        name = re.sub(r"^(?:由|以及|及|和|会同)(?=.{2})", "", name) if name[:2] not in ("和平", "及时") else name
        name = re.sub(r"等(?:部门|单位|有关部门|相关部门|有关单位|相关单位)?$", "", name) if len(name) > 2 else name
        if name:
            start = left + 1 + len(raw) - len(raw.lstrip())
            found.append((name, start, start + len(raw.strip())))
    return found


def looks_like_body(name: str) -> bool:
    """Whether a name ends as names of bodies do (局, 委, 政府, 单位 …)."""
    return 2 <= len(name) <= 60 and bool(_BODY.search(name))


def resolve(names: list[str]) -> list[str]:
    """The names with elided prefixes restored: 市财政局、教育局 → 市财政局, 市教育局.

    Only a plain name of a department takes the prefix over; 柳林海事局, 各县（区）政府 stay as they are.
    """
    level = ""
    resolved = []
    for name in names:
        own = next((mark for mark in _LEVELS if name.startswith(mark)), "")
        rest = name[len(own) :]
        if own and (rest.partition("（")[0] in DEPARTMENTS or looks_like_body(rest)):
            level = own
            resolved.append(name)
        elif level and name.partition("（")[0] in DEPARTMENTS:
            resolved.append(level + name)
        else:
            resolved.append(name)
    return resolved
