r"""The stories that are open, with the unsaved text of editors.

    shelf = Shelf()
    shelf.edit("a.story", "cast\n  Ada\n")
    shelf.book("a.story").ask("who knows the affair")

The choice made: a text that has not changed is the same book, with all that has been worked out; a
text that has is read anew. Re-using parts of a story across an edit would happen here, and nobody
else would have to know.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whoknows.base.reading import DEFAULT_LIMITS, Limits
from whoknows.session.book import Book
from whoknows.session.loading import Loaded, load_file, load_text


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

    def edit(self, path: str, text: str) -> None:
        """Take the text of a path as it stands in an editor."""
        self._buffers[path] = text

    def close(self, path: str) -> None:
        """Let go of an editor's text: what is on the disk counts again."""
        self._buffers.pop(path, None)
        self._kept.pop(path, None)

    def book(self, path: str) -> Book:
        """Return the story at a path as it now stands. Never raises because of it."""
        kept = self._kept.get(path)
        buffer = self._buffers.get(path)
        if kept is not None and buffer is not None and kept.text == buffer:
            return kept.book
        loaded = self._load(path, buffer)
        text = buffer
        if buffer is None and loaded.source is not None:
            text = loaded.source.text
            if kept is not None and kept.text == text:
                return kept.book
        book = Book(loaded)
        self._kept[path] = _Kept(text, book)
        return book

    def _load(self, path: str, buffer: str | None) -> Loaded:
        if buffer is None:
            return load_file(path, self.limits)
        return load_text(buffer, path, self.limits)
