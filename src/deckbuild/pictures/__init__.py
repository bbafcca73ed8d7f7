"""Pictures of slides: the deck's bytes -> PNGs, by the embedded renderer, by LibreOffice, or not at all."""
