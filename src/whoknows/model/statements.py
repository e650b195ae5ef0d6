"""From the lines of a scene to events, expectations and what else stands there.

One function for each verb. A line with something wrong in it is left out; a line in which several
speak at once becomes an event for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from whoknows.base.diagnostic import Diagnostic
from whoknows.model import errors
from whoknows.model.claims import Unsayable, content_of, content_or_matter
from whoknows.model.event import (
    AS_IT_FALLS,
    OPENLY,
    Act,
    Ask,
    Audience,
    Effect,
    Enter,
    Event,
    ForgetSince,
    Hear,
    Learn,
    Leave,
    Narration,
    Put,
    Reception,
    See,
    Shift,
    Tell,
    Think,
    Thought,
    TryToTell,
    Withhold,
)
from whoknows.model.formula import And, Content, Formula, Is, Which
from whoknows.model.formulas import FormulaReader
from whoknows.model.names import key, title_key
from whoknows.model.story import AT, ELSEWHERE, Expectation, Fair, Waiver
from whoknows.model.values import is_single
from whoknows.text import syntax

_THOUGHTS = {thought.value: thought for thought in Thought}
_WATCHED = frozenset(("only", "also", "unnoticed", "staged", "missed"))
_BELIEVED = frozenset(("believed by", "not believed", "not believed by", "convincingly"))
_HEARD = frozenset(("half heard", "heard as"))
_ANYWHERE = frozenset(("off the page",))
_FITTING = {
    "narration": _WATCHED | {"convincingly"},
    "tells": _WATCHED | _BELIEVED | _HEARD,
    "lies": _WATCHED | _BELIEVED | _HEARD,
    "mentions": _WATCHED | _BELIEVED | _HEARD,
    "hears": _WATCHED | _BELIEVED | _HEARD,
    "asks": _WATCHED,
    "sees": _WATCHED,
    "enters": _WATCHED,
    "leaves": _WATCHED,
    "tries to tell": frozenset(("stopped by",)),
    "withholds": frozenset[str](),
    "infers": frozenset(("convincingly",)),
    "suspects": frozenset(("convincingly",)),
    "comes to believe": frozenset(("convincingly",)),
    "learned": frozenset(("somehow",)),
}
"""Which brackets make sense on which line; every line may be off the page."""
_NO_BRACKETS = frozenset[str]()
_ALIKE = {"lies to": "lies", "forgets everything since": "forgets since", "learns": "learned"}
_ASCII_END = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of a scene come to."""

    events: tuple[Event, ...]
    expectations: tuple[Expectation, ...]
    fairs: tuple[Fair, ...]
    waivers: tuple[Waiver, ...]


@dataclass(frozen=True, slots=True)
class _Brackets:
    """The closing brackets of one line."""

    audience: Audience = OPENLY
    reception: Reception = AS_IT_FALLS
    off_page: bool = False
    unnoticed: bool = False
    stopped_by: tuple[int, ...] = ()


_NONE = _Brackets()


class StatementReader:
    """Reads lines by the tables of one story."""

    __slots__ = ("_acts", "findings", "formulas", "names")

    def __init__(self, formulas: FormulaReader) -> None:
        self.formulas = formulas
        self.names = formulas.names
        self.findings = formulas.findings
        self._acts: dict[str, Callable[[syntax.StatementLine, _Brackets], Iterable[Act] | None]] = {
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
        brackets = self._brackets(line.brackets, "narration", "narration")
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
        if formula is None or self._said(formula, node) is None:
            return None
        return formula

    def _said(self, formula: Formula, node: syntax.Formula) -> Content | None:
        try:
            return content_of(formula, self.formulas.domain_of)
        except Unsayable as unsayable:
            self.findings.add(errors.cannot_be_said(unsayable.why, unsayable.hint, node.span))
            return None

    # --- statements ----------------------------------------------------------------------------

    def _statement(self, line: syntax.StatementLine) -> Iterable[Event]:
        verb = _ALIKE.get(line.verb, line.verb)
        act = self._acts.get(verb)
        if act is None:
            self.findings.add(errors.not_yet(line.verb, line.verb_span))
            return ()
        brackets = self._brackets(line.brackets, verb, f"a line with {line.verb}")
        acts = act(line, _NONE if brackets is None else brackets)
        if acts is None or brackets is None:
            return ()
        return [
            Event(each, brackets.audience, brackets.off_page, line.span, line.text) for each in acts
        ]

    def _content(
        self, nodes: Sequence[syntax.Formula], line: syntax.StatementLine
    ) -> Content | None:
        """Return what is said as claims."""
        if not nodes:
            self.findings.add(errors.nothing_said(line.span))
            return None
        read = [self.formulas.formula(node) for node in nodes]
        said = [
            None if formula is None else self._said(formula, node)
            for formula, node in zip(read, nodes, strict=True)
        ]
        return _joined(said)

    def _matter(self, line: syntax.StatementLine) -> Content | None:
        """Return what is asked, wondered or left unsaid: which value may be left open."""
        if not line.contents:
            self.findings.add(errors.nothing_said(line.span))
            return None
        read = [self.formulas.matter(node) for node in line.contents]
        if len(read) > 1:
            for matter, node in zip(read, line.contents, strict=True):
                if isinstance(matter, Which):
                    self.findings.add(errors.one_at_a_time(node.span))
                    return None
        domain_of = self.formulas.domain_of
        return _joined(
            [None if matter is None else content_or_matter(matter, domain_of) for matter in read]
        )

    def _subjects(self, line: syntax.StatementLine) -> tuple[int, ...] | None:
        return self.formulas.everybody(line.subjects)

    def _others(self, line: syntax.StatementLine, saying: str | None) -> tuple[int, ...] | None:
        """Return to whom or from whom; ``saying``: how to complain where there must be somebody."""
        if not line.objects and saying is not None:
            self.findings.add(errors.nobody_addressed(saying, line.verb_span))
            return None
        return self.formulas.everybody(line.objects)

    def _tells(self, line: syntax.StatementLine, brackets: _Brackets) -> Iterable[Act] | None:
        subjects = self._subjects(line)
        to = self._others(line, "is said" if line.verb == "tells" else None)
        content = self._content(line.contents, line)
        if subjects is None or to is None or content is None:
            return None
        lie = line.verb.startswith("lies")
        return [Tell(who, to, content, lie, brackets.reception) for who in subjects]

    def _asks(self, line: syntax.StatementLine, _: _Brackets) -> Iterable[Act] | None:
        subjects, to, content = (
            self._subjects(line),
            self._others(line, "is asked"),
            self._matter(line),
        )
        if subjects is None or to is None or content is None:
            return None
        return [Ask(who, to, content) for who in subjects]

    def _withholds(self, line: syntax.StatementLine, _: _Brackets) -> Iterable[Act] | None:
        subjects = self._subjects(line)
        others, content = self._others(line, "is not said"), self._matter(line)
        if subjects is None or others is None or content is None:
            return None
        return [Withhold(who, others, content) for who in subjects]

    def _tries(self, line: syntax.StatementLine, brackets: _Brackets) -> Iterable[Act] | None:
        subjects, to = self._subjects(line), self._others(line, "is said")
        content = self._content(line.contents, line)
        if subjects is None or to is None or content is None:
            return None
        return [TryToTell(who, to, content, brackets.stopped_by) for who in subjects]

    def _sees(self, line: syntax.StatementLine, _: _Brackets) -> Iterable[Act] | None:
        who, content = self._subjects(line), self._content(line.contents, line)
        return None if who is None or content is None else [See(who, content)]

    def _hears(self, line: syntax.StatementLine, brackets: _Brackets) -> Iterable[Act] | None:
        who, content = self._subjects(line), self._content(line.contents, line)
        return None if who is None or content is None else [Hear(who, content, brackets.reception)]

    def _learned(self, line: syntax.StatementLine, _: _Brackets) -> Iterable[Act] | None:
        who, content = self._subjects(line), self._content(line.contents, line)
        return None if who is None or content is None else [Learn(who, content)]

    def _thinks(self, line: syntax.StatementLine, brackets: _Brackets) -> Iterable[Act] | None:
        how = _THOUGHTS[line.verb]
        who = self._subjects(line)
        claims = how in {Thought.INFERS, Thought.SUSPECTS, Thought.COMES_TO_BELIEVE}
        content = self._content(line.contents, line) if claims else self._matter(line)
        if who is None or content is None:
            return None
        return [Think(who, how, content, brackets.reception.convincingly)]

    def _forgets_since(self, line: syntax.StatementLine, _: _Brackets) -> Iterable[Act] | None:
        who = self._subjects(line)
        scene = None if line.scene is None else self.scene(line.scene)
        return None if who is None or scene is None else [ForgetSince(who, scene)]

    def _enters(self, line: syntax.StatementLine, brackets: _Brackets) -> Iterable[Act] | None:
        who = self._subjects(line)
        return None if who is None else [Enter(who, brackets.unnoticed)]

    def _leaves(self, line: syntax.StatementLine, brackets: _Brackets) -> Iterable[Act] | None:
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

    # --- brackets ------------------------------------------------------------------------------

    def _brackets(self, nodes: Sequence[syntax.Bracket], verb: str, line: str) -> _Brackets | None:
        """Return what the closing brackets of a line say, or None where one of them is wrong."""
        if not nodes:
            return _NONE
        fitting = _FITTING.get(verb, _NO_BRACKETS)
        lists: dict[str, tuple[int, ...]] = {}
        misheard: list[tuple[int, Content]] = []
        fine = True
        for node in nodes:
            alone = node.kind == "unnoticed" and not node.names
            if (node.kind not in fitting and node.kind not in _ANYWHERE) or (
                alone and verb not in {"enters", "leaves"}
            ):
                self.findings.add(self._misplaced(node, line, alone=alone and node.kind in fitting))
                fine = False
                continue
            people = self.formulas.everybody(node.names, reader=node.kind in _BELIEVED)
            if people is None:
                fine = False
                continue
            if node.kind == "heard as":
                content = self._heard(node)
                fine = fine and content is not None
                misheard.extend((who, content) for who in people if content is not None)
            lists[node.kind if not alone else "slips by"] = (*lists.get(node.kind, ()), *people)
        if not fine:
            return None
        return _Brackets(
            audience=_audience(lists, tuple(misheard)),
            reception=_reception(lists),
            off_page="off the page" in lists,
            unnoticed="slips by" in lists,
            stopped_by=lists.get("stopped by", ()),
        )

    @staticmethod
    def _misplaced(node: syntax.Bracket, line: str, *, alone: bool) -> Diagnostic:
        if alone:
            return errors.unnoticed_by_whom(node.span)
        return errors.bracket_misplaced(node.kind, line, node.span)

    def _heard(self, node: syntax.Bracket) -> Content | None:
        read = [self.formulas.formula(each) for each in node.contents]
        return _joined(
            [
                None if formula is None else self._said(formula, each)
                for formula, each in zip(read, node.contents, strict=True)
            ]
        )


def _audience(
    lists: dict[str, tuple[int, ...]], misheard: tuple[tuple[int, Content], ...]
) -> Audience:
    if not misheard and not any(kind in lists for kind in (*_WATCHED, "half heard")):
        return OPENLY
    return Audience(
        only=lists.get("only"),
        also=lists.get("also", ()),
        unnoticed=lists.get("unnoticed", ()),
        staged=lists.get("staged", ()),
        missed=lists.get("missed", ()),
        half=lists.get("half heard", ()),
        misheard=misheard,
    )


def _reception(lists: dict[str, tuple[int, ...]]) -> Reception:
    if not any(kind in lists for kind in _BELIEVED):
        return AS_IT_FALLS
    return Reception(
        not_believed="not believed" in lists,
        not_believed_by=lists.get("not believed by", ()),
        believed_by=lists.get("believed by", ()),
        convincingly="convincingly" in lists,
    )


def _joined(said: Sequence[Content | None]) -> Content | None:
    """Return several things said at once as one, or None where one of them is wrong."""
    if len(said) == 1:
        return said[0]
    contents = [content for content in said if content is not None]
    if len(contents) < len(said) or not contents:
        return None
    parts = [content.formula for content in contents if not isinstance(content.formula, Which)]
    claims = dict.fromkeys(claim for content in contents for claim in content.claims)
    mentions = dict.fromkeys(fluent for content in contents for fluent in content.mentions)
    return Content(And(tuple(parts)), tuple(claims), tuple(mentions))
