"""Codes about language: name and manual text of each (see catalogue.py)."""

from __future__ import annotations

from collections.abc import Mapping

WORDING: Mapping[str, tuple[str, str]] = {
    "L102": (
        "abbreviation-never-written-out",
        "An abbreviation is used, and nothing in the lesson says what it stands for: neither `abbreviations`, nor "
        "a text such as `long form (ABC)`, nor the glossary. People don't ask; they stop listening. Those that "
        "dictionaries have (PDF, UN, HIV) are left alone; `limits: {known_abbreviations: [..]}` in deckbuild.yaml "
        "adds your house's.",
    ),
    "L103": (
        "abbreviation-written-out-late",
        "An abbreviation is written out, but not where a reader of the notes or of the participant guide meets it "
        "first. `[+ABC]` writes it out at its first place in each output, and nowhere else, so it can stand "
        "everywhere; titles don't count, as they stay short.",
    ),
    "L104": (
        "abbreviation-written-out-twice",
        "A text writes an abbreviation out that was written out before. Readers wonder whether it is another one. "
        "Write the short form alone, or `[+ABC]`, which knows whether it is the first.",
    ),
    "L105": (
        "abbreviation-in-title",
        "A title has an abbreviation in it. The United Nations Editorial Manual keeps them out of titles, as a "
        "title is read before any text that explains it. Many houses allow it, so this is asked only where "
        "deckbuild.yaml says `checks: {L105: warning}`.",
    ),
    "L106": (
        "abbreviation-seldom-used",
        "An abbreviation is defined for one or two uses. Writing it out there costs less than learning it: the "
        "United Nations Editorial Manual asks for more than two uses. `limits: {abbreviation_uses: 2}` in "
        "deckbuild.yaml.",
    ),
    "L107": (
        "abbreviation-never-used",
        "The list of abbreviations has one that no text uses. It fills a line of the list in both documents.",
    ),
    "L108": (
        "abbreviation-with-two-meanings",
        "A text writes an abbreviation out otherwise than `abbreviations` does. One of the two is wrong, or there "
        "are two that need different letters.",
    ),
    "L110": (
        "mark-up-left",
        "Something that was meant as mark-up would be printed as it stands: stars that are not closed, HTML tags, "
        "`&nbsp;` in a text without Markdown, the signs of a merge conflict, a command of LaTeX. Mostly it was "
        "left behind by copying.",
    ),
    "L111": (
        "placeholder-left",
        "A text holds the place of one that was to be written: TBD, TODO, lorem ipsum, `[DD Month]`, `XXX`.",
    ),
    "L112": (
        "dashes-differ",
        "Dashes between words are written in two ways: with a hyphen, an en dash or an em dash, with spaces or "
        "without. Either is right by some house's style, one beside the other is by none. The rarer one is "
        "reported, over all lessons that are checked together.",
    ),
    "L113": (
        "foreign-quotation-marks",
        'Quotation marks are those of another language, often brought along by copying. Straight ones (`"`) are '
        "set as the lesson's language wants them.",
    ),
    "L114": (
        "spelling-differs",
        "English is spelled in British and in American ways, or with `-ise` and with `-ize`. Reviewers spend hours "
        "on this. The rarer one is reported; `limits: {spelling: british}` in deckbuild.yaml says which one is "
        "meant, or the language's tag does (`en-GB`, `en-US`). `oxford` is British spelling with `-ize`, as the "
        "United Nations write.",
    ),
    "L115": (
        "word-twice",
        "A word stands twice in a row. It mostly happens at the end of a line, where nobody sees it.",
    ),
    "L116": (
        "two-spaces",
        "Two spaces stand where one belongs: in justified text and on slides the gap is seen.",
    ),
    "L117": (
        "space-before-sign",
        "A space stands before a comma, a full stop, a colon or a question mark. French wants it before some of "
        "them, and is left alone.",
    ),
    "L118": (
        "no-space-before-sign",
        "French wants a space before `;`, `:`, `!` and `?` (in Canada before the colon alone, in Switzerland "
        "before none). It has to be one at which no line breaks: `--fix` writes it.",
    ),
    "L119": (
        "no-space-after-sign",
        "Two words or two sentences run into each other, as no space parts them.",
    ),
    "L120": (
        "sentence-too-long",
        "A sentence has more words than anybody holds in mind, above all when it is heard. Plain-language guides "
        "ask for 20 to 25 words on average (GOV.UK: 25 at most), lawyers manage 40. `limits: {sentence_words: 30}` "
        "in deckbuild.yaml.",
    ),
    "L121": (
        "hard-to-read",
        "What is said on a slide, a case or a handout has long sentences and long words. Its LIX (C. H. Björnsson, "
        "Läsbarhet, 1968: words a sentence, and words of more than six letters in a hundred) is above that of laws "
        "and theses, 60. For other languages than English, whose words are longer, a little more is allowed.",
    ),
    "L122": (
        "excluding-term",
        "A word leaves people out, or makes one trait of them all that they are. What stands in its place follows "
        "the United Nations' guidelines for gender-inclusive and for disability-inclusive language. It is a remark "
        "and no more: a quotation or a title may need the word.",
    ),
    "L123": (
        "text-in-other-language",
        "A text is in another language than the lesson, told by its small words. It was forgotten in translation, "
        "or it is a quotation, which the kind `quote` shows as one.",
    ),
    "L124": (
        "cut-by-comment",
        "To YAML a `#` after a space begins a comment, so the rest of the line is no part of the text: `Room #3` "
        "becomes `Room`. Put the text in quotes. A comment that is meant has a space after its `#`.",
    ),
    "L125": (
        "titles-in-two-cases",
        "Some titles have Capitals on Each Word, others have one on the first word alone. The rarer way is "
        "reported, where one is at least three times as frequent.",
    ),
    "L126": (
        "title-with-full-stop",
        "A title ends with a full stop, a comma or a colon. Titles are no sentences that end.",
    ),
    "L127": (
        "points-not-alike",
        "Some points of one list end with a full stop, others do not. Whole sentences may have one, single words "
        "have none; a list has points of one form.",
    ),
    "L128": (
        "signs-repeated",
        "A sign stands twice or more: `!!`, `??`, `,,`, `..`. One is enough.",
    ),
    "L129": (
        "ambiguous-date",
        "A date in numbers such as 03/04/2026 is the third of April in Europe and the fourth of March in America. "
        "Write the month as a word.",
    ),
    "L130": (
        "wrong-language",
        "Most of the lesson's texts are in another language than it says. Screen readers would speak it in a voice "
        "that nobody understands, and labels, quotation marks and dates are wrong too.",
    ),
    "L131": (
        "bracket-not-closed",
        "A round bracket is opened and not closed, or closed and never opened.",
    ),
    "L132": (
        "compounds-differ",
        "The same compound is written with a hyphen in one place and as one word in another: e-mail and email, "
        "co-operation and cooperation. The rarer one is reported, over all lessons that are checked together.",
    ),
    "L136": (
        "quotes-differ",
        "Some words are quoted with single marks, most with double ones. Within a quotation the others are right; "
        "beside one they look like another meaning.",
    ),
}
"""Code -> name and text."""
