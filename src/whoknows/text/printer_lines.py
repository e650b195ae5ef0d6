"""One line of a story in its canonical form: which of it is prose, and what the rest looks like.

>>> spaced("in(marble)=the box ,not  the affair")
'in (marble) = the box, not the affair'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from whoknows.text.declarations import split_head
from whoknows.text.lines import RawLine
from whoknows.text.outline import LISTS, Block
from whoknows.text.syntax import (
    Document,
    ExpectLine,
    FairLine,
    IntendedLine,
    Line,
    NarrationLine,
    StatementLine,
)
from whoknows.text.tokens import scan

Nodes: TypeAlias = Mapping[int, Line]
"""The lines of all scenes and those outside, by the place they start at."""

HEADER = ("when", "at", "with", "hidden", "through", "off")
"""The first words of a scene's header, in their order."""
_PROSE_BEHIND_COLON = frozenset({"cast", "places", "facts"})
_TIGHT_BEFORE = frozenset({",", ":", ")", "?"})
_COMPARING = frozenset({"=", "!=", "<", ">", "<=", ">="})
_ARROWS = ("=>", "⇒")
_WORD = r"\(?[\w'.\-]+\)*\??"
_TIDY = re.compile(rf"{_WORD}(?:[,:]? (?:[=<>]|=>|<=|>=|!=|\+=|-=|{_WORD}))*")
"""What most lines are already: words and signs with single spaces where spaces belong."""


def nodes_of(document: Document) -> dict[int, Line]:
    """Return the lines of a file by the place each starts at."""
    found = {line.span.start: line for line in document.loose}
    for scene in document.scenes:
        for line in scene.lines:
            found[line.span.start] = line
    return found


# --- the first lines of blocks -------------------------------------------------------------------


def head_line(block: Block, nodes: Nodes) -> str:
    """Return the line that opens a block."""
    raw = block.head
    node = nodes.get(raw.start)
    if node is not None:
        return _about(raw, node)
    if block.word in LISTS:
        return block.word
    word, rest = _first_word(raw.text)
    return _joined(word.lower(), " ".join(rest.split()))


class BlockLines:
    """The lines of a block that is a list."""

    def __init__(self, word: str, nodes: Nodes) -> None:
        self.word = word
        self.nodes = nodes

    def entry(self, raw: RawLine) -> str:
        """Return an entry: its name and its sentence."""
        if self.word == "at first":
            return spaced(raw.text)
        head, behind, _ = split_head("", raw)
        if not behind:
            return spaced(raw.text)
        sentence = behind if self.word in _PROSE_BEHIND_COLON else spaced(behind)
        return _joined(f"{spaced(head)}:", sentence)

    def under(self, raw: RawLine) -> str:
        """Return a line under a fact."""
        before, colon, sentence = raw.text.partition(":")
        if colon and " ".join(before.casefold().split()) == "or else":
            return _joined("or else:", sentence.strip())
        return _small(spaced(raw.text), ("starts", "lasting", "changing", "seen"))


class SceneLines:
    """The lines of a scene."""

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes

    def header_rank(self, raw: RawLine) -> int | None:
        """Return the place of a header line among the others; None for a line of the scene."""
        if raw.start in self.nodes:
            return None
        word = _first_word(raw.text)[0].casefold()
        return HEADER.index(word) if word in HEADER else None

    def header(self, raw: RawLine) -> str:
        """Return a line of the header. Dates and places are kept as they are written."""
        word, rest = _first_word(raw.text)
        word = word.lower()
        if word == "off":
            return "off the page"
        return _joined(word, " ".join(rest.split()) if word in {"when", "at"} else spaced(rest))

    def entry(self, raw: RawLine) -> str:
        """Return a line of the scene."""
        node = self.nodes.get(raw.start)
        if node is None:  # nothing that was read: it is left alone
            return raw.text
        if isinstance(node, NarrationLine):
            return _narration(raw, node)
        if isinstance(node, StatementLine) and node.scene is not None:
            return _around(raw, node.scene.span.start, node.scene.span.end)
        return _about(raw, node)

    def under(self, raw: RawLine) -> str:
        """Return a line under a narration: ``needs F``."""
        return _small(spaced(raw.text), ("needs",))


def _about(raw: RawLine, node: Line) -> str:
    """Return a statement, or a line about the story."""
    if isinstance(node, FairLine):
        return _small(_around(raw, node.scene.span.start, node.scene.span.end), ("fair",))
    if isinstance(node, IntendedLine):
        return _joined(f"intended {node.code.text}:", node.reason)
    if isinstance(node, ExpectLine):
        return _small(spaced(raw.text), ("expect",))
    return spaced(raw.text)


def _narration(raw: RawLine, node: NarrationLine) -> str:
    """Return a narration: its prose as it stands, what it changes, its brackets."""
    begin, end = node.prose_span.start - raw.start, node.prose_span.end - raw.start
    told, rest = _joined("-", raw.text[begin:end]), raw.text[end:].strip()
    for arrow in _ARROWS:
        if rest.startswith(arrow):
            rest = _joined("=>", spaced(rest.removeprefix(arrow)))
            break
    else:
        rest = spaced(rest)
    return _joined(told, rest)


def _around(raw: RawLine, start: int, end: int) -> str:
    """Return a line in which a scene's title stands, which may hold signs of its own."""
    begin, end = start - raw.start, end - raw.start
    title = " ".join(raw.text[begin:end].split())
    return _joined(_joined(spaced(raw.text[:begin]), title), spaced(raw.text[end:]))


# --- words and signs -----------------------------------------------------------------------------


def spaced(text: str) -> str:
    """Return words and signs with single spaces where spaces belong."""
    if _TIDY.fullmatch(text):
        return text
    words, starts, ends, _ = scan(text)
    found: list[str] = []
    before = "("
    for at in range(len(words) - 2):
        written = text[starts[at] : ends[at]]
        if before != "(" and not _is_tight(before, written):
            found.append(" ")
        found.append(written)
        before = written
    return "".join(found)


def _is_tight(before: str, written: str) -> bool:
    """Tell whether a word or sign stands close to the one before it."""
    if written[0] == "#":
        return True  # with a space before it, the rest of the line would be a comment
    return written in _TIGHT_BEFORE and not (written == "?" and before in _COMPARING)


def _first_word(text: str) -> tuple[str, str]:
    first, *others = text.split(None, 1)
    return first, others[0] if others else ""


def _joined(one: str, other: str) -> str:
    """Return two parts of a line with a space between them, where there are two."""
    return f"{one}{'' if not one or not other or other[0] == '#' else ' '}{other}"


def _small(text: str, words: tuple[str, ...]) -> str:
    """Return a line with its first word, one of the language's, in small letters."""
    word, rest = _first_word(text)
    return _joined(word.lower(), rest) if word.casefold() in words else text
