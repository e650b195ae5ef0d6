"""Who knows what at a moment, as plain data: facts by people, the reader one of them.

    table = table_at(ledger, speaker, moment)
    for row in table.rows:
        print(row.truth, [entry.stance.value for entry in row.entries])

The choices made: a row is a fact about which somebody has something to say; facts of which all hold
what has always been so, without a thought, are left out and counted. Where everybody is is not
shown. To hold a thing on no better ground than an assumption is *assumes* where it is right, and
*wrongly believes* where it is not; to be merely unaware of what is so is never getting it wrong.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from whoknows.ask.scope import Scope
from whoknows.engine.cells import Basis, Cell, Mark
from whoknows.ledger.ledger import Chain, Ledger, Moment
from whoknows.model.story import AT, READER
from whoknows.model.values import Values, is_single
from whoknows.words.lists import sentence
from whoknows.words.speaker import Speaker


class Stance(Enum):
    """What a mind does with a fact."""

    KNOWS = "knows"
    WRONG = "wrongly believes"
    BELIEVES = "believes"
    SUSPECTS = "suspects"
    ASSUMES = "assumes"
    PARTLY = "knows in part"
    WONDERS = "wonders"
    UNAWARE = "is unaware"
    NOTHING = "has nothing to say"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one of the people makes of one fact.

    ``typed``: what is held, as a formula one could ask; None where nothing definite is. ``clause``:
    the same in the author's words. ``said``: a sentence. ``because``: reasons, as sentences.
    """

    who: str
    stance: Stance
    keeps: bool
    typed: str | None
    clause: str | None
    said: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One fact. ``truth``: how it is, as a formula; ``said``: the same as a sentence."""

    fact: str
    truth: str
    said: str
    is_secret: bool
    is_yes_no: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Who knows what. ``when``: the scene, None before the first. ``left_out``: so many facts."""

    title: str
    when: str | None
    people: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: int


def table_at(
    ledger: Ledger,
    speaker: Speaker,
    moment: Moment,
    of: Collection[int] = (),
    *,
    why: bool = False,
) -> Table:
    """Return who knows what at a moment. ``of``: these people only; ``why``: with reasons."""
    story = ledger.story
    people = tuple(who for who in (*story.people, READER) if not of or who in of)
    scope = Scope(ledger, moment)
    kept = {secret.fluent: secret.keepers for secret in story.secrets}
    rows = []
    left_out = 0
    for fluent, what in enumerate(story.fluents):
        if what.fact == AT:
            continue
        keepers = kept.get(fluent, ())
        stances = {who: _of_person(scope, who, fluent, who in keepers) for who in people}
        if all(each is Stance.NOTHING for each in stances.values()):
            left_out += 1
            continue
        entries = tuple(
            _entry(scope, speaker, who, fluent, stance, who in keepers, why=why)
            for who, stance in stances.items()
        )
        truth = scope.cell((), fluent).possible
        rows.append(
            Row(
                fact=speaker.facts.label(fluent),
                truth=truth_typed(speaker, fluent, truth),
                said=sentence(scope.held((), fluent)),
                is_secret=fluent in kept,
                is_yes_no=story.domain_of(fluent).is_yes_no,
                entries=entries,
            )
        )
    return Table(
        title=story.title,
        when=_when(ledger, speaker, moment),
        people=tuple(speaker.name(who) for who in people),
        rows=tuple(rows),
        left_out=left_out,
    )


def _of_person(scope: Scope, who: int, fluent: int, keeps: bool) -> Stance:
    """Return what somebody does with a fact; who keeps a secret knows what they keep."""
    stance = stance_of(scope, (who,), fluent)
    return Stance.KNOWS if keeps and stance is Stance.ASSUMES else stance


def stance_of(scope: Scope, chain: Chain, fluent: int) -> Stance:
    """Return what the last of a chain does with a fact, measured by what stands one step up."""
    cell, outside = scope.cell(chain, fluent), scope.cell(chain[:-1], fluent)
    if cell.mark is Mark.SETTLED and cell.aware:
        return Stance.KNOWS
    if cell.mark is not Mark.OWN:
        return Stance.NOTHING
    if not cell.aware:
        missed = outside.sure and outside.possible != cell.possible
        return Stance.UNAWARE if missed else Stance.NOTHING
    if cell.believed == cell.full:
        return Stance.SUSPECTS if cell.possible != cell.full else Stance.WONDERS
    return _belief(cell, outside)


def _belief(cell: Cell, outside: Cell) -> Stance:
    if not cell.believed & outside.possible:  # type: ignore[operator]  # one domain
        return Stance.WRONG
    if not outside.sure:
        return Stance.BELIEVES
    if not is_single(cell.believed):
        return Stance.PARTLY
    return Stance.ASSUMES if cell.basis is Basis.ASSUMED else Stance.KNOWS


def held_values(cell: Cell, stance: Stance) -> Values | None:
    """Return what is held in a cell, where that is anything definite."""
    if stance in {Stance.WONDERS, Stance.UNAWARE, Stance.NOTHING} or cell.mark is not Mark.OWN:
        return None
    return cell.possible if stance is Stance.SUSPECTS else cell.believed


def truth_typed(speaker: Speaker, fluent: int, values: Values) -> str:
    """Return how a fact is, as a formula; what the story leaves open with a question mark."""
    domain = speaker.story.domain_of(fluent)
    if values == domain.full:
        label = speaker.facts.label(fluent)
        return f"{label}?" if domain.is_yes_no else f"{label} = ?"
    return speaker.facts.typed(fluent, values)


def _entry(
    scope: Scope,
    speaker: Speaker,
    who: int,
    fluent: int,
    stance: Stance,
    keeps: bool,
    *,
    why: bool,
) -> Entry:
    cell = scope.cell((who,), fluent)
    values = held_values(cell, stance)
    reasons = why and stance not in {Stance.NOTHING, Stance.UNAWARE}
    return Entry(
        who=speaker.name(who),
        stance=stance,
        keeps=keeps,
        typed=None if values is None else speaker.facts.typed(fluent, values),
        clause=None if values is None else speaker.fact(fluent, values),
        said=sentence(speaker.held((who,), fluent, cell)),
        because=tuple(each.text for each in scope.reasons((who,), fluent)) if reasons else (),
    )


def _when(ledger: Ledger, speaker: Speaker, moment: Moment) -> str | None:
    if moment.instant == 0:
        return None
    step = ledger.steps[moment.instant - 1]
    return speaker.events.title(step.scene, step.occurrence)
