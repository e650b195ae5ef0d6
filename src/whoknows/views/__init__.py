"""Floor 7: what there is to show of a story, as plain data: every face renders the same."""
