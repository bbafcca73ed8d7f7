"""deckbuild: a structured slide specification becomes a branded deck and its matching documents."""

__version__ = "0.1.0"
