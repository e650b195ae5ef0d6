"""A scene's times, and what *later*, *the next day* and *2 weeks earlier* make of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Span
from whoknows.model import calendar, errors
from whoknows.model.calendar import DAY, Unit
from whoknows.model.event import Time


@dataclass(frozen=True, slots=True)
class Dated:
    """When a scene happens: once, or several times; and whether the story has a calendar there."""

    times: tuple[Time, ...]
    dated: bool


BEGINNING = Dated((calendar.whole_day(DAY),), dated=False)


class Impossible(Exception):  # noqa: N818 - the author's slip, caught where scenes are dated
    """A date that cannot be, and the finding that says why."""

    def __init__(self, finding: Callable[[str, Span], Diagnostic] = errors.no_such_date) -> None:
        super().__init__()
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Reading:
    """A ``when`` that has been understood: which scene it looks at, and what it makes of its date.

    ``anchor`` is the number of a scene, or None for the scene before. ``fixed``: the date looks at
    no other scene, though it may go on from the scene before. ``same_day``: an hour alone.
    """

    apply: Callable[[Dated], Dated]
    anchor: int | None = None
    fixed: bool = False
    same_day: bool = False


def one_time(base: Dated, *, first: bool) -> Dated:
    """Return one of several times: the first or the last."""
    return Dated((base.times[0 if first else -1],), base.dated)


def going_on(found: Dated, before: Dated) -> Dated:
    """Let a date that contains the beginning of the scene before go on from there."""
    last, time = before.times[-1], found.times[0]
    if (
        len(found.times) == 1
        and found.dated is before.dated
        and time.start < last.start <= time.end
    ):
        return Dated((Time(last.start, time.end),), found.dated)
    return found


def same_time(base: Dated) -> Dated:
    """Return the same time; of several, the last."""
    return one_time(base, first=False)


def map_last(base: Dated, change: Callable[[Time], Time]) -> Dated:
    """Return the last time, changed."""
    return Dated((change(base.times[-1]),), base.dated)


def part_of_day(time: Time, minutes: tuple[int, int]) -> Time:
    """Return a part of the day in which a time begins, from one minute of it to another."""
    day = time.start - time.start % DAY
    return Time(day + minutes[0], day + minutes[1])


def not_before(found: Dated, base: Dated) -> Dated:
    """Let a time begin no earlier than the scene before does."""
    start = base.times[-1].start
    return map_last(found, lambda time: Time(max(time.start, start), max(time.end, start)))


def same_day_part(base: Dated, minutes: tuple[int, int]) -> Dated:
    """Return a part of the same day; the scene before may lie in it, then it goes on from there."""
    time = part_of_day(base.times[-1], minutes)
    return going_on(Dated((time,), base.dated), base)


def later(base: Dated) -> Dated:
    """Return the rest of the day, or of whatever longer time it is."""
    last = base.times[-1]
    return Dated((Time(last.start, max(last.end, calendar.whole_day(last.start).end)),), base.dated)


def just_before(base: Dated) -> Dated:
    """Return the minute before."""
    start = base.times[0].start - 1
    return Dated((Time(start, start),), base.dated)


def just_after(base: Dated) -> Dated:
    """Return the same time, to stand after what begins with it."""
    last = base.times[-1]
    return Dated((Time(last.start + 1, max(last.end, last.start + 1)),), base.dated)


def moved(base: Dated, count: int, unit: Unit) -> Dated:
    """Return a time so many units away, as exact as the unit, or as the scene before if less."""
    last = base.times[-1]
    start = calendar.shifted(last.start, count, unit)
    length = last.end - last.start + 1
    if unit < Unit.DAY:
        exact = length <= unit.value
        end = (
            start + unit.value - 1 if exact else max(start, calendar.shifted(last.end, count, unit))
        )
        if not exact and length >= DAY:
            end = max(start, last.end) if count > 0 else start + length - 1
        return Dated((Time(start, end),), base.dated)
    start -= start % DAY
    if length > max(unit.value, DAY) * 31 // 30 + DAY:
        return Dated((Time(start, calendar.shifted(last.end, count, unit)),), base.dated)
    return Dated((Time(start, calendar.shifted(start, 1, unit) - 1),), base.dated)
