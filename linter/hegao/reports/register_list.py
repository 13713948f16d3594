"""Entries of the register of numbers as an aligned table, as CSV that can be imported again, as JSON; its log."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from hegao.register.entry import ISSUED, STATE_WORDS, Change, Entry
from hegao.register.sheet import heads
from hegao.reports.json import VERSION, dumps
from hegao.reports.spreadsheet_cells import csv_cell
from hegao.reports.terminal_width import table


def register_table(entries: Sequence[Entry]) -> str:
    """One line a number."""
    if not entries:
        return "登记簿里没有这样的号。\n"
    rows = [[entry.number, _state(entry), entry.day, entry.title or entry.remark] for entry in entries]
    return f"{table(['发文字号', '状态', '成文日期', '标题'], rows, [0, 0, 0, 60])}共 {len(entries)} 个号。\n"


def _state(entry: Entry) -> str:
    return "已废止" if entry.state == ISSUED and entry.repealed else STATE_WORDS[entry.state]


def register_csv(entries: Sequence[Entry]) -> str:
    """All that is known of the numbers, under the heads that are read again; lines end in CR LF as RFC 4180 asks."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names[0] for names in heads().values())
    for entry in entries:
        said = {**entry._asdict(), "number": entry.number, "state": STATE_WORDS[entry.state]}
        writer.writerow(csv_cell(str(said[field])) for field in heads())
    return out.getvalue()


def register_json(entries: Sequence[Entry]) -> str:
    """The entries by their fields; what is not known is empty."""
    return dumps({"version": VERSION, "numbers": [{"number": entry.number, **entry._asdict()} for entry in entries]})


def log_table(changes: Sequence[Change]) -> str:
    """One line a change."""
    if not changes:
        return "没有记录。\n"
    return table(["时间", "经手人", "事项", "发文字号", "内容"], [list(change) for change in changes], [0, 0, 0, 0, 60])
