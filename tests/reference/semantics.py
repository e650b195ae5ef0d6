"""The laws of DESIGN §2, slow and plain: what the engine is compared with.

A story is a row of steps in story order: each occurrence of a scene gives one step "the scene
opens" and one for each of its events. Instant 0 is before everything, instant k after k steps. A
perspective is a chain of characters. Along each there is a cell for every fluent (`cells`), and
step by step :class:`Fold` works out the next cells from the last; `viewpoints` tells who perceives
a step, `reading` what a formula is. Where DESIGN and CORE leave room:

1.  *At.* Everybody knows where they are: their own ``at`` follows the cell one step up. A scene's
    opening is perceived by exactly those present and, unnoticed, those hidden.
2.  *Scope.* A chain perceives a step if each of its members has a viewpoint of it as reckoned by
    the members before. Hidden people count as ``unnoticed`` in what is perceived by all who are
    there; of private lines, of ``see``/``hear`` and of ``(only …)`` they get nothing unless named.
    Who is unnoticed is so even when spoken to. Being hidden, unnoticed or staged says whether
    others reckon with one; missed, misheard and half heard say what one gets: the two combine.
    A half-witness sees who is there. Enter and Leave in brackets ``(unnoticed: X)`` naming one who
    comes or goes are unnoticed altogether.
3.  *Fading* never touches the truth, and comes before sights and rules of its step.
4.  *Needs* are taken like effects, but not by the truth. What holds by default is "surely held".
5.  *Seen through*: the evidence above *told* alone, in the picture of the teller, excludes the
    claim, unless ``(believed by X)`` or ``convincingly`` decide it. ``A lies`` is telling. An act
    without content that somebody mishears is, to them, something told by nobody in particular.
6.  *Readings* are :class:`Reading`. A cell that is no set of its own allows every value (*fixed*:
    its values) to whoever asks along the chain it stands in; as one's own mind it is sure of that
    value.
7.  *Mention* also of dreams. Asking is about the fluents its content mentions.
8.  *Start*: a keeper's copied cell wins over an entry of *at first*; of two entries the later.
9.  *Rules*: in the order of the file, round after round. Premises about minds are read in a second
    fold of the whole story, without the rules whose premises are about minds.
10. *Looking* comes after what follows the parent, before the rules.
11. *Forgetting* is the last of what an event does; a cell that comes loose does so first.
12. *Left open by the author*: then nobody knows it, nor knows whether.
13. *Common knowledge* is tested to chains of three. History formulas are the ledger's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, TypeAlias

from tests.reference.acts import asked_about, changes, claims, mentions, plain_facts, taken_for
from tests.reference.cells import Basis, Cell, Kind, both, holding, without
from tests.reference.reading import Chain, Evaluator, Reading, parts
from tests.reference.viewpoints import PRIVATE, Stage, View
from whoknows.model.event import (
    Act,
    Ask,
    Enter,
    ForgetSince,
    Hear,
    Learn,
    Leave,
    Narration,
    Put,
    See,
    Tell,
    Think,
    Thought,
)
from whoknows.model.formula import (
    Attitude,
    Claim,
    Common,
    Formula,
    Quantified,
    Stance,
)
from whoknows.model.story import ELSEWHERE, READER, Rule, Story
from whoknows.model.values import is_within

Answer: TypeAlias = Literal["yes", "no", "undetermined"]
Draft: TypeAlias = list[Cell]

MOST_ROUNDS = 100


class Fold:
    """All perspectives of a story, by some of its rules."""

    def __init__(self, story: Story, rules: tuple[Rule, ...], pictured: Fold | None) -> None:
        self.story = story
        self.rules = rules
        self.pictured = pictured or self
        self.stage = Stage(story, self._sure_at)
        self.steps = self.stage.steps
        self.watched = {
            (s.fluent, k) for s in story.secrets if not s.unsuspected for k in s.keepers
        }
        self.rows: dict[Chain, list[tuple[Cell, ...]]] = {}
        self.before_rules: dict[tuple[Chain, int], tuple[Cell, ...]] = {}
        self.followed: dict[tuple[Chain, int], frozenset[int]] = {}  # which rules, at which instant

    def cells(self, chain: Chain, instant: int) -> tuple[Cell, ...]:
        """Return what is held along the chain after so many steps."""
        row = self.rows.setdefault(chain, [])
        while len(row) <= instant:
            now = len(row)
            draft = self._start(chain) if now == 0 else self._after_step(chain, now)
            if chain:
                self._follow_parent(draft, chain, now)
                self._look(draft, chain, now)
            self.before_rules[chain, now] = tuple(draft)
            before = None
            while chain and draft != before:
                before = list(draft)
                self._conclude(draft, chain, now)
                self._look(draft, chain, now)
            row.append(tuple(draft))
        return row[instant]

    def _sure_at(self, chain: Chain, who: int, place: int, instant: int) -> bool:
        cell = self.cells(chain, instant)[who]
        return cell.sure and cell.possible == place

    # --- the start (laws 1 and 15) ---

    def _start(self, chain: Chain) -> Draft:
        draft = [self._start_of(chain, fluent) for fluent in range(len(self.story.fluents))]
        for opening in self.story.openings:
            if opening.path == chain:
                fluent, full = opening.fluent, draft[opening.fluent].full
                if opening.unaware:
                    draft[fluent] = self._default(fluent)
                elif opening.wondering:
                    draft[fluent] = Cell(full, aware=True)
                else:
                    basis = Basis.HUNCH if opening.hunch else Basis.ASSUMED
                    draft[fluent] = holding(full, opening.values, basis, aware=True)
        return draft

    def _start_of(self, chain: Chain, fluent: int) -> Cell:
        story = self.story
        full = story.domain_of(fluent).full
        so = holding(full, story.initial(fluent), Basis.ASSUMED, aware=True)
        if not chain:
            return so
        secrets = [s for s in story.secrets if s.fluent == fluent]
        default = self._default(fluent)
        who = chain[-1]
        if (
            fluent in story.starts
            and not secrets
            and any(
                only.who == who and chain == (who,) and fluent not in only.fluents
                for only in story.knows_only
            )
        ):
            return default
        if who == READER:
            return so if fluent in story.starts and not secrets else default
        if len(chain) == 1 and any(who in s.keepers for s in secrets):
            return holding(full, story.initial(fluent), Basis.WITNESSED, aware=True)
        for secret in secrets:
            if who in secret.keepers or who in secret.kept_from:
                if secret.assumed is not None:
                    return holding(full, secret.assumed, Basis.ASSUMED, aware=True)
                return Cell(full, aware=True) if secret.wondering else default
        return so if fluent in story.starts and not secrets else default

    def _default(self, fluent: int) -> Cell:
        full = self.story.domain_of(fluent).full
        return holding(full, self.story.fact_of(fluent).initial, Basis.ASSUMED, aware=False)

    # --- one step ---

    def _after_step(self, chain: Chain, now: int) -> Draft:
        number = now - 1
        draft = list(self.cells(chain, number))
        step, view = self.steps[number], self.stage.view(chain, number)
        if chain and step.act is None:
            self._fade(draft)
        if view is None:
            self._loosen(draft, chain, now)
        elif step.act is None:
            self._open_scene(draft, chain, view, number)
        else:
            self._see_people(draft, chain, number)
            self._perceive(draft, chain, view, number)
        for length in range(1, len(chain) + 1):
            self._take_claims(draft, chain[:length], chain[length:], number)
            self._forget(draft, chain, chain[:length], number)
        if view and chain and isinstance(step.act, Leave) and chain[-1] in step.act.who:
            self._fade(draft)
        return draft

    def _fade(self, draft: Draft) -> None:
        """Turn what was seen of changing facts into what is no more than told (law 10)."""
        for fluent, cell in enumerate(draft):
            if not self.story.fact_of(fluent).lasting:
                draft[fluent] = cell.faded()

    def _loosen(self, draft: Draft, chain: Chain, now: int) -> None:
        """Untie the settled cells whose fact has changed behind their owner's back."""
        view, act = self.stage.view(chain[:-1], now - 1), self.steps[now - 1].act
        if view is not None and view.shape == "alone" and isinstance(act, PRIVATE):
            return  # one step up they have only thought: who knew which still does
        before = self.cells(chain[:-1], now - 1)
        self.cells(chain[:-1], now)
        after = self.before_rules[chain[:-1], now]
        for fluent, cell in enumerate(draft):
            old, new = before[fluent].possible, after[fluent].possible
            if cell.kind is Kind.SETTLED and not is_within(new, old):
                draft[fluent] = cell.loosened(old)

    def _open_scene(self, draft: Draft, chain: Chain, view: View, number: int) -> None:
        step = self.steps[number]
        named = set(step.scene.present)
        if view.shape in {"true", "hidden"}:
            named |= set(step.scene.hidden)
        for who in self.story.cast:
            if who in named:
                draft[who] = draft[who].put(step.place)
            elif self.stage.sure_there(chain, who, number):
                draft[who] = draft[who].put(1 << ELSEWHERE)

    def _see_people(self, draft: Draft, chain: Chain, number: int) -> None:
        step = self.steps[number]
        if not chain or step.audience.only is not None or isinstance(step.act, Enter):
            return
        for who in self.stage.shown(number) & self.stage.visible(number):
            if not self.stage.sure_there(chain, who, number):
                draft[who] = draft[who].put(step.place)

    def _perceive(self, draft: Draft, chain: Chain, view: View, number: int) -> None:
        """Take what a step changes and mentions; what it claims is taken by `_take_claims`."""
        step = self.steps[number]
        act = taken_for(step.act, view)
        changed = changes(act)
        if chain and view.sight != "full":
            for fluent in (*mentions(act), *changed):
                draft[fluent] = draft[fluent].mentioned()
            if view.sight == "settles":
                for fluent in changed:
                    draft[fluent] = draft[fluent].settled()
            return
        if isinstance(act, Narration):
            if chain:
                for need in plain_facts(act.needs):
                    if not is_within(draft[need.fluent].possible, need.values) or (
                        draft[need.fluent].kind in {Kind.SETTLED, Kind.BLANK}
                    ):
                        draft[need.fluent] = draft[need.fluent].put(need.values)
            for effect in act.effects:
                cell = draft[effect.fluent]
                draft[effect.fluent] = (
                    cell.put(effect.values) if isinstance(effect, Put) else cell.shifted(effect.by)
                )
        elif isinstance(act, Leave):
            for who in act.who:
                draft[who] = draft[who].put(1 << act.to)
        elif isinstance(act, Enter):
            self._meet(draft, chain, act, number)
        if chain:
            self._become_aware(draft, chain, act)

    def _meet(self, draft: Draft, chain: Chain, act: Enter, number: int) -> None:
        place = self.steps[number].place
        for who in act.who:
            draft[who] = draft[who].put(place)
        if chain:
            visible = self.stage.visible(number) | set(act.who)
            for who in self.story.cast:
                if who in visible:
                    draft[who] = draft[who].put(place)
                elif chain[-1] in act.who and self.stage.sure_there(chain, who, number):
                    draft[who] = draft[who].put(1 << ELSEWHERE)

    def _become_aware(self, draft: Draft, chain: Chain, act: Act | None) -> None:
        """Mention, ask and wonder (laws 7 and 9)."""
        for fluent in mentions(act):
            cell = draft[fluent]
            draft[fluent] = cell.mentioned()
            if isinstance(act, Ask | Think) and fluent not in asked_about(act.content.formula):
                continue  # what somebody may think of it was asked, not it
            if isinstance(act, Ask):
                if chain[-1] == act.asker:
                    draft[fluent] = cell.opened()
                elif chain[-1] in act.to and len(chain) >= 2:
                    grounded = cell.basis is not None and cell.basis <= Basis.TOLD
                    draft[fluent] = cell.mentioned() if grounded else cell.blank()
            elif isinstance(act, Think) and act.how is Thought.WONDERS and chain[-1] in act.who:
                draft[fluent] = cell.opened()

    # --- what is said, seen and thought (law 7) ---

    def _take_claims(self, draft: Draft, hearer: Chain, path: Chain, number: int) -> None:
        """Take what acts at ``hearer`` and is about the minds of ``path`` seen from there."""
        view = self.stage.view(hearer, number)
        act = taken_for(self.steps[number].act, view)
        for claim in claims(act) if view else ():
            if claim.path != path:
                continue
            cell = draft[claim.fluent]
            if view and view.sight == "settles" and not path:
                draft[claim.fluent] = cell.settled()
            if view and view.sight == "full":
                taken = self._taken(act, claim, hearer, number)
                if taken:
                    basis, convincingly = taken
                    draft[claim.fluent] = claimed(cell, claim, basis, convincingly=convincingly)

    def _taken(
        self, act: Act | None, claim: Claim, hearer: Chain, number: int
    ) -> tuple[Basis, bool] | None:
        """Return on what basis, and how forcefully, a claim acts; ``None``: not at all."""
        who = hearer[-1]
        match act:
            case See():
                return Basis.WITNESSED, False
            case Learn(who=learners):
                return (Basis.TOLD, True) if who in learners else None
            case Think(who=thinkers) if who in thinkers:
                return {
                    Thought.INFERS: (Basis.INFERRED, act.convincingly),
                    Thought.COMES_TO_BELIEVE: (Basis.INFERRED, True),
                    Thought.SUSPECTS: (Basis.HUNCH, act.convincingly),
                }.get(act.how)
            case Tell(teller=teller, reception=reception):
                if hearer == (teller,):
                    to_oneself = teller in act.to and reception.convincingly
                    return (Basis.TOLD, True) if to_oneself else None
                speaker = hearer if who == teller else (*hearer, teller)
                won_over = reception.convincingly or who in reception.believed_by
                if not won_over and self._seen_through(claim, speaker, number):
                    return None
                if who == teller:
                    return Basis.TOLD, reception.convincingly
            case Hear(reception=reception):
                pass
            case _:
                return None
        if reception.not_believed or who in reception.not_believed_by:
            return None
        return Basis.TOLD, reception.convincingly or who in reception.believed_by

    def _seen_through(self, claim: Claim, speaker: Chain, number: int) -> bool:
        if claim.stance is not Stance.IS:
            return False
        tail = claim.path[1:] if claim.path[:1] == speaker[-1:] else claim.path
        cell = self.cells((*speaker, *tail), number)[claim.fluent]
        return cell.excludes(claim.values, Basis.INFERRED)

    def _forget(self, draft: Draft, chain: Chain, forgetter: Chain, number: int) -> None:
        """Lose it at a perspective, and so in everything nested in it."""
        act, view = self.steps[number].act, self.stage.view(forgetter, number)
        if view is None or view.sight != "full":
            return
        if isinstance(act, Think) and act.how is Thought.FORGETS and forgetter[-1] in act.who:
            for fluent in act.content.mentions:
                draft[fluent] = self._default(fluent)
        if isinstance(act, ForgetSince) and forgetter[-1] in act.who:
            opened = [
                n
                for n, step in enumerate(self.steps[:number])
                if step.event is None and step.number == act.scene
            ]
            if opened:
                old = self.cells(chain, opened[-1])
                draft[len(self.story.cast) :] = old[len(self.story.cast) :]

    # --- what follows by itself, after every step (laws 11 and 12) ---

    def _follows_parent(self, chain: Chain, fluent: int) -> bool:
        return fluent == chain[-1] or (len(chain) >= 2 and (fluent, chain[-1]) in self.watched)

    def _follow_parent(self, draft: Draft, chain: Chain, now: int) -> None:
        """One's own whereabouts, and a secret as its keeper is taken to hold it."""
        for fluent, above in enumerate(self.cells(chain[:-1], now)):
            if self._follows_parent(chain, fluent):
                draft[fluent] = above if above.sure else replace(above.settled(), aware=above.aware)

    def _look(self, draft: Draft, chain: Chain, now: int) -> None:
        parent = chain[:-1]
        evaluator = Evaluator(self.story, lambda c: self.cells(c, now))
        for sight in self.story.sights:
            fluent = sight.fluent
            if sight.looker != chain[-1] or self._follows_parent(chain, fluent):
                continue
            above, cell = self.cells(parent, now)[fluent], draft[fluent]
            in_sight = [
                (values, evaluator.decide(condition, parent))
                for values, condition in sight.conditions
            ]
            unseen = above.possible if above.kind is Kind.OWN else above.full
            expected = {seen for values, seen in in_sight if both(values, unseen)}
            for values, _ in sight.conditions:
                unseen = without(unseen, values)
            if unseen:  # values that nobody ever sees have no condition
                expected.add(False)
            if expected == {True}:
                if above.sure:
                    draft[fluent] = cell.put(above.possible)
                elif parent:
                    draft[fluent] = cell.settled()
            elif expected == {False} and cell.kind is Kind.OWN and cell.aware:
                left = cell.full
                for values, seen in in_sight:
                    if seen:
                        left = without(left, values)
                if left and left != cell.full:
                    draft[fluent] = cell.reported(left, Basis.WITNESSED)

    def _conclude(self, draft: Draft, chain: Chain, now: int) -> None:
        def state(of: Chain) -> Draft | tuple[Cell, ...]:
            return draft if of == chain else self.pictured.cells(of, now)

        evaluator = Evaluator(self.story, state)
        drawn: list[tuple[Claim, Chain]] = []
        for length in range(1, len(chain)):
            for number in sorted(self.followed.get((chain[:length], now), ())):
                drawn += [(claim, chain[length:]) for claim in self.rules[number].conclusion]
        fired: set[int] = set()
        for _ in range(MOST_ROUNDS):
            before = list(draft)
            self._draw(draft, chain, drawn)
            for number, rule in enumerate(self.rules):
                if evaluator.decide(rule.premise, chain, Reading.BELIEVED):
                    fired.add(number)
                    self._draw(draft, chain, [(claim, ()) for claim in rule.conclusion])
            if draft == before:
                break
        self.followed[chain, now] = frozenset(fired)

    def _draw(self, draft: Draft, chain: Chain, drawn: Iterable[tuple[Claim, Chain]]) -> None:
        """Conclude what nothing held on an equal or a stronger basis contradicts."""
        for claim, path in drawn:
            cell = draft[claim.fluent]
            if claim.path != path or self._follows_parent(chain, claim.fluent):
                continue
            grounded = cell.sure and cell.basis is not None and cell.basis <= Basis.INFERRED
            held = (
                cell.excludes(claim.values, Basis.INFERRED)
                if claim.stance is Stance.IS
                else claim.stance is Stance.OPEN and grounded
            )
            if not held:
                draft[claim.fluent] = claimed(cell, claim, Basis.INFERRED, convincingly=False)


def claimed(cell: Cell, claim: Claim, basis: Basis, *, convincingly: bool) -> Cell:
    """Return the cell after somebody has taken a claim about it."""
    match claim.stance:
        case Stance.IS:
            return cell.reported(claim.values, basis, convincingly=convincingly)
        case Stance.SETTLED:
            return cell if cell.sure and cell.aware else cell.settled()
        case Stance.OPEN:
            stays = cell.kind is Kind.OWN and not cell.sure
            return cell.mentioned() if stays else Cell(cell.full, aware=True)


def about_minds(rule: Rule) -> bool:
    """Tell whether somebody must believe something for the rule to apply."""
    return any(isinstance(p, Attitude | Quantified | Common) for p in parts(rule.premise))


class Reference:
    """The answers of a story, obviously right and slow."""

    def __init__(self, story: Story) -> None:
        self.story = story
        plain = tuple(rule for rule in story.rules if not about_minds(rule))
        self._plain = Fold(story, plain, None)
        self._fold = self._plain if plain == story.rules else Fold(story, story.rules, self._plain)
        self.instants = len(self._fold.steps)

    def instants_after(self, scene: int, events: int) -> list[int]:
        """Return the instants at which so many events of a scene are done, each time it happens."""
        opened = [
            n for n, s in enumerate(self._fold.steps) if s.number == scene and s.event is None
        ]
        return [n + 1 + events for n in opened]

    def cell(self, chain: Chain, fluent: int, instant: int) -> Cell:
        """Return what is held of a fluent along a chain after so many steps."""
        return self._fold.cells(chain, instant)[fluent]

    def truth(self, formula: Formula, chain: Chain, instant: int) -> Answer:
        """Return what the formula is along a chain after so many steps."""
        evaluator = Evaluator(self.story, lambda c: self._fold.cells(c, instant))
        decided = evaluator.decide(formula, chain)
        return "undetermined" if decided is None else "yes" if decided else "no"
