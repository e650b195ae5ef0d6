r"""Reading a text again after an edit: only what stands behind the edit is read anew.

    loaded = load_after_edit(earlier, text)     # None: read it all

The choice made: what is taken over is everything before the scene in which the two texts first
differ, as it stands, places included; so nothing has to be moved, and an edit of the last scene,
which is where writers are, costs least. It is done only where it must come to the same as reading
it all: both texts are free of findings, behind the edit stand only scenes and lines about the
story, and the titles of scenes and the names of disguises have not changed. Whatever is out of the
common is read from the start.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Source
from whoknows.model.resolve import resolve
from whoknows.model.story import Story
from whoknows.session.loading import Loaded
from whoknows.text.lexicon import Lexicon
from whoknows.text.lines import RawLine, raw_lines, usual_indent
from whoknows.text.outline import LOOSE, Block, outline
from whoknows.text.reading import Unreadable
from whoknows.text.scenes import scene
from whoknows.text.statements import Context, about
from whoknows.text.syntax import (
    Document,
    ExpectLine,
    FairLine,
    IntendedLine,
    Line,
    NarrationLine,
    PersonaEntry,
    SceneNode,
    StatementLine,
)

_BODY = re.compile(r"^[^\s#][^\n]*\n(?:[ ]*(?:#[^\n]*)?\n)*(?P<indent>[ ]+)[^\s#]", re.MULTILINE)
_OF_THE_HEART = frozenset({
    "tells", "lies", "asks", "mentions", "withholds", "tries to tell", "sees", "hears", "enters",
    "leaves", "infers", "suspects", "wonders", "comes to believe", "forgets", "dreams",
})  # fmt: skip
"""Verbs whose lines declare nothing, so that names and facts are the same without them."""
_ONLY_WHAT_HAPPENS = ("scenes", "expectations", "fairs", "waivers")


def load_after_edit(earlier: Loaded, text: str) -> Loaded | None:
    """Return what an edited text comes to, or None where it has to be read from the start."""
    source = Source(earlier.path, text)
    document = _reread(earlier, source)
    if document is None:
        return None
    kept = sum(1 for old, new in zip(_scenes(earlier), document.scenes, strict=False) if old is new)
    story = _resolved(earlier, document, kept)
    if story is None:
        return None
    return replace(earlier, source=source, document=document, story=story)


def _scenes(loaded: Loaded) -> Sequence[SceneNode]:
    return () if loaded.document is None else loaded.document.scenes


# --- text ----------------------------------------------------------------------------------------


def _reread(earlier: Loaded, source: Source) -> Document | None:
    """Return the tree of the edited text, the scenes before the edit taken over."""
    old, document, lexicon = earlier.source, earlier.document, earlier.lexicon
    if earlier.diagnostics or old is None or document is None or lexicon is None:
        return None
    if "\t" in source.text or "\0" in source.text or "\t" in old.text or document.includes:
        return None
    if len(source.text) > earlier.limits.file_bytes // 4:
        return None
    first = _scene_of_edit(document, _common(old.text, source.text), old.text)
    if first is None:
        return None
    begin = document.scenes[first].span.start
    usual = _usual(source.text)
    if usual != _usual(old.text):
        return None
    again = _Tail(earlier, source, begin).read(lexicon, usual)
    if again is None:
        return None
    scenes, loose = again
    before = document.scenes[:first]
    if _names(scenes) != _names(document.scenes[first:]):
        return None
    kept = tuple(each for each in document.loose if each.span.start < begin)
    return replace(document, scenes=(*before, *scenes), loose=(*kept, *loose))


def _names(scenes: Sequence[SceneNode]) -> list[str]:
    """Return the names that scenes add to a story: their titles, and the disguises in them."""
    found = [each.title.text for each in scenes]
    for each in scenes:
        found += [line.persona.text for line in each.lines if isinstance(line, PersonaEntry)]
    return found


def _common(one: str, other: str) -> int:
    """Return how long two texts are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _scene_of_edit(document: Document, common: int, text: str) -> int | None:
    """Return the scene in which two texts first differ, behind its first word; None: before all."""
    found = None
    for number, node in enumerate(document.scenes):
        start = node.span.start
        if start + len("scene ") > common:
            break
        if start and text[start - 1] != "\n":
            return None
        found = number
    return found


def _usual(text: str) -> int | None:
    """Return how far the first lines of most blocks of a text without findings are indented."""
    first = [[RawLine(0, len(found["indent"]), "", False)] for found in _BODY.finditer(text)]
    return usual_indent(first)


class _Tail:
    """The text from some scene on. What stands before it is one long comment, to keep places."""

    def __init__(self, earlier: Loaded, source: Source, begin: int) -> None:
        self.limits = earlier.limits
        self.path = source.path
        padding = "#" * (begin - 1) + "\n" if begin else ""
        self.source = Source(source.path, padding + source.text[begin:])

    def read(
        self, lexicon: Lexicon, usual: int | None
    ) -> tuple[list[SceneNode], list[Line]] | None:
        """Return the scenes and loose lines of the tail; None where anything is wrong."""
        findings: list[Diagnostic] = []
        blocks = outline(raw_lines(self.source, findings), self.path, findings)
        context = Context(self.path, lexicon, self.limits)
        scenes: list[SceneNode] = []
        loose: list[Line] = []
        for block in blocks:
            if findings or block.word not in {"scene", *LOOSE}:
                return None
            try:
                if block.word == "scene":
                    scenes.append(scene(context, block.head, block.body, usual, findings))
                else:
                    loose.append(self._about(context, block))
            except Unreadable:
                return None
        return None if findings else (scenes, loose)

    def _about(self, context: Context, block: Block) -> Line:
        return about(context, block.head, block.word)


# --- meaning -------------------------------------------------------------------------------------


def _resolved(earlier: Loaded, document: Document, kept: int) -> Story | None:
    """Return the story, its first scenes taken over; None where they may have to be read anew.

    The others are resolved in a document in which the lines of the first are left out, but for
    those that might declare something.
    """
    known = earlier.story
    if known is None or kept >= len(document.scenes):
        return None
    bare = tuple(
        replace(node, lines=tuple(line for line in node.lines if _may_declare(line)))
        for node in document.scenes[:kept]
    )
    told, names, findings = resolve(
        replace(document, scenes=(*bare, *document.scenes[kept:])), earlier.limits
    )
    if told is None or findings or not _same_declarations(known, told):
        return None
    if names.scene_named != (earlier.names and earlier.names.scene_named):
        return None
    for old, new in zip(known.scenes[:kept], told.scenes[:kept], strict=True):
        if (new.title, new.times, new.dated) != (old.title, old.times, old.dated):
            return None
    return replace(
        known,
        scenes=(*known.scenes[:kept], *told.scenes[kept:]),
        expectations=(
            *(each for each in known.expectations if each.scene < kept),
            *(each for each in told.expectations if each.scene >= kept),
        ),
        fairs=(
            *(each for each in known.fairs if each.scene < kept),
            *(each for each in told.fairs if each.scene >= kept),
        ),
        waivers=(
            *(each for each in known.waivers if each.scene is not None and each.scene < kept),
            *(each for each in told.waivers if each.scene is None or each.scene >= kept),
        ),
    )


def _may_declare(line: Line) -> bool:
    """Tell whether names or facts of the story may depend on a line."""
    match line:
        case NarrationLine():
            return False
        case StatementLine():
            return line.verb not in _OF_THE_HEART or line.thing is not None
        case _:
            return not isinstance(line, ExpectLine | FairLine | IntendedLine)


def _same_declarations(one: Story, other: Story) -> bool:
    """Tell whether two stories are the same but for what happens in them."""
    return all(
        getattr(one, field.name) == getattr(other, field.name)
        for field in fields(Story)
        if field.name not in _ONLY_WHAT_HAPPENS
    )
