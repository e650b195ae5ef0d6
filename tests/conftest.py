"""What holds for every test. Keep it small."""

from hypothesis import HealthCheck, settings

# No deadline: a slow or busy machine must not fail a test that is right.
settings.register_profile(
    "whoknows", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("whoknows")
