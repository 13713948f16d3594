"""Bodies that got a short form (以下简称“市防指”), told later by another long name that the short form would fit, too (norm ABB-05)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.task.body_register import Mention
from hegao.checks.task.one_body import in_order
from hegao.sources.scanner import Scanner
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_HAN = "\u3400-\u9fff"
_LETTER = rf"(?![由在报请送对向的是将把及和与为、])[{_HAN}]"
_INTRODUCED = Scanner(
    lambda: rf"(?P<full>(?:{_LETTER}){{6,24}})（(?:以下)?(?:统一)?简称[：:]?“(?P<short>{one_of(name for name in level_names('alone') if len(name) == 1)}[{_HAN}]{{2,8}})”",
    sign="简称",
)
#: So many letters at the end tell what kind of body it is.
_END = 3
#: Longer names than this are none.
_LONGEST = 24


def long_names_again(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The other long names, told once, each with the name that the short form was given to."""
    text = context.once(running)
    for given in text.find(_INTRODUCED, "heading", "paragraph"):
        full, short = given.match["full"], given.match["short"]
        level = full.rfind(short[0], 0, -_END)
        if level < 0 or not in_order(short, full[level:]):
            continue
        full = full[level:]
        named = Scanner(rf"(?<!各)(?P<name>{short[0]}(?:{_LETTER}){{{len(short) - _END},{_LONGEST}}}?{full[-_END:]})(?!（)")
        others = [one for one in text.find(named, "heading", "paragraph", "row", "note") if one.match["name"] != full and in_order(short[:-1], one.match["name"])]
        if len(others) == 1 and text.text.count(others[0].match["name"]) == 1 and not others[0].match["name"].endswith(full):
            yield Mention(others[0].match["name"], others[0].at("name")), Mention(full, given.at("full"))
