"""Words of one character typed for another: 末落实, 己完成, 付主任, 计划与2026年5月开工, 16.8公理.

Such a character is a word itself, so neither pairs nor costs tell; what stands before and behind it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hegao.checks.shared.masking import MASK
from hegao.checks.shared.passages import Running
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.office_runs import met, office_behind

_HAN = "\u3400-\u9fff"
_FIGURE = rf"[\d{MASK}]"
#: Heads of bodies, before whom 副 stands.
_HEADS = rf"(?:[{_HAN}]长(?![度期远效江短])|主[任席委]|书记|总指挥|总经理|巡视员|调研员|教授|研究员)"
_RESPONSIBLE = "(?:主体|首要|直接|领导|监管|监督|管理|法律|连带|次要|主要|全部|全|总|主)责"
#: What is said of two times, or goes on beside another one.
_BESIDE = "相比|比较|相同|同期|持平|一致|对比|衔接|重叠|相当|对照|之间|之差"
_TIME = rf"(?:{_FIGURE}{{4}}年{_FIGURE}{{1,2}}月|{_FIGURE}{{1,2}}月{_FIGURE}{{1,2}}日|{_FIGURE}{{4}}年[年底末初上下])(?![^，。；]{{0,14}}(?:{_BESIDE}))"


class WordAlone(NamedTuple):
    """A word that is a slip for another: its place, where that is in the running text, that other one, and whether that is doubtful."""

    at: Text
    start: int
    right: str
    doubtful: bool


def _always(_match: re.Match[str]) -> bool:
    return True


def _never(_match: re.Match[str]) -> bool:
    return False


def _not_yet(match: re.Match[str]) -> bool:
    """末落实: what follows, follows 未 in documents of offices and 末 in none."""
    behind = match["behind"]
    return behind[0] in office_behind("未") and behind[0] not in office_behind("末")


def _done(match: re.Match[str]) -> bool:
    """己列入: what follows, follows 已."""
    return bool(met("已" + match["behind"][0]))


#: Where a word stands, what is meant, whether it is to be told at all, and whether it is sure.
_KINDS: tuple[tuple[Scanner, str, Callable[[re.Match[str]], bool], Callable[[re.Match[str]], bool]], ...] = (
    (Scanner(rf"(?<![年月季度期周旬学岁世始本粉毫微卷篇版尾端])(?P<at>末)(?P<behind>[{_HAN}]{{2}})"), "未", _not_yet, _always),
    (Scanner("(?<=[年月季度])(?P<at>未)(?=[数总余累]|前[，。；、完])"), "末", _always, _never),
    (Scanner(rf"(?<![{_HAN}])(?P<at>[己巳])(?P<behind>[{_HAN}]{{2}})(?<![任见方所欲身出酉亥丑卯])"), "已", _always, _done),
    (Scanner(rf"(?<=[{_HAN}])(?<![自知利异律克舍安责于各推诸虚贵由求为损戊毁奉守立正切对身用与从据])(?P<at>[己巳])(?P<behind>[{_HAN}]{{2}})"), "已", _done, _always),
    (Scanner(rf"(?<![{_HAN}])(?P<at>[付负])(?={_HEADS})|(?<=[由任和请兼、])(?P<mid>[付负])(?={_HEADS})"), "副", _always, lambda match: match.group() == "负" or match.string[match.start() - 1 : match.start()] == "任"),
    (Scanner(rf"(?<![支拨交给应预垫兑缴偿托未已])(?P<at>付)(?={_RESPONSIBLE})"), "负", _always, _always),
    (Scanner(rf"(?:计划|预计|拟|将|已|请|须|应|务必|力争|争取|原则上)(?P<at>与)(?={_TIME})", sign=rf"与{_FIGURE}"), "于", _always, _always),
    # 申请已户为单位; not 已确定为
    (Scanner("(?P<at>已)(?=[^，。；：成作定列变转评命升调改设视认分增减达确更经被]{1,10}为(?:单位|主线|重点|核心|基础|载体|支撑|抓手|导向|目标|依托|契机|原则|依据|突破口))", sign="为[单主重中核基载支抓导目依契原突]"), "以", _always, _always),
    # 先由县局初审，在由市局核查
    (Scanner("(?<=[，；。])(?P<at>在)(?=由[^，。；]{2,20}[审核报批组会]|经[^，。；]{2,16}[审核批]|报[^，。；]{2,12}[审核批备]|予以|接再厉)"), "再", _always, _always),
    (Scanner(rf"{_FIGURE}[余多]?[十百千万]?(?:平方)?公(?P<at>理)(?![{_HAN}]{{0,2}}[定论])"), "里", _always, _always),
    (Scanner(rf"(?:{_FIGURE}{{2,}}|{_FIGURE}[万千百余多])(?P<at>顿)(?![饭餐早中午晚])"), "吨", _always, _always),
    (Scanner(rf"[车辆]{_FIGURE}{{1,4}}(?P<at>两)(?![{_HAN}])|{_FIGURE}(?P<mid>两)(?=[公客货汽校消警救轿卡])"), "辆", _always, _always),
)


def words_alone(text: Running) -> Iterator[WordAlone]:
    """The words of one character that are slips for others."""
    for scanner, right, told, sure in _KINDS:
        for found in text.find(scanner):
            if told(found.match):
                group = "at" if "mid" not in found.match.groupdict() or found.match["mid"] is None else "mid"
                yield WordAlone(found.at(group), found.offset + found.match.start(group), right, not sure(found.match))
