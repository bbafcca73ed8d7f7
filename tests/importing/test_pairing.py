"""A deck and the guide to it become one lesson; where they disagree it is told."""

from __future__ import annotations

from deckbuild.importing.draft import Cue, Draft, Origin, Section, Slide
from deckbuild.importing.pairing import paired
from deckbuild.importing.reading import Piece, Reading


def deck(*slides: Slide) -> Reading:
    numbered = tuple(
        Slide(s.title, s.body, s.notes, s.id, s.more, s.comments, Origin("deck.pptx", f"slide {n}"))
        for n, s in enumerate(slides, 1)
    )
    return Reading(
        Draft({"title": "Deck", "generate": ("title",)}, (Section("All", numbered),)), (Piece("Same", "slides"),)
    )


def guide(*sections: Section, **head: str) -> Reading:
    return Reading(Draft(head, sections), (Piece("Same", "text"), Piece("More", "text")))


def at(title: str, number: int, text: str, body: dict[str, object] | None = None) -> Slide:
    return Slide(title, body or {}, (Cue("say", text),), origin=Origin("guide.docx", f"slide {number}"))


def test_slides_take_their_notes_from_the_guide_by_title() -> None:
    shown = deck(Slide("What mandates ask for", {"bullets": ("a",)}), Slide("Who decides", {"bullets": ("b",)}))
    told = guide(
        Section("One", (at("Who decides?", 2, "They do."), at("What mandates ask for", 1, "This."))), title="Guide"
    )
    made = paired(shown, told)
    assert [(slide.body["bullets"], slide.notes[0].text) for slide in made.draft.sections[0].slides] == [
        (("a",), "This."),
        (("b",), "They do."),
    ]
    assert made.draft.head == {"title": "Guide", "generate": ("title",)}


def test_slides_without_a_title_are_matched_by_their_number() -> None:
    shown = deck(Slide("Rivers"), Slide("Lakes"))
    made = paired(shown, guide(Section("One", (at("", 2, "Deep."),))))
    assert [slide.notes for slide in made.draft.sections[0].slides] == [(), (Cue("say", "Deep."),)]


def test_notes_of_the_deck_stay_where_they_say_something_else() -> None:
    shown = deck(
        Slide(
            "Rivers",
            {},
            (Cue("say", "Only in the deck, and long enough to be told apart."), Cue("say", "Both say this.")),
        )
    )
    made = paired(shown, guide(Section("One", (at("Rivers", 1, "Both say this."),))))
    (slide,) = made.draft.sections[0].slides
    assert [cue.text for cue in slide.notes] == [
        "Both say this.",
        "Only in the deck, and long enough to be told apart.",
    ]
    assert "deck alone" in slide.notes[1].comments[0]


def test_where_they_disagree_is_told() -> None:
    shown = deck(Slide("Rain and rivers", {"bullets": ("water",)}), Slide("Snow"))
    told = guide(
        Section(
            "One", (at("Rain and the rivers of it", 1, "x", {"bullets": ("fire", "smoke")}), at("Volcanoes", 2, "y"))
        )
    )
    said = [remark.text for remark in paired(shown, told).told]
    assert "the guide calls this slide “Rain and the rivers of it”, the deck “Rain and rivers”" in said
    assert "the guide shows something else on “Rain and rivers” than the deck has" in said
    assert "the guide says nothing of “Snow”, which the deck has" in said
    assert "the deck has no slide for “Volcanoes”, of which the guide speaks" in said


def test_what_only_the_guide_has_comes_after_the_slide_before_it() -> None:
    told = guide(Section("One", (at("Rain", 1, "x"), at("Volcanoes", 2, "y"), at("Snow", 3, "z"))))
    made = paired(deck(Slide("Rain"), Slide("Snow")), told)
    slides = made.draft.sections[0].slides
    assert [slide.title for slide in slides] == ["Rain", "Volcanoes", "Snow"]
    assert "the deck has not" in slides[1].comments[0]


def test_a_deck_without_sections_takes_those_of_the_guide() -> None:
    told = guide(Section("Water", (at("Rain", 1, "x"),)), Section("Ice", (at("Snow", 2, "z"),)))
    made = paired(deck(Slide("Rain"), Slide("Snow"), Slide("Hail")), told)
    assert [(one.title, [slide.title for slide in one.slides]) for one in made.draft.sections] == [
        ("Water", ["Rain"]),
        ("Ice", ["Snow", "Hail"]),
    ]


def test_what_both_say_is_counted_once() -> None:
    pieces = paired(deck(Slide("Rain")), guide(Section("One", (at("Rain", 1, "x"),)))).pieces
    assert [(piece.text, bool(piece.left_out)) for piece in pieces] == [
        ("Same", False),
        ("Same", True),
        ("More", False),
    ]
