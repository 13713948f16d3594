"""Labels of duties: what stands before the colon of a responsibility clause (责任括注), or on top of a column."""

from __future__ import annotations

from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, duty_words, level_names

#: The noun of a label: 单位, 部门.
BODY_NOUN = one_of(kind.ending for kind in body_kinds() if "label" in kind.uses)
#: What may stand between the word of duty and its noun: 牵头责任单位.
_BETWEEN = "(?:责任|负责|实施|落实|主体)?"
#: A label of a time: 完成时限, 办结时间, 时限要求.
TIME_LABEL = f"(?:{one_of(duty_words('time'))}?{one_of(duty_words('term'))}|{one_of(duty_words('time'))}{one_of(duty_words('point'))})(?:要求)?"
#: A remark behind a label: 责任单位（列首位的牵头）.
LABEL_ASIDE = "(?:（[^（）]{1,16}）)?"

#: Each by its own duty: 按照各自职责分工.
BY_DUTY = "(?:按照?|根据|依照?)?(?:各自)?(?:(?:职责|职能)(?:分工)?|属地(?:原则|管理)?)"
#: How several do one thing: 分别负责, 共同牵头.
JOINTLY = "(?:分别|分工|共同|联合|各自|具体)"
#: What each does of the work: 完成有关工作, 做好相关工作.
OWN_PART = "(?:完成|做好|抓好|开展|承担|落实)(?:有关|相关|各自)?(?:工作|任务)"
#: A word by which several leads say that each has a part of its own, or all the same.
SHARED = "职责|职能|分工|分别|共同|联合|各自|属地"


def body_label(use: str, *roles: str, name: str = "") -> str:
    """A pattern for labels of bodies: ``use`` is label or head, the roles those of the words, any without; ``name`` groups the word."""
    words = one_of(duty_words(use, *roles))
    return f"{f'(?P<{name}>{words})' if name else words}{_BETWEEN}{BODY_NOUN}"


#: What may stand in front of a label: 市级牵头单位, 主要责任单位.
LABEL_RANK = f"(?:{one_of((*level_names('head'), '本级', '主要', '第一'))}级?)?"
#: A line that is a label and what it says, below the work that it speaks of: 责任单位：…, 完成时限：….
LABEL_LINE = f"(?:{LABEL_RANK}{body_label('label', 'lead', 'responsible', 'coop')}{LABEL_ASIDE}|责任分工|{TIME_LABEL})[:：]"
#: A label of persons, who bear no task of their own: 责任领导：….
PERSON_LABEL = "(?:责任|分管|牵头|包抓|包保|挂钩|主管)领导|(?:责任|负责|联系)人"
