"""Floor 1: from characters to syntax trees with spans. Knows nothing of minds.

`parser.parse` reads a file, `parser.parse_formula` a question, `parser.parse_lines` what is to be
added to a story. All three return what could be read and the findings, and never raise.
"""
