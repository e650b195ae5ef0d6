r"""From a file, or a text, to a story: read, parsed, resolved, and every finding on the way.

    >>> loaded = load_text("cast\n  Ada\n", "a.story")
    >>> loaded.story.things[0].name, loaded.diagnostics
    ('Ada', ())

Nothing here raises because of what a file holds. Each stage works on what the one before could
make sense of; the list of findings only grows.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from whoknows.base.diagnostic import Diagnostic, Severity, in_order
from whoknows.base.reading import DEFAULT_LIMITS, Limits, decode, read
from whoknows.base.source import Source
from whoknows.model.names import Names
from whoknows.model.resolve import resolve
from whoknows.model.story import Story
from whoknows.session.faults import no_story_yet
from whoknows.text.lexicon import Lexicon
from whoknows.text.parser import parse
from whoknows.text.syntax import Document

UNNAMED = "(story)"
"""Stands for the path of a story that is in no file."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file has come to.

    Where it did not get that far, what comes later is None, and ``diagnostics`` say why.
    """

    path: str
    limits: Limits
    diagnostics: tuple[Diagnostic, ...]
    source: Source | None = None
    document: Document | None = None
    lexicon: Lexicon | None = None
    story: Story | None = None
    names: Names | None = None

    @property
    def is_unreadable(self) -> bool:
        """Whether the file could not be read as a story at all."""
        return self.story is None

    @property
    def has_errors(self) -> bool:
        """Whether something in the file could not be made sense of."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)


def load_file(path: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS) -> Loaded:
    """Return what the file at a path comes to."""
    name = os.fspath(path)
    source, findings = read(name, limits)
    return _from_source(name, source, findings, limits)


def load_text(text: str, path: str = UNNAMED, limits: Limits = DEFAULT_LIMITS) -> Loaded:
    """Return what a text comes to, as if it stood in a file at ``path``."""
    source, findings = decode(path, text.encode("utf-8", "surrogatepass"), limits)
    return _from_source(path, source, findings, limits)


def _from_source(
    path: str, source: Source | None, findings: tuple[Diagnostic, ...], limits: Limits
) -> Loaded:
    if source is None:
        return Loaded(path, limits, findings)
    document, of_text = parse(source, limits)
    story, names, of_names = resolve(document, limits)
    findings = (*findings, *of_text, *of_names)
    if not findings and not document.characters and not document.scenes:
        findings = (no_story_yet(path),)
    return Loaded(
        path,
        limits,
        in_order(findings),
        source,
        document,
        Lexicon.of(document),
        story,
        None if story is None else names,
    )
