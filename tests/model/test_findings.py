"""Every finding of names, types and dates: what triggers it, where, and what does not."""

import re
from pathlib import Path

import pytest

from whoknows.base.diagnostic import Diagnostic, Severity
from whoknows.base.reading import Limits
from whoknows.base.source import Source
from whoknows.model import errors
from whoknows.model.resolve import resolve
from whoknows.text.parser import parse

STORY = """\
story Test

cast
  Ada (she)
  Bruno (he)
  Cora (she)
  friends = Bruno, Cora

places
  the library
  the hall

things
  thing: the marble
  container: the basket, the box
  document: the letter

facts
  the affair: it goes on
  love
  in (thing) = container: {thing} is in {value}
  hiding place = the panel, the trunk: it is in {value}
  thief = Ada, Bruno, Cora: {value} took it
  strain (who: character) = number: {who} is under {value}
  calm (who: character) = number
"""
SCENE = """
scene One
  when 3 May 2010, 21:00
  at the library
  with Ada, Bruno, Cora
"""


def findings(text: str, limits: Limits | None = None) -> tuple[Diagnostic, ...]:
    limits = limits or Limits()
    document, unread = parse(Source("a.story", text), limits)
    assert unread == (), unread
    _, _, found = resolve(document, limits)
    return found


def in_scene(line: str) -> str:
    return f"{STORY}{SCENE}  {line}\n"


def with_fact(entry: str) -> str:
    return f"{STORY}  {entry}\n"


def with_block(block: str, entry: str) -> str:
    return f"{STORY}\n{block}\n  {entry}\n"


def rule(text: str) -> str:
    return with_block("rules", f"r: whoever believes {text}")


def disguised(entry: str, line: str = "expect love") -> str:
    return f"{with_block('cast', entry)}{SCENE}  {line}\n"


def with_when(when: str) -> str:
    return f"{STORY}{SCENE}\nscene Two\n  when {when}\n  with Ada\n"


CASES = [
    ("WK101", in_scene("through Dora"), "Dora", in_scene("through Ada")),
    (
        "WK102",
        in_scene("Ada leaves for the librery"),
        "the librery",
        in_scene("Ada leaves for the hall"),
    ),
    (
        "WK103",
        in_scene("Ada tells Bruno: the afair"),
        "the afair",
        in_scene("Ada tells Bruno: the affair"),
    ),
    ("WK104", with_fact("f (who: charcter)"), "charcter", with_fact("f (who: character)")),
    (
        "WK105",
        in_scene("- she moves it => in (marble) = bascket"),
        "bascket",
        in_scene("- she moves it => in (marble) = the basket"),
    ),
    (
        "WK106",
        in_scene("expect in (marbel) = box"),
        "marbel",
        in_scene("expect in (the marble) = box"),
    ),
    (
        "WK107",
        in_scene("expect nobody in freinds knows the affair"),
        "freinds",
        in_scene("expect nobody in friends knows the affair"),
    ),
    ("WK108", in_scene("fair thief by Tow"), "Tow", in_scene("fair thief by one")),
    ("WK110", with_fact("the library"), "the library", with_fact("the lobby")),
    ("WK111", with_fact("elsewhere"), "elsewhere", with_fact("elsewhere too")),
    ("WK112", in_scene("expect strain = 3"), "strain", in_scene("expect strain (Ada) = 3")),
    (
        "WK113",
        in_scene("Ada tells Bruno: hiding place"),
        "hiding place",
        in_scene("Ada asks Bruno: hiding place?"),
    ),
    (
        "WK114",
        in_scene("expect thief >= Ada"),
        "thief >= Ada",
        in_scene("expect strain (Ada) >= 3"),
    ),
    (
        "WK115",
        in_scene("expect strain (Ada) = high"),
        None,
        in_scene("expect strain (Ada) = calm (Ada)"),
    ),
    (
        "WK119",
        "cast\n  Ada\nfacts\n  den = place\n",
        "place",
        "cast\n  Ada\nplaces\n  a den\nfacts\n  den = place\n",
    ),
    (
        "WK120",
        with_fact("f (who: character): {whom} it"),
        None,
        with_fact("f (who: character): {who} it"),
    ),
    ("WK121", with_fact("hue = gren"), "gren", with_fact("hue = green, blue")),
    ("WK122", with_fact("hue = red, blue, Red"), "Red", with_fact("hue = red, blue")),
    (
        "WK123",
        with_fact("trusts (character, character)"),
        None,
        with_fact("trusts (one: character, other: character)"),
    ),
    (
        "WK125",
        in_scene("Ada tells Bruno, Bruno: love"),
        "Bruno",
        in_scene("Ada tells Bruno, Cora: love"),
    ),
    ("WK126", in_scene("through friends"), "friends", in_scene("through Bruno")),
    ("WK127", f"{STORY}{SCENE}{SCENE}", "One", f"{STORY}{SCENE}"),
    ("WK128", in_scene("hidden Ada"), "Ada", f"{STORY}\nscene A\n  with Ada\n  hidden Bruno\n"),
    (
        "WK130",
        with_fact("open door\n    starts love"),
        None,
        with_fact("open door\n    starts yes"),
    ),
    (
        "WK131",
        with_fact("g\n    starts (Ada knows g)"),
        None,
        with_fact("g (thing)\n    starts g (marble)"),
    ),
    (
        "WK132",
        with_block("secrets", "thief: kept by Ada from everyone, who assume not"),
        None,
        with_block("secrets", "thief: kept by Ada from everyone, who assume Cora"),
    ),
    (
        "WK133",
        with_block("secrets", "love: kept by Ada from Ada"),
        None,
        with_block("secrets", "love: kept by Ada from friends"),
    ),
    (
        "WK134",
        with_block("at first", "Ada knows love"),
        "Ada knows love",
        with_block("at first", "Ada knows not love"),
    ),
    (
        "WK135",
        with_block("at first", "Ada believes (love or the affair)"),
        None,
        with_block("at first", "Ada believes (love and the affair)"),
    ),
    (
        "WK140",
        in_scene("expect Ada believes the reader knows love"),
        "the reader",
        in_scene("expect the reader knows Ada knows love"),
    ),
    ("WK141", in_scene("Ada tells the reader: love"), "the reader", in_scene("Ada mentions: love")),
    ("WK142", in_scene("expect thief = ?"), "?", in_scene("expect thief = Ada")),
    (
        "WK143",
        in_scene("expect thief = hiding place"),
        "thief = hiding place",
        in_scene("expect hiding place = hiding place"),
    ),
    (
        "WK144",
        in_scene("Ada tells Bruno: (love or the affair)"),
        None,
        in_scene("Ada tells Bruno: (love and the affair)"),
    ),
    (
        "WK144",
        in_scene("Ada infers: Cora is unaware of love"),
        "Cora is unaware of love",
        in_scene("Ada infers: Cora does not know love"),
    ),
    (
        "WK146",
        in_scene("expect Ada believes hiding place"),
        "hiding place",
        in_scene("expect Ada knows hiding place"),
    ),
    ("WK147", in_scene("expect marble is box"), "marble", in_scene("expect in (marble) is box")),
    (
        "WK150",
        rule("(in (something) = box and calm (something) = 3) infers love"),
        "something",
        rule("(in (something) = box and calm (someone) = 3) infers love"),
    ),
    (
        "WK151",
        rule("love infers thief = someone"),
        "thief = someone",
        rule("calm (someone) = 3 infers thief = someone"),
    ),
    (
        "WK160",
        in_scene("- she learns it => Ada knows love"),
        None,
        in_scene("- she learns it => not love"),
    ),
    (
        "WK161",
        in_scene("- not her => thief is not Ada"),
        "thief is not Ada",
        in_scene("- not her => thief is Bruno"),
    ),
    (
        "WK162",
        in_scene("Ada infers: love (stopped by Cora)"),
        None,
        in_scene("Ada tries to tell Bruno: love (stopped by Cora)"),
    ),
    ("WK163", in_scene("- She nods => love (unnoticed)"), None, in_scene("Ada leaves (unnoticed)")),
    (
        "WK166",
        in_scene("Ada asks Bruno: thief, love?"),
        "thief",
        in_scene("Ada asks Bruno: love, the affair?"),
    ),
    (
        "WK168",
        in_scene("Ada leaves\n  Bruno, Ada leave for the hall"),
        "Bruno, Ada leave for the hall",
        in_scene("Ada leaves\n  Ada enters\n  Bruno, Ada leave for the hall"),
    ),
    (
        "WK180",
        in_scene("Ada writes the lettre: love"),
        "the lettre",
        in_scene("Ada writes the letter: love"),
    ),
    (
        "WK181",
        in_scene("Ada writes the marble: love"),
        "the marble",
        in_scene("Ada writes the letter as Bruno: love"),
    ),
    ("WK181", in_scene("Ada shows Bruno Cora"), None, in_scene("Ada shows Bruno: love")),
    (
        "WK182",
        in_scene("Ada reads the letter\n  Bruno writes the letter: love"),
        "Ada reads the letter",
        in_scene("Bruno writes the letter: love\n  Ada reads the letter"),
    ),
    (
        "WK182",
        in_scene("Ada shows Bruno the letter"),
        None,
        in_scene("Ada writes the letter: love\n  Ada shows Bruno the letter"),
    ),
    ("WK183", in_scene("Ada joins freinds"), "freinds", in_scene("Ada joins friends")),
    ("WK183", in_scene("Ada quits Bruno"), "Bruno", in_scene("Bruno quits friends")),
    (
        "WK184",
        disguised("Ada is Ada in disguise"),
        None,
        disguised("the page is Ada in disguise"),
    ),
    (
        "WK184",
        disguised("the page is the page in disguise"),
        None,
        disguised("the page is Ada in disguise", "The page is Ada in disguise"),
    ),
    (
        "WK185",
        disguised("the page is the maid in disguise\n  the maid is Ada in disguise"),
        "the page is the maid in disguise",
        disguised("the page is Ada in disguise\n  the maid is Ada in disguise"),
    ),
    (
        "WK186",
        disguised("the page is the maid in disguise\n  the maid is the page in disguise"),
        "the page is the maid in disguise",
        disguised("the page is Ada in disguise"),
    ),
    (
        "WK187",
        disguised("the page is Ada in disguise\n  Ada is the page in disguise"),
        "Ada is the page in disguise",
        disguised("the page is Ada in disguise"),
    ),
    ("WK187", disguised("Cora is Ada in disguise"), None, disguised("Nora is Ada in disguise")),
    (
        "WK188",
        disguised("the page is Ada in disguise\n  staff = the page"),
        "the page",
        disguised("the page is Ada in disguise\n  staff = Ada"),
    ),
    (
        "WK188",
        disguised("the page is Ada in disguise", "The page joins friends"),
        "The page",
        disguised("the page is Ada in disguise", "Ada joins friends"),
    ),
    (
        "WK190",
        in_scene("Ada takes Bruno for Cora"),
        "Bruno",
        in_scene("the guest is Bruno in disguise\n  Ada takes the guest for Cora"),
    ),
    (
        "WK191",
        disguised("the page is Ada in disguise", "Bruno takes the page for page"),
        "page",
        disguised("the page is Ada in disguise", "Bruno takes Cora for the page"),
    ),
    (
        "WK192",
        f"{with_fact('dead = Ada, Bruno')}{SCENE}  Ada dies\n",
        "dead",
        f"{with_fact('dead (who: character)')}{SCENE}  Ada dies\n",
    ),
    (
        "WK101",
        disguised("the page is Adda in disguise"),
        "Adda",
        disguised("Ad is Ada in disguise"),
    ),
    ("WK110", disguised("hall is Ada in disguise"), "the hall", disguised("h is Ada in disguise")),
    ("WK124", disguised("a (hx) is Ada in disguise"), "hx", disguised("a (he) is Ada in disguise")),
    ("WK178", with_when("3 days before Two"), "3 days before Two", with_when("3 days before One")),
    ("WK108", with_when("3 days before Tow"), "Tow", with_when("3 days before One")),
    ("WK170", with_when("teatime-ish"), "teatime-ish", with_when("the next day")),
    ("WK171", with_when("31 June 2010"), "31 June 2010", with_when("30 June 2010")),
    ("WK171", with_when("3 May 2010, 25:00"), None, with_when("3 May 2010, 23:00")),
    (
        "WK172",
        with_when("every year from 2014 to 2011"),
        None,
        with_when("every year from 2011 to 2014"),
    ),
    (
        "WK173",
        with_when("every day from 1900 to 2000"),
        None,
        with_when("every day from 1 May 2010 to June 2010"),
    ),
    ("WK176", "cast\n  Ada\nscene A\n  when 3 May\n", "3 May", with_when("5 May")),
    ("WK177", with_when("day 3"), "day 3", with_when("2 days later")),
    ("WK175", with_when("02:00"), "02:00", with_when("23:00")),
]


@pytest.mark.parametrize(
    ("code", "wrong", "where", "right"),
    CASES,
    ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)],
)
def test_wrong_and_right(code: str, wrong: str, where: str | None, right: str) -> None:
    found = findings(wrong)
    assert [each.code for each in found] == [code]
    (one,) = found
    assert one.hint
    assert one.span is not None
    if where is not None:
        assert wrong[one.span.start : one.span.end] == where
    assert findings(right) == ()


def test_every_code_is_documented_once() -> None:
    source = Path(errors.__file__).read_text("utf-8")
    codes = re.findall(r'"""(WK\d+):', source)
    assert len(codes) == len(set(codes))
    assert set(codes) == set(re.findall(r'"(WK\d+)",', source))


def test_a_circle_of_dates() -> None:
    text = f"{STORY}\nscene A\n  when 3 days before B\n\nscene B\n  when 2 days before A\n"
    assert [each.code for each in findings(text)] == ["WK174"]


def test_a_name_is_complained_of_once() -> None:
    text = in_scene("Ada tells Bruno: Dora knows love\n  Dora enters\n  Dora leaves\n  expect love")
    (found,) = findings(text)
    assert found.severity is Severity.ERROR
    assert len(found.notes) == 2


def test_a_bad_fact_is_not_complained_of_where_it_is_used() -> None:
    text = f"{STORY}  f (who: charcter)\n{SCENE}  expect f (Ada)\n  - They talk => f (Bruno)\n"
    assert [each.code for each in findings(text)] == ["WK104"]


def test_did_you_mean() -> None:
    (found,) = findings(in_scene("Ada tells Bruno: the afair"))
    assert found.hint is not None
    assert "the affair" in found.hint


def test_everything_in_one_run() -> None:
    text = in_scene(
        "Ada tells Dora: the afair\n  expect in (marbel) = bascket\n  - She nods => strain (Ada)"
    )
    assert [each.code for each in findings(text)] == ["WK107", "WK103", "WK106", "WK113"]


def test_limits() -> None:
    assert [each.code for each in findings(STORY, Limits(cast=2))] == ["WK116"]
    found = findings(STORY, Limits(fluents=10))
    assert {each.code for each in found} == {"WK117"}
    three = "(calm (someone) = 1 and calm (somebody) = 1 and calm (anyone) = 1)"
    found = findings(rule(f"{three} infers love"), Limits(fluents=20))
    assert [each.code for each in found] == ["WK118"]
