"""From a file to its lines, and which lines stand under which.

A line at the left edge opens a block; what is indented belongs to it. The choice made: a tab counts
as one step of the file's own spaces, so that a file in which both are mixed still means what it
looks like; and a line that lines up with nothing is read as an ordinary line of its block, with one
finding, so that a slip of the space bar costs one line and not the rest of the scene.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.reading import DEFAULT_LIMITS
from whoknows.base.source import Source, Span
from whoknows.text import errors

LONGEST = DEFAULT_LIMITS.line_length
"""The longest line that is read, in characters, unless the limit is set otherwise."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


class RawLine(NamedTuple):
    """A line without its comment and the white space around it.

    ``start`` is the offset of its first character; ``loose``, whether an empty line stands before
    it; ``faulty``, whether a finding has been made of it already, so that nobody makes another.
    """

    start: int
    indent: int
    text: str
    loose: bool
    faulty: bool = False

    def span(self, path: str) -> Span:
        """The whole line."""
        return Span(path, self.start, self.start + len(self.text))


@dataclass(slots=True)
class Entry:
    """A line of a block, and the lines indented under it."""

    line: RawLine
    under: list[RawLine]


def raw_lines(source: Source, findings: list[Diagnostic], longest: int = LONGEST) -> list[RawLine]:
    """The lines that hold anything. Their indentation is counted from the leftmost of them."""
    found: list[RawLine] = []
    offset = 0
    empty = True
    tabs = False
    for raw in source.text.split("\n"):
        text = raw.lstrip()
        indent = len(raw) - len(text)
        if "#" in text:
            text = _COMMENT.sub("", text)
        text = text.rstrip()
        if not text:
            empty = empty or not raw.strip()
        elif len(text) > longest:
            span = Span(source.path, offset + indent, offset + indent + len(text))
            findings.append(errors.line_too_long(longest, span))
        else:
            tabs = tabs or "\t" in raw[:indent]
            found.append(RawLine(offset + indent, indent, text, empty))
            empty = False
        offset += len(raw) + 1
    if tabs:
        found = _with_tabs(source, found)
    return _from_the_left(found)


def _with_tabs(source: Source, lines: list[RawLine]) -> list[RawLine]:
    """The same lines, each tab counted as one step of the file's spaces."""
    spaces = [
        line.indent
        for line in lines
        if line.indent and "\t" not in source.text[line.start - line.indent : line.start]
    ]
    step = min(spaces, default=2)
    counted = []
    for line in lines:
        tabs = source.text.count("\t", line.start - line.indent, line.start)
        counted.append(line._replace(indent=line.indent + tabs * (step - 1)))
    return counted


def _from_the_left(lines: list[RawLine]) -> list[RawLine]:
    left = min((line.indent for line in lines), default=0)
    if left == 0:
        return lines
    return [line._replace(indent=line.indent - left) for line in lines]


def entries(
    lines: list[RawLine], usual: int | None, path: str, findings: list[Diagnostic]
) -> list[Entry]:
    """The lines of a block as entries: those at its own indentation, the others under them.

    ``usual`` is how far the entries of most blocks of the file are indented.
    """
    if not lines:
        return []
    base = _base(lines, usual)
    found: list[Entry] = []
    for line in lines:
        if line.indent > base and found and not line.faulty:
            found[-1].under.append(line)
            continue
        if line.indent != base and not line.faulty:
            findings.append(errors.misaligned(line.span(path)))
            line = line._replace(faulty=True)  # noqa: PLW2901 - the same line, marked
        found.append(Entry(line, []))
    return found


def _base(lines: list[RawLine], usual: int | None) -> int:
    """The indentation of a block's entries: the usual one, if any of its lines has it.

    Else its first line's, unless several lines stand further left.
    """
    indents = [line.indent for line in lines if not line.faulty] or [lines[0].indent]
    if usual is not None and usual in indents:
        return usual
    further_left = sorted(indent for indent in indents if indent < indents[0])
    repeated = [a for a, b in pairwise(further_left) if a == b]
    return repeated[0] if repeated else indents[0]


def usual_indent(bodies: Iterable[list[RawLine]]) -> int | None:
    """How far the first line of most blocks is indented; None if no number is the most common."""
    counted = Counter(body[0].indent for body in bodies if body).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return counted[0][0]
