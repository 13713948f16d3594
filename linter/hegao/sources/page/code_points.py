"""Code points as fonts of page files give them: radicals for the characters that look like them, marks that stand for nothing."""

from __future__ import annotations

from unicodedata import normalize

#: Radicals (部首) that are no characters by the tables of Unicode, though fonts give them for such.
_RADICALS = str.maketrans(
    "⺁⺄⺆⺈⺊⺌⺍⺕⺗⺙⺛⺝⺟⺠⺢⺣⺦⺧⺨⺩⺪⺬⺭⺮⺯⺰⺱⺲⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂乙冂刀卜小小彐心攵旡月母民水火爿牛犬王疋示礻竹糸纟罒网罒冈羊羊羊耂肀聿月臼艹艹艹西见角讠贝车辶辶辶邑钅長镸长门阝青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
#: Shown for a character that stands for nothing.
UNKNOWN = "□"
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF))
#: Bullets of the Symbol and Wingdings fonts lie in the private area, too.
_SYMBOLS = (0xF020, 0xF0FF)


def readable(code: int) -> str:
    """The character of a code point; empty where it stands for nothing."""
    if code in (0x9, 0xA, 0xD, 0x20):
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or code in (0xFFFE, 0xFFFF, 0xFFFD, 0xFEFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    if _SYMBOLS[0] <= code <= _SYMBOLS[1]:
        return "●"
    if any(first <= code <= last for first, last in _PRIVATE):
        return ""
    if code == 0xAD:
        return "-"
    character = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:
        return normalize("NFKC", character).translate(_RADICALS)
    return character
