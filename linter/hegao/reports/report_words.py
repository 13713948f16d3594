"""The words of the reports themselves, in Chinese and English."""

from __future__ import annotations

from hegao.engine.findings.finding import Basis

SEVERITY = {
    "zh": {"error": "错误", "warning": "警告", "info": "提示", "off": "关闭"},
    "en": {"error": "error", "warning": "warning", "info": "info", "off": "off"},
}
STRENGTH = {
    "zh": {"must": "规定", "should": "一般", "custom": "惯例"},
    "en": {"must": "must", "should": "should", "custom": "custom"},
}
#: What the areas of rules are called; those of an office bear the letters of their codes.
AREA = {
    "zh": {
        "NUM": "发文字号",
        "DAT": "日期",
        "TSK": "任务",
        "STR": "结构",
        "ATT": "附件",
        "REF": "引用",
        "TXT": "文字",
        "LAY": "版式",
        "SYS": "工具本身",
    },
    "en": {
        "NUM": "document numbers",
        "DAT": "dates",
        "TSK": "tasks",
        "STR": "structure",
        "ATT": "attachments",
        "REF": "references",
        "TXT": "text",
        "LAY": "page layout",
        "SYS": "the tool itself",
    },
}


def cited(basis: Basis) -> str:
    """A norm by its source and clause."""
    return f"{basis.source} {basis.clause}".rstrip()


def basis_words(basis: Basis, lang: str) -> str:
    """A norm as it is cited: its source, its clause, its strength in brackets."""
    strength = STRENGTH[lang].get(basis.strength, basis.strength)
    return cited(basis) + (f" ({strength})" if lang == "en" else f"（{strength}）")
