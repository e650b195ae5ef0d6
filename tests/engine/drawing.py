"""Drawing stories: names, who is present, what happens, written as story text.

Small stories for single laws are put together by the tests from ``PEOPLE`` and ``story``; whole
ones come from ``stories``. Hypothesis makes them small before it shows them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

NAMES = ("Ada", "Bruno", "Cora", "Dev", "Zoë", "Mr. O'Hara", "the Pupil", "Count Orlok", "Nikolaï")

HEAD = """\
places
  the hall
  the garden
  the tower
things
  object: the pearl
facts
  deed: the deed was done
  plot: there is a plot
  spot (object) = left, middle, right: {object} is on the {value}
  score = number: the score is {value}
  moon: the moon is up
  mood = glad, sad, calm: the mood is {value}
"""
"""*moon* and *mood* are never spoken of in drawn lines: they are left to the laws to speak of."""

FACTS = (
    "deed", "not deed", "plot", "not plot",
    "spot (pearl) = left", "spot (pearl) = right", "spot (pearl) is not left", "score >= 2",
)  # fmt: skip
"""What can be said, one or the other."""
MATTERS = ("deed", "plot", "spot (pearl)", "spot (pearl) = left")
"""What can be asked."""
EFFECTS = ("deed", "not deed", "plot", "spot (pearl) = left", "spot (pearl) = middle", "score += 2")


def people(least: int, most: int) -> SearchStrategy[list[str]]:
    """So many names."""
    return st.lists(st.sampled_from(NAMES), min_size=least, max_size=most, unique=True)


def some_of(
    who: Sequence[str], least: int = 0, most: int | None = None
) -> SearchStrategy[list[str]]:
    """Some of these, in their order."""
    picked = st.sets(st.sampled_from(who), min_size=least, max_size=most) if who else st.just(set())
    return picked.map(lambda chosen: [each for each in who if each in chosen])


def along(who: Sequence[str], least: int = 1, most: int = 4) -> SearchStrategy[tuple[str, ...]]:
    """A chain of these people; names may come again, even twice in a row (law 2)."""
    return st.lists(st.sampled_from(who), min_size=least, max_size=most).map(tuple)


def believes(chain: Sequence[str], fact: str, verb: str = "believes") -> str:
    """``Ada believes Bruno believes deed``."""
    return "".join(f"{who} {verb} " for who in chain) + f"({fact})"


def story(cast: Sequence[str], *scenes: str, head: str = HEAD, more: str = "") -> str:
    """A story of these people; ``more`` are further blocks."""
    return "cast\n" + "".join(f"  {who}\n" for who in cast) + head + more + "".join(scenes)


def scene(title: str, who: Sequence[str], *lines: str, at: str = "the hall", when: str = "") -> str:
    """A scene with these people; a line may hold further lines under it."""
    found = [f"scene {title}"]
    if when:
        found.append(f"  when {when}")
    found.append(f"  at {at}")
    if who:
        found.append(f"  with {', '.join(who)}")
    found.extend(f"  {line}" for line in lines)
    return "\n".join(found) + "\n"


def prelude(cast: Sequence[str]) -> SearchStrategy[str]:
    """What happened before, elsewhere: none of it must matter to a law about *moon* and *mood*."""
    return st.one_of(st.just(""), scenes(0, cast))


# --- lines of any kind -------------------------------------------------------------------------


@st.composite
def contents(draw: DrawFn, cast: Sequence[str]) -> str:
    """Something that can be said, about the world or about minds."""
    fact = draw(_FACT)
    shape = draw(_SHAPE) if len(cast) > 1 else "{fact}"
    if "{who}" not in shape:
        return shape.format(fact=fact)
    who, other = draw(st.permutations(cast))[:2]
    return shape.format(fact=fact, who=who, other=other)


@st.composite
def brackets(draw: DrawFn, here: Sequence[str], cast: Sequence[str], doer: str) -> str:
    """Mostly nothing; else who perceives a narration."""
    kind = draw(_BRACKET)
    others = [who for who in here if who != doer]
    away = [who for who in cast if who not in here]
    one_of = away if "also" in kind else others
    if not kind or not one_of:
        return ""
    return f" ({kind.format(doer=doer, one=draw(st.sampled_from(one_of)))})"


@st.composite
def lines(draw: DrawFn, here: Sequence[str], cast: Sequence[str]) -> str:
    """One line that happens among those who are here; it moves nobody."""
    doer = draw(st.sampled_from(here))
    others = [each for each in here if each != doer]
    kind = draw(_TO_SOMEBODY if others else _ALONE)
    if kind == "-":
        return f"- {doer} is busy => {draw(_EFFECT)}{draw(brackets(here, cast, doer))}"
    one = draw(st.sampled_from(others)) if others else ""
    if "{matter}" in kind:
        return kind.format(doer=doer, one=one, matter=draw(_MATTER))
    line = kind.format(doer=doer, one=one, said=draw(contents(cast)))
    if kind.startswith(("{doer} tells", "{doer} lies")):
        line += draw(_RECEPTION).format(doer=doer, one=one)
    return line


_FACT = st.sampled_from(FACTS)
_MATTER = st.sampled_from(MATTERS)
_EFFECT = st.sampled_from(EFFECTS)
_SHAPE = st.sampled_from((
    "{fact}", "{fact}", "{fact}", "{who} believes {fact}", "{who} knows {fact}",
    "{who} believes {other} believes {fact}", "{who} does not know deed",
    "{who} knows whether plot",
))  # fmt: skip
_BRACKET = st.sampled_from((
    "", "", "", "", "", "only {doer}", "only {doer}, {one}", "unnoticed: {one}", "staged for {one}",
    "missed by {one}", "also {one}",
))  # fmt: skip
_RECEPTION = st.sampled_from((
    "", "", "", "", " (not believed)", " (not believed by {one})", " (convincingly)",
    " (only {doer}, {one})", " (half heard by {one})", " (believed by {one})",
))  # fmt: skip
_PRIVATE = (
    "{doer} infers: {said}", "{doer} suspects: {said}", "{doer} comes to believe: {said}",
    "{doer} sees: {said}", "{doer} hears: {said}", "{doer} wonders: {matter}",
    "{doer} forgets: {matter}", "{doer} mentions: {said}", "{doer} learned: {said} (somehow)",
)  # fmt: skip
_ALONE = st.sampled_from(("-", "-", "-", *_PRIVATE))
_TO_SOMEBODY = st.sampled_from((
    "-", "-", "-", *_PRIVATE, "{doer} tells {one}: {said}", "{doer} tells {one}: {said}",
    "{doer} tells {one}: {said}", "{doer} lies to {one}: {said}", "{doer} asks {one}: {matter}?",
    "{doer} asks {one}: {matter}?", "{doer} withholds {matter} from {one}",
))  # fmt: skip


# --- whole stories -----------------------------------------------------------------------------

RULES = (
    "whoever believes deed infers plot",
    "whoever believes plot infers spot (pearl) = left",
    "whoever believes spot (pearl) = left infers deed",
    "whoever believes spot (pearl) = right infers not plot",
    "whoever believes (deed and plot) infers spot (pearl) is not middle",
    "whoever believes not plot infers not deed",
)


@dataclass
class Drawn:
    """A drawn story, kept in pieces so that a test may put them together in another order."""

    cast: list[str]
    blocks: list[str]
    scenes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join((*self.blocks, *self.scenes))

    def __repr__(self) -> str:
        """Show the story itself."""
        return f"\n{self.text}"


@st.composite
def _blocks(draw: DrawFn, cast: Sequence[str], *, rules: bool, secrets: bool) -> list[str]:
    sections = HEAD.split("things\n")
    starts = draw(st.sampled_from(("", "    starts left\n", "    starts right\n")))
    facts = sections[1].split("facts\n")[1].replace("  score", f"{starts}  score")
    found = [
        "cast\n" + "".join(f"  {who}\n" for who in cast),
        sections[0],
        "things\n  object: the pearl\n",
        f"facts\n{facts}",
    ]
    if rules:
        picked = draw(some_of(RULES, 1, 4))
        found.append("rules\n" + "".join(f"  r{n}: {rule}\n" for n, rule in enumerate(picked)))
    if secrets:
        keeper = draw(st.sampled_from(cast))
        stance = draw(st.sampled_from(("", ", who assume not", ", who wonder")))
        kept = draw(st.sampled_from(("kept", "kept unsuspected")))
        found.append(f"secrets\n  plot: {kept} by {keeper} from everyone{stance}\n")
    return found


@st.composite
def scenes(
    draw: DrawFn, number: int, cast: Sequence[str], *, when: str = "", moving: bool = True
) -> str:
    """A scene in which a few things happen; some come, some go."""
    here = draw(some_of(cast, 1))
    present = list(here)
    place = draw(st.sampled_from(("the hall", "the garden")))
    made: list[str] = []
    if draw(st.integers(0, 4)) == 0:
        made.append(f"through {draw(st.sampled_from(cast))}")
    for _ in range(draw(st.integers(1, 4))):
        move = draw(st.integers(0, 7)) if moving else 7
        away = [who for who in cast if who not in present]
        if move == 0 and len(present) > 1:
            goer = draw(st.sampled_from(present))
            present.remove(goer)
            made.append(f"{goer} leaves" + draw(st.sampled_from(("", "", " (unnoticed)"))))
        elif move == 1 and away:
            comer = draw(st.sampled_from(away))
            present.append(comer)
            made.append(f"{comer} enters" + draw(st.sampled_from(("", "", " (unnoticed)"))))
        else:
            made.append(draw(lines(present, cast)))
    return scene(f"Number {number}", here, *made, at=place, when=when)


@st.composite
def stories(
    draw: DrawFn,
    *,
    most_people: int = 4,
    most_scenes: int = 4,
    rules: bool = True,
    secrets: bool = True,
    dated: bool = False,
) -> Drawn:
    """A whole story. ``dated``: every scene says its day, and no two share one."""
    cast = draw(people(2, most_people))
    drawn = Drawn(
        cast,
        draw(
            _blocks(
                cast,
                rules=rules and draw(st.booleans()),
                secrets=secrets and draw(st.booleans()),
            )
        ),
    )
    count = draw(st.integers(1, most_scenes))
    days = draw(st.permutations(range(1, count + 1))) if dated else [0] * count
    for number, day in enumerate(days):
        when = f"day {day}" if dated else ""
        drawn.scenes.append(draw(scenes(number, cast, when=when)))
    return drawn
