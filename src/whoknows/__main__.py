"""`python -m whoknows` is the same as `whoknows`."""

from whoknows.cli.main import main

if __name__ == "__main__":
    main()
