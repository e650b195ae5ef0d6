"""The words of the brackets that close a line, and which bracket nearly is one of them.

    >>> near_miss("onyl Ada", lexicon_with_ada)                                    # doctest: +SKIP
    'only X'

In narration a bracket may be prose, so what nearly is one of the list has to be told from what is
not: a mistyped audience must never become prose that everybody saw. The choice made: a closing
bracket that starts with words of the list is one of the list, whoever it names; one that is a slip
or two away, or is commonly written for one of them, is an error if it goes on as that one would;
all others are prose.
"""

import re
from typing import NamedTuple

from whoknows.text.lexicon import ANYTHING, PEOPLE, Lexicon
from whoknows.text.near import distance, nearest, slips
from whoknows.text.tokens import SIGNS, fold, scan


class Form(NamedTuple):
    """The words a bracket starts with, its kind in the tree, how it is shown, and what follows.

    ``names``: somebody · ``as``: somebody, *as*, a colon, facts · ``nothing``.
    """

    words: tuple[str, ...]
    kind: str
    shown: str
    following: str


FORMS = (
    Form(("only",), "only", "only X", "names"),
    Form(("also",), "also", "also X", "names"),
    Form(("unnoticed", ":"), "unnoticed", "unnoticed: X", "names"),
    Form(("unnoticed",), "unnoticed", "unnoticed", "nothing"),
    Form(("staged", "for"), "staged", "staged for X", "names"),
    Form(("missed", "by"), "missed", "missed by X", "names"),
    Form(("half", "heard", "by"), "half heard", "half heard by X", "names"),
    Form(("heard", "by"), "heard as", "heard by X as: F", "as"),
    Form(("off", "the", "page"), "off the page", "off the page", "nothing"),
    Form(("believed", "by"), "believed by", "believed by X", "names"),
    Form(("not", "believed", "by"), "not believed by", "not believed by X", "names"),
    Form(("not", "believed"), "not believed", "not believed", "nothing"),
    Form(("convincingly",), "convincingly", "convincingly", "nothing"),
    Form(("stopped", "by"), "stopped by", "stopped by X", "names"),
    Form(("somehow",), "somehow", "somehow", "nothing"),
)
"""The closed list (DESIGN §3, rule 7), longer forms before those they start with."""

_STARTS = frozenset(form.words[0] for form in FORMS)

# What people write for one of the list, though no slip of the keyboard leads there.
_SYNONYMS = {
    "off page": "off the page",
    "off screen": "off the page",
    "off stage": "off the page",
    "offscreen": "off the page",
    "offstage": "off the page",
    "disbelieved": "not believed",
    "unbelieved": "not believed",
    "overheard by": "half heard by X",
    "unseen": "unnoticed: X",
    "unobserved": "unnoticed: X",
    "hidden": "unnoticed: X",
    "just": "only X",
}  # fmt: skip
_FEW = 500  # in a larger cast, only a name without a slip is looked for
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def form_at(words: list[str], at: int) -> Form | None:
    """The form of the list that starts at a word."""
    if words[at] not in _STARTS:
        return None
    for form in FORMS:
        if tuple(words[at : at + len(form.words)]) == form.words:
            return form
    return None


def starts_audience(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether the bracket that opens at a word is one of the list, and not an argument.

    ``strain (only child)`` is an argument if *only child* is a name of the story.
    """
    if form_at(words, at + 1) is None:
        return False
    declared = lexicon.match(words, at + 1, ANYTHING).end
    return declared == at + 1 or words[declared] not in {")", ",", "and"}


def near_miss(inner: str, lexicon: Lexicon) -> str | None:
    """What the inside of a bracket nearly is, as it should be written, or None for prose."""
    found = list(_WORD.finditer(inner))
    if not found:
        return None
    words = [fold(each[0]) for each in found]

    def corrected(shown: str, count: int) -> str:
        names = inner[found[count].start() : found[-1].end()] if count < len(found) else ""
        return shown.replace("X", names) if names else shown

    for form in FORMS:
        target = "".join(word for word in form.words if word != ":")
        counts = range(1, len(form.words) + 2)
        slipped = {count: distance_of("".join(words[:count]), target) for count in counts}
        for count in sorted(counts, key=lambda count: slipped[count]):
            if slipped[count] > slips(target):
                break
            if _goes_on(words[count:], form.following, lexicon):
                return corrected(form.shown, count)
    for count in (1, 2):
        shown = _SYNONYMS.get(" ".join(words[:count]))
        if shown and _goes_on(words[count:], "names" if "X" in shown else "nothing", lexicon):
            return corrected(shown, count)
    if words[-1] == "only" and _all_people(words[:-1], lexicon):
        return f"only {inner[: found[-1].start()].strip()}"
    before, colon, after = inner.partition(":")
    if colon and len(before.split()) <= 2 and _all_people(_WORD.findall(fold(after)), lexicon):
        return f"only {after.strip()}"
    return None


def distance_of(written: str, target: str) -> int:
    """As `distance`, without comparing what is far too long."""
    if abs(len(written) - len(target)) > 2:
        return 3
    return distance(written, target)


def _goes_on(rest: list[str], following: str, lexicon: Lexicon) -> bool:
    """Whether what follows the words of a form is what should follow them, mistyped or not."""
    if following == "nothing":
        return not rest
    people = lexicon.people if len(lexicon.people) <= _FEW else ()
    words = [*rest[:8], "", ""]
    for at in range(len(words) - 2):
        if lexicon.match(words, at, PEOPLE).roles or nearest(words[at], people):
            return True
    return nearest(" ".join(rest[:8]), people) is not None


def _all_people(words: list[str], lexicon: Lexicon) -> bool:
    """Whether these words are nothing but names of characters."""
    words = [word for word in words if word != "and"]
    at = 0
    ended = [*words, "", ""]
    while at < len(words):
        found = lexicon.match(ended, at, PEOPLE)
        if not found.roles:
            return False
        at = found.end
    return bool(words)


def reads_as_audience(inner: str) -> bool:
    """Whether the inside of a bracket starts with words of the list."""
    words = scan(inner).words
    return words[0] not in SIGNS and form_at(words, 0) is not None
