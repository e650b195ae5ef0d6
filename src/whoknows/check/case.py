"""What every family of checks works with: the ledger, and somebody to put things into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from whoknows.base.diagnostic import Diagnostic, Note, Severity
from whoknows.base.source import Span
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Ledger, Moment, Occurrence
from whoknows.model.event import Event
from whoknows.model.formula import Formula, Which
from whoknows.model.story import Story


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is so instead, as a sentence, and the events that led to it (with their places)."""

    sentence: str
    because: tuple[Note, ...]


class Voice(Protocol):
    """Puts formulas and answers into words."""

    def clause(self, formula: Formula | Which) -> str:
        """Return a formula in the author's words, as part of a sentence."""
        ...

    def explain(self, formula: Formula, moment: Moment) -> Explanation:
        """Return what holds of a formula at a moment, and why."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the scene it is about (by which it may be waived); None: the whole story."""

    diagnostic: Diagnostic
    scene: int | None


@dataclass(frozen=True)
class Case:
    """A story under examination."""

    ledger: Ledger
    voice: Voice
    occurrences: dict[int, list[Occurrence]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.ledger.occurrences:
            self.occurrences.setdefault(each.scene, []).append(each)

    @property
    def story(self) -> Story:
        """The story."""
        return self.ledger.story

    def events(self) -> Iterator[tuple[Step, Event]]:
        """Yield everything that happens, in story order."""
        for step in self.ledger.steps:
            if step.event is not None:
                yield step, step.event

    def name(self, who: int) -> str:
        """Return somebody's name as the author wrote it."""
        return self.story.name_of(who)

    def is_there(self, who: int, step: Step) -> bool:
        """Tell whether somebody is, in truth, where a step happens, just before it does."""
        return self.ledger.truth(step.number - 1).cell(who).possible == 1 << step.place

    def time_of(self, step: Step) -> str:
        """Return which time it is, where a scene happens several times: `` (the second time)``."""
        return (
            "" if len(self.occurrences[step.scene]) == 1 else f" ({nth(step.occurrence + 1)} time)"
        )


def nth(number: int) -> str:
    """Return a place in a row: ``the first``, ``the 21st``."""
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    if number <= len(words):
        return f"the {words[number - 1]}"
    ending = (
        "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"the {number:,}{ending}"


def finding(
    code: str,
    severity: Severity,
    message: str,
    span: Span,
    scene: int | None,
    hint: str | None = None,
    notes: tuple[Note, ...] = (),
) -> Found:
    """Return a finding of a check."""
    return Found(Diagnostic(code, severity, message, span, hint, notes), scene)
