"""The canonical form: what is mended, what stays, and that the story stays the same."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.reference.stories import random_story
from whoknows.base.diagnostic import Severity
from whoknows.base.source import Source, Span
from whoknows.session.tidying import tidy_text
from whoknows.text.parser import parse
from whoknows.text.printer_lines import spaced

PROJECT = Path(__file__).parents[2]
STORIES = [
    path
    for folder in ("examples", "tests/stories", "tests/text/stories")
    for path in sorted((PROJECT / folder).rglob("*.story"))
]


def tidied(text: str) -> str:
    found = tidy_text(text, "a.story").text
    assert found is not None
    return found


def shape(node: object) -> object:
    """A tree without its places; a line as written, without its spaces."""
    if isinstance(node, Span):
        return None
    if isinstance(node, tuple):
        return [shape(each) for each in node]
    if is_dataclass(node):
        return {
            each.name: "".join(str(getattr(node, "text", "")).split())
            if each.name == "text" and hasattr(node, "verb")
            else shape(getattr(node, each.name))
            for each in fields(node)
        }
    return node


def tree(text: str) -> object:
    document, findings = parse(Source("a.story", text))
    assert not [each for each in findings if each.severity is Severity.ERROR]
    return shape(document)


def is_readable(text: str) -> bool:
    return tidy_text(text, "a.story").text is not None


def check(text: str) -> str:
    """Format a text, and hold the three promises: same story, nothing lost, idempotent."""
    once = tidied(text)
    assert tree(once) == tree(text)
    assert tidied(once) == once
    assert sorted(comments(once)) == sorted(comments(text))
    assert len(once.replace(" ", "").replace("\n", "")) >= len(
        re.sub(r"\s", "", text.replace("⇒", "=>"))
    )
    return once


def comments(text: str) -> list[str]:
    return [
        found[0].rstrip()
        for line in text.split("\n")
        if (found := re.search(r"(^|(?<=\s))#.*", line))
    ]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_stories_as_they_stand(path: Path) -> None:
    text = path.read_text("utf-8")
    if is_readable(text):
        check(text)


def untidied(text: str, dice: st.DataObject) -> str:
    """The same story, typed by somebody in a hurry."""
    step = dice.draw(st.sampled_from(["  ", "    ", "\t", "   "]))
    lines = []
    for line in text.split("\n"):
        bare = line.lstrip(" ")
        depth = (len(line) - len(bare)) // 2
        kind = dice.draw(st.integers(0, 8))
        if kind == 1 and depth:
            bare = bare.replace(", ", " ,  ").replace(" = ", "=").replace(" => ", "  ⇒ ")
        elif kind == 2 and bare:
            bare += "   # why not" if depth else "\t#over"
        elif kind == 3 and bare.startswith("- "):
            bare = f"–{bare[2:]}"
        elif kind == 4:
            lines.append(f"{step * dice.draw(st.integers(0, 2))}# a remark, (as) it=is")
        elif kind == 5 and depth:
            lines += ["", ""]
        lines.append(f"{step * depth}{bare}")
    return "\n".join(lines)


@pytest.mark.xfail(
    strict=False,
    reason="some drawn story, made messy, reads otherwise: not yet found out which line (issue 3)",
)
@settings(max_examples=40, deadline=None)
@given(random_story(), st.data())
def test_random_stories(text: str, dice: st.DataObject) -> None:
    once = check(text)
    messy = untidied(text, dice)
    if is_readable(messy):
        assert tree(check(messy)) == tree(once)


@given(st.text(st.sampled_from("ab,:()=<>?+-! #\"'’."), max_size=20))
def test_spaced_moves_spaces_only(text: str) -> None:
    once = spaced(text)
    assert "".join(once.split()) == "".join(text.split()) or '"' in text
    assert spaced(once) == once
    assert re.sub(r"\s", "", once) == re.sub(r"\s", "", text)


MESSY = """\
# Head of the file.


whoknows 1
story   A  Sample
CAST
\tAda(she):a  painter, no?   #tight
\t# Bruno is next
\tBruno ( he )
\tboth=Ada ,Bruno
  # nobody else
facts
    in(who :character)=jar,tin:{who} is   in {value}
        or else:  out of it
        STARTS in(Ada)=jar
    over
scene  The   jar
    with Ada,Bruno
    # where it is
    when 3  May 2010, 12:30
    at the   bar

    – Ada  puts it=>in(Ada)=tin ,not  over(only Ada)
        # it must be
        needs  in (Ada)=jar
        # deeper still

    Ada tells Bruno:in(Ada)=tin,over
    intended WK310:she  means it
  expect Bruno knows(in (Ada)=tin)
    # at the end of the scene
# of the file
"""

CLEAN = """\
# Head of the file.

whoknows 1
story A Sample

cast
  Ada (she): a  painter, no?  #tight
  # Bruno is next
  Bruno (he)
  both = Ada, Bruno
  # nobody else

facts
  in (who: character) = jar, tin: {who} is   in {value}
    or else: out of it
    starts in (Ada) = jar
  over

scene The jar
  # where it is
  when 3 May 2010, 12:30
  at the bar
  with Ada, Bruno

  - Ada  puts it => in (Ada) = tin, not over (only Ada)
    # it must be
    needs in (Ada) = jar
    # deeper still

  Ada tells Bruno: in (Ada) = tin, over
  intended WK310: she  means it
  expect Bruno knows (in (Ada) = tin)
  # at the end of the scene
# of the file
"""


def test_what_is_mended() -> None:
    messy = MESSY.replace("  expect", "    expect").replace("\t", "    ")
    assert check(messy) == CLEAN


def test_blank_lines_between_blocks() -> None:
    text = (
        "cast\n  Ada\n# of the facts\nfacts\n\n\n  over\n\n\nexpect over\nexpect over\nscene One\n"
    )
    assert check(text) == (
        "cast\n  Ada\n\n# of the facts\nfacts\n  over\n\nexpect over\nexpect over\n\nscene One\n"
    )


def test_titles_keep_their_signs() -> None:
    text = (
        "cast\n  Ada\nfacts\n  killer=Ada,Bob:{value} did it\nscene  Act 1:2\n  with Ada\n"
        "scene Two\n  with Ada\n  Ada forgets everything   since Act 1:2   (off the page)\n"
        "fair  killer by  Act 1:2\n"
    )
    once = check(text)
    assert "scene Act 1:2\n" in once
    assert "  Ada forgets everything since Act 1:2 (off the page)\n" in once
    assert once.endswith("fair killer by Act 1:2\n")


def test_no_comment_is_made_of_a_word() -> None:
    text = "cast\n  Ada:#1 of them\nfacts\n  over:#x\nscene One\n  with Ada\n  -#1 falls=>over\n"
    assert check(text).endswith("  -#1 falls => over\n")


def test_errors_are_refused() -> None:
    found = tidy_text("cast\n  Ada (she\n", "a.story")
    assert found.text is None
    assert [each.code for each in found.findings] == ["WK032"]


def test_names_nobody_declared_do_not_matter() -> None:
    assert check("scene One\n  with  Ada ,Bob\n") == "scene One\n  with Ada, Bob\n"


def test_empty_files() -> None:
    assert tidied("") == ""
    assert tidied("\n\n # only this\n\n") == "# only this\n"
