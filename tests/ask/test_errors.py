"""Questions that cannot be understood get a finding, and as good a hint as can be had."""

import pytest
from hypothesis import given, strategies as st

from tests.ask.tales import THE_MARBLE, asked, told
from whoknows.ask import Answer, answer, errors
from whoknows.base.reading import Limits


@pytest.mark.parametrize(
    ("query", "code", "hint"),
    [
        ("", "WK212", "the forms"),
        ("  ? ", "WK212", "the forms"),
        ("whom does Sally know", "WK210", "did you mean who?"),
        ("hwo knows raining", "WK210", "did you mean who?"),
        ("waht does Sally know", "WK210", "did you mean what?"),
        ("how raining", "WK210", "the forms"),
        ("how long is raining", "WK210", "the forms"),
        ("what Sally", "WK210", "the forms"),
        ("what is withheld of Sally", "WK210", "the forms"),
        ("where does Sally go", "WK210", "the forms"),
        ("what does Sally ponder", "WK211", "wonder"),
        ("what does Sally", "WK211", "write know"),
        ("who konws raining", "WK211", "did you mean knows?"),
        ("is Sally", "WK0", ""),
        ("where is colour", "WK213", "ask for a fact"),
        ("what does Saly know", "WK107", "did you mean Sally"),
        ("what does crew know", "WK126", "name one"),
        ("what does Sally believe the reader knows", "WK140", ""),
        ("who knows rainning", "WK103", "did you mean raining"),
        ("why rainning", "WK103", "did you mean raining"),
        ("how long was raining kept from Saly", "WK107", "Sally"),
        ("what does Sally know raining", "WK059", ""),
        ("Sally knows raining and plot", "WK0", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it(query: str, code: str, hint: str) -> None:
    found = asked(query)
    assert not isinstance(found, Answer)
    assert found[0].code.startswith(code)
    assert hint in (found[0].hint or "")
    assert all(each.span is None or each.span.end <= len(query) for each in found)


def test_the_forms_there_are_stand_below() -> None:
    found = asked("whom does Sally know")
    assert not isinstance(found, Answer)
    assert [note.message for note in found[0].notes] == list(errors.FORMS)


WORDS = (
    "who what why when how long where does is was not Sally Anne the reader knows know believe "
    "believes withheld from kept learn in (marble) = ? box raining plot and or ( ) unaware of told "
    "said it common knowledge among that , crew get wrong"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=9))
def test_any_words_get_an_answer_or_a_finding(words: list[str]) -> None:
    found = asked(" ".join(words))
    assert isinstance(found, Answer) or found


@given(st.text(max_size=40))
def test_any_text_gets_an_answer_or_a_finding(text: str) -> None:
    found = asked(text)
    assert isinstance(found, Answer) or found


def test_a_question_nested_too_deeply() -> None:
    ledger, names = told(THE_MARBLE)
    deep = "Sally believes Anne believes " * 60 + "raining"
    found = answer(ledger, names, f"why {deep}", ledger.end, Limits())
    assert not isinstance(found, Answer)
    assert found
