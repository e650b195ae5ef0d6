"""Random stories, as text: what a failing test prints can be pasted into a file and looked at.

    @given(random_story())
    def test_something(text: str) -> None: ...

Every kind of statement, bracket and declaration of the language is drawn; what is drawn is always
free of errors, though seldom sensible. Shrinking takes away lines, then people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from whoknows.base.source import Source
from whoknows.model.resolve import resolve
from whoknows.model.story import READER
from whoknows.text.parser import parse

PEOPLE = ("Ada", "Bruno", "Cora", "Dev", "Eve")
PLACES = ("the bar", "the yard", "the attic")
BOXES = ("tin", "urn", "jar")
DATES = (
    "3 May 2010",
    "4 May 2010, 21:00",
    "5 May 2010",
    "every year from 3 May 2009 to 3 May 2011",
    "6 May 2010",
)
MOST_SCENES, MOST_LINES = 4, 6


def rarely(draw: DrawFn, one_in: int = 4) -> bool:
    """Tell whether something out of the common happens; shrinks to no."""
    return draw(st.integers(0, one_in - 1)) == one_in - 1


@dataclass(frozen=True)
class Cast:
    """Who and what a random story is about, and how one speaks of it."""

    draw: DrawFn
    people: tuple[str, ...]
    places: tuple[str, ...]

    def one(self, among: Sequence[str] | None = None) -> str:
        """Draw somebody."""
        return self.draw(st.sampled_from(among or self.people))

    def some(self, among: Sequence[str] | None = None, *, least: int = 1, most: int = 2) -> str:
        """Draw a list of people."""
        return ", ".join(self.several(among, least=least, most=most))

    def several(
        self, among: Sequence[str] | None = None, *, least: int = 1, most: int = 2
    ) -> list[str]:
        """Draw some different people."""
        chosen = among or self.people
        return self.draw(
            st.lists(
                st.sampled_from(chosen),
                min_size=min(least, len(chosen)),
                max_size=most,
                unique=True,
            )
        )

    def value_of(self) -> tuple[str, str]:
        """Draw a fact with values, and one of them."""
        return self.draw(
            st.one_of(
                st.tuples(st.just("gold"), st.sampled_from(BOXES)),
                st.tuples(st.just("in (marble)"), st.sampled_from(BOXES)),
                st.tuples(st.sampled_from([f"at ({p})" for p in self.people]), self._places()),
            )
        )

    def _places(self) -> SearchStrategy[str]:
        return st.sampled_from((*self.places, "elsewhere"))

    def yes_no(self) -> str:
        """Draw a plain statement."""
        return self.draw(st.sampled_from(("affair", "plan", f"ring ({self.one()})")))

    def number(self) -> str:
        """Draw a fact that is a number."""
        return self.draw(st.sampled_from(("debt", f"strain ({self.people[0]})")))

    def matter(self) -> str:
        """Draw a fact without its value."""
        return self.draw(
            st.sampled_from(("affair", "gold", "in (marble)", self.yes_no(), self.number()))
        )

    def atom(self) -> str:
        """Draw something that is so of the world."""
        kind = self.draw(st.integers(0, 6))
        if kind <= 2:
            return self.yes_no()
        if kind == 3:
            return f"not {self.yes_no()}"
        if kind == 4:
            return f"{self.number()} {self.draw(st.sampled_from(('=', '>=', '<')))} {self.digit()}"
        fact, value = self.value_of()
        return f"{fact} {'=' if kind == 5 else 'is not'} {value}"

    def digit(self) -> int:
        """Draw a small number."""
        return self.draw(st.integers(0, 2))

    def sayable(self, depth: int = 2) -> str:
        """Draw something that can be told: a fact, or somebody's mind."""
        if depth == 0 or not rarely(self.draw, 3):
            return self.atom()
        kind = self.draw(st.integers(0, 5))
        who = self.one()
        if kind <= 2:
            return f"{who} {('believes', 'knows', 'believes')[kind]} {self.sayable(depth - 1)}"
        if kind == 3:
            matter = self.draw(st.sampled_from(("gold", "in (marble)")))
            return f"{who} knows {matter}"
        if kind == 4:
            return f"{who} knows whether {self.yes_no()}"
        return f"{who} does not {self.draw(st.sampled_from(('know', 'consider')))} {self.yes_no()}"

    def contents(self) -> str:
        """Draw one or two things that are said at once."""
        return ", ".join(self.sayable() for _ in range(2 if rarely(self.draw, 6) else 1))

    def asked(self) -> str:
        """Draw what is asked, wondered or left unsaid."""
        return self.matter() if self.draw(st.booleans()) else self.sayable(1)


def random_story() -> SearchStrategy[str]:
    """Return random stories in which nobody leaves a place they have left already."""
    return drawn_story().filter(nobody_leaves_twice)


def nobody_leaves_twice(text: str) -> bool:
    """Tell whether a story is free of the one finding that drawing lines by lot leads to."""
    document, _ = parse(Source("random.story", text))
    return all(finding.code != "WK168" for finding in resolve(document)[2])


@st.composite
def drawn_story(draw: DrawFn) -> str:
    """Draw a story of a few short scenes."""
    people = PEOPLE[: draw(st.integers(3, 5))]
    cast = Cast(draw, people, PLACES[: draw(st.integers(2, 3))])
    lines = ["story Drawn by lot", "cast", *(f"  {name}" for name in people)]
    lines += [f"  friends = {people[0]}, {people[1]}"]
    lines += ["places", *(f"  {place}" for place in cast.places)]
    lines += ["things", "  box: the tin, the urn, the jar", "  ball: the marble"]
    lines += facts(cast)
    lines += secrets(cast) + rules(cast) + at_first(cast)
    dated = rarely(draw)
    for number in range(1, draw(st.integers(1, MOST_SCENES)) + 1):
        lines += scene(cast, number, dated=dated)
    return "\n".join(lines) + "\n"


def facts(cast: Cast) -> list[str]:
    """Draw the facts with how they start and who sees them."""
    draw = cast.draw
    lines = ["facts", "  affair: they meet"]
    lines += ["    starts yes"] * rarely(draw)
    lines += ["  plan: there is a plan"]
    lines += ["    changing"] * draw(st.booleans())
    lines += ["  ring (who: character): {who} has a ring"]
    lines += ["    seen by c if at (c) = at (who)"] * rarely(draw)
    lines += ["  gold = tin, urn, jar: the gold is in the {value}"]
    lines += [f"    starts {draw(st.sampled_from(BOXES))}"] * draw(st.booleans())
    lines += ["    lasting"] * draw(st.booleans())
    lines += ["  room of (box) = place: {box} is at {value}"]
    for box in BOXES:
        lines += [f"    starts room of ({box}) = {draw(st.sampled_from(cast.places))}"]
    lines += ["  in (ball) = box: {ball} is in {value}"]
    lines += [f"    starts in (marble) = {draw(st.sampled_from(BOXES))}"] * draw(st.booleans())
    lines += ["    seen by c if at (c) = room of (box)"] * draw(st.booleans())
    lines += ["  debt = number: the debt is {value}"]
    lines += ["    starts 1"] * rarely(draw)
    lines += [f"    seen by {cast.one()} if plan"] * rarely(draw, 6)
    lines += ["  strain (who: character) = number: {who} bears {value}"]
    return lines


def secrets(cast: Cast) -> list[str]:
    """Draw up to two secrets."""
    draw = cast.draw
    lines = []
    for fact, assumed in (("affair", "not"), ("gold", "urn")):
        if draw(st.booleans()):
            unsuspected = " unsuspected" if rarely(draw) else ""
            keepers = cast.several()
            others = [name for name in cast.people if name not in keepers]
            kept_from = cast.some(others) if rarely(draw) else "everyone"
            stance = draw(st.sampled_from(("", f", who assume {assumed}", ", who wonder")))
            keeping = ", ".join(keepers)
            lines += [f"  {fact}: kept{unsuspected} by {keeping} from {kept_from}{stance}"]
    return ["secrets", *lines] if lines else []


def rules(cast: Cast) -> list[str]:
    """Draw up to two rules."""
    draw = cast.draw
    lines = []
    for number in range(draw(st.integers(0, 2))):
        minds = draw(st.booleans())
        premise = f"{cast.one()} believes ({cast.atom()})" if minds else cast.atom()
        if rarely(draw):
            premise = f"({premise} and {cast.atom()})"
        conclusion = cast.sayable(1)
        if rarely(draw):
            premise, conclusion = "ring (someone)", "someone believes plan"
        lines += [f"  rule {number}: whoever believes {premise} infers {conclusion}"]
    return ["rules", *lines] if lines else []


def at_first(cast: Cast) -> list[str]:
    """Draw what some minds hold when the story opens."""
    draw = cast.draw
    lines = []
    for _ in range(draw(st.integers(0, 2))):
        kind = draw(st.integers(0, 4))
        who = cast.one()
        if kind <= 1:
            verb = ("believes", "suspects")[kind]
            lines += [f"  {who} {verb} {cast.atom()}"]
        elif kind == 2:
            lines += [f"  {who} wonders {cast.matter()}"]
        elif kind == 3:
            lines += [f"  {who} knows only {draw(st.sampled_from(('gold', 'in (marble)')))}"]
        else:
            other = cast.one([name for name in cast.people if name != who])
            lines += [f"  {who} believes {other} believes {cast.atom()}"]
    return ["at first", *lines] if lines else []


def scene(cast: Cast, number: int, *, dated: bool) -> list[str]:
    """Draw a scene."""
    draw = cast.draw
    lines = [f"scene S{number}"]
    if dated:
        lines += [f"  when {draw(st.sampled_from(DATES))}"]
    if not rarely(draw, 6):
        lines += [f"  at {draw(st.sampled_from(cast.places))}"]
    present = cast.several(least=1, most=4)
    others = [name for name in cast.people if name not in present]
    lines += [f"  with {', '.join(present)}"]
    if others and rarely(draw):
        lines += [f"  hidden {cast.some(others)}"]
    if rarely(draw):
        lines += [f"  through {cast.one(present)}"]
    lines += ["  off the page"] * rarely(draw, 8)
    for _ in range(draw(st.integers(1, MOST_LINES))):
        among = cast.people if rarely(draw, 5) else present
        lines += [f"  {line}" for line in statement(cast, among, number)]
    return lines


def statement(cast: Cast, among: Sequence[str], number: int) -> list[str]:
    """Draw one line of a scene, by somebody of these if possible."""
    draw = cast.draw
    who, off_page = cast.one(among), " (off the page)" if rarely(draw, 10) else ""
    others = [name for name in cast.people if name != who]
    kind = draw(
        st.sampled_from(
            ("narration",) * 4
            + ("tells",) * 5
            + (
                "asks",
                "leaves",
                "leaves",
                "enters",
                "enters",
                "sees",
                "hears",
                "mentions",
                "thinks",
            )
            + ("thinks", "withholds", "tries", "learned", "forgets since")
        )
    )
    match kind:
        case "narration":
            return narration(cast, who, off_page)
        case "tells":
            verb = "lies to" if rarely(draw) else "tells"
            to = cast.some(cast.people if rarely(draw, 8) else others)
            line = f"{who} {verb} {to}: {cast.contents()}"
            return [line + heard(cast) + received(cast) + off_page]
        case "mentions":
            return [f"{who} mentions: {cast.contents()}{heard(cast)}{received(cast)}{off_page}"]
        case "hears":
            crowd = cast.several(among)
            verb = "hears" if len(crowd) == 1 else "hear"
            said = f"{', '.join(crowd)} {verb}: {cast.contents()}"
            return [said + heard(cast) + received(cast) + off_page]
        case "asks":
            return [f"{who} asks {cast.some(others)}: {cast.asked()}?{watched(cast)}{off_page}"]
        case "sees":
            crowd = cast.several(among)
            verb = "sees" if len(crowd) == 1 else "see"
            return [f"{', '.join(crowd)} {verb}: {cast.contents()}{watched(cast)}{off_page}"]
        case "leaves":
            crowd = cast.several(among)
            verb = "leaves" if len(crowd) == 1 else "leave"
            to = f" for {draw(st.sampled_from(cast.places))}" if draw(st.booleans()) else ""
            return [f"{', '.join(crowd)} {verb}{to}{slipping(cast)}{off_page}"]
        case "enters":
            crowd = cast.several([n for n in cast.people if n not in among] or cast.people)
            verb = "enters" if len(crowd) == 1 else "enter"
            return [f"{', '.join(crowd)} {verb}{slipping(cast)}{off_page}"]
        case "withholds":
            return [f"{who} withholds {cast.matter()} from {cast.some(others)}{off_page}"]
        case "tries":
            stopped = f" (stopped by {cast.one()})"
            return [f"{who} tries to tell {cast.one(others)}: {cast.contents()}{stopped}{off_page}"]
        case "learned":
            return [f"{who} learned: {cast.contents()} (somehow){off_page}"]
        case "forgets since":
            return [f"{who} forgets everything since S{draw(st.integers(1, number))}{off_page}"]
        case _:
            return [thought(cast, who, among) + off_page]


def narration(cast: Cast, who: str, off_page: str) -> list[str]:
    """Draw something that happens."""
    draw = cast.draw
    prose = f"- {who} acts" if draw(st.booleans()) else "- Something happens"
    effects = []
    for _ in range(draw(st.integers(0, 2))):
        kind = draw(st.integers(0, 5))
        if kind == 0:
            effects += [cast.yes_no()]
        elif kind == 1:
            effects += [f"not {cast.yes_no()}"]
        elif kind == 2:
            effects += [f"{cast.number()} += {draw(st.integers(1, 2))}"]
        elif kind == 3:
            effects += [f"{cast.number()} = {cast.digit()}"]
        else:
            fact, value = cast.value_of()
            effects += [f"{fact} = {value}"]
    changed = f" => {', '.join(effects)}" if effects else ""
    lines = [f"{prose}{changed}{watched(cast)}{off_page}"]
    if rarely(draw, 5):
        lines += [f"  needs {cast.atom()}"]
    return lines


def thought(cast: Cast, who: str, among: Sequence[str]) -> str:
    """Draw something private."""
    draw = cast.draw
    if rarely(draw, 6):
        return f"{cast.some(among, least=2)} infer: {cast.contents()}"
    verb = draw(
        st.sampled_from(("infers", "suspects", "comes to believe", "wonders", "forgets", "dreams"))
    )
    if verb in {"wonders", "forgets", "dreams"}:
        return f"{who} {verb}: {cast.asked()}"
    convincingly = " (convincingly)" if rarely(draw, 5) else ""
    return f"{who} {verb}: {cast.contents()}{convincingly}"


def watched(cast: Cast) -> str:
    """Draw who perceives a line otherwise than one would think."""
    draw = cast.draw
    if not rarely(draw, 3):
        return ""
    kind = draw(st.sampled_from(("only", "also", "unnoticed:", "staged for", "missed by")))
    bracket = f" ({kind} {cast.some()})"
    if kind != "only" and rarely(draw, 5):
        bracket += f" (also {cast.one()})" if kind != "also" else f" (missed by {cast.one()})"
    return bracket


def heard(cast: Cast) -> str:
    """Draw how words are heard."""
    draw = cast.draw
    kind = draw(st.integers(0, 7))
    if kind == 6:
        return f" (half heard by {cast.some()})"
    if kind == 7:
        return f" (heard by {cast.one()} as: {cast.sayable(1)})"
    return watched(cast)


def received(cast: Cast) -> str:
    """Draw how words are believed."""
    kind = cast.draw(st.integers(0, 11))
    if kind <= 7:
        return ""
    return (
        " (not believed)",
        f" (not believed by {cast.some()})",
        f" (believed by {cast.some()})",
        " (convincingly)",
    )[kind - 8]


def slipping(cast: Cast) -> str:
    """Draw how somebody comes or goes."""
    return " (unnoticed)" if rarely(cast.draw) else ""


@st.composite
def random_question(draw: DrawFn, people: int) -> str:
    """Draw a formula about the first so many people, to be asked in the truth or anywhere."""
    return question(Cast(draw, PEOPLE[:people], PLACES[:2]), 3)


def question(cast: Cast, depth: int) -> str:
    """Draw a formula with minds to this depth."""
    draw = cast.draw
    kind = draw(st.integers(0, 9)) if depth else 0
    if kind <= 1:
        return cast.atom()
    if kind == 2:
        joint = draw(st.sampled_from(("and", "or", "implies")))
        return f"({question(cast, depth - 1)} {joint} {question(cast, depth - 1)})"
    if kind == 3:
        verb = draw(st.sampled_from(("believes", "knows", "considers")))
        group = draw(st.sampled_from(("everyone", "somebody", "nobody")))
        return f"{group} in friends {verb} ({question(cast, 0)})"
    verb = draw(
        st.sampled_from(
            (
                "believes",
                "knows",
                "knows whether",
                "suspects",
                "considers",
                "wonders",
                "is unaware of",
                "has only a hunch of",
                "does not believe",
                "does not know",
            )
        )
    )
    return f"{cast.one()} {verb} ({question(cast, depth - 1)})"


@st.composite
def chains(draw: DrawFn, people: int, most: int = 4) -> tuple[int, ...]:
    """Draw a chain without neighbours alike, sometimes from the reader's mind."""
    chain = [READER] if rarely(draw) else []
    for _ in range(draw(st.integers(0, most))):
        who = draw(st.integers(0, people - 1))
        if len(chain) < most and chain[-1:] != [who]:
            chain.append(who)
    return tuple(chain)
