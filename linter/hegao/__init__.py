"""hegao 核稿: a linter for Chinese official documents (公文)."""

__version__ = "0.1.0"
