"""Fair play: by a scene's end the page has left the reader one answer, the right one."""

from __future__ import annotations

from collections.abc import Iterator

from whoknows.base.diagnostic import Note, Severity
from whoknows.check.case import Case, Found, finding
from whoknows.ledger.ledger import Moment
from whoknows.model.formula import Formula, Is
from whoknows.model.story import READER, Fair
from whoknows.model.values import Numbers, Values, indexes, is_single


def unfair(case: Case) -> Iterator[Found]:
    """Find every ``fair FACT by SCENE`` that leaves the reader more values, or a wrong one."""
    ledger = case.ledger
    for fair in case.story.fairs:
        occurrence = case.occurrences[fair.by][-1]
        moment = ledger.after(ledger.steps[occurrence.last - 1])
        left = ledger.state((READER,), moment).cell(fair.fluent).possible
        true = ledger.truth(len(ledger.steps)).cell(fair.fluent).possible
        if not is_single(left):
            yield _still_open(case, fair, left, true, moment)
        elif is_single(true) and left != true:
            yield _misled(case, fair, left, true)


def _still_open(case: Case, fair: Fair, left: Values, true: Values, moment: Moment) -> Found:
    """WK304: by that scene the page leaves more than one value possible.

    Wrong: ``fair thief by The questions`` while two of four could have done it. Right: a clue more,
    or a later scene.
    """
    title = case.story.scenes[fair.by].title
    values = _named(case, fair.fluent, left)
    message = f"by the end of {title} the page still leaves it open: {values}"
    notes = tuple(_missing_clues(case, fair.fluent, left, true, moment))
    hint = "put a clue on the page before, or name a later scene"
    return finding("WK304", Severity.ERROR, message, fair.span, fair.scene, hint, notes)


def _misled(case: Case, fair: Fair, left: Values, true: Values) -> Found:
    """WK305: by that scene the page leaves one value only, and it is not the true one.

    Wrong: a clue that rules out the thief. Right: let what rules them out be shown to be false.
    """
    title = case.story.scenes[fair.by].title
    wrong, right = (_named(case, fair.fluent, values) for values in (left, true))
    message = f"by the end of {title} the page leaves only {wrong}, and it is {right}"
    hint = "take the false clue off the page, or show it to be false"
    return finding("WK305", Severity.ERROR, message, fair.span, fair.scene, hint)


def _named(case: Case, fluent: int, values: Values) -> str:
    """Return values as a phrase: ``Bruno or Dev``."""
    names = case.story.domain_of(fluent).names
    if isinstance(values, Numbers) or names is None:
        return "any of many numbers"
    listed = [names[index] for index in indexes(values)]
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} or {listed[-1]}"


def _missing_clues(
    case: Case, fluent: int, left: Values, true: Values, moment: Moment
) -> Iterator[Note]:
    """Yield, of each value that should be ruled out and is not, what could do it."""
    if isinstance(left, Numbers) or isinstance(true, Numbers):
        return
    for index in indexes(left & ~true):
        premises = _would_rule_out(case, fluent, 1 << index, true, moment)
        wrong = case.voice.clause(Is(fluent, 1 << index))
        if premises:
            told = " or ".join(case.voice.clause(premise) for premise in premises[:3])
            yield Note(f"nothing rules out that {wrong}; what would: {told}")
        else:
            yield Note(f"nothing rules out that {wrong}, and no rule could")


def _would_rule_out(
    case: Case, fluent: int, wrong: int, true: int, moment: Moment
) -> list[Formula]:
    """Return the premises of rules that would rule out a value and not the true one."""
    return [
        rule.premise
        for rule in case.story.rules
        for claim in rule.conclusion
        if claim.fluent == fluent
        and not claim.path
        and not isinstance(claim.values, Numbers)
        and not claim.values & wrong
        and claim.values & true
        and case.ledger.value(rule.premise, moment, (READER,)) is not True
    ]
