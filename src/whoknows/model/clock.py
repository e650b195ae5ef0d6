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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from whoknows.base.source import Span
from whoknows.model import calendar, errors
from whoknows.model.calendar import DAY, Unit
from whoknows.model.event import Time
from whoknows.model.findings import Findings
from whoknows.model.names import title_key
from whoknows.text import syntax

MOST_TIMES = 2_000
"""How often one scene may recur."""
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
_ISO = re.compile(r"^(\d{4,6})-(\d{1,2})(?:-(\d{1,2}))?$")
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? +")
_DAY_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?(?:,? (\d{1,6}))?$")
_MONTH_DAY = re.compile(r"^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:, ?(\d{1,6}))?$")
_MONTH_YEAR = re.compile(r"^(?:the )?([a-z]+)\.?(?: of)?,? (\d{3,6})$")
_YEAR = re.compile(r"^(\d{3,6})$")
_YEAR_COUNT = re.compile(r"^(?:the )?year (\d{1,6})(?:, ?day (\d{1,7}))?$")
_DAY_COUNT = re.compile(r"^day (\d{1,7})(?: of (?:the )?year (\d{1,6}))?$")


@dataclass(frozen=True, slots=True)
class Dated:
    """When a scene happens: once, or several times; and whether the story has a calendar there."""

    times: tuple[Time, ...]
    dated: bool


BEGINNING = Dated((calendar.whole_day(DAY),), dated=False)


class _Impossible(Exception):  # noqa: N818 - not an error of ours; it never leaves this module
    """A date that no calendar has."""


class _Backwards(Exception):  # noqa: N818 - see above
    """A stretch that ends before it begins."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A ``when`` that has been understood: which scene it looks at, and what it makes of its date.

    ``anchor`` is the number of a scene, or None for the scene before. ``fixed``: the date looks at
    no other scene, though it may go on from the scene before. ``same_day``: an hour alone.
    """

    apply: Callable[[Dated], Dated]
    anchor: int | None = None
    fixed: bool = False
    same_day: bool = False


def date(text: str) -> Time | None:
    """Return the time of an absolute date (``3 May 2010``, ``May 2010``, ``2010-05-03 21:00``)."""
    try:
        reading = _with_time_of_day(_folded(text))
        if reading is None or not reading.fixed:
            return None
        return reading.apply(BEGINNING).times[0]
    except (_Impossible, _Backwards):
        return None


def times_of(
    scenes: Sequence[syntax.SceneNode],
    scene_named: Mapping[str, tuple[int, ...]],
    findings: Findings,
) -> tuple[Dated, ...]:
    """Return when each scene happens; what cannot be read follows the scene before it."""
    readings = [_scene_reading(scene, scene_named, findings) for scene in scenes]
    known: dict[int, Dated] = {}
    for number in range(len(scenes)):
        for each in _in_order(number, readings, known, scenes, findings):
            known[each] = _apply(each, readings, known, scenes, findings)
    return tuple(known[number] for number in range(len(scenes)))


def _base(number: int, reading: _Reading) -> int | None:
    """Return the scene a scene is dated by, if any."""
    if reading.fixed:
        return None
    if reading.anchor is not None:
        return reading.anchor
    return number - 1 if number else None


def _in_order(
    number: int,
    readings: list[_Reading],
    known: Mapping[int, Dated],
    scenes: Sequence[syntax.SceneNode],
    findings: Findings,
) -> list[int]:
    """Return the scenes to date before this one and itself, each after the one it is dated by."""
    chain: list[int] = []
    met: set[int] = set()
    at: int | None = number
    while at is not None and at not in known:
        if at in met:
            findings.add(errors.circular_dates(_span(scenes[at])))
            readings[at] = _Reading(lambda _: BEGINNING, fixed=True)
            break
        met.add(at)
        chain.append(at)
        at = _base(at, readings[at])
    return chain[::-1]


def _apply(
    number: int,
    readings: Sequence[_Reading],
    known: Mapping[int, Dated],
    scenes: Sequence[syntax.SceneNode],
    findings: Findings,
) -> Dated:
    reading = readings[number]
    before = known.get(number - 1)
    base = BEGINNING if before is None else before
    if reading.anchor is not None:
        base = known.get(reading.anchor, BEGINNING)
    try:
        found = reading.apply(base)
    except _Impossible:
        scene = scenes[number]
        if scene.when is not None:
            findings.add(errors.no_such_date(scene.when.text, scene.when.span))
        return base
    when = scenes[number].when
    if reading.same_day and found.times[0].start < base.times[-1].start and when is not None:
        findings.add(errors.earlier_by_the_clock(when.text, when.span))
    if reading.fixed and before is not None:
        return _going_on(found, before)
    return found


def _going_on(found: Dated, before: Dated) -> Dated:
    """Let a date that contains the beginning of the scene before go on from there."""
    last, time = before.times[-1], found.times[0]
    if (
        len(found.times) == 1
        and found.dated is before.dated
        and time.start < last.start <= time.end
    ):
        return Dated((Time(last.start, time.end),), found.dated)
    return found


def _span(scene: syntax.SceneNode) -> Span:
    return scene.when.span if scene.when else scene.title.span


# --- reading the words -------------------------------------------------------------------------


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).strip(" ,.")


def _scene_reading(
    scene: syntax.SceneNode, scene_named: Mapping[str, tuple[int, ...]], findings: Findings
) -> _Reading:
    """Return what a ``when`` means; a finding, and *the same time*, where it means nothing."""
    if scene.when is None:
        return _Reading(_same_time)
    text, span = scene.when.text, scene.when.span
    try:
        reading = _read(_folded(text), scene_named)
    except _Impossible:
        findings.add(errors.no_such_date(text, span))
    except _Backwards:
        findings.add(errors.backwards(text, span))
    else:
        if isinstance(reading, _Reading):
            return reading
        if isinstance(reading, int):
            findings.add(errors.too_often(reading, MOST_TIMES, span))
        else:
            findings.add(errors.unreadable_date(text, span))
    return _Reading(_same_time)


def _read(text: str, scene_named: Mapping[str, tuple[int, ...]]) -> _Reading | int | None:
    """Return the meaning of a ``when``; a number where it recurs that often, which is too often."""
    if match := _RECURRING.match(text):
        return _recurring(*match.groups())
    if match := _STRETCH.match(text):
        return _stretch(match.group(1) or match.group(2), match.group(3))
    return _anchored(text, scene_named) or _with_time_of_day(text)


def _recurring(count: str | None, unit: str, start: str, end: str) -> _Reading | int | None:
    first, last = date(start), date(end)
    part = _PARTS.get(unit)
    step, minutes = (1, Unit.DAY) if part else _UNITS.get(unit, (0, Unit.DAY))
    step *= 1 if count is None else 2 if count in {"other", "second"} else _number(count) or 0
    if first is None or last is None or not step:
        return None
    if last.end < first.start:
        raise _Backwards
    expected = (last.end - first.start) // (step * minutes.value) + 1
    if expected > MOST_TIMES:
        return expected
    times: list[Time] = []
    while (begin := calendar.shifted(first.start, len(times) * step, minutes)) <= last.end:
        end_of = calendar.shifted(first.end + 1, len(times) * step, minutes) - 1
        time = Time(begin, end_of)
        times.append(_part_of_day(time, part) if part else time)
    recurring = Dated(tuple(times), dated=True)
    return _Reading(lambda _: recurring, fixed=True)


def _stretch(start: str, end: str) -> _Reading | None:
    first, last = date(start), date(end)
    if first is None or last is None:
        return None
    if last.end < first.start:
        raise _Backwards
    stretch = Dated((Time(first.start, last.end),), dated=True)
    return _Reading(lambda _: stretch, fixed=True)


def _anchored(text: str, scene_named: Mapping[str, tuple[int, ...]]) -> _Reading | None:
    """Read ``3 years before SCENE``, ``the evening after SCENE``, ``during SCENE``."""
    for match in _ANCHORED.finditer(text):
        numbers = scene_named.get(title_key(text[match.end() :]))
        if not numbers:
            continue
        head, word, anchor = text[: match.start()].strip(), match.group(), numbers[0]
        if word == "during":
            return _Reading(lambda base: base, anchor) if not head else None
        if not head or head in {"shortly", "soon", "just", "right", "immediately"}:
            return _Reading(_just_before if word == "before" else _just_after, anchor)
        inner = _with_time_of_day(f"{head} {word}")
        if inner is None or inner.fixed:
            return None
        return _Reading(partial(_from_scene, inner, word == "before"), anchor)
    return None


def _from_scene(reading: _Reading, first: bool, base: Dated) -> Dated:
    return reading.apply(_one_time(base, first=first))


def _one_time(base: Dated, *, first: bool) -> Dated:
    return Dated((base.times[0 if first else -1],), base.dated)


def _with_time_of_day(text: str) -> _Reading | None:
    """Read a day, however it is said, with an hour or a time of day after it."""
    if match := _CLOCK.match(text):
        head, hour, minute, half = match.groups()
        return _at_clock(head, int(hour), int(minute), half)
    if match := _HOUR.match(text):
        head, hour, half = match.groups()
        return _at_clock(head, int(hour), 0, half)
    if match := _PART_OF.match(text):
        return _in_part(match.group(2), match.group(1))
    if (match := _PART.match(text)) and not _DAY_COUNT.match(text):
        return _in_part(_FILLER.sub("", match.group(1)).strip(" ,"), match.group(2))
    if (match := re.match(rf"^the ({'|'.join(_PARTS)}) (before|after)$", text)) is not None:
        day = "the day before" if match.group(2) == "before" else "the next day"
        return _in_part(day, match.group(1))
    return _day(text)


def _at_clock(head: str, hour: int, minute: int, half: str | None) -> _Reading | None:
    if half and half[0] in "ap":
        if not 1 <= hour <= 12:
            raise _Impossible
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise _Impossible
    return _within_day(head, (hour * 60 + minute, hour * 60 + minute))


def _in_part(head: str, part: str) -> _Reading | None:
    return _within_day(head, _PARTS[part])


def _within_day(head: str, minutes: tuple[int, int]) -> _Reading | None:
    """Read a stretch of a day; ``head`` says which day, nothing or *that* being the same."""
    head = _FILLER.sub("", head).strip(" ,")
    if head in _LATER_THAT_DAY or head == "later":
        return _Reading(
            lambda base: _not_before(_map_last(base, lambda t: _part_of_day(t, minutes)), base)
        )
    exact = minutes[0] == minutes[1]
    if head in _SAME_DAY:
        return _Reading(
            lambda base: _same_day_part(base, minutes), same_day=exact and head in {"", "the"}
        )
    day = _day(head)
    if day is None:
        return None
    return _Reading(
        lambda base: _map_last(day.apply(base), lambda t: _part_of_day(t, minutes)),
        fixed=day.fixed,
    )


def _day(text: str) -> _Reading | None:
    """Read a day, a month, a year, or how far away they are."""
    if text in _SAME_TIME:
        return _Reading(lambda base: _one_time(base, first=False))
    if text in _LATER:
        return _Reading(_later)
    if text in _SAME_DAY or text in _LATER_THAT_DAY:
        return _Reading(_later)
    if text in _NEXT or text == "the day after":
        return _Reading(lambda base: _moved(base, 1, Unit.DAY))
    if text in _PREVIOUS:
        return _Reading(lambda base: _moved(base, -1, Unit.DAY))
    if match := re.match(r"^(?:the )?(next|following|previous|last) (week|month|year)$", text):
        sign = 1 if match.group(1) in {"next", "following"} else -1
        unit = _UNITS[match.group(2)][1]
        return _Reading(lambda base: _moved(base, sign, unit))
    return _counted(text) or _absolute(_WEEKDAY.sub("", re.sub(r"^(?:in|on) ", "", text)))


def _counted(text: str) -> _Reading | None:
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
        return _Reading(lambda base: _moved(base, sign * count, unit))
    number = _number(amount)
    if number is None:
        return None
    return _Reading(lambda base: _moved(base, sign * number * times, unit))


def _number(text: str) -> int | None:
    """Return the number a word or a row of digits means."""
    text = text.removeprefix("a couple").strip() and text
    if text in {"a couple", "a few", "a hundred"}:
        text = text[2:]
    if text.isdecimal() and text.isascii():
        return int(text) if len(text) <= 7 and int(text) <= LARGEST else None
    return _NUMBERS.get(text)


def _absolute(text: str) -> _Reading | None:
    """Read a date that stands by itself; one without its year takes that of the scene before."""
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
        return _Reading(lambda base: _in_its_year(base, lambda year: _month(year, _MONTHS[text])))
    return None


def _day_of_month(day: str, month: str, year: str | None) -> _Reading | None:
    if month not in _MONTHS:
        return None
    number = str(_MONTHS[month])
    if year is not None:
        return _fixed(_whole(year, number, day))
    _whole("4", number, day)  # a leap year: complains of a 31 June at once
    return _Reading(lambda base: _in_its_year(base, lambda y: _whole(str(y), number, day)))


def _in_its_year(base: Dated, make: Callable[[int], Time]) -> Dated:
    if not base.dated:
        raise _Impossible
    year, _, _ = calendar.calendar_day(base.times[-1].start // DAY)
    return Dated((make(year),), dated=True)


def _fixed(time: Time) -> _Reading:
    return _Reading(lambda _: Dated((time,), dated=True), fixed=True)


def _count(year: int, day: int | None) -> _Reading:
    """Read a day or a year of a story that only counts them; *the year 2010* is a date."""
    time = _year(year)
    if day is not None:
        time = calendar.whole_day(time.start + (day - 1) * DAY)
    return _Reading(lambda base: _counted_from(time, base, dated=year >= 1000), fixed=True)


def _counted_from(time: Time, base: Dated, *, dated: bool) -> Dated:
    if base.dated and not dated:
        raise _Impossible  # *day 3* in a story with a calendar: of what?
    return Dated((time,), dated)


def _year(year: int) -> Time:
    if not 1 <= year <= LARGEST:
        raise _Impossible
    return calendar.whole_year(year)


def _month(year: int, month: int) -> Time:
    if not (1 <= month <= 12 and 1 <= year <= LARGEST):
        raise _Impossible
    return calendar.whole_month(year, month)


def _season(year: int, month: int) -> Time:
    start = _month(year, month).start
    return Time(start, calendar.shifted(start, 3, Unit.MONTH) - 1)


def _whole(year: str, month: str, day: str) -> Time:
    start = _month(int(year), int(month)).start
    if not 1 <= int(day) <= calendar.month_length(int(year), int(month)):
        raise _Impossible
    return calendar.whole_day(start + (int(day) - 1) * DAY)


# --- from one time to another ------------------------------------------------------------------


def _same_time(base: Dated) -> Dated:
    return _one_time(base, first=False)


def _map_last(base: Dated, change: Callable[[Time], Time]) -> Dated:
    return Dated((change(base.times[-1]),), base.dated)


def _part_of_day(time: Time, minutes: tuple[int, int]) -> Time:
    day = time.start - time.start % DAY
    return Time(day + minutes[0], day + minutes[1])


def _not_before(found: Dated, base: Dated) -> Dated:
    """Let a time begin no earlier than the scene before does."""
    start = base.times[-1].start
    return _map_last(found, lambda time: Time(max(time.start, start), max(time.end, start)))


def _same_day_part(base: Dated, minutes: tuple[int, int]) -> Dated:
    """Return a part of the same day; the scene before may lie in it, then it goes on from there."""
    time = _part_of_day(base.times[-1], minutes)
    return _going_on(Dated((time,), base.dated), base)


def _later(base: Dated) -> Dated:
    last = base.times[-1]
    return Dated((Time(last.start, max(last.end, calendar.whole_day(last.start).end)),), base.dated)


def _just_before(base: Dated) -> Dated:
    start = base.times[0].start - 1
    return Dated((Time(start, start),), base.dated)


def _just_after(base: Dated) -> Dated:
    last = base.times[-1]
    return Dated((Time(last.start + 1, max(last.end, last.start + 1)),), base.dated)


def _moved(base: Dated, count: int, unit: Unit) -> Dated:
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
