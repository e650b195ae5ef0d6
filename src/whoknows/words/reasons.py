"""Why something is held, as sentences: every link of the chain of reasons, back to a witness.

Kotetsu was there when Kakashi took Iruka home (The night he was picked up)
Iruka told Kotetsu so (The question); Iruka was there …
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from whoknows.engine.steps import Step
from whoknows.ledger.supports import How, Support
from whoknows.model.event import Event, Hear, Learn, Narration, Read, Tell, Think, Write
from whoknows.model.formula import And, Content, Is, Which
from whoknows.model.story import AT, READER, Story
from whoknows.model.values import NO, is_single
from whoknows.words.events import Events
from whoknows.words.lists import listed
from whoknows.words.minds import Minds

_OBJECT = {"he": "him", "she": "her"}
_WHOSE = {"he": "his", "she": "her"}
Witnessed: TypeAlias = Callable[[int, Step], bool]
DEEPEST = 4
"""So many links of a chain of reasons go into one sentence."""


class Reasons:
    """The reasons of one story, said."""

    def __init__(self, story: Story, minds: Minds, events: Events) -> None:
        self.story = story
        self.minds = minds
        self.events = events
        self._personas = {each.fluent for each in story.personas}

    def reason(self, support: Support, witnessed: Witnessed | None = None) -> str:
        """Return a support as a clause, with what it rests on after semicolons.

        ``witnessed`` tells who truly perceived a step: those who were there together need no *as
        Kakashi sees it*.
        """
        links: list[tuple[str, str]] = []
        self._collect(support, links, DEEPEST, witnessed or _nobody)
        told: list[str] = []
        seen = ""
        for ahead, link in dict.fromkeys(links):
            told.append(link if ahead == seen else f"{ahead}{link}")
            seen = ahead
        return "; ".join(told)

    def _collect(
        self,
        support: Support,
        links: list[tuple[str, str]],
        depth: int,
        witnessed: Witnessed,
        *,
        named: bool = False,
    ) -> None:
        """Add the links of a chain of reasons; ``named``: what it is about is not plain yet."""
        links.append(self._link(support, witnessed, named=named))
        if depth > 1:
            named = support.how is How.BY_RULE
            for deeper in _strongest(telling(support.because)):
                self._collect(deeper, links, depth - 1, witnessed, named=named)

    def _link(self, support: Support, witnessed: Witnessed, *, named: bool) -> tuple[str, str]:
        """Return the last link of a chain of reasons: as whom sees it, and what it is."""
        chain = heard_by(support)
        if len(chain) > 1 and _in_company(support, chain, witnessed):
            return "", self._together(support, chain, named=named)
        said = (
            self._in_truth(support) if not chain else self._in_mind(support, chain[-1], named=named)
        )
        return self._as_seen(chain[:-1]), said

    def _as_seen(self, chain: Sequence[int]) -> str:
        """Return ``as Kakashi sees it``, with the outer minds ahead."""
        if not chain:
            return ""
        *outer, last = [self.minds.name(who) for who in chain]
        if not outer:
            return f"as {last} sees it, "
        *farther, taker = outer
        if not farther:
            return f"as {taker} thinks {last} sees it, "
        ahead = " believes ".join(farther)
        return f"as {ahead} thinks {taker} takes {last} to see it, "

    def _together(self, support: Support, chain: Sequence[int], *, named: bool) -> str:
        """Return what several went through together, each of them reckoning with the others."""
        step = support.step
        assert step is not None
        assert step.event is not None
        act = step.event.act
        people = tuple(dict.fromkeys(chain))
        if isinstance(act, Tell):
            to = act.to[0] if act.to else chain[-1]
            told = self._told(step, to, support.fluent, named=named)
            wearers = {each.persona: each.wearer for each in self.story.personas}
            parties = {act.teller, *act.to}
            parties |= {wearers.get(who, who) for who in parties}
            heard = tuple(who for who in people if who not in parties)
            if not heard or not act.to:
                return told
            return f"{told}, and {self.minds.names(heard)} heard it"
        happening = self.events.happened(step)
        where = self.events.bracket(step)
        doer = act.doer if isinstance(act, Narration) and happening.past else None
        there = tuple(who for who in people if who != doer and who not in getattr(act, "who", ()))
        if not there:
            return f"{happening.clause} {where}"
        were = "was there" if len(there) == 1 else "were there together"
        if not happening.past:
            return (
                f"{self.minds.names(there)} {were} in {self.events.scene(step)}: {happening.clause}"
            )
        clause = (
            happening.clause if len(there) > 1 else self._of_witness(there[0], happening.clause)
        )
        return f"{self.minds.names(there)} {were} when {clause} {where}"

    # --- how things came to be so --------------------------------------------------------------

    def _in_truth(self, support: Support) -> str:
        step = support.step
        if step is None:
            return "it has stood like that from the start"
        return self.happened(step)

    def happened(self, step: Step) -> str:
        """Return what happened and where: ``Kakashi took Iruka home (The night …)``."""
        happening = self.events.happened(step)
        if happening.past:
            return f"{happening.clause} {self.events.bracket(step)}"
        return f"in {self.events.scene(step)}: {happening.clause}"

    def missed(self, chain: Sequence[int], step: Step) -> str:
        """Return that the last of a chain did not perceive a step: *he was not there when …*."""
        who = chain[-1]
        name = self.minds.name(who)
        ahead = self._as_seen(chain[:-1])
        happening = self.events.happened(step)
        where = self.events.bracket(step)
        only = step.audience.only
        if who == READER:
            return f"{ahead}the page does not tell it: {happening.clause} {where}"
        if only is not None and who not in only:
            alone = (
                "nobody else knew" if chain[:-1] == only else f"only {self.minds.names(only)} knew"
            )
            if not happening.past:
                return f"{ahead}{alone}: {happening.clause} {where}"
            clause = happening.clause
            if len(only) == 1:
                clause = self.minds.of_oneself(only[0], clause)
            return f"{ahead}{alone} when {clause} {where}"
        verb = "missed it" if who in step.audience.missed else "was not there"
        if happening.past:
            return f"{ahead}{name} {verb} when {happening.clause} {where}"
        return f"{ahead}{name} {verb} in {self.events.scene(step)}: {happening.clause}"

    # --- how somebody came to hold it ----------------------------------------------------------

    def _in_mind(self, support: Support, who: int, *, named: bool = False) -> str:
        name = self.minds.name(who)
        if support.step is None:
            return self._from_the_start(support, who)
        where = self.events.bracket(support.step)
        thought = support.step.event
        if who == READER and thought is not None and isinstance(thought.act, Think):
            return f"the page shares what {self.minds.names(thought.act.who)} thought {where}"
        match support.how:
            case How.SAW | How.SHOWN:
                return self._saw(support, who)
            case How.SAW_SO:
                return f"{name} saw {self._it(support)} {where}"
            case How.IN_SIGHT:
                return self._in_sight(support, name, where)
            case How.NOT_IN_SIGHT:
                return f"{name} looked, and did not find it so {where}"
            case How.TOLD if isinstance(thought, Event) and isinstance(thought.act, Read):
                return self._read(support, thought.act, who)
            case How.TOLD:
                pictured = len(support.chain) > 1
                return self._told(support.step, who, support.fluent, pictured=pictured, named=named)
            case How.INFERRED:
                return f"{name} inferred it {where}"
            case How.BY_RULE:
                rule = support.rule.name if support.rule else "a rule"
                if support.values is None:
                    return f"{name} could put two and two together, by the rule “{rule}” {where}"
                fact = self.minds.facts.said(support.fluent, support.values)
                worked = f"could work out that {self.minds.of_oneself(who, fact)}"
                return f"{name} {worked}, by the rule “{rule}” {where}"
            case How.SUSPECTED:
                return f"{name} had a hunch {where}"
            case How.LEARNED:
                return f"{name} learned it somehow, as the story asserts without saying how {where}"
            case How.TOOK_FOR:
                return self.happened(support.step)
            case How.UNMASKED:
                return f"{name} learned {self._who_it_was(support.step)} {where}"
            case How.CAME_TO_BELIEVE:
                return f"{name} came to believe it {where}"
            case How.KEEPS:
                return self._keeps(support, name, where)
            case How.OUT_OF_DATE:
                return f"{name} knew it as it was, and does not know that it has changed {where}"
            case How.ASSUMED_AGAIN:
                return f"{name} has forgotten it{self._so_takes(support, who)} {where}"
            case How.PICTURED:
                return f"{name} was seen to be told which it is {where}"
            case _:
                return self._from_the_start(support, who)

    def _from_the_start(self, support: Support, who: int) -> str:
        name = self.minds.name(who)
        match support.how:
            case How.KEPT_FROM_START if support.fluent in self._personas:
                return f"the disguise is {name}'s own"
            case How.KEPT_FROM_START if len(support.chain) > 1:
                return f"{name} would be one to know"
            case How.KEPT_FROM_START if support.values == NO and self._is_yes_no(support.fluent):
                return f"{name} would know if it were so"
            case How.KEPT_FROM_START:
                return f"{name} has kept the secret from the start"
            case How.ASSUMED:
                return f"{name} assumed it from the start"
            case How.TAKEN_FOR_GRANTED:
                return f"{name} took it for granted"
            case How.KEEPS:
                return f"{name} is in on the secret"
            case _:
                return f"{name} has known it from the start"

    def _is_yes_no(self, fluent: int) -> bool:
        return self.story.domain_of(fluent).is_yes_no

    def _saw(self, support: Support, who: int) -> str:
        step = support.step
        assert step is not None
        name = self.minds.name(who)
        event = step.event
        happening = self.events.happened(step)
        where = self.events.bracket(step)
        if who == READER:
            return f"the page tells it: {happening.clause} {where}"
        if isinstance(event, Event) and isinstance(event.act, Narration) and event.act.doer == who:
            if happening.past:
                return f"{happening.clause} {where}"
        elif event is not None and happening.clause.startswith(f"{name} "):
            return f"{happening.clause} {where}"
        if step.audience.only == (who,):
            return f"{name} alone knew: {happening.clause} {where}"
        hidden = who in step.hidden or who in step.audience.unnoticed
        there = f"{name} was there, unnoticed," if hidden else f"{name} was there"
        if happening.past:
            return f"{there} when {self._of_witness(who, happening.clause)} {where}"
        return f"{there} in {self.events.scene(step)}: {happening.clause}"

    def _of_witness(self, who: int, clause: str) -> str:
        """Return what somebody saw, which calls them *him* or *her* where that is plain.

        *Iruka was there when Kakashi took him home*: nobody else in it, but for who does it, may be
        a *he*.
        """
        name, pronoun = self.minds.name(who), self.minds.pronoun(who)
        others = [
            each
            for each in self.story.cast
            if each != who
            and self.minds.pronoun(each) == pronoun
            and re.search(rf" {re.escape(self.minds.name(each))}\b", clause)
        ]
        if others or pronoun not in _OBJECT:
            return clause
        clause = re.sub(rf" {re.escape(name)}(?:'s|’s)(?!\w)", f" {_WHOSE[pronoun]}", clause)
        return re.sub(rf" {re.escape(name)}(?!\w)", f" {_OBJECT[pronoun]}", clause)

    def _who_it_was(self, step: Step) -> str:
        """Return what somebody learned of a disguise: *that Cesario was Viola*."""
        act = None if step.event is None else step.event.act
        fluents = {claim.fluent for claim in getattr(getattr(act, "content", None), "claims", ())}
        told = [each for each in self.story.personas if each.fluent in fluents]
        if len(told) != 1:
            return "who it was in disguise"
        return f"that {self.minds.name(told[0].persona)} was {self.minds.name(told[0].wearer)}"

    def _keeps(self, support: Support, name: str, where: str) -> str:
        """Return that somebody cannot but know: a secret of their own, or where they are."""
        step = support.step
        if step is None or self.story.fluents[support.fluent].fact != AT:
            return f"{name} is in on the secret"
        return f"{name} was there {where}" if step.event is None else self.happened(step)

    def _in_sight(self, support: Support, name: str, where: str) -> str:
        if self.story.fluents[support.fluent].fact == AT:
            other = self.minds.name(support.fluent)
            return f"{name} saw {other} there {where}"
        return f"it was in plain sight of {name} {where}"

    def disbelieved(self, chain: Sequence[int], step: Step, fluent: int, *, together: bool) -> str:
        """Return that the last of a chain heard what was said of a fact, and did not believe it.

        ``together``: all of the chain were there to hear it.
        """
        who = chain[-1]
        ahead = "" if together else self._as_seen(chain[:-1])
        said = f"{ahead}{self._told(step, who, fluent, pictured=bool(ahead))}"
        act = None if step.event is None else step.event.act
        speaks = isinstance(act, Tell) and act.teller == who
        return f"{said}, and {'did not believe it' if speaks else 'was not believed'}"

    def _so_takes(self, support: Support, who: int) -> str:
        if support.values is None:
            return ""
        fact = self.minds.facts.said(support.fluent, support.values)
        return f", and takes it that {self.minds.of_oneself(who, fact)}"

    def _read(self, support: Support, act: Read, who: int) -> str:
        """Return that it was read, and, to whoever is told the truth, who had really written it."""
        assert support.step is not None
        letter, where = self.events.thing(act.document), self.events.bracket(support.step)
        name = self.minds.name(who)
        read = f"{name} read it in {letter} {where}"
        if who == READER:
            read = f"the page has {self.minds.names(act.who)} reading it in {letter} {where}"
        elif who not in act.who:
            if self._is_from(who, act.document, support) and len(support.chain) > 1:
                return f"{name} says so in {letter} {where}"
            read = f"{name} was there when it was read in {letter} {where}"
        written = self._written(act.document, support.fluent)
        if written is None:
            return read
        if len(support.chain) > 1:
            return f"{read}, as from {self.minds.name(written.signed)}"
        writer = self.minds.name(written.who)
        pretending = (
            "" if written.signed == written.who else f" as {self.minds.name(written.signed)}"
        )
        return f"{read}, which {writer} had written{pretending}"

    def _is_from(self, who: int, document: int, support: Support) -> bool:
        written = self._written(document, support.fluent)
        return written is not None and written.signed == who

    def _written(self, document: int, fluent: int) -> Write | None:
        """Return the writing that put a fact into a document, the latest where there are more."""
        acts = [
            event.act
            for scene in self.story.scenes
            for event in scene.events
            if isinstance(event.act, Write) and event.act.document == document
        ]
        told = [act for act in acts if any(c.fluent == fluent for c in act.content.claims)]
        return told[-1] if told else None

    def _told(
        self,
        step: Step,
        who: int,
        fluent: int | None = None,
        *,
        pictured: bool = False,
        named: bool = False,
    ) -> str:
        """Return that it was said: *so*, or in so many words where they were about more.

        ``pictured``: as somebody else sees it, to whom it need be no lie. ``named``: never *so*.
        """
        event = step.event
        where = self.events.bracket(step)
        name = self.minds.name(who)
        if event is None or not isinstance(event.act, Tell | Hear):
            return f"{name} was told so {where}"
        act = event.act
        so = self._so(act.content, fluent, named=named)
        if isinstance(act, Hear):
            return f"{name} heard {so} {where}"
        teller = self.minds.name(act.teller)
        falsely = ", which was a lie" if act.lie and not pictured else ""
        if who == act.teller and who in act.to:
            return f"{teller} told {self.minds.himself(who)} {so} {where}"
        if who == act.teller:
            whom = f" to {self.minds.names(act.to)}" if act.to else ""
            if so == "so":
                so = f"so {self.minds.himself(who)}"
            return f"{teller} said {so}{whom}{falsely} {where}"
        if who in act.to:
            return f"{teller} told {name} {so}{falsely} {where}"
        if not act.to:
            return f"{teller} mentioned it before {name}{falsely} {where}"
        others = listed([self.minds.name(each) for each in act.to])
        if who == READER:
            return f"the page has {teller} telling {others} {so}{falsely} {where}"
        return f"{name} heard {teller} tell {others} {so}{falsely} {where}"

    def _so(self, content: Content, fluent: int | None, *, named: bool) -> str:
        """Return what was said: *so*, where it was just that, or the words."""
        formula = content.formula
        parts = formula.parts if isinstance(formula, And) else (formula,)
        said = [p for p in parts if isinstance(p, Is | Which) and p.fluent == fluent]
        if fluent is None or (said and not named and all(self._is_plain(p) for p in said)):
            return "so"
        return self.events.that(said[0] if said else formula)

    def _is_plain(self, part: Is | Which) -> bool:
        """Tell whether a fact is said with the one value it is about."""
        if isinstance(part, Which):
            return True
        return is_single(part.values) or self._is_yes_no(part.fluent)

    def _it(self, support: Support) -> str:
        """Return what was seen: *that it was so*, or what it was where that is not plain."""
        values = support.values
        if values is None or is_single(values) or self._is_yes_no(support.fluent):
            return "that it was so"
        return self.events.that(Is(support.fluent, values))


def _strongest(supports: Sequence[Support]) -> Sequence[Support]:
    """Return supports without what goes without saying, and without hunches that came true."""
    told = [each for each in supports if each.how is not How.TAKEN_FOR_GRANTED]
    return [each for each in told if each.how is not How.SUSPECTED] or told


def _nobody(who: int, step: Step) -> bool:
    """Tell that nobody is known to have perceived a step."""
    del who, step
    return False


def _in_company(support: Support, chain: Sequence[int], witnessed: Witnessed) -> bool:
    """Tell whether all of a chain truly went through it together, in the open."""
    step = support.step
    if step is None or step.event is None or step.marked or step.alone:
        return False
    if support.how not in (How.SAW, How.SHOWN, How.TOLD) or step.thinkers is not None:
        return False
    if support.how is How.TOLD and not isinstance(step.event.act, Tell):
        return False
    return READER not in chain and all(witnessed(who, step) for who in chain)


def heard_by(support: Support) -> tuple[int, ...]:
    """Return the chain whose last mind took something in.

    What was said of Cora's mind acts on the picture of Cora; but it was the hearer who heard it.
    """
    event = None if support.step is None else support.step.event
    if event is None or not isinstance(event.act, Tell | Hear | Think | Learn):
        return support.chain
    chain = support.chain
    about = max(
        (
            len(claim.path)
            for claim in event.act.content.claims
            if claim.fluent == support.fluent
            and len(claim.path) < len(chain)
            and chain[len(chain) - len(claim.path) :] == claim.path
        ),
        default=0,
    )
    return chain[: len(chain) - about]


def telling(supports: Sequence[Support]) -> tuple[Support, ...]:
    """Return the supports worth telling: not what somebody only thought over again.

    To infer that Kakashi knows it is no further reason to believe it oneself.
    """
    kept = tuple(support for support in supports if not _thought_over(support))
    return kept or tuple(supports)


def _thought_over(support: Support) -> bool:
    event = None if support.step is None else support.step.event
    if event is None or not isinstance(event.act, Think) or len(support.chain) != 1:
        return False
    formula = event.act.content.formula
    parts = formula.parts if isinstance(formula, And) else (formula,)
    return not any(isinstance(part, Is) and part.fluent == support.fluent for part in parts)
