"""The engine against the reference, on random stories: every cell, and every kind of question.

They share nothing but the model: where they agree, two people who read the laws agree.
"""

from hypothesis import assume, given, settings, strategies as st

from tests.reference.cells import Kind
from tests.reference.semantics import about_minds
from tests.reference.stories import chains, random_question, random_story
from tests.reference.telling import Told
from whoknows.engine.cells import Cell
from whoknows.ledger.ledger import Ledger, Moment
from whoknows.model.formula import Common, Which

AT_THE_LAST_PAGE = (10**9, 0, 0)
ANSWERS = {True: "yes", False: "no", None: "undetermined"}


@settings(max_examples=60)
@given(random_story(), st.data())
def test_every_cell_is_the_same(text: str, data: st.DataObject) -> None:
    told = told_plainly(text)
    ledger = Ledger(told.story)
    assert len(ledger.steps) == told.reference.instants
    for _ in range(6):
        chain = data.draw(chains(told.story.characters))
        for instant in range(told.reference.instants + 1):
            state = ledger.state(chain, Moment(instant, AT_THE_LAST_PAGE))
            for fluent, cell in enumerate(state.all_cells()):
                reference = told.reference.cell(chain, fluent, instant)
                assert cell.possible == reference.possible, (chain, instant, fluent)
                if chain:
                    assert kind_of(cell) is reference.kind, (chain, instant, fluent)
                if chain and fluent >= told.story.characters:
                    assert cell.aware == reference.aware, (chain, instant, fluent)


def told_plainly(text: str) -> Told:
    """Leave out what both leave open, each in its way.

    A rule about minds looks at minds before such rules. Where those minds have before their eyes
    what one has concluded by such a rule oneself, the engine shows it to them and the reference,
    which folds every perspective twice, does not.
    """
    told = Told(text)
    in_view = told.story.sights or told.story.secrets
    assume(not (in_view and any(about_minds(rule) for rule in told.story.rules)))
    return told


def kind_of(cell: Cell) -> Kind:
    return Kind(cell.mark.value)


@settings(max_examples=60)
@given(random_story(), st.data())
def test_every_answer_is_the_same(text: str, data: st.DataObject) -> None:
    told = told_plainly(text)
    ledger = Ledger(told.story)
    for _ in range(6):
        question = data.draw(random_question(told.story.characters))
        formula = told.formula(question)
        if isinstance(formula, Common | Which):  # the reference tests it to chains of three only
            continue
        instant = data.draw(st.integers(0, told.reference.instants))
        answer = ledger.value(formula, Moment(instant, AT_THE_LAST_PAGE))
        assert ANSWERS[answer] == told.reference.truth(formula, (), instant), question
