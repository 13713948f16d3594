"""Makes the PDF files in ``made`` from the examples: by LibreOffice of Word files with ruled tables and numbered pages, and by Typst.

    PYTHONPATH=tests python tests/sources/page/make_examples.py

needs ``soffice``, the package typst and a Chinese font (WenQuanYi Zen Hei).
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from repository import ROOT
from word_files import paragraph, run, table, word

MADE = Path(__file__).parent / "made"
NAMES = ("notice-correct", "notice-with-defects", "gazette-small")
_FONT = "WenQuanYi Zen Hei"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
_SIZE = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}"/><w:sz w:val="32"/>'
_PAGE = '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
_NUMBER = (
    f"{run('— ')}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
    f"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{run('1')}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{run(' —')}"
)
_TYPST = f"""#set document(date: none)
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: "{_FONT}", size: 16pt, lang: "zh", region: "cn")
#set par(leading: 12pt, spacing: 12pt, justify: true)
"""


def blocks(text: str) -> list[str | list[list[str]]]:
    """The lines of a text, rows that follow one another put together to a table."""
    found: list[str | list[list[str]]] = []
    for line in text.rstrip("\n").split("\n"):
        if "\t" not in line:
            found.append(line)
        elif found and isinstance(found[-1], list):
            found[-1].append(line.split("\t"))
        else:
            found.append([line.split("\t")])
    return found


def is_centred(line: str, index: int) -> bool:
    """Whether a line stands in the middle: titles and numbers."""
    return bool(line) and not line.startswith("\u3000") and not line.endswith("：") and (index < 6 or bool(re.search("表$|方案$|的通知$|的意见$", line)))


def as_word(text: str) -> bytes:
    """The text as a Word file in the form of the standard, its tables ruled."""
    body = []
    for index, block in enumerate(blocks(text)):
        if isinstance(block, str):
            centred = '<w:jc w:val="center"/>' if is_centred(block, index) else '<w:jc w:val="both"/>'
            body.append(paragraph(run(block, _SIZE), properties=f'{centred}<w:spacing w:line="560" w:lineRule="exact"/>'))
        else:
            body.append(table(*block).replace("<w:tbl>", f"<w:tbl><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>", 1))
    return word("".join(body) + _PAGE, footer=paragraph(_NUMBER, properties='<w:jc w:val="center"/>'))


def as_typst(text: str) -> str:
    """The text as a source of Typst."""
    written = [_TYPST]
    for index, block in enumerate(blocks(text)):
        if isinstance(block, list):
            cells = ", ".join(f'"{cell}"' for row in block for cell in row)
            written.append(f"#text(size: 12pt)[#table(columns: ({'1fr, ' * len(block[0])}), {cells})]\n")
        elif is_centred(block, index):
            written.append(f'#align(center, text(size: 22pt, "{block}"))\n')
        else:
            written.append(f'#par("{block}")\n' if block else "#v(16pt)\n")
    return "\n".join(written)


def main() -> None:
    """Write all files."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            text = (ROOT / "examples" / f"{name}.txt").read_text("utf-8")
            source = Path(folder) / f"libreoffice-{name}.docx"
            source.write_bytes(as_word(text))
            call = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(MADE), str(source)]
            subprocess.run(call, check=True, capture_output=True, timeout=120)
            source = Path(folder) / f"{name}.typ"
            source.write_text(as_typst(text), "utf-8")
            typst.compile(str(source), output=str(MADE / f"typst-{name}.pdf"))


if __name__ == "__main__":
    main()
