"""A document set exactly after GB/T 9704—2012, made by hand; each setting of it may be changed by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from checks.told import rules
from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import check_sources
from hegao.sources.files import source_of
from word_files import paragraph, run, word

MILLIMETRE = 1440 / 25.4


class Set(NamedTuple):
    """How a line is set; indents in hundredths of a character, ``blanks`` empty lines stand before it."""

    font: str = "仿宋_GB2312"
    size: float = 16
    alignment: str = "both"
    first: int = 0
    left: int = 0
    right: int = 0
    colour: str = ""
    bold: bool = False
    blanks: int = 0
    new_page: bool = False
    line: str = ""
    more: str = ""


#: The lines of the document by names, with their texts and how they are set.
LINES: dict[str, tuple[str, Set]] = {
    "secrecy": ("秘密★5年", Set("黑体")),
    "masthead": ("江河市人民政府文件", Set("方正小标宋简体", 54, "center", colour="FF0000", blanks=3)),
    "number": ("江政发〔2026〕12号", Set(alignment="center", blanks=2, line="FF0000")),
    "title": ("江河市人民政府关于加强供水保障的通知", Set("方正小标宋简体", 22, "center", blanks=2)),
    "addressee": ("各县（区）人民政府，市直各部门：", Set(blanks=1)),
    "opening": ("为加强农村供水保障工作，经市人民政府同意，现就有关事项通知如下。", Set(first=200)),
    "first": ("一、落实供水责任", Set("黑体", first=200)),
    "second": ("（一）明确分工", Set("楷体_GB2312", first=200)),
    "body": ("各县（区）人民政府要落实主体责任，健全管护队伍，保障工程正常运行。", Set(first=200)),
    "third": ("1．加强巡查。供水单位每季度至少巡查一次，并如实记录。", Set(first=200)),
    "again": ("二、加强水质监测", Set("黑体", first=200)),
    "closing": ("水质检测结果按季度公布，接受群众监督，发现问题立即整改。", Set(first=200)),
    "attachment": ("附件：1．农村供水工程清单", Set(left=200, blanks=1)),
    "attachment-2": ("　　　2．水质检测项目", Set(left=200)),
    "signature": ("江河市人民政府", Set(alignment="right", right=350, blanks=2)),
    "date": ("2026年3月6日", Set(alignment="right", right=400)),
    "note": ("（此件公开发布）", Set(first=200)),
    "annex-mark": ("附件1", Set("黑体", new_page=True)),
    "annex-title": ("农村供水工程清单", Set("方正小标宋简体", 22, "center", blanks=1)),
    "annex": ("全市农村供水工程共三十处，由各县（区）水利局负责管护。", Set(first=200)),
    "annex-mark-2": ("附件2", Set("黑体", new_page=True)),
    "annex-title-2": ("水质检测项目", Set("方正小标宋简体", 22, "center", blanks=1)),
    "annex-2": ("常规检测项目按生活饮用水卫生标准执行。", Set(first=200)),
    "copies": ("抄送：市委办公室，市人大常委会办公室。", Set(size=14, left=100, right=100, blanks=6, line="000000")),
    "imprint": ("江河市人民政府办公室　　　　　　　　　　2026年3月7日印发", Set(size=14, left=100, right=100, line="000000")),
}
#: Paper and margins in millimetres, the grid as Word has it.
PAGE = {"width": 210, "height": 297, "top": 37, "right": 26, "bottom": 35, "left": 28, "pitch": 579, "extra": -848, "grid": "linesAndChars"}
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
)


def document(
    page: Mapping[str, float | str] | None = None,
    texts: Mapping[str, str] | None = None,
    without: Sequence[str] = (),
    footers: Sequence[str] | None = None,
    styles: str = STYLES,
    **changes: Mapping[str, object],
) -> bytes:
    """The document, with settings of the page, texts of lines and settings of lines (by their names, - as _) changed.

    ``footers`` are those of odd and even pages, or one for both.
    """
    body = ""
    for name, (text, setting) in LINES.items():
        if name not in without:
            # The names of settings are those of the fields.
            changed = setting._replace(**changes.get(name.replace("-", "_"), {}))
            body += _blank() * changed.blanks + _line((texts or {}).get(name, text), changed)
    feet = (footer(alignment="right", indent="rightChars"), footer(alignment="left", indent="leftChars")) if footers is None else footers
    parts = dict(zip(("footer", "footer2"), feet, strict=False))
    settings = "<w:evenAndOddHeaders/>" if len(feet) > 1 else ""
    return word(body + section({**PAGE, **(page or {})}, len(feet)), styles=styles, settings=settings, **parts)


def footer(font: str = "宋体", size: float = 14, alignment: str = "right", indent: str = "", text: str = "— {} —") -> str:
    """A footer with a page number, set so."""
    properties = f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}"/><w:sz w:val="{size * 2:g}"/>'
    marks = [f'<w:r><w:rPr>{properties}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f"<w:r><w:rPr>{properties}</w:rPr><w:instrText> PAGE </w:instrText></w:r>"
    before, _, behind = text.partition("{}")
    field = [marks[0], code, marks[1], run("2", properties), marks[2]] if "{}" in text else []
    indents = f'<w:ind w:{indent}="100"/>' if indent else ""
    return paragraph(run(before, properties), *field, run(behind, properties), properties=f'{indents}<w:jc w:val="{alignment}"/>')


def _blank() -> str:
    return paragraph(properties='<w:rPr><w:sz w:val="32"/></w:rPr>')


def _line(text: str, setting: Set) -> str:
    properties = '<w:pageBreakBefore/>' if setting.new_page else ""
    if setting.line:
        properties += f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:color="{setting.line}"/></w:pBdr>'
    indents = {"firstLine": setting.first, "left": setting.left, "right": setting.right}
    # As Word does, in characters and in twips.
    both = (f'w:{name}Chars="{value}" w:{name}="{round(value * setting.size / 5)}"' for name, value in indents.items() if value)
    properties += f"<w:ind {' '.join(both)}/>"
    properties += f'<w:jc w:val="{setting.alignment}"/>{setting.more}'
    fonts = f'<w:rFonts w:eastAsia="{setting.font}"/>' + ("<w:b/>" if setting.bold else "")
    fonts += (f'<w:color w:val="{setting.colour}"/>' if setting.colour else "") + f'<w:sz w:val="{setting.size * 2:g}"/>'
    return paragraph(run(text, fonts), properties=properties)


def section(page: Mapping[str, float | str], footers: int = 0) -> str:
    """The properties of a section with so many footers."""
    twips = {name: round(value * MILLIMETRE) for name, value in page.items() if not isinstance(value, str)}
    kinds = (("default", "footer"), ("even", "footer2"))[:footers]
    references = "".join(f'<w:footerReference w:type="{kind}" r:id="{name}"/>' for kind, name in kinds)
    margins = " ".join(f'w:{side}="{twips[side]}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{twips["width"]}" w:h="{twips["height"]}"/><w:pgMar {margins} w:header="851" w:footer="1417"/>'
        f'<w:docGrid w:type="{page["grid"]}" w:linePitch="{page["pitch"]}" w:charSpace="{page["extra"]}"/></w:sectPr>'
    )


def findings(data: bytes, profile: str = "final", name: str = "通知.docx") -> list[Finding]:
    """What the rules on the layout say of a document."""
    result = check_sources([source_of(data, name)], Options(profile=profile, select=("LAY",)), rules())
    assert not result.failed, result.files[0].findings
    return list(result.files[0].findings)


def said(data: bytes, profile: str = "final") -> list[tuple[str, str, str]]:
    """Rule, quote and message of each finding."""
    return [(finding.rule, finding.quote, finding.message) for finding in findings(data, profile)]
