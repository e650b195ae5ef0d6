r"""The stories that are open, with the unsaved text of editors.

    shelf = Shelf()
    shelf.edit("a.story", "cast\n  Ada\n")
    shelf.book("a.story").ask("who knows the affair")

The choices made: a text that has not changed is the same book, with all that has been worked out.
Of one that has, what stands before the edit is taken over (`reparsing`), and so is what the ledger
has worked out up to there. It is taken from the last text without findings: a line that is just
being typed is wrong most of the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whoknows.base.reading import DEFAULT_LIMITS, Limits
from whoknows.session.book import Book
from whoknows.session.loading import Loaded, load_file, load_text
from whoknows.session.pausing import without_collecting
from whoknows.session.reparsing import load_after_edit


@dataclass(frozen=True, slots=True)
class _Kept:
    """A book, and the text it was made of (None: nothing could be read)."""

    text: str | None
    book: Book


class Shelf:
    """Books by their paths. What an editor holds goes before what is on the disk."""

    def __init__(
        self, buffers: Mapping[str, str] | None = None, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        self.limits = limits
        self._buffers = dict(buffers or {})
        self._kept: dict[str, _Kept] = {}
        self._sound: dict[str, Book] = {}

    def edit(self, path: str, text: str) -> None:
        """Take the text of a path as it stands in an editor."""
        self._buffers[path] = text

    def close(self, path: str) -> None:
        """Let go of an editor's text: what is on the disk counts again."""
        self._buffers.pop(path, None)
        self._kept.pop(path, None)
        self._sound.pop(path, None)

    def book(self, path: str) -> Book:
        """Return the story at a path as it now stands. Never raises because of it."""
        kept = self._kept.get(path)
        buffer = self._buffers.get(path)
        if kept is not None and buffer is not None and kept.text == buffer:
            return kept.book
        sound = self._sound.get(path)
        if buffer is not None and sound is not None:
            with without_collecting():
                again = load_after_edit(sound.loaded, buffer)
            if again is not None:
                return self._keep(path, buffer, Book(again, sound))
        loaded = self._load(path, buffer)
        text = buffer
        if buffer is None and loaded.source is not None:
            text = loaded.source.text
            if kept is not None and kept.text == text:
                return kept.book
        return self._keep(path, text, Book(loaded))

    def _keep(self, path: str, text: str | None, book: Book) -> Book:
        self._kept[path] = _Kept(text, book)
        if book.loaded.story is not None and not book.findings:
            self._sound[path] = book
        return book

    def _load(self, path: str, buffer: str | None) -> Loaded:
        if buffer is None:
            return load_file(path, self.limits)
        return load_text(buffer, path, self.limits)
