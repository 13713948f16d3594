"""Words that let the body named first lead (列第一位的为牵头单位): above a table or below it, in its head, in a clause for all that follow."""

from __future__ import annotations

from hegao.document.model import Task
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words

_FIRST = r"(?:排名?|列|排列?)(?:在|于)?(?:第一|首位|首|前(?![一二两三四五六七八九十几\d]))|第一(?:个|位|家)|首(?:个|位|家)|最前"
#: Without one of these nobody is said to lead.
_WORDS = (*duty_words("label", "lead"), "主要责任", "第一责任")
_LEADS = one_of(_WORDS)
#: The body named first leads.
_FIRST_LEADS = Pattern(rf"(?:{_FIRST})[^，。；]{{0,12}}?{_LEADS}|{_LEADS}[^，。；]{{0,12}}?(?:{_FIRST})")
#: The others help it.
_OTHERS_HELP = Pattern(rf"(?:其余|其他|其它|后面|后续)[^，。；]{{0,8}}(?:为|是)(?:主要)?{one_of(duty_words('label', 'coop'))}")
_NOTE = Pattern(r"[（(]?(?:注|备注|说明|※|\*)")


def lets_first_lead(text: str) -> bool:
    """Whether a text says so."""
    first = "第一" in text or "首" in text or "前" in text
    return first and any(word in text for word in _WORDS) and _FIRST_LEADS.search(text) is not None


def is_note(text: str) -> bool:
    """Whether a paragraph below a table is a note on it that lets the body named first lead."""
    return _NOTE.match(text) is not None and lets_first_lead(text)


def let_first_lead(tasks: list[Task], words: str) -> None:
    """The body named first leads where nobody else is said to; ``words`` may say that the others help, else they stay responsible."""
    help_it = _OTHERS_HELP.search(words) is not None
    for task in tasks:
        if task.lead or not task.responsible:
            continue
        task.lead, rest = task.responsible[:1], task.responsible[1:]
        task.responsible = [] if help_it else rest
        if help_it:
            task.coop = [*rest, *task.coop]
