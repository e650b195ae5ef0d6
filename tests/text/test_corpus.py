"""The stories of the project parse, and what their lines mean stands in the tree."""

from pathlib import Path

import pytest

from tests.text.corpus import FOR_THE_BEST, SALLY, THE_PEARL
from whoknows.base.source import Source
from whoknows.text.lexicon import Lexicon
from whoknows.text.parser import parse, parse_lines
from whoknows.text.syntax import Atom, Document, NarrationLine, StatementLine

SHARED = Path("/work/shared/stories")


def read(text: str) -> Document:
    document, findings = parse(Source("a.story", text))
    assert findings == ()
    return document


@pytest.mark.parametrize("text", [SALLY, FOR_THE_BEST, THE_PEARL])
def test_the_stories_parse_without_findings(text: str) -> None:
    document = read(text)
    assert document.title
    assert document.version == 1


@pytest.mark.parametrize("name", ["a_scandal_in_bohemia", "for_the_best", "the_pearl"])
def test_the_shared_stories_parse_without_findings(name: str) -> None:
    path = SHARED / f"{name}.story"
    if not path.exists():
        pytest.skip("the shared stories are not here")
    read(path.read_text("utf-8"))


def test_every_line_of_the_first_story_is_in_the_tree() -> None:
    document = read(FOR_THE_BEST)
    assert [len(scene.lines) for scene in document.scenes] == [2, 5, 6, 5, 3, 1, 6, 6, 4]
    assert [fact.name.text for fact in document.facts][2] == "seen his face"
    assert document.facts[1].otherwise == "it was one night and no more"
    assert document.facts[2].wording == "{who} has seen Kakashi's face"
    assert document.secrets[0].stance == "assume"
    assert document.secrets[1].kept_from is None


def test_a_name_may_hold_words_of_the_language() -> None:
    scene = read(FOR_THE_BEST).scenes[3]
    year = scene.lines[4]
    assert isinstance(year, NarrationLine)
    more, bracket = year.effects[1].formula, year.brackets[0]
    assert isinstance(more, Atom)
    assert more.fact.name.text == "wants more"
    assert (bracket.kind, bracket.names[0].text) == ("only", "Iruka")
    assert year.effects[0].shift == 1
    kept = scene.lines[3]
    assert isinstance(kept, StatementLine)
    assert kept.verb == "withholds"
    assert kept.objects[0].text == "Kakashi"


def test_lines_are_added_with_the_names_of_the_story() -> None:
    document = read(SALLY)
    lexicon = Lexicon.of(document)
    added, findings = parse_lines(
        Source("new", "Anne tells Sally: in (marble) = box\nscene Later\n  with Sally\n"), lexicon
    )
    assert findings == ()
    assert [type(each).__name__ for each in added] == ["StatementLine", "SceneNode"]


def test_blocks_stand_in_any_order() -> None:
    head, tail = SALLY.split("cast\n", 1)
    rest, scene = tail.split("scene", 1)
    turned = f"{head}scene{scene}\ncast\n{rest}"
    assert [len(each.lines) for each in read(turned).scenes] == [6]


def test_carriage_returns_tabs_and_comments_change_nothing() -> None:
    plain = read(SALLY)
    commented = SALLY.replace("\n  Sally leaves", "\n  # a note\n  Sally leaves # gone")
    for text in (SALLY.replace("\n", "\r\n"), SALLY.replace("  ", "\t"), commented):
        document = read(text)
        assert [each.name.text for each in document.facts] == ["in"]
        assert len(document.scenes[0].lines) == len(plain.scenes[0].lines)


def test_the_text_of_a_statement_leaves_out_its_brackets() -> None:
    lines, _ = parse_lines(
        Source("a", "Anne tells Sally: in (marble) = box (only Sally)  # so she says"),
        Lexicon.of(read(SALLY)),
    )
    assert isinstance(lines[0], StatementLine)
    assert lines[0].text == "Anne tells Sally: in (marble) = box"
