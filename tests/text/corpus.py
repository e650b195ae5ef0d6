"""The stories the tests of this floor are made from: copies, so that they may be damaged."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "stories"


def _story(name: str) -> str:
    return (_FOLDER / f"{name}.story").read_text("utf-8")


SALLY = _story("sally_and_anne")
FOR_THE_BEST = _story("for_the_best")
THE_PEARL = _story("the_pearl")
STORIES = (SALLY, FOR_THE_BEST, THE_PEARL)
