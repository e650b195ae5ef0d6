"""From the lines of a scene to events, expectations and what else stands there.

One function for each verb. A line with something wrong in it is left out; a line in which several
speak at once becomes an event for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whoknows.model import errors
from whoknows.model.brackets import NO_MARKS, BracketReader, Brackets
from whoknows.model.contents import ContentReader
from whoknows.model.event import (
    Act,
    Ask,
    Effect,
    Enter,
    Event,
    ForgetSince,
    Hear,
    Learn,
    Leave,
    Narration,
    Put,
    See,
    Shift,
    Tell,
    Think,
    Thought,
    TryToTell,
    Withhold,
)
from whoknows.model.formula import Formula, Is, Which
from whoknows.model.formulas import FormulaReader
from whoknows.model.names import key, title_key
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
            **dict.fromkeys(_THOUGHTS, self._thinks),
        }

    def lines(self, lines: Iterable[syntax.Line], scene: int, after: int = 0) -> Lines:
        """Return what these lines come to in a scene that has had ``after`` events already."""
        events: list[Event] = []
        expectations: list[Expectation] = []
        fairs: list[Fair] = []
        waivers: list[Waiver] = []
        for line in lines:
            match line:
                case syntax.StatementLine():
                    events.extend(self._statement(line))
                case syntax.NarrationLine():
                    event = self._narration(line)
                    if event is not None:
                        events.append(event)
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
        act = self._acts.get(verb)
        if act is None:
            self.findings.add(errors.not_yet(line.verb, line.verb_span))
            return ()
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
        to = self._others(line, "is said" if line.verb == "tells" else None)
        content = self.contents.said(line.contents, line.span)
        if subjects is None or to is None or content is None:
            return None
        lie = line.verb.startswith("lies")
        return [Tell(who, to, content, lie, brackets.reception) for who in subjects]

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
