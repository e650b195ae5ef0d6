"""What every answer is worked out in: a ledger, a moment, and a voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from whoknows.ask.answers import Because
from whoknows.engine.cells import Cell
from whoknows.engine.states import State
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Chain, Ledger, Moment
from whoknows.ledger.supports import How, Support, supports
from whoknows.model.formula import Formula
from whoknows.model.story import AT, READER, Story
from whoknows.words.lists import number_word, often, sentence
from whoknows.words.reasons import telling
from whoknows.words.speaker import Speaker


@dataclass(frozen=True)
class Scope:
    """A story at a moment, for whoever answers questions about it."""

    ledger: Ledger
    moment: Moment

    @property
    def story(self) -> Story:
        """The story as told so far."""
        return self.ledger.story

    @cached_property
    def speaker(self) -> Speaker:
        """Who says things in this story's words."""
        return Speaker(self.ledger.story)

    @property
    def everybody(self) -> tuple[int, ...]:
        """All people of the cast, whatever disguises they wear, and the reader last."""
        return (*self.story.people, READER)

    @cached_property
    def people_named(self) -> tuple[str, ...]:
        """The names of the cast, the longest first."""
        names = (self.speaker.name(who) for who in self.story.cast)
        return tuple(sorted(names, key=len, reverse=True))

    def value(self, formula: Formula, chain: Chain = ()) -> bool | None:
        """Return whether a formula holds along a chain."""
        return self.ledger.value(formula, self.moment, chain)

    def state(self, chain: Sequence[int]) -> State:
        """Return the state at the end of a chain."""
        return self.ledger.state(chain, self.moment)

    def cell(self, chain: Sequence[int], fluent: int) -> Cell:
        """Return what is held of a fluent along a chain."""
        return self.state(chain).cell(fluent)

    def held(self, chain: Chain, fluent: int) -> str:
        """Return what is held along a chain as a clause; along none, what is so."""
        cell = self.cell(chain, fluent)
        if chain:
            return self.speaker.held(chain, fluent, cell)
        if cell.possible == cell.full:
            return f"the story leaves open {self.speaker.facts.which(fluent)}"
        return self.speaker.fact(fluent, cell.possible)

    def at(self, moment: Moment) -> Scope:
        """Return the same story at another moment."""
        return Scope(self.ledger, moment)

    # --- reasons -----------------------------------------------------------------------------

    def supports(self, chain: Chain, fluent: int) -> tuple[Support, ...]:
        """Return the reasons worth telling for what is held along a chain."""
        return telling(supports(self.ledger, chain, fluent, self.moment))

    def reasons(self, chain: Chain, fluent: int) -> tuple[Because, ...]:
        """Return a sentence for each reason; the same thing over again is told once."""
        everything = self.supports(chain, fluent)
        found = [each for each in everything if each.how is not How.TAKEN_FOR_GRANTED]
        if self.story.fluents[fluent].fact == AT:
            found = found[-1:]
        kinds: dict[tuple[object, ...], list[Support]] = {}
        for support in found or everything:
            kinds.setdefault(_kind(support), []).append(support)
        return distinct(self._because(same) for same in kinds.values())

    def happened(self, steps: Iterable[Step]) -> tuple[Because, ...]:
        """Return what happened at each step; the same over again is told once."""
        lines: dict[tuple[int, str], list[Step]] = {}
        for each in steps:
            step = self.ledger.steps[each.number - 1]
            what = self.speaker.events.happened(step).clause
            lines.setdefault((step.scene, what), []).append(step)
        return tuple(
            said(repeated(self.speaker.reasons.happened(same[0]), same), same[0])
            for same in lines.values()
        )

    def _because(self, same: Sequence[Support]) -> Because:
        steps = [each.step for each in same if each.step is not None and each.rule is None]
        return said(repeated(self.speaker.reason(same[0], self.witnessed), steps), same[0].step)

    def witnessed(self, who: int, step: Step) -> bool:
        """Tell whether somebody truly perceived a step."""
        return self.perceived((who,), step)

    def perceived(self, chain: Chain, step: Step) -> bool:
        """Tell whether a step was perceived by the last of a chain, as the others take it."""
        state: State | None = self.ledger.state(chain, self.ledger.after(step))
        while state is not None and state.step is not None and state.step.number == step.number:
            if state.view is not None:
                return True
            state = state.before
        return False


def said(text: str, step: Step | None = None) -> Because:
    """Return a clause as a reason."""
    return Because(sentence(text), step)


def repeated(text: str, steps: Sequence[Step]) -> str:
    """Return what happened at the first of some steps, and how often it happened again."""
    if len(steps) < 2:
        return text
    if len({step.opening for step in steps}) == 1:
        return f"{text}, {often(len(steps))}"
    again = "once" if len(steps) == 2 else f"{number_word(len(steps) - 1)} times"
    return f"{text}, and {again} more since"


def distinct(reasons: Iterable[Because]) -> tuple[Because, ...]:
    """Return the reasons without those that say the same."""
    found: dict[str, Because] = {}
    for each in reasons:
        found.setdefault(each.text, each)
    return tuple(found.values())


def _kind(support: Support) -> tuple[object, ...]:
    """Return what makes two supports one reason: a rule, or one line of a recurring scene."""
    step = support.step
    if support.rule is not None:
        return (support.how, support.rule.name, support.rule.premise)
    if step is None:
        return (support.how,)
    return (support.how, step.scene, step.index, step.occurrence if step.event is None else -1)
