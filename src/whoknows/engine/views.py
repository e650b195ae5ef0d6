"""Viewpoints: who takes an event to be seen by whom (law 5), as one small graph.

An event is seen from the true viewpoint and from a few others. ``seen_from(step, view, who,
there)`` is the edge of the graph: the viewpoint from which ``who`` perceives the event, as it
looks from ``view``; None: for them nothing happened. ``there`` tells whether that perspective
reckons with ``who`` at all (they act, or it is sure that they are at the place).

A viewpoint says three things: with whom one reckons (its *shape*), how much one gets of what
happens (its *sight*), and whose mishearing it is, if it is one's:

========= =========================================================================
TRUE      how it is
OPEN      of somebody who perceives it and reckons with everybody else there
UNSEEN    of a hidden witness: reckons with the others and with fellow hidden ones
WATCHER   of one for whom it was staged, and who thinks himself unnoticed
NAIVE     of the players, as that watcher takes them: nobody there but us
ALONE     of somebody whose thought it is
FULL      all of it
HALF      that something was told, or done, not what
SETTLES   of the full witnesses, as a half-witness takes them: they know which
========= =========================================================================
"""

from __future__ import annotations

from whoknows.engine.steps import Step, View

TRUE, OPEN, UNSEEN, WATCHER, NAIVE, ALONE = "true", "open", "unseen", "watcher", "naive", "alone"
FULL, HALF, SETTLES = "full", "half", "settles"

TRULY = View(TRUE, FULL, None)
OPENLY_SEEN = View(OPEN, FULL, None)


def seen_from(step: Step, view: View, who: int, there: bool) -> View | None:
    """Return the viewpoint from which ``who`` perceives the step as seen from ``view``, or None."""
    if not step.marked and not step.alone:
        if not there:
            return None
        return OPENLY_SEEN if view is TRULY or view is OPENLY_SEEN else view
    shape = _shape(step, view, who, there)
    if shape is None:
        return None
    brackets = step.audience
    misheard_by = view.misheard_by
    if view.shape == TRUE:
        if who in brackets.missed:
            return None
        misheard_by = who if who in step.misheard else None
    if who in brackets.half:
        return View(shape, HALF, misheard_by)
    return View(shape, FULL if view.sight == FULL else SETTLES, misheard_by)


def _shape(step: Step, view: View, who: int, there: bool) -> str | None:
    """Return with whom they reckon; None where they are not reckoned with themselves."""
    brackets = step.audience
    hides = who in step.hidden and not step.alone and (step.base is None or there)
    if who in brackets.staged:
        return WATCHER if view.shape != NAIVE else None
    if hides or who in brackets.unnoticed:
        return UNSEEN if view.shape in (TRUE, UNSEEN) else None
    if who in brackets.also:
        return NAIVE if view.shape in (WATCHER, NAIVE) else OPEN
    if not (there or who in brackets.half or who in brackets.missed or who in step.misheard):
        return None
    if step.alone:
        return ALONE if view.shape != ALONE else None
    return NAIVE if view.shape in (WATCHER, NAIVE) else OPEN
