"""Presentation -> the bytes of a .pptx, on the brand's template."""
