"""What holds for every test. Keep it small."""

import pytest
from hypothesis import HealthCheck, settings

# No deadline: a slow or busy machine must not fail a test that is right.
settings.register_profile(
    "whoknows", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("whoknows")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what the program says now down")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))
