"""The parts of a file: which word opens them, and which lines are theirs.

The choice made for a line at the left edge that opens nothing: if it nearly is one of the words,
it is taken for that word; if an empty line stands before it, it opens a part nobody knows, and what
is indented under it is left out with it; else it is a line of the block above that has lost its
spaces.
"""

from dataclasses import dataclass

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Span
from whoknows.text import errors
from whoknows.text.lines import RawLine
from whoknows.text.near import nearest

LISTS = ("cast", "places", "things", "facts", "secrets", "rules", "at first")
"""Words that stand alone and open a list."""
LOOSE = ("expect", "fair", "intended")
"""Words that open a line about the story, in a scene or outside."""
FOR_PLANS = frozenset({"action", "wants", "ending", "chance"})
"""Words that open what is for plans only."""
INCLUDE = "include"
SHOWN = ("story", *LISTS, "scene", *LOOSE, INCLUDE)

_SYNONYMS = {
    "characters": "cast", "people": "cast", "persons": "cast", "locations": "places",
    "objects": "things", "items": "things", "props": "things",
}  # fmt: skip
_WITH_MORE = ("scene", "expect", "intended", INCLUDE)


@dataclass(slots=True)
class Block:
    """A part of the file. ``word`` is what opens it, as it was meant; "" for what is left out."""

    word: str
    head: RawLine
    body: list[RawLine]


def outline(lines: list[RawLine], path: str, findings: list[Diagnostic]) -> list[Block]:
    """The parts of the file in their order."""
    found: list[Block] = []
    current: Block | None = None
    for index, raw in enumerate(lines):
        word = _word(raw)
        following = lines[index + 1].indent if index + 1 < len(lines) else 0
        if raw.indent > 0 and not _opens_anyway(raw, current, following):
            if current is None:
                findings.append(errors.under_nothing(raw.span(path)))
                current = Block("", raw, [])
            current.body.append(raw)
            continue
        if raw.indent > 0 and word is not None:
            findings.append(errors.scene_indented(raw.span(path)))
        elif word is None:
            word = _meant(raw, current, path, findings)
            raw = raw._replace(faulty=True)  # noqa: PLW2901 - the same line, marked
            if word is None and current is not None and not raw.loose:
                findings.append(errors.not_indented(current.word or "that", raw.span(path)))
                current.body.append(raw)
                continue
            if word is None:
                findings.append(errors.unknown_block(raw.text, None, SHOWN, raw.span(path)))
        block = Block(word or "", raw, [])
        found.append(block)
        if block.word not in LOOSE:
            current = block
        _check_alone(block, path, findings)
    return found


def _word(raw: RawLine) -> str | None:
    """The word that opens a part, if the line starts with one."""
    words = raw.text.casefold().split(None, 2)
    if words[:2] == ["at", "first"]:
        return "at first"
    first = words[0]
    if first in {"story", "scene", "whoknows", INCLUDE} or first in LOOSE or first in FOR_PLANS:
        return first
    return first if first in LISTS else None


def _opens_anyway(raw: RawLine, current: Block | None, following: int) -> bool:
    """Whether an indented line plainly opens a part of its own."""
    if current is not None and current.word == "scene" and raw.text.startswith("scene "):
        return True
    if following <= raw.indent:
        return False
    return raw.text.casefold() in LISTS or (
        raw.loose
        and (current is None or not current.body or raw.indent < current.body[0].indent)
        and _near(raw, current) is not None
    )


def _near(raw: RawLine, current: Block | None) -> str | None:
    """The word a line nearly starts with. The story's own comes first or not at all."""
    bare = raw.text.casefold().rstrip(" :")
    near = _SYNONYMS.get(bare) or (bare if bare in LISTS else nearest(bare, LISTS))
    more = _WITH_MORE if current is not None else ("story", *_WITH_MORE)
    return near or nearest(bare.split(None, 1)[0] if bare else "", more)


def _meant(
    raw: RawLine, current: Block | None, path: str, findings: list[Diagnostic]
) -> str | None:
    """The word a line nearly starts with; a finding is made of it."""
    near = _near(raw, current)
    if near is not None:
        written = raw.text if near in LISTS else raw.text.split(None, 1)[0]
        span = Span(path, raw.start, raw.start + len(written))
        findings.append(errors.unknown_block(written, near, SHOWN, span))
    return near


def _check_alone(block: Block, path: str, findings: list[Diagnostic]) -> None:
    """Nothing may stand behind a word that opens a list."""
    raw = block.head
    if raw.faulty or block.word not in LISTS:
        return
    if len(raw.text.split()) > len(block.word.split()):
        findings.append(errors.after_block(block.word, raw.span(path)))
