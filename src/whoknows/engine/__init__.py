"""Floor 3: the laws. Belief states, viewpoints, steps and rules; pure, no text, no files."""
