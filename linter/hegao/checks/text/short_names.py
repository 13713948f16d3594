"""Short names that the text does not explain, or does not use (简称): EPC without its Chinese name, 攻坚办 out of nothing, 以下简称“…” and never again (norms ABB-01, ABB-02, ABB-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running, running_without_names
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.departments import departments


class ShortName(NamedTuple):
    """A place, and what is wanted there."""

    at: Text
    note: str


#: Letters that stand for foreign words, with what they name: EPC模式, GIS平台.
_LETTERS = Scanner(
    r"(?<![A-Za-z0-9（(/.\-—])(?P<at>[A-Z]{2,5}s?)(?=(?:\+[A-Z]{1,5})?(?:模式|方式|平台|系统|机构|项目|模型|技术|服务|总承包|消费|工程|管理|指标|考核|评价|融资|体系|理念|认证|监测|基地|企业|产业|直播|工具|终端|应用))",
    sign="[A-Z]{2}",
)
#: What everybody knows, and what names things of its own.
_KNOWN = frozenset(["GDP", "WTO", "APP", "CT", "MRI", "ICU", "LED", "LNG", "CNG", "DNA", "PCR", "AED", "USB", "PDF", "PVC", "PE", "VOC", "VOCs", "SUV", "POS", "ATM", "IC", "ID", "IP", "IT", "AI", "CPI", "PPI", "PM", "WiFi", "GPS", "ETC", "OTC", "PVC", "SIM", "UPS", "IPTV", "RFID", "HPV", "HIV", "AQI", "CPR", "SWAT", "NBA", "CBA", "VIP", "KTV", "TV", "CD", "VCD", "DVD"])
#: An office told by what it works for alone: 报创卫办, 由攻坚办牵头.
_OFFICE = Scanner(
    r"(?:^|[由报经请送向与和、，。；：（(〔合]|会同|[由报请合][市县区])(?P<name>(?!主|承|督|经|协|举|合|交|补|代|联|申|查|未|已|不|可|应)[^局我告送均由报与和会经市县区镇乡（）\d，。；：、\s]{1,4}办)(?=牵头|负责|汇总|做好|组织|会同|备案|审核|统筹|协调|印发|通报|，|。|、|；|）)",
    sign="办",
)
#: Offices that everybody knows by their short names.
_USUAL_OFFICES = ("政府办", "党政办", "公办", "民办", "编办", "网信办", "台办", "侨办", "外办", "信访办", "国安办", "财经办", "政研办", "机关党委办", "街道办", "法制办", "综治办", "应急办", "值班办", "党办", "府办", "人大办", "政协办", "团委办", "督查办", "监察办", "保密办", "机要办", "国动办", "人防办", "金融办", "文明办", "扶贫办", "法治办", "委办", "局办", "校办", "院办", "厂办", "领办", "帮办", "代办", "快办", "即办", "联办", "通办", "督办", "主办", "承办", "协办", "举办", "兴办", "创办", "开办", "停办", "续办", "换办", "补办", "申办", "交办", "转办", "领导小组办", "专班办", "指挥部办", "委员会办")
_GIVEN = Scanner(r"(?:以下|下文)?(?:统一|统)?(?:简|合)?称[为：:]?[“《](?P<short>[^“”《》]{2,12})[”》]", sign="称[为：:]?[“《]")


def short_names(context: Context) -> Iterator[ShortName]:
    """Each such name once."""
    whole = context.once(running).text
    told: set[str] = set()
    for found in context.once(running_without_names).find(_LETTERS, "heading", "paragraph", "row"):
        name = found.match["at"]
        if name in _KNOWN or name in told or re.search(rf"[（(]{name}|{name}[（(]|{name}[，、]?(?:即|是指)", whole):
            continue
        told.add(name)
        yield ShortName(found.at("at"), f"外文缩写首次出现时注明中文，写作“中文名称（{name}）”")
    for found in context.once(running_without_names).find(_OFFICE, "heading", "paragraph"):
        name = found.match["name"]
        if name in told or name.endswith(_USUAL_OFFICES) or any(name.endswith(one) for one in _departments()) or _explained(name, whole):
            continue
        told.add(name)
        yield ShortName(found.at("name"), "简称首次出现时用全称，并注“（以下简称‘…’）”")
    yield from _unused(context, whole)


def _departments() -> tuple[str, ...]:
    return tuple(name for name in departments() if name.endswith("办"))


def _explained(name: str, whole: str) -> bool:
    """Whether the text gives the short name, or has the whole one, its letters in order: 创卫办, 创建卫生城市领导小组办公室."""
    if f"“{name}" in whole or re.search(rf"称“[^“”]{{0,3}}{name}”", whole):
        return True
    return re.search(".{0,4}?".join(map(re.escape, name[:-1])) + ".{0,16}?办公室", whole) is not None


def _unused(context: Context, whole: str) -> Iterator[ShortName]:
    """A short name that is given and then stands nowhere."""
    for found in context.once(running).find(_GIVEN, "paragraph", "heading"):
        short = found.match["short"]
        if "以下" in found.match[0] and "简称" in found.match[0] and whole.count(short, found.offset + found.match.end()) == 0:
            yield ShortName(found.at(), "注了简称而后文没有用到，可删去，或者后文统一用简称")
