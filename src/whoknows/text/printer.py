r"""The canonical form of a story file: one look for everybody, every word as its author wrote it.

    >>> source = Source("a.story", "cast\n    Ada(she):a painter   # ours\n")
    >>> document, _ = parse(source)
    >>> printed(source, document)
    'cast\n  Ada (she): a painter  # ours\n'

What is mended is what lies between the words: two spaces for each step of indentation, one blank
line between blocks, single spaces around signs, ``-`` and ``=>`` for their typographical sisters,
the header of a scene in its order, the opening words of the language in small letters. Prose,
names, capitals and comments are the author's, and so is a blank line inside a block.

The choice made: this works on the lines of the file (`outline` says which block a line is of) and
asks the tree only where prose and signs meet, so that nothing in the file can get lost: what is not
a comment, a blank line or a line of a block does not exist. A file with errors has no certain
structure and is not printed at all; whoever calls this asks for the findings first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Source
from whoknows.text.lines import Entry, RawLine, entries, raw_lines, usual_indent
from whoknows.text.outline import LOOSE, Block, outline
from whoknows.text.printer_lines import BlockLines, SceneLines, head_line, nodes_of
from whoknows.text.syntax import Document

_TOGETHER = frozenset({"include", *LOOSE})
"""Blocks of one line that stand together where the author put them together."""


def printed(source: Source, document: Document) -> str:
    """Return the canonical text of a file without errors, its lines ending in a newline."""
    findings: list[Diagnostic] = []
    blocks = outline(raw_lines(source, findings), source.path, findings)
    usual = usual_indent(block.body for block in blocks)
    gaps = _Gaps(source)
    nodes = nodes_of(document)
    page = _Page()
    for block in blocks:
        _head(page, block, gaps.before(block.head), head_line(block, nodes))
        page.previous = block.word
        body = entries(block.body, usual, source.path, findings)
        if block.word == "scene":
            _scene(page, body, gaps, SceneLines(nodes))
        else:
            _entries(page, body, gaps, BlockLines(block.word, nodes))
    page.comments(gaps.at_the_end(), 0)
    return page.text()


# --- what stands between the lines ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment on a line of its own. ``loose``: whether a blank line stands above it."""

    text: str
    column: int
    loose: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between a line and the one before it, and what stands behind the line."""

    comments: tuple[_Comment, ...] = ()
    loose: bool = False
    """Whether a blank line stands right above the line itself."""
    column: int = 0
    trailing: str = ""

    @property
    def has_blank(self) -> bool:
        """Whether there is a blank line anywhere in the gap."""
        return self.loose or any(comment.loose for comment in self.comments)


class _Gaps:
    """The comments and blank lines of a file, by the line they stand before."""

    def __init__(self, source: Source) -> None:
        self._lines = source.text.split("\n")
        self._at = 0
        self._offset = 0

    def before(self, line: RawLine) -> _Gap:
        """Return what stands before a line, and behind it; to be asked in the order of the file."""
        found: list[_Comment] = []
        loose = False
        while True:
            raw = self._next()
            text = raw.lstrip()
            begin = self._offset - len(raw) - 1 + len(raw) - len(text)
            if text and begin == line.start:
                trailing = text[len(line.text) :].strip()
                return _Gap(tuple(found), loose, _column(raw), trailing)
            loose = _note(found, raw, text, loose=loose)

    def at_the_end(self) -> _Gap:
        """Return what stands behind the last line."""
        found: list[_Comment] = []
        loose = False
        while self._at < len(self._lines):
            raw = self._next()
            loose = _note(found, raw, raw.lstrip(), loose=loose)
        return _Gap(tuple(found))

    def _next(self) -> str:
        raw = self._lines[self._at]
        self._at += 1
        self._offset += len(raw) + 1
        return raw


def _note(found: list[_Comment], raw: str, text: str, *, loose: bool) -> bool:
    """Note a comment, or that there is a blank line."""
    if not text:
        return True
    found.append(_Comment(text.rstrip(), _column(raw), loose))
    return False


def _column(raw: str) -> int:
    return len(raw.expandtabs(2)) - len(raw.expandtabs(2).lstrip())


# --- the page ------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Page:
    """What has been printed so far."""

    lines: list[str] = field(default_factory=list)
    depth: int = 0
    """How deep the last line of the story stands, and in which column it stood."""
    column: int = 0
    previous: str = ""

    def blank(self) -> None:
        """Leave one line blank; never two, and never the first."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def comments(self, gap: _Gap, depth: int) -> None:
        """Print the comments of a gap; a deep one stays with the line above it."""
        for comment in gap.comments:
            if comment.loose:
                self.blank()
            self.comment(comment, depth)

    def comment(self, comment: _Comment, depth: int) -> None:
        """Print a comment before a line of some depth."""
        self.lines.append(f"{'  ' * self.depth_of(comment, depth)}{comment.text}")

    def depth_of(self, comment: _Comment, depth: int) -> int:
        """Return how deep a comment stands before a line of some depth: as that, or as the last."""
        if self.lines and depth == self.depth == 0 and comment.column > self.column:
            return 1  # all there is in a block
        if self.depth <= depth or comment.column == 0:
            return depth
        if comment.column >= self.column:
            return self.depth
        return max(depth, 1)

    def line(self, text: str, gap: _Gap, depth: int) -> None:
        """Print a line of the story."""
        behind = f"  {gap.trailing}" if gap.trailing else ""
        self.lines.append(f"{'  ' * depth}{text}{behind}")
        self.depth = depth
        self.column = gap.column

    def text(self) -> str:
        """Return the whole page."""
        return "\n".join(self.lines).strip("\n") + "\n" if self.lines else ""


def _head(page: _Page, block: Block, gap: _Gap, text: str) -> None:
    """Print the line that opens a block, apart from the one before."""
    apart = page.previous not in {"", "whoknows"} and not (
        block.word in _TOGETHER and page.previous == block.word
    )
    apart = apart or (page.previous == "whoknows" and block.word != "story")
    owed = apart and not gap.has_blank
    for comment in gap.comments:
        if comment.loose or (owed and page.depth_of(comment, 0) == 0):
            page.blank()
            owed = False
        page.comment(comment, 0)
    if owed or (gap.loose and (apart or gap.comments or block.word in _TOGETHER)):
        page.blank()
    page.line(text, gap, 0)


def _entries(page: _Page, body: Iterable[Entry], gaps: _Gaps, lines: BlockLines) -> None:
    """Print the entries of a list, and what is indented under each."""
    first = True
    for entry in body:
        _line(page, gaps.before(entry.line), lines.entry(entry.line), 1, first=first)
        first = False
        for raw in entry.under:
            _line(page, gaps.before(raw), lines.under(raw), 2)


def _scene(page: _Page, body: list[Entry], gaps: _Gaps, lines: SceneLines) -> None:
    """Print a scene: its header in the order of the language, then its lines."""
    count = 0
    while count < len(body) and lines.header_rank(body[count].line) is not None:
        count += 1
    header = [(entry.line, gaps.before(entry.line)) for entry in body[:count]]
    header.sort(key=lambda each: lines.header_rank(each[0]) or 0)
    for raw, gap in header:
        for comment in gap.comments:
            page.comment(comment, 1)
        page.line(lines.header(raw), gap, 1)
    first = count == 0
    for entry in body[count:]:
        _line(page, gaps.before(entry.line), lines.entry(entry.line), 1, first=first)
        first = False
        for raw in entry.under:
            _line(page, gaps.before(raw), lines.under(raw), 2)


def _line(page: _Page, gap: _Gap, text: str, depth: int, *, first: bool = False) -> None:
    """Print a line of a block: blank lines of the author's stay, but none opens a block."""
    for comment in gap.comments:
        if comment.loose and not first:
            page.blank()
        page.comment(comment, depth)
        first = False
    if gap.loose and not first:
        page.blank()
    page.line(text, gap, depth)
