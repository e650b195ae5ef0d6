"""The small examples in the docstrings of this floor are true."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize("module", ["lists", "times", "verbs"])
def test_examples(module: str) -> None:
    result = doctest.testmod(importlib.import_module(f"whoknows.words.{module}"))
    assert result.attempted > 0
    assert result.failed == 0
