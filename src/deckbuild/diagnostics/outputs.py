"""The catalogue's entries about what is made: accessibility, language, files and pictures (see catalogue.py)."""

from __future__ import annotations

from collections.abc import Mapping

OUTPUTS: Mapping[str, tuple[str, str]] = {
    # --- A: accessibility --------------------------------------------------------------------------------------
    "A101": (
        "repeated-title",
        "Two slides have the same title. Screen readers, the list of slides and the notes tell slides apart by their "
        "titles; say what this one adds.",
    ),
    "A111": (
        "text-on-picture",
        "Text stands on a picture that is too much like it in places: text needs a contrast of 4.5 to 1 (WCAG 2.1, "
        "1.4.3), measured on the pixels behind it. Leave `dim` out, and the veil is as strong as the text needs.",
    ),
    "A112": (
        "picture-hardly-seen",
        "To keep the text readable, the picture behind it must be dimmed so much that little of it is seen. Choose a "
        "picture that is calm where the text stands, or say less on it.",
    ),
    # --- L: language -------------------------------------------------------------------------------------------
    "L101": (
        "no-words-in-language",
        'deckbuild has no words of its own in the lesson\'s language, so labels such as "Slide" stay in English. '
        "Choose a language that has them, or add a file of words.",
    ),
    # --- P: packages and pictures of slides --------------------------------------------------------------------------
    "P001": (
        "no-slide-pictures",
        "The pictures of slides for the documents could not be drawn; the documents show the slides' text instead.",
    ),
    "P003": (
        "face-lacks-characters",
        "The embedded renderer has only the brand's own faces, and they lack characters of a slide, which it would "
        "show as boxes; or a chart has a gap, which it would draw as a zero. The documents show the slide's text in "
        "place of a false picture, and the chart itself. LibreOffice draws it where a font is installed.",
    ),
    "P004": (
        "pages-not-counted",
        "LibreOffice could not set a document, so page numbers are not filled in. They are fields: Word counts them "
        "on opening, when it asks whether to update the fields.",
    ),
    "P005": (
        "no-pdf",
        "LibreOffice could not make PDFs of the files. The files themselves are written as they should be.",
    ),
    "P002": (
        "defective-package",
        "A file that was made breaks a rule that PowerPoint or Word rely on, so it was not written. This is a mistake "
        "of deckbuild's: please report it.",
    ),
}
