"""A story open on the desk: ask it, check it, look at any moment of it, let it go on.

    book = open_book("for_the_best.story")
    book.ask("who knows the affair").sentence
    book.at("The question").believes("Kotetsu", "the affair")
    book.append("Iruka tells Kotetsu: the affair")

Everything is worked out when first asked for, and kept.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

from whoknows.ask import Answer, Because, answer, lexicon_of
from whoknows.base.diagnostic import Diagnostic, in_order
from whoknows.base.reading import DEFAULT_LIMITS, Limits
from whoknows.base.source import Source
from whoknows.check import check
from whoknows.ledger.ledger import Ledger, Moment
from whoknows.ledger.moments import find_moment
from whoknows.ledger.resuming import KeptMinds, ResumableLedger, shared_steps
from whoknows.model.formula import Formula, ValueQuestion, Which
from whoknows.model.names import Names
from whoknows.model.resolve import resolve_formula
from whoknows.model.story import READER, Story
from whoknows.session.faults import StoryError, not_a_formula
from whoknows.session.loading import UNNAMED, Loaded, load_file, load_text
from whoknows.session.manuscript import Continuation, Manuscript, NewScene
from whoknows.session.pausing import without_collecting
from whoknows.session.voice import LedgerVoice
from whoknows.text.lexicon import Lexicon
from whoknows.text.parser import parse_formula
from whoknows.text.tokens import normalise
from whoknows.views.context import Context, context_at
from whoknows.views.table import Table, table_at
from whoknows.views.table_html import table_html
from whoknows.words.speaker import Speaker

At: TypeAlias = str | Moment | None
"""A moment, as people type it or as it is; None is the end."""


class Book:
    """One story, with its ledger."""

    def __init__(self, loaded: Loaded, earlier: Book | None = None) -> None:
        """Open a story; ``earlier``: the book of its text before an edit (see `shelf`)."""
        self.loaded = loaded
        self._earlier = earlier
        self._manuscript: Manuscript | None = None
        self._ledger: ResumableLedger | None = None
        self._speaker: Speaker | None = None
        self._formulas: dict[str, Formula] = {}
        self._moments: dict[str, Moment] = {}
        self._asked: tuple[Names, Lexicon] | None = None
        self._added: list[Diagnostic] = []

    # --- what it is made of ----------------------------------------------------------------

    @property
    def path(self) -> str:
        """Where the story stands."""
        return self.loaded.path

    @property
    def sources(self) -> dict[str, Source]:
        """Every text of the story by its path, what has been added included."""
        found = {} if self.loaded.source is None else {self.path: self.loaded.source}
        return found if self._manuscript is None else found | self._manuscript.sources

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the text itself: words, names, types, dates."""
        return in_order((*self.loaded.diagnostics, *self._added))

    @property
    def manuscript(self) -> Manuscript:
        """The story as it grows. Raises :class:`StoryError` where there is none."""
        if self._manuscript is None:
            loaded = self.loaded
            if loaded.story is None or loaded.names is None:
                raise StoryError(loaded.diagnostics)
            assert loaded.lexicon is not None
            self._manuscript = Manuscript(loaded.story, loaded.names, loaded.lexicon, loaded.limits)
        return self._manuscript

    @property
    def story(self) -> Story:
        """The story, resolved. Raises :class:`StoryError` where the file could not be read."""
        return self.manuscript.story

    @property
    def names(self) -> Names:
        """What each name means. Raises :class:`StoryError` where the file could not be read."""
        return self.manuscript.names

    @property
    def ledger(self) -> Ledger:
        """The story, replayed. Raises :class:`StoryError` where the file could not be read."""
        story = self.story
        if self._ledger is None:
            with without_collecting():
                self._ledger = self._replayed(story)
        self._ledger.story = story
        return self._ledger

    def _replayed(self, story: Story) -> ResumableLedger:
        """Return the story replayed, from where it differs from its earlier version on."""
        earlier, self._earlier = self._earlier, None
        known = None if earlier is None else earlier.give_up_ledger()
        if known is None:
            return ResumableLedger(story, KeptMinds(story))
        shared = shared_steps(known, story)
        assert isinstance(known.minds, KeptMinds)
        return ResumableLedger(story, KeptMinds(story, known.minds, shared), known, shared)

    def give_up_ledger(self) -> ResumableLedger | None:
        """Hand over the ledger to a later version of the story; this book would replay its own.

        None where it has been added to, or nothing has been replayed.
        """
        ledger, self._ledger = self._ledger, None
        grown = self._manuscript is not None and self._manuscript.sources
        return None if grown else ledger

    @property
    def speaker(self) -> Speaker:
        """Puts facts, chains and reasons into sentences."""
        story = self.story
        if self._speaker is None or self._speaker.story is not story:
            self._speaker = Speaker(story)
        return self._speaker

    # --- asking ----------------------------------------------------------------------------

    def moment(self, at: At = None) -> Moment:
        """Return the moment that is meant; raises :class:`StoryError` where none is."""
        if isinstance(at, Moment):
            return at
        text = "" if at is None else at
        moment = self._moments.get(text)
        if moment is None:
            found = find_moment(text, self.ledger, self.loaded.source)
            if isinstance(found, Diagnostic):
                raise StoryError((found,))
            moment = self._moments[text] = found
        return moment

    def at(self, at: At = None) -> View:
        """Return the story as it is at a moment."""
        return View(self, self.moment(at))

    def ask(self, query: str, at: At = None) -> Answer:
        """Return the answer to a question or a formula, with its reason.

        Raises :class:`StoryError` where the question or the moment makes no sense.
        """
        moment = self.moment(at)
        names = self.names
        if self._asked is None or self._asked[0] is not names:
            self._asked = (names, lexicon_of(names))
        limits = self.loaded.limits
        found = answer(self.ledger, names, query, moment, limits, lexicon=self._asked[1])
        if isinstance(found, Answer):
            return found
        raise StoryError(found)

    def why(self, query: str, at: At = None) -> tuple[Because, ...]:
        """Return the reasons for the answer to a question: the events."""
        return self.ask(query, at).because

    def value(self, formula: str, at: At = None) -> bool | None:
        """Return whether a formula holds; None: it is undetermined."""
        return self.ledger.value(self.formula(formula), self.moment(at))

    def formula(self, text: str) -> Formula:
        """Return a formula, read; raises :class:`StoryError` where it makes no sense."""
        known = self._formulas.get(text)
        if known is not None:
            return known
        limits = self.loaded.limits
        parsed, findings = parse_formula(
            Source("(question)", text), self.manuscript.lexicon, limits
        )
        if parsed is None:
            raise StoryError(findings)
        formula, findings = resolve_formula(parsed, self.names, limits)
        if formula is None:
            raise StoryError(findings)
        if isinstance(formula, Which | ValueQuestion):
            raise StoryError((not_a_formula(text),))
        self._formulas[text] = formula
        return formula

    def person(self, name: str) -> int | None:
        """Return the number of the character of that name, or None; the reader has one too."""
        wanted = normalise(name)
        people = (*self.story.cast, READER)
        return next((who for who in people if normalise(self.story.name_of(who)) == wanted), None)

    def _repr_html_(self) -> str:
        """Show the story as it ends, in a notebook."""
        return self.at()._repr_html_()

    def context(self, line: int) -> Context:
        """Return what everyone knew just before and just after a line of the file."""
        ledger, source = self.ledger, self.loaded.source
        assert source is not None
        return context_at(ledger, self.speaker, line, source)

    # --- checking --------------------------------------------------------------------------

    def check(self) -> tuple[Diagnostic, ...]:
        """Return every finding: of the text, and, where it has no errors, of the story it tells.

        A line with an error in it is left out of the story, so what would be found then might be
        true of the remains only.
        """
        if self.loaded.has_errors:
            return self.findings
        voice = LedgerVoice(self.ledger, self.speaker)
        with without_collecting():
            return in_order((*self.findings, *check(self.ledger, voice)))

    # --- going on --------------------------------------------------------------------------

    def append(self, text: str) -> None:
        """Add lines to the last scene of the story, or whole scenes, in memory only.

        Raises :class:`StoryError`, and adds nothing, where the text has errors.
        """
        manuscript = self.manuscript
        addition = manuscript.read(text)
        manuscript.sources[addition.source.path] = addition.source
        self._added.extend(addition.findings)
        self._moments.clear()
        for part in addition.parts:
            self._add(part)

    def _add(self, part: Continuation | NewScene) -> None:
        goes_on = self._ledger is not None and _follows(part, self.manuscript, self._ledger)
        self.manuscript.add(part)
        if not goes_on or self._ledger is None:
            self._ledger = None  # it does not happen last: all is replayed when next asked
        elif isinstance(part, NewScene):
            self._ledger.begin(self.manuscript.story)
        else:
            for event in part.lines.events:
                self._ledger.append(event)


def _follows(part: Continuation | NewScene, manuscript: Manuscript, ledger: Ledger) -> bool:
    """Tell whether a part that is next on the page is also next in the order of the story."""
    if not ledger.occurrences:
        return False
    last = ledger.occurrences[-1]
    if isinstance(part, NewScene):
        times = part.scene.times
        return len(times) == 1 and times[0].start >= last.time.start
    scenes = manuscript.scenes
    return last.scene == len(scenes) - 1 and len(scenes[-1].times) == 1


@dataclass(frozen=True, slots=True)
class View:
    """A story as it is at one moment."""

    book: Book
    moment: Moment

    def ask(self, query: str) -> Answer:
        """Return the answer to a question or a formula, with its reason."""
        return self.book.ask(query, self.moment)

    def why(self, query: str) -> tuple[Because, ...]:
        """Return the reasons for the answer to a question: the events."""
        return self.book.why(query, self.moment)

    def value(self, formula: str) -> bool | None:
        """Return whether a formula holds; None: it is undetermined."""
        return self.book.value(formula, self.moment)

    def believes(self, who: str, formula: str) -> bool | None:
        """Return whether somebody believes a formula; None: it is undetermined."""
        return self.value(f"{who} believes ({formula})")

    def knows(self, who: str, formula: str) -> bool | None:
        """Return whether somebody knows a formula; None: it is undetermined."""
        return self.value(f"{who} knows ({formula})")

    def table(self, of: Collection[int] = (), *, why: bool = False) -> Table:
        """Return who knows what; ``of``: these people only, by their numbers."""
        return table_at(self.book.ledger, self.book.speaker, self.moment, of, why=why)

    def _repr_html_(self) -> str:
        """Show who knows what, in a notebook."""
        return table_html(self.table())


def load(path: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS) -> Book:
    """Open the story in a file. Never raises because of the file: see ``findings``."""
    return Book(load_file(path, limits))


def story(text: str, path: str = UNNAMED, limits: Limits = DEFAULT_LIMITS) -> Book:
    """Open a story that is only a text. Never raises because of the text: see ``findings``."""
    return Book(load_text(text, path, limits))
