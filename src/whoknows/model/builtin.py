"""Facts no author has to declare: where somebody is, who a disguise is, who is dead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.names import CHARACTER, PLACE, key
from whoknows.model.story import ELSEWHERE, Fact, Parameter
from whoknows.model.tables import Tables, add_fact
from whoknows.model.values import NO, YES_NO, Domain
from whoknows.text import syntax
from whoknows.text.lexicon import who_is

DEAD = "dead"


def add_at(tables: Tables) -> None:
    """Declare what every story has: where somebody is."""
    places = [tables.things[place].name for place in tables.members(PLACE)]
    span = tables.things[0].span if tables.things else Span("", 0, 0)
    at = Fact(
        name="at",
        parameters=(Parameter("who", CHARACTER),),
        domain=Domain(("elsewhere", "somewhere", *places), PLACE),
        wording="{who} is at {value}",
        otherwise=None,
        lasting=False,
        initial=1 << ELSEWHERE,
        span=Span(span.path, 0, 0),
    )
    add_fact(tables, at)


def add_who_is(tables: Tables, persona: int, characters: int) -> int | None:
    """Declare *Cesario is …* and return its fluent; its values are all characters, by number."""
    thing = tables.things[persona]
    fact = Fact(
        name=thing.name,
        parameters=(),
        domain=Domain(tuple(each.name for each in tables.things[:characters]), CHARACTER),
        wording=f"{thing.name} is {{value}}",
        otherwise=None,
        lasting=True,
        initial=1 << persona,
        span=thing.span,
    )
    add_fact(tables, fact)
    number = tables.fact_named.get(key(thing.name))
    if number is None:
        return None
    tables.fact_named.setdefault(key(who_is(thing.name)), number)
    return tables.bases[number]


def dead_in(tables: Tables, document: syntax.Document) -> int | None:
    """Return the fact *dead (who)* of a story in which somebody dies; declare it if nobody has."""
    deaths = [
        line
        for scene in document.scenes
        for line in scene.lines
        if isinstance(line, syntax.StatementLine) and line.verb == "dies"
    ]
    own = tables.fact_named.get(DEAD)
    if own is not None:
        fact = tables.facts[own]
        fits = fact.domain.is_yes_no and [each.kind for each in fact.parameters] == [CHARACTER]
        if deaths and not fits:
            tables.findings.add(errors.dead_taken(fact.name, fact.span, deaths[0].span))
        return own if fits else None
    if DEAD in tables.poisoned or not (deaths or _speaks_of_death(document)):
        return None
    if not tables.members(CHARACTER):
        return None
    span = tables.things[0].span
    fact = Fact(
        name=DEAD,
        parameters=(Parameter("who", CHARACTER),),
        domain=YES_NO,
        wording="{who} is dead",
        otherwise="{who} is alive",
        lasting=True,
        initial=NO,
        span=Span(span.path, 0, 0),
    )
    add_fact(tables, fact)
    return tables.fact_named.get(DEAD)


def _speaks_of_death(document: syntax.Document) -> bool:
    """Tell whether *dead (somebody)* stands anywhere in a formula."""
    left = list(_formulas(document))
    while left:
        node = left.pop()
        match node:
            case syntax.Atom():
                values = (node.value,) if isinstance(node.value, syntax.FactRef) else ()
                for reference in (node.fact, *values):
                    if reference.arguments and key(reference.name.text) == DEAD:
                        return True
            case syntax.Negation():
                left.append(node.part)
            case syntax.Junction():
                left.extend(node.parts)
            case syntax.Mind() | syntax.Told() | syntax.Said() | syntax.CommonKnowledge():
                left.append(node.content)
            case syntax.Bad():
                pass
    return False


def _formulas(document: syntax.Document) -> Iterator[syntax.Formula]:
    for fact in document.facts:
        yield from (start.formula for start in fact.starts if start.formula is not None)
        yield from (seen.condition for seen in fact.seen_by)
    for secret in document.secrets:
        yield syntax.Atom(secret.fact, None, None, secret.span)
    for rule in document.rules:
        yield rule.premise
        yield from rule.conclusions
    for entry in document.at_first:
        yield entry.formula
    for scene in document.scenes:
        yield from _of_lines(scene.lines)
    yield from _of_lines(document.loose)


def _of_lines(lines: Iterable[syntax.Line]) -> Iterator[syntax.Formula]:
    for line in lines:
        match line:
            case syntax.StatementLine():
                yield from line.contents
                for bracket in line.brackets:
                    yield from bracket.contents
            case syntax.NarrationLine():
                yield from (effect.formula for effect in line.effects)
                yield from line.needs
            case syntax.ExpectLine():
                yield line.formula
            case syntax.FairLine():
                yield syntax.Atom(line.fact, None, None, line.span)
            case syntax.PersonaEntry() | syntax.IntendedLine():
                pass
