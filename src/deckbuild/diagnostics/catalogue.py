"""Every code that a diagnostic may have: its name, which reads after "allow", and its page in the manual.

Codes are forever: none is renumbered or used again.  A letter names the family (families.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.diagnostics.audit import AUDIT
from deckbuild.diagnostics.checking import CHECKING
from deckbuild.diagnostics.data import DATA
from deckbuild.diagnostics.editions import EDITIONS
from deckbuild.diagnostics.files import FILES
from deckbuild.diagnostics.importing import IMPORTING
from deckbuild.diagnostics.outputs import OUTPUTS
from deckbuild.diagnostics.packages import PACKAGES
from deckbuild.diagnostics.planning import PLANNING
from deckbuild.diagnostics.programmes import PROGRAMMES
from deckbuild.diagnostics.substance import SUBSTANCE
from deckbuild.diagnostics.usable import USABLE
from deckbuild.diagnostics.wording import WORDING


@dataclass(frozen=True)
class Entry:
    """A kind of mistake: what it means, why it matters, what to do."""

    name: str
    text: str


CATALOGUE: Mapping[str, Entry] = {
    # --- Y: YAML ------------------------------------------------------------------------------------------
    "Y101": Entry(
        "not-utf8",
        "The file holds bytes that are not UTF-8, so its letters can't be told for certain. "
        "Save it as UTF-8; every editor offers that when saving.",
    ),
    "Y102": Entry(
        "tab-indentation",
        "A tab stands in the indentation of a line. YAML does not allow that, as editors show tabs in different "
        "widths. Indent with spaces, two for each level.",
    ),
    "Y103": Entry(
        "control-character",
        "The text holds a character that can't be seen and that Office files can't hold, often left behind by copying "
        "from a PDF. Delete it.",
    ),
    "Y104": Entry(
        "yaml-syntax",
        "The file can't be read as YAML from this place on, so nothing after it was looked at. Most often a text needs "
        "quotes, because it holds a colon and a space or begins with a character that means something in YAML: "
        "`* & ! | > @ % [ {` or a backtick.",
    ),
    "Y105": Entry(
        "duplicate-key",
        "The same key stands twice in one mapping, and only one of the two values could be used. Keep one of them.",
    ),
    "Y106": Entry(
        "key-not-text",
        "Something other than a word stands where a key should: nothing, a list or a mapping. A text that begins with "
        "`[` or `{` needs quotes.",
    ),
    "Y107": Entry(
        "yaml-extra",
        "The file uses a part of YAML that deckbuild does not read: a tag (`!name`) or a merge key (`<<`). Write out "
        "what is meant; a text that begins with `!` needs quotes.",
    ),
    "Y108": Entry(
        "no-lesson-found",
        "No lesson was named, and none was found in the project's folder `decks`. A lesson is a YAML file whose top "
        "level has the key `lesson`.",
    ),
    "Y109": Entry(
        "alias-expansion",
        "Aliases (`*name`) repeat far more than was written, or a value within itself. A few lines could so become "
        "millions. Write the values out.",
    ),
    "Y110": Entry(
        "nested-too-deep",
        "Lists and mappings stand within each other more deeply than any specification needs. Take levels out.",
    ),
    "Y111": Entry(
        "empty-file",
        "There is nothing in the file but space or comments. A lesson begins with `lesson:` and its number.",
    ),
    "Y112": Entry(
        "several-documents",
        "A line `---` begins a second document in the file, and one file holds one document. Put it into a file of "
        "its own, or remove the line.",
    ),
    "Y113": Entry(
        "top-not-a-mapping",
        "The top level of the file is a list or a text; it should be `key: value` pairs that begin at the left edge.",
    ),
    "Y114": Entry(
        "file-too-large",
        "The file is larger than a specification can be. Split it into several lessons.",
    ),
    "Y115": Entry(
        "direction-control",
        "An invisible character changes the direction of the text after it, so that it reads other than it is written. "
        "Delete it: the language of the lesson sets the direction. Marks and isolates for mixed text may stay.",
    ),
    "Y116": Entry(
        "file-not-read",
        "The file does not exist, is a folder, lies outside the project, or may not be read. Check the path.",
    ),
    # --- S: the shape of the specification --------------------------------------------------------------------
    "S101": Entry(
        "unknown-key",
        "The key means nothing at this place, so what stands under it would be lost. It may be misspelt, or indented "
        "so that it belongs to something else.",
    ),
    "S102": Entry(
        "unknown-choice",
        "The value is not one of the words that can stand here. The message lists them or names the nearest.",
    ),
    "S103": Entry(
        "wrong-type",
        "Something of another sort stands here than is expected: a list in place of a text, a word in place of a "
        "number. A text with a colon and a space in it becomes a mapping; put it in quotes.",
    ),
    "S104": Entry(
        "something-missing",
        "A key without which nothing can be built is not there, such as a slide's title or a picture's `alt`.",
    ),
    "S105": Entry(
        "only-one-allowed",
        "There is more than one of what may be there once: two bodies on a slide, two verbs in a cue, two sources of a "
        "handout or a table. Keep one, or split it in two.",
    ),
    "S106": Entry(
        "not-a-duration",
        "A time to spend is written with its unit: `20 min`, `1 h 30 min`, `10-15 min`, `90 s`. Without one nobody "
        "can tell minutes from seconds; `1:30` is a clock time.",
    ),
    "S107": Entry(
        "nothing-there",
        "The key is there, its value is not. Write it, or remove the key.",
    ),
    "S108": Entry(
        "bad-id",
        "An id has small letters and digits, joined by hyphens, such as `key-messages`. It becomes the name of "
        "bookmarks and links, which allow no more.",
    ),
    "S109": Entry(
        "bad-address",
        "A web address begins with https://, http:// or mailto: and has no spaces. Other addresses are not written "
        "into files, as they may start programs.",
    ),
    "S110": Entry(
        "belongs-elsewhere",
        "The key belongs to something that is not here: `answers` to a cue with `ask`, `numbered` to a slide with "
        "`bullets`. Move it there, or remove it.",
    ),
    "S111": Entry(
        "list-too-deep",
        "A list on a slide has more than three levels. Nobody reads the fourth from the back row: split the slide, or "
        "move the detail to the notes.",
    ),
    "S112": Entry(
        "uneven-table",
        "Rows, header, `widths` and `align` of a table do not have the same number of columns. Give every row as many "
        "cells as the header has; an empty one is `''`.",
    ),
    "S113": Entry(
        "wrong-number",
        "There are fewer or more entries than can be shown, such as one column or five.",
    ),
    "S114": Entry(
        "not-in-slide-text",
        "Text on a slide holds paragraphs and lists. Tables and quotations have kinds of their own; code goes between "
        "backticks or into the notes.",
    ),
    "S115": Entry(
        "not-a-lesson",
        "The file is a specification of another kind than a lesson: a project's defaults, a brand, or a course or "
        "session, which this version does not build.",
    ),
    "S120": Entry(
        "answer-not-among-options",
        "The answer of a question is none of its options, so nobody could ever answer it right. Write it exactly as "
        "the option stands, or `true` or `false` where those are the options.",
    ),
    "S121": Entry(
        "option-twice",
        "Two options of a question, or two parts of a matching, are the same, so nobody can tell which is right.",
    ),
    "S150": Entry(
        "flowchart-not-understood",
        "Something in the text of a Mermaid flowchart is not read. Nodes, links with labels, chains, `&`, subgraphs "
        "and comments are; colours, styles and links to the web are not.",
    ),
    "S151": Entry(
        "date-without-place",
        "A timeline drawn to scale needs dates that can be counted: `2018`, `2018-03` or `2018-03-28`, in their "
        "order. Other words are fine on a line without a scale.",
    ),
    # --- R: references and files ---------------------------------------------------------------------------------
    "R101": Entry(
        "unknown-reference",
        "Nothing has the id or the short form that is referred to, so the link would lead nowhere. It may be misspelt, "
        "or what it meant has been renamed or removed.",
    ),
    "R102": Entry(
        "duplicate-id",
        "Two things have the same id, so a reference to it could mean either. Give one of them another id.",
    ),
    "R112": Entry(
        "footnote-without-text",
        "A text has the mark of a footnote, but no footnote of that name stands in the same text. Write it below, on "
        "a line of its own after an empty line. Only texts of several paragraphs have footnotes, and no footnote has "
        "one.",
    ),
    "R113": Entry(
        "footnote-without-mark",
        "A footnote is written, but nothing in the same text refers to it, so no reader would ever see it. Put its "
        "mark where it belongs, or remove it.",
    ),
    "R110": Entry(
        "unknown-icon",
        "There is no icon of that name, neither in the brand nor in the lucide set (https://lucide.dev/icons). Correct "
        "it, or leave `icon` out.",
    ),
    "R111": Entry(
        "icon-not-drawn",
        "An icon of the brand's holds more than lines and areas in one colour, such as text, styles or transforms, so "
        "it can't be drawn in the theme's colours. Export it as plain paths.",
    ),
    "R120": Entry(
        "handout-not-carried",
        "A file to carry along as a handout is empty, or larger than can be sent and printed with ease (25 MB).",
    ),
    # --- T: time ---------------------------------------------------------------------------------------------
    "T301": Entry(
        "slides-exceed-lesson-time",
        "The slides together take longer than the lesson says it needs. A trainer plans the day from `duration`; if "
        "the slides run over it, the next lesson starts late.",
    ),
    "T302": Entry(
        "parts-exceed-activity-time",
        "The parts of an activity's `split` do not add up to its `duration`; ranges add up where they have a time in "
        "common. Correct a part, or the total.",
    ),
    # --- Q: activities, questions, handouts ---------------------------------------------------------------------
    "Q101": Entry(
        "activity-without-time",
        "An activity does not say how long it takes, so the lesson can't be planned round it. Add `duration`.",
    ),
    "Q102": Entry(
        "never-placed",
        "An activity or a case is defined and no cue or slide leads to it, so it has no moment in the lesson. Place "
        "it, or remove it.",
    ),
    "Q103": Entry(
        "handout-never-distributed",
        "A handout is defined and no cue gives it out, so it would be copied in vain. Add a `distribute` cue where it "
        "is needed, or remove the handout.",
    ),
    "T311": Entry(
        "film-exceeds-slide",
        "A film or sound runs longer than its slide is shown. Raise the slide's `duration`, or show a shorter part.",
    ),
    "T312": Entry(
        "other-running-time",
        "The running time that is written is not the file's. Leave `running_time` out: deckbuild finds it in the file.",
    ),
    "T313": Entry(
        "timer-exceeds-slide",
        "The timer of a slide runs longer than the slide has, by its own `duration` or that of the activity it shows. "
        "Shorten `timer`, or raise `duration`.",
    ),
    "Q104": Entry(
        "fill-in-elsewhere",
        "A word to fill in (`{{word}}`) stands where no blank can be made of it, so participants would read it. It may "
        "stand in the text of a slide, in a handout, and on a worksheet.",
    ),
    # --- F: fit ----------------------------------------------------------------------------------------------
    "F301": Entry(
        "text-overflows",
        "The text does not fit its place on the slide, even at the smallest size that can be read. Move a part of it "
        "to the notes, or split the slide.",
    ),
    "F302": Entry(
        "title-too-long",
        "The title takes more lines than there is room for. Say it in fewer words.",
    ),
    "F310": Entry(
        "figure-too-large",
        "A process, timeline, diagram or matrix does not fit its slide, even with the smallest text that can be read. "
        "Say less in it, or split the slide: about thirty nodes, twelve dates or eight steps are the most.",
    ),
    "F311": Entry(
        "pictures-without-room",
        "Several pictures stand on a slide, and their captions, or the layout, leave them no room to be seen. Shorten "
        "the captions, or show fewer pictures on one slide.",
    ),
    # --- B: brand --------------------------------------------------------------------------------------------
    "F303": Entry(
        "line-too-long",
        "A subtitle, a column's title, a caption or another line of fixed size takes more lines than its place on the "
        "slide has. Say it in fewer words.",
    ),
    "B108": Entry(
        "no-place-in-layout",
        "The layout that a slide names has no placeholder for what the slide holds, so it would be lost. Choose "
        "another layout, or leave `layout` out: each kind of slide has its own.",
    ),
    "B101": Entry(
        "unknown-brand",
        "There is no brand of that name in the project's folder `brand`, nor among those that come with deckbuild.",
    ),
    "B102": Entry(
        "unknown-layout",
        "The brand has no layout of the name that a slide asks for with `layout`. The message lists what it has.",
    ),
    "B103": Entry(
        "unknown-placeholder",
        "A slide fills a placeholder that its layout does not have. Name it as the layout does, or by its index.",
    ),
    "B106": Entry(
        "face-not-measured",
        "A family of the brand is neither in its folder `fonts`, nor among those that come with deckbuild, nor on this "
        "machine, so another one is measured and drawn in its place; the files still name the brand's own. Lines may "
        "break otherwise in PowerPoint. Put the font's files into the folder, with their licence.",
    ),
    "B109": Entry(
        "face-of-this-machine",
        "A family of the brand was found among the fonts of this machine only. A machine without it measures another "
        "face and makes other files. Put its files into the brand's folder `fonts`, where their licence allows it, or "
        "list the family under `fonts: installed`, which says that every machine has it.",
    ),
    "B120": Entry(
        "unusable-template",
        "A file that the brand names as its template can't be used: it is not there, is protected, holds macros, is of "
        "an older format, is damaged, or has no master, no layout or no title. The message says which. Open it in "
        "PowerPoint or Word and save it as an ordinary template (.potx, .dotx), or name another file.",
    ),
    "B121": Entry(
        "lost-from-template",
        "Something of the template is not in what is made from it: a picture kept outside the file, a part that "
        "is missing, an embedded object. Slides and documents work without it. Embed the picture in the template if "
        "you need it.",
    ),
    "B122": Entry(
        "unknown-layout-for-role",
        "`layouts` in brand.yaml names a use that there is none of, or a layout that the template does not have. "
        "`deckbuild brand check` lists both.",
    ),
    "B107": Entry(
        "unknown-name-in-brand",
        "brand.yaml words a label or a cue that deckbuild does not have; it would have no effect. Correct its name.",
    ),
    "B104": Entry(
        "low-contrast",
        "A colour on its ground is too pale to be read by everyone: text needs a contrast of 4.5 to 1 (WCAG 2.1, "
        "1.4.3). Darken the text's colour, or lighten the ground.",
    ),
    "B105": Entry(
        "missing-picture-of-brand",
        "A logo, a background or an icon of the brand is not where brand.yaml says; paths begin in the brand's folder. "
        "Correct the path, or remove it.",
    ),
    "B111": Entry(
        "face-not-embeddable",
        "The brand's fonts are put into decks and documents, but this one's embedding bits (fsType) allow it for "
        "printing only or not at all, or it has outlines that Office does not embed. Ask its maker for a version "
        "that may be embedded, install it where the files are shown, or choose `embed_fonts: none`.",
    ),
    "B110": Entry(
        "picture-of-brand-refused",
        "A logo, a background or an icon of the brand is damaged, too large, holds more than a drawing, or has the "
        "wrong format: logos are SVG or PNG, backgrounds PNG or JPEG, icons SVG.",
    ),
    **{
        code: Entry(name, text)
        for group in (
            AUDIT,
            CHECKING,
            DATA,
            FILES,
            IMPORTING,
            OUTPUTS,
            PACKAGES,
            PLANNING,
            PROGRAMMES,
            EDITIONS,
            SUBSTANCE,
            USABLE,
            WORDING,
        )
        for code, (name, text) in group.items()
    },
}
