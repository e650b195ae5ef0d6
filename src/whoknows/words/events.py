"""What happens, as clauses in the past, and the scenes in which it happens.

A line of narration is the author's own sentence. It is put into the past where that is simple
(*Kakashi took Iruka home*), and otherwise quoted as it stands (*they meet again, and again, after
dark*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from whoknows.engine.steps import Step
from whoknows.model.event import (
    Act,
    Ask,
    Die,
    Enter,
    Event,
    ForgetSince,
    Hear,
    Join,
    Learn,
    Leave,
    Narration,
    Read,
    See,
    TakeFor,
    Tell,
    Think,
    Thought,
    TryToTell,
    Withhold,
    Write,
)
from whoknows.model.formula import And, Attitude, Content, Formula, Not, Which
from whoknows.model.story import Story
from whoknows.words.lists import listed, listed_clauses
from whoknows.words.minds import Minds
from whoknows.words.times import date_said, day_said
from whoknows.words.verbs import base_of_present, in_past, mid_sentence, past

_THEN = {"is": "was", "has": "had", "does": "did"}
_SHOWS = re.compile(r"\b(shows?)\b")
_PRONOUNS = frozenset({"He", "She", "They", "We", "I", "You"})
"""Who is meant by one can be told from the lines before, and not from this one alone."""
_THOUGHTS = {
    Thought.INFERS: ("inferred", "that"),
    Thought.SUSPECTS: ("began to suspect", "that"),
    Thought.WONDERS: ("wondered", "whether"),
    Thought.COMES_TO_BELIEVE: ("came to believe", "that"),
    Thought.FORGETS: ("forgot", "that"),
    Thought.DREAMS: ("dreamed", "that"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, as a clause; ``past`` tells whether it could be put into the past."""

    clause: str
    past: bool


class Events:
    """The events of one story, said."""

    def __init__(self, story: Story, minds: Minds) -> None:
        self.story = story
        self.minds = minds
        self.facts = minds.facts

    # --- scenes ------------------------------------------------------------------------------

    def title(self, scene: int, occurrence: int = 0) -> str:
        """Return a scene's title, and which time it is where it happens more than once."""
        what = self.story.scenes[scene]
        if len(what.times) < 2:
            return what.title
        if what.dated:
            return f"{what.title}, {date_said(what.times[occurrence])}"
        return f"{what.title}, time {occurrence + 1}"

    def scene(self, step: Step) -> str:
        """Return the scene of a step, marked as a title: ``*The question*``."""
        title = self.story.scenes[step.scene].title
        which = self.title(step.scene, step.occurrence).removeprefix(title).removeprefix(", ")
        return f"*{title}* ({which})" if which else f"*{title}*"

    def bracket(self, step: Step) -> str:
        """Return the scene of a step, to stand behind what happened in it."""
        return f"({self.title(step.scene, step.occurrence)})"

    def date(self, step: Step) -> str:
        """Return the date of a step, or nothing where the story has none there."""
        what = self.story.scenes[step.scene]
        if what.dated:
            return date_said(what.times[step.occurrence])
        starts = {time.start for each in self.story.scenes for time in each.times}
        counted = len(starts) > 1
        return day_said(what.times[step.occurrence]) if counted else ""

    # --- events ------------------------------------------------------------------------------

    def happened(self, step: Step) -> Happening:
        """Return what happened at a step."""
        if step.event is None:
            names = self.story.scenes[step.scene]
            there = self.minds.names((*names.present, *names.hidden)) or "nobody"
            be = "were" if len(names.present) + len(names.hidden) > 1 else "was"
            return Happening(f"{there} {be} there", past=True)
        return self.act(step.event)

    def in_scene(self, step: Step) -> str:
        """Return what happened with its scene: ``in *The question*, Iruka told Kotetsu …``."""
        return f"in {self.scene(step)}, {self.happened(step).clause}"

    def act(self, event: Event) -> Happening:
        """Return what an event came to."""
        act = event.act
        if isinstance(act, Narration):
            return self._narrated(act)
        if isinstance(act, Read | See) and (shown := self._shown(event, act)):
            return Happening(shown, past=True)
        return Happening(self._done(act), past=True)

    def _shown(self, event: Event, act: Read | See) -> str:
        """Return who showed it to whom, where it was shown: the line itself says who did."""
        ahead, shows, _ = _SHOWS.split(event.text, 1) if _SHOWS.search(event.text) else ("",) * 3
        ahead = ahead.casefold() if shows else ""
        givers = tuple(who for who in act.who if self.minds.name(who).casefold() in ahead)
        others = tuple(who for who in act.who if who not in givers)
        if not givers or not others:
            return ""
        what = (
            self.thing(act.document)
            if isinstance(act, Read)
            else self._then(act.content.formula, "that")
        )
        return f"{self.minds.names(givers)} showed {self.minds.names(others)} {what}"

    def _narrated(self, act: Narration) -> Happening:
        if act.prose.split(maxsplit=1)[0] in _PRONOUNS:
            return Happening(f"“{act.prose}”", past=False)
        then = in_past(mid_sentence(act.prose, self.facts.names), self.facts.names)
        return (
            Happening(f"“{act.prose}”", past=False) if then is None else Happening(then, past=True)
        )

    def _done(self, act: Act) -> str:
        """Return a statement's verb in the past, with what was said."""
        names = self.minds.names
        match act:
            case Narration():
                return act.prose
            case Tell(teller, to, content, lie):
                said = self._said(teller, to, content)
                return f"{names((teller,))} {self._told(teller, to, lie)} {said}"
            case Ask(asker, to, content):
                said = self._then(content.formula, "whether")
                return f"{names((asker,))} asked {names(to)} {said}"
            case Withhold(who, frm, content):
                said = self._said(who, frm, content)
                return f"{names((who,))} did not tell {names(frm)} {said}"
            case TryToTell(who, to, content, stopped_by):
                stopped = f", and was stopped by {names(stopped_by)}" if stopped_by else ", in vain"
                said = self._said(who, to, content)
                return f"{names((who,))} tried to tell {names(to)} {said}{stopped}"
            case See(who, content):
                return f"{names(who)} saw {self._thought(who, content)}"
            case Hear(who, content):
                return f"{names(who)} heard {self._thought(who, content)}"
            case Think(who, how, content):
                verb, link = _THOUGHTS[how]
                return f"{names(who)} {verb} {self._thought(who, content, link)}"
            case ForgetSince(who, scene):
                return f"{names(who)} forgot everything since *{self.story.scenes[scene].title}*"
            case Learn(who, content):
                return f"{names(who)} somehow learned {self._thought(who, content)}"
            case Enter(who, unnoticed):
                return f"{names(who)} {'slipped in unnoticed' if unnoticed else 'came in'}"
            case Leave(who, to, unnoticed):
                return f"{names(who)} {self._left(to, unnoticed=unnoticed)}"
            case Write(who, document, content, signed):
                return f"{self._wrote(who, document, signed)} {self._said(who, (), content)}"
            case Read(who, document):
                together = " together" if len(who) > 1 else ""
                return f"{names(who)} read {self.thing(document)}{together}"
            case Die(who):
                return f"{names(who)} died"
            case Join(who, group, leaving):
                verb = "quit" if leaving else "joined"
                return f"{names(who)} {verb} {self.story.groups[group].name}"
            case TakeFor(who, persona, other):
                return f"{names(who)} took {names((persona,))} for {names((other,))}"
            case _:
                assert_never(act)

    def _wrote(self, who: int, document: int, signed: int) -> str:
        pretending = "" if signed == who else f", as {self.minds.name(signed)},"
        return f"{self.minds.name(who)} wrote in {self.thing(document)}{pretending}"

    def thing(self, thing: int) -> str:
        """Return a thing's name, to stand inside a sentence: a letter is *the letter*."""
        return self.story.things[thing].name

    def _told(self, teller: int, to: Sequence[int], lie: bool) -> str:
        if not to:
            return "falsely mentioned" if lie else "mentioned"
        whom = listed(
            [self.minds.himself(who) if who == teller else self.minds.name(who) for who in to]
        )
        return f"lied to {whom}, saying" if lie else f"told {whom}"

    def _left(self, to: int, *, unnoticed: bool) -> str:
        names = self.story.facts[0].domain.names or ()
        verb = "slipped out unnoticed" if unnoticed else "left"
        return f"{verb} for {names[to]}" if to > 1 else verb

    def _said(self, who: int, to: Sequence[int], content: Content) -> str:
        """Return what is said; who speaks is a *he* only where no hearer could be meant."""
        said = self._then(content.formula, "that")
        pronouns = {self.minds.pronoun(each) for each in to}
        if self.minds.pronoun(who) in pronouns and tuple(to) != (who,):
            return said
        return self._of_oneself(who, said, "that")

    def _thought(self, who: Sequence[int], content: Content, link: str = "that") -> str:
        """Return what is thought, heard or seen."""
        said = self._then(content.formula, link)
        return self._of_oneself(who[0], said, link) if len(who) == 1 else said

    def _of_oneself(self, who: int, said: str, link: str) -> str:
        clause = said.removeprefix(f"{link} ")
        return said if clause == said else f"{link} {self.minds.of_oneself(who, clause)}"

    def that(self, formula: Formula | Which) -> str:
        """Return what was said, as of then: *that Ada knew it*."""
        return self._then(formula, "that")

    def _then(self, formula: Formula | Which, link: str) -> str:
        """Return what was said or thought, as of then: *that Iruka meant to end it*."""
        if isinstance(formula, Which):
            return self.facts.which(formula.fluent)
        parts = formula.parts if isinstance(formula, And) else (formula,)
        return listed_clauses([f"{link} {self._in_past(part)}" for part in parts])

    def _in_past(self, formula: Formula) -> str:
        """Return a formula as of then: *Ada knew that the heir lives*."""
        clause = self.minds.clause(formula)
        mind = formula.part if isinstance(formula, Not) else formula
        if not isinstance(mind, Attitude):
            return in_past(clause, self.facts.names) or clause
        name = self.minds.name(mind.who)
        verb, _, rest = clause.removeprefix(f"{name} ").partition(" ")
        base = base_of_present(verb)
        then = _THEN.get(verb) or (past(base) if base else verb)
        return f"{name} {then} {rest}"
