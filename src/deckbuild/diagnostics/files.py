"""What can be wrong with the files that a lesson names: pictures, films, tables.  Code -> name and text."""

from __future__ import annotations

from collections.abc import Mapping

FILES: Mapping[str, tuple[str, str]] = {
    "R103": (
        "missing-file",
        "The file that is named here is not there. Paths are relative to the file that names them; capitals count.",
    ),
    "R104": (
        "file-outside-project",
        "The path leads out of the project, or to the web. Only files of the project are used, so that it builds the "
        "same everywhere. Copy the file into the project.",
    ),
    "R105": (
        "not-a-picture",
        "The file's content is no complete PNG, JPEG or SVG, whatever its name says. Save it as one of these.",
    ),
    "R106": (
        "picture-too-large",
        "The picture has more bytes or pixels than any screen shows, and may use up the memory of the machine that "
        "opens the deck. Save it smaller; 2,000 pixels fill a slide.",
    ),
    "R107": (
        "unsafe-svg",
        "The SVG holds more than a drawing: scripts, links, or something that is fetched from elsewhere. Export it as "
        "plain SVG with everything embedded.",
    ),
    "R108": (
        "unreadable-table",
        "The CSV file can't be read as a table. Save it as “CSV UTF-8”, with commas, semicolons or tabs between cells.",
    ),
    "R109": (
        "unreadable-source",
        "The file of code can't be shown: it is no UTF-8, is empty or large, or holds characters that do not show and "
        "can make it read other than it runs.",
    ),
    "R121": (
        "several-pictures-in-one",
        "The file holds several pictures: an animation, or a document of several pages. Slides show the first one. "
        "Save the one you mean as a picture of its own, or show a film with the kind `video`.",
    ),
    "R122": (
        "heavy-film",
        "A film makes the deck so large that it is hard to send and slow to open. Save it smaller (H.264, 720 lines), "
        "or lay it beside the deck with `embed: false`.",
    ),
    "R123": (
        "unknown-running-time",
        "The file does not say how long it runs. Write its `running_time`, so that trainers can plan with it.",
    ),
    "R124": (
        "film-or-sound",
        "A sound is called a film, or a film a sound. The content counts, not the name.",
    ),
}
"""Code -> name and text."""
