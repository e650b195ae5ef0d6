r"""Plain-text bookkeeping for what characters know. Nothing is known from nowhere.

    >>> import whoknows
    >>> book = whoknows.story("cast\n  Ada\n  Bruno\n")
    >>> book.findings
    ()

`load` opens the story in a file, `story` one that is only a text; both return a :class:`Book`. What
is asked of it wrongly raises a :class:`StoryError`. Everything is imported when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from whoknows.base.version import VERSION

if TYPE_CHECKING:
    from whoknows.ask import Answer, Because
    from whoknows.base.diagnostic import Diagnostic
    from whoknows.base.reading import Limits
    from whoknows.session.book import Book, View, load, story
    from whoknows.session.faults import StoryError

__version__ = VERSION

__all__ = [
    "Answer",
    "Because",
    "Book",
    "Diagnostic",
    "Limits",
    "StoryError",
    "View",
    "__version__",
    "load",
    "story",
]

_HOMES = {
    "Answer": "ask",
    "Because": "ask",
    "Book": "session.book",
    "Diagnostic": "base.diagnostic",
    "Limits": "base.reading",
    "StoryError": "session.faults",
    "View": "session.book",
    "load": "session.book",
    "story": "session.book",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'whoknows' has no attribute {name!r}")
    value: object = getattr(import_module(f"whoknows.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
