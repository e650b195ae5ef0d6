"""Whatever the text holds: an answer, in time, with every span inside the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings, strategies as st

from tests.text.corpus import FOR_THE_BEST, SALLY, STORIES
from whoknows.base.reading import Limits
from whoknows.base.source import Source, Span
from whoknows.text.lexicon import Lexicon
from whoknows.text.lines import LONGEST
from whoknows.text.parser import parse, parse_formula, parse_lines
from whoknows.text.syntax import Document, SceneNode

WORDS = [
    "whoknows 1",
    "story",
    "cast",
    "places",
    "things",
    "facts",
    "secrets",
    "rules",
    "at first",
    "scene",
    "when",
    "at",
    "with",
    "hidden",
    "through",
    "off the page",
    "expect",
    "fair",
    "intended",
    "needs",
    "-",
    "=>",
    "+=",
    "-=",
    "=",
    "is",
    "not",
    "and",
    "or",
    "implies",
    "knows",
    "know",
    "whether",
    "believes",
    "is unaware of",
    "was told",
    "has said",
    "to",
    "from",
    "by",
    "everyone",
    "nobody",
    "in",
    "but",
    "it is common knowledge among",
    "that",
    "(",
    ")",
    ",",
    ":",
    "?",
    '"',
    "“",
    "#",
    "kept",
    "unsuspected",
    "who",
    "assume",
    "wonder",
    "whoever",
    "infers",
    "starts",
    "or else",
    "lasting",
    "changing",
    "seen by",
    "if",
    "tells",
    "lies to",
    "asks",
    "withholds",
    "enters",
    "leaves",
    "for",
    "forgets everything since",
    "is Ada in disguise",
    "in disguise",
    "writes",
    "reads",
    "shows",
    "convinces",
    "joins",
    "takes",
    "dies",
    "include",
    "only",
    "unnoticed",
    "heard by",
    "as",
    "Ada",
    "the Ada",
    "Bruno",
    "the affair",
    "Iruka",
    "strain",
    "3",
    "-7",
    "+-1",
    "٣",
    "９",
    "İ",
    "ß",
    "e\u0301",
    "’",
    "\u200b",
    "\ufeff",
    "\x00",
    "\u2028",
    "\x85",
    "𝔘",
    "\ud800",
    "\n",
    "\n  ",
    "\n    ",
    "\n\t",
    "\r\n",
    "\r",
]

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)


def spans(node: object) -> Iterator[Span]:
    """Every span in a tree."""
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from spans(each)
    elif is_dataclass(node):
        for field in fields(node):
            yield from spans(getattr(node, field.name))


def check(node: object, source: Source) -> None:
    for span in spans(node):
        assert span.path == source.path
        assert 0 <= span.start <= span.end <= len(source.text)


@given(texts)
@settings(max_examples=300)
def test_any_text_is_read(text: str) -> None:
    source = Source("a.story", text)
    document, findings = parse(source)
    check(document, source)
    check(findings, source)
    assert parse(source) == (document, findings)
    lexicon = Lexicon.of(document)
    for result in (parse_formula(source, lexicon), parse_lines(source, lexicon)):
        check(result, source)


@given(st.sampled_from(STORIES), texts, st.data())
@settings(max_examples=200)
def test_any_text_in_the_middle_of_a_story(story: str, text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(story)))
    source = Source("a.story", story[:at] + text + story[at:])
    check(parse(source), source)


@given(st.sampled_from(STORIES), st.data())
@settings(max_examples=300)
def test_a_story_cut_anywhere(story: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(story)))
    source = Source("a.story", story[:at])
    document, findings = parse(source)
    check((document, findings), source)
    whole, _ = parse(Source("a.story", story))
    complete = story[:at].count("\nscene ") - 1
    for cut, full in zip(document.scenes[:complete], whole.scenes, strict=False):
        assert cut.lines == full.lines


def without_spans(node: object) -> object:
    """A tree with all places left out, to compare what stands at different places."""
    if isinstance(node, Span):
        return None
    if isinstance(node, tuple):
        return tuple(without_spans(each) for each in node)
    if is_dataclass(node):
        return (type(node), *(without_spans(getattr(node, f.name)) for f in fields(node)))
    return node


def blocks(document: Document) -> list[object]:
    """The parts of a story that are compared: each list, and each scene."""
    lists = (document.characters, document.groups, document.places, document.things)
    more = (document.facts, document.secrets, document.rules, document.at_first)
    return [without_spans(each) for each in (*lists, *more, *document.scenes)]


@given(st.sampled_from(STORIES), st.sampled_from("xX .,:()=-\"?'é\n"), st.data())
@settings(max_examples=500)
def test_one_damaged_letter_costs_its_block_alone(
    story: str, letter: str, data: st.DataObject
) -> None:
    """In a scene: every other scene and every list is read as before."""
    heads = [found.start() + 1 for found in re.finditer("\nscene ", story)]
    at = data.draw(st.integers(heads[0], len(story) - 1))
    source = Source("a.story", story[:at] + letter + story[at + 1 :])
    damaged, findings = parse(source)
    check((damaged, findings), source)
    whole, _ = parse(Source("a.story", story))
    touched = bisect_right(heads, at) - 1
    assert blocks(damaged)[:8] == blocks(whole)[:8]
    assert damaged.scenes[:touched] == whole.scenes[:touched]
    after = len(heads) - touched - 1 - (at + 1 in heads)
    if after:
        expected = [without_spans(each) for each in whole.scenes[-after:]]
        assert [without_spans(each) for each in damaged.scenes[-after:]] == expected
    assert len(findings) <= 2


@given(st.sampled_from(STORIES), st.sampled_from('x .,:()="?\n'), st.data())
@settings(max_examples=300)
def test_one_damaged_letter_in_a_list_leaves_the_scenes_standing(
    story: str, letter: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, story.index("\nscene ") - 1))
    source = Source("a.story", story[:at] + letter + story[at + 1 :])
    damaged, findings = parse(source)
    check((damaged, findings), source)
    whole, _ = parse(Source("a.story", story))
    assert [len(scene.lines) for scene in damaged.scenes] == [
        len(scene.lines) for scene in whole.scenes
    ]


def test_a_line_of_fifty_megabytes_is_one_finding() -> None:
    source = Source("a.story", "cast\n  " + "x" * 50_000_000)
    _, findings = parse(source)
    assert [each.code for each in findings] == ["WK028"]


def test_ten_thousand_errors() -> None:
    lines = "\n".join(f"  Sally blorps {n}" for n in range(10_000))
    _, findings = parse(Source("a.story", SALLY + lines))
    assert len(findings) == 10_000


def test_formulas_ten_thousand_deep() -> None:
    lexicon = Lexicon.of(parse(Source("a.story", FOR_THE_BEST))[0])
    for deep in (
        "(" * 10_000 + "love" + ")" * 10_000,
        "not " * 10_000 + "love",
        "Iruka believes " * 5_000 + "love",
    ):
        for limits in (Limits(), Limits(formula_depth=1_000_000)):
            formula, findings = parse_formula(Source("q", deep), lexicon, limits)
            assert formula is None
            assert [each.code for each in findings] == ["WK056"]
    shallow = "Iruka believes " * 90 + "love"
    assert parse_formula(Source("q", shallow), lexicon)[1] == ()


def test_long_lists_take_no_longer_than_their_length() -> None:
    lexicon = Lexicon.of(parse(Source("a.story", SALLY))[0])
    for part in ("a, ", "a and ", "Sally, ", "Sally believes a, ", "(only Ada) ", "not "):
        for line in ("Sally tells Anne: ", "- x ", "- x => ", "expect "):
            text = line + part * (LONGEST // 2 // len(part))
            lines, findings = parse_lines(Source("a", text), lexicon)
            assert len(lines) + len(findings) == 1


def test_a_scene_may_be_added_in_memory() -> None:
    lexicon = Lexicon.of(parse(Source("a.story", SALLY))[0])
    added, findings = parse_lines(Source("a", "scene X\n\twith Sally\n\tSally leaves"), lexicon)
    assert findings == ()
    assert isinstance(added[0], SceneNode)
    assert added[0].present[0].text == "Sally"
