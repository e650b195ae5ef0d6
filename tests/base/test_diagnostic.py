import random

from hypothesis import given, strategies as st

from tests.base.strategies import diagnostics, found
from whoknows.base.diagnostic import Diagnostic, Severity, in_order
from whoknows.base.source import Span


def finding(path: str, start: int, code: str, message: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, Span(path, start, start))


def test_order_is_path_place_code_sentence() -> None:
    ordered = [
        Diagnostic("WK9", Severity.NOTE, "no place", None),
        finding("a", 1, "WK2", "a"),
        finding("a", 1, "WK2", "b"),
        finding("a", 2, "WK1"),
        finding("a", 10, "WK1"),
        finding("b", 0, "WK1"),
    ]
    assert list(in_order(reversed(ordered))) == ordered
    assert ordered[1] < ordered[2]


@given(found, st.randoms(use_true_random=False))
def test_order_does_not_depend_on_the_order_before(
    some: list[Diagnostic], chance: random.Random
) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert in_order(shuffled) == in_order(some)


@given(diagnostics, diagnostics)
def test_order_is_total(one: Diagnostic, other: Diagnostic) -> None:
    assert (one == other) == (one.order == other.order)
    assert (one < other) + (other < one) + (one == other) == 1


def test_severities_have_the_editor_protocols_numbers() -> None:
    assert [(int(each), each.label) for each in Severity] == [
        (1, "error"),
        (2, "warning"),
        (3, "note"),
    ]
