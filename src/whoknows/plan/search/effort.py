"""How much has been done, and when to stop.

Work is counted in steps (one successor computed), so that what the search does next depends on the
problem alone and never on how fast the machine is; time and memory only end it.
"""

import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

_LOOK_EVERY = 512
# ru_maxrss counts kilobytes, on a Mac bytes
_PER_MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024


class GaveUp(Exception):  # noqa: N818 - not an error: the limit that was reached
    """A limit of the whole search is reached: `time` or `memory`."""


class SliceOver(Exception):  # noqa: N818 - not an error: somebody else's turn
    """The steps given to the present attempt are used up."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a search can tell while it runs."""

    seconds: float
    visited: int
    generated: int
    author_limit: int
    character_limit: int
    epistemic_limit: int


class Effort:
    """Counts, and raises `GaveUp` or `SliceOver` when it is time to stop."""

    __slots__ = (
        "_deadline",
        "_megabytes",
        "_next_look",
        "_report",
        "_slice_end",
        "_started",
        "attempt",
        "generated",
        "visited",
    )

    def __init__(
        self,
        seconds: float | None,
        megabytes: float | None,
        report: Callable[[Progress], None] | None = None,
    ) -> None:
        self._started = perf_counter()
        self._deadline = None if seconds is None else self._started + seconds
        self._megabytes = megabytes
        self._report = report
        self._slice_end: int | None = None
        self._next_look = _LOOK_EVERY
        self.attempt = (0, 0, 0)
        self.generated = 0
        self.visited = 0

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return perf_counter() - self._started

    def give(self, steps: int | None) -> None:
        """Allow the next attempt so many steps; None: as many as it takes."""
        self._slice_end = None if steps is None else self.generated + steps
        self._plan_look()

    def step(self) -> None:
        """Count one successor."""
        self.generated += 1
        if self.generated >= self._next_look:
            self._look()

    def _plan_look(self) -> None:
        self._next_look = self.generated + _LOOK_EVERY
        if self._slice_end is not None:
            self._next_look = min(self._next_look, self._slice_end)

    def _look(self) -> None:
        if self._deadline is not None and perf_counter() > self._deadline:
            raise GaveUp("time")
        if self._megabytes is not None:
            used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _PER_MEGABYTE
            if used > self._megabytes:
                raise GaveUp("memory")
        if self._report is not None:
            self._report(Progress(self.seconds, self.visited, self.generated, *self.attempt))
        if self._slice_end is not None and self.generated >= self._slice_end:
            self._slice_end = None
            self._plan_look()
            raise SliceOver
        self._plan_look()
