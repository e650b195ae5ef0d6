"""Sets of values a fact may have.

A yes/no fact or a fact with listed values uses a plain ``int`` as a bit mask: bit *i* stands for
the *i*-th value of its :class:`Domain`. A number uses :class:`Numbers`, a union of ranges. Both
understand ``&``, ``|`` and truth ("is anything left?"), which is all the laws ever ask of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

NO, YES = 1, 2
"""The two masks of a yes/no fact: value 0 is *no*, value 1 is *yes*."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A set of whole numbers: sorted, disjoint, closed ranges; ``None`` is without end."""

    ranges: tuple[tuple[int | None, int | None], ...]

    @staticmethod
    def just(value: int) -> Numbers:
        """Return the set holding one number."""
        return Numbers(((value, value),))

    @staticmethod
    def between(low: int | None, high: int | None) -> Numbers:
        """Return all whole numbers from ``low`` to ``high``, both included."""
        return Numbers(((low, high),)) if low is None or high is None or low <= high else NOTHING

    def __and__(self, other: Numbers) -> Numbers:
        """Return the numbers in both sets."""
        if self is other or self == other:
            return self
        parts = []
        for low, high in self.ranges:
            for low2, high2 in other.ranges:
                start = low if low2 is None else low2 if low is None else max(low, low2)
                end = high if high2 is None else high2 if high is None else min(high, high2)
                if start is None or end is None or start <= end:
                    parts.append((start, end))
        return Numbers(tuple(parts))

    def __or__(self, other: Numbers) -> Numbers:
        """Return the numbers in either set."""
        return (self.complement() & other.complement()).complement()

    def __bool__(self) -> bool:
        """Tell whether any number is left."""
        return bool(self.ranges)

    def complement(self) -> Numbers:
        """Return all whole numbers not in this set."""
        parts: list[tuple[int | None, int | None]] = []
        start: int | None = None
        open_below = True
        for low, high in self.ranges:
            if low is not None and (open_below or (start is not None and start <= low - 1)):
                parts.append((None if open_below else start, low - 1))
            open_below = False
            if high is None:
                return Numbers(tuple(parts))
            start = high + 1
        parts.append((None if open_below else start, None))
        return Numbers(tuple(parts))

    def shifted(self, by: int) -> Numbers:
        """Return the set with ``by`` added to every number."""
        return Numbers(
            tuple(
                (None if low is None else low + by, None if high is None else high + by)
                for low, high in self.ranges
            )
        )

    @property
    def single(self) -> int | None:
        """The only number in the set, or ``None`` where there are more or none."""
        if len(self.ranges) == 1 and self.ranges[0][0] == self.ranges[0][1]:
            return self.ranges[0][0]
        return None


NOTHING = Numbers(())
ANY_NUMBER = Numbers(((None, None),))

Values: TypeAlias = int | Numbers
"""A set of values: a bit mask, or a set of numbers."""


@dataclass(frozen=True, slots=True)
class Domain:
    """The values a fact may have: names in the order the author gave them, or whole numbers.

    ``kind`` is the kind the values are of (``"place"``), ``None`` for yes/no, numbers and values
    listed on the spot.
    """

    names: tuple[str, ...] | None
    kind: str | None = None

    @property
    def is_number(self) -> bool:
        """Whether the values are whole numbers."""
        return self.names is None

    @property
    def is_yes_no(self) -> bool:
        """Whether this is the domain of a plain statement, true or not."""
        return self is YES_NO or self.names == ("no", "yes")

    @property
    def full(self) -> Values:
        """Every value."""
        return ANY_NUMBER if self.names is None else (1 << len(self.names)) - 1

    def without(self, values: Values) -> Values:
        """Return every value but these."""
        return without(self.full, values)


YES_NO = Domain(("no", "yes"))
NUMBER = Domain(None)


def is_single(values: Values) -> bool:
    """Tell whether exactly one value is in the set."""
    if isinstance(values, Numbers):
        return values.single is not None
    return values != 0 and values & (values - 1) == 0


def either(values: Values, others: Values) -> Values:
    """Return the values in either set."""
    return values | others  # type: ignore[operator]  # both come from one domain


def without(full: Values, values: Values) -> Values:
    """Return what is left of all values of a domain without some."""
    if isinstance(values, Numbers):
        return values.complement()
    return full & ~values  # type: ignore[operator]  # both come from one domain


def is_within(values: Values, others: Values) -> bool:
    """Tell whether every value of the first set is in the second."""
    return (values & others) == values  # type: ignore[operator]  # both come from one domain


def indexes(mask: int) -> tuple[int, ...]:
    """Return the positions of the values in a mask, in the author's order."""
    return tuple(i for i in range(mask.bit_length()) if mask >> i & 1)
