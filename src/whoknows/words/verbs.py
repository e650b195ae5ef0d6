"""English verbs, as far as a ledger of stories needs them: base, past, and saying no.

    >>> negated("Iruka loves Kakashi", ["Iruka", "Kakashi"])
    'Iruka does not love Kakashi'
    >>> in_past("Kakashi takes Iruka home", ["Iruka", "Kakashi"])
    'Kakashi took Iruka home'
    >>> in_past("They meet again, and again, after dark", []) is None
    True

The wordings are the author's, in whatever English they like. So nothing here guesses: what is not
plainly one of the few shapes that can be turned around is given back as None, and the caller says
it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from whoknows.words.lists import words

_IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        line.split()
        for line in """
        be was been|become became become|begin began begun|bite bit bitten|bleed bled bled
        blow blew blown|break broke broken|bring brought brought|build built built
        burn burned burned|buy bought bought|catch caught caught|choose chose chosen
        come came come|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done
        draw drew drawn|dream dreamed dreamed|drink drank drunk|drive drove driven|eat ate eaten
        fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found
        flee fled fled|fly flew flown|forget forgot forgotten|forgive forgave forgiven
        freeze froze frozen|get got got|give gave given|go went gone|grow grew grown
        hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held
        hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led
        leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
        make made made|mean meant meant|meet met met|overhear overheard overheard|pay paid paid
        put put put|read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run
        say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set
        shake shook shaken|shine shone shone|shoot shot shot|show showed shown|shut shut shut
        sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid
        speak spoke spoken|spend spent spent|spill spilled spilled|stand stood stood
        steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn|swim swam swum
        take took taken|teach taught taught|tear tore torn|tell told told|think thought thought
        throw threw thrown|understand understood understood|wake woke woken|wear wore worn
        weep wept wept|win won won|withhold withheld withheld|write wrote written
        """.replace("\n", "|").split("|")
        if line.strip()
    )
}
_BASE_OF_PAST = {past: base for base, (past, _) in _IRREGULAR.items() if past != base}
_PARTICIPLES = {participle for _, participle in _IRREGULAR.values()}
_PUT_NOT_BEHIND = words(
    "is are was were am will would can could may might must shall should does do did"
)
_HAVE = {"has": "does not have", "have": "do not have", "had": "did not have"}
_ADVERBS = words("still already always also just now often again soon then only")
_SUBJECTS = words("it he she they there this that someone somebody everyone everybody")
_DETERMINERS = words("the a an his her their its my our your no one")
_ASKING = words("who whose what which why where when how")
_AUXILIARIES = words("is was are were has had have will can must")
_NEEDS_NOTHING = words(
    "lives lived dies died loves lies lied sleeps slept knows knew comes came goes went returns "
    "returned works worked waits waited sings sang drowns drowned survives survived burns burned"
)
_ADJECTIVES = words(
    "dead alive asleep awake ill sick sad happy angry afraid jealous guilty innocent alone absent "
    "present safe lost rich poor mad sane drunk sober pregnant married armed free hungry tired "
    "young old honest loyal blind deaf lame wise late ready gone home away in out well"
)
_PASTS = frozenset(past for past, participle in _IRREGULAR.values() if past == participle)
_TWO_VERBS = words(
    "and but who that which when while because where what if as so before after until or"
)
_LOUD = words(
    "The A An It There He She They This That These Those Somebody Someone Everybody Everyone "
    "His Her Their Its In As Only Nobody"
)
_NEITHER_VERB_NOR_PLURAL = words("is was has this his its us as less yes")


class _Split(NamedTuple):
    """A clause taken apart: its subject, adverbs, its verb, and the rest."""

    subject: str
    plural: bool
    adverbs: tuple[str, ...]
    verb: str
    rest: str


def mid_sentence(clause: str, names: Sequence[str]) -> str:
    """Return a clause to stand inside a sentence: ``The house is on fire`` begins small there."""
    clause = clause.strip().removesuffix(".")
    first = clause.split(" ", 1)[0]
    if first not in _LOUD or any(clause.startswith(name) for name in names):
        return clause
    return clause[:1].lower() + clause[1:]


def negated(clause: str, names: Sequence[str]) -> str | None:
    """Return the clause with *not* in it, or None where it cannot be told where that stands."""
    parts = _split(clause, names)
    if parts is None:
        return None
    verb = parts.verb
    ahead = " ".join((parts.subject, *parts.adverbs))
    if "never" in parts.adverbs:
        return None
    if verb == "can":
        return _joined(ahead, "cannot", parts.rest)
    if verb in _PUT_NOT_BEHIND or (verb in _HAVE and _is_participle(parts.rest)):
        return _joined(parts.subject, verb, "not", *parts.adverbs, parts.rest)
    if verb in _HAVE:
        return _joined(ahead, _HAVE[verb], parts.rest)
    if verb in _BASE_OF_PAST or _is_regular_past(verb):
        never = [each for each in parts.adverbs if each != "once"]
        return _joined(parts.subject, "never", *never, verb, parts.rest)
    if parts.plural:
        return None if parts.adverbs else _joined(ahead, "do not", verb, parts.rest)
    base = base_of_present(verb)
    return None if base is None else _joined(ahead, "does not", base, parts.rest)


def in_past(clause: str, names: Sequence[str]) -> str | None:
    """Return a clause in the present as one in the past, or None where it is not so simple."""
    parts = _split(clause, names)
    if (
        parts is None
        or parts.plural
        or _TWO_VERBS & set(re.findall(r"[a-z']+", parts.rest.lower()))
    ):
        return None
    if re.search(r"[;:,–—]", parts.rest):
        return None
    ahead = " ".join((parts.subject, *parts.adverbs))
    if parts.verb in {"is", "has"}:
        return _joined(ahead, {"is": "was", "has": "had"}[parts.verb], parts.rest)
    base = base_of_present(parts.verb)
    return None if base is None else _joined(ahead, past(base), parts.rest)


def is_clause(text: str, names: Sequence[str]) -> bool:
    """Tell whether a name is a sentence already: *the vase is broken*, *Ada burns the will*."""
    words = text.split()
    if words[0].lower() in _ASKING or len(words) < 2:
        return False
    parts = _split(text, names)
    if parts is None:
        return False
    verb = parts.verb
    return (
        verb in _PUT_NOT_BEHIND
        or verb in _HAVE
        or verb in _BASE_OF_PAST
        or _is_regular_past(verb)
        or base_of_present(verb) is not None
    )


def is_adjective(word: str) -> bool:
    """Tell whether a word says what somebody is: *dead*, *asleep*, *married*."""
    return word in _ADJECTIVES or _is_regular_past(word) or word in _PARTICIPLES - _PASTS


def is_past(clause: str, names: Sequence[str]) -> bool:
    """Tell whether a clause is plainly about the past."""
    parts = _split(clause, names)
    return parts is not None and (
        parts.verb in {"was", "were", "had", "did", *_BASE_OF_PAST} or _is_regular_past(parts.verb)
    )


def base_of_present(verb: str) -> str | None:
    """Return ``love`` of ``loves``; None where this is no third person."""
    if not verb.endswith("s") or verb.endswith("ss") or verb in _NEITHER_VERB_NOR_PLURAL:
        return None
    if verb.endswith("ies"):
        return verb[:-1] if len(verb) <= 4 else f"{verb[:-3]}y"
    if re.search(r"(ss|x|zz|ch|sh|o)es$", verb) and verb not in {"aches", "shoes"}:
        return verb[:-2]
    return verb[:-1]


def past(base: str) -> str:
    """Return ``loved`` of ``love``, ``took`` of ``take``."""
    if base in _IRREGULAR:
        return _IRREGULAR[base][0]
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxyh]", base) or base in {"admit", "regret", "refer"}:
        return f"{base}{base[-1]}ed"
    return f"{base}ed"


# --- taking a clause apart ---------------------------------------------------------------------


def _split(clause: str, names: Sequence[str]) -> _Split | None:
    """Take a clause apart, if it is plain where its verb stands."""
    words = clause.split()
    start, plural = _subject(words, names)
    if start is None:
        return None
    at = start
    while at < len(words) and _is_adverb(words[at]):
        at += 1
    if at == len(words):
        return None
    verb = re.sub(r"[^\w'’-]+$", "", words[at])
    tail = words[at][len(verb) :]
    rest = " ".join(words[at + 1 :])
    if tail:
        rest = f"{tail} {rest}" if rest else tail
    return _Split(" ".join(words[:start]), plural, tuple(words[start:at]), verb.lower(), rest)


def _subject(words: Sequence[str], names: Sequence[str]) -> tuple[int | None, bool]:
    """Return how many words the subject has, and whether it is several."""
    text = " ".join(words).casefold()
    longest = max(
        (name for name in names if text.startswith(f"{name.casefold()} ")), key=len, default=None
    )
    if longest is not None:
        count = len(longest.split())
        if len(words) > count + 1 and words[count] == "and":
            more, _ = _subject(words[count + 1 :], names)
            return (None, True) if more is None else (count + 1 + more, True)
        return count, False
    first = words[0].lower() if words else ""
    if first in _SUBJECTS:
        return 1, first == "they"
    return _before_auxiliary(words), False


def _before_auxiliary(words: Sequence[str]) -> int | None:
    """Return how many words stand before the first plain auxiliary: *the house* is on fire."""
    opens = words[0].lower() in _DETERMINERS if words else False
    for at, word in enumerate(words[:6]):
        if word.lower() in _TWO_VERBS:
            return None
        if opens and at > 1 and word.lower() in _NEEDS_NOTHING:
            return at
        if at and word.lower() in _AUXILIARIES:
            return at
    return None


def _is_adverb(word: str) -> bool:
    lowered = word.lower()
    return lowered in _ADVERBS | {"never", "once"} or (lowered.endswith("ly") and len(lowered) > 4)


def _is_participle(rest: str) -> bool:
    words = [word for word in rest.lower().split() if not _is_adverb(word)]
    first = re.sub(r"\W+$", "", words[0]) if words else ""
    return first in _PARTICIPLES or first.endswith("ed") or first == "been"


def _is_regular_past(verb: str) -> bool:
    return verb.endswith("ed") and len(verb) > 4 and verb not in {"need", "exceed", "proceed"}


def _joined(*parts: str) -> str:
    text = " ".join(part for part in parts if part)
    return re.sub(r" ([,.;:!?])", r"\1", text)
