"""What holds for every test. Keep it small."""

import pytest
from hypothesis import HealthCheck, Phase, settings

# No deadline: a slow or busy machine must not fail a test that is right. No shrinking: of a whole
# story it takes minutes; to shrink one failure, run it with `--hypothesis-profile shrinking`.
settings.register_profile(
    "shrinking", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile(
    "whoknows",
    settings.get_profile("shrinking"),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    derandomize=True,  # the same stories every time: a landing does not hang on the dice
)
settings.load_profile("whoknows")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what the program says now down")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))
