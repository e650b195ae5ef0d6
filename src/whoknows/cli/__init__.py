"""Floor 9: the command line. Thin: parses arguments, calls `session`, renders.

`main.main` is the program. One module per command; what a command needs is imported when it runs,
so that ``whoknows --help`` is quick.
"""
