"""Moments as people type them: ``the marble:2``, ``The last night``, ``May 2010``, ``L42``.

    end, start            when everything has happened; before anything has
    The last night        the end of that scene, the last time it happens
    the_last_night        the same
    The last night:start  just after it opens
    The last night:3      after its third event
    The date#2            the end of its second time
    The date#2:3          after the third event of its second time
    May 2010              when everything that begins by the end of May has happened
    L42                   after what stands in line 42, or last before it

The choice made: a scene's whole title comes first, so that a title may hold a colon, a number sign
or a date; only *start* and *end*, so written, always mean the story's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from whoknows.base.diagnostic import Diagnostic, Severity
from whoknows.base.source import Source
from whoknows.ledger.ledger import Ledger, Moment, Occurrence, page_of
from whoknows.model import clock
from whoknows.model.names import title_key

_LINE = re.compile(r"[Ll]\s*(\d{1,9})")
_EVENT = re.compile(r"(.*):\s*(start|end|\d{1,9})", re.DOTALL | re.IGNORECASE)
_TIME_OF_SEVERAL = re.compile(r"(.*)#\s*(\d{1,9})", re.DOTALL)
_COUNTED_DATE = re.compile(r"(the )?(day|year)\b", re.IGNORECASE)


def find_moment(text: str, ledger: Ledger, source: Source | None = None) -> Moment | Diagnostic:
    """Return the moment a text means, or the finding that says why it means none.

    ``source`` is the file whose lines ``L42`` counts. Nothing but white space means the end.
    """
    text = text.strip()
    if text.lower() in {"", "end"}:
        return ledger.end
    if text.lower() == "start":
        return ledger.start
    found = _end_of_scene(text, ledger) or _in_scene(text, ledger)
    if found is None and source is not None and (match := _LINE.fullmatch(text)):
        found = after_line(int(match.group(1)), ledger, source)
    return found or _at_date(text, ledger) or _unknown_moment(text, ledger)


def after_line(line: int, ledger: Ledger, source: Source) -> Moment:
    """Return the moment after what stands in a line, or last before it, in a file.

    In a scene that happens several times it is the last time.
    """
    instant = instant_of_line(line, ledger, source)
    return ledger.after(ledger.steps[instant - 1]) if instant else ledger.start


def instant_of_line(line: int, ledger: Ledger, source: Source) -> int:
    """Return the number of the step told in a line, or last before it (0: before every scene)."""
    found = 0
    _, end = source.line_bounds(line)
    last_told = (-1, 0)
    for occurrence in ledger.occurrences:
        scene = ledger.story.scenes[occurrence.scene]
        if scene.span.path != source.path or scene.span.start > end:
            continue
        steps = ledger.steps[occurrence.opening : occurrence.last]
        told = sum(1 for s in steps if s.event is not None and s.event.span.start <= end)
        if (occurrence.scene, occurrence.number) > last_told:
            last_told = (occurrence.scene, occurrence.number)
            found = occurrence.opening + told
    return found


# --- scenes ------------------------------------------------------------------------------------


def _times_of(title: str, ledger: Ledger) -> list[Occurrence]:
    """Return each time a scene with this title happens, in story order."""
    key = title_key(title.strip())
    scenes = {n for n, scene in enumerate(ledger.story.scenes) if title_key(scene.title) == key}
    return [each for each in ledger.occurrences if each.scene in scenes]


def _which_time(text: str, ledger: Ledger) -> Occurrence | Diagnostic | None:
    """Return the time a scene happens that ``title`` or ``title#2`` means (the last; that one)."""
    times = _times_of(text, ledger)
    if times:
        return times[-1]
    match = _TIME_OF_SEVERAL.fullmatch(text)
    if match is None:
        return None
    title, number = match.group(1), int(match.group(2))
    times = _times_of(title, ledger)
    if not times:
        return None
    if not 1 <= number <= len(times):
        return _no_such_time(title.strip(), number, len(times))
    return times[number - 1]


def _end_of_scene(text: str, ledger: Ledger) -> Moment | Diagnostic | None:
    occurrence = _which_time(text, ledger)
    if occurrence is None or isinstance(occurrence, Diagnostic):
        return occurrence
    return ledger.after(ledger.steps[occurrence.last - 1])


def _in_scene(text: str, ledger: Ledger) -> Moment | Diagnostic | None:
    match = _EVENT.fullmatch(text)
    if match is None:
        return None
    occurrence = _which_time(match.group(1), ledger)
    if occurrence is None or isinstance(occurrence, Diagnostic):
        return occurrence
    where, events = match.group(2).lower(), occurrence.last - occurrence.opening
    number = 0 if where == "start" else events if where == "end" else int(where)
    if number > events:
        return _no_such_event(match.group(1).strip(), number, events)
    return ledger.after(ledger.steps[occurrence.opening + number - 1])


# --- dates -------------------------------------------------------------------------------------


def _at_date(text: str, ledger: Ledger) -> Moment | Diagnostic | None:
    """Return the end of a date: whatever begins by then has happened, and been read."""
    time = clock.date(text)
    if time is None:
        return None
    counted = _COUNTED_DATE.match(text) is not None
    if not counted and not any(scene.dated for scene in ledger.story.scenes):
        return _no_dates(text)
    by_then = [each.last for each in ledger.occurrences if each.time.start <= time.end]
    instant = max(by_then, default=0)
    if instant == 0:
        return ledger.start
    return Moment(instant, max(page_of(step) for step in ledger.steps[:instant]))


# --- findings ----------------------------------------------------------------------------------


def _error(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, None, hint)


def _unknown_moment(text: str, ledger: Ledger) -> Diagnostic:
    """WK201: a moment names no scene, date or line of the story.

    Wrong: ``--at "the marbel"``. Right: ``--at "the marble"``, ``--at "3 May 2010"``, ``--at L42``.
    """
    titles = {title_key(scene.title): scene.title for scene in ledger.story.scenes}
    head = re.sub(r"\s*(#\s*\d+)?\s*(:\s*\w*)?$", "", text)
    near = get_close_matches(title_key(head), titles, n=3, cutoff=0.6)
    if near:
        hint = f"did you mean {_listed([titles[key] for key in near])}?"
    else:
        hint = (
            "write a scene's title, title:3, title#2, a date, L and a line's number, start or end"
        )
    return _error("WK201", f"the story has no moment called {text}", hint)


def _no_such_time(title: str, number: int, times: int) -> Diagnostic:
    """WK202: a scene does not happen that often.

    Wrong: ``--at "the marble#2"`` where the scene happens once. Right: ``--at "the marble"``.
    """
    message = f"{title} happens {_often(times)}, and this asks for time {number:,}"
    return _error("WK202", message, f"write a number from 1 to {times:,}")


def _no_such_event(title: str, number: int, events: int) -> Diagnostic:
    """WK203: a scene has fewer events.

    Wrong: ``--at "the marble:9"`` where four things happen. Right: ``--at "the marble:4"``.
    """
    what = "1 event" if events == 1 else f"{events:,} events"
    message = f"{title} has {what}, and this asks for event {number:,}"
    return _error("WK203", message, f"write start, or a number up to {events:,}")


def _no_dates(text: str) -> Diagnostic:
    """WK204: a date is asked for in a story none of whose scenes has one.

    Wrong: ``--at "May 2010"`` where no scene says ``when``. Right: ``--at`` and a scene's title.
    """
    message = f"no scene of this story has a date, so {text} is no moment of it"
    return _error("WK204", message, "name a scene, or give the scenes dates with when")


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _often(times: int) -> str:
    return {1: "once", 2: "twice"}.get(times, f"{times:,} times")
