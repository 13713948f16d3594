"""How a row of a table says that it adds up others: 合计, 总计, 全市合计; 小计 for a part of them.

Both are strings for patterns over one cell, blanks between their characters and stars of bold print allowed for.
"""

from __future__ import annotations

_ROUND = r"[*\s]*"
_NOTE = r"(?:[（(][^（）()]*[）)])?"
#: The sum of all rows; a row may say of which: 收入总计, 总投资（一＋二）.
SUM = rf"{_ROUND}(?:[\u3400-\u9fff]{{0,6}}合\s*计|[\u3400-\u9fff]{{0,6}}总\s*计|共\s*计|全[省市县区]\s*合?\s*计?|累\s*计|总\s*和|总[\u3400-\u9fff]{{1,4}}(?=[（(][^（）()]*[＋+])){_NOTE}{_ROUND}"
#: The sum of some.
SUBTOTAL = rf"{_ROUND}小\s*计{_NOTE}{_ROUND}"
#: What part of a sum a row tells: 其中：新建.
OF_WHICH = rf"{_ROUND}其\s*中(?:[：:]|{_ROUND}$)"
