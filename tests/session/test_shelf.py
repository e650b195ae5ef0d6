"""Open stories, and the unsaved text of editors."""

from pathlib import Path

from whoknows.session.shelf import Shelf

ONE, TWO = "cast\n  Ada\n", "cast\n  Ada\n  Bruno\n"


def test_an_editors_text_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text(ONE, encoding="utf-8")
    shelf = Shelf()
    assert shelf.book(str(path)).story.characters == 1
    shelf.edit(str(path), TWO)
    assert shelf.book(str(path)).story.characters == 2
    shelf.close(str(path))
    assert shelf.book(str(path)).story.characters == 1


def test_what_has_not_changed_is_the_same_book(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text(ONE, encoding="utf-8")
    shelf = Shelf({"b.story": TWO})
    for each in (str(path), "b.story"):
        assert shelf.book(each) is shelf.book(each)
    path.write_text(TWO, encoding="utf-8")
    assert shelf.book(str(path)).story.characters == 2
    book = shelf.book("b.story")
    shelf.edit("b.story", TWO)
    assert shelf.book("b.story") is book
    shelf.edit("b.story", ONE)
    assert shelf.book("b.story") is not book


def test_what_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    shelf = Shelf()
    assert shelf.book(str(tmp_path / "nowhere.story")).findings
    assert shelf.book(str(tmp_path / "nowhere.story")).findings
