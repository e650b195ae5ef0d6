"""Findings as a person reads them: the sentence, the line, carets under the place.

    a.story:3:1: error[WK302] Ben cannot know where the key is
       3 | Ben asks
         | ^^^
         = hint: let Mara tell him first
      a.story:2:2: note: the key was hidden here, and Ben was away
       2 | Mara hides the key
         | ------------------

    1 error

The choice made: a line is shown as it stands, tabs included, and the line of carets copies its
tabs, so that both agree whatever a tab is worth. What a terminal would obey rather than show
(escape codes, marks that reverse the direction of writing) is shown as a replacement mark.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from whoknows.base.diagnostic import Diagnostic, Severity, in_order
from whoknows.base.source import Source, Span

_LONGEST = 160  # a longer line is shown in part, with dots where it goes on
_BEFORE = 60  # how much of such a line is shown before the place

# Controls but for the tab, line separators, direction marks, and halves of characters.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_PAD = "     "
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[36m"}


def to_text(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], *, colour: bool = False
) -> str:
    """All findings with their lines, and a last line that counts them. No newline at the end."""
    ordered = in_order(diagnostics)
    blocks = ["\n".join(_finding(each, sources, colour=colour)) for each in ordered]
    return "\n\n".join([*blocks, count(ordered)])


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """How many findings of each kind there are: `2 errors, 1 warning`."""
    numbers = dict.fromkeys(Severity, 0)
    for each in diagnostics:
        numbers[each.severity] += 1
    parts = [f"{n:,} {kind.label}{'' if n == 1 else 's'}" for kind, n in numbers.items() if n]
    return ", ".join(parts) or "no findings"


def display_width(text: str) -> int:
    """How many cells of a terminal a text takes: two for wide characters, none for marks."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _visible(text: str) -> str:
    return _UNSHOWABLE.sub("\ufffd", text)


def _finding(each: Diagnostic, sources: Mapping[str, Source], *, colour: bool) -> Iterator[str]:
    paint = _COLOURS[each.severity] if colour else ""
    bold, plain = (_BOLD, _PLAIN) if colour else ("", "")
    where = _where(each.span, sources)
    what = f"{paint}{each.severity.label}[{_visible(each.code)}]{plain}"
    yield f"{bold}{where}{plain}{what} {bold}{_sentence(each.message, '  ')}{plain}"
    yield from _excerpt(each.span, sources, "^", paint, plain)
    if each.hint is not None:
        yield f"{_PAD}= {bold}hint:{plain} {_sentence(each.hint, _PAD + '  ')}"
    for note in each.notes:
        if note.span is None:
            yield f"{_PAD}= {_sentence(note.message, _PAD + '  ')}"
            continue
        yield f"  {_where(note.span, sources)}note: {_sentence(note.message, '    ')}"
        yield from _excerpt(note.span, sources, "-", paint, plain)


def _where(span: Span | None, sources: Mapping[str, Source]) -> str:
    if span is None:
        return ""
    path = _visible(span.path)
    source = sources.get(span.path)
    if source is None:
        return f"{path}: "
    line, column = source.line_col(span.start)
    return f"{path}:{line}:{column}: "


def _sentence(text: str, indent: str) -> str:
    """A text of several lines keeps them, the later ones indented."""
    return f"\n{indent}".join(_visible(line) for line in text.split("\n"))


def _excerpt(
    span: Span | None, sources: Mapping[str, Source], mark: str, paint: str, plain: str
) -> Iterator[str]:
    """The line a span starts in, and the marks under what of the span is in that line."""
    source = sources.get(span.path) if span else None
    if span is None or source is None or not source.text:
        return
    line, column = source.line_col(span.start)
    start, end = source.line_bounds(line)
    first = start + column - 1
    last = min(max(span.end, first), end)
    dots_before = dots_after = ""
    if end - start > _LONGEST:
        if first - start > _BEFORE:
            start, dots_before = first - _BEFORE, "\u2026"
        if end - start > _LONGEST:
            end, dots_after = start + _LONGEST, "\u2026"
        last = min(last, end)
    before = dots_before + _visible(source.text[start:first])
    marked = _visible(source.text[first:last])
    after = _visible(source.text[last:end]) + dots_after
    number = str(line).rjust(4)
    yield f"{number} | {before}{marked}{after}".rstrip()
    pad = "".join("\t" if c == "\t" else " " * display_width(c) for c in before)
    # A tab inside the marked stretch stays a tab; something is marked in any case.
    marks = "".join("\t" if c == "\t" else mark * display_width(c) for c in marked)
    if mark not in marks:
        marks = mark
    yield f"{' ' * len(number)} | {pad}{paint}{marks}{plain}"
