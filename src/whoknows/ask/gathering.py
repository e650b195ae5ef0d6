"""Reasons put together: what is said of several people is said once, and so is what happened.

Ada was there when it rang; Bruno was there when it rang   Ada and Bruno were there when it rang
Ada took it; the page tells it: Ada took it                Ada took it; the page tells it too
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from whoknows.ask.answers import Because
from whoknows.ask.scope import Scope
from whoknows.engine.steps import Step
from whoknows.words.lists import capitalised, listed, sentence

_PAGE = ("The page tells it: ", "The page has ")
_OF_SEVERAL = {"was": "were", "has": "have", "is": "are", "would": "would"}
_OF_ONE = re.compile(
    r"\b(he|she|him|her|his|himself|herself|they|them|their|themselves|alone)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"“.*?”|\*.*?\*|\([^()]*\)")
_LINKS = re.compile(r"; (?![^“]*”)")
_SAID_AFTER = re.compile(r": (“[^”]*”)")
_SEEN = re.compile(r"As .+? sees? it, |As .+? takes .+? to see it, ")


def gathered(scope: Scope, reasons: Sequence[Because]) -> tuple[Because, ...]:
    """Return reasons with what several people share said once."""
    several = _of_several(scope, _without_tails(_of_several(scope, reasons)))
    return tuple(_quoted_once(_of_the_page(several)))


def _without_tails(reasons: Sequence[Because]) -> list[Because]:
    """Return reasons; what one rests on is left out where another has told it before."""
    told: dict[str, int] = {}
    found = []
    for at, each in enumerate(reasons):
        first, *rest = _LINKS.split(each.text.removesuffix("."))
        new = [link for link in rest if told.setdefault(link, at) == at]
        text = "; ".join((first, *new))
        found.append(each if new == rest else replace(each, text=sentence(text)))
        told.setdefault(first, at)
    return found


def _of_several(scope: Scope, reasons: Sequence[Because]) -> list[Because]:
    """Put together what differs in nothing but of whom it is said."""
    found: dict[tuple[str, str, Step | None], list[str]] = {}
    whole: dict[tuple[str, str, Step | None], Because] = {}
    for each in reasons:
        ahead, name, rest = _taken_apart(scope, each.text)
        where = (ahead, rest if name else each.text, each.step)
        whole.setdefault(where, each)
        found.setdefault(where, []).append(name)
    return [
        each
        if len(found[where]) < 2 or not where[1]
        else replace(each, text=_joined(where[0], found[where], where[1]))
        for where, each in whole.items()
    ]


def _joined(ahead: str, names: Sequence[str], rest: str) -> str:
    verb, _, more = rest.partition(" ")
    if verb == "so":
        return f"{ahead}{listed(names)} {rest}"
    text = f"{ahead}{listed(names)} {_OF_SEVERAL.get(verb, verb)} {more}"
    return capitalised(text)


def _taken_apart(scope: Scope, text: str) -> tuple[str, str, str]:
    """Return *as Ada sees it*, the one name a reason opens with, and the rest; or no name."""
    seen = _SEEN.match(text)
    ahead = seen[0] if seen else ""
    rest = text[len(ahead) :]
    for name in scope.people_named:
        said = rest.removeprefix(f"{capitalised(name)} " if not ahead else f"{name} ")
        plain = said.split(" ", 1)[0]
        if said != rest and plain.islower() and plain != "and" and not _of_one(scope, said):
            return ahead, name, said
        told, so, more = text.partition(f" told {name} so")
        if so:
            return f"{told} told ", name, f"so{more}"
    return "", "", ""


def _of_one(scope: Scope, said: str) -> bool:
    """Tell whether a predicate can be said of one person only: it calls them *him* or *her*."""
    plain = _QUOTED.sub("", said)
    for thing in scope.story.things:
        plain = plain.replace(thing.name, "")
    return _OF_ONE.search(plain) is not None


def _of_the_page(reasons: Sequence[Because]) -> Iterable[Because]:
    """Yield reasons, the page's last; of what has been told already it only says that it does."""
    told = {each.step for each in reasons if not each.text.startswith(_PAGE)}
    for each in reasons:
        if each.step is not None and each.text.startswith(_PAGE) and each.step in told:
            yield replace(each, text="The page tells it too.")
        else:
            yield each


def _quoted_once(reasons: Iterable[Because]) -> Iterable[Because]:
    """Yield reasons; what stands in quotation marks behind a scene's title stands there once."""
    told: set[tuple[Step | None, str]] = set()
    for each in reasons:
        quoted = _SAID_AFTER.search(each.text)
        if quoted and (each.step, quoted[1]) in told:
            yield replace(each, text=each.text.replace(quoted[0], "", 1))
        else:
            yield each
        if quoted:
            told.add((each.step, quoted[1]))


def unmasked(scope: Scope, reasons: Sequence[Because]) -> tuple[Because, ...]:
    """Return reasons that say once of everybody in disguise who that was.

    Whoever asks is told how things truly are; what somebody else makes of it stays as they see it.
    """
    found = list(reasons)
    for each in scope.story.personas:
        name, wearer = scope.speaker.name(each.persona), scope.speaker.name(each.wearer)
        who = f"{name}, who was {wearer} in disguise,"
        acts = re.compile(
            rf"(^|; |\bheard |\bwhen |\bin \*[^*]+\*, ){re.escape(capitalised(name))} (?=[a-z])"
        )
        for at, because in enumerate(found):
            if because.text.startswith("As ") or f"{name} is {wearer}" in because.text:
                continue
            text = acts.sub(rf"\g<1>{who} ", because.text, count=1)
            if text != because.text:
                found[at] = replace(because, text=capitalised(text))
                break
    return tuple(found)
