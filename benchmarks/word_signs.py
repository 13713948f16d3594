"""Weigh the signs by which words typed for others of their sound are told (rules/tables/word-signs.csv).

``python -m benchmarks.word_signs TEXT … [--out rules/tables/word-signs.csv]``

As ``benchmarks.slip_signs`` does: of correct documents, every word for which another one reads better is right; slips are made in the same documents,
a word of two characters becoming another one of its sound, often used ones more often.  The same inputs give the same weights.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from benchmarks.processes import ROOT
from benchmarks.slip_signs import Sample, folded, weigh
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.text.slips import Slips
from hegao.checks.text.words_of_one_sound import dear_signs, readings_of_words
from hegao.words.word_costs import like_sound, same_sound, word_cost

OUT = ROOT / "rules/tables/word-signs.csv"
_RUN = re.compile("[\u3400-\u9fff]{4,}")
#: So many slips are made in a document; what is typed for words is no rarer; one in so many of it is no word, one may be blurred in sound.
_SLIPS, _DEAREST, _NO_WORD, _BLURRED = 25, 15.6, 10, 5
#: So much around a slip is read.
_AROUND = 200


def samples(text: str, chance: random.Random) -> Iterator[Sample]:
    """Of a correct text: what reads better otherwise and is right, and slips made in it that can be told."""
    finder = Slips(Tables())
    for reading in readings_of_words(text, finder.strange(text)):
        yield reading.signs | dear_signs(text, reading), False
    runs = list(_RUN.finditer(text))
    for _ in range(_SLIPS if runs else 0):
        run = chance.choice(runs)
        place = chance.randrange(run.start(), run.end() - 1)
        right = text[place : place + 2]
        typed = _typed(right, chance) if word_cost(right) is not None else ""
        if typed:
            start = max(0, place - _AROUND)
            broken = text[start:place] + typed + text[place + 2 : place + _AROUND]
            for reading in readings_of_words(broken, finder.strange(broken)):
                if reading.start == place - start and reading.meant == right:
                    yield reading.signs | dear_signs(broken, reading) | {"elsewhere": float(text.count(right) > 1), "several": float(typed in text)}, True


def _typed(right: str, chance: random.Random) -> str:
    """What is typed for a word: another one of its sound, empty where there is none."""
    sounds = like_sound() if not chance.randrange(_BLURRED) else same_sound()
    alike = [one + other for one, other in product(*(sorted({one, *sounds.get(one, "")}) for one in right)) if one + other != right]
    costs = {word: cost for word in alike if (cost := word_cost(word)) is not None and cost < _DEAREST}
    if not costs or not chance.randrange(_NO_WORD):
        return chance.choice(alike) if alike else ""
    return chance.choices(list(costs), [math.exp(-cost / 2) for cost in costs.values()])[0]


def main(arguments: Sequence[str]) -> int:
    """Weigh the signs over the documents that are named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.word_signs")
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT", help="correct documents")
    parser.add_argument("--out", type=Path, default=OUT, help="where to write the table")
    asked = parser.parse_args(arguments)
    weighed = (f"{name},{weight:.3f}\n" for name, weight in weigh(folded(asked.files, random.Random(0), samples)).items())
    asked.out.write_text("sign,weight\n" + "".join(weighed), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
