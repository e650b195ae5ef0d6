"""Corners of what can be written: rules of every shape, openings, brackets, scenes added later."""

import pytest

from whoknows.base.reading import Limits
from whoknows.base.source import Source, Span
from whoknows.model.event import ForgetSince, Hear, Learn, Narration, Tell, Think
from whoknows.model.formula import (
    Attitude,
    Common,
    Compare,
    Comparison,
    Constant,
    Formula,
    HasSaid,
    Implies,
    Is,
    Not,
    Or,
    Quantified,
    Quantity,
    Stance,
    Verb,
    WasTold,
    Which,
)
from whoknows.model.resolve import Lines, resolve, resolve_lines, resolve_scene
from whoknows.model.story import READER, Opening, Rule, Story
from whoknows.model.values import ANY_NUMBER, NO, YES, Numbers
from whoknows.text import syntax
from whoknows.text.parser import parse

HEAD = """\
cast
  Ada
  Bruno
  Cora
  pair = Ada, Bruno
  all of them = pair, Cora
places
  the hall
  the attic
things
  thing: the key, the map
  box: the chest, the trunk
facts
  love
  open door
    starts open
  met (who: character, whom: character)
  fear (who: character) = number
  in (thing) = box
  owner (thing) = character
  suspect = pair
  alarm = number
    seen by c if at (c) = the hall
  lamp
    seen by Ada if not at (Ada) = the attic
  sure of it = yes, no
"""
ADA, BRUNO, CORA = range(3)


def read(text: str) -> tuple[Story, list[str]]:
    document, unread = parse(Source("a.story", text), Limits())
    assert unread == ()
    story, _, found = resolve(document)
    assert story is not None
    return story, [each.code for each in found]


def story(text: str) -> Story:
    found, codes = read(HEAD + text)
    assert codes == []
    return found


STORY = story("")


def fluent(name: str, *arguments: str) -> int:
    things = [thing.name for thing in STORY.things]
    fact = [each.name for each in STORY.facts].index(name)
    return STORY.fluent_numbers[fact, tuple(things.index(each) for each in arguments)]


LOVE = Is(fluent("love"), YES)


def formula(text: str) -> Formula:
    (expectation,) = story(f"scene One\n  expect {text}\n").expectations
    return expectation.formula


def rules(text: str) -> tuple[Rule, ...]:
    return story(f"rules\n  r: whoever believes {text}\n").rules


def openings(text: str) -> tuple[Opening, ...]:
    return story(f"at first\n  {text}\n").openings


def codes(text: str) -> list[str]:
    return read(HEAD + text)[1]


# --- declarations ------------------------------------------------------------------------------


def test_declared() -> None:
    assert STORY.groups[1].members == (ADA, BRUNO, CORA)
    assert STORY.domain_of(fluent("suspect")).names == ("Ada", "Bruno")
    assert STORY.domain_of(fluent("sure of it")).is_yes_no
    assert STORY.initial(fluent("open door")) == 3


def test_sights_of_numbers_and_of_named_lookers() -> None:
    alarm = [each for each in STORY.sights if each.fluent == fluent("alarm")]
    assert [each.looker for each in alarm] == [ADA, BRUNO, CORA]
    assert alarm[1].conditions == ((ANY_NUMBER, Is(BRUNO, 0b0100)),)
    (lamp,) = (each for each in STORY.sights if each.fluent == fluent("lamp"))
    assert lamp.looker == ADA
    assert [values for values, _ in lamp.conditions] == [NO, YES]


# --- rules -------------------------------------------------------------------------------------


def test_a_rule_about_minds() -> None:
    found = rules("((someone knows love) and someone is not Ada) infers not love")
    assert [rule.premise for rule in found] == [
        Attitude(who, Verb.KNOWS, LOVE) for who in (BRUNO, CORA)
    ]
    (settled, *_) = rules("someone knows in (something) infers met (someone, someone)")
    assert settled.premise == Attitude(ADA, Verb.KNOWS, Which(fluent("in", "the key")))


def test_a_rule_with_values() -> None:
    found = rules("in (thing) = box infers owner (thing) = Cora")
    assert len(found) == 4
    assert found[1].premise == Is(fluent("in", "the key"), 0b10)
    assert found[1].conclusion[0].fluent == fluent("owner", "the key")
    found = rules("owner (the key) = someone infers suspect = someone")
    assert [rule.premise for rule in found] == [
        Is(fluent("owner", "the key"), 1 << n) for n in (0, 1)
    ]


def test_rules_of_other_shapes() -> None:
    found = rules("(love or met (someone, another)) infers met (another, someone)")
    assert len(found) == 6
    assert found[0].premise == Or((LOVE, Is(fluent("met", "Ada", "Bruno"), YES)))
    (first, *_) = rules("(met (someone, Ada) implies love) infers met (Ada, someone)")
    assert first.premise == Implies(Is(fluent("met", "Ada", "Ada"), YES), LOVE)
    (first, *_) = rules("in (something) = in (key) infers owner (something) = Ada")
    assert first.premise == Constant(True)
    (first, *_) = rules("fear (someone) > fear (Cora) infers met (someone, Cora)")
    assert first.premise == Compare(fluent("fear", "Ada"), Comparison.MORE, fluent("fear", "Cora"))
    (first, *_) = rules("someone was told love infers met (someone, someone)")
    assert first.premise == WasTold(ADA, LOVE)
    for said in ("(someone has said love to Cora)", "someone has said love to Cora"):
        (first, *_) = rules(f"{said} infers met (someone, Cora)")
        assert first.premise == HasSaid(ADA, LOVE, CORA)
    (first, *_) = rules("everyone in pair believes met (someone, Cora) infers love")
    assert first.premise == Quantified(
        Quantity.EVERYONE,
        (ADA, BRUNO),
        "pair",
        Verb.BELIEVES,
        Is(fluent("met", "Ada", "Cora"), YES),
        groups=(0,),
    )
    (first, *_) = rules("at (someone) = somewhere infers met (someone, someone)")
    assert first.premise == Is(ADA, 0b0100)


def test_a_misspelt_name_is_no_variable() -> None:
    assert codes("rules\n  r: whoever believes met (Adda, someone) infers love\n") == ["WK106"]
    assert codes("rules\n  r: whoever believes love infers (love or lamp)\n") == ["WK144"]


# --- formulas ----------------------------------------------------------------------------------


def test_formulas_of_all_kinds() -> None:
    fear = fluent("fear", "Ada")
    assert formula("it is common knowledge among all of them that love") == Common((0, 1, 2), LOVE)
    assert formula("Ada was not told love") == Not(WasTold(ADA, LOVE))
    assert formula("the reader was told suspect") == WasTold(READER, Which(fluent("suspect")))
    assert formula("Ada has said love") == HasSaid(ADA, LOVE, None)
    assert formula("love implies lamp") == Implies(LOVE, Is(fluent("lamp"), YES))
    assert formula("fear (Ada) < 3") == Is(fear, Numbers.between(None, 2))
    assert formula("fear (Ada) <= 3") == Is(fear, Numbers.between(None, 3))
    assert formula("fear (Ada) > 3") == Is(fear, Numbers.between(4, None))
    assert formula("fear (Ada) is not 3") == Is(fear, Numbers.just(3).complement())
    assert formula("fear (Ada) = alarm") == Compare(fear, Comparison.EQUAL, fluent("alarm"))
    assert formula("not (not (Ada knows love))") == Attitude(ADA, Verb.KNOWS, LOVE)
    assert formula("pair do not know love") == Quantified(
        Quantity.EVERYONE, (ADA, BRUNO), "pair", Verb.KNOWS, LOVE, negated=True, groups=(0,)
    )
    assert formula("sure of it = no") == Is(fluent("sure of it"), NO)


@pytest.mark.parametrize(
    "text",
    [
        "love implies lamp",
        "it is common knowledge among pair that love",
        "Cora was told love",
        "fear (Ada) = alarm",
        "fear (Ada) = fear (Ada)",
        "not (love and lamp)",
        "somebody in pair knows love",
        "Cora knows whether suspect = Ada",
        "Cora wonders love",
        "not (Cora suspects love)",
    ],
)
def test_what_cannot_be_said(text: str) -> None:
    assert codes(f"scene One\n  Ada tells Bruno: ({text})\n") == ["WK144"]
    assert codes(f"scene One\n  Ada wonders: ({text})\n") == []


def claims(text: str) -> list[tuple[tuple[int, ...], int, Stance]]:
    (event,) = story(f"scene One\n  Ada tells Bruno: ({text})\n").scenes[0].events
    assert isinstance(event.act, Tell)
    return [(each.path, each.fluent, each.stance) for each in event.act.content.claims]


def test_what_can_be_said_of_groups() -> None:
    opened = [((who,), LOVE.fluent, Stance.OPEN) for who in (ADA, BRUNO)]
    assert claims("nobody in pair knows love") == opened
    assert claims("not (somebody in pair knows love)") == opened
    assert claims("Cora does not know suspect") == [((CORA,), fluent("suspect"), Stance.OPEN)]


# --- how it starts -----------------------------------------------------------------------------


def test_openings() -> None:
    assert openings("pair believe love")[1].path == (BRUNO,)
    assert openings("Ada does not consider love") == (
        Opening((ADA,), LOVE.fluent, NO, span=openings("Ada does not consider love")[0].span),
    )
    assert openings("Ada suspects love")[0].hunch
    assert openings("Ada knows whether love")[0].values == NO
    two = openings("Ada believes (love and lamp)")
    assert [each.fluent for each in two] == [fluent("love"), fluent("lamp")]
    nested = openings("Ada knows Bruno believes love")
    assert [each.path for each in nested] == [(BRUNO,), (ADA, BRUNO)]
    assert openings("the reader knows not love")[0].path == (READER,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ada considers love", "WK135"),
        ("Ada does not know love", "WK135"),
        ("Ada knows open door", "WK134"),
        ("Ada knows whether open door", "WK134"),
        ("Ada knows only love", "WK134"),
        ("Ada knows only (Bruno knows love)", "WK135"),
    ],
)
def test_what_no_story_opens_with(text: str, code: str) -> None:
    assert codes(f"at first\n  {text}\n") == [code]


def test_a_secret_of_one_instance() -> None:
    (secret,) = story(
        "secrets\n  met (Ada, Bruno): kept by pair from Cora, who assume so\n"
    ).secrets
    assert secret.fluent == fluent("met", "Ada", "Bruno")
    assert (secret.kept_from, secret.assumed) == ((CORA,), YES)
    both = story("secrets\n  met (who, whom): kept by who, whom from everyone\n").secrets
    assert len(both) == 9
    assert (both[1].keepers, both[1].kept_from) == ((ADA, BRUNO), (CORA,))
    assert (both[4].keepers, both[4].kept_from) == ((BRUNO,), (ADA, CORA))


# --- what happens ------------------------------------------------------------------------------


def test_acts_and_brackets() -> None:
    told, heard, learned, forgot, again, narrated = (
        story(
            "scene One\n  with Ada\n"
            "  Ada tells Bruno: love (heard by Cora as: lamp) (convincingly) (missed by pair)\n"
            "  Cora hears: love (half heard by Ada)\n"
            "  Ada learned: love (somehow)\n"
            "  Ada forgets everything since One\n"
            "  Ada forgets: suspect\n"
            "  - The door falls shut => lamp (convincingly)\n    needs love\n"
        )
        .scenes[0]
        .events
    )
    assert isinstance(told.act, Tell)
    assert told.act.reception.convincingly
    assert told.audience.missed == (ADA, BRUNO)
    ((who, content),) = told.audience.misheard
    assert (who, content.formula) == (CORA, Is(fluent("lamp"), YES))
    assert isinstance(heard.act, Hear)
    assert heard.audience.half == (ADA,)
    assert isinstance(learned.act, Learn)
    assert forgot.act == ForgetSince((ADA,), 0)
    assert isinstance(again.act, Think)
    assert again.act.content.mentions == (fluent("suspect"),)
    assert isinstance(narrated.act, Narration)
    assert narrated.act.needs == (LOVE,)
    assert narrated.act.convincingly


def test_about_the_story() -> None:
    found = story(
        "scene One\n  with Ada\n  Ada leaves\n  intended K104: a bluff\n  fair love by One\n"
    )
    assert [(each.code, each.scene) for each in found.waivers] == [("K104", 0)]
    assert [(each.by, each.scene) for each in found.fairs] == [(0, 0)]


SPAN = Span("a", 0, 1)


def test_loose_lines_are_about_the_end() -> None:
    document, _ = parse(Source("a", f"{HEAD}scene One\n  with Ada\n  Ada leaves\n"), Limits())
    love = syntax.Atom(syntax.FactRef(syntax.Name("love", SPAN), (), SPAN), None, None, SPAN)
    loose = (
        syntax.ExpectLine(love, SPAN),
        syntax.IntendedLine(syntax.Name("K104", SPAN), "why", SPAN),
        syntax.NarrationLine("Ada nods", SPAN, (), (), (), SPAN),
    )
    text = {name: getattr(document, name) for name in document.__dataclass_fields__}
    found, _, findings = resolve(syntax.Document(**{**text, "loose": loose}))
    assert found is not None
    assert [(each.scene, each.after) for each in found.expectations] == [(0, 1)]
    assert [each.scene for each in found.waivers] == [None]
    assert [each.code for each in findings] == ["WK129"]


def statement(verb: str, *contents: syntax.Formula, to: str | None = None) -> syntax.StatementLine:
    objects = () if to is None else (syntax.Name(to, SPAN),)
    who = (syntax.Name("Ada", SPAN),)
    return syntax.StatementLine(
        who, verb, SPAN, objects, contents, None, None, (), SPAN, f"Ada {verb}"
    )


def added(line: syntax.Line) -> tuple[Lines, list[str]]:
    document, _ = parse(Source("a", HEAD), Limits())
    _, names, _ = resolve(document)
    lines, found = resolve_lines([line], names, 0)
    return lines, [each.code for each in found]


def test_statements_that_lack_something() -> None:
    love = syntax.Atom(syntax.FactRef(syntax.Name("love", SPAN), (), SPAN), None, None, SPAN)
    bad = syntax.Bad(SPAN)
    assert added(statement("tells", love))[1] == ["WK164"]
    assert added(statement("withholds", love))[1] == ["WK164"]
    assert added(statement("infers"))[1] == ["WK165"]
    assert added(statement("asks", to="Cora"))[1] == ["WK165"]
    for verb in ("writes", "reads", "joins", "takes"):
        assert added(statement(verb, love))[1] == ["WK165"]
    assert added(statement("shows", love))[1] == ["WK164"]
    assert added(statement("dies"))[1] == ["WK169"]
    lines, found = added(statement("infers", bad))
    assert (lines.events, found) == ((), [])


def test_a_scene_added_later() -> None:
    text = f"{HEAD}scene One\n  when 3 May 2010\n  with Ada\n"
    document, _ = parse(Source("a", text), Limits())
    found, names, _ = resolve(document)
    assert found is not None
    more, _ = parse(
        Source(
            "b",
            f"{HEAD}scene Two\n  when the next day\n  with Cora\n  Cora leaves\n  expect love\n",
        )
    )
    scene, lines, names, findings = resolve_scene(more.scenes[0], names, found.scenes)
    assert findings == ()
    assert scene.times[0].start == found.scenes[0].times[0].end + 1
    assert names.scene_named["two"] == (1,)
    assert [(each.scene, each.after) for each in lines.expectations] == [(1, 1)]
    assert len(scene.events) == 1
