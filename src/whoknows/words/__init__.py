"""Floor 5: facts, minds, events and reasons as sentences: everything people read."""
