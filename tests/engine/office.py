"""An invented office for the tests of settings: its folder, its documents, its own rule."""

from __future__ import annotations

from pathlib import Path

from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import check_paths

#: A draft with one vague deadline (line 9), one row without deadline (line 22) and half-width brackets (line 7).
NOTICE = """江河市人民政府办公室关于推进农村供水的通知

江政办发〔2026〕12号

各县（区）人民政府：

现将有关事项通知如下(附清单)。

（一）建设水厂。（牵头单位：市水利局；完成时限：尽快完成）

附件：任务清单

江河市人民政府办公室
2026年3月6日

附件

任务清单

序号	任务	牵头单位	完成时限
1	建成城东水厂	市水利局	2026年9月底前
2	建成城西水厂	市水利局	
3	改造供水管网	市水利局	2026年10月底前
4	整治水源地	市生态环境局	2026年11月底前
"""

#: A rule of the office's own.
OWN_RULE = """schema = 1
code = "JH-001"
name = "own-repeat"
severity = "info"
summary = "本单位的规则"
why = "本单位要求。"
help = "改正。"
message = "“{deadline}”不合本单位要求（{measure}）"
check = "deadline-kind"
[[basis]]
source = "江河市公文办理办法"
clause = "第一条"
strength = "custom"
[select]
node = ["task"]
[with]
kind = "vague"
[[examples.bad]]
text = "（一）建设水厂。（牵头单位：市水利局；完成时限：尽快完成）"
at = [{line = 1, quote = "尽快完成"}]
[[examples.good]]
text = "（一）建设水厂。（牵头单位：市水利局；完成时限：2026年9月底前）"
"""


def write(folder: Path, **files: str) -> None:
    """Write files into a folder; ``__`` in a name stands for /, ``_toml`` and the like at its end for the ending."""
    for name, text in files.items():
        stem, _, ending = name.replace("__", "/").rpartition("_")
        path = folder / f"{stem}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def findings(path: Path, options: Options | None = None, *, config: Path | None = None) -> list[Finding]:
    """All that is found in a file."""
    [file] = check_paths([str(path)], options, config=config).files
    return file.findings


def severities(path: Path, options: Options | None = None, *, config: Path | None = None) -> dict[str, str]:
    """The severity of what is found in a file, by the names of the rules."""
    return {finding.name: finding.severity for finding in findings(path, options, config=config)}


def word_rule(select: str, bad: str, good: str) -> str:
    """A rule file of an office against 其它: the lines of ``[select]``, a text in which it finds that word in line 1, one in which it finds none."""
    return f"""schema = 1
code = "JH-001"
name = "other-word"
severity = "warning"
summary = "用了“其它”"
why = "本单位统一写作“其他”。"
help = "改为“其他”。"
message = "“{{written}}”应写作“其他”"
check = "text-found"
[[basis]]
source = "江河市公文用语"
clause = "第一条"
strength = "custom"
[select]
{select}
[with]
find = ["其它"]
[[examples.bad]]
text = "{bad}"
at = [{{line = 1, quote = "其它"}}]
[[examples.good]]
text = "{good}"
"""
