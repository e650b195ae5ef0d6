"""Sabre's expressions, whose precedence is unusual.

Alternatives are tried in a fixed order on the whole stretch of tokens, and a stretch is split at
the *first* operator outside brackets that the order allows. So `|` binds tighter than `&`, a
quantifier or an `if` ends at the next `&`, and `2 * 3 + 1` is 8. The functions below stand in that
order; each looks at tokens `first` up to `end`.
"""

from whoknows.plan.sabre import errors
from whoknows.plan.sabre.findings import Findings
from whoknows.plan.sabre.syntax import (
    Belief,
    Binary,
    Broken,
    Call,
    Conditional,
    Expression,
    Literal,
    Name,
    Negation,
    Quantified,
    Several,
    TypeTest,
)
from whoknows.plan.sabre.tokens import Tokens, is_name

DEPTH_LIMIT = 100
_COMPARISONS = ("==", "!=", ">=", "<=", ">", "<")
_ARITHMETIC = ("*", "/", "+", "-")
_QUANTIFIERS = ("forall", "exists")
_REDUCTIONS = ("product", "sum")
_HEADS = frozenset({"if", "elseif", "else", *_QUANTIFIERS, *_REDUCTIONS})
_CONSTANTS: dict[str, bool | None] = {"True": True, "False": False, "?": None}


class ExpressionReader:
    """Reads expressions out of one file's tokens."""

    __slots__ = ("_findings", "_tokens")

    def __init__(self, tokens: Tokens, findings: Findings) -> None:
        self._tokens = tokens
        self._findings = findings

    def read(self, first: int, end: int, depth: int = 0) -> Expression:
        """The expression these tokens are, or `Broken` with a finding."""
        tokens = self._tokens
        while (
            end - first > 2 and tokens.partner.get(first) == end - 1 and tokens.texts[first] == "("
        ):
            first, end = first + 1, end - 1
        if first >= end:
            return self._broken(first, end, "something is missing here")
        if depth > DEPTH_LIMIT:
            self._findings.add(errors.too_deep(tokens.span(first, end), DEPTH_LIMIT))
            return Broken(*self._place(first, end))
        if end - first == 1:
            return self._atom(first)
        if self._is_call(first, end):
            return self._call(first, end, depth)
        return self._compound(first, end, depth)

    def _place(self, first: int, end: int) -> tuple[int, int]:
        return self._tokens.starts[first], self._tokens.ends[end - 1]

    def _broken(self, first: int, end: int, hint: str) -> Broken:
        span = self._tokens.span(first, end)
        self._findings.add(errors.unreadable_expression(span, hint))
        return Broken(span.start, span.end)

    def _atom(self, index: int) -> Expression:
        text = self._tokens.texts[index]
        place = self._place(index, index + 1)
        if text in _CONSTANTS:
            return Literal(_CONSTANTS[text], *place)
        if is_name(text) and text not in _HEADS:
            return Name(text, *place)
        if text[-1].isdigit():
            value = float(text)
            return Literal(int(value) if value.is_integer() else value, *place)
        return self._broken(index, index + 1, "a value, a name or a property is needed here")

    def _is_call(self, first: int, end: int) -> bool:
        text = self._tokens.texts[first]
        return (
            is_name(text) and text not in _HEADS and self._tokens.partner.get(first + 1) == end - 1
        )

    def _call(self, first: int, end: int, depth: int) -> Expression:
        texts = self._tokens.texts
        if texts[first + 1] != "(":
            return self._broken(first, end, "arguments stand in round brackets")
        name = Name(texts[first], *self._place(first, first + 1))
        if name.text == "believes":
            return self._belief(first, end, depth)
        pieces = self.split(first + 2, end - 1, ",")
        arguments = [self._argument(*piece) for piece in pieces]
        if any(argument is None for argument in arguments):
            hint = "only names of entities and parameters can stand inside a property's brackets"
            return self._broken(first, end, hint)
        known = tuple(argument for argument in arguments if argument is not None)
        return Call(name, known, *self._place(first, end))

    def _argument(self, first: int, end: int) -> Name | None:
        if end - first == 1 and is_name(self._tokens.texts[first]):
            return Name(self._tokens.texts[first], *self._place(first, end))
        return None

    def _belief(self, first: int, end: int, depth: int) -> Expression:
        pieces = self.split(first + 2, end - 1, ",")
        who = self._argument(*pieces[0]) if len(pieces) == 2 else None
        if who is None:
            return self._broken(first, end, "write believes(character, what they believe)")
        return Belief(who, self.read(*pieces[1], depth + 1), *self._place(first, end))

    def split(self, first: int, end: int, symbol: str) -> list[tuple[int, int]]:
        """The stretches between a symbol that stands outside brackets; none of no tokens."""
        pieces: list[tuple[int, int]] = []
        start = index = first
        while index < end:
            if self._tokens.texts[index] == symbol:
                pieces.append((start, index))
                start = index + 1
            index = self._tokens.partner.get(index, index) + 1
        return [*pieces, (start, end)] if pieces or start < end else []

    def _compound(self, first: int, end: int, depth: int) -> Expression:
        where = self._operators(first, end)
        for symbol in ("&", "|"):
            if symbol in where:
                parts = tuple(
                    self.read(*piece, depth + 1) for piece in self.split(first, end, symbol)
                )
                return Several(symbol, parts, *self._place(first, end))
        text = self._tokens.texts[first]
        if text == "!":
            return Negation(self.read(first + 1, end, depth + 1), *self._place(first, end))
        if text == "if" and not self._is_sum_of_conditionals(where):
            return self._conditional(first, end, depth)
        if text in _QUANTIFIERS:
            return self._quantified(first, end, depth)
        return self._two_sides(first, end, depth, where)

    def _operators(self, first: int, end: int) -> dict[str, list[int]]:
        """Where each token outside brackets stands, by its text."""
        where: dict[str, list[int]] = {}
        index = first
        while index < end:
            where.setdefault(self._tokens.texts[index], []).append(index)
            index = self._tokens.partner.get(index, index) + 1
        return where

    @staticmethod
    def _is_sum_of_conditionals(where: dict[str, list[int]]) -> bool:
        """`if(a) 2 else 0 + if(b) 1 else 0` adds two; with one `else` its body keeps the `+`."""
        return len(where.get("else", ())) > 1 and any(symbol in where for symbol in _ARITHMETIC)

    def _conditional(self, first: int, end: int, depth: int) -> Expression:
        branches: list[tuple[Expression, Expression]] = []
        otherwise: Expression | None = None
        index = first
        while index < end:
            if self._tokens.texts[index] == "else":
                otherwise = self.read(index + 1, end, depth + 1)
                break
            closing = self._tokens.partner.get(index + 1)
            if closing is None or self._tokens.texts[index + 1] != "(":
                return self._broken(first, end, "after “if” its condition stands in brackets")
            condition = self.read(index + 2, closing, depth + 1)
            index = self._next_branch(closing + 1, end)
            branches.append((condition, self.read(closing + 1, index, depth + 1)))
        return Conditional(tuple(branches), otherwise, *self._place(first, end))

    def _next_branch(self, first: int, end: int) -> int:
        """Where the `elseif` or `else` of this `if` stands; one inside belongs to an inner `if`."""
        index, inner = first, 0
        while index < end:
            text = self._tokens.texts[index]
            if text == "if":
                inner += 1
            elif text == "else" and inner:
                inner -= 1
            elif text == "else" or (text == "elseif" and not inner):
                return index
            index = self._tokens.partner.get(index, index) + 1
        return end

    def _quantified(self, first: int, end: int, depth: int) -> Expression:
        """`forall(v : T) e` and its like: the header, and all that follows as its body."""
        texts = self._tokens.texts
        kind = texts[first]
        closing = self._tokens.partner.get(first + 1, first)
        header_is_right = closing == first + 5 and texts[first + 3] == ":"
        if not header_is_right or not (is_name(texts[first + 2]) and is_name(texts[first + 4])):
            return self._broken(first, end, f"write {kind}(name : type) and then what is meant")
        variable = Name(texts[first + 2], *self._place(first + 2, first + 3))
        of_type = Name(texts[first + 4], *self._place(first + 4, first + 5))
        body = self.read(closing + 1, end, depth + 1)
        return Quantified(kind, variable, of_type, body, *self._place(first, end))

    def _two_sides(
        self, first: int, end: int, depth: int, where: dict[str, list[int]]
    ) -> Expression:
        for symbol in ("=", *_COMPARISONS):
            if symbol in where:
                return self._binary(symbol, where[symbol][0], first, end, depth)
        if ":" in where:
            return self._type_test(where[":"][-1], first, end, depth)
        if self._tokens.texts[first] in _REDUCTIONS:
            return self._quantified(first, end, depth)
        for symbol in _ARITHMETIC:
            if symbol in where:
                return self._binary(symbol, where[symbol][0], first, end, depth)
        return self._broken(first, end, self._hint(first, end))

    def _binary(self, symbol: str, at: int, first: int, end: int, depth: int) -> Expression:
        left = self.read(first, at, depth + 1)
        right = self.read(at + 1, end, depth + 1)
        return Binary(symbol, left, right, *self._place(first, end))

    def _type_test(self, colon: int, first: int, end: int, depth: int) -> Expression:
        name = self._argument(colon + 1, end)
        if name is None:
            return self._broken(first, end, "after “:” stands the name of a type")
        return TypeTest(self.read(first, colon, depth + 1), name, *self._place(first, end))

    def _hint(self, first: int, end: int) -> str:
        texts = self._tokens.texts[first:end]
        if any(text[0] == "-" and text[1:2].isdigit() for text in texts[1:]):
            return "put a space between “-” and the number to subtract: x - 1"
        if texts[0] in ("elseif", "else"):
            return "there is no “if” before it"
        return "join two parts with & or |, or remove one"
