"""One issuer told in several places: agency mark, title, code, signature, imprint."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes

TEXT = """{mark}

{number}

{title}

各县（区）水利局：

请做好防汛物资储备工作。

{signature}
2026年5月6日

抄送：市委办公室，市人民政府办公室。

{printer}　　　　2026年5月6日印发
"""
RIGHT = {
    "mark": "江河市水利局文件",
    "number": "江水发〔2026〕18号",
    "title": "江河市水利局关于做好防汛物资储备工作的通知",
    "signature": "江河市水利局",
    "printer": "江河市水利局办公室",
}


def text(**parts: str) -> str:
    return TEXT.format(**{**RIGHT, **parts})


@pytest.mark.parametrize(
    ("rule", "parts", "expected"),
    [
        ("number-issuer", {}, []),
        ("number-issuer", {"mark": "江河市林业局文件"}, ["江河市林业局文件"[:-2]]),
        ("number-issuer", {"mark": "江河市人民政府"}, ["江河市人民政府"]),
        ("number-issuer", {"mark": "江河市水利局"}, []),
        ("number-issuer", {"number": "江林发〔2026〕18号"}, ["江林发〔2026〕18号"]),
        ("title-mismatch", {"title": "江河市农业农村局关于做好防汛物资储备工作的通知"}, ["江河市农业农村局"]),
        ("signature-form", {"title": "江河市农业农村局关于做好防汛物资储备工作的通知"}, []),
        ("signature-form", {"signature": "江河市农业农村局"}, ["江河市农业农村局"]),
        ("imprint-form", {"printer": "江山市水利局办公室"}, ["江山市水利局办公室"]),
        ("imprint-form", {"printer": "江河市林业局办公室"}, ["江河市林业局办公室"]),
        ("imprint-form", {"printer": "江河市水利局"}, []),
    ],
)
def test_the_odd_one_is_told(rule: str, parts: dict[str, str], expected: list[str]) -> None:
    assert quotes(rule, text(**parts)) == expected


def test_an_office_under_the_mark_of_its_commission_is_asked() -> None:
    office = "江河市防汛抗旱指挥部办公室"
    parts = {"number": "江汛办〔2026〕18号", "title": f"{office}关于做好防汛物资储备工作的通知", "signature": office, "printer": office}
    assert [one.severity for one in findings("number-issuer", text(mark="江河市防汛抗旱指挥部文件", **parts))] == ["info"]
    assert quotes("number-issuer", text(mark=f"{office}文件", **parts)) == []
    parts["number"] = "江应急〔2026〕18号"
    assert [one.severity for one in findings("number-issuer", text(mark=f"{office}文件", **parts))] == ["info"]


def test_a_signature_without_its_day_is_read_above_what_is_issued() -> None:
    notice = """江河市水利局关于印发《江河市山塘管理办法》的通知

江水发〔2026〕18号

各县（区）水利局：

现将《江河市山塘管理办法》印发给你们，请认真执行。

江河市水利局

江河市山塘管理办法

第一条　为加强山塘管理，制定本办法。

第二条　本办法自印发之日起施行。
"""
    assert quotes("date-missing", notice) == ["江河市水利局"]
    assert quotes("signature-missing", notice) == []


def test_institutions_sign_under_the_name_of_the_title() -> None:
    title = "江河市第二人民医院关于举办护理培训班的通知"
    parts = {"number": "江二医〔2026〕18号", "title": title, "printer": "江河市第二人民医院办公室"}
    assert quotes("signature-form", text(mark="江河市第二人民医院文件", signature="江河市第一人民医院", **parts)) == ["江河市第一人民医院"]
    assert quotes("signature-form", text(mark="江河市第二人民医院文件", signature="江河市第二人民医院", **parts)) == []
