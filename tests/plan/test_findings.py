"""Bad problems: every mistake found in one run, each with its place and a hint."""

import time

import pytest
from hypothesis import given, settings, strategies as st

from tests.plan.problems import COIN, codes
from whoknows.base.source import Source
from whoknows.plan import Outcome, read_problem, solve

HEAD = """type place; entity A : character; entity H : place;
property at(c : character) : place; property n(c : character) : number;
property p(c : character) : boolean; utility(): p(A); utility(A): p(A);
"""
GO = "action go() { effect: p(A); };"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p(A) = $;", ["WK401", "WK405"]),
        ("/* never ends", ["WK402"]),
        ("p(A = True;", ["WK403"]),
        ("p(A)) = True;", ["WK403"]),
        ("action go( { effect: p(A); };", ["WK403"]),
        ("entity ;", ["WK404"]),
        ("entity X : place entity Y : place;", ["WK404"]),
        ("action go() { causes: p(A); };", ["WK404"]),
        ("n(A) = n(A) -1;", ["WK405"]),
        ("p(A) = " + "(" * 200 + "!" * 200 + "p(A)" + ")" * 200 + ";", ["WK406"]),
        ("at(A) = Hoose;", ["WK410"]),
        ("at(B) = H;", ["WK410"]),
        ("aat(A) = H;", ["WK410"]),
        ("property q(c : charakter) : boolean;", ["WK410"]),
        ("entity A : place;", ["WK411"]),
        ("property at(c : character) : place;", ["WK411"]),
        ("type a : b; type b : a;", ["WK412"]),
        ("type truth : boolean;", ["WK413"]),
        ("n(A) = H;", ["WK414"]),
        ("action x() { precondition: n(A); effect: p(A); };", ["WK414"]),
        ("p(H) = True;", ["WK415"]),
        ("action x(k : number) { effect: p(A); };", ["WK416"]),
        ("action x() { effect: p(A); consenting: H; };", ["WK417"]),
        ("action x() { effect: n(A) > 1; };", ["WK420"]),
        ("action x() { effect: p(A) & !p(A); };", ["WK421"]),
        ("action x() { precondition: (if(p(A)) 1) == 1; effect: p(A); };", ["WK422"]),
        ("action x() { effect: p(A); effect: p(A); };", ["WK423"]),
        ("p(A) = ?;", ["WK426"]),
        ("entity B : character; action x() { effect: p(A); consenting: B; };", ["WK427"]),
        ("trigger t() { precondition: p(A); effect: p(A); };" + GO, ["WK431"]),
    ],
)
def test_mistake(text: str, expected: list[str]) -> None:
    assert codes(HEAD + text) == expected


def test_utilities() -> None:
    assert codes("entity A : character; utility(): A;") == ["WK424"]
    assert codes("entity A : character;") == ["WK425"]
    assert codes("utility(): 1; utility(): 2;") == ["WK411"]


def test_all_mistakes_in_one_run_and_each_with_place_and_hint() -> None:
    text = HEAD + "at(A) = Hoose;\naction x() { effect: ; };\nn(A) = p(A);\nentity : ;\n" + GO
    problem, findings = read_problem(Source("bad.txt", text))
    assert problem is None
    assert [each.code for each in findings] == ["WK410", "WK405", "WK414", "WK404"]
    for each in findings:
        assert each.hint
        assert each.span is not None
        assert text[each.span.start - 1 : each.span.end + 1].strip()


def test_millions_of_instances_are_refused_and_not_waited_for() -> None:
    names = " ".join(f"entity E{number} : thing;" for number in range(60))
    text = HEAD + "type thing; property q(a : thing) : boolean;" + names
    text += "action mix(a : thing, b : thing, c : thing, d : thing) { effect: q(a) & q(d); };"
    begun = time.perf_counter()
    assert codes(text) == ["WK430"]
    assert time.perf_counter() - begun < 10


def test_triggers_that_set_each_other_off_for_ever_are_found() -> None:
    text = (
        HEAD
        + """
    trigger up() { precondition: p(A); effect: !p(A); };
    trigger down() { precondition: !p(A); effect: p(A); };"""
    )
    problem, findings = read_problem(Source("endless.txt", text))
    assert problem is not None, findings
    result = solve(problem)
    assert result.outcome is Outcome.FAULTY
    assert [each.code for each in result.findings] == ["WK431"]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_damaged_reading_returns_and_points_into_the_text(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(COIN)))
    end = data.draw(st.integers(start, min(len(COIN), start + 6)))
    put = data.draw(st.text(st.sampled_from("(){}[];:=&|!-?.,/*Adaé0 \n$"), max_size=4))
    text = COIN[:start] + put + COIN[end:]
    problem, findings = read_problem(Source("damaged.txt", text))
    assert problem is not None or findings
    for each in findings:
        assert each.span is not None
        assert 0 <= each.span.start <= each.span.end <= len(text)


def test_one_broken_definition_costs_no_other() -> None:
    text = COIN.replace("action take(who", "action take(who who")
    problem, findings = read_problem(Source("damaged.txt", text))
    assert problem is None
    assert [each.code for each in findings] == ["WK404"]
