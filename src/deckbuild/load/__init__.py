"""Text -> typed specification: read_tree, decode, and the files that a lesson names.  Only here is YAML known."""
