"""When scenes happen: ``when 3 May 2010, 21:00``, ``when the next day``, ``when 3 years later``.

    >>> date("May 2010") == calendar.whole_month(2010, 5)
    True

The choices made:

* A scene without ``when`` follows the one before it on the page and has its date. Scenes are put in
  order by where their time starts, then by the page.
* *later* is from the scene before to the end of its day; *an hour later*, *2 weeks later*, *a
  month earlier* are counted from its beginning and are as exact as their unit: a week, a month,
  long. Where the scene before is less exact than the unit, so is this one.
* An hour alone, and a time of day (*in the evening*, *that night*), mean the same day.
* A date that contains the beginning of the scene before (*3 May 2010* after *3 May 2010, 21:00*)
  goes on from there: what stands later on the page is then later.
* *N days before SCENE*, *after SCENE*, *during SCENE* look at that scene wherever it stands; of a
  recurring one, at its last time (*before*: its first).
* *day 3, 21:00* and *year 12* are for stories that only count; they have no calendar.
* Without any date a story starts on its day 1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from whoknows.model import calendar, errors
from whoknows.model.calendar import Unit
from whoknows.model.dated import (
    BEGINNING,
    Dated,
    Impossible,
    Reading,
    just_after,
    just_before,
    later,
    map_last,
    moved,
    not_before,
    one_time,
    part_of_day,
    same_day_part,
)
from whoknows.model.dates import LARGEST, absolute
from whoknows.model.event import Time
from whoknows.model.names import title_key

MOST_TIMES = 2_000
"""How often one scene may recur."""
_PARTS = {
    "dawn": (5 * 60, 6 * 60 - 1),
    "daybreak": (5 * 60, 6 * 60 - 1),
    "morning": (6 * 60, 12 * 60 - 1),
    "noon": (12 * 60, 12 * 60),
    "midday": (12 * 60, 12 * 60),
    "lunch": (12 * 60, 14 * 60 - 1),
    "lunchtime": (12 * 60, 14 * 60 - 1),
    "afternoon": (12 * 60, 18 * 60 - 1),
    "dusk": (18 * 60, 20 * 60 - 1),
    "sunset": (18 * 60, 20 * 60 - 1),
    "evening": (18 * 60, 22 * 60 - 1),
    "tonight": (20 * 60, 24 * 60 - 1),
    "night": (20 * 60, 24 * 60 - 1),
    "midnight": (24 * 60 - 1, 24 * 60 - 1),
}
_UNITS = {
    "minute": (1, Unit.MINUTE),
    "hour": (1, Unit.HOUR),
    "day": (1, Unit.DAY),
    "night": (1, Unit.DAY),
    "week": (1, Unit.WEEK),
    "fortnight": (2, Unit.WEEK),
    "month": (1, Unit.MONTH),
    "year": (1, Unit.YEAR),
    "decade": (10, Unit.YEAR),
    "century": (100, Unit.YEAR),
    "centurie": (100, Unit.YEAR),
}
_NUMBERS = {
    word: number
    for number, words in enumerate(
        [
            "zero",
            "a an one the",
            "two couple",
            "three few",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
    for word in words.split()
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}

_NEXT = frozenset(
    [
        "the next",
        "next",
        "the following",
        "tomorrow",
        "the next day",
        "the following day",
        "next day",
    ]
)
_PREVIOUS = frozenset(["the previous", "the previous day", "yesterday", "the day before"])
_SAME_DAY = frozenset(
    [
        "",
        "that",
        "the same",
        "that same",
        "the",
        "the same day",
        "that day",
        "that same day",
        "on the same day",
    ]
)
_LATER_THAT_DAY = frozenset(
    [
        "later that",
        "later the same",
        "later in the",
        "later that day",
        "later the same day",
        "later that same",
    ]
)
_LATER = frozenset(
    [
        "later",
        "then",
        "afterwards",
        "soon after",
        "soon afterwards",
        "moments later",
        "a moment later",
        "a little later",
        "shortly after",
        "shortly afterwards",
        "some time later",
        "after that",
    ]
)
_SAME_TIME = frozenset(
    ["the same time", "at the same time", "meanwhile", "the same moment", "at the same moment"]
)

_CLOCK = re.compile(
    r"^(.*?),?\s*(?:\bat )?\b(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?$"
)
_HOUR = re.compile(r"^(.*?),?\s*(?:\bat )?\b(\d{1,2})\s*(am|pm|a\.m\.|p\.m\.|o'clock)$")
_PART = re.compile(rf"^(.*?),?\s*\b({'|'.join(_PARTS)})$")
_PART_OF = re.compile(rf"^the ({'|'.join(_PARTS)}) of (.+)$")
_FILLER = re.compile(r",?\s*\b(?:in the|on the|at|in|on|early in the|late in the|early|late)$")
_COUNTED = re.compile(
    r"^(?:about |exactly |some )?(.+?) (?:of )?([a-z]+?)s? "
    r"(later|after|afterwards|on|earlier|before|ago)$"
)
_ANCHORED = re.compile(r"\b(before|after|during)\b")
_RECURRING = re.compile(r"^every (?:(\w+) )?(\w+?)s? from (.+?) (?:to|until|till) (.+)$")
_STRETCH = re.compile(r"^(?:from (.+?) (?:to|until|till)|between (.+?) and) (.+)$")


def date(text: str) -> Time | None:
    """Return the time of an absolute date (``3 May 2010``, ``May 2010``, ``2010-05-03 21:00``)."""
    try:
        found = _date(folded(text))
    except Impossible:
        return None
    return None if found is None else found.times[0]


def _date(text: str) -> Dated | None:
    reading = _with_time_of_day(text)
    return reading.apply(BEGINNING) if reading is not None and reading.fixed else None


# --- reading the words -------------------------------------------------------------------------


def folded(text: str) -> str:
    """Return a ``when`` as :func:`read` wants it: small letters, single spaces."""
    return " ".join(text.lower().replace("’", "'").split()).strip(" ,.")


def read(text: str, scene_named: Mapping[str, tuple[int, ...]]) -> Reading | int | None:
    """Return the meaning of a ``when``; a number where it recurs that often, which is too often."""
    if match := _RECURRING.match(text):
        return _recurring(*match.groups())
    if match := _STRETCH.match(text):
        return _stretch(match.group(1) or match.group(2), match.group(3))
    return _anchored(text, scene_named) or _with_time_of_day(text)


def _recurring(count: str | None, unit: str, start: str, end: str) -> Reading | int | None:
    between = _first_and_last(start, end)
    part = _PARTS.get(unit)
    step, minutes = (1, Unit.DAY) if part else _UNITS.get(unit, (0, Unit.DAY))
    step *= 1 if count is None else 2 if count in {"other", "second"} else _number(count) or 0
    if between is None or not step:
        return None
    first, last, dated = between
    expected = (last.end - first.start) // (step * minutes.value) + 1
    if expected > MOST_TIMES:
        return expected
    times: list[Time] = []
    while (begin := calendar.shifted(first.start, len(times) * step, minutes)) <= last.end:
        end_of = calendar.shifted(first.end + 1, len(times) * step, minutes) - 1
        time = Time(begin, end_of)
        times.append(part_of_day(time, part) if part else time)
    recurring = Dated(tuple(times), dated)
    return Reading(lambda _: recurring, fixed=True)


def _stretch(start: str, end: str) -> Reading | None:
    between = _first_and_last(start, end)
    if between is None:
        return None
    first, last, dated = between
    stretch = Dated((Time(first.start, last.end),), dated)
    return Reading(lambda _: stretch, fixed=True)


def _first_and_last(start: str, end: str) -> tuple[Time, Time, bool] | None:
    """Return the two dates of *from … to …*, and whether they are of a calendar."""
    first, last = _date(start), _date(end)
    if first is None or last is None or first.dated is not last.dated:
        return None
    if last.times[0].end < first.times[0].start:
        raise Impossible(errors.backwards)
    return first.times[0], last.times[0], first.dated


def _anchored(text: str, scene_named: Mapping[str, tuple[int, ...]]) -> Reading | None:
    """Read ``3 years before SCENE``, ``the evening after SCENE``, ``during SCENE``."""
    for match in _ANCHORED.finditer(text):
        numbers = scene_named.get(title_key(text[match.end() :]))
        if not numbers:
            continue
        head, word, anchor = text[: match.start()].strip(), match.group(), numbers[0]
        if word == "during":
            return Reading(lambda base: base, anchor) if not head else None
        if not head or head in {"shortly", "soon", "just", "right", "immediately"}:
            return Reading(just_before if word == "before" else just_after, anchor)
        inner = _with_time_of_day(f"{head} {word}")
        if inner is None or inner.fixed:
            return None
        return Reading(partial(_from_scene, inner, word == "before"), anchor)
    return None


def _from_scene(reading: Reading, first: bool, base: Dated) -> Dated:
    return reading.apply(one_time(base, first=first))


def _with_time_of_day(text: str) -> Reading | None:
    """Read a day, however it is said, with an hour or a time of day after it."""
    if match := _CLOCK.match(text):
        head, hour, minute, half = match.groups()
        return _at_clock(head, int(hour), int(minute), half)
    if match := _HOUR.match(text):
        head, hour, half = match.groups()
        return _at_clock(head, int(hour), 0, half)
    if match := _PART_OF.match(text):
        return _in_part(match.group(2), match.group(1))
    if match := _PART.match(text):
        return _in_part(_FILLER.sub("", match.group(1)).strip(" ,"), match.group(2))
    if (match := re.match(rf"^the ({'|'.join(_PARTS)}) (before|after)$", text)) is not None:
        day = "the day before" if match.group(2) == "before" else "the next day"
        return _in_part(day, match.group(1))
    return _day(text)


def _at_clock(head: str, hour: int, minute: int, half: str | None) -> Reading | None:
    if half and half[0] in "ap":
        if not 1 <= hour <= 12:
            raise Impossible
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise Impossible
    return _within_day(head, (hour * 60 + minute, hour * 60 + minute))


def _in_part(head: str, part: str) -> Reading | None:
    return _within_day(head, _PARTS[part])


def _within_day(head: str, minutes: tuple[int, int]) -> Reading | None:
    """Read a stretch of a day; ``head`` says which day, nothing or *that* being the same."""
    head = _FILLER.sub("", head).strip(" ,")
    if head in _LATER_THAT_DAY or head == "later":
        return Reading(
            lambda base: not_before(map_last(base, lambda t: part_of_day(t, minutes)), base)
        )
    exact = minutes[0] == minutes[1]
    if head in _SAME_DAY:
        return Reading(
            lambda base: same_day_part(base, minutes), same_day=exact and head in {"", "the"}
        )
    day = _day(head)
    if day is None:
        return None
    return Reading(
        lambda base: map_last(day.apply(base), lambda t: part_of_day(t, minutes)),
        fixed=day.fixed,
    )


def _day(text: str) -> Reading | None:
    """Read a day, a month, a year, or how far away they are."""
    if text in _SAME_TIME:
        return Reading(lambda base: one_time(base, first=False))
    if text in _LATER:
        return Reading(later)
    if text in _SAME_DAY or text in _LATER_THAT_DAY:
        return Reading(later)
    if text in _NEXT or text == "the day after":
        return Reading(lambda base: moved(base, 1, Unit.DAY))
    if text in _PREVIOUS:
        return Reading(lambda base: moved(base, -1, Unit.DAY))
    if match := re.match(r"^(?:the )?(next|following|previous|last) (week|month|year)$", text):
        sign = 1 if match.group(1) in {"next", "following"} else -1
        unit = _UNITS[match.group(2)][1]
        return Reading(lambda base: moved(base, sign, unit))
    return _counted(text) or absolute(text)


def _counted(text: str) -> Reading | None:
    """Read ``2 weeks later``, ``a month earlier``, ``half an hour later``, ``years before``."""
    match = _COUNTED.match(text)
    if match is None:
        return None
    amount, unit_word, direction = match.groups()
    if unit_word not in _UNITS:
        return None
    times, unit = _UNITS[unit_word]
    sign = -1 if direction in {"earlier", "before", "ago"} else 1
    if amount in {"half an", "half a"}:
        halves = {
            Unit.HOUR: (30, Unit.MINUTE),
            Unit.YEAR: (6, Unit.MONTH),
            Unit.DAY: (12, Unit.HOUR),
        }
        if unit not in halves:
            return None
        count, unit = halves[unit]
        return Reading(lambda base: moved(base, sign * count, unit))
    number = _number(amount)
    if number is None:
        return None
    return Reading(lambda base: moved(base, sign * number * times, unit))


def _number(text: str) -> int | None:
    """Return the number a word or a row of digits means."""
    text = text.removeprefix("a couple").strip() and text
    if text in {"a couple", "a few", "a hundred"}:
        text = text[2:]
    if text.isdecimal() and text.isascii():
        return int(text) if len(text) <= 7 and int(text) <= LARGEST else None
    return _NUMBERS.get(text)
