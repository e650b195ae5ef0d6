"""Floor 0: text with positions, findings about it, and how findings are shown.

Knows nothing of stories. Everything above reports through `diagnostic.Diagnostic`, places it with
`source.Span`, and leaves all formatting to `render`.
"""
