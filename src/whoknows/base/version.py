"""The one place where the version is written down; pyproject.toml reads it here."""

VERSION = "0.1.0"
