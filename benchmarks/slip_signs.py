"""Weigh the signs by which slips of typing are told (rules/tables/slip-signs.csv).

``python -m benchmarks.slip_signs TEXT … [--out rules/tables/slip-signs.csv]``

Of correct documents, every place that reads better with another character is no slip.  Slips are made in the same documents by a chance that
is always the same: a character of a word becomes one that sounds or looks like it, often used ones more often.  The weights are those of a
logistic regression.  What runs of characters tell of a document is told by counts over the others, so that the weights are honest.  The same inputs
give the same weights.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from benchmarks.office_runs import letters_of, rows, runs_of
from benchmarks.processes import ROOT
from hegao.checks.base import Context
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.passages import running_words
from hegao.checks.text.slip_signs import signs_of
from hegao.checks.text.slips import Slips
from hegao.document.building import parse
from hegao.sources.files import read
from hegao.words import office_runs
from hegao.words.parting import LONGEST, cost_alone
from hegao.words.word_costs import confused_with, same_sound, taken_for, word_cost

OUT = ROOT / "rules/tables/slip-signs.csv"
_RUN = re.compile("[\u3400-\u9fff]{3,}")
#: So many slips are made in a document, most of them of sound.
_SLIPS, _OF_SOUND = 40, 0.7
#: So many are of those that textbooks warn of.
_CONFUSED = 0.4
#: So many of them are of characters that are often words of their own.
_APART_SHARE, _OWN_WORD = 0.3, 8.0
#: So far apart they tell nothing of one another.
_APART = 15
#: Dearer characters are never typed by mistake.
_DEAREST = 12.5
_ROUNDS, _BATCH, _RATE, _SHRINK = 40, 64, 0.02, 1e-4

#: Into so many parts the documents are parted, each weighed with the runs of the others.
_FOLDS = 5

#: How much of each sign there is, and whether it is a slip.
Sample = tuple[dict[str, float], bool]


def texts(paths: Sequence[Path]) -> Iterator[str]:
    """The running words of documents."""
    for path in paths:
        file = parse(read(path, path.name))
        for document in file.documents:
            yield Context(file, document, "final").once(running_words).text


def samples(text: str, chance: random.Random) -> Iterator[Sample]:
    """Of a correct text: what reads better otherwise and is right, and slips made in it that can be told."""
    finder = Slips(Tables())
    for reading in finder.readings(text):
        yield signs_of(text, reading), False
    made = dict(_made(text, chance))
    broken = "".join(made.get(place, one) for place, one in enumerate(text))
    for reading in finder.readings(broken):
        if reading.place in made and reading.meant == text[reading.place]:
            yield signs_of(broken, reading), True


def _made(text: str, chance: random.Random) -> Iterator[tuple[int, str]]:
    taken: set[int] = set()
    runs = [(match.start(), match[0]) for match in _RUN.finditer(text)]
    for _ in range(_SLIPS if runs else 0):
        start, run = chance.choice(runs)
        words = [(at, end) for at in range(len(run)) for end in range(at + 2, min(at + LONGEST, len(run)) + 1) if word_cost(run[at:end]) is not None]
        if not words:
            continue
        apart = [at for at, one in enumerate(run) if cost_alone(one) < _OWN_WORD]
        place = chance.choice(apart) if apart and chance.random() < _APART_SHARE else chance.randrange(*chance.choice(words))
        right = run[place]
        sounds = set(same_sound().get(right, "")) - {right}
        pool = set(confused_with(right)) if chance.random() < _CONFUSED else sounds if chance.random() < _OF_SOUND else taken_for(right) - sounds
        wrong = sorted(one for one in pool if cost_alone(one) < _DEAREST)
        if wrong and taken.isdisjoint(range(start + place - _APART, start + place + _APART)):
            taken.add(start + place)
            yield start + place, chance.choices(wrong, [math.exp(-cost_alone(one) / 5) for one in wrong])[0]


def weigh(data: list[Sample]) -> dict[str, float]:
    """The weights of the signs, by Adam."""
    names = sorted({name for signs, _ in data for name in signs})
    scale = {name: max(abs(signs.get(name, 0.0)) for signs, _ in data) or 1.0 for name in names}
    rows = [([signs.get(name, 0.0) / scale[name] for name in names], slip) for signs, slip in data]
    chance = random.Random(1)
    weights, first, second, step = [0.0] * len(names), [0.0] * len(names), [0.0] * len(names), 0
    for _ in range(_ROUNDS):
        chance.shuffle(rows)
        for at in range(0, len(rows), _BATCH):
            batch = rows[at : at + _BATCH]
            slope = [_SHRINK * weight for weight in weights]
            for row, slip in batch:
                off = (1 / (1 + math.exp(-sum(a * b for a, b in zip(weights, row, strict=True)))) - slip) / len(batch)
                slope = [one + off * much for one, much in zip(slope, row, strict=True)]
            step += 1
            first = [0.9 * old + 0.1 * new for old, new in zip(first, slope, strict=True)]
            second = [0.999 * old + 0.001 * new * new for old, new in zip(second, slope, strict=True)]
            for index, (mean, spread) in enumerate(zip(first, second, strict=True)):
                weights[index] -= _RATE * mean / (1 - 0.9**step) / math.sqrt(spread / (1 - 0.999**step) + 1e-9)
    return {name: weight / scale[name] for name, weight in zip(names, weights, strict=True)}


def folded(files: Sequence[Path], chance: random.Random, samples: Callable[[str, random.Random], Iterator[Sample]]) -> list[Sample]:
    """The samples of all documents, the runs of each counted over those of the other folds."""
    runs = [runs_of(path.read_text(encoding="utf-8", errors="replace")) for path in files]
    data: list[Sample] = []
    for fold in range(_FOLDS):
        counts = Counter(run for at, each in enumerate(runs) if at % _FOLDS != fold for run in each)
        _clear()
        with patch.object(office_runs, "lines_of", return_value=list(rows(letters_of(counts)))):
            data += [sample for text in texts(files[fold::_FOLDS]) for sample in samples(text, chance)]
    _clear()
    return data


def _clear() -> None:
    """Forget what is known of the table of runs."""
    for known in (office_runs._runs, office_runs.behind, office_runs.office_behind):
        known.cache_clear()


def main(arguments: Sequence[str]) -> int:
    """Weigh the signs over the documents that are named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.slip_signs")
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT", help="correct documents")
    parser.add_argument("--out", type=Path, default=OUT, help="where to write the table")
    asked = parser.parse_args(arguments)
    data = folded(asked.files, random.Random(0), samples)
    weighed = (f"{name},{weight:.3f}\n" for name, weight in weigh(data).items())
    asked.out.write_text("sign,weight\n" + "".join(weighed), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
