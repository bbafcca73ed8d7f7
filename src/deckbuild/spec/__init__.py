"""What an author can say: frozen models, each field with its meaning.  No YAML, no files, no looks."""
