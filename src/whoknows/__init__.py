"""Plain-text bookkeeping for what characters know. Nothing is known from nowhere."""

__version__ = "0.1.0"

__all__ = ["__version__"]
