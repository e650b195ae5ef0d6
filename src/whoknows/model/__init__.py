"""Floor 2: what a story is. Immutable values, every name resolved and every type checked."""
