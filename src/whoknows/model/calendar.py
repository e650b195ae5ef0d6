"""Story time as minutes on one line, and back: years, months, days, hours.

    >>> minute_of(2010, 5, 3, 21, 0)
    1056810060
    >>> date_of(Time(1056810060, 1056810060))
    Date(year=2010, month=5, day=3, hour=21, minute=0, precision=<Precision.MINUTE: 1>)

The calendar is the Gregorian one, drawn out in both directions without end; minute 0 of the first
of January of the year 1 is 1,440 (the first day is day 1). A story that only counts days stands on
the same line: its *day 3* is the third day of the year 1. How exactly a time is known is not
stored: it shows in how long the stretch is, and where it ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from whoknows.model.event import Time

DAY = 24 * 60
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Precision(IntEnum):
    """How exactly a time is known, from the minute up."""

    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEK = 5
    MONTH = 6
    YEAR = 7
    LONGER = 8


class Unit(IntEnum):
    """What time is shifted by; the number is how many minutes it has, about."""

    MINUTE = 1
    HOUR = 60
    DAY = 24 * 60
    WEEK = 7 * 24 * 60
    MONTH = 30 * 24 * 60
    YEAR = 365 * 24 * 60


@dataclass(frozen=True, slots=True)
class Date:
    """A time as calendar and clock show it; what is finer than the precision is where it starts."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    precision: Precision


@dataclass(frozen=True, slots=True)
class Gap:
    """How long it is from one time to another: never negative, the largest units first."""

    years: int
    months: int
    days: int
    minutes: int


def is_leap(year: int) -> bool:
    """Tell whether a year has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    return _LENGTHS[month - 1] + (month == 2 and is_leap(year))


def day_number(year: int, month: int, day: int) -> int:
    """Return how many days it is since the day before the year 1; any year, also before it."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + sum(month_length(year, each) for each in range(1, month)) + day


def calendar_day(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day number."""
    year = (number - 1) * 400 // 146_097 + 1  # within a year of the right one
    while day_number(year, 1, 1) > number:
        year -= 1
    while day_number(year + 1, 1, 1) <= number:
        year += 1
    left = number - day_number(year, 1, 1)
    month = 1
    while left >= month_length(year, month):
        left -= month_length(year, month)
        month += 1
    return year, month, left + 1


def minute_of(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    """Return the minute at which a date begins."""
    return day_number(year, month, day) * DAY + hour * 60 + minute


def whole_day(start: int) -> Time:
    """Return the day in which a minute lies."""
    first = start - start % DAY
    return Time(first, first + DAY - 1)


def whole_month(year: int, month: int) -> Time:
    """Return a month from its first minute to its last."""
    start = minute_of(year, month, 1)
    return Time(start, start + month_length(year, month) * DAY - 1)


def whole_year(year: int) -> Time:
    """Return a year from its first minute to its last."""
    return Time(minute_of(year, 1, 1), minute_of(year + 1, 1, 1) - 1)


def shifted(minute: int, count: int, unit: Unit) -> int:
    """Return a minute so many units later; the 31st of a shorter month is its last day."""
    if unit not in {Unit.MONTH, Unit.YEAR}:
        return minute + count * unit.value
    year, month, day = calendar_day(minute // DAY)
    months = year * 12 + month - 1 + count * (12 if unit is Unit.YEAR else 1)
    year, month = months // 12, months % 12 + 1
    return minute_of(year, month, min(day, month_length(year, month))) + minute % DAY


def precision_of(time: Time) -> Precision:
    """Return how exactly a time is known.

    What ends with a day, a month or a year is known to that; so *later that day* is a day still.
    """
    length = time.end - time.start + 1
    if length <= 1:
        return Precision.MINUTE
    if time.start // DAY == time.end // DAY and (time.end + 1) % DAY == 0:
        return Precision.DAY
    if length <= DAY:
        return Precision.HOUR if length <= Unit.HOUR else Precision.PART_OF_DAY
    start, end = calendar_day(time.start // DAY), calendar_day((time.end + 1) // DAY)
    if length <= Unit.WEEK and not (end[2] == 1 and (time.end + 1) % DAY == 0):
        return Precision.WEEK
    if length <= 31 * DAY:
        return Precision.MONTH
    return Precision.YEAR if length <= 366 * DAY and start[0] + 1 >= end[0] else Precision.LONGER


def date_of(time: Time) -> Date:
    """Return the date of a time, and how exactly it is known."""
    year, month, day = calendar_day(time.start // DAY)
    hour, minute = divmod(time.start % DAY, 60)
    return Date(year, month, day, hour, minute, precision_of(time))


def gap(one: Time, other: Time) -> Gap:
    """Return how long it is from the beginning of one time to the beginning of another."""
    first, last = sorted((one.start, other.start))
    months = 0
    year, month, _ = calendar_day(first // DAY)
    last_year, last_month, _ = calendar_day(last // DAY)
    months = (last_year - year) * 12 + last_month - month
    if shifted(first, months, Unit.MONTH) > last:
        months -= 1
    days, minutes = divmod(last - shifted(first, months, Unit.MONTH), DAY)
    return Gap(months // 12, months % 12, days, minutes)
