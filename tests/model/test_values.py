"""Sets of numbers against Python's own sets, over a window that is wide enough."""

from hypothesis import given, strategies as st

from whoknows.model.values import (
    ANY_NUMBER,
    NOTHING,
    YES_NO,
    Domain,
    Numbers,
    either,
    indexes,
    is_single,
    is_within,
    without,
)

WINDOW = range(-12, 13)
bounds = st.integers(-10, 10)


@st.composite
def sets(draw: st.DrawFn) -> Numbers:
    found = NOTHING
    for _ in range(draw(st.integers(0, 4))):
        low = draw(st.none() | bounds)
        high = draw(st.none() | bounds)
        found = found | Numbers.between(low, high)
    return found


def members(numbers: Numbers) -> set[int]:
    return {n for n in WINDOW if numbers & Numbers.just(n)}


def is_tidy(numbers: Numbers) -> bool:
    ends = [end for pair in numbers.ranges for end in pair]
    inner = [end for end in ends[1:-1] if end is not None]
    gaps = all(b - a > 1 for a, b in zip(inner[0::2], inner[1::2], strict=False))
    return len(inner) == max(len(ends) - 2, 0) and gaps


@given(sets(), sets())
def test_like_python_sets(one: Numbers, other: Numbers) -> None:
    assert members(one & other) == members(one) & members(other)
    assert members(one | other) == members(one) | members(other)
    assert members(one.complement()) == set(WINDOW) - members(one)
    assert is_tidy(one & other)
    assert is_tidy(one | other)


@given(sets(), sets())
def test_equal_sets_are_equal_values(one: Numbers, other: Numbers) -> None:
    assert one.complement().complement() == one
    assert (one | other) == (other | one)
    assert (one & other) == (other & one)
    assert one | one.complement() == ANY_NUMBER
    assert one & one.complement() == NOTHING
    assert (one | other).complement() == one.complement() & other.complement()


@given(sets(), st.integers(-5, 5))
def test_shifting(one: Numbers, by: int) -> None:
    assert one.shifted(by).shifted(-by) == one
    assert {n for n in range(-5, 6) if n + by in members(one.shifted(by))} == {
        n for n in range(-5, 6) if n in members(one)
    }


@given(sets())
def test_single(one: Numbers) -> None:
    assert is_single(one) is (one.single is not None)
    if one.single is not None:
        assert members(one) == {one.single}


@given(st.integers(0, 63), st.integers(0, 63))
def test_masks(one: int, other: int) -> None:
    domain = Domain(tuple("abcdef"))
    assert set(indexes(one)) & set(indexes(other)) == set(indexes(one & other))
    assert either(one, other) == one | other
    assert domain.without(one) == without(63, one) == 63 - one
    assert is_within(one, other) is (set(indexes(one)) <= set(indexes(other)))
    assert is_single(one) is (len(indexes(one)) == 1)


def test_domains() -> None:
    assert YES_NO.is_yes_no
    assert YES_NO.full == 3
    assert Domain(None).full == ANY_NUMBER
    assert Domain(None).without(Numbers.just(3)) == Numbers.just(3).complement()
