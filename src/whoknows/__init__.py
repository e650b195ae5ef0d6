"""Plain-text bookkeeping for what characters know. Nothing is known from nowhere."""

from whoknows.base.version import VERSION as __version__

__all__ = ["__version__"]
