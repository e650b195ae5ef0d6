"""The engine: how things are, what each mind makes of it, and what each takes the others to think.

``Minds`` owns every table: cells, states and the links between them, all interned, so that asking
is lazy (a mind inside a mind is worked out when somebody asks for it) and nothing is done twice.

The picture ``child(state, who)`` depends on the state alone: on its history, and on the viewpoint
from which each step of it was perceived. It is built by walking back to the last state whose
picture is known, and forth again over the steps that concern ``who``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from whoknows.engine.cells import Basis, Cell, Cells, Mark
from whoknows.engine.draft import FIRST_NUMBER, Draft
from whoknows.engine.evaluate import Reading, fluents_of, has_minds, value
from whoknows.engine.guises import Guises
from whoknows.engine.opening import Opening
from whoknows.engine.states import Heard, Reason, State, replaced, thought_to_be
from whoknows.engine.steps import Add, Muster, Set, Step, View
from whoknows.engine.views import ALONE, TRULY, seen_from
from whoknows.model.formula import And, Claim, Is, Or, Stance
from whoknows.model.story import ELSEWHERE, READER, Rule, Sight, Story
from whoknows.model.values import YES, Values, is_within

WENT_STALE = Reason("went stale", number=FIRST_NUMBER - 2)
FOLLOWED = Reason("in sight of it", number=FIRST_NUMBER - 1)


@dataclass(frozen=True, slots=True)
class Watch:
    """A sight, with every fluent on which it depends what is seen."""

    sight: Sight
    depends_on: frozenset[int]


class Minds:
    """The laws at work on one story. Everything it hands out is immutable."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.cells = Cells()
        self._states: dict[tuple[Any, ...], State] = {}
        self._lasting = [story.facts[f.fact].lasting for f in story.fluents]
        self._serials = 0
        self.guises = Guises(story)
        self._opening = Opening(story, self.cells, self.guises)
        self._rules = tuple(_Ready(n, rule) for n, rule in enumerate(story.rules))
        self._plain_rules = _by_fluent(r for r in self._rules if not r.on_minds)
        self._near = frozenset(self._plain_rules)
        # A rule that concludes something of a mind holds there as long as it is followed here, and
        # minds may change unseen: both kinds are tried at every step, but the second not in raw
        # states (see `child`).
        about = frozenset(r.number for r in self._rules if r.about_minds and not r.on_minds)
        on = frozenset(r.number for r in self._rules if r.on_minds)
        self._always = {True: about, False: about | on}
        self._ages = any(not self._lasting[c.fluent] for r in story.rules for c in r.conclusion)
        self._reasons: dict[tuple[Any, ...], Reason] = {}
        self._watches = _by_looker(story.sights)
        # What others may have worked out or seen without one's noticing.
        self.worked_out = frozenset(c.fluent for r in story.rules for c in r.conclusion).union(
            sight.fluent for sight in story.sights
        )
        self._deaths = story.deaths
        self._watched: dict[int, frozenset[int]] = {}
        self.truth = self._start(None, None)
        self.reader = self._start(READER, None)

    # --- what a story's facts are like -----------------------------------------------------

    def is_lasting(self, fluent: int) -> bool:
        """Tell whether what was seen of this fluent stays seen."""
        return self._lasting[fluent]

    def default_cell(self, fluent: int) -> Cell:
        """Return what stands in a head that nothing about this fluent has reached."""
        return self._opening.default(fluent)

    def follows(self, state: State) -> tuple[int, ...]:
        """Return the fluents a mind always holds as they stand one step up the chain."""
        if state.last is None or state.last == READER:
            return ()
        return self._opening.follows(state.last, under_truth=not state.picture)

    def reason(
        self,
        how: str,
        values: Values | None = None,
        basis: Basis | None = None,
        rule: Rule | None = None,
    ) -> Reason:
        """Return the one reason that is so."""
        key = (how, values, basis, None if rule is None else id(rule))
        known = self._reasons.get(key)
        if known is None:
            number = len(self._reasons) + FIRST_NUMBER
            known = self._reasons[key] = Reason(how, values, basis, rule, number)
        return known

    # --- the three ways on -----------------------------------------------------------------

    def happen(self, truth: State, step: Step) -> State:
        """Return how things are after a step."""
        told = self.guises.told(step, truth.naming)
        draft = Draft(self, truth, told, TRULY)
        draft.staged = step
        for operation in told.operations:
            match operation:
                case Set(fluent, values):
                    self._become(draft, fluent, values)
                case Add(fluent, by):
                    reason = self.reason("shifted")
                    draft.change(fluent, self.cells.shift(draft.cell(fluent), by), reason)
                case Muster(comers=None):
                    self._assemble(draft, operation)
                case _:
                    pass
        return self._intern(draft)

    def _become(self, draft: Draft, fluent: int, values: Values) -> None:
        cell = self.cells.held(draft.cell(fluent).full, values, Basis.WITNESSED)
        draft.support(fluent, cell, self.reason("effect", values, Basis.WITNESSED))

    def _assemble(self, draft: Draft, muster: Muster) -> None:
        """Put those who are there where they are, and those who have gone elsewhere."""
        present = (*muster.present, *muster.hidden)
        for who in self.story.cast:
            at = draft.state.cell(who).possible
            if who in present:
                self._become(draft, who, 1 << muster.place)
            elif at == 1 << muster.place:
                self._become(draft, who, 1 << ELSEWHERE)

    def read(self, reader: State, step: Step, truth: State) -> State:
        """Return what the reader holds after the page has told this step (law 13).

        ``truth``: how things were just before. Returns the same state where the page is silent.
        """
        view: View | None = TRULY
        if not step.on_page:
            view = None
        elif step.through is not None:
            true = self.guises.told(step, truth.naming)
            assert true.through is not None
            view = seen_from(true, TRULY, true.through, self._is_there(truth, true, true.through))
        draft = Draft(self, reader, self.guises.told(step, reader.naming), view)
        draft.staged = step
        if view is not None:
            draft.perceive(lambda: None)
        elif self._ages and step.number == step.opening:
            draft.enter_scene()
        else:
            return reader
        return self._deduced(self._intern(draft), raw=False)

    def child(self, state: State, who: int, *, raw: bool = False) -> State:
        """Return the state ``who`` is thought to be in, as held in ``state`` (law 2: oneself).

        A raw child has not followed any rule about minds. Such rules look at raw children only: a
        rule about minds within minds would otherwise have to be followed in ever deeper minds
        before it could be followed in the first.
        """
        if state.naming:
            who = dict(state.naming).get(who, who)
        if who == state.last:
            return state
        known = state.kid(who, raw)
        if known is not None:
            return known
        kid, trail = self._last_known_child(state, who, raw)
        watched = self._watched_by(who)
        for node in reversed(trail):
            company = self._company(node) if node.company is None else node.company
            if (
                node.plain
                and who not in company
                and not kid.loose
                and watched.isdisjoint(node.changed)
            ):
                continue
            if node.unmasked or node.merged is not None:
                kid = self._made_one(kid, node, who, raw=raw)
            view = self._view_of(node, who)
            if view is not None or self._concerns(node, kid, watched):
                kid = self._advance(kid, node, who, view, raw=raw)
                node.keep_kid(who, raw, kid)
        state.keep_kid(who, raw, kid)
        return kid

    def _made_one(self, kid: State, node: State, who: int, *, raw: bool) -> State:
        """Return a mind together with that of the persona, or the person, it turns out to be."""
        others = [] if node.merged is None else [self.child(node.merged, who, raw=raw)]
        for persona, other in node.unmasked:
            if other == who and node.before is not None:
                others.append(self.child(node.before, persona, raw=raw))
        for other_mind in others:
            draft = Draft(self, kid, kid.step, None, raw=raw)
            draft.become_one_with(other_mind)
            kid = self._intern(draft)
        return kid

    def _concerns(self, node: State, kid: State, watched: frozenset[int]) -> bool:
        """Tell whether a step that somebody did not perceive may change their mind all the same."""
        return bool(
            node.passes_on
            or not watched.isdisjoint(node.changed)
            or (kid.loose and not kid.loose.isdisjoint(node.changed))
            or (self._ages and node.opens_scene and kid.visit != node.number)
        )

    def _last_known_child(self, state: State, who: int, raw: bool) -> tuple[State, list[State]]:
        """Return the latest known picture of somebody, and the states since, latest first."""
        trail: list[State] = []
        node = state
        while True:
            if node.before is None:
                return self._start(who, node, raw=raw), trail
            trail.append(node)
            node = node.before
            known = node.kid(who, raw)
            if known is not None:
                return known, trail

    def along(self, state: State, chain: Iterable[int], *, raw: bool = False) -> State:
        """Return the state at the end of a chain of minds, from this one."""
        for who in chain:
            state = self.child(state, who, raw=raw)
        return state

    # --- who perceives ---------------------------------------------------------------------

    def _is_there(self, state: State, step: Step, who: int) -> bool:
        if step.base is not None:
            return who in step.base
        if who in step.shown:
            return True
        at = state.cell(who)
        return at.sure and at.possible == step.here

    def _view_of(self, node: State, who: int) -> View | None:
        """Return the viewpoint ``who`` is taken to have of the step that led to this state."""
        if node.view is None:
            return None
        step = node.step
        assert step is not None
        if node.before is not None and node.before.naming:
            step = self.guises.told(step, node.before.naming)
        there = who in (self._company(node) if node.company is None else node.company)
        if not (there or step.marked or step.through == who):
            return None
        if self._deaths and who not in step.shown and self._is_dead(who, node):
            return None
        if step.through == who and node.last == READER:
            return node.view
        return seen_from(step, node.view, who, there)

    def _company(self, node: State) -> frozenset[int]:
        """Return with whom a perspective reckons at the step that led to a state.

        Notes also whether the state is ``plain``: to all others it is as if nothing had happened.
        """
        step, before = node.step, node.before
        company: frozenset[int] = frozenset()
        marked = False
        if node.view is not None and step is not None and before is not None:
            step = self.guises.told(step, before.naming)
            marked = step.marked or step.through is not None
            there = thought_to_be(before, step.here, self.story.characters)
            company = step.shown.union(there) if step.base is None else step.base
        node.plain = not (
            marked
            or node.passes_on
            or node.unmasked
            or node.merged is not None
            or (self._ages and node.opens_scene)
        )
        node.company = company
        return company

    def _is_dead(self, who: int, node: State) -> bool:
        """Tell whether a perspective took somebody to be dead before a step."""
        death = self._deaths.get(who)
        before = node.before
        return death is not None and before is not None and before.cell(death).possible == YES

    def perceives(self, state: State, who: int) -> bool:
        """Tell whether somebody is taken to have perceived the step that led to this state."""
        return self._view_of(state, who) is not None

    # --- one mind, one step ----------------------------------------------------------------

    def _advance(
        self, kid: State, parent: State, who: int, view: View | None, *, raw: bool
    ) -> State:
        """Return a mind after the step that led its parent on (CORE, "Step")."""
        step = parent.step
        if kid.naming and step is not None:
            step = self.guises.told(step, kid.naming)
        draft = Draft(self, kid, step, view, raw=raw)
        draft.staged = parent.step
        passing = self._ages and parent.opens_scene and kid.visit != parent.number
        spoken_of = any(h.how == "forgot" or h.path[:1] == (who,) for h in parent.heard)
        if view is None and step is not None and (passing or spoken_of):
            draft.enter_scene()

        def said_of_this_mind() -> None:
            for heard in parent.heard:
                self._hear(draft, heard, who)

        if view is not None:
            draft.perceive(said_of_this_mind)
        else:
            said_of_this_mind()
        if parent.returned is not None:
            draft.return_to(self.child(parent.returned, who, raw=raw))
        if kid.loose:
            self._go_stale(draft, parent, view)
        for fluent in self.follows(kid):
            if fluent in parent.changed or fluent in draft.changes:
                draft.change(fluent, self.cells.follow(parent.cell(fluent)), FOLLOWED)
        for watch in self._watches.get(who, ()):
            if (
                view is not None
                or watch.sight.fluent in draft.changes
                or not watch.depends_on.isdisjoint(parent.changed)
            ):
                self._look(draft, parent, watch.sight)
        for standing in parent.standing:
            self._hear(draft, standing, who)
        if view is None and not (draft.touched or draft.heard or draft.returned or passing):
            return kid
        return self._concluded(self._intern(draft), parent, raw=raw)

    def _concluded(self, state: State, parent: State, *, raw: bool) -> State:
        """Return the state after the rules, and after what they made one look for."""
        while True:
            concluded = self._deduced(state, raw=raw)
            watches = self._watches.get(state.last or 0, ())
            if concluded is state or not watches:
                return concluded
            draft = Draft(self, concluded, state.step, None, raw=raw)
            for watch in watches:
                if watch.sight.fluent in concluded.changed:
                    self._look(draft, parent, watch.sight, again=True)
            if not draft.changes:
                return concluded
            state = self._intern(draft)

    def _hear(self, draft: Draft, heard: Heard, who: int) -> None:
        """Take what was said of this mind, or of a mind within it."""
        if heard.how == "forgot":
            draft.forget(heard.claim.fluent)
        elif heard.path and heard.path[0] == who:
            rest = heard.path[1:]
            if rest and heard.rule is not None:
                draft.standing = (*draft.standing, replace(heard, path=rest))
            elif rest:
                draft.hear(replace(heard, path=rest))
            elif heard.rule is not None:
                draw(draft, heard.claim, heard.rule)
            else:
                reason = self.reason(heard.how, heard.claim.values, heard.basis)
                draft.take(heard.claim, heard.basis, heard.convincingly, reason)

    def _go_stale(self, draft: Draft, parent: State, view: View | None) -> None:
        """A mind known to be settled is no longer when things change behind its back.

        Where the parent only learns more of what was so all along, who knew which still does.
        """
        assert parent.before is not None
        thought = parent.view is not None and parent.view.shape == ALONE
        if thought or parent.step is parent.before.step:
            return  # The parent has only thought: whoever knew which still does.
        for fluent in sorted(draft.state.loose.intersection(parent.changed)):
            old, new = parent.before.cell(fluent), parent.cell(fluent)
            if fluent in draft.changes or is_within(new.possible, old.possible):
                continue
            if view is None or old.mark is not Mark.OWN:
                cell = self.cells.unsettle(draft.cell(fluent), old.possible)
                draft.change(fluent, cell, WENT_STALE)

    def is_in_sight(self, fluent: int, who: int, parent: State) -> bool:
        """Tell whether somebody has a fact before their eyes, as held one step up the chain."""
        held = parent.cell(fluent)
        return held.sure and any(
            watch.sight.fluent == fluent
            and any(
                values & held.possible and value(self, parent, condition) is True  # type: ignore[operator]
                for values, condition in watch.sight.conditions
            )
            for watch in self._watches.get(who, ())
        )

    def _look(self, draft: Draft, parent: State, sight: Sight, *, again: bool = False) -> None:
        """Let this mind see what is in plain sight, as seen one step up (law 11).

        ``again``: after rules have concluded something in it. What they concluded of a mind that is
        seen to know, but not what, then stands, or the two would go on correcting each other.
        """
        fluent = sight.fluent
        held = parent.cell(fluent)
        considered = held.possible if held.mark is Mark.OWN else held.full
        in_sight = [
            value(self, parent, condition, Reading.FULL)
            for values, condition in sight.conditions
            if values & considered  # type: ignore[operator]  # one domain
        ]
        if not in_sight or (parent.last is None and not held.sure):
            return
        if all(seen is True for seen in in_sight):
            cell = draft.cell(fluent)
            if held.sure:
                if cell.evidence[Basis.WITNESSED] != held.possible or not cell.sure:
                    reason = self.reason("in sight", held.possible, Basis.WITNESSED)
                    draft.support(fluent, self.cells.witness(cell, held.possible), reason)
                draft.is_fresh(fluent)
            elif not again:
                draft.change(fluent, self.cells.settled(cell.full), self.reason("in sight"))
        elif all(seen is False for seen in in_sight):
            self._miss(draft, parent, sight)

    def _miss(self, draft: Draft, parent: State, sight: Sight) -> None:
        """What would be seen here, were it so, is not seen: it is not so."""
        cell = draft.cell(sight.fluent)
        if cell.mark is not Mark.OWN or not cell.aware:
            return  # Nobody misses what they have never given a thought.
        domain = self.story.domain_of(sight.fluent)
        still = domain.full
        for values, condition in sight.conditions:
            if value(self, parent, condition, Reading.FULL) is True:
                still = still & domain.without(values)  # type: ignore[operator]
        if still != domain.full:
            reason = self.reason("not in sight", still, Basis.WITNESSED)
            draft.support(sight.fluent, self.cells.exclude(cell, still), reason)
            draft.is_fresh(sight.fluent)

    def _watched_by(self, who: int) -> frozenset[int]:
        """Return the fluents whose change one step up may change what ``who`` sees."""
        watched = self._watched.get(who)
        if watched is None:
            own = frozenset(self._opening.follows(who, under_truth=False))
            watched = own.union(*(w.depends_on for w in self._watches.get(who, ())))
            self._watched[who] = watched
        return watched

    # --- rules -----------------------------------------------------------------------------

    def _deduced(self, state: State, *, raw: bool) -> State:
        """Return the state after every rule that follows, to the fixpoint (law 12).

        It settles: a conclusion only ever narrows what was inferred, and there are finitely many.
        """
        while True:
            rules = self._rules_to_try(state, raw)
            if not rules:
                return state
            draft = Draft(self, state, state.step, None)
            draft.standing = state.standing
            for rule in rules:
                if self._fires(state, rule):
                    conclude(draft, rule.rule)
            if not draft.changes and draft.standing == state.standing:
                return state
            state = self._intern(draft)

    def _rules_to_try(self, state: State, raw: bool) -> list[_Ready]:
        """Return the rules that may follow now: those near what changed, and those on minds."""
        found = self._always[raw]
        if not self._near.isdisjoint(state.changed):
            found = found.union(
                number for fluent in state.changed for number in self._plain_rules.get(fluent, ())
            )
        return [self._rules[number] for number in sorted(found)]

    def _fires(self, state: State, ready: _Ready) -> bool:
        if ready.facts is None:
            return value(self, state, ready.rule.premise, Reading.BELIEF, raw=True) is True
        for fluent, values in ready.facts:
            cell = state.cell(fluent)
            if cell.mark is not Mark.OWN or not is_within(cell.believed, values):
                return False
        return True

    # --- interning -------------------------------------------------------------------------

    def _intern(self, draft: Draft) -> State:
        if self.guises.fluents:
            draft.see_through()
        number = 0 if draft.step is None else draft.step.number
        changes, heard = draft.changes, draft.heard
        # Of numbers alone, so that Python's memory sweeping need not look into it.
        cells = [cell.number for cell in changes.values()]
        reasons = [reason.number for reason in draft.reasons]
        past = (draft.state.serial, number, draft.traces, draft.visit, draft.fresh)
        view = draft.view or ()
        key: tuple[Any, ...] = (*past, len(cells), len(reasons), *view, *changes, *cells)
        key = (*key, *draft.touched, *reasons)
        if heard or draft.standing or draft.returned is not None or draft.merged is not None:
            key = (*key, tuple(heard), draft.standing, draft.returned, draft.merged)
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = _after(draft)
            self._serials += 1
            state.serial = self._serials
            if draft.naming:
                state.naming = draft.naming
                state.aliases = self.guises.aliases(draft.naming)
                state.unmasked = draft.unmasked
        return state

    def _start(self, who: int | None, parent: State | None, *, raw: bool = False) -> State:
        """Return what somebody holds at the start, as held in the parent's start."""
        start = self._opening.state(who, parent)
        if who is None:
            return start
        if parent is not None and who in self._watches:
            draft = Draft(self, start, None, None)
            for watch in self._watches[who]:
                self._look(draft, parent, watch.sight)
            if draft.touched:
                known = start.changed
                start = self._intern(draft)
                start.changed = {**known, **start.changed}  # rules have yet to look at all of it
        if parent is None:
            return self._deduced(start, raw=raw)
        return self._concluded(start, parent, raw=raw)


def _after(draft: Draft) -> State:
    """Return the state a draft has become."""
    base, changes = draft.state, draft.changes
    settled = [f for f, cell in changes.items() if cell.mark is Mark.SETTLED]
    loose = base.loose
    if settled or not loose.isdisjoint(changes):
        loose = loose.difference(changes).union(settled)
    cells = replaced(base.cells, changes) if changes else base.cells
    state = State(base.last, base, cells, picture=base.picture)
    if draft.step is not None:
        state.step = draft.staged
        state.number = draft.step.number
    state.view = draft.view
    if changes:
        state.changed = changes
    state.touched_fluents = tuple(draft.touched)
    state.reasons = tuple(draft.reasons)
    state.heard = tuple(draft.heard)
    state.standing = draft.standing
    state.fresh = draft.fresh
    state.visit = draft.visit
    state.loose = loose
    state.traces = draft.traces
    state.returned = draft.returned
    state.merged = draft.merged
    state.passes_on = bool(draft.heard or draft.standing or draft.returned)
    return state


def conclude(draft: Draft, rule: Rule) -> None:
    """Draw a rule's conclusions: here, and in the minds they are about."""
    for claim in rule.conclusion:
        if not claim.path:
            draw(draft, claim, rule)
        elif claim.path[0] != draft.who:
            standing = Heard(claim.path, claim, Basis.INFERRED, False, "by the rule", rule)
            if standing not in draft.standing:
                draft.standing = (*draft.standing, standing)
                draft.traces |= 1 << claim.fluent


def draw(draft: Draft, claim: Claim, rule: Rule) -> None:
    """Draw one conclusion, where evidence as strong does not stand against it (law 12)."""
    if claim.fluent in draft.minds.follows(draft.state):
        return  # They are in plain view of it: nothing is to be concluded.
    cell = draft.cell(claim.fluent)
    if claim.stance is not Stance.IS:
        if claim.stance is Stance.SETTLED or not (
            cell.sure and cell.basis is not None and cell.basis <= Basis.INFERRED
        ):
            reason = draft.minds.reason("by the rule", None, Basis.INFERRED, rule)
            draft.take(claim, Basis.INFERRED, False, reason)
        return
    concluded = draft.cells.conclude(cell, claim.values)
    if concluded is None:
        draft.note(claim.fluent, draft.minds.reason("contradiction", claim.values, None, rule))
    elif concluded is not cell:
        reason = draft.minds.reason("by the rule", claim.values, Basis.INFERRED, rule)
        draft.support(claim.fluent, concluded, reason)
        draft.is_fresh(claim.fluent)


class _Ready:
    """A rule with its premise as a list of plain facts, where it is no more than that."""

    __slots__ = ("about_minds", "facts", "number", "on_minds", "rule")

    def __init__(self, number: int, rule: Rule) -> None:
        self.number = number
        self.rule = rule
        self.on_minds = has_minds(rule.premise)
        self.about_minds = any(claim.path for claim in rule.conclusion)
        parts = rule.premise.parts if isinstance(rule.premise, And) else (rule.premise,)
        plain = [part for part in parts if isinstance(part, Is)]
        self.facts = (
            tuple((part.fluent, part.values) for part in plain)
            if len(plain) == len(parts)
            else None
        )


def _by_fluent(rules: Iterable[_Ready]) -> dict[int, list[int]]:
    """Return the rules by the fluents they look at, and those they speak of."""
    table: dict[int, list[int]] = {}
    for ready in rules:
        concluded = {claim.fluent for claim in ready.rule.conclusion}
        for fluent in fluents_of(ready.rule.premise) | concluded:
            table.setdefault(fluent, []).append(ready.number)
    return table


def _by_looker(sights: Iterable[Sight]) -> dict[int, list[Watch]]:
    table: dict[int, list[Watch]] = {}
    for sight in sights:
        conditions = tuple(condition for _, condition in sight.conditions)
        depends_on = fluents_of(Or(conditions)) | {sight.fluent, sight.looker}
        table.setdefault(sight.looker, []).append(Watch(sight, depends_on))
    return table
