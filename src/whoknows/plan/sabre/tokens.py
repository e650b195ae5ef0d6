"""Sabre's problem text as tokens, with brackets already paired.

Tokens stand in three parallel lists (text, start, end) because the parser works on spans of them
and looks at the texts only; a list of objects was four times slower to make and to walk.
"""

import re
from collections.abc import Callable

from whoknows.base.source import Source, Span
from whoknows.plan.sabre import errors
from whoknows.plan.sabre.findings import Findings

# A name is a run of anything that is no space and no symbol and starts with a letter. A minus
# sign directly before a digit belongs to the number, as in Sabre.
_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<open>/\*.*)
    |(?P<token>-?\d+(?:\.\d+)?|[^\W\d_][^\s(){}\[\],;:*/+\-&|!=<>?]*|[!=<>]=|[(){}\[\],;:*/+\-&|!=<>?])
    |(?P<strange>.)""",
    re.VERBOSE | re.DOTALL,
)
_PAIRS = {")": "(", "]": "[", "}": "{"}
DEFINING = frozenset({"type", "entity", "property", "action", "trigger", "utility"})


class Tokens:
    """The tokens of one file; `partner[i]` is where the bracket opened at `i` closes."""

    __slots__ = ("damaged", "ends", "partner", "path", "starts", "texts")

    def __init__(self, path: str) -> None:
        self.path = path
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.partner: dict[int, int] = {}
        # Where brackets without a partner stood: offsets into the text.
        self.damaged: list[int] = []

    def span(self, first: int, end: int) -> Span:
        """Where the tokens from `first` up to, not including, `end` stand in the file."""
        if first >= len(self.texts):
            place = self.ends[-1] if self.ends else 0
            return Span(self.path, place, place)
        if first >= end:
            return Span(self.path, self.starts[first], self.starts[first])
        return Span(self.path, self.starts[first], self.ends[end - 1])


def tokenize(source: Source, findings: Findings) -> Tokens:
    """Every token of the file; what is none is reported and left out."""
    tokens = Tokens(source.path)
    texts, starts, ends = tokens.texts, tokens.starts, tokens.ends
    for match in _TOKEN.finditer(source.text):
        kind = match.lastgroup
        if kind == "token":
            texts.append(match.group())
            starts.append(match.start())
            ends.append(match.end())
        elif kind != "space":
            span = Span(source.path, match.start(), min(match.end(), match.start() + 2))
            unknown = errors.open_comment if kind == "open" else errors.strange_character
            findings.add(unknown(span, match.group()[:1]))
    _pair_brackets(tokens, source.text, findings)
    return tokens


def is_name(text: str) -> bool:
    """Whether a token is a name (or a word of the language)."""
    return text[0].isalpha()


def _pair_brackets(tokens: Tokens, whole: str, findings: Findings) -> None:
    """Pair brackets; one that lacks its partner is dropped, so that all others stay paired.

    A word that opens a definition, first on its line, closes whatever is still open: one
    forgotten bracket then costs one definition and not the rest of the file.
    """
    opened: list[int] = []
    lost: set[int] = set()

    def lose(index: int, finding: Callable[[Span, str], object]) -> None:
        lost.add(index)
        findings.add(finding(tokens.span(index, index + 1), tokens.texts[index]))  # type: ignore[arg-type]

    for index, text in enumerate(tokens.texts):
        if text in "([{":
            opened.append(index)
        elif text in _PAIRS:
            while opened and tokens.texts[opened[-1]] != _PAIRS[text]:
                if not any(tokens.texts[each] == _PAIRS[text] for each in opened):
                    break
                lose(opened.pop(), errors.never_closed)
            if opened and tokens.texts[opened[-1]] == _PAIRS[text]:
                tokens.partner[opened.pop()] = index
            else:
                lose(index, errors.never_opened)
        elif opened and text in DEFINING and _first_on_line(whole, tokens.starts[index]):
            while opened:
                lose(opened.pop(), errors.never_closed)
    while opened:
        lose(opened.pop(), errors.never_closed)
    if lost:
        _drop(tokens, lost)


def _first_on_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _drop(tokens: Tokens, lost: set[int]) -> None:
    tokens.damaged = sorted(tokens.starts[index] for index in lost)
    kept = [index for index in range(len(tokens.texts)) if index not in lost]
    place = {old: new for new, old in enumerate(kept)}
    tokens.partner = {place[first]: place[last] for first, last in tokens.partner.items()}
    tokens.texts = [tokens.texts[index] for index in kept]
    tokens.starts = [tokens.starts[index] for index in kept]
    tokens.ends = [tokens.ends[index] for index in kept]
