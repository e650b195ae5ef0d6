"""What there is to say about a file, as a value: shown by `render`, and by nobody else.

    >>> Diagnostic("WK302", Severity.ERROR, "Ben cannot know this", Span("a.story", 3, 6)).code
    'WK302'

A message is one plain sentence for a writer, in the words of the story. Where it stands is a
`Span`, never part of the sentence. What led to it goes into `notes`, what to do into `hint`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from whoknows.base.source import Span

Place: TypeAlias = tuple[str, int, int]
Order: TypeAlias = tuple[
    str, int, str, str, int, int, str, tuple[tuple[str, Place], ...], tuple[bool, ...]
]


class Severity(IntEnum):
    """How bad it is, with the numbers of the editor protocol (the smaller, the worse)."""

    ERROR = 1
    WARNING = 2
    NOTE = 3

    @property
    def label(self) -> str:
        """The word for it: `error`, `warning` or `note`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Note:
    """Something that led to a finding, with its own place if it has one."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `code` is stable and documented (`WK302`). `span` is None only for what stands nowhere in a
    file; a file that could not be read is its path with an empty span at 0.

    Findings have one order, whatever produced them and in whichever order: by path, place, code
    and sentence, and where all that is the same by everything else.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None
    hint: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def order(self) -> Order:
        """The key findings are sorted by: equal only for equal findings."""
        path, start, end = _place(self.span)
        notes = tuple((note.message, _place(note.span)) for note in self.notes)
        missing = (self.span is None, self.hint is None, *(n.span is None for n in self.notes))
        hint = self.hint or ""
        return path, start, self.code, self.message, end, self.severity, hint, notes, missing

    def __lt__(self, other: "Diagnostic") -> bool:
        return self.order < other.order


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in the order in which they are shown."""
    return tuple(sorted(diagnostics, key=lambda each: each.order))


def _place(span: Span | None) -> Place:
    return (span.path, span.start, span.end) if span else ("", 0, 0)
