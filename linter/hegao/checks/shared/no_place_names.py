"""What tells the two letters before a level (市, 县, 区) from the name of a place: 各县, 全市, 试点县."""

from __future__ import annotations

from hegao.words.word_costs import is_usual

#: Letters that no name of a place has where it may begin anywhere in a sentence: 两市, 我市, 送至市…, 均由市….
NO_NAME = frozenset("本我全各该两三四五六每邻原级省市县区州及与和同由在经报请向送至到可均告并需应须将从对给把为以交抄受")
#: And where what is sought is told once: 主城区, 跨县.
NO_LONE_NAME = NO_NAME | frozenset("新老主城中外内跨")
#: What words cost that are met in names of places as often.
_RARE = 11.0


def is_word(name: str) -> bool:
    """Whether it is an ordinary word: 试点县, 脱贫县."""
    return is_usual(name, _RARE)
