"""Limits for the checks.  Houses differ, so they are settings; each says where its default comes from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from deckbuild.spec.authored import Authored
from deckbuild.spec.scalars import Line, Whole
from deckbuild.spec.short import several


class Limits(Authored):
    """Limits for the checks; houses differ, so they are settings."""

    smallest_text: Annotated[
        Whole, Field(description="Smallest size of text on a slide, in points; a brand may ask for more.")
    ] = 12
    known_abbreviations: Annotated[
        tuple[Line, ...], BeforeValidator(several), Field(description="Abbreviations that readers of all lessons know.")
    ] = ()
    abbreviation_uses: Annotated[
        Whole,
        Field(
            description="Fewest uses that an abbreviation is worth (United Nations Editorial Manual: more than two)."
        ),
    ] = 3
    spelling: Annotated[
        Literal["british", "oxford", "american"] | None,
        Field(
            description="How English is spelled; if left out, by the language's tag, else as most of the project is."
        ),
    ] = None
    sentence_words: Annotated[
        Whole,
        Field(
            description="Most words in a sentence; plain-language guides ask for 20 to 25, for what is read twice 40."
        ),
    ] = 40
    reading_level: Annotated[
        Whole,
        Field(description="Highest LIX of a text in English (Björnsson: above 60 is very hard); others are adjusted."),
    ] = 60
    alt_length: Annotated[
        Whole, Field(description="Most characters of alternative text (WebAIM: a sentence or two; Microsoft: 250).")
    ] = 250
    dark_slides: Annotated[
        Whole, Field(description="Share of slides with content, per cent, that may be dark from edge to edge in print.")
    ] = 25
    picture_pixels: Annotated[
        Whole, Field(description="Pixels an inch of slide that a picture needs; 72 fill half of a Full HD screen's.")
    ] = 72
    address_length: Annotated[Whole, Field(description="Longest address that people type from paper.")] = 60
    deck_megabytes: Annotated[
        Whole, Field(description="Largest deck in megabytes; mail programs refuse more than 20 to 25.")
    ] = 25
    text_expansion: Annotated[
        Whole, Field(description="Per cent that a text of more than 70 characters grows in translation (W3C, IBM: 30).")
    ] = 30
    title_lines: Annotated[Whole, Field(description="Lines that a title may take.")] = 2

    # time
    words_a_minute: Annotated[
        Whole,
        Field(description="Words that a trainer says in a minute; houses reckon with 110 to 150.  0: not reckoned."),
    ] = 150
    minutes_a_slide: Annotated[
        Whole,
        Field(description="Minutes a slide may stay while the group has nothing to do; houses say 2 (Kawasaki) to 10."),
    ] = 10
    seconds_a_slide: Annotated[Whole, Field(description="The least that a slide is shown.")] = 20
    minutes_without_task: Annotated[
        Whole,
        Field(description="Minutes between two questions or tasks; attention falls after 10 to 15 (Bligh; Medina)."),
    ] = 15
    minutes_without_pause: Annotated[
        Whole, Field(description="Minutes that a lesson may go on without a pause; most programmes have 90.")
    ] = 90
    busy_share: Annotated[
        Whole,
        Field(
            description="Least share of the time, in percent, in which the group is asked or works; UN CPTM 2017: half."
        ),
    ] = 30
    time_tolerance: Annotated[
        Whole, Field(description="By how many percent the slides may take less than the lesson says.")
    ] = 20
    # slides against notes
    words_read_aloud: Annotated[
        Whole,
        Field(description="Share of what is said, in percent, that may stand on the slide (Mayer: redundancy)."),
    ] = 60
    # outcomes
    outcomes_a_lesson: Annotated[Whole, Field(description="Outcomes that a lesson may have; houses say 3 to 7.")] = 7
    # density
    words_a_slide: Annotated[
        Whole, Field(description="Words on a slide; 6 by 6 gives 36, 7 by 7 gives 49.  Tables are counted otherwise.")
    ] = 60
    points_a_slide: Annotated[
        Whole, Field(description="Points in a list on a slide; houses say 5 to 7 (Miller 1956).")
    ] = 7
    words_a_point: Annotated[Whole, Field(description="Words in a point: about two lines.")] = 22
    words_a_title: Annotated[Whole, Field(description="Words in a slide's title: two lines at most.")] = 14
    words_a_message: Annotated[Whole, Field(description="Words in a key message.")] = 25
    words_a_paragraph: Annotated[Whole, Field(description="Words in a paragraph on a slide.")] = 40
    words_a_say: Annotated[Whole, Field(description="Words in a paragraph of the notes.")] = 120
    words_a_step: Annotated[Whole, Field(description="Words in a step of an activity.")] = 50
    table_rows: Annotated[
        Whole, Field(description="Rows of a table on a slide, its header not counted; houses say 5 to 8.")
    ] = 8
    table_columns: Annotated[Whole, Field(description="Columns of a table on a slide; houses say 4 to 6.")] = 6
    slices: Annotated[Whole, Field(description="Slices of a pie or ring; houses say 5 to 7.")] = 7
    text_slides_running: Annotated[
        Whole, Field(description="Slides of nothing but text that may follow one another.")
    ] = 5
    slides_a_section: Annotated[Whole, Field(description="Slides in a section.")] = 15
    # copied structure
    likeness: Annotated[
        Whole, Field(description="Share of their runs of three words, in percent, from which two slides are alike.")
    ] = 80
