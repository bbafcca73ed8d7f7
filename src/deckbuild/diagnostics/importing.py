"""Codes about files that are imported: name and manual text of each (see catalogue.py)."""

from __future__ import annotations

from collections.abc import Mapping

IMPORTING: Mapping[str, tuple[str, str]] = {
    "I101": (
        "file-without-content",
        "There is nothing in the file. Often it is a copy that was never finished, or the wrong one of two files.",
    ),
    "I102": (
        "old-office-file",
        "Files of Word and PowerPoint 97–2003 (.doc, .ppt) are another format altogether. Word, PowerPoint and "
        "LibreOffice open them, and save them as .docx or .pptx.",
    ),
    "I103": (
        "protected-file",
        "The file is encrypted, so nobody can read it without its password. Save it without one.",
    ),
    "I104": (
        "file-with-macros",
        "The file holds programs, which deckbuild neither runs nor looks at. Save it as .docx or .pptx; Word and "
        "PowerPoint then leave them out.",
    ),
    "I105": (
        "strict-open-xml",
        "There are two dialects of Office's format, and hardly anything but Office writes the strict one. Save the "
        "file as an ordinary document or presentation.",
    ),
    "I106": (
        "not-importable",
        "The file is not what can be imported, whatever its name ends in: a web page, Rich Text, a PDF, an "
        "OpenDocument file, a picture. The message says what it is, and what to save it as.",
    ),
    "I107": (
        "damaged-file",
        "The file is broken. Word and PowerPoint can often mend it: open it there, and save it under another name.",
    ),
    "I108": (
        "template-not-lesson",
        "A template holds how slides or pages look, and no lesson. `deckbuild brand check FILE --write NAME` keeps its "
        "look as a brand.",
    ),
    "I109": (
        "too-large-to-import",
        "The file is larger than anything that teaches, or unpacks to many times its size, as hostile files do. Make "
        "its pictures smaller, or divide it.",
    ),
    "I110": (
        "nothing-to-import",
        "The file can be read, but holds no text, no slide and no question. Pages that were scanned are pictures: "
        "their words can't be read.",
    ),
    "I111": (
        "not-one-lesson",
        "Several files are one lesson where they are a deck and its guide, or have question banks with them. Others "
        "are imported one by one.",
    ),
    "I112": (
        "would-replace-file",
        "A file of that name exists, and might hold somebody's work. `--force` replaces it.",
    ),
    "I113": ("file-not-readable", "The file is there, but the system does not let deckbuild read it."),
    "I114": (
        "text-lost",
        "More than one in a hundred characters are not in the lesson that was made. The report names the parts of the "
        "file that they stood in, and how they begin; please report files of which that happens.",
    ),
    "I120": (
        "imported-lesson-has-errors",
        "The lesson was written, but does not build as it is. The messages after this one say where; they are about "
        "the lesson's file.",
    ),
}
"""Code -> name and text."""
