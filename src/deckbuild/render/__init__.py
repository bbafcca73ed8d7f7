"""Pictures of artefacts -> bytes.  Drawing, no decisions."""
