"""Answers to *when* and *how long*: where in the story something holds, and where it ceases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whoknows.ask.answers import Answer, Because
from whoknows.ask.explain import explain
from whoknows.ask.scope import Scope, distinct
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Ledger, Moment, page_of
from whoknows.model.calendar import gap
from whoknows.model.formula import And, Attitude, Formula, Not, Verb
from whoknows.model.story import READER
from whoknows.words.lists import closed, listed, sentence
from whoknows.words.times import span_said

THE_START, THE_END, NOW = "the start", "the end", "this moment"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch in which something holds: from a step (None: the start) to one (None: still)."""

    start: Step | None
    end: Step | None


def when(scope: Scope, query: str, formula: Formula) -> Answer:
    """Return when a formula comes to hold, and when it ceases."""
    spans = _spans(scope, formula)
    speaker = scope.speaker
    if not spans:
        found = explain(scope, formula)
        text = f"never so far: {'; '.join(found.instead[:2]) or speaker.denial(formula)}"
        return Answer(query, (), sentence(text), found.because)
    verdict = tuple(_name(scope, span.start) for span in spans)
    told = listed([_stretch(scope, span) for span in spans])
    text = f"{closed(speaker.clause(formula))} {told}"
    because: list[Because] = []
    for span in spans:
        because.extend(_turn(scope, formula, span.start))
        if span.end is not None:
            because.extend(_turn(scope, formula, span.end))
    return Answer(query, verdict, sentence(text), distinct(because))


def _turn(scope: Scope, formula: Formula, step: Step | None) -> tuple[Because, ...]:
    """Return why a formula holds, or ceases to, just after a step: first of all that very step."""
    moment = scope.ledger.start if step is None else scope.ledger.after(step)
    there = scope.at(moment)
    found = explain(there, formula).because
    just_now = tuple(each for each in found if each.step is step)
    return just_now or found[-1:]


def _stretch(scope: Scope, span: Span) -> str:
    start = "the start" if span.start is None else _dated(scope, span.start)
    if span.end is None:
        return "from the start" if span.start is None else f"from {start} on"
    if span.start is not None and span.start.opening == span.end.opening:
        return f"for a while within {start}"
    return f"from {start} to {_dated(scope, span.end)}"


def _dated(scope: Scope, step: Step) -> str:
    """Return a step's scene with its date: ``*The question* (4 May 2010)``."""
    scene, date = scope.speaker.scene(step), scope.speaker.events.date(step)
    return f"{scene} ({date})" if date and f"({date})" not in scene else scene


def _name(scope: Scope, step: Step | None) -> str:
    if step is None:
        return THE_START
    return scope.speaker.events.title(step.scene, step.occurrence)


def _spans(scope: Scope, formula: Formula) -> list[Span]:
    """Return each stretch in which a formula holds, up to the scope's moment."""
    ledger = scope.ledger
    spans: list[Span] = []
    start: Step | None = None
    holds = ledger.value(formula, ledger.start) is True
    for step, moment in _moments(scope, formula):
        now = ledger.value(formula, moment) is True
        if now and not holds:
            start = step
        elif holds and not now:
            spans.append(Span(start, step))
        holds = now
    return [*spans, Span(start, None)] if holds else spans


def _moments(scope: Scope, formula: Formula) -> list[tuple[Step, Moment]]:
    """Return the moments to look at: in story order; for the reader, in the order of the page."""
    ledger = scope.ledger
    steps = ledger.steps[: scope.moment.instant]
    if not (isinstance(formula, Attitude) and formula.who == READER):
        return [(step, ledger.after(step)) for step in steps]
    return _as_read(ledger, [step for step in steps if page_of(step) <= scope.moment.page])


def _as_read(ledger: Ledger, steps: Sequence[Step]) -> list[tuple[Step, Moment]]:
    found: list[tuple[Step, Moment]] = []
    furthest = 0
    for step in sorted(steps, key=page_of):
        furthest = max(furthest, step.number)
        found.append((step, Moment(furthest, page_of(step))))
    del ledger
    return found


# --- how long ----------------------------------------------------------------------------------


def how_long(scope: Scope, query: str, formula: Formula, frm: Sequence[int]) -> Answer:
    """Return how long something was so and not known to any of those it was kept from."""
    kept = And((formula, *(_ignorant(who, formula) for who in frm)))
    spans = _spans(scope, kept)
    speaker = scope.speaker
    whom = speaker.names(tuple(frm))
    clause = speaker.clause(formula)
    if not spans:
        so = bool(_spans(scope, formula))
        text = f"{whom} knew at once that {clause}" if so else f"it was never so that {clause}"
        return Answer(query, (), sentence(text), explain(scope, formula).because)
    told = listed([f"{_from_to(scope, span)}{_length(scope, span)}" for span in spans])
    text = f"that {closed(clause)} was kept from {whom} {told}"
    verdict = tuple(part for span in spans for part in _verdict(scope, span))
    because: list[Because] = []
    for span in spans:
        because.extend(_turn(scope, formula, span.start))
        if span.end is not None:
            for who in frm:
                because.extend(_turn(scope, Attitude(who, Verb.KNOWS, formula), span.end))
    if spans[-1].end is None:
        for who in frm:
            because.extend(explain(scope, Attitude(who, Verb.KNOWS, formula)).because[:1])
    return Answer(query, verdict, sentence(text), distinct(because))


def _ignorant(who: int, formula: Formula) -> Formula:
    return Not(Attitude(who, Verb.KNOWS, formula))


def _verdict(scope: Scope, span: Span) -> tuple[str, ...]:
    end = _until(scope) if span.end is None else _name(scope, span.end)
    length = _length(scope, span).removeprefix(": ")
    return (_name(scope, span.start), end, *((length,) if length else ()))


def _until(scope: Scope) -> str:
    """Return what a stretch that goes on still is said to last until."""
    return THE_END if scope.moment.instant == len(scope.ledger.steps) else NOW


def _from_to(scope: Scope, span: Span) -> str:
    if span.start and span.end and span.start.opening == span.end.opening:
        return f"for not even a scene: it starts and ends within {_dated(scope, span.start)}"
    start = THE_START if span.start is None else _dated(scope, span.start)
    end = _until(scope) if span.end is None else _dated(scope, span.end)
    return f"from {start} to {end}"


def _length(scope: Scope, span: Span) -> str:
    """Return how long a stretch is, where the story says when its ends are."""
    ledger = scope.ledger
    first = 1 if span.start is None else span.start.number
    last = scope.moment.instant if span.end is None else span.end.number
    one, other = ledger.time_of(first), ledger.time_of(last)
    scenes = (ledger.occurrence_at(first), ledger.occurrence_at(last))
    if one is None or other is None or one.start == other.start:
        return ""
    if not all(each is not None and scope.story.scenes[each.scene].dated for each in scenes):
        return ""
    return f": {span_said(gap(one, other))}"
