"""Small random problems in Sabre's language: two minds, a few facts, lies and joint deeds."""

from random import Random

_FACTS = ("p(A)", "p(B)", "q(A)", "q(B)")
_PEOPLE = ("A", "B")


def _literal(dice: Random) -> str:
    fact = dice.choice(_FACTS)
    kind = dice.randrange(6)
    if kind == 0:
        return f"at({dice.choice(_PEOPLE)}) == {dice.choice(('X', 'Y', '?'))}"
    if kind == 1:
        return f"n(A) {dice.choice(('<', '>=', '=='))} {dice.randrange(3)}"
    return fact if dice.random() < 0.5 else f"!{fact}"


def _condition(dice: Random, *, minds: bool = True) -> str:
    if dice.random() < 0.3:
        return "True"
    parts = []
    for _ in range(dice.choice((1, 1, 2))):
        part = _literal(dice)
        if dice.random() < 0.25:
            part = f"({part} | {_literal(dice)})"
        if minds and dice.random() < 0.15:
            part = f"believes({dice.choice(_PEOPLE)}, {part})"
        parts.append(part)
    return " & ".join(parts)


def _effect(dice: Random) -> str:
    kind = dice.randrange(5)
    if kind == 0:
        return f"at({dice.choice(_PEOPLE)}) = {dice.choice(('X', 'Y'))}"
    if kind == 1:
        return dice.choice(("n(A) = n(A) + 1", "n(A) = 2", "n(A) = 0"))
    fact = dice.choice(_FACTS)
    return fact if dice.random() < 0.7 else f"!{fact}"


def _effects(dice: Random, first: str) -> str:
    parts = [first]
    if dice.random() < 0.4:
        parts.append(f"believes({dice.choice(_PEOPLE)}, {_effect(dice)})")
    if dice.random() < 0.2:
        parts.append(f"if({_literal(dice)}) {_effect(dice)}")
    return " & ".join(parts)


def _action(dice: Random, number: int, first: str, earlier: str | None) -> str:
    consenting = dice.choice(("", "A", "B", "A", "B", "A, B", "B, A"))
    consent = f"consenting: {consenting};" if consenting else ""
    seen = dice.choice(
        ("", "", "observing(c : character): c == A;", "observing(c : character): p(c);")
    )
    condition = _condition(dice)
    if earlier is not None and "+" not in earlier and dice.random() < 0.7:
        # what an earlier action brings about, so that there is something to plan
        condition = f"{earlier.replace(' = ', ' == ')} & ({condition})"
    return (
        f"action a{number}() {{ precondition: {condition}; "
        f"effect: {_effects(dice, first)}; {consent} {seen} }};"
    )


def _utility(dice: Random, owner: str, pool: list[str]) -> str:
    """Somebody wants what some of the actions bring about."""
    wanted = [dice.choice(pool) for _ in range(dice.choice((1, 1, 2)))]
    counts = [
        "n(A)" if "n(A) + 1" in each else f"(if({each.replace(' = ', ' == ')}) 1 else 0)"
        for each in wanted
    ]
    return f"utility({owner}): {' + '.join(counts)};"


def random_problem(seed: int) -> str:
    """The text of a problem; the same one for the same seed."""
    dice = Random(seed)
    lines = [
        "type place; entity A : character; entity B : character;",
        "entity X : place; entity Y : place;",
        "property p(c : character) : boolean; property q(c : character) : boolean;",
        "property n(c : character) : number; property at(c : character) : place;",
        "at(A) = X; at(B) = Y;",
    ]
    lines += [f"{dice.choice(_FACTS)};" for _ in range(2)]
    lines += [f"believes({dice.choice(_PEOPLE)}, !{dice.choice(_FACTS)});"]
    lines += [f"believes(A, believes(B, {dice.choice(_FACTS)}));"]
    pool = [_effect(dice) for _ in range(dice.randrange(5, 9))]
    lines += [
        _action(dice, number, each, pool[number - 1] if number else None)
        for number, each in enumerate(pool)
    ]
    if dice.random() < 0.5:
        lines.append(
            "trigger see() { precondition: at(A) == at(B) & believes(A, at(B)) != at(A) "
            "& at(A) == X; effect: believes(A, at(B)) = X; };"
        )
    lines += [_utility(dice, owner, pool[-3:]) for owner in ("", *_PEOPLE)]
    return "\n".join(lines)
