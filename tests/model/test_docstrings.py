"""The small examples in the docstrings of this floor are true."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize("module", ["calendar", "clock"])
def test_examples(module: str) -> None:
    result = doctest.testmod(importlib.import_module(f"whoknows.model.{module}"))
    assert result.attempted > 0
    assert result.failed == 0
