"""Small disasters: each damaged line makes one finding at its place, and costs nothing else."""

import inspect
import re

import pytest

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Source
from whoknows.text import errors
from whoknows.text.parser import parse
from whoknows.text.syntax import Document

BEFORE = """\
whoknows 1
story A House

cast
  Ada (she): a painter
  Bruno (he)
  Cora (she)
  Anne
  friends = Bruno, Cora

places
  the hall
  the garden

things
  container: the box, the chest

facts
  the affair: they meet
    or else: they do not
  bread: there is bread
  butter: there is butter
  bread and butter: there is both
  wants: she wants
  wants more: she wants more
  not yet: it is early
  yet: it is late
  killer = Ada, Bruno: {value} did it
    starts Ada
  seen (who: character): {who} was seen
  strain (who: character) = number: {who} bears {value}

secrets
  the affair: kept by Ada, Bruno from friends, who assume not

rules
  alibis: whoever believes seen (someone) infers killer is not someone

at first
  Cora believes the affair

scene First
  at the hall
  with Ada, Bruno, Cora
  Ada tells Bruno: the affair
"""
AFTER = """
  Bruno tells Cora: bread (only Cora)
  - The end => seen (Ada)

scene Last
  at the garden
  with Ada
  Ada wonders: killer
"""


def story(line: str) -> Source:
    return Source("a.story", f"{BEFORE}  {line}{AFTER}")


def read(source: Source) -> tuple[Document, tuple[Diagnostic, ...]]:
    return parse(source)


def test_the_house_itself_is_clean() -> None:
    document, findings = read(story("# nothing"))
    assert findings == ()
    assert [len(scene.lines) for scene in document.scenes] == [3, 1]


# A line of a scene, the code of its finding, and the words that are underlined.
LINES = [
    # saying
    ("Ada tells Bruno the affair", "WK072", ""),
    ("Ada tells Bruno that the affair", "WK072", ""),
    ("Ada sees the affair", "WK072", ""),
    ("Ada forgets the affair", "WK072", ""),
    ("Ada tells Bruno:", "WK073", ""),
    ("Ada infers:", "WK073", ""),
    ("Ada infers", "WK073", ""),
    ("Ada tells Bruno: (only Bruno)", "WK073", "("),
    ("Ada tells: the affair", "WK074", ":"),
    ("Ada tels Bruno: the affair", "WK070", "tels"),
    ("Ada lies too Bruno: the affair", "WK070", "lies too"),
    ("Adda tels Bruno: the affair", "WK070", "tels"),
    ("Ada smiles", "WK070", "smiles"),
    ("Ada", "WK078", ""),
    ("The sun goes down", "WK081", "The sun goes down"),
    ("tells Bruno: the affair", "WK077", "tells"),
    (": the affair", "WK077", ":"),
    ("=> the affair", "WK077", "=>"),
    ("Ada believes the affair", "WK071", "Ada believes the affair"),
    ("Ada beleives the affair", "WK071", "Ada beleives the affair"),
    ("Ada withholds the affair", "WK075", ""),
    ("Ada withholds the affair from", "WK030", ""),
    ("Ada leaves to the garden", "WK076", "to the garden"),
    ("Ada leaves the garden", "WK076", "the garden"),
    ("Ada enters the garden", "WK059", "the garden"),
    ("Ada, tells Bruno: the affair", "WK030", "tells"),
    ("Ada and tells Bruno: the affair", "WK030", "tells"),
    ("Ada tells Bruno: the affair,", "WK050", ""),
    ("Ada tells Bruno: the affair: bread", "WK059", ": bread"),
    ("Ada forgets everything since", "WK030", ""),
    # brackets
    ("Ada tells Bruno: the affair (quietly)", "WK085", "(quietly)"),
    ("Ada tells Bruno: the affair (onyl Cora)", "WK085", "(onyl Cora)"),
    ("Ada tells Bruno: the affair (only)", "WK085", "(only)"),
    ("Ada tells Bruno: the affair (only Cora", "WK032", "("),
    ("Ada tells Bruno: the affair only Cora)", "WK059", ")"),
    ("Ada tells Bruno: the affair (only Cora) and bread", "WK088", "and bread"),
    ("Ada tells Bruno: the affair (only Cora), bread", "WK088", ", bread"),
    ("Ada tells Bruno: the affair (heard by Cora)", "WK085", "(heard by Cora)"),
    ("Ada tells Bruno: the affair (unnoticed Cora)", "WK085", "(unnoticed Cora)"),
    ('Ada tells Bruno: "the affair', "WK033", '"'),
    ("- She whispers (onyl Ada)", "WK086", "(onyl Ada)"),
    ("- She whispers (un-noticed: Ada)", "WK086", "(un-noticed: Ada)"),
    ("- She whispers (only: Ada)", "WK085", "(only: Ada)"),
    ("- She whispers (just Ada)", "WK086", "(just Ada)"),
    ("- She whispers (Ada only)", "WK086", "(Ada only)"),
    ("- She whispers (sadly: Ada)", "WK086", "(sadly: Ada)"),
    ("- She whispers (half-heard by Cora)", "WK086", "(half-heard by Cora)"),
    ("- She whispers (of the page)", "WK086", "(of the page)"),
    ("- She whispers (only Ada).", "WK087", "(only Ada)."),
    ("- She whispers [only Ada]", "WK087", "[only Ada]"),
    ("- She whispers only Ada)", "WK087", "only Ada)"),
    ("- She whispers (only Ada", "WK032", "("),
    ("- She whispers (only Ada) => bread", "WK088", "(only Ada)"),
    ("- She whispers => bread (softly)", "WK085", "(softly)"),
    ("- She whispers =>", "WK073", ""),
    ("- She whispers => strain (Ada) += much", "WK058", "much"),
    # formulas
    ("expect Ada knows the affair and yet", "WK053", "and"),
    ("expect Ada knows Bruno knows (yet) and wants", "WK053", "and"),
    ("expect it is common knowledge among Ada, Bruno that yet or wants", "WK053", "or"),
    ("expect yet and wants or the affair", "WK054", "or"),
    ("expect yet implies wants implies the affair", "WK054", "implies"),
    ("expect Ada beleives the affair", "WK052", "beleives"),
    ("expect Ada", "WK051", ""),
    ("expect", "WK073", "expect"),
    ("expect not", "WK050", ""),
    ("expect killer =", "WK057", ""),
    ("expect killer is not", "WK057", ""),
    ("expect strain (Ada) > " + "9" * 40, "WK061", "9" * 40),
    ("expect (yet and wants", "WK032", "("),
    ("expect strain (Ada", "WK032", "("),
    ("expect yet)", "WK059", ")"),
    ("expect yet (only Ada)", "WK063", "(only Ada)"),
    ("expect everyone in friends", "WK060", ""),
    ("expect everyone was told yet", "WK060", "was"),
    ("expect it is common knowledge among Ada, Bruno", "WK062", ""),
    ("expect bread and butter", "WK055", "bread and butter"),
    ("expect not yet", "WK055", "not yet"),
    ("expect " + "(" * 500 + "yet" + ")" * 500, "WK056", "("),
    ("fair killer", "WK079", "fair killer"),
    ("intended K104", "WK080", "intended K104"),
    ("needs the affair", "WK045", "needs the affair"),
    ("exepct the affair", "WK043", "exepct"),
    # the shape of a scene
    ("at the garden", "WK041", "at the garden"),
    ("wiht Ada", "WK043", "wiht"),
    ("  Ada tells Bruno: bread", "WK022", "Ada tells Bruno: bread"),
    ("- It rains\n    starts yes", "WK046", "starts yes"),
    ("- It rains\n    needs", "WK050", ""),
    # letters, disguises, groups, deaths
    ("Ada writes: bread", "WK082", "Ada writes: bread"),
    ("Ada writes the letter", "WK082", "Ada writes the letter"),
    ("Ada writes the letter as: bread", "WK030", ":"),
    ("Ada reads", "WK082", "Ada reads"),
    ("Ada reads the letter, the diary", "WK082", "Ada reads the letter, the diary"),
    ("Ada reads the letter: bread", "WK082", "Ada reads the letter: bread"),
    ("Ada shows", "WK082", "Ada shows"),
    ("Ada shows Bruno", "WK082", "Ada shows Bruno"),
    ("Ada shows the box", "WK082", "Ada shows the box"),
    ("Ada shows Bruno, the box", "WK082", "Ada shows Bruno, the box"),
    ("Ada shows: bread", "WK082", "Ada shows: bread"),
    ("Ada joins", "WK082", "Ada joins"),
    ("Ada quits friends, foes", "WK082", "Ada quits friends, foes"),
    ("Ada takes Bruno", "WK082", "Ada takes Bruno"),
    ("Ada takes for Bruno", "WK082", "Ada takes for Bruno"),
    ("Ada takes Bruno for", "WK082", "Ada takes Bruno for"),
    ("Ada dies: bread", "WK059", ": bread"),
    ("Dora is Cora in disguse", "WK082", "Dora is Cora in disguse"),
    ("Dora is in disguise", "WK082", "Dora is in disguise"),
    ("Dora (she is Cora in disguise", "WK082", "Dora (she is Cora in disguise"),
    ("is Cora in disguise", "WK082", "is Cora in disguise"),
    ("Dora is Cora in disguise (only Ada)", "WK082", "Dora is Cora in disguise (only Ada)"),
]


@pytest.mark.parametrize(("line", "code", "underlined"), LINES)
def test_a_damaged_line_is_one_finding_at_its_place(line: str, code: str, underlined: str) -> None:
    source = story(line)
    document, findings = read(source)
    assert [each.code for each in findings] == [code]
    span = findings[0].span
    assert span is not None
    assert source.text[span.start : span.end] == underlined
    start = len(BEFORE)
    assert start <= span.start <= span.end <= start + len(line) + 2
    assert findings[0].hint
    clean, _ = read(story("# nothing"))
    first, last = document.scenes
    kept = [each for each in first.lines if not start <= each.span.start < start + len(line) + 2]
    assert len(kept) == len(clean.scenes[0].lines)
    assert len(last.lines) == 1
    assert document.facts == clean.facts


# What is replaced in the blocks, by what, the code, and the words that are underlined.
BLOCKS = [
    ("whoknows 1", "whoknows 7", "WK024", "whoknows 7"),
    ("story A House", "story A House\nwhoknows 1", "WK025", "whoknows 1"),
    ("story A House", "story A House\nstory Again", "WK029", "story Again"),
    ("story A House", "story", "WK073", "story"),
    ("story A House", "story A House\n  by nobody\n  at all", "WK023", "by nobody"),
    ("cast\n", "casts\n", "WK020", "casts"),
    ("cast\n", "characters\n", "WK020", "characters"),
    ("cast\n", "cast:\n", "WK020", "cast:"),
    ("cast\n", "cast of the play\n", "WK027", "cast of the play"),
    ("places\n", "themes\n  love: it hurts\n\nplaces\n", "WK020", "themes"),
    ("places\n", "wants Ada: 3\n  anything at all (\n\nplaces\n", "WK026", "wants Ada: 3"),
    ("places\n", "include\n\nplaces\n", "WK073", "include"),
    ("places\n", "inclde b.story\n\nplaces\n", "WK020", "inclde"),
    ("places\n", "include b.story\n  at all\n\nplaces\n", "WK023", "at all"),
    ("  Anne", "  Anne is Ada in disguse", "WK082", "Anne is Ada in disguse"),
    ("  Anne", "  Anne, Ann is Ada in disguise", "WK082", "Anne, Ann is Ada in disguise"),
    ("  the garden", "the garden", "WK021", "the garden"),
    ("  the hall\n", "    the hall\n", "WK022", "the hall"),
    ("  Bruno (he)", "   Bruno (he)", "WK022", "Bruno (he)"),
    ("  Bruno (he)", "  Bruno (he", "WK032", "("),
    ("  Cora (she)", "  Cora (she) and more", "WK031", "and more"),
    ("  Anne", "  Anne, Ann", "WK031", ", Ann"),
    ("friends = Bruno, Cora", "friends =", "WK030", ""),
    ("container: the box, the chest", "container", "WK031", "container"),
    ("container: the box, the chest", "container: the box,, the chest", "WK030", ","),
    ("    or else: they", "    or elsee: they", "WK034", "or elsee: they do not"),
    ("    starts Ada", "    starts Ada\n    lastng", "WK034", "lastng"),
    ("    starts Ada", "    starts", "WK073", "starts"),
    ("    starts Ada", "    lasting\n    changing", "WK035", "changing"),
    ("    starts Ada", "    seen by c", "WK031", ""),
    ("seen (who: character):", "seen (who: character:", "WK032", "("),
    ("{who} bears {value}", "{who} bears: all {value} (so", None, ""),
    ("kept by Ada, Bruno from", "kept by Ada, Bruno form", "WK036", ""),
    ("kept by Ada", "held by Ada", "WK036", "held by Ada, Bruno from friends, who assume not"),
    ("who assume not", "who dream", "WK036", "dream"),
    ("alibis: whoever", "alibis whoever", "WK037", None),
    ("whoever believes", "whoever knows", "WK037", None),
    ("seen (someone) infers", "seen (someone) and yet infers", "WK038", "seen (someone)"),
    ("Cora believes the affair", "the affair", "WK039", "the affair"),
    ("Cora believes the affair", "Cora believes the affair and yet", "WK053", "and"),
    ("scene First", "sceen First", "WK020", "sceen"),
    ("scene First", "scene", "WK044", "scene"),
    ("  at the hall", "  at the hall\n  at the garden", "WK040", "at the garden"),
    ("  at the hall", "  at: the hall", "WK043", "at:"),
    ("  at the hall", "  at", "WK073", "at"),
    ("  at the hall", "  at the hall\n  through Ada, Bruno", "WK042", "Ada, Bruno"),
    ("scene Last", "  scene Last", "WK047", "scene Last"),
    ("\n  # nothing", "\nAda tells Cora: yet", "WK021", "Ada tells Cora: yet"),
]


@pytest.mark.parametrize(("good", "bad", "code", "underlined"), BLOCKS)
def test_damage_to_a_block_is_one_finding(
    good: str, bad: str, code: str | None, underlined: str | None
) -> None:
    whole = story("# nothing").text
    assert whole.count(good) >= 1
    source = Source("a.story", whole.replace(good, bad, 1))
    document, findings = read(source)
    assert [each.code for each in findings] == ([code] if code else [])
    for each in findings:
        assert each.span is not None
        if underlined is not None:
            assert source.text[each.span.start : each.span.end] == underlined
    assert [len(scene.lines) for scene in document.scenes][-2:] in ([3, 1], [4, 1])


def test_every_finding_of_this_floor_has_its_own_code_and_meaning() -> None:
    functions = [each for name, each in vars(errors).items() if name in _names_of_findings()]
    codes = re.findall('"(WK[0-9]+)"', inspect.getsource(errors))
    assert len(codes) == len(set(codes)) == len(functions)
    assert all(each.__doc__ for each in functions)
    tested = {code for _, code, *_ in LINES} | {code for *_, code, _ in BLOCKS} | {"WK028"}
    assert set(codes) <= tested


def _names_of_findings() -> list[str]:
    return re.findall(r"^def ([a-z]\w*)\(", inspect.getsource(errors), re.MULTILINE)


PROSE = [
    "She whispers (softly)",
    "She whispers (only Ada) to him",
    "He wipes it (with an oily rag)",
    "It rains (once in a while)",
    "They leave (Ada first)",
    "She is 30 (or so she says).",
    "He wins (barely)",
    "A smile :)",
    'He said "no',
    "[sic]",
]


@pytest.mark.parametrize("prose", PROSE)
def test_other_brackets_in_narration_are_prose(prose: str) -> None:
    document, findings = read(story(f"- {prose}"))
    assert findings == ()
    assert len(document.scenes[0].lines) == 4


def test_quotes_decide() -> None:
    for line in ('expect "bread and butter"', 'expect "bread" and butter', 'expect not "yet"'):
        document, findings = read(story(line))
        assert findings == ()
        assert len(document.scenes[0].lines) == 4


def test_unknown_names_are_left_to_the_resolver() -> None:
    for line in (
        "Adda tells Brunno: the afair, sen (Ada), kiler = Ada (only Bruuno)",
        "Anne Marie tells Bruno: the affair",
        "expect Adda and Brunno know the afair",
        "expect everyone in freinds but Toby knows the afair",
        "Adda, Bruno leave for the gardn",
    ):
        document, findings = read(story(line))
        assert findings == ()
        assert len(document.scenes[0].lines) == 4


def test_every_error_of_a_file_in_one_run() -> None:
    bad = [f"Ada smirks at {n}" for n in range(500)]
    _, findings = read(story("\n  ".join(bad)))
    assert len(findings) == 500
