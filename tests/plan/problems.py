"""Small problems of our own in Sabre's language, and where Sabre's own files lie, if they do."""

from pathlib import Path
from typing import TypedDict

from whoknows.base.source import Source
from whoknows.plan import Problem, read_problem

SABRE = Path(__file__).parents[3] / "shared" / "sabre"

# Ada can take a coin for herself; Ben can only be given one.
COIN = """
type place;
entity Ada : character;
entity Ben : character;
entity Hall : place;
entity Attic : place;
entity Coin : entity;
property at(who : character) : place;
property held(Coin) : character;
property hidden(Coin) : place;
at(Ada) = Hall;
at(Ben) = Hall;
hidden(Coin) = Attic;
believes(Ben, hidden(Coin)) = ?;
believes(Ada, believes(Ben, hidden(Coin))) = ?;
action walk(who : character, from : place, to : place) {
    precondition: from != to & at(who) == from;
    effect: at(who) = to;
    consenting: who;
    observing(c : character): at(c) == from | at(c) == to;
};
action take(who : character, where : place) {
    precondition: at(who) == where & hidden(Coin) == where;
    effect: hidden(Coin) = ? & held(Coin) = who;
    consenting: who;
    observing(c : character): at(c) == where;
};
action give(giver : character, taker : character, where : place) {
    precondition: giver != taker & at(giver) == where & at(taker) == where & held(Coin) == giver;
    effect: held(Coin) = taker;
    consenting: giver, taker;
    observing(c : character): at(c) == where;
};
action whisper(speaker : character, hearer : character, place : place) {
    precondition: speaker != hearer & at(speaker) == at(hearer) & hidden(Coin) == place;
    effect: believes(hearer, hidden(Coin)) = place;
    consenting: speaker;
    observing(c : character): c == speaker | c == hearer;
};
utility(): held(Coin) == Ben;
utility(Ada): if(held(Coin) == Ben) 2 elseif(held(Coin) == Ada) 1 else 0;
utility(Ben): held(Coin) == Ben;
"""


class Limits(TypedDict):
    """How far plans may go, as `solve` and `verify` take it."""

    author_limit: int
    character_limit: int
    epistemic_limit: int


def problem(text: str) -> Problem:
    """A problem that must be readable."""
    found, findings = read_problem(Source("problem.txt", text))
    assert found is not None, findings
    return found


def codes(text: str) -> list[str]:
    """The codes of everything found in a problem."""
    return [each.code for each in read_problem(Source("problem.txt", text))[1]]


def sabre_problem(name: str) -> Problem:
    """One of Sabre's own files."""
    return problem((SABRE / name).read_text("utf-8"))
