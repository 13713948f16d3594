"""Pages made of texts, for tests."""

from __future__ import annotations

import re
from html import unescape

from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import RunResult
from hegao.engine.rules.loading import load_rules
from hegao.engine.run.readings import readings
from hegao.engine.run.runner import check_sources
from hegao.engine.run.targets import Target
from hegao.reports.page.check_page import page_pieces
from hegao.sources.source import Source

NOTICE = """江政办发〔2026〕12号

江河市人民政府办公室关于做好
2026年防汛工作的通知

各县（区）人民政府：
　　现就有关事项通知如下。
　　一、排查隐患。对水库逐一排查。（牵头单位：市水利局；配合单位：市财政局、市财政局；完成时限：2026年6月底前）
　　二、储备物资
　　储备编织袋。（牵头单位：市应急管理局；完成时限：长期坚持）

　　附件：任务分工表

　　　　　　　　江河市人民政府办公室
　　　　　　　　2026年3月6日

附件

任务分工表

序号\t任务\t牵头单位\t完成时限
1\t清理河道\t市水利局\t2026年5月底前
2\t检修泵站\t\t2026年2月底前
"""


def checked(files: dict[str, str], lang: str = "zh") -> RunResult:
    """What is found in texts by their paths."""
    return check_sources([Source(path, tuple(text.split("\n"))) for path, text in files.items()], Options(lang=lang, bilingual=True))


def page(files: dict[str, str], result: RunResult | None = None, lang: str = "zh") -> str:
    """The page of texts by their paths, with what is found in them, or another result."""
    targets = [Target(path, None, text.encode()) for path, text in files.items()]
    rules = {rule.code: rule for rule in load_rules()}
    return "".join(page_pieces(result or checked(files, lang), readings(targets), rules, lang))


def texts(written: str) -> list[str]:
    """The fragments of documents in a page."""
    return re.findall(r'<script type="text/html" class="text">\n(.*?)</script>', written, re.DOTALL)


def plain(fragment: str) -> str:
    """What people read of a fragment."""
    return unescape(re.sub(r"<[^>]*>", "", fragment))


def blocks(fragment: str) -> list[tuple[str, str]]:
    """The blocks of a document: their kinds and what stands in them, without the lines beside them."""
    found = re.findall(r'<div class="b ([^"]*)" id="[^"]*"><span class="gutter">[^<]*</span>(.*?)</div>|<table>(.*?)</table>', fragment, re.DOTALL)
    return [(kind or "table", plain(body or table)) for kind, body, table in found]
