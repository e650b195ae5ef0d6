"""Moments as people type them."""

import pytest

from whoknows.base.diagnostic import Diagnostic
from whoknows.ledger.ledger import Ledger, Moment
from whoknows.ledger.moments import find_moment
from whoknows.session.loading import Loaded, load_text

STORY = """\
cast
  Ada
  Bruno

places
  the hall

facts
  over: it is over
  hurt: Ada is hurt

scene The marble
  when 3 May 2010
  at the hall
  with Ada, Bruno
  - Ada looks up
  - Bruno looks up

scene The date
  when every year from 3 May 2011 to 3 May 2013
  at the hall
  with Ada
  - Ada waits
  - Ada sighs
  expect not over

scene Part 2: the end
  when June 2014
  at the hall
  with Ada
  - Ada goes => over

scene May 2012
  when 1 January 2010
  at the hall
  with Bruno
  - Bruno remembers => hurt
"""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    loaded = load_text(STORY, "a.story")
    assert loaded.diagnostics == ()
    return loaded


@pytest.fixture(scope="module")
def ledger(loaded: Loaded) -> Ledger:
    assert loaded.story is not None
    return Ledger(loaded.story)


def instant(text: str, ledger: Ledger, loaded: Loaded) -> int:
    found = find_moment(text, ledger, loaded.source)
    assert isinstance(found, Moment), found
    return found.instant


# In story order: May 2012 1-2, The marble 3-5, The date 6-8, 9-11, 12-14, Part 2 15-16.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 16),
        (" end ", 16),
        ("START", 0),
        ("The marble", 5),
        ("the_marble", 5),
        ("MARBLE", 5),
        ("the marble:start", 3),
        ("the marble:0", 3),
        ("the marble:1", 4),
        ("the marble: 2", 5),
        ("the marble:end", 5),
        ("The date", 14),
        ("The date:1", 13),
        ("The date#1", 8),
        ("The date#2", 11),
        ("The date#2:start", 9),
        ("the_date#2:1", 10),
        ("Part 2: the end", 16),
        ("Part 2: the end:start", 15),
        ("May 2012", 2),  # a title comes before a date
        ("2009", 0),
        ("3 May 2010", 5),
        ("2 May 2010", 2),
        ("May 2010", 5),
        ("2012", 11),
        ("2050-01-01", 16),
        ("L1", 0),
        ("L11", 0),
        ("L12", 3),
        ("L15", 3),
        ("L16", 4),
        ("l18", 5),
        ("L19", 12),
        ("L24", 14),
        ("L36", 1),
        ("L38", 2),
        ("L9999", 2),
    ],
)
def test_moments(text: str, expected: int, ledger: Ledger, loaded: Loaded) -> None:
    assert instant(text, ledger, loaded) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the marbel", "WK201"),
        ("nonsense", "WK201"),
        (":3", "WK201"),
        ("#", "WK201"),
        ("the marble:x", "WK201"),
        ("The date#0", "WK202"),
        ("The date#4:1", "WK202"),
        ("the marble:3", "WK203"),
    ],
)
def test_findings(text: str, code: str, ledger: Ledger, loaded: Loaded) -> None:
    found = find_moment(text, ledger, loaded.source)
    assert isinstance(found, Diagnostic)
    assert found.code == code


def test_did_you_mean(ledger: Ledger) -> None:
    found = find_moment("the marbel:2", ledger)
    assert isinstance(found, Diagnostic)
    assert found.hint is not None
    assert "The marble" in found.hint


def test_no_lines_without_a_file(ledger: Ledger) -> None:
    found = find_moment("L3", ledger)
    assert isinstance(found, Diagnostic)


def test_a_date_in_a_story_without_dates() -> None:
    story = load_text("cast\n  Ada\nscene One\n  with Ada\n  - Ada waits\n").story
    assert story is not None
    found = find_moment("May 2010", Ledger(story))
    assert isinstance(found, Diagnostic)
    assert found.code == "WK204"


def test_days_that_are_only_counted() -> None:
    text = "cast\n  Ada\nscene One\n  when day 1\n  with Ada\nscene Two\n  when day 3\n  with Ada\n"
    story = load_text(text).story
    assert story is not None
    found = find_moment("day 2", Ledger(story))
    assert isinstance(found, Moment)
    assert found.instant == 1


def test_the_reader_of_a_date_has_read_what_happened_by_then(
    ledger: Ledger, loaded: Loaded
) -> None:
    found = find_moment("3 May 2010", ledger, loaded.source)
    assert isinstance(found, Moment)
    assert found.page == (3, 0, 1)
