"""What happens: acts, who perceives them, and scenes, all names resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from whoknows.base.source import Span
from whoknows.model.formula import Content, Formula
from whoknows.model.values import Values


@dataclass(frozen=True, slots=True)
class Put:
    """An effect: the fluent takes this value."""

    fluent: int
    values: Values


@dataclass(frozen=True, slots=True)
class Shift:
    """An effect: the number goes up, or down where ``by`` is negative."""

    fluent: int
    by: int


Effect: TypeAlias = Put | Shift


@dataclass(frozen=True, slots=True)
class Audience:
    """Who perceives a line, as its closing brackets say. Empty: whoever is there, openly."""

    only: tuple[int, ...] | None = None
    also: tuple[int, ...] = ()
    unnoticed: tuple[int, ...] = ()
    staged: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()
    half: tuple[int, ...] = ()
    misheard: tuple[tuple[int, Content], ...] = ()
    """``(heard by X as: F)``: X takes F to have been said, and to have been said to all."""


@dataclass(frozen=True, slots=True)
class Reception:
    """Whether words are believed, where the author decides it."""

    not_believed: bool = False
    not_believed_by: tuple[int, ...] = ()
    believed_by: tuple[int, ...] = ()
    convincingly: bool = False


OPENLY = Audience()
AS_IT_FALLS = Reception()


@dataclass(frozen=True, slots=True)
class Narration:
    """``- Anne moves it => in (marble) = box``. ``doer``: whose name opens the sentence, if any."""

    prose: str
    effects: tuple[Effect, ...]
    needs: tuple[Formula, ...] = ()
    doer: int | None = None
    convincingly: bool = False


@dataclass(frozen=True, slots=True)
class Tell:
    """``A tells B: F``, ``A lies to B: F``; ``A mentions: F`` has nobody in ``to``."""

    teller: int
    to: tuple[int, ...]
    content: Content
    lie: bool = False
    reception: Reception = AS_IT_FALLS


@dataclass(frozen=True, slots=True)
class Ask:
    """``A asks B: F?``."""

    asker: int
    to: tuple[int, ...]
    content: Content


@dataclass(frozen=True, slots=True)
class Withhold:
    """``A withholds F from B``: nothing is learnt; the ledger keeps it."""

    who: int
    frm: tuple[int, ...]
    content: Content


@dataclass(frozen=True, slots=True)
class TryToTell:
    """``A tries to tell B: F (stopped by C)``: nothing is learnt; the ledger keeps it."""

    who: int
    to: tuple[int, ...]
    content: Content
    stopped_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class See:
    """``A, B see: F``: they perceive, together, what is already so."""

    who: tuple[int, ...]
    content: Content


@dataclass(frozen=True, slots=True)
class Hear:
    """``C hears: F``: told by nobody in particular."""

    who: tuple[int, ...]
    content: Content
    reception: Reception = AS_IT_FALLS


class Thought(Enum):
    """What a mind does by itself."""

    INFERS = "infers"
    SUSPECTS = "suspects"
    WONDERS = "wonders"
    COMES_TO_BELIEVE = "comes to believe"
    FORGETS = "forgets"
    DREAMS = "dreams"


@dataclass(frozen=True, slots=True)
class Think:
    """``A infers: F`` and its like; private to each of ``who``."""

    who: tuple[int, ...]
    how: Thought
    content: Content
    convincingly: bool = False


@dataclass(frozen=True, slots=True)
class ForgetSince:
    """``A forgets everything since SCENE`` (an index into ``Story.scenes``)."""

    who: tuple[int, ...]
    scene: int


@dataclass(frozen=True, slots=True)
class Learn:
    """``A learned: F (somehow)``: asserted, not derived (law 18)."""

    who: tuple[int, ...]
    content: Content


@dataclass(frozen=True, slots=True)
class Enter:
    """``A, B enter``. ``unnoticed``: nobody marks it but those who come."""

    who: tuple[int, ...]
    unnoticed: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """``A, B leave [for PLACE]``. ``to`` is a value of *at*."""

    who: tuple[int, ...]
    to: int
    unnoticed: bool = False


@dataclass(frozen=True, slots=True)
class Write:
    """``Maria writes the letter as Olivia: F``: ``signed`` is from whom it pretends to be."""

    who: int
    document: int
    content: Content
    signed: int


@dataclass(frozen=True, slots=True)
class Read:
    """``Malvolio reads the letter``: whatever stands in it by now (law 17)."""

    who: tuple[int, ...]
    document: int


@dataclass(frozen=True, slots=True)
class Die:
    """``Ada dies``: from now on she perceives nothing; ``dead (Ada)`` is a fact like any other."""

    who: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """``Hob joins the Lamps``; ``quits`` where ``leaving``. Who joins does not thereby learn."""

    who: tuple[int, ...]
    group: int
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class TakeFor:
    """``Antonio takes Cesario for Sebastian``: one is mistaken for another (law 20)."""

    who: tuple[int, ...]
    persona: int
    other: int


Act: TypeAlias = (
    Narration
    | Tell
    | Ask
    | Withhold
    | TryToTell
    | See
    | Hear
    | Think
    | ForgetSince
    | Learn
    | Enter
    | Leave
    | Write
    | Read
    | Die
    | Join
    | TakeFor
)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a scene that is something happening."""

    act: Act
    audience: Audience
    off_page: bool
    span: Span
    text: str
    """The line as the author wrote it, without dash, brackets and effects: for reasons."""


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A stretch of story time in minutes (see :mod:`whoknows.model.clock`)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of events with a place, a time, the people present and a point of view.

    ``times`` has one entry for each time the scene happens (more than one for *every year from …*).
    ``dated`` tells whether the story has a calendar here at all. ``place`` is a value of *at*.
    """

    title: str
    times: tuple[Time, ...]
    dated: bool
    place: int
    present: tuple[int, ...]
    hidden: tuple[int, ...]
    through: int | None
    off_page: bool
    events: tuple[Event, ...]
    span: Span
