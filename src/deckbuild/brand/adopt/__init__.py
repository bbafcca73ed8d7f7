"""An organisation's own template -> a brand: read, cleaned of what it only happened to hold, completed."""
