"""Whatever a file holds: a clear finding or a stated limit, never an exception, never a hang."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

import whoknows
from tests.cli.program import EXAMPLES, run
from whoknows.base.render import to_json, to_text

BEST = (EXAMPLES / "for_the_best.story").read_bytes()
PEARL = (EXAMPLES / "the_pearl.story").read_text(encoding="utf-8")
HEAD = b"""\
cast
  Ada
  Bruno

facts
  over: it is over

scene One
  with Ada, Bruno
"""

VOCABULARY = "Iruka Kotetsu tells knows believes the affair : , ( ) = ? not and who what why is"


def lines(form: str, count: int) -> bytes:
    return "".join(form.format(n) for n in range(count)).encode()


BAD = {
    "empty": (b"", "WK223"),
    "white space": (b" \n\t\n\n", "WK223"),
    "a comment": (b"# nothing\n", "WK223"),
    "bytes": (bytes(range(256)), "WK006"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "WK006"),
    "another encoding": ("cast\n  André\n".encode("latin-1"), "WK005"),
    "half of UTF-16": (BEST.decode().encode("utf-16")[:-1], "WK005"),
    "50 MB of one line": (b"a " * 25_000_000, "WK004"),
    "one line within the limit": (b"a " * 5_000_000, "WK028"),
    "10,000 people unknown": (HEAD + lines("  Nobody{} enters\n", 10_000), "WK107"),
    "10,000 facts unknown": (HEAD + lines("  Ada tells Bruno: fact{}\n", 10_000), "WK103"),
    "10,000 lines of nonsense": (HEAD + lines("  Ada telle {}\n", 10_000), "WK070"),
    "10,000 brackets": (HEAD + b"  expect " + b"(" * 10_000 + b"over" + b")" * 10_000, "WK056"),
    "10,000 brackets left open": (HEAD + b"  expect " + b"(" * 10_000, "WK056"),
    "10,000 times not": (HEAD + b"  expect " + b"not " * 10_000 + b"over", "WK056"),
    "5,000 minds": (HEAD + b"  expect " + b"Ada knows " * 5_000 + b"over", "WK056"),
    "a cast of 5,000": (b"cast\n" + lines("  Person {}\n", 5_000), "WK116"),
    "a million facts": (
        b"cast\n" + lines("  Person {}\n", 1_000) + b"facts\n  f (a: character, b: character): x\n",
        "WK117",
    ),
    "100,000 scenes": (
        HEAD.replace(b"  with", b"  when every day from 1700 to 2000\n  with"),
        "WK173",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_clear_finding(name: str, tmp_path: Path) -> None:
    data, code = BAD[name]
    path = tmp_path / "a.story"
    path.write_bytes(data)
    book = whoknows.load(path)
    found = book.check()
    assert code in {each.code for each in found}
    assert all(each.message and each.span for each in found)
    assert to_text(found[:20], book.sources)
    assert to_json(found, book.sources)


@pytest.mark.parametrize("name", ["a cast of 5,000", "a million facts", "10,000 brackets"])
def test_limits_name_the_flag_that_raises_them(name: str, tmp_path: Path) -> None:
    data, code = BAD[name]
    path = tmp_path / "a.story"
    path.write_bytes(data)
    (found,) = [each for each in whoknows.load(path).findings if each.code == code][:1]
    assert "--max-" in str(found.hint)


def test_the_flags_raise_them(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(b"cast\n" + lines("  Person {}\n", 2_100))
    assert run("check", path).code == 2
    assert run("check", path, "--max-cast", "3000").code == 0
    path.write_bytes(HEAD + b"  expect " + b"(" * 120 + b"not over" + b")" * 120)
    assert run("check", path).code == 1
    assert run("check", path, "--max-formula-depth", "150").code == 0
    assert run("check", path, "--max-file-bytes", "100").code == 2


@pytest.mark.parametrize("depth", [1_000, 100_000_000])
def test_a_raised_limit_is_no_way_to_a_fault(depth: int, tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(BAD["10,000 brackets"][0])
    assert run("check", path, "--max-formula-depth", str(depth)).code == 1


@pytest.mark.parametrize(
    "data",
    [
        BEST.replace(b"  ", b"\t"),
        BEST.replace(b"\n", b"\r\n"),
        BEST.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + BEST,
        BEST.decode().encode("utf-16"),
        b"\xef\xbb\xbf" + BEST.replace(b"  ", b"\t").replace(b"\n", b"\r\n"),
    ],
    ids=["tabs", "CRLF", "CR", "BOM", "UTF-16", "all of them"],
)
def test_what_is_merely_unusual_is_read(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(data)
    book = whoknows.load(path)
    assert [each.code for each in book.check()] == ["WK311"]
    assert book.ask("who knows over").verdict == ("Iruka", "Kakashi", "the reader")


def test_names_in_every_script() -> None:
    names = (
        "Åsa",
        "Олег",
        "名前",
        "Ἑλένη",
        "שרה",
        "ليلى",
        "सीता",
        "O’Brien",
        "𝕯𝖗. 𝕽",
        "e\u0301mile",
    )
    cast = "".join(f"  {name}\n" for name in names)
    told = "".join(f"  {name} tells {names[0]}: over\n" for name in names[1:])
    present = ", ".join(names)
    book = whoknows.story(
        f"cast\n{cast}facts\n  over: it is over\nscene One\n  with {present}\n"
        f"  - It ends => over\n{told}"
    )
    assert book.check() == ()
    assert len(book.ask("who knows over").verdict) == len(names) + 1
    assert book.value("Émile knows over") is True


def test_a_story_cut_off_at_any_byte() -> None:
    for end in range(0, len(PEARL) + 1, 11):
        text = PEARL[:end]
        book = whoknows.story(text)
        for each in book.check():
            assert each.span
            assert 0 <= each.span.start <= each.span.end <= len(text)


def test_stories_with_damage() -> None:
    dice = random.Random(5)
    text = BEST.decode()
    for _ in range(60):
        at, length = dice.randrange(len(text)), dice.randrange(40)
        junk = "".join(dice.choice("()=>:,?#\"'\t\n and not knows Iruka") for _ in range(length))
        book = whoknows.story(text[:at] + junk + text[at + dice.randrange(60) :])
        found = book.check()
        assert to_text(found, book.sources)


def test_damage_to_what_is_added_and_asked() -> None:
    dice = random.Random(6)
    book = whoknows.story(BEST.decode())
    words = VOCABULARY.split()
    for _ in range(300):
        text = " ".join(dice.choice(words) for _ in range(dice.randrange(1, 12)))
        for ask in (book.ask, book.value, book.append, book.at):
            with suppress(whoknows.StoryError):
                ask(text)
