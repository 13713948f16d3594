"""Count the phrases of two words of documents of offices (rules/tables/office-phrases.csv).

``python -m benchmarks.office_phrases FOLDER … [--out rules/tables/office-phrases.csv]``

Of correct documents in UTF-8 (``.txt``, ``.md``) phrases of two usual words of two characters are counted, once a document; kept are those that
stand in many, and nothing but them: 抵押登记, 心理健康.  The same inputs give the same table to the byte.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.processes import ROOT
from benchmarks.slip_tables import texts_of
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.parting import cost_in_words
from hegao.words.word_costs import is_usual, word_cost

OUT = ROOT / "rules/tables/office-phrases.csv"
#: In so many documents a phrase must stand.
LEAST = 5
#: What words cost at most that are usual ones.
_USUAL = 13.0
#: By how much less sums of costs may be than they are.
_ROUNDING = 1e-6
_RUN = re.compile("[\u3400-\u9fff]{4,}")
_TITLE = re.compile("《[^》]*》")
_NUMERALS = re.compile("[一二三四五六七八九十百千万亿〇零两]")


def phrases_of(text: str) -> set[str]:
    """The phrases of a document, each once."""
    found = {run[at : at + 4] for run in _RUN.findall(_TITLE.sub("，", text)) for at in range(len(run) - 3)}
    return {one for one in found if is_usual(one[:2], _USUAL) and is_usual(one[2:], _USUAL) and not _NUMERALS.search(one)}


def _parts_so(phrase: str) -> bool:
    """Whether it is parted into its two words, not otherwise, or is a word itself."""
    one, other = phrase[:2], phrase[2:]
    together = (word_cost(one) or 0.0) + (word_cost(other) or 0.0)
    return one != other and (word_cost(phrase) is not None or cost_in_words(phrase) > together - _ROUNDING)


def main(arguments: Sequence[str]) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    counts = Counter(phrase for text in texts_of(options.folders) for phrase in phrases_of(text))
    known = {term for row in builtin("terms") for term in split_cell(row["terms"])}
    behind: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(_kept(counts, known)):
        behind[phrase[:2]].append(phrase[2:])
    lines = [f"{first},{'、'.join(words)}" for first, words in sorted(behind.items())]
    options.out.write_text("\n".join(["first,behind", *lines, ""]), encoding="utf-8")
    return 0


def _kept(counts: Counter[str], known: set[str]) -> Iterable[str]:
    return (phrase for phrase, count in counts.items() if count >= LEAST and phrase not in known and _parts_so(phrase))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
