"""Viewpoints: who takes an event to be seen by whom (law 5), as one small graph.

An event is seen from the true viewpoint and from a few others. ``seen_from(step, view, who,
there)`` is the edge of the graph: the viewpoint from which ``who`` perceives the event, as it looks
from ``view``; None: for them nothing happened. ``there`` tells whether that perspective reckons
with ``who`` at all (they act, or it is sure that they are at the place).

======== ==========================================================================
TRUE     how it is
OPEN     of somebody who perceives it and reckons with everybody else there
UNSEEN   of a hidden witness: reckons with the others and fellow hidden ones
WATCHER  of one for whom it was staged, and who thinks himself unnoticed
NAIVE    of the players, as that watcher takes them: nobody there but us
HALF     of a half-witness: they saw that something was told, not what
SETTLED  of the full witnesses, as the half-witness takes them: they know which
======== ==========================================================================

A mishearer's viewpoint is the number of the mishearer: they take all to have heard the same.
"""

from __future__ import annotations

from whoknows.engine.steps import Step, View

TRUE = "true"
OPEN = "open"
UNSEEN = "unseen"
WATCHER = "watcher"
NAIVE = "naive"
HALF = "half"
SETTLED = "settled"


def seen_from(step: Step, view: View, who: int, there: bool) -> View | None:
    """Return the viewpoint from which ``who`` perceives the step as seen from ``view``, or None."""
    if step.alone and view != TRUE:
        return None
    brackets = step.audience
    if who in step.hidden or who in brackets.unnoticed:
        return UNSEEN if view in (TRUE, UNSEEN) else None
    if who in brackets.staged:
        return _watcher_seen_from(view)
    if who in brackets.missed:
        if view == TRUE:
            return None
        there = True
    if who in brackets.half:
        return HALF if view != NAIVE else None
    if not there and who not in brackets.also:
        return None
    if view == TRUE and who in step.misheard:
        return who
    return _open_seen_from(view)


def _watcher_seen_from(view: View) -> View | None:
    """The players know of the watcher; the watcher thinks nobody does."""
    return None if view == NAIVE or isinstance(view, int) else WATCHER


def _open_seen_from(view: View) -> View:
    if view in (TRUE, OPEN, UNSEEN):
        return OPEN
    if view in (WATCHER, NAIVE):
        return NAIVE
    if view in (HALF, SETTLED):
        return SETTLED
    return view
