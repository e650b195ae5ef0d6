"""The verbs of the language: what a mind can be to a fact, and what somebody can do in a scene.

Verbs stand in tables by their first word, so that reading one is a look-up; the longest form
comes first (*knows whether* before *knows*).
"""

from typing import NamedTuple

from whoknows.text.tokens import SIGNS


class MindVerb(NamedTuple):
    """One form of a mind verb, *was told* or *has said*; ``verb`` is how the tree says it."""

    words: tuple[str, ...]
    verb: str
    negated: bool
    plural: bool


class Deed(NamedTuple):
    """One form of a verb of a statement, and the ``shape`` of what follows it.

    ``to``: somebody, a colon, facts · ``facts``: a colon, facts · ``from``: facts, *from*
    somebody · ``bare``: nothing · ``for``: perhaps *for* a place · ``forgets``: facts, or
    *everything since* · ``writes``: a document, perhaps *as* somebody, a colon, facts ·
    ``thing``: a name · ``shows``: somebody and a document, or a colon and facts · ``takes``:
    somebody *for* somebody.
    """

    words: tuple[str, ...]
    verb: str
    shape: str
    plural: str


TOLD = "was told"
SAID = "has said"

_MINDS = (
    ("knows", "know"),
    ("knows whether", "know whether"),
    ("believes", "believe"),
    ("suspects", "suspect"),
    ("considers", "consider"),
    ("wonders", "wonder"),
)
_AUXILIARIES = (
    # the word, its negations, whether it is the plural
    ("is", ("is not", "isn't"), False),
    ("are", ("are not", "aren't"), True),
    ("was", ("was not", "wasn't"), False),
    ("were", ("were not", "weren't"), True),
    ("has", ("has not", "hasn't"), False),
    ("have", ("have not", "haven't"), True),
)
_AFTER_AUXILIARY = (
    (("is", "are"), "unaware of", "is unaware of"),
    (("was", "were"), "told", TOLD),
    (("has", "have"), "said", SAID),
)


def _mind_forms() -> list[MindVerb]:
    forms = []

    def add(text: str, verb: str, negated: bool, plural: bool) -> None:
        forms.append(MindVerb(tuple(text.split()), verb, negated, plural))

    for singular, base in _MINDS:
        add(singular, singular, negated=False, plural=False)
        add(base, singular, negated=False, plural=True)
    for verb, base in (*_MINDS, ("has only a hunch of", "have only a hunch of")):
        for word in ("does not", "doesn't"):
            add(f"{word} {base}", verb, negated=True, plural=False)
        for word in ("do not", "don't"):
            add(f"{word} {base}", verb, negated=True, plural=True)
    add("has only a hunch of", "has only a hunch of", negated=False, plural=False)
    add("have only a hunch of", "has only a hunch of", negated=False, plural=True)
    for auxiliaries, rest, verb in _AFTER_AUXILIARY:
        for word, negations, plural in _AUXILIARIES:
            if word in auxiliaries:
                add(f"{word} {rest}", verb, negated=False, plural=plural)
                for negation in negations:
                    add(f"{negation} {rest}", verb, negated=True, plural=plural)
    return forms


_DEEDS = (
    Deed(("tells",), "tells", "to", "tell"),
    Deed(("lies", "to"), "lies", "to", "lie to"),
    Deed(("asks",), "asks", "to", "ask"),
    Deed(("tries", "to", "tell"), "tries to tell", "to", "try to tell"),
    Deed(("mentions",), "mentions", "facts", "mention"),
    Deed(("withholds",), "withholds", "from", "withhold"),
    Deed(("sees",), "sees", "facts", "see"),
    Deed(("hears",), "hears", "facts", "hear"),
    Deed(("infers",), "infers", "facts", "infer"),
    Deed(("suspects",), "suspects", "facts", "suspect"),
    Deed(("wonders",), "wonders", "facts", "wonder"),
    Deed(("comes", "to", "believe"), "comes to believe", "facts", "come to believe"),
    Deed(("forgets",), "forgets", "forgets", "forget"),
    Deed(("dreams",), "dreams", "facts", "dream"),
    Deed(("learned",), "learned", "facts", "learned"),
    Deed(("enters",), "enters", "bare", "enter"),
    Deed(("leaves",), "leaves", "for", "leave"),
    Deed(("writes",), "writes", "writes", "write"),
    Deed(("reads",), "reads", "thing", "read"),
    Deed(("shows",), "shows", "shows", "show"),
    Deed(("convinces",), "convinces", "to", "convince"),
    Deed(("joins",), "joins", "thing", "join"),
    Deed(("quits",), "quits", "thing", "quit"),
    Deed(("takes",), "takes", "takes", "take"),
    Deed(("dies",), "dies", "bare", "die"),
)


_BRITISH = Deed(("learnt",), "learned", "facts", "learnt")


def _deed_forms() -> list[Deed]:
    plurals = [deed._replace(words=tuple(deed.plural.split())) for deed in _DEEDS]
    return [*_DEEDS, *plurals, _BRITISH]


def _by_first_word(forms: list[MindVerb]) -> dict[str, tuple[MindVerb, ...]]:
    table: dict[str, tuple[MindVerb, ...]] = {}
    for form in sorted(forms, key=lambda each: -len(each.words)):
        table[form.words[0]] = (*table.get(form.words[0], ()), form)
    return table


MIND_VERBS = _by_first_word(_mind_forms())
DEEDS = {deed.words[0]: deed for deed in _deed_forms()}

MIND_STARTS = frozenset(MIND_VERBS)
DEED_STARTS = frozenset(DEEDS)
ALL_STARTS = MIND_STARTS | DEED_STARTS

SPOKEN_MINDS = tuple(
    sorted({" ".join(form.words) for forms in MIND_VERBS.values() for form in forms})
)
"""Every form of the mind verbs, for *did you mean*."""
LISTED_DEEDS = tuple(" ".join(deed.words) for deed in _DEEDS)
"""The verbs of statements as they are shown in a hint."""
SPOKEN_DEEDS = (*LISTED_DEEDS, *(deed.plural for deed in _DEEDS))
"""Every form of the verbs of statements, for *did you mean*: of two as near, the singular."""


def mind_verb(words: list[str], at: int) -> MindVerb | None:
    """The mind verb that starts at a word."""
    for form in MIND_VERBS.get(words[at], ()):
        if len(form.words) == 1 or tuple(words[at : at + len(form.words)]) == form.words:
            return form
    return None


def deed(words: list[str], at: int) -> Deed | None:
    """The verb of a statement that starts at a word."""
    found = DEEDS.get(words[at])
    if found is None or len(found.words) == 1:
        return found
    if tuple(words[at : at + len(found.words)]) == found.words:
        return found
    return None


def is_word(word: str) -> bool:
    """Whether this is a word, not a sign, a quoted name or the end of the line."""
    return word not in SIGNS and word[0] != '"'
