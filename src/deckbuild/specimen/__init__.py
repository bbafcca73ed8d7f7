"""Looking at a brand before any lesson is written in it: what serves what and why, and every kind of slide once."""
