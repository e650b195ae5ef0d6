"""Dates and spans of time."""

import pytest

from whoknows.model import clock
from whoknows.model.calendar import Gap
from whoknows.words.times import date_said, day_said, span_said


@pytest.mark.parametrize(
    "date", ["3 May 2010", "3 May 2010, 21:05", "September 2014", "2014", "2 January 1801"]
)
def test_a_date_is_said_as_exactly_as_it_is_known(date: str) -> None:
    time = clock.date(date)
    assert time is not None
    assert date_said(time) == date


def test_a_counted_day() -> None:
    time = clock.date("day 3")
    assert time is not None
    assert day_said(time) == "day 3"


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (Gap(4, 6, 11, 0), "four and a half years"),
        (Gap(4, 0, 3, 0), "four years"),
        (Gap(1, 11, 0, 0), "nearly two years"),
        (Gap(2, 3, 0, 0), "two years and three months"),
        (Gap(0, 1, 0, 0), "a month"),
        (Gap(0, 2, 15, 0), "two and a half months"),
        (Gap(0, 0, 21, 0), "three weeks"),
        (Gap(0, 0, 1, 400), "a day"),
        (Gap(0, 0, 0, 60), "an hour"),
        (Gap(0, 0, 0, 200), "three hours"),
        (Gap(0, 0, 0, 1), "a minute"),
        (Gap(0, 0, 0, 0), "no time at all"),
        (Gap(30, 0, 0, 0), "30 years"),
    ],
)
def test_a_span_is_said_to_about_a_tenth(gap: Gap, said: str) -> None:
    assert span_said(gap) == said
