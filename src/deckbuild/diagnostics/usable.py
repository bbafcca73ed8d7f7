"""Codes about who can use the outputs, the brand, print, and what must stay inside: name and manual text of each."""

from __future__ import annotations

from collections.abc import Mapping

USABLE: Mapping[str, tuple[str, str]] = {
    "A102": (
        "alt-says-nothing",
        "Alternative text is the name of a file, or says that there is a picture and no more. Who can't see it "
        "learns nothing. Say in a sentence what it shows, as you would on the telephone.",
    ),
    "A103": (
        "alt-repeats",
        "Alternative text is the slide's title or the caption again. Screen readers read those anyway, so the "
        "picture itself stays unsaid.",
    ),
    "A104": (
        "alt-too-long",
        "Alternative text is longer than anybody listens to without being able to stop, or begins with “picture "
        "of”, which screen readers say themselves. What a long description tells belongs into the notes. `limits: "
        "{alt_length: 150}` in deckbuild.yaml.",
    ),
    "A105": (
        "link-text",
        "A link is called “here” or “this link”. Screen readers list links by their texts alone, and on paper it "
        "leads nowhere (WCAG 2.4.4). Name what is found there.",
    ),
    "A106": (
        "colour-alone",
        "A text tells things apart by colour: marked in red, the green boxes. One man in twelve does not see it, "
        "and nobody does in a grey print (WCAG 1.4.1). Say where it stands or what it is called, too.",
    ),
    "A107": (
        "no-transcript",
        "A film or a sound runs for more than a minute, and neither its slide nor any handout or annex speaks of a "
        "transcript or of subtitles (WCAG 1.2).",
    ),
    "A108": (
        "table-without-header",
        "A table has neither a header row nor a first column that names its rows. Read aloud, its cells are words "
        "without a meaning.",
    ),
    "A109": (
        "heading-skipped",
        "A heading is more than one level below the one before it. Who moves from heading to heading takes it for "
        "a part of something that is missing.",
    ),
    "A110": (
        "reading-order",
        "Screen readers follow the order of a slide's placeholders, and here something that is read later stands "
        "above or before. It happens where a layout's placeholders have another order than their places.",
    ),
    "A113": (
        "all-capitals",
        "Several words in a row are written in capitals. They are slow to read, and some screen readers spell "
        "them. The brand sets titles in capitals where it wants them; the text itself stays as it is spoken.",
    ),
    "A114": (
        "false-heading",
        "In a handout or an annex a line in bold stands where a heading belongs. It looks like one, but screen "
        "readers and Word's navigation don't find it. Write `## ` before it.",
    ),
    "A115": (
        "low-contrast-on-picture",
        "Text stands on a picture of the slide or of its layout, and where it stands, light and dark are too near "
        "for it to be read: less than 4.5 to 1, or 3 to 1 for large text (WCAG 1.4.3). It is measured on the slide "
        "as it is drawn, without its texts, so it takes a moment; only slides with a picture below their text are "
        "drawn.",
    ),
    "A116": (
        "typed-bullet",
        "A point of a list begins with a bullet or a number that was typed. Two are seen then, and two are read aloud.",
    ),
    "A117": (
        "links-alike",
        "Two links have the same text and lead to different places. In a list of links they can't be told apart.",
    ),
    "A118": (
        "alt-twice",
        "Two different pictures are described in the same words. Either one description is wrong, or it does not "
        "say what tells the two apart.",
    ),
    "B130": (
        "dark-slides-in-print",
        "Many slides with content are dark from edge to edge. In the printed notes each is a black picture that "
        "takes ink, smears, and can't be written on. `limits: {dark_slides: 100}` in deckbuild.yaml where nothing "
        "is printed.",
    ),
    "B131": (
        "picture-too-small",
        "A picture has too few pixels for the room that it fills: on a wall it is a blur, and in print too. 72 "
        "pixels an inch of slide are half of a Full HD screen; in the notes, where slides are small, they print at "
        "200.",
    ),
    "B132": (
        "unknown-text-style",
        "A text asks for a style (`[words]{.style}`) that the brand does not have. It is shown as all other text.",
    ),
    "B133": (
        "layout-by-hand",
        "A slide names the layout that its kind has anyway. When the kind or the brand changes, the slide stays "
        "behind.",
    ),
    "B134": (
        "address-too-long",
        "A web address stands in a text that is read on paper, and is too long to be typed. As a reference with "
        "`qr: true` it becomes a code for a telephone.",
    ),
    "B135": (
        "editions-differ",
        "Lessons that lie in one folder have different editions, so the footers of one pack differ.",
    ),
    "B136": (
        "brands-differ",
        "Lessons that lie in one folder are built with different brands.",
    ),
    "P341": (
        "trainers-text-told",
        "A tip, an expected answer or a solution, which are the trainer's alone, stands word for word in the "
        "participants' document too, because it was written in a second place that everybody reads.",
    ),
    "P342": (
        "answer-on-slide",
        "What is expected as an answer stands on the slide that asks the question, so nobody has to think.",
    ),
    "P343": (
        "trainers-label",
        "A text that participants get says of itself that it is the trainer's (“Note to trainer:”), or gives an "
        "answer away (“Answer:”). Such texts have keys of their own: `tip`, `answers`, `solution`.",
    ),
    "P344": (
        "local-address",
        "A text names a folder of a machine or a page of an office's own network. Nobody else can open it.",
    ),
    "P345": (
        "file-name",
        "Outputs are named after the lesson's file. Spaces, accents and other signs in names are changed by mail "
        "programs and web servers, and links then lead nowhere.",
    ),
    "P346": (
        "heavy-pack",
        "Pictures, films and sounds of the lesson weigh more than mail programs carry. Films can lie beside the "
        "deck. `limits: {deck_megabytes: 100}` in deckbuild.yaml.",
    ),
    "P347": (
        "personal-data",
        "A person's mail address or telephone number stands in what participants get, and stays there when the "
        "person has gone.",
    ),
    "X801": (
        "slides-differ",
        "A translation (`lesson-2.0.fr.yaml` beside `lesson-2.0.yaml`) lacks a slide of its source, has another "
        "one, or has them in another order. Slides are known by their ids, or by their places where they have "
        "none.",
    ),
    "X802": (
        "activities-differ",
        "Activities, cases, questions or handouts have other ids or other numbers than in the source. Trainers of "
        "both languages who speak of activity 2.1.3 must mean the same one.",
    ),
    "X803": (
        "durations-differ",
        "The lesson, a slide or an activity takes another time than in the source.",
    ),
    "X804": (
        "not-all-translated",
        "The source says something that the translation does not have: an aim, notes, a handout.",
    ),
    "X805": (
        "source-is-newer",
        "The translation says which edition it was made from (`translated_from`), and the source has another one "
        "by now. `deckbuild check` of the two tells what differs.",
    ),
    "X806": (
        "not-translated",
        "A text is word for word what it is in the source. Names and titles of documents are left alone.",
    ),
    "X807": (
        "numbers-differ",
        "Numbers on a slide or in its notes are others than in the source: a year mistyped, a percentage of last "
        "year's.",
    ),
    "X808": (
        "references-differ",
        "A slide refers to other things (`[@id]`) than in the source, or has other words to fill in (`{{word}}`).",
    ),
    "X809": (
        "parts-differ",
        "A list, a table or the notes of a slide have more or fewer parts than in the source.",
    ),
    "X810": (
        "language-of-file",
        "The file's name ends with one language, the lesson in it says another.",
    ),
    "X811": (
        "direction-not-set",
        "The lesson's language is written from right to left, and deckbuild has no words for it that would say so. "
        "Slides and documents would be set the wrong way round.",
    ),
    "X812": (
        "no-room-for-translation",
        "Texts grow when they are translated from English: by 30 % where they are long, short ones to twice their "
        "length (IBM's guideline, in the W3C's “Text size in translation”). With texts of that length this slide "
        "would go on to a further one, or would not hold its title. It fits every slide anew, so it is asked only "
        "on request: `deckbuild check --select X812`, before a lesson is handed to translators.",
    ),
    "X813": (
        "letters-missing",
        "No face of the brand has a character of this text. Every machine shows it in whatever it finds, or as a box.",
    ),
}
"""Code -> name and text."""
