"""What a story means: declarations, facts, rules, secrets, statements, through the parser."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from whoknows.base.diagnostic import Severity
from whoknows.base.reading import Limits
from whoknows.base.source import Source, Span
from whoknows.model.event import (
    Ask,
    Audience,
    Enter,
    Event,
    Leave,
    Narration,
    Put,
    Reception,
    See,
    Shift,
    Tell,
    Think,
    Thought,
    TryToTell,
    Withhold,
)
from whoknows.model.formula import (
    And,
    Attitude,
    Claim,
    Compare,
    Comparison,
    Constant,
    Content,
    Formula,
    Is,
    Not,
    Or,
    Quantified,
    Quantity,
    Stance,
    ValueQuestion,
    Verb,
    Which,
)
from whoknows.model.names import Names
from whoknows.model.resolve import resolve, resolve_formula, resolve_lines
from whoknows.model.story import AT, ELSEWHERE, READER, SOMEWHERE, Story
from whoknows.model.values import NO, YES, Numbers
from whoknows.text import syntax
from whoknows.text.parser import parse

TEXT = """\
story Test

cast
  Ada (she)
  Bruno (he)
  the Clerk
  Dev (he)
  friends = Bruno, the Clerk

places
  the library
  the hall

things
  thing: the marble, the ball
  container: the basket, the box

facts
  the affair: it goes on
    or else: it is over
    starts yes
  love
  in (thing) = container: {thing} is in {value}
    starts in (marble) = box
    seen by c if at (c) = room of (container)
  room of (container) = place
    lasting
  hiding place = the panel, the trunk
  thief = Ada, Bruno, Dev
  alibi (who: character)
  trusts (who: character, whom: character)
  strain (who: character) = number
    starts 2

secrets
  love: kept by Ada from everyone
  alibi: kept unsuspected by who from friends, who wonder
  the affair: kept by Ada, friends from Dev, who assume not

rules
  alibis: whoever believes alibi (someone) infers thief is not someone
  mutual: whoever believes trusts (someone, another) infers trusts (another, someone)

at first
  Ada believes love
  Bruno is unaware of the affair
  Dev knows Ada believes love
  the Clerk wonders hiding place
  Dev knows only the affair
"""
ADA, BRUNO, CLERK, DEV = range(4)


def read(text: str) -> tuple[Story, Names]:
    document, unread = parse(Source("a.story", text), Limits())
    assert unread == ()
    story, names, found = resolve(document)
    assert found == ()
    assert story is not None
    return story, names


STORY, NAMES = read(TEXT)


def events(*lines: str) -> tuple[Event, ...]:
    scene = "scene One\n  at the library\n  with Ada, Bruno\n"
    story, _ = read(TEXT + scene + "".join(f"  {line}\n" for line in lines))
    return story.scenes[0].events


def event(line: str) -> Event:
    (found,) = events(line)
    return found


def formula(text: str) -> Formula:
    scene = f"scene One\n  with Ada\n  expect {text}\n"
    (expectation,) = read(TEXT + scene)[0].expectations
    return expectation.formula


def fluent(name: str, *arguments: str) -> int:
    things = [thing.name for thing in STORY.things]
    fact = [each.name for each in STORY.facts].index(name)
    return STORY.fluent_numbers[fact, tuple(things.index(each) for each in arguments)]


# --- declarations ------------------------------------------------------------------------------


def test_characters_come_first_then_places() -> None:
    names = "Ada|Bruno|the Clerk|Dev|the library|the hall|the marble|the ball|the basket|the box"
    assert [thing.name for thing in STORY.things] == names.split("|")
    assert STORY.characters == 4
    assert [thing.pronoun for thing in STORY.things[:5]] == ["she", "he", "they", "he", "it"]


def test_at_is_fact_zero() -> None:
    assert STORY.facts[AT].name == "at"
    assert STORY.domain_of(DEV).names == ("elsewhere", "somewhere", "the library", "the hall")
    assert STORY.initial(DEV) == 1 << ELSEWHERE
    assert [STORY.fluents[who].arguments for who in STORY.cast] == [(0,), (1,), (2,), (3,)]


def test_fluents_are_numbered_as_the_tables_say() -> None:
    for number, each in enumerate(STORY.fluents):
        assert NAMES.fluent(each.fact, each.arguments) == number
    assert NAMES.fluent_count == len(STORY.fluents)


def test_domains_and_defaults() -> None:
    facts = {fact.name: fact for fact in STORY.facts}
    assert facts["in"].domain.names == ("the basket", "the box")
    assert facts["in"].domain.kind == "container"
    assert facts["thief"].domain.names == ("Ada", "Bruno", "Dev")
    assert facts["thief"].domain.kind is None
    assert (facts["love"].lasting, facts["love"].initial) == (True, NO)
    assert (facts["in"].lasting, facts["in"].initial) == (False, 3)
    assert facts["room of"].lasting
    assert facts["the affair"].otherwise == "it is over"


def test_starts() -> None:
    assert STORY.initial(fluent("the affair")) == YES
    assert STORY.starts[fluent("in", "the marble")] == 0b10
    assert fluent("in", "the ball") not in STORY.starts
    assert STORY.initial(fluent("strain", "Dev")) == Numbers.just(2)


def test_secrets() -> None:
    love, *alibis, affair = STORY.secrets
    assert (love.keepers, love.kept_from) == ((ADA,), (BRUNO, CLERK, DEV))
    assert [(each.fluent, each.keepers) for each in alibis] == [
        (fluent("alibi", name), (who,))
        for who, name in enumerate(("Ada", "Bruno", "the Clerk", "Dev"))
    ]
    assert alibis[BRUNO].kept_from == (CLERK,)
    assert all(each.wondering and each.unsuspected for each in alibis)
    assert (affair.keepers, affair.kept_from, affair.assumed) == ((ADA, BRUNO, CLERK), (DEV,), NO)


def test_openings() -> None:
    love, affair = fluent("love"), fluent("the affair")
    found = {(each.path, each.fluent): each for each in STORY.openings}
    assert found[(ADA,), love].values == YES
    assert found[(DEV, ADA), love].values == YES
    assert found[(BRUNO,), affair].unaware
    assert found[(CLERK,), fluent("hiding place")].wondering
    assert [(each.who, each.fluents) for each in STORY.knows_only] == [(DEV, (affair,))]


def test_rules_are_filled_in() -> None:
    alibis = [rule for rule in STORY.rules if rule.name == "alibis"]
    thief = fluent("thief")
    # the Clerk cannot be the thief, so of him there is nothing to conclude
    assert [(rule.premise, rule.conclusion) for rule in alibis] == [
        (Is(fluent("alibi", "Ada"), YES), (Claim((), thief, 0b110),)),
        (Is(fluent("alibi", "Bruno"), YES), (Claim((), thief, 0b101),)),
        (Is(fluent("alibi", "Dev"), YES), (Claim((), thief, 0b011),)),
    ]
    mutual = [rule for rule in STORY.rules if rule.name == "mutual"]
    assert len(mutual) == 4 * 3
    assert mutual[0].premise == Is(fluent("trusts", "Ada", "Bruno"), YES)
    assert mutual[0].conclusion == (Claim((), fluent("trusts", "Bruno", "Ada"), YES),)


def test_what_is_in_sight() -> None:
    marble, box = fluent("in", "the marble"), fluent("room of", "the box")
    (sight,) = [each for each in STORY.sights if (each.fluent, each.looker) == (marble, DEV)]
    assert [values for values, _ in sight.conditions] == [0b01, 0b10]
    library = And((Is(DEV, 0b0100), Is(box, 0b01)))
    hall = And((Is(DEV, 0b1000), Is(box, 0b10)))
    assert sight.conditions[1][1] == Or((library, hall))


# --- formulas ----------------------------------------------------------------------------------


def test_atoms() -> None:
    strain = fluent("strain", "Ada")
    assert formula("not the affair") == Is(fluent("the affair"), NO)
    assert formula("thief is not bruno") == Is(fluent("thief"), 0b101)
    assert formula("in (the marble) = the box") == Is(fluent("in", "the marble"), 0b10)
    assert formula("strain (Ada) >= 3") == Is(strain, Numbers.between(3, None))
    assert formula("not (strain (Ada) >= 3)") == Is(strain, Numbers.between(None, 2))
    other = fluent("strain", "Dev")
    assert formula("strain (Ada) < strain (Dev)") == Compare(strain, Comparison.LESS, other)
    assert formula("strain (Ada) = strain (Ada)") == Constant(True)


def test_two_facts_compared_value_by_value() -> None:
    marble, ball = fluent("in", "the marble"), fluent("in", "the ball")
    same = Or((And((Is(marble, 1), Is(ball, 1))), And((Is(marble, 2), Is(ball, 2)))))
    assert formula("in (marble) = in (ball)") == same
    assert formula("in (marble) is not in (ball)") == Not(same)


def test_minds() -> None:
    love = Is(fluent("love"), YES)
    inner = Attitude(BRUNO, Verb.BELIEVES, love)
    assert formula("Ada knows Bruno believes love") == Attitude(ADA, Verb.KNOWS, inner)
    assert formula("the reader does not know love") == Not(Attitude(READER, Verb.KNOWS, love))
    which = Which(fluent("hiding place"))
    assert formula("Ada knows hiding place") == Attitude(ADA, Verb.KNOWS, which)
    both = And((Attitude(ADA, Verb.KNOWS, love), Attitude(DEV, Verb.KNOWS, love)))
    assert formula("Ada and Dev know love") == both
    assert formula("nobody in friends but Bruno considers love") == Quantified(
        Quantity.NOBODY,
        (CLERK,),
        "friends but Bruno",
        Verb.CONSIDERS,
        love,
        groups=(0,),
        but=(BRUNO,),
    )
    everyone = formula("everyone considers love")
    assert isinstance(everyone, Quantified)
    assert (everyone.members, everyone.group) == ((ADA, BRUNO, CLERK, DEV), "")


def question(node: syntax.Formula) -> object:
    found, findings = resolve_formula(node, NAMES)
    assert findings == ()
    return found


SPAN = Span("q", 0, 1)


def name(text: str) -> syntax.Name:
    return syntax.Name(text, SPAN)


def atom(fact: str, value: syntax.Value | None = None) -> syntax.Atom:
    how = None if value is None else "="
    return syntax.Atom(syntax.FactRef(name(fact), (), SPAN), how, value, SPAN)


def mind(who: str, verb: str, content: syntax.Formula) -> syntax.Mind:
    return syntax.Mind((name(who),), verb, False, content, SPAN)


def test_questions() -> None:
    hole = atom("Thief", syntax.Hole(SPAN))
    thief = fluent("thief")
    assert question(hole) == ValueQuestion((), thief)
    assert question(mind("ada", "believes", mind("The Clerk", "knows", hole))) == ValueQuestion(
        ((ADA, Verb.BELIEVES), (CLERK, Verb.KNOWS)), thief
    )
    assert question(mind("the reader", "believes", hole)) == ValueQuestion(
        ((READER, Verb.BELIEVES),), thief
    )
    assert question(atom("hiding place")) == Which(fluent("hiding place"))


@pytest.mark.parametrize(
    "node",
    [
        mind("nobody such", "believes", atom("love")),
        mind("Ada", "believes", mind("the reader", "knows", atom("love"))),
        syntax.Negation(atom("thief", syntax.Hole(SPAN)), SPAN),
        mind("Ada", "believes", atom("love", syntax.Hole(SPAN))),
        syntax.Negation(atom("thief"), SPAN),
    ],
)
def test_bad_questions(node: syntax.Formula) -> None:
    found, findings = resolve_formula(node, NAMES)
    if found is not None:  # *love = ?* may be asked: yes or no
        assert isinstance(found, ValueQuestion)
        return
    assert len(findings) == 1


def test_a_formula_nested_too_deep() -> None:
    node: syntax.Formula = atom("love")
    for _ in range(5_000):
        node = syntax.Negation(node, SPAN)
    found, (finding,) = resolve_formula(node, NAMES)
    assert found is None
    assert finding.code == "WK145"


# --- what happens ------------------------------------------------------------------------------


def told(text: str) -> tuple[Claim, ...]:
    act = event(f"Ada tells Bruno: {text}").act
    assert isinstance(act, Tell)
    return act.content.claims


def test_claims() -> None:
    love, thief, place = fluent("love"), fluent("thief"), fluent("hiding place")
    assert told("love") == (Claim((), love, YES),)
    assert told("Dev knows love") == (Claim((), love, YES), Claim((DEV,), love, YES))
    assert told("Dev believes not love") == (Claim((DEV,), love, NO),)
    assert told("Dev knows Ada believes love") == (
        Claim((ADA,), love, YES),
        Claim((DEV, ADA), love, YES),
    )
    assert told("Dev knows whether love") == (Claim((DEV,), love, 3, Stance.SETTLED),)
    assert told("Dev knows hiding place") == (Claim((DEV,), place, 3, Stance.SETTLED),)
    assert told("Dev does not know love") == (Claim((DEV,), love, 3, Stance.OPEN),)
    assert told("Dev does not consider love") == (Claim((DEV,), love, NO),)
    assert told("(thief = Ada or thief = Dev)") == (Claim((), thief, 0b101),)
    assert told("not (love or thief = Dev)") == (Claim((), love, NO), Claim((), thief, 0b011))
    assert told("everyone in friends believes love") == (
        Claim((BRUNO,), love, YES),
        Claim((CLERK,), love, YES),
    )
    assert told("Dev believes Dev believes love") == (Claim((DEV,), love, YES),)


def test_several_things_said_are_one_content() -> None:
    act = event("Ada tells Bruno: love, hiding place = the trunk").act
    assert isinstance(act, Tell)
    assert act.content.formula == And((Is(fluent("love"), YES), Is(fluent("hiding place"), 2)))
    assert act.content.mentions == (fluent("love"), fluent("hiding place"))


def test_speech() -> None:
    lie = event("Ada lies to friends: love (not believed by Bruno) (only the Clerk)")
    assert isinstance(lie.act, Tell)
    assert (lie.act.teller, lie.act.to, lie.act.lie) == (ADA, (BRUNO, CLERK), True)
    assert lie.act.reception == Reception(not_believed_by=(BRUNO,))
    assert lie.audience == Audience(only=(CLERK,))
    mention = event("Ada mentions: love (off the page)")
    assert isinstance(mention.act, Tell)
    assert mention.act.to == ()
    assert mention.off_page
    ask = event("Ada asks Bruno: hiding place?").act
    assert isinstance(ask, Ask)
    assert ask.content.formula == Which(fluent("hiding place"))
    assert (ask.content.claims, ask.content.mentions) == ((), (fluent("hiding place"),))
    withhold = event("Ada withholds love from Bruno, Dev").act
    assert isinstance(withhold, Withhold)
    assert withhold.frm == (BRUNO, DEV)
    tried = event("Ada tries to tell Bruno: love (stopped by Bruno)").act
    assert isinstance(tried, TryToTell)
    assert tried.stopped_by == (BRUNO,)


def test_several_speakers_are_several_events() -> None:
    assert [each.act for each in events("Ada, Bruno tell Dev: love")] == [
        Tell(who, (DEV,), told_love(), lie=False) for who in (ADA, BRUNO)
    ]


def told_love() -> Content:
    act = event("Ada tells Dev: love").act
    assert isinstance(act, Tell)
    return act.content


def test_other_acts() -> None:
    enter, leave, go, see, think = events(
        "Dev enters (unnoticed)",
        "Ada, Bruno leave",
        "Dev leaves for the hall",
        "Ada, Dev see: love",
        "Ada suspects: love",
    )
    assert enter.act == Enter((DEV,), unnoticed=True)
    assert leave.act == Leave((ADA, BRUNO), ELSEWHERE)
    assert go.act == Leave((DEV,), 3)
    assert isinstance(see.act, See)
    assert see.act.who == (ADA, DEV)
    assert isinstance(think.act, Think)
    assert think.act.how is Thought.SUSPECTS


def test_effects() -> None:
    act = event("- Things change => not love, in (marble) = box, strain (Ada) -= 2").act
    assert isinstance(act, Narration)
    assert act.effects == (
        Put(fluent("love"), NO),
        Put(fluent("in", "the marble"), 0b10),
        Shift(fluent("strain", "Ada"), -2),
    )


@pytest.mark.parametrize(
    ("prose", "doer"),
    [
        ("Ada nods", ADA),
        ("The clerk, tired, nods", CLERK),
        ("Clerk nods", CLERK),
        ("Bruno.", BRUNO),
        ("Ada's hat falls", None),
        ("Ada’s hat falls", None),
        ("The hat falls on Ada", None),
        ("The", None),
        ("Adam nods", None),
    ],
)
def test_doer(prose: str, doer: int | None) -> None:
    act = event(f"- {prose}").act
    assert isinstance(act, Narration)
    assert act.doer == doer


def test_scenes() -> None:
    story, _ = read(
        f"{TEXT}scene One\n  at the hall\n  with friends, Ada\n  hidden Dev\n  through Ada\n"
        "scene Two\n  with Ada\n  off the page\n  expect love\n  Ada leaves\n  expect love\n"
    )
    one, two = story.scenes
    assert (one.place, one.present, one.hidden) == (3, (BRUNO, CLERK, ADA), (DEV,))
    assert (one.through, one.off_page) == (ADA, False)
    assert (two.place, two.through, two.off_page) == (SOMEWHERE, None, True)
    assert [(each.scene, each.after) for each in story.expectations] == [(1, 0), (1, 1)]


def test_lines_are_read_later() -> None:
    line = syntax.ExpectLine(atom("love"), SPAN)
    lines, findings = resolve_lines([line], NAMES, scene=3, after=7)
    assert findings == ()
    (expectation,) = lines.expectations
    assert (expectation.scene, expectation.after) == (3, 7)


# --- what is broken ----------------------------------------------------------------------------


WHOLE = TEXT + (
    "scene One\n  when 3 May 2010\n  at the hall\n  with friends, Ada\n  through Ada\n"
    "  Ada tells Bruno: Dev knows love (only the Clerk)\n"
    "  - Ada goes => in (marble) = box, strain (Ada) += 1 (missed by Bruno)\n"
    "  expect nobody in friends knows Ada believes thief = Dev\n"
    "scene Two\n  when 2 weeks later\n  Ada forgets everything since One\n  fair thief by Two\n"
)
WORDS = sorted({word.strip("(),:=") for word in WHOLE.split()} | {"not", "?", "(", ")", "3", ""})


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(WORDS)), min_size=1, max_size=6))
def test_a_broken_story_is_never_a_fault(changes: list[tuple[int, str]]) -> None:
    words = WHOLE.split(" ")
    for at, word in changes:
        words[at % len(words)] = word
    source = Source("a.story", " ".join(words))
    document, unread = parse(source, Limits())
    story, _, found = resolve(document)
    assert story is not None
    for each in found:
        assert each.span is not None
        assert 0 <= each.span.start <= each.span.end <= len(source.text)
    if not any(each.severity is Severity.ERROR for each in (*unread, *found)):
        assert len(story.scenes) <= 2


@given(st.integers(0, len(WHOLE)))
def test_a_story_cut_off_anywhere(at: int) -> None:
    document, _ = parse(Source("a.story", WHOLE[:at]), Limits())
    story, _, _ = resolve(document)
    assert story is not None


def test_nothing_at_all() -> None:
    document, _ = parse(Source("a.story", ""), Limits())
    story, names, found = resolve(document)
    assert story is not None
    assert (story.characters, story.scenes, found) == (0, (), ())
    assert names.fluent_count == 0


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.story"))


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_examples_have_no_findings(path: Path) -> None:
    read(path.read_text("utf-8"))
