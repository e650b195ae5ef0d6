"""``pytest tests/docs --bless`` writes what the program says now into the pages."""

from contextlib import suppress

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    # Another folder of tests may have the same option, for its own recorded outputs.
    with suppress(ValueError):
        parser.addoption("--bless", action="store_true", help="write the real outputs down")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless", default=False))
