"""From the lines of a scene to events, expectations and what else stands there.

One function for each verb. A line with something wrong in it is left out; a line in which several
speak at once becomes an event for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.brackets import NO_MARKS, BracketReader, Brackets
from whoknows.model.builtin import DEAD
from whoknows.model.contents import ContentReader
from whoknows.model.event import (
    Act,
    Ask,
    Die,
    Effect,
    Enter,
    Event,
    ForgetSince,
    Hear,
    Join,
    Learn,
    Leave,
    Narration,
    Put,
    Read,
    See,
    Shift,
    TakeFor,
    Tell,
    Think,
    Thought,
    TryToTell,
    Withhold,
    Write,
)
from whoknows.model.formula import Formula, Is, Which
from whoknows.model.formulas import FormulaReader
from whoknows.model.names import DOCUMENT, key, title_key
from whoknows.model.story import AT, ELSEWHERE, Expectation, Fair, Waiver
from whoknows.model.values import is_single
from whoknows.text import syntax

_THOUGHTS = {thought.value: thought for thought in Thought}
_ALIKE = {"lies to": "lies", "forgets everything since": "forgets since", "learns": "learned"}
_ASCII_END = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of a scene come to."""

    events: tuple[Event, ...]
    expectations: tuple[Expectation, ...]
    fairs: tuple[Fair, ...]
    waivers: tuple[Waiver, ...]


class StatementReader:
    """Reads lines by the tables of one story."""

    __slots__ = ("_acts", "brackets", "contents", "findings", "formulas", "names")

    def __init__(self, formulas: FormulaReader) -> None:
        self.formulas = formulas
        self.names = formulas.names
        self.findings = formulas.findings
        self.contents = ContentReader(formulas)
        self.brackets = BracketReader(formulas, self.contents)
        self._acts: dict[str, Callable[[syntax.StatementLine, Brackets], Iterable[Act] | None]] = {
            "tells": self._tells,
            "lies": self._tells,
            "mentions": self._tells,
            "asks": self._asks,
            "withholds": self._withholds,
            "tries to tell": self._tries,
            "sees": self._sees,
            "hears": self._hears,
            "learned": self._learned,
            "enters": self._enters,
            "leaves": self._leaves,
            "forgets since": self._forgets_since,
            "convinces": self._tells,
            "writes": self._writes,
            "reads": self._reads,
            "shows": self._shows,
            "dies": self._dies,
            "joins": self._joins,
            "quits": self._joins,
            "takes": self._takes,
            **dict.fromkeys(_THOUGHTS, self._thinks),
        }

    def lines(self, lines: Iterable[syntax.Line], scene: int, after: int = 0) -> Lines:
        """Return what these lines come to in a scene that has had ``after`` events already."""
        events: list[Event] = []
        gone: dict[int, Span] = {}
        expectations: list[Expectation] = []
        fairs: list[Fair] = []
        waivers: list[Waiver] = []
        for line in lines:
            match line:
                case syntax.StatementLine():
                    for event in self._statement(line):
                        events.extend(self._going(event, gone))
                case syntax.NarrationLine():
                    told = self._narration(line)
                    if told is not None:
                        events.extend(self._going(told, gone))
                case syntax.PersonaEntry():
                    self._disguise(line)
                case syntax.ExpectLine():
                    formula = self.formulas.formula(line.formula)
                    if formula is not None:
                        count = after + len(events)
                        expectations.append(Expectation(formula, scene, count, line.span))
                case syntax.FairLine():
                    fair = self._fair(line, scene)
                    if fair is not None:
                        fairs.append(fair)
                case syntax.IntendedLine():
                    waivers.append(Waiver(line.code.text, line.reason, scene, line.span))
        return Lines(tuple(events), tuple(expectations), tuple(fairs), tuple(waivers))

    def _going(self, event: Event, gone: dict[int, Span]) -> Iterable[Event]:
        """Return an event without those who leave though they have left; ``gone`` is kept up."""
        match event.act:
            case Leave(who):
                again = [each for each in who if each in gone]
                for each in again:
                    name = self.names.display(each)
                    self.findings.add(errors.left_twice(name, event.span, gone[each]))
                gone.update(dict.fromkeys(who, event.span))
                if again:
                    left = tuple(each for each in who if each not in again)
                    return [replace(event, act=replace(event.act, who=left))] if left else []
            case Enter(who):
                for each in who:
                    gone.pop(each, None)
            case Narration():
                for effect in event.act.effects:
                    if effect.fluent < self.names.characters:
                        gone.pop(effect.fluent, None)
            case _:
                pass
        return [event]

    def _disguise(self, line: syntax.PersonaEntry) -> None:
        """Complain of a disguise that the whole file does not have; else nothing happens."""
        name = key(line.persona.text)
        if name not in self.names.thing_named and name not in self.names.poisoned:
            self.findings.add(errors.persona_late(line.persona.text, line.span))

    def _fair(self, line: syntax.FairLine, scene: int) -> Fair | None:
        reference = self.formulas.reference(line.fact)
        by = self.scene(line.scene)
        if reference is None or by is None:
            return None
        return Fair(reference.fluent, by, scene, line.span)

    def scene(self, name: syntax.Name) -> int | None:
        """Return the scene of this title, the first where there are several."""
        numbers = self.names.scene_named.get(title_key(name.text))
        if numbers:
            return numbers[0]
        self.findings.unknown(
            title_key(name.text),
            name.span,
            lambda: ((title, title) for title in self.names.scene_named),
            lambda near: errors.unknown_scene(name.text, name.span, near),
        )
        return None

    # --- narration -----------------------------------------------------------------------------

    def _narration(self, line: syntax.NarrationLine) -> Event | None:
        effects = [self._effect(node) for node in line.effects]
        needs = [self._need(node) for node in line.needs]
        brackets = self.brackets.read(line.brackets, "narration", "narration")
        if brackets is None or None in effects or None in needs:
            return None
        act = Narration(
            prose=line.prose,
            effects=tuple(effect for effect in effects if effect is not None),
            needs=tuple(need for need in needs if need is not None),
            doer=self.doer(line.prose),
            convincingly=brackets.reception.convincingly,
        )
        return Event(act, brackets.audience, brackets.off_page, line.span, line.prose)

    def doer(self, prose: str) -> int | None:
        """Return whose name opens the sentence (``Kakashi's`` opens it with a thing of his)."""
        words = prose.split(None, 12)[:12]
        start = 1 if len(words) > 1 and words[0].lower() == "the" else 0
        if start >= len(words):
            return None
        longest = self.names.first_words.get(key(words[start]))
        if longest is None:
            longest = self.names.first_words.get(key(words[start].rstrip(_ASCII_END)), 0)
        for count in range(min(longest, len(words) - start), 0, -1):
            name = " ".join(words[start : start + count])
            for each in (name, name.rstrip(_ASCII_END)):
                thing = self.names.thing_named.get(key(each))
                if thing is not None and thing < self.names.characters:
                    return thing
        return None

    def _effect(self, node: syntax.EffectNode) -> Effect | None:
        if not isinstance(node.formula, syntax.Atom | syntax.Negation):
            if not isinstance(node.formula, syntax.Bad):
                self.findings.add(errors.no_effect(node.span))
            return None
        if node.shift is not None:
            return self._shift(node, node.shift)
        formula = self.formulas.formula(node.formula)
        if formula is None:
            return None
        if not isinstance(formula, Is):
            self.findings.add(errors.no_effect(node.span))
            return None
        if not is_single(formula.values):
            self.findings.add(errors.indefinite_effect(self._fact_name(formula.fluent), node.span))
            return None
        return Put(formula.fluent, formula.values)

    def _shift(self, node: syntax.EffectNode, by: int) -> Effect | None:
        matter = self.formulas.matter(node.formula)
        if matter is None:
            return None
        if isinstance(matter, Which) and self.formulas.domain_of(matter.fluent).is_number:
            return Shift(matter.fluent, by)
        if isinstance(matter, Which | Is):
            self.findings.add(errors.not_a_number(self._fact_name(matter.fluent), node.span))
        else:
            self.findings.add(errors.no_effect(node.span))
        return None

    def _fact_name(self, fluent: int) -> str:
        return self.names.facts[self.formulas.fact_of(fluent)].name

    def _need(self, node: syntax.Formula) -> Formula | None:
        formula = self.formulas.formula(node)
        if formula is None or self.contents.claimed(formula, node) is None:
            return None
        return formula

    # --- statements ----------------------------------------------------------------------------

    def _statement(self, line: syntax.StatementLine) -> Iterable[Event]:
        verb = _ALIKE.get(line.verb, line.verb)
        act = self._acts[verb]
        brackets = self.brackets.read(line.brackets, verb, f"a line with {line.verb}")
        acts = act(line, NO_MARKS if brackets is None else brackets)
        if acts is None or brackets is None:
            return ()
        return [
            Event(each, brackets.audience, brackets.off_page, line.span, line.text) for each in acts
        ]

    def _subjects(self, line: syntax.StatementLine) -> tuple[int, ...] | None:
        return self.formulas.everybody(line.subjects)

    def _others(self, line: syntax.StatementLine, saying: str | None) -> tuple[int, ...] | None:
        """Return to whom or from whom; ``saying``: how to complain where there must be somebody."""
        if not line.objects and saying is not None:
            self.findings.add(errors.nobody_addressed(saying, line.verb_span))
            return None
        return self.formulas.everybody(line.objects)

    def _tells(self, line: syntax.StatementLine, brackets: Brackets) -> Iterable[Act] | None:
        subjects = self._subjects(line)
        to = self._others(line, None if line.verb == "mentions" else "is said")
        content = self.contents.said(line.contents, line.span)
        if subjects is None or to is None or content is None:
            return None
        lie = line.verb.startswith("lies")
        reception = brackets.reception
        if line.verb == "convinces":
            reception = replace(reception, convincingly=True)
        return [Tell(who, to, content, lie, reception) for who in subjects]

    def _asks(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        subjects, to, content = (
            self._subjects(line),
            self._others(line, "is asked"),
            self.contents.asked(line.contents, line.span),
        )
        if subjects is None or to is None or content is None:
            return None
        return [Ask(who, to, content) for who in subjects]

    def _withholds(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        subjects = self._subjects(line)
        others, content = (
            self._others(line, "is not said"),
            self.contents.asked(line.contents, line.span),
        )
        if subjects is None or others is None or content is None:
            return None
        return [Withhold(who, others, content) for who in subjects]

    def _tries(self, line: syntax.StatementLine, brackets: Brackets) -> Iterable[Act] | None:
        subjects, to = self._subjects(line), self._others(line, "is said")
        content = self.contents.said(line.contents, line.span)
        if subjects is None or to is None or content is None:
            return None
        return [TryToTell(who, to, content, brackets.stopped_by) for who in subjects]

    def _sees(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who, content = self._subjects(line), self.contents.said(line.contents, line.span)
        return None if who is None or content is None else [See(who, content)]

    def _hears(self, line: syntax.StatementLine, brackets: Brackets) -> Iterable[Act] | None:
        who, content = self._subjects(line), self.contents.said(line.contents, line.span)
        return None if who is None or content is None else [Hear(who, content, brackets.reception)]

    def _learned(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who, content = self._subjects(line), self.contents.said(line.contents, line.span)
        return None if who is None or content is None else [Learn(who, content)]

    def _thinks(self, line: syntax.StatementLine, brackets: Brackets) -> Iterable[Act] | None:
        how = _THOUGHTS[line.verb]
        who = self._subjects(line)
        claims = how in {Thought.INFERS, Thought.SUSPECTS, Thought.COMES_TO_BELIEVE}
        content = (
            self.contents.said(line.contents, line.span)
            if claims
            else self.contents.asked(line.contents, line.span)
        )
        if who is None or content is None:
            return None
        return [Think(who, how, content, brackets.reception.convincingly)]

    def _forgets_since(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who = self._subjects(line)
        scene = None if line.scene is None else self.scene(line.scene)
        return None if who is None or scene is None else [ForgetSince(who, scene)]

    def _enters(self, line: syntax.StatementLine, brackets: Brackets) -> Iterable[Act] | None:
        who = self._subjects(line)
        return None if who is None else [Enter(who, brackets.unnoticed)]

    def _leaves(self, line: syntax.StatementLine, brackets: Brackets) -> Iterable[Act] | None:
        who = self._subjects(line)
        to = ELSEWHERE if line.place is None else self.place(line.place)
        return None if who is None or to is None else [Leave(who, to, brackets.unnoticed)]

    # --- letters, groups, disguises ------------------------------------------------------------

    def _writes(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who, document = self._subjects(line), self._document(line)
        signed = None if line.other is None else self.formulas.character(line.other)
        content = self.contents.said(line.contents, line.span)
        if who is None or document is None or content is None:
            return None
        if line.other is not None and signed is None:
            return None
        return [Write(each, document, content, each if signed is None else signed) for each in who]

    def _reads(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who, document = self._subjects(line), self._document(line)
        return None if who is None or document is None else [Read(who, document)]

    def _shows(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who, others = self._subjects(line), self._others(line, "is shown")
        document = None if line.thing is None else self._document(line)
        content = None
        if line.thing is None:
            content = self.contents.said(line.contents, line.span)
        if who is None or others is None:
            return None
        together = tuple(dict.fromkeys((*who, *others)))
        if document is not None:
            return [Read(together, document)]
        return None if content is None else [See(together, content)]

    def _document(self, line: syntax.StatementLine) -> int | None:
        """Return the letter, diary or recording that is written or read."""
        name = line.thing
        if name is None:
            self.findings.add(errors.nothing_said(line.span))
            return None
        thing = self.names.thing_named.get(key(name.text))
        if thing is not None and key(self.names.things[thing].kind) == DOCUMENT:
            return thing
        if thing is not None:
            self.findings.add(errors.not_a_document(name.text, name.span))
        elif key(name.text) not in self.names.poisoned:
            self.findings.unknown(
                key(name.text),
                name.span,
                lambda: self.names.of_kind(DOCUMENT),
                lambda near: errors.unknown_document(name.text, name.span, near),
            )
        return None

    def _dies(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who = self._subjects(line)
        if self.names.dead is None:
            if DEAD not in self.names.poisoned and DEAD not in self.names.fact_named:
                self.findings.add(errors.nobody_can_die(line.span))
            return None
        return None if who is None else [Die(who)]

    def _joins(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who, name = self._subjects(line), line.thing
        if name is None:
            self.findings.add(errors.nothing_said(line.span))
            return None
        group = self.names.group_named.get(key(name.text))
        if group is None and key(name.text) not in self.names.poisoned:
            self.findings.unknown(
                key(name.text),
                name.span,
                lambda: ((key(each.name), each.name) for each in self.names.groups),
                lambda near: errors.not_a_group(name.text, name.span, near),
            )
        if who is None or group is None:
            return None
        for each in who:
            persona = self.names.personas.get(each)
            if persona is not None:
                names = self.names.display(each), self.names.display(persona.wearer)
                self.findings.add(errors.persona_in_group(*names, line.subjects[0].span))
                return None
        return [Join(who, group, line.verb == "quits")]

    def _takes(self, line: syntax.StatementLine, _: Brackets) -> Iterable[Act] | None:
        who, thing, other = self._subjects(line), line.thing, line.other
        if thing is None or other is None:
            self.findings.add(errors.nothing_said(line.span))
            return None
        taken, whom = self.formulas.character(thing), self.formulas.character(other)
        if who is None or taken is None or whom is None:
            return None
        if taken == whom:
            self.findings.add(errors.taken_for_itself(thing.text, other.span))
            return None
        if taken in self.names.personas:
            return [TakeFor(who, taken, whom)]
        if whom in self.names.personas:
            return [TakeFor(who, whom, taken)]
        names = self.names.display(taken), self.names.display(whom)
        self.findings.add(errors.taken_for_whom(*names, thing.span))
        return None

    def place(self, name: syntax.Name) -> int | None:
        """Return the value of *at* that a place is."""
        value = self.names.values[AT].get(key(name.text))
        if value is None and key(name.text) not in self.names.poisoned:
            self.findings.unknown(
                key(name.text),
                name.span,
                lambda: self.names.value_names(AT),
                lambda near: errors.unknown_place(name.text, name.span, near),
            )
        return value
