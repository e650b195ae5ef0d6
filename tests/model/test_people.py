"""Letters, disguises, groups that change, the dead, and stories of several files."""

from collections import UserList
from pathlib import Path
from typing import Any

import pytest

from whoknows.base.source import Source, Span
from whoknows.model import errors
from whoknows.model.event import Act, Audience, Die, Join, Read, Scene, See, TakeFor, Tell, Write
from whoknows.model.formula import Attitude, Is, Not, Quantified, ValueQuestion, Verb, Which
from whoknows.model.resolve import resolve, resolve_formula, resolve_lines, resolve_scene
from whoknows.model.story import Story
from whoknows.model.values import NO
from whoknows.text.joining import join
from whoknows.text.lexicon import Lexicon
from whoknows.text.parser import includes, parse, parse_formula, parse_lines
from whoknows.text.syntax import SceneNode

HEAD = """\
cast
  Cesario (he) is Viola in disguise: a page
  Viola (she)
  Orsino (he)
  Olivia (she)
  Sebastian (he)
  court = Viola, Orsino

places
  the hall

things
  document: the letter, the diary

facts
  love
  seen (who: character)
  thief = character

secrets
  love: kept by Viola from everyone
"""
VIOLA, ORSINO, OLIVIA, SEBASTIAN, CESARIO, ROSE = range(6)
SCENE = "scene One\n  at the hall\n  with Cesario, Orsino, Olivia, Sebastian\n"
ROSE_LINE = "Rose is Olivia in disguise"


def told(*lines: str) -> Story:
    text = HEAD + SCENE + "".join(f"  {line}\n" for line in lines)
    document, unread = parse(Source("a.story", text))
    story, _, found = resolve(document)
    assert (unread, found) == ((), ())
    assert story is not None
    return story


def act(line: str) -> Act:
    return told(f"Olivia writes the letter: love\n  {ROSE_LINE}", line).scenes[0].events[-1].act


def formula(text: str) -> object:
    document, _ = parse(Source("a.story", HEAD))
    _, names, _ = resolve(document)
    node, unread = parse_formula(Source("q", text), Lexicon.of(document))
    assert (unread, node is None) == ((), False)
    assert node is not None
    found, findings = resolve_formula(node, names)
    assert findings == ()
    return found


# --- disguises ---------------------------------------------------------------------------------


def test_a_disguise_stands_behind_the_people() -> None:
    story = told(ROSE_LINE)
    assert [story.things[who].name for who in story.cast] == [
        "Viola", "Orsino", "Olivia", "Sebastian", "Cesario", "Rose",
    ]  # fmt: skip
    assert story.people == (VIOLA, ORSINO, OLIVIA, SEBASTIAN)
    assert [(each.persona, each.wearer) for each in story.personas] == [
        (CESARIO, VIOLA), (ROSE, OLIVIA),
    ]  # fmt: skip
    cesario, rose = story.things[CESARIO], story.things[ROSE]
    assert (cesario.pronoun, cesario.about, rose.pronoun) == ("he", "a page", "she")
    assert [story.fluents[who].arguments for who in (CESARIO, ROSE)] == [(CESARIO,), (ROSE,)]
    assert story.scenes[0].events == ()


def test_whose_it_is_is_a_fact_and_a_secret() -> None:
    story = told()
    fluent = story.personas[0].fluent
    fact = story.fact_of(fluent)
    assert (fact.name, fact.wording, fact.lasting) == ("Cesario", "Cesario is {value}", True)
    assert fact.domain.names == ("Viola", "Orsino", "Olivia", "Sebastian", "Cesario")
    assert (fact.initial, story.starts[fluent]) == (1 << CESARIO, 1 << VIOLA)
    love, whose = story.secrets
    assert (whose.fluent, whose.keepers) == (fluent, (VIOLA,))
    assert whose.kept_from == love.kept_from == (ORSINO, OLIVIA, SEBASTIAN)
    assert (whose.assumed, whose.wondering, whose.unsuspected) == (None, False, False)


def test_an_author_may_keep_it_from_others() -> None:
    text = f"{HEAD}  Cesario: kept by Viola, Sebastian from Orsino, Olivia, who wonder\n"
    document, _ = parse(Source("a.story", text))
    story, _, found = resolve(document)
    assert story is not None
    assert found == ()
    assert [secret.keepers for secret in story.secrets] == [(VIOLA,), (VIOLA, SEBASTIAN)]


def test_who_somebody_is() -> None:
    fluent = told().personas[0].fluent
    viola = Is(fluent, 1 << VIOLA)
    assert formula("Cesario is Viola") == formula("Viola is Cesario") == viola
    assert formula("Cesario is not Viola") == formula("not (Cesario is Viola)")
    assert formula("Viola is not Cesario") == formula("Cesario is not Viola")
    assert formula("Olivia knows Cesario is Viola") == Attitude(OLIVIA, Verb.KNOWS, viola)
    unknown = Attitude(OLIVIA, Verb.KNOWS, Which(fluent))
    assert formula("Olivia does not know who Cesario is") == Not(unknown)
    assert formula("who Cesario is = Viola") == viola
    asked = ValueQuestion(((OLIVIA, Verb.BELIEVES),), fluent)
    assert formula("Olivia believes Cesario is ?") == asked


def test_quantifiers_and_groups_mean_people() -> None:
    everyone = formula("everyone but Orsino knows love")
    assert isinstance(everyone, Quantified)
    assert (everyone.members, everyone.groups, everyone.but) == (
        (VIOLA, OLIVIA, SEBASTIAN), (), (ORSINO,),
    )  # fmt: skip
    court = formula("nobody in court but Viola knows love")
    assert isinstance(court, Quantified)
    assert (court.members, court.groups, court.but) == ((ORSINO,), (0,), (VIOLA,))


def test_taking_one_for_another() -> None:
    assert act("Orsino takes Cesario for Sebastian") == TakeFor((ORSINO,), CESARIO, SEBASTIAN)
    assert act("Olivia takes Sebastian for Cesario") == TakeFor((OLIVIA,), CESARIO, SEBASTIAN)
    assert act("Orsino, Olivia take Rose for Cesario") == TakeFor((ORSINO, OLIVIA), ROSE, CESARIO)


# --- letters -----------------------------------------------------------------------------------


def test_letters() -> None:
    story = told(ROSE_LINE)
    letter = next(n for n, thing in enumerate(story.things) if thing.name == "the letter")
    assert story.things[letter].kind == "document"
    written = act("Olivia writes the letter as Orsino: love, not seen (Viola)")
    assert isinstance(written, Write)
    assert (written.who, written.document, written.signed) == (OLIVIA, letter, ORSINO)
    assert len(written.content.claims) == 2
    plain = act("Olivia writes the letter: love")
    assert isinstance(plain, Write)
    assert plain.signed == OLIVIA
    assert act("Olivia, Orsino read the letter") == Read((OLIVIA, ORSINO), letter)
    assert act("Olivia shows Orsino, Cesario the letter") == Read((OLIVIA, ORSINO, CESARIO), letter)
    assert act("Olivia shows the letter to Orsino") == Read((OLIVIA, ORSINO), letter)
    shown = act("Olivia shows Orsino: love")
    assert isinstance(shown, See)
    assert shown.who == (OLIVIA, ORSINO)


def test_a_letter_may_be_written_on_a_later_page() -> None:
    later = "scene Two\n  when 2 May 2010\n  with Orsino\n  Orsino reads the letter\n"
    earlier = "scene Three\n  when 1 May 2010\n  with Olivia\n  Olivia writes the letter: love\n"
    for text, codes in (
        (f"{HEAD}{later}{earlier}", []),
        (f"{HEAD}{later.replace('2 May', '30 April')}{earlier}", ["WK182"]),
    ):
        document, _ = parse(Source("a.story", text))
        assert [each.code for each in resolve(document)[2]] == codes


# --- groups, deaths, words ---------------------------------------------------------------------


def test_joining_and_quitting() -> None:
    assert act("Orsino quits court") == Join((ORSINO,), 0, leaving=True)


def test_dying() -> None:
    story = told("Orsino dies")
    assert story.scenes[0].events[0].act == Die((ORSINO,))
    assert set(story.deaths) == set(story.cast)
    fact = story.fact_of(story.deaths[ORSINO])
    assert (fact.wording, fact.otherwise) == ("{who} is dead", "{who} is alive")
    assert (fact.lasting, fact.initial) == (True, NO)
    assert told().deaths == {}


@pytest.mark.parametrize(
    "line",
    [
        "expect Olivia believes dead (Orsino)",
        "Olivia tells Orsino: not dead (Viola)",
        "- He lies there => dead (Orsino)",
        "Olivia tells Orsino: love (heard by Viola as: dead (Olivia))",
        "- He rises\n    needs (love and not dead (Orsino))",
    ],
)
def test_speaking_of_death(line: str) -> None:
    assert set(told(line).deaths) == {VIOLA, ORSINO, OLIVIA, SEBASTIAN, CESARIO}


def test_an_authors_own_word_for_death() -> None:
    text = HEAD.replace("  love\n  seen", "  dead (x: character): {x} has gone\n  love\n  seen")
    document, _ = parse(Source("a.story", f"{text}{SCENE}  Orsino dies\n"))
    story, _, found = resolve(document)
    assert story is not None
    assert found == ()
    assert story.fact_of(story.deaths[ORSINO]).wording == "{x} has gone"
    assert story.secrets[0].fluent != story.deaths[VIOLA]


def test_convincing() -> None:
    convinced = act("Olivia convinces Orsino: love")
    assert isinstance(convinced, Tell)
    assert convinced.reception.convincingly
    assert convinced.to == (ORSINO,)


@pytest.mark.parametrize(
    "line",
    [
        "Olivia asks Orsino: love?",
        "Olivia tells Orsino: love",
        "Olivia sees: love",
        "Olivia shows Orsino: love",
        "Olivia writes the letter: love",
        "Olivia reads the letter",
        "- She sighs => love",
        "Olivia convinces Orsino: love",
    ],
)
def test_any_line_may_be_half_heard_and_staged(line: str) -> None:
    write = "Olivia writes the letter: love"
    events = told(write, f"{line} (half heard by Sebastian) (staged for Viola)").scenes[0].events
    assert events[-1].audience == Audience(half=(SEBASTIAN,), staged=(VIOLA,))


# --- lines added later -------------------------------------------------------------------------


class Counting(UserList[Scene]):
    """Scenes that count how often one of them is looked at."""

    asked = 0

    def __getitem__(self, at: Any) -> Any:
        self.asked += 1
        return super().__getitem__(at)


def test_what_only_a_file_can_say() -> None:
    document, _ = parse(Source("a.story", HEAD + SCENE))
    story, names, _ = resolve(document)
    assert story is not None
    added, _ = parse_lines(
        Source("new", f"{ROSE_LINE}\nOrsino dies\nCesario is Viola in disguise"),
        Lexicon.of(document),
    )
    lines = [line for line in added if not isinstance(line, SceneNode)]
    _, found = resolve_lines(lines, names, 0)
    assert [each.code for each in found] == ["WK189", "WK169"]


def test_scenes_added_look_only_at_the_dates_they_need() -> None:
    document, _ = parse(Source("a.story", HEAD + SCENE))
    story, names, _ = resolve(document)
    assert story is not None

    scenes = Counting(story.scenes * 500)
    more, _ = parse(Source("b", f"{HEAD}scene Two\n  when the next day\n"))
    resolve_scene(more.scenes[0], names, scenes)
    assert scenes.asked <= 2


# --- several files -----------------------------------------------------------------------------

FIRST = f"story The first book\n{HEAD}{SCENE}  Olivia writes the letter: love\nexpect not love\n"
SECOND = """\
include first.story
story The second book
cast
  Feste
facts
  the storm
scene Two
  when the next day
  with Feste, Cesario
  Feste reads the letter
  Feste forgets everything since One
  Feste tells Cesario: seen (Viola) (not believed)
expect the storm
"""


def test_two_files() -> None:
    assert [each.path for each in includes(Source("second.story", SECOND))] == ["first.story"]
    first, unread = parse(Source("first.story", FIRST))
    second, also = parse(Source("second.story", SECOND), known=[first])
    assert (unread, also) == ((), ())
    whole = join([first, second])
    story, _, found = resolve(whole)
    assert found == ()
    assert story is not None
    assert story.title == "The second book"
    assert [story.things[who].name for who in story.people] == [
        "Viola", "Orsino", "Olivia", "Sebastian", "Feste",
    ]  # fmt: skip
    assert [scene.span.path for scene in story.scenes] == ["first.story", "second.story"]
    assert story.scenes[1].times[0].start > story.scenes[0].times[0].start
    assert [(each.scene, each.after) for each in story.expectations] == [(0, 1), (1, 3)]
    assert whole.includes[0].path == "first.story"


def test_what_two_files_both_declare() -> None:
    first, _ = parse(Source("first.story", "cast\n  Ada\n"))
    second, _ = parse(Source("second.story", "cast\n  Ada\n"), known=[first])
    (found,) = resolve(join([first, second]))[2]
    assert found.code == "WK110"
    assert found.span is not None
    assert (found.span.path, found.notes[0].span) == ("second.story", Span("first.story", 7, 10))


def test_findings_about_files() -> None:
    span = Span("a.story", 0, 3)
    circle = errors.include_cycle(["a.story", "b.story"], span)
    itself = errors.include_cycle(["a.story"], span)
    missing = errors.include_missing("b.story", span)
    twice = errors.include_twice("b.story", span, span)
    for each in (circle, itself, missing, twice):
        assert each.hint
        assert each.span == span
    assert "a.story and b.story" in circle.message


SHARED = Path("/work/shared/stories")


@pytest.mark.parametrize("name", ["a_scandal_in_bohemia", "for_the_best", "the_pearl"])
def test_the_shared_stories_have_no_findings(name: str) -> None:
    path = SHARED / f"{name}.story"
    if not path.exists():
        pytest.skip("the shared stories are not here")
    document, unread = parse(Source(str(path), path.read_text("utf-8")))
    assert (unread, resolve(document)[2]) == ((), ())
