"""The JSON report against the schema of version 1."""

from __future__ import annotations

import json

from hegao import __version__
from hegao.engine.findings.finding import RunResult
from hegao.reports.json import json_report
from reports.results import finding, result


def test_every_field_of_a_finding_is_there_under_its_name_and_in_order() -> None:
    report = json.loads(json_report(result(finding(), suppressed=1)))
    assert list(report) == ["version", "tool", "files", "summary"]
    assert report == {
        "version": 1,
        "tool": {"name": "hegao", "version": __version__},
        "files": [
            {
                "path": "a.txt",
                "documents": [{"number": "江政办发〔2026〕12号", "title": "江河市人民政府办公室关于做好防汛工作的通知", "line": 1}],
                "findings": [
                    {
                        "rule": "TSK302",
                        "name": "deadline-vague",
                        "severity": "warning",
                        "message": "时限“尽快完成”不能判定",
                        "help": "写明日期",
                        "line": 5,
                        "column": 13,
                        "end_line": 5,
                        "end_column": 17,
                        "quote": "尽快完成",
                        "document": "江政办发〔2026〕12号",
                        "basis": [{"source": "惯例", "clause": "", "strength": "custom"}],
                        "fingerprint": "0123abcd",
                        "related": [{"path": "b.txt", "line": 7, "quote": "2026年9月底前", "message": "另一处的时限"}],
                        "edits": [{"line": 5, "column": 13, "end_line": 5, "end_column": 14, "text": "，", "safe": True}],
                    }
                ],
            }
        ],
        "summary": {"files": 1, "documents": 1, "error": 0, "warning": 1, "info": 0, "suppressed": 1},
    }


def test_an_empty_run_is_a_whole_report() -> None:
    assert json.loads(json_report(RunResult()))["summary"] == {
        "files": 0,
        "documents": 0,
        "error": 0,
        "warning": 0,
        "info": 0,
        "suppressed": 0,
    }


def test_chinese_stands_unescaped_and_the_text_ends_in_a_line_end() -> None:
    text = json_report(result(finding()))
    assert "尽快完成" in text and "\\u" not in text
    assert text.endswith("}\n")
    assert text == json_report(result(finding()))
