"""An edited buffer gives exactly what reading it afresh gives, whatever is taken over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings, strategies as st

from tests.reference.stories import random_story
from whoknows.session.book import Book
from whoknows.session.shelf import Shelf

EXAMPLES = Path(__file__).parents[2] / "examples"


def everything(book: Book) -> Iterator[object]:
    """Yield all that a book says of its story."""
    yield book.findings
    yield book.loaded.document
    if book.loaded.story is None:
        return
    assert book.loaded.lexicon is not None
    yield book.loaded.lexicon.titles
    yield book.story
    yield book.check()
    ledger = book.ledger
    yield ledger.occurrences
    for moment in ledger.moments():
        for who in (None, *book.story.cast, -1):
            state = ledger.state(() if who is None else (who,), moment)
            yield [(cell.mark, cell.aware, cell.evidence) for cell in state.all_cells()]
    for one in (*book.story.cast, -1):
        for other in book.story.cast:
            state = ledger.state((one, other), ledger.end)
            yield [(cell.mark, cell.aware, cell.evidence) for cell in state.all_cells()]
            yield [
                (each.step and (each.step.number, each.step.event), each.view)
                for each in state.history()
            ]


def compare(shelf: Shelf, text: str) -> None:
    shelf.edit("a.story", text)
    book, fresh = shelf.book("a.story"), Shelf({"a.story": text}).book("a.story")
    for number, (one, other) in enumerate(zip(everything(book), everything(fresh), strict=True)):
        assert one == other, number


def edited(text: str, dice: st.DataObject) -> str:
    """The text with one line changed, left out, doubled or put in, or something typed."""
    lines = text.split("\n")
    at = dice.draw(st.integers(0, len(lines) - 1))
    kind = dice.draw(st.integers(0, 6))
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[at])
    elif kind == 2:
        lines[at] = lines[dice.draw(st.integers(0, len(lines) - 1))]
    elif kind == 3:
        lines.insert(at, "  - Nothing much happens")
    elif kind == 4:
        lines[at] = lines[at][: dice.draw(st.integers(0, len(lines[at])))]
    elif kind == 5:
        lines.insert(at, dice.draw(st.sampled_from(["", "# so", "expect over", "      # deep"])))
    else:
        lines.append(lines[at])
    return "\n".join(lines)


@settings(max_examples=15, deadline=None)
@given(random_story(), st.data())
def test_random_edits(text: str, dice: st.DataObject) -> None:
    shelf = Shelf()
    compare(shelf, text)
    for _ in range(2):
        text = edited(text, dice)
        compare(shelf, text)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(("for_the_best", "the_pearl", "sally_and_anne")), st.data())
def test_edits_of_the_examples(name: str, dice: st.DataObject) -> None:
    text = (EXAMPLES / f"{name}.story").read_text("utf-8")
    shelf = Shelf({"a.story": text})
    shelf.book("a.story").check()
    compare(shelf, edited(text, dice))


def test_what_stands_before_the_edit_is_taken_over() -> None:
    text = (EXAMPLES / "for_the_best.story").read_text("utf-8")
    shelf = Shelf({"a.story": text})
    first = shelf.book("a.story")
    step, truth = first.ledger.steps[3], first.ledger.truth(4)
    shelf.edit("a.story", text.replace("Iruka leaves for", "Kakashi sleeps\n  Iruka leaves for", 1))
    assert shelf.book("a.story").loaded.has_errors
    shelf.edit("a.story", text.replace("Nobody says it", "Nobody says a word of it"))
    again = shelf.book("a.story")
    assert again.story.scenes[0] is first.story.scenes[0]
    assert (again.ledger.steps[3], again.ledger.truth(4)) == (step, truth)
    assert len(again.check()) == len(first.check())


def test_a_book_that_was_added_to_is_not_gone_on_from() -> None:
    text = (EXAMPLES / "sally_and_anne.story").read_text("utf-8")
    shelf = Shelf({"a.story": text})
    shelf.book("a.story").append("- Sally finds it => in (marble) = basket")
    compare(shelf, text + "  - It ends\n")


def test_a_disguise_that_is_added_is_known_everywhere() -> None:
    text = "cast\n  Ada\n  Bo\nscene One\n  with Ada, Bo\n  Ada leaves\nscene Two\n  with Bo\n"
    shelf = Shelf()
    compare(shelf, text)
    compare(shelf, text + "  the Baker is Ada in disguise\n  the Baker enters\n")
    compare(shelf, text)
