"""Dates that stand by themselves: ``3 May 2010``, ``May 2010``, ``2010-05-03``, ``day 3``."""

from __future__ import annotations

import re
from collections.abc import Callable

from whoknows.model import calendar, errors
from whoknows.model.calendar import DAY, Unit
from whoknows.model.dated import Dated, Impossible, Reading
from whoknows.model.event import Time

LARGEST = 1_000_000
"""The largest year and the longest wait that are read: beyond them it is a slip of the finger."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_ISO = re.compile(r"^(\d{4,6})-(\d{1,2})(?:-(\d{1,2}))?$")
_PREPOSITION = re.compile(r"^(?:in|on) ")
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? +")
_DAY_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?(?:,? (\d{1,6}))?$")
_MONTH_DAY = re.compile(r"^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:, ?(\d{1,6}))?$")
_MONTH_YEAR = re.compile(r"^(?:the )?([a-z]+)\.?(?: of)?,? (\d{3,6})$")
_YEAR = re.compile(r"^(\d{3,6})$")
_YEAR_COUNT = re.compile(r"^(?:the )?year (\d{1,6})(?:, ?day (\d{1,7}))?$")
_DAY_COUNT = re.compile(r"^day (\d{1,7})(?: of (?:the )?year (\d{1,6}))?$")


def absolute(text: str) -> Reading | None:
    """Read a date that stands by itself; one without its year takes that of the scene before."""
    text = _WEEKDAY.sub("", _PREPOSITION.sub("", text))
    if match := _ISO.match(text):
        year, month, day = match.groups()
        return _fixed(_month(int(year), int(month)) if day is None else _whole(year, month, day))
    if match := _YEAR_COUNT.match(text):
        year, day = match.groups()
        return _count(int(year), None if day is None else int(day))
    if match := _DAY_COUNT.match(text):
        day, year = match.groups()
        return _count(1 if year is None else int(year), int(day))
    if match := _DAY_MONTH.match(text):
        day, month, year = match.groups()
        return _day_of_month(day, month, year)
    if match := _MONTH_DAY.match(text):
        month, day, year = match.groups()
        return _day_of_month(day, month, year)
    if match := _MONTH_YEAR.match(text):
        word, year = match.groups()
        if word in _SEASONS:
            return _fixed(_season(int(year), _SEASONS[word]))
        return _fixed(_month(int(year), _MONTHS[word])) if word in _MONTHS else None
    if match := _YEAR.match(text):
        return _fixed(_year(int(match.group(1))))
    if text in _MONTHS:
        return Reading(lambda base: _in_its_year(base, lambda year: _month(year, _MONTHS[text])))
    return None


def _day_of_month(day: str, month: str, year: str | None) -> Reading | None:
    if month not in _MONTHS:
        return None
    number = str(_MONTHS[month])
    if year is not None:
        return _fixed(_whole(year, number, day))
    _whole("4", number, day)  # a leap year: complains of a 31 June at once
    return Reading(lambda base: _in_its_year(base, lambda y: _whole(str(y), number, day)))


def _in_its_year(base: Dated, make: Callable[[int], Time]) -> Dated:
    if not base.dated:
        raise Impossible(errors.no_year)
    year, _, _ = calendar.calendar_day(base.times[-1].start // DAY)
    return Dated((make(year),), dated=True)


def _fixed(time: Time) -> Reading:
    return Reading(lambda _: Dated((time,), dated=True), fixed=True)


def _count(year: int, day: int | None) -> Reading:
    """Read a day or a year of a story that only counts them; *the year 2010* is a date."""
    time = _year(year)
    if day is not None:
        time = calendar.whole_day(time.start + (day - 1) * DAY)
    return Reading(lambda base: _counted_from(time, base, dated=year >= 1000), fixed=True)


def _counted_from(time: Time, base: Dated, *, dated: bool) -> Dated:
    if base.dated and not dated:
        raise Impossible(errors.only_counted)
    return Dated((time,), dated)


def _year(year: int) -> Time:
    if not 1 <= year <= LARGEST:
        raise Impossible
    return calendar.whole_year(year)


def _month(year: int, month: int) -> Time:
    if not (1 <= month <= 12 and 1 <= year <= LARGEST):
        raise Impossible
    return calendar.whole_month(year, month)


def _season(year: int, month: int) -> Time:
    start = _month(year, month).start
    return Time(start, calendar.shifted(start, 3, Unit.MONTH) - 1)


def _whole(year: str, month: str, day: str) -> Time:
    start = _month(int(year), int(month)).start
    if not 1 <= int(day) <= calendar.month_length(int(year), int(month)):
        raise Impossible
    return calendar.whole_day(start + (int(day) - 1) * DAY)
