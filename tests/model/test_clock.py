"""Dates: reading them, their order, and back to the calendar."""

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from whoknows.base.reading import Limits
from whoknows.base.source import Source
from whoknows.model import calendar
from whoknows.model.calendar import DAY, Gap, Precision, Unit, date_of, gap, minute_of
from whoknows.model.clock import date
from whoknows.model.event import Scene, Time
from whoknows.model.resolve import resolve
from whoknows.text.parser import parse

dates = st.dates(dt.date(1, 1, 1), dt.date(9000, 12, 31))


def scenes(*whens: str | None) -> tuple[Scene, ...]:
    """The scenes A, B, C … of a story with these dates."""
    lines = ["cast", "  Ada", ""]
    for letter, when in zip("ABCDEFGH", whens, strict=False):
        lines += [f"scene {letter}", "  with Ada"]
        lines += [f"  when {when}"] if when else []
    document, unread = parse(Source("a.story", "\n".join(lines) + "\n"), Limits())
    story, _, found = resolve(document)
    assert unread == ()
    assert found == ()
    assert story is not None
    return story.scenes


def moment(*numbers: int) -> int:
    year, month, day, hour, minute = (*numbers, *(1, 1, 0, 0)[len(numbers) - 1 :])
    return minute_of(year, month, day, hour, minute)


def day(*numbers: int) -> Time:
    start = moment(*numbers)
    return Time(start, start + DAY - 1)


@given(dates)
def test_days_there_and_back(each: dt.date) -> None:
    number = calendar.day_number(each.year, each.month, each.day)
    assert number == each.toordinal()
    assert calendar.calendar_day(number) == (each.year, each.month, each.day)


@given(st.integers(-2_000_000, 4_000_000))
def test_any_day_there_and_back(number: int) -> None:
    assert calendar.day_number(*calendar.calendar_day(number)) == number


@given(dates, st.integers(-400, 400))
def test_months_later_are_later(each: dt.date, count: int) -> None:
    start = minute_of(each.year, each.month, each.day)
    later = calendar.shifted(start, count, Unit.MONTH)
    assert (later > start) == (count > 0)
    assert (later == start) == (count == 0)


@given(dates, dates)
def test_a_gap_leads_from_one_to_the_other(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    start, end = (minute_of(each.year, each.month, each.day) for each in (first, last))
    found = gap(Time(end, end), Time(start, start))
    months = calendar.shifted(start, found.years * 12 + found.months, Unit.MONTH)
    assert months + found.days * DAY + found.minutes == end
    assert 0 <= found.months < 12
    assert 0 <= found.days < 31


@given(dates)
def test_a_written_date_is_read_back(each: dt.date) -> None:
    if each.year < 1000:
        return
    expected = day(each.year, each.month, each.day)
    assert date(each.isoformat()) == expected
    assert date(f"{each.day} {each:%B} {each.year}") == expected
    assert date(f"{each:%B} {each.day}, {each.year}") == expected
    found = date_of(expected)
    assert (found.year, found.month, found.day) == (each.year, each.month, each.day)
    assert found.precision is Precision.DAY


@given(dates, dates)
def test_order(one: dt.date, other: dt.date) -> None:
    if min(one, other).year < 1000:
        return
    first, second = date(one.isoformat()), date(other.isoformat())
    assert first is not None
    assert second is not None
    assert (first < second) is (one < other)


ABSOLUTE = [
    ("3 May 2010", day(2010, 5, 3)),
    ("3rd of May 2010", day(2010, 5, 3)),
    ("Monday, 3 May 2010", day(2010, 5, 3)),
    ("on 3 May 2010", day(2010, 5, 3)),
    ("May 2010", Time(moment(2010, 5), moment(2010, 6) - 1)),
    ("2010-05", Time(moment(2010, 5), moment(2010, 6) - 1)),
    ("in 2010", Time(moment(2010), moment(2011) - 1)),
    ("summer 2010", Time(moment(2010, 6), moment(2010, 9) - 1)),
    ("6 November 1926, 21:00", Time(moment(1926, 11, 6, 21, 0), moment(1926, 11, 6, 21, 0))),
    ("2010-05-03 21:00", Time(moment(2010, 5, 3, 21, 0), moment(2010, 5, 3, 21, 0))),
    ("3 May 2010, 9:30 pm", Time(moment(2010, 5, 3, 21, 30), moment(2010, 5, 3, 21, 30))),
    ("3 May 2010, in the evening", Time(moment(2010, 5, 3, 18, 0), moment(2010, 5, 3, 21, 59))),
    ("the evening of 3 May 2010", Time(moment(2010, 5, 3, 18, 0), moment(2010, 5, 3, 21, 59))),
    ("day 3", Time(3 * DAY, 4 * DAY - 1)),
    ("day 3, 21:00", Time(3 * DAY + 21 * 60, 3 * DAY + 21 * 60)),
    ("year 12", Time(moment(12), moment(13) - 1)),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE, ids=[text for text, _ in ABSOLUTE])
def test_absolute(text: str, expected: Time) -> None:
    assert date(text) == expected
    (scene,) = scenes(text)
    assert scene.times == (expected,)
    assert scene.dated is not text.startswith(("day", "year"))


@pytest.mark.parametrize("text", ["", "later", "31 June 2010", "teatime", "0", "the next day", "5"])
def test_not_absolute(text: str) -> None:
    assert date(text) is None


EVENING = "3 May 2010, 21:00"
AT_NINE = moment(2010, 5, 3, 21, 0)
RELATIVE = [
    (EVENING, None, Time(AT_NINE, AT_NINE)),
    (EVENING, "later", Time(AT_NINE, moment(2010, 5, 4) - 1)),
    (EVENING, "later that night", Time(AT_NINE, moment(2010, 5, 4) - 1)),
    (EVENING, "later that day", Time(AT_NINE, moment(2010, 5, 4) - 1)),
    (EVENING, "the same day", Time(AT_NINE, moment(2010, 5, 4) - 1)),
    (EVENING, "at the same time", Time(AT_NINE, AT_NINE)),
    (EVENING, "22:30", Time(AT_NINE + 90, AT_NINE + 90)),
    (EVENING, "an hour later", Time(AT_NINE + 60, AT_NINE + 119)),
    (EVENING, "half an hour later", Time(AT_NINE + 30, AT_NINE + 30)),
    (EVENING, "20 minutes earlier", Time(AT_NINE - 20, AT_NINE - 20)),
    (EVENING, "the next day", day(2010, 5, 4)),
    (EVENING, "the next day, 02:00", Time(moment(2010, 5, 4, 2, 0), moment(2010, 5, 4, 2, 0))),
    (EVENING, "the next morning", Time(moment(2010, 5, 4, 6, 0), moment(2010, 5, 4, 11, 59))),
    (EVENING, "the morning after", Time(moment(2010, 5, 4, 6, 0), moment(2010, 5, 4, 11, 59))),
    (EVENING, "the day before", day(2010, 5, 2)),
    (EVENING, "two days before", day(2010, 5, 1)),
    (EVENING, "2 weeks later", Time(moment(2010, 5, 17), moment(2010, 5, 24) - 1)),
    (EVENING, "a month earlier", Time(moment(2010, 4, 3), moment(2010, 5, 3) - 1)),
    (EVENING, "3 years later", Time(moment(2013, 5, 3), moment(2014, 5, 3) - 1)),
    (EVENING, "3 May 2010", Time(AT_NINE, moment(2010, 5, 4) - 1)),
    (EVENING, "2010", Time(AT_NINE, moment(2011) - 1)),
    (EVENING, "5 June", day(2010, 6, 5)),
    (EVENING, "June", Time(moment(2010, 6), moment(2010, 7) - 1)),
    (EVENING, "the next week", Time(moment(2010, 5, 10), moment(2010, 5, 17) - 1)),
    (EVENING, "10 pm", Time(AT_NINE + 60, AT_NINE + 60)),
    (EVENING, "a few days later", day(2010, 5, 6)),
    ("2010", "2 weeks later", Time(moment(2010, 1, 15), moment(2011, 1, 15) - 1)),
    ("May 2010", "a month later", Time(moment(2010, 6), moment(2010, 7) - 1)),
    ("31 January 2011", "a month later", Time(moment(2011, 2, 28), moment(2011, 3, 28) - 1)),
    ("3 May 2010", "an hour later", Time(moment(2010, 5, 3, 1, 0), moment(2010, 5, 4) - 1)),
    ("3 May 2010", "3 years before A", Time(moment(2007, 5, 3), moment(2008, 5, 3) - 1)),
    ("3 May 2010", "during A", day(2010, 5, 3)),
    ("day 3", "the next day", Time(4 * DAY, 5 * DAY - 1)),
    (None, "the next day", Time(2 * DAY, 3 * DAY - 1)),
]


@pytest.mark.parametrize(("first", "then", "expected"), RELATIVE)
def test_relative(first: str | None, then: str | None, expected: Time) -> None:
    assert scenes(first, then)[1].times == (expected,)


def test_what_follows_is_never_earlier() -> None:
    words = ["later", "later that night", "the same day", "3 May 2010", "at the same time"]
    found = scenes(EVENING, *words)
    starts = [scene.times[0].start for scene in found]
    assert starts == sorted(starts)


def test_a_scene_may_be_dated_by_one_further_down() -> None:
    first, second, third = scenes("2 days before C", "the next day", "3 May 2010")
    assert first.times == (day(2010, 5, 1),)
    assert second.times == (day(2010, 5, 2),)
    assert third.times == (day(2010, 5, 3),)


def test_recurring() -> None:
    yearly, fortnightly, nightly, after = scenes(
        "every year from 3 May 2011 to 3 May 2014",
        "every 2 weeks from 1 June 2014 to 30 June 2014",
        "every night from 1 July 2014 to 2 July 2014",
        "the next day",
    )
    assert yearly.times == tuple(day(year, 5, 3) for year in range(2011, 2015))
    assert fortnightly.times == (day(2014, 6, 1), day(2014, 6, 15), day(2014, 6, 29))
    assert [date_of(time).precision for time in nightly.times] == [Precision.DAY] * 2
    assert after.times == (day(2014, 7, 3),)


def test_recurring_days_that_are_only_counted() -> None:
    (daily,) = scenes("every day from day 1 to day 3")
    assert daily.times == tuple(Time(n * DAY, n * DAY + DAY - 1) for n in (1, 2, 3))
    assert not daily.dated


def test_a_stretch() -> None:
    (found,) = scenes("from 3 May 2010 to June 2010")
    assert found.times == (Time(moment(2010, 5, 3), moment(2010, 7) - 1),)


def test_before_and_after_a_scene() -> None:
    before, main, after = scenes("before B", "3 May 2010", "shortly after B")
    assert before.times[0] < main.times[0] < after.times[0]


def test_precision() -> None:
    expected = {
        "3 May 2010, 21:00": Precision.MINUTE,
        "an hour later": Precision.HOUR,
        "the next morning": Precision.PART_OF_DAY,
        "the next day": Precision.DAY,
        "a week later": Precision.WEEK,
        "a month later": Precision.MONTH,
        "2 years later": Precision.YEAR,
    }
    found = [date_of(scene.times[0]).precision for scene in scenes(*expected)]
    assert found == list(expected.values())


def test_gap_of_the_first_story() -> None:
    assert gap(day(2010, 5, 18), day(2014, 11, 28)) == Gap(4, 6, 10, 0)
