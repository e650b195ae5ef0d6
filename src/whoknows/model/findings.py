"""Findings on their way to becoming a report: each cause once, with "did you mean".

A name that nobody has declared is complained of once, however often it is written; the other
places are notes of the first. Looking for similar names takes time, so after the first hundred
unknown names no more suggestions are made: a file that bad is not a matter of spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from whoknows.base.diagnostic import Diagnostic, Note
from whoknows.base.source import Span

SUGGESTIONS = 100
PLACES = 5


class Findings:
    """What has been found so far, in the order of finding."""

    __slots__ = ("_also", "_found", "_names", "_suggestions")

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._names: dict[str, int] = {}
        self._also: dict[int, list[Span]] = {}
        self._suggestions = 0

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a finding."""
        self._found.append(diagnostic)

    def unknown(
        self,
        key: str,
        span: Span,
        candidates: Callable[[], Iterable[tuple[str, str]]],
        make: Callable[[Sequence[str]], Diagnostic],
    ) -> None:
        """Keep a finding about a name, or note another place where the same name stands.

        ``candidates`` gives keys and what to show for them; it is only asked when it is needed.
        """
        at = self._names.get(key)
        if at is not None:
            places = self._also.setdefault(at, [])
            if len(places) < PLACES:
                places.append(span)
            return
        self._names[key] = len(self._found)
        self._found.append(make(self._near(key, candidates)))

    def _near(self, key: str, candidates: Callable[[], Iterable[tuple[str, str]]]) -> Sequence[str]:
        if self._suggestions >= SUGGESTIONS:
            return ()
        self._suggestions += 1
        shown = dict(candidates())
        return [shown[near] for near in get_close_matches(key, shown, n=3, cutoff=0.7)]

    def all(self) -> tuple[Diagnostic, ...]:
        """Return everything found."""
        found = list(self._found)
        for at, places in self._also.items():
            notes = tuple(Note("it stands here too", place) for place in places)
            found[at] = replace(found[at], notes=found[at].notes + notes)
        return tuple(found)
