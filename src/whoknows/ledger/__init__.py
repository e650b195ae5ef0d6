"""Floor 4: a story replayed: moments, perspectives, supports, two clocks."""
