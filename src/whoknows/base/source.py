r"""Text with positions: where a line starts, which column an offset is in, for people and editors.

    >>> source = Source("a.story", "cast\r\n  Ada")
    >>> source.text
    'cast\n  Ada'
    >>> source.line_col(source.text.index("Ada"))
    (2, 3)

The choice made: a `Source` holds its text with every line ending (CRLF, CR, LF) turned into one
newline, so that an offset means the same on every machine; lines and columns are as an editor
counts them in the file itself. Nothing else ends a line. Positions are stored as offsets only;
lines and columns are worked out when a finding is shown.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one file, counted in code points of `Source.text`, `end` not included."""

    path: str
    start: int
    end: int


class Source:
    """One file's text, and the arithmetic of its lines.

    Every question is answered for every number: what lies outside the text is taken for the
    nearest place inside it, so that showing a finding can never fail.

    `newline` is the first line ending as it stood in the file, for whoever writes it back.
    """

    __slots__ = ("_astral", "_starts", "newline", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        first = _LINE_END.search(text)
        self.path = path
        self.newline = first.group() if first else "\n"
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        self._astral: list[int] | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} characters)"

    @property
    def line_count(self) -> int:
        """How many lines there are; a newline at the very end begins a last, empty one."""
        return len(self._starts)

    def line_col(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both counted from 1, columns in code points."""
        offset = self._inside(offset)
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_bounds(self, line: int) -> tuple[int, int]:
        """Where a line starts and where it ends, its newline not included."""
        line = min(max(line, 1), len(self._starts))
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        return self._starts[line - 1], end

    def line_text(self, line: int) -> str:
        """A line without its newline."""
        start, end = self.line_bounds(line)
        return self.text[start:end]

    def offset_of_line(self, line: int) -> int:
        """The offset at which a line, counted from 1, starts."""
        return self.line_bounds(line)[0]

    def utf16_col(self, offset: int) -> int:
        """The column of an offset as editors count: from 0, in UTF-16 units."""
        offset = self._inside(offset)
        start = self._starts[bisect_right(self._starts, offset) - 1]
        astral = self._astral_offsets()
        return offset - start + bisect_left(astral, offset) - bisect_left(astral, start)

    def offset_at_utf16(self, line: int, column: int) -> int:
        """The offset of an editor's position: both from 0, the column in UTF-16 units.

        A column past the end of the line is its end; one in the middle of a character is the
        character's start.
        """
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self.text)
        start, end = self.line_bounds(line + 1)
        astral = self._astral_offsets()
        offset = start + max(column, 0)
        for place in astral[bisect_left(astral, start) : bisect_left(astral, end)]:
            if place >= offset:
                break
            offset -= 1
        return min(offset, end)

    def _inside(self, offset: int) -> int:
        return min(max(offset, 0), len(self.text))

    def _astral_offsets(self) -> list[int]:
        """Where the characters stand that take two UTF-16 units, found once, when first asked."""
        if self._astral is None:
            self._astral = [found.start() for found in _ASTRAL.finditer(self.text)]
        return self._astral
