"""What is offered to do about findings."""

from __future__ import annotations

from pathlib import Path

from drafts_open import draft
from hegao.editor.judging import Draft, Judged, Judging
from hegao.editor.mending import Deed, deeds, mend_all
from hegao.engine.fixing.line_edits import edited
from notices import notice

_TEXT = notice("　　根据江政发[2024]8号、江政发[2024]9号要求,现将有关事项通知如下。")


def _judged(given: Draft) -> Judged:
    (judged,) = Judging().judge([given])
    return judged


def _deeds(judged: Judged) -> list[Deed]:
    return list(deeds(judged.findings, judged.draft.source.lines, Judging().plan(judged.draft)))


def _after(judged: Judged, deed: Deed) -> Draft:
    return Draft(2, judged.draft.source._replace(lines=edited(judged.draft.source.lines, deed.edits)))


def test_a_safe_edit_mends_its_finding(tmp_path: Path) -> None:
    judged = _judged(draft(_TEXT, tmp_path / "a.txt"))
    deed = next(one for one in _deeds(judged) if one.preferred)
    assert deed.finding is not None
    after = _judged(_after(judged, deed))
    assert deed.finding.fingerprint not in [one.fingerprint for one in after.findings]


def test_every_finding_can_be_set_aside_with_a_reason(tmp_path: Path) -> None:
    judged = _judged(draft(_TEXT, tmp_path / "a.txt"))
    aside = [one for one in _deeds(judged) if not one.preferred]
    assert len(aside) == len(judged.findings) > 0
    for deed in aside:
        assert deed.finding is not None
        after = _judged(_after(judged, deed))
        line = deed.finding.span.line
        assert deed.finding.rule not in [one.rule for one in after.findings if one.span.line == line]
        assert not [one for one in after.findings if one.name.startswith("suppression")]


def test_what_is_mandatory_cannot_be_set_aside(tmp_path: Path) -> None:
    (tmp_path / "hegao.toml").write_text('root = true\nmandatory = ["number-malformed"]\n', encoding="utf-8")
    judged = _judged(draft(_TEXT, tmp_path / "a.txt"))
    assert "number-malformed" in [one.name for one in judged.findings]
    assert "number-malformed" not in [one.finding.name for one in _deeds(judged) if one.finding and not one.preferred]


def test_all_safe_edits_are_made_at_once(tmp_path: Path) -> None:
    judged = _judged(draft(_TEXT, tmp_path / "a.txt"))
    deed = mend_all(judged.draft, Judging().plan(judged.draft))
    assert deed is not None
    after = _after(judged, deed)
    assert "江政发〔2024〕8号、江政发〔2024〕9号要求，现将" in "\n".join(after.source.lines)
    assert mend_all(after, Judging().plan(after)) is None
