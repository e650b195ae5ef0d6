"""Did you mean: the word that is nearest to a mistyped one.

>>> nearest("tels", ["tells", "lies to", "asks"])
'tells'
>>> nearest("sings", ["tells", "lies to", "asks"]) is None
True
"""

from collections.abc import Iterable


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate a slip or two away from the word, the first of the nearest, or None."""
    best, allowed = None, slips(word)
    letters = set(word)
    for candidate in candidates:
        # Most candidates are nothing like it; counting letters tells sooner than comparing.
        if abs(len(candidate) - len(word)) > allowed or len(letters ^ set(candidate)) > 2 * allowed:
            continue
        count = distance(word, candidate)
        if count <= allowed:
            best, allowed = candidate, count - 1
        if count == 0:
            break
    return best


def slips(word: str) -> int:
    """How many slips of the keyboard a word of this length may hold and still be taken for it."""
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def distance(left: str, right: str) -> int:
    """How many letters were left out, put in, changed, or swapped with the next one."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, a in enumerate(left, 1):
        current = [row]
        for column, b in enumerate(right, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (a != b))
            swapped = row > 1 and column > 1 and a == right[column - 2] and b == left[row - 2]
            if swapped:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, above = above, current
    return above[-1]
