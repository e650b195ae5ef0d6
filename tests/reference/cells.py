"""What is held of one fluent along one perspective (CORE, "Evidence and cells")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum

from whoknows.model.values import Numbers, Values, is_single


class Basis(IntEnum):
    """Why a cell is held, strongest first."""

    WITNESSED = 0
    INFERRED = 1
    TOLD = 2
    HUNCH = 3
    ASSUMED = 4


class Kind(Enum):
    """What a cell is. Only an own cell has evidence."""

    OWN = "own"
    SETTLED = "settled"  # holds whatever is so one step up the chain
    FIXED = "fixed"  # sure of one of some values, no longer tied to what is so
    BLANK = "blank"  # no idea what they think


NO_EVIDENCE: tuple[Values | None, ...] = (None,) * len(Basis)


@dataclass(frozen=True)
class Cell:
    """``full``: every value of the fluent; ``among``: the values of a *fixed* cell."""

    full: Values
    aware: bool
    evidence: tuple[Values | None, ...] = NO_EVIDENCE
    kind: Kind = Kind.OWN
    among: Values = 0

    @property
    def possible(self) -> Values:
        """The values this cell allows, seen by itself."""
        if self.kind is Kind.OWN:
            return self.narrowed(tuple(Basis))
        return self.among if self.kind is Kind.FIXED else self.full

    @property
    def sure(self) -> bool:
        """Whether this is a mind's own cell with one value left."""
        return self.kind is Kind.OWN and is_single(self.possible)

    @property
    def basis(self) -> Basis | None:
        """The last evidence that narrowed the values."""
        last, left = None, self.full
        for basis in Basis:
            narrower = narrow(left, self.evidence[basis])
            if narrower != left:
                last, left = basis, narrower
        return last

    def narrowed(self, bases: Sequence[Basis]) -> Values:
        """Return what these kinds of evidence leave, taken in this order."""
        left = self.full
        for basis in bases:
            left = narrow(left, self.evidence[basis])
        return left

    def excludes(self, values: Values, weakest: Basis) -> bool:
        """Tell whether the evidence down to ``weakest`` alone is sure that none of these is so."""
        return self.kind is Kind.OWN and not (both(self.narrowed(range_to(weakest)), values))

    def mentioned(self) -> Cell:
        """Somebody spoke of it: what merely stood there is now assumed."""
        return replace(self, aware=True)

    def put(self, values: Values) -> Cell:
        """It was seen to become so."""
        kept = tuple(e if e is not None and both(e, values) else None for e in self.evidence)
        return self.own((values, *kept[1:]))

    def shifted(self, by: int) -> Cell:
        """A number was seen to go up or down."""
        evidence = tuple(None if e is None else shift(e, by) for e in self.evidence)
        among = shift(self.among, by)
        return replace(self, evidence=evidence, among=among, aware=True)

    def reported(self, values: Values, basis: Basis, *, convincingly: bool = False) -> Cell:
        """It was said, heard, concluded or looked at (CORE, "Report")."""
        if self.kind is Kind.SETTLED and not is_single(values):
            return self.mentioned()
        evidence = list(self.evidence)  # none, unless the cell is own
        if convincingly:
            evidence = [e if e is not None and both(e, values) else None for e in evidence]
        before = self.among if self.kind is Kind.FIXED else evidence[basis]
        evidence[basis] = values if before is None else narrow(values, before)
        return self.own(tuple(evidence))

    def settled(self) -> Cell:
        """They are seen to know."""
        return Cell(self.full, aware=True, kind=Kind.SETTLED)

    def blank(self) -> Cell:
        """They are asked, and it does not show what they think."""
        return Cell(self.full, aware=True, kind=Kind.BLANK)

    def opened(self) -> Cell:
        """Who asks no longer assumes."""
        if self.kind in {Kind.BLANK, Kind.FIXED}:
            return self.own(NO_EVIDENCE)
        if self.kind is not Kind.OWN:
            return self.mentioned()
        return self.own((*self.evidence[: Basis.ASSUMED], None))

    def loosened(self, before: Values) -> Cell:
        """The fact has changed behind their back: they hold one of the values of before."""
        if is_single(before):
            return replace(self.own((None, None, None, None, before)), aware=self.aware)
        return Cell(self.full, aware=self.aware, kind=Kind.FIXED, among=before)

    def faded(self) -> Cell:
        """What was seen is from now on no more than told."""
        evidence = list(self.evidence)
        for basis in (Basis.INFERRED, Basis.WITNESSED):
            seen, evidence[basis] = evidence[basis], None
            if seen is not None:
                evidence[Basis.TOLD] = narrow(seen, evidence[Basis.TOLD])
        return replace(self, evidence=tuple(evidence))

    def own(self, evidence: tuple[Values | None, ...]) -> Cell:
        """Return the aware own cell with this evidence."""
        return Cell(self.full, aware=True, evidence=evidence)


def holding(full: Values, values: Values, basis: Basis, *, aware: bool) -> Cell:
    """Return an own cell with one piece of evidence, or with none where it says nothing."""
    evidence = [None if basis is not b or values == full else values for b in Basis]
    return Cell(full, aware, tuple(evidence))


def range_to(weakest: Basis) -> tuple[Basis, ...]:
    """Return the bases at least as strong as this one."""
    return tuple(Basis)[: weakest + 1]


def both(values: Values, others: Values) -> Values:
    """Return the values in both sets, which come from one domain."""
    return values & others  # type: ignore[operator]


def narrow(values: Values, evidence: Values | None) -> Values:
    """Return what the evidence leaves of the values: all of them where it would leave none."""
    if evidence is None:
        return values
    return both(values, evidence) or values


def without(values: Values, excluded: Values) -> Values:
    """Return the values of the first set that are not in the second."""
    if isinstance(values, Numbers):
        assert isinstance(excluded, Numbers)
        return values & excluded.complement()
    assert isinstance(excluded, int)
    return values & ~excluded


def shift(values: Values, by: int) -> Values:
    """Return a set of numbers moved up or down."""
    return values.shifted(by) if isinstance(values, Numbers) else values
