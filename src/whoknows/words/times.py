"""Dates and spans of time as people say them.

>>> date_said(Time(minute_of(2010, 5, 17), minute_of(2010, 5, 17) + DAY - 1))
'17 May 2010'
>>> span_said(Gap(4, 6, 11, 0))
'four and a half years'
"""

from __future__ import annotations

from whoknows.model.calendar import DAY, Gap, Precision, date_of, minute_of
from whoknows.model.event import Time
from whoknows.words.lists import number_word

__all__ = ["DAY", "Gap", "Time", "date_said", "day_said", "minute_of", "span_said"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_said(time: Time) -> str:
    """Return the date of a time, as exactly as it is known: ``3 May 2010, 21:00``, ``May 2010``."""
    date = date_of(time)
    if date.precision >= Precision.YEAR:
        return str(date.year)
    month = f"{_MONTHS[date.month - 1]} {date.year}"
    if date.precision is Precision.MONTH:
        return month
    if date.precision is Precision.WEEK:
        return f"about {date.day} {month}"
    day = f"{date.day} {month}"
    if date.precision <= Precision.HOUR:
        return f"{day}, {date.hour}:{date.minute:02}"
    return day


def day_said(time: Time) -> str:
    """Return a time of a story that only counts its days."""
    return f"day {time.start // DAY:,}"


def span_said(gap: Gap) -> str:
    """Return how long it was, as one would say it, to about a tenth."""
    if gap.years:
        return _rounded(gap.years, gap.months, 12, "year", "month")
    if gap.months:
        return _rounded(gap.months, gap.days, 30, "month", "day")
    if gap.days >= 14:
        return _counted(round(gap.days / 7), "week")
    if gap.days:
        return _counted(gap.days, "day")
    if gap.minutes >= 60:
        return _counted(round(gap.minutes / 60), "hour")
    if gap.minutes:
        return _counted(gap.minutes, "minute")
    return "no time at all"


def _rounded(count: int, rest: int, whole: int, unit: str, smaller: str) -> str:
    """Return a count and a rest of it: ``four and a half years``, ``nearly five years``."""
    twelfths = rest * 12 // whole
    if twelfths < 1:
        return _counted(count, unit)
    if twelfths >= 10:
        return f"nearly {_counted(count + 1, unit)}"
    if 5 <= twelfths <= 7:
        return f"{number_word(count)} and a half {unit}s"
    return f"{_counted(count, unit)} and {_counted(rest, smaller)}"


def _counted(count: int, unit: str) -> str:
    if count == 1:
        return f"an {unit}" if unit == "hour" else f"a {unit}"
    return f"{number_word(count)} {unit}s"
