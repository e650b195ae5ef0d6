"""Who acts under a name that is not theirs: ``Cesario is Viola in disguise`` (law 20).

Disguises stand behind all people in the cast, whatever the order of the file. One may be declared
again where it is worn, as long as the same person wears it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whoknows.model import errors
from whoknows.model.names import CHARACTER, key
from whoknows.model.tables import Tables, add_thing, pronoun
from whoknows.text import syntax


def add_personas(
    tables: Tables, entries: Sequence[syntax.PersonaEntry]
) -> Mapping[int, syntax.PersonaEntry]:
    """Declare disguises, all people being there; return where each is said."""
    declared = {key(entry.persona.text): entry for entry in reversed(entries)}
    found: dict[int, syntax.PersonaEntry] = {}
    people = len(tables.things)
    circling: set[str] = set()
    for entry in entries:
        name, wearer = key(entry.persona.text), key(entry.wearer.text)
        first = declared[name]
        if first is not entry and key(first.wearer.text) == wearer:
            continue  # It may be said again, in the scene where it is worn.
        number = tables.thing_named.get(wearer)
        if number is not None and number < people and name != wearer:
            there = tables.thing_named.get(name)
            if there is not None and there < people:
                known = tables.things[there].span
                tables.findings.add(errors.persona_in_cast(entry.persona.text, entry.span, known))
                continue
            said = tables.things[number].pronoun
            if entry.pronoun is not None:
                said = pronoun(tables, entry.pronoun)
            before = len(tables.things)
            add_thing(tables, entry.persona, CHARACTER, said, entry.about)
            if len(tables.things) > before:
                found[before] = entry
                tables.worn_by[before] = number
            continue
        if name not in tables.thing_named:
            tables.poisoned.add(name)
        if name not in circling:
            _wrong_wearer(tables, entry, declared, circling)
    return found


def _wrong_wearer(
    tables: Tables,
    entry: syntax.PersonaEntry,
    declared: Mapping[str, syntax.PersonaEntry],
    circling: set[str],
) -> None:
    """Complain of a disguise that nobody of the cast wears; ``circling`` are those in a circle."""
    name, wearer = key(entry.persona.text), key(entry.wearer.text)
    if name == wearer:
        tables.findings.add(errors.persona_of_itself(entry.persona.text, entry.span))
        return
    there = tables.thing_named.get(name)
    if there is not None and there not in tables.worn_by:
        known = tables.things[there].span
        tables.findings.add(errors.persona_in_cast(entry.persona.text, entry.span, known))
        return
    if wearer not in declared:
        tables.findings.unknown(
            wearer,
            entry.wearer.span,
            lambda: ((key(each.name), each.name) for each in tables.things),
            lambda near: errors.unknown_character(entry.wearer.text, entry.wearer.span, near),
        )
        return
    chain = [name]
    while chain[-1] in declared:
        following = key(declared[chain[-1]].wearer.text)
        if following == name:
            circling.update(chain)
            names = [declared[each].persona.text for each in chain]
            tables.findings.add(errors.persona_cycle(names, entry.span))
            return
        if following in chain:
            break
        chain.append(following)
    said = entry.persona.text, entry.wearer.text
    tables.findings.add(errors.persona_of_persona(*said, entry.span, declared[wearer].span))
