"""Answers to *what*: what a mind knows, believes, gets wrong; and what is withheld from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from whoknows.ask.answers import Answer, Because
from whoknows.ask.scope import Scope, distinct, said
from whoknows.engine.cells import Mark
from whoknows.ledger.ledger import Chain
from whoknows.ledger.unsaid import Omission, Unsaid, unsaid
from whoknows.model.event import TryToTell, Withhold
from whoknows.model.formula import Attitude, Is, Verb
from whoknows.model.story import READER
from whoknows.model.values import Values, is_single
from whoknows.words.lists import listed, listed_clauses, number_word, often, sentence
from whoknows.words.verbs import mid_sentence

MOST_PAGES = 4
"""With more reasons than these the page's are told by scene."""
MOST_SAID = 12
"""So many matters go into one sentence; the verdict has them all."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A fluent and what is held of it."""

    fluent: int
    values: Values


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of matters: which they are, and the verb for them, of one person and bare."""

    find: Callable[[Scope, Chain, int], Values | None]
    one: str
    bare: str
    none: tuple[str, str]
    link: str = "that"


def what(scope: Scope, query: str, chain: Chain, verb: str) -> Answer:
    """Return what the last of a chain knows, believes, gets wrong, and so on."""
    kind = KINDS[verb]
    matters = tuple(_matters(scope, chain, kind))
    typed = tuple(_typed(scope, kind, each) for each in matters)
    if not matters:
        return Answer(query, (), sentence(scope.speaker.minds.takes(chain, *kind.none)), ())
    told = _told(scope, kind, chain[-1], matters)
    text = scope.speaker.minds.takes(chain, f"{kind.one} {told}", f"{kind.bare} {told}")
    if verb == "take for granted":
        return Answer(query, typed, sentence(text), ())
    because: list[Because] = []
    for each in matters:
        because.extend(_reasons(scope, chain, each, wrong=verb == "get wrong"))
    if chain == (READER,) and len(because) > MOST_PAGES:
        because = _pages(scope, because)
    return Answer(query, typed, sentence(text), distinct(because))


def _told(scope: Scope, kind: Kind, who: int, matters: Sequence[Matter]) -> str:
    """Return matters as one phrase; what is so of the same person is said of them together."""
    said = matters[:MOST_SAID]
    rest = len(matters) - len(said)
    if kind.link == "whether":
        clauses = [scope.speaker.facts.which(each.fluent) for each in said]
    else:
        facts = [scope.speaker.fact(each.fluent, each.values) for each in said]
        clauses = [f"that {clause}" for clause in _by_person(scope, who, facts)]
    if rest:
        clauses.append(f"{number_word(rest)} things more")
    return listed_clauses(clauses)


def _by_person(scope: Scope, who: int, facts: Sequence[str]) -> list[str]:
    """Return clauses, those about one person put together: *Iruka loves Kakashi and is tired*."""
    together: dict[str, list[str]] = {}
    for fact in facts:
        name = next((each for each in scope.people_named if fact.startswith(f"{each} ")), "")
        rest = fact.removeprefix(f"{name} ")
        if not name or rest.startswith("and ") or re.search(r"[,;:]", rest):
            together[fact] = []
        else:
            together.setdefault(name, []).append(rest)
    return [
        scope.speaker.minds.of_oneself(who, f"{whole} {_several(rest)}") if rest else whole
        for whole, rest in together.items()
    ]


def _several(predicates: Sequence[str]) -> str:
    """Return what is so of one person as one predicate."""
    if len(predicates) == 2 and not any(" and " in each for each in predicates):
        return " and ".join(predicates)
    *ahead, last = predicates
    return f"{', '.join(ahead)}, and {last}" if ahead else last


def _pages(scope: Scope, because: Sequence[Because]) -> list[Because]:
    """Return the scenes in which the page tells a thing, where there are many, in one reason."""
    told = [each for each in because if each.step is not None and each.text.startswith("The page")]
    scenes = {each.step.scene: each.step for each in told if each.step is not None}
    titles = listed([f"*{scope.story.scenes[scene].title}*" for scene in sorted(scenes)])
    rest = [each for each in because if each not in told]
    return [said(f"the page tells it in {titles}", told[0].step), *rest] if told else rest


def _matters(scope: Scope, chain: Chain, kind: Kind) -> Iterator[Matter]:
    """Yield the matters of a kind; never where somebody is, which changes all the time."""
    for fluent in range(scope.story.characters, len(scope.story.fluents)):
        values = kind.find(scope, chain, fluent)
        if values is not None:
            yield Matter(fluent, values)


def _typed(scope: Scope, kind: Kind, matter: Matter) -> str:
    if kind.link == "whether":
        return scope.speaker.facts.label(matter.fluent)
    return scope.speaker.facts.typed(matter.fluent, matter.values)


def _reasons(scope: Scope, chain: Chain, matter: Matter, *, wrong: bool) -> tuple[Because, ...]:
    reasons = scope.reasons(chain, matter.fluent)
    if not wrong:
        return reasons[:1]
    return (*reasons[:1], _really(scope, chain[:-1], matter.fluent))


def _really(scope: Scope, chain: Chain, fluent: int) -> Because:
    """Return what is so in truth (or as the outer minds hold it), and what made it so."""
    truth = f"{'yet' if chain else 'in truth'} {scope.held(chain, fluent)}"
    made = [each for each in scope.reasons(chain, fluent) if each.step is not None]
    if not made:
        return said(truth)
    how = mid_sentence(made[0].text, scope.speaker.facts.names)
    if how.startswith("in *"):
        return said(f"{truth}, since {how.removeprefix('in ')}", made[0].step)
    return said(f"{truth}: {how}", made[0].step)


# --- the kinds ---------------------------------------------------------------------------------


def _known(scope: Scope, chain: Chain, fluent: int) -> Values | None:
    values = _believed(scope, chain, fluent)
    if values is None:
        return None
    knows = Attitude(chain[-1], Verb.KNOWS, Is(fluent, values))
    return values if scope.value(knows, chain[:-1]) is True else None


def _believed(scope: Scope, chain: Chain, fluent: int) -> Values | None:
    cell = scope.cell(chain, fluent)
    if cell.mark is not Mark.OWN or cell.believed == cell.full:
        return None
    return cell.believed


def _suspected(scope: Scope, chain: Chain, fluent: int) -> Values | None:
    cell = scope.cell(chain, fluent)
    if cell.mark is not Mark.OWN or not cell.aware or cell.possible == cell.believed:
        return None
    return cell.possible


def _wondered(scope: Scope, chain: Chain, fluent: int) -> Values | None:
    cell = scope.cell(chain, fluent)
    wondering = cell.mark is Mark.OWN and cell.aware and not is_single(cell.possible)
    return cell.possible if wondering else None


def _wrong(scope: Scope, chain: Chain, fluent: int) -> Values | None:
    """Return what is believed and is not so: in error, or gone stale."""
    believed = _believed(scope, chain, fluent)
    outside = scope.cell(chain[:-1], fluent)
    if believed is None or outside.mark is not Mark.OWN:
        return None
    return None if believed & outside.possible else believed  # type: ignore[operator]  # one domain


def _granted(scope: Scope, chain: Chain, fluent: int) -> Values | None:
    cell = scope.cell(chain, fluent)
    return None if cell.aware or cell.possible == cell.full else cell.possible


KINDS = {
    "know": Kind(_known, "knows", "know", ("knows nothing yet", "know nothing yet")),
    "believe": Kind(_believed, "believes", "think", ("believes nothing yet", "think nothing yet")),
    "suspect": Kind(
        _suspected,
        "only suspects",
        "suspect",
        ("has no mere suspicions", "have no mere suspicions"),
    ),
    "wonder": Kind(
        _wondered, "wonders", "wonder", ("wonders about nothing", "wonder about nothing"), "whether"
    ),
    "get wrong": Kind(
        _wrong, "wrongly believes", "think, wrongly,", ("gets nothing wrong", "get nothing wrong")
    ),
    "take for granted": Kind(
        _granted,
        "takes it for granted",
        "take it for granted",
        ("takes nothing for granted", "take nothing for granted"),
    ),
}
KINDS["consider"] = KINDS["wonder"]


# --- what is not said --------------------------------------------------------------------------


def withheld(scope: Scope, query: str, frm: Sequence[int], by: Sequence[int]) -> Answer:
    """Return what has gone unsaid and is still not known to those it was kept from."""
    found: dict[tuple[int, int, int], list[Unsaid]] = {}
    for each in unsaid(scope.ledger, scope.moment):
        if each.frm in frm and (not by or each.who in by) and not _known_by_now(scope, each):
            found.setdefault((each.fluent, each.who, each.frm), []).append(each)
    whom = scope.speaker.names(tuple(frm))
    if not found:
        return Answer(query, (), sentence(f"nothing is withheld from {whom}"), ())
    fluents = tuple(dict.fromkeys(fluent for fluent, _, _ in found))
    truths = {fluent: scope.cell((), fluent).possible for fluent in fluents}
    typed = tuple(scope.speaker.facts.typed(fluent, truths[fluent]) for fluent in fluents)
    told = _told(scope, KINDS["know"], READER, [Matter(each, truths[each]) for each in fluents])
    people = tuple(dict.fromkeys(who for _, who, _ in found))
    withhold = "withhold" if len(people) > 1 else "withholds"
    text = f"{scope.speaker.names(people)} {withhold} from {whom} {told}"
    because = tuple(_unsaid(scope, kept, alone=len(fluents) == 1) for kept in found.values())
    return Answer(query, typed, sentence(text), because)


def _known_by_now(scope: Scope, kept: Unsaid) -> bool:
    truth = scope.cell((), kept.fluent).possible
    return scope.value(Attitude(kept.frm, Verb.KNOWS, Is(kept.fluent, truth))) is True


def _unsaid(scope: Scope, kept: Sequence[Unsaid], *, alone: bool) -> Because:
    """Return how one thing went unsaid between two people: in so many words, if it ever did.

    ``alone``: nothing else did, so it need not be named again.
    """
    spoken = [each for each in kept if each.how is not Omission.NEVER_MENTIONED]
    first = (spoken or kept)[0]
    speaker = scope.speaker
    matter = "it" if alone else f"“{speaker.facts.label(first.fluent)}”"
    if not alone and any(each.fluent == first.fluent for each in scope.story.personas):
        matter = speaker.facts.which(first.fluent)
    if spoken and (broken_off := _broken_off(scope, first, matter)):
        text = broken_off
    elif spoken:
        text = speaker.reasons.happened(first.step)
    else:
        who, frm = speaker.name(first.who), speaker.name(first.frm)
        where = speaker.events.bracket(first.step)
        text = f"{who} was with {frm} and never mentioned {matter} {where}"
    same = len(spoken or kept)
    return said(text if same < 2 else f"{text}, and {often(same - 1)} more since", first.step)


def _broken_off(scope: Scope, kept: Unsaid, matter: str) -> str:
    """Return that somebody kept it to themselves, or was stopped, without saying again what."""
    act = None if kept.step.event is None else kept.step.event.act
    who, where = scope.speaker.name(kept.who), scope.speaker.events.bracket(kept.step)
    frm = scope.speaker.name(kept.frm)
    match act:
        case Withhold():
            return f"{who} kept {matter} to {scope.speaker.minds.himself(kept.who)} {where}"
        case TryToTell(stopped_by=by):
            stopped = f"was stopped by {scope.speaker.names(by)}" if by else "tried in vain"
            return f"{who} tried to tell {frm} {matter} and {stopped} {where}"
        case _:
            return ""
