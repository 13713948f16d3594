"""Fonts of the theme (主题字体): what names like minorEastAsia stand for."""

from __future__ import annotations

from collections.abc import Mapping

from hegao.sources.package.safe_xml import Node

#: Names of the script in which East Asian text of a language is written, as themes list fonts for it.
_SCRIPTS = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}


def theme_fonts(theme: Node | None, settings: Node | None) -> Mapping[str, str]:
    """The fonts by the names that ``w:rFonts`` gives them; none where the file has no theme."""
    scheme = theme.first("a:themeElements", "a:fontScheme") if theme is not None else None
    language = settings.first("w:themeFontLang") if settings is not None else None
    script = _SCRIPTS.get((language.get("eastAsia") if language is not None else None) or "")
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        node = scheme.first(f"a:{size}Font") if scheme is not None else None
        if node is None:
            continue
        latin = _face(node.first("a:latin"))
        listed = next((_face(one) for one in node.all("a:font") if one.attributes.get("script") == script), "")
        fonts[f"{size}EastAsia"] = _face(node.first("a:ea")) or listed
        fonts[f"{size}Ascii"] = fonts[f"{size}HAnsi"] = latin
    return {name: font for name, font in fonts.items() if font}


def _face(node: Node | None) -> str:
    return node.attributes.get("typeface", "") if node is not None else ""
