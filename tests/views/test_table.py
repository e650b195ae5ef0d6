"""Who knows what, as a table: stances, reasons, HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings

from tests.reference.stories import random_story
from whoknows.session.book import View, story
from whoknows.views.table import Stance, Table

TALE = """\
story Tom & <b>Jerry</b>
cast
  Ada (she)
  Bruno (he)
  Cora (she)
  Dev (he)
facts
  over: it is over
  gone: it is gone
  place = tin, urn, jar: it is in the {value}
  dull
secrets
  over: kept by Ada from everyone, who assume not
scene One
  with Ada, Bruno
  - It ends => over (only Ada)
  - It is put away => place = tin
  Bruno suspects: gone
scene Two
  with Ada
  - She moves it => place = jar
scene Three
  with Cora, Dev
  Dev wonders: gone
  Cora suspects: place = urn
"""


def stances(table: Table) -> dict[str, str]:
    return {
        row.truth: " ".join(entry.stance.name.lower() for entry in row.entries)
        for row in table.rows
    }


def at_end(text: str = TALE) -> View:
    return story(text).at()


def test_stances() -> None:
    table = at_end().table()
    assert table.people == ("Ada", "Bruno", "Cora", "Dev", "the reader")
    assert stances(table) == {
        "over": "knows wrong wrong wrong knows",
        "not gone": "nothing suspects nothing wonders assumes",
        "place = jar": "knows wrong suspects unaware knows",
    }
    assert table.left_out == 1
    assert [row.is_secret for row in table.rows] == [True, False, False]
    assert [entry.keeps for entry in table.rows[0].entries] == [True, False, False, False, False]


def test_of_some_and_why() -> None:
    view = at_end()
    table = view.table([1], why=True)
    assert table.people == ("Bruno",)
    (entry,) = table.rows[2].entries
    assert entry.stance is Stance.WRONG
    assert entry.typed == "place = tin"
    assert entry.because == ("Bruno was there when it was put away (One).",)


def test_before_the_first_scene() -> None:
    table = story(TALE).at("start").table()
    assert table.when is None
    assert stances(table) == {"not over": "knows assumes assumes assumes nothing"}


class Strict(HTMLParser):
    """Counts elements, and holds that only those of a table occur."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
        assert {name for name, _ in attrs} <= {"class", "style", "title", "scope"}
        self.tags.append(tag)


def test_html_is_escaped() -> None:
    text = TALE.replace("it is over", 'it is "over" <script>alert(1)</script>')
    html = story(text)._repr_html_()
    parser = Strict()
    parser.feed(html)
    assert parser.tags.count("tr") == 4
    assert "Tom &amp; &lt;b&gt;Jerry" in html
    assert "wrongly believes: place = tin" in html


@settings(max_examples=15, deadline=None)
@given(random_story())
def test_every_story_can_be_shown(text: str) -> None:
    book = story(text)
    for at in (None, "start"):
        table = book.at(at).table(why=True)
        assert len(table.rows) + table.left_out == sum(
            1 for each in book.story.fluents if each.fact != 0
        )
        for row in table.rows:
            for entry in row.entries:
                if entry.stance in {Stance.KNOWS, Stance.ASSUMES, Stance.PARTLY} and entry.typed:
                    assert book.value(f"{entry.who} knows ({entry.typed})", book.moment(at))
                if entry.stance is Stance.UNAWARE:
                    assert book.value(f"{entry.who} is unaware of ({row.truth})", book.moment(at))
                if entry.stance is Stance.WRONG:
                    assert book.value(f"{entry.who} believes ({entry.typed})", book.moment(at))
    Strict().feed(book.at()._repr_html_())


def test_disguises_have_no_column() -> None:
    text = TALE.replace("facts\n", "  the Baker is Ada in disguise\nfacts\n", 1)
    table = story(text).at().table()
    assert table.people == ("Ada", "Bruno", "Cora", "Dev", "the reader")
