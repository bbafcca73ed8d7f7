"""The catalogue's entries for finished files by anyone: accessibility and design (see catalogue.py)."""

from __future__ import annotations

from collections.abc import Mapping

AUDIT: Mapping[str, tuple[str, str]] = {
    "P250": (
        "slide-untitled",
        "A slide of a finished deck has no text in a title. Screen readers list slides by their titles, and so do the "
        "outline and every link to it (WCAG 2.1, 2.4.2).",
    ),
    "P251": (
        "slide-titled-alike",
        "Two slides of a finished deck have the same title, so nobody can tell them apart in a list.",
    ),
    "P252": (
        "picture-undescribed",
        "A picture, chart or diagram of a finished file has no alternative text, or one that is a file's name "
        "(WCAG 2.1, 1.1.1). Say what it shows and why it is there; mark what only decorates as decorative.",
    ),
    "P253": (
        "language-not-said",
        "Nothing in a finished file says the language of its text, so a screen reader may read it with the sounds of "
        "another (WCAG 2.1, 3.1.1), and spelling is checked against the wrong words.",
    ),
    "P254": (
        "read-out-of-order",
        "The shapes of a slide are read out in another order than they are seen in (WCAG 2.1, 1.3.2): one that stands "
        "above another comes after it. The order is that of the selection pane, from the bottom up.",
    ),
    "P255": (
        "text-too-faint",
        "Text has too little contrast to its ground: 4.5 to 1 is needed, 3 to 1 for large text (WCAG 2.1, 1.4.3). Told "
        "only where both colours are certain; text on pictures and blends is for eyes to judge.",
    ),
    "P256": (
        "face-outside-theme",
        "Text is set in a typeface that is neither the theme's nor a style's, often brought along by copying. It "
        "will not change with the design, and may be missing on other machines.",
    ),
    "P257": (
        "colour-outside-theme",
        "Slides use colours that the theme does not have, so they stay as they are when the design changes.",
    ),
    "P258": (
        "link-text-says-nothing",
        'A link is called "here" or "more", or by a long address. Links are read out alone, in a list: write what is '
        "there (WCAG 2.1, 2.4.4).",
    ),
    "P259": (
        "table-headless",
        "A table of a finished file has no header row, so a screen reader can't say which column a cell belongs to "
        "(WCAG 2.1, 1.3.1), and a long table loses its head on the next page.",
    ),
    "P260": (
        "heading-level-skipped",
        "A document leaves out a level of headings, or has none at all. Screen readers and tables of contents go by "
        "them (WCAG 2.1, 1.3.1).",
    ),
    "P261": (
        "file-untitled",
        "The properties of a finished file have no title. Screen readers announce it first, and windows and search "
        "results show it (WCAG 2.1, 2.4.2).",
    ),
    "P262": (
        "text-tiny",
        "A slide has text below 10 points, which nobody reads in a room.",
    ),
}
