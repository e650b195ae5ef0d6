"""Plain-text bookkeeping for what characters know. Nothing is known from nowhere."""

from whoknows.base.version import VERSION

__version__ = VERSION

__all__ = ["__version__"]
