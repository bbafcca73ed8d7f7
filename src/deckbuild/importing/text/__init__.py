"""Plain texts."""
