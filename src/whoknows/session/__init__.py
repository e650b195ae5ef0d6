"""Floor 8: a story open on the desk. What every face, and the Python API, calls.

`loading` reads a file into a story, `book` asks and checks it and lets it grow, `shelf` keeps what
is open, with the unsaved text of editors.
"""
