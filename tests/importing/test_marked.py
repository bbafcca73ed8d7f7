"""Lessons and slides in Markdown become lessons: each dialect in its smallest form."""

from __future__ import annotations

import textwrap
from io import BytesIO

from deckbuild.importing.draft import Cue, Draft
from deckbuild.importing.marked.blocks import Rule, Words, blocks
from deckbuild.importing.marked.reader import read
from deckbuild.importing.marked.scanning import Chunk, Div, scan
from deckbuild.importing.opening import open_source
from deckbuild.importing.reading import Options, Reading
from deckbuild.workspace import InMemory
from foreign_decks import imported, png


def reading(text: str, slides_at: str = "auto", files: dict[str, bytes | str] | None = None) -> Reading:
    content = textwrap.dedent(text).encode()
    return read(open_source("lesson.md", content), Options(slides_at=slides_at, near=InMemory(files or {})))


def draft(text: str, **more: str) -> Draft:
    return reading(text, **more).draft


def slides(text: str, slides_at: str = "auto") -> list[tuple[str, dict[str, object]]]:
    return [
        (slide.title, dict(slide.body))
        for section in draft(text, slides_at=slides_at).sections
        for slide in section.slides
    ]


MARP = """\
    ---
    marp: true
    title: Marp
    theme: gaia
    ---

    # Why

    - first
    - second

    <!-- _class: lead -->
    <!-- Say hello. -->

    ---

    # How

    ```python
    print(1)
    ```
    """


def test_marp_divides_at_rules_and_speaks_in_comments() -> None:
    assert slides(MARP) == [
        ("Why", {"bullets": ("first", "second")}),
        ("How", {"code": {"text": "print(1)", "language": "python"}}),
    ]
    found = reading(MARP)
    assert found.draft.sections[0].slides[0].notes == (Cue("say", "Say hello."),)
    assert found.draft.head["title"] == "Marp"
    assert [piece.left_out for piece in found.pieces if "_class" in piece.text] == [
        "it says how slides look, which the brand does"
    ]


REVEAL = """\
    # Opening

    ---

    ## One

    Some words.

    Note:
    Speak slowly.

    --

    ## Two

    | a | b |
    |---|---|
    | 1 | 2 |

    ---

    ## Three

    > A quotation
    > -- Somebody
    """


def test_reveal_divides_at_both_rules_and_says_what_follows_note() -> None:
    assert slides(REVEAL) == [
        ("One", {"text": "Some words."}),
        ("Two", {"table": {"header": ("a", "b"), "rows": (("1", "2"),)}}),
        ("Three", {"quote": {"text": "A quotation", "source": "Somebody"}}),
    ]
    assert draft(REVEAL).sections[0].slides[0].notes == (Cue("say", "Speak slowly."),)
    assert draft(REVEAL).head["title"] == "Opening"


PANDOC = """\
    % Water
    % A. Author

    # Why it matters

    ## Rain

    - It falls
        - on hills

    ::: notes
    Tip: Show the map.
    :::

    ## Rivers

    :::: {.columns}
    ::: {.column width="50%"}
    - up
    :::
    ::: {.column}
    - down
    :::
    ::::

    # What to do

    ## Save it

    $$ a^2 + b^2 = c^2 $$
    """


def test_pandoc_divides_at_the_level_that_something_follows() -> None:
    assert slides(PANDOC) == [
        ("Rain", {"bullets": ({"It falls": ("on hills",)},)}),
        ("Rivers", {"columns": ({"bullets": ("up",)}, {"bullets": ("down",)})}),
        ("Save it", {"math": "a^2 + b^2 = c^2"}),
    ]
    made = draft(PANDOC)
    assert [section.title for section in made.sections] == ["Why it matters", "What to do"]
    assert made.sections[0].slides[0].notes == (Cue("tip", "Show the map."),)


CARPENTRIES = """\
    ---
    title: Looking around
    teaching: 10
    exercises: 5
    ---

    :::::::::::::::::: questions
    - Where am I?
    ::::::::::::::::::

    :::::::::::::::::: objectives
    - Name the folder that one is in.
    ::::::::::::::::::

    ## Folders

    A folder holds files. You are always in one of them.

    ```bash
    $ pwd
    ```

    ```output
    /home/nelle
    ```

    ::: instructor
    Wait until everybody sees the same.
    :::

    :::::: challenge

    ## Go home (5 min)

    1. Go to `/`.
    2. Come back.

    ::: solution
    `cd` alone brings you home.
    :::
    ::::::

    ::: callout

    ### Mind the dot

    A dot is where you are.

    :::

    :::::: keypoints
    - `pwd` says where you are.
    ::::::
    """


def test_a_lesson_of_the_carpentries_keeps_its_parts() -> None:
    made = draft(CARPENTRIES)
    assert made.head["duration"] == "15 min"
    assert made.head["outcomes"] == (
        {"id": "name-the-folder-that-one-is-in", "text": "Name the folder that one is in."},
    )
    assert slides(CARPENTRIES) == [
        ("Questions", {"bullets": ("Where am I?",)}),
        ("Folders", {"columns": ({"code": {"text": "$ pwd", "language": "bash"}},
                                 {"code": {"text": "/home/nelle", "language": "output"}})}),
        ("", {"activity": "go-home"}),
        ("Key points", {"bullets": ("`pwd` says where you are.",)}),
    ]  # fmt: skip
    assert made.activities[0].values == {
        "id": "go-home", "title": "Go home", "steps": ("Go to `/`.", "Come back."), "duration": "5 min",
        "answers": ("`cd` alone brings you home.",),
    }  # fmt: skip
    notes = [cue for section in made.sections for slide in section.slides for cue in slide.notes]
    assert Cue("say", "A folder holds files. You are always in one of them.") in notes
    assert Cue("tip", "Wait until everybody sees the same.") in notes
    assert Cue("text", "**Mind the dot**\n\nA dot is where you are.", audience="everyone") in notes


def test_older_lessons_mark_quotations() -> None:
    text = """\
        ---
        teaching: 5
        exercises: 0
        ---

        ## Pick one

        > ## Try it
        >
        > Pick a number.
        >
        > > ## Solution
        > > Seven.
        > {: .solution}
        {: .challenge}
        """
    made = draft(text)
    assert made.activities[0].values["steps"] == ("Pick a number.",)
    assert made.activities[0].values["answers"] == ("Seven.",)


def test_admonitions_and_alerts_are_read_as_divs() -> None:
    text = """\
        # Page

        ## Here

        Words before it.

        !!! question "Think"
            Why is that?

        > [!TIP]
        > Look twice.

        ## There

        More words.
        """
    notes = [cue for slide in draft(text).sections[0].slides for cue in slide.notes]
    assert Cue("ask", "**Think**\n\nWhy is that?") in notes
    assert Cue("text", "Look twice.", audience="everyone") in notes


def test_where_slides_begin_can_be_said() -> None:
    text = "# A\n\n## B\n\ntext\n\n# C\n\ntext\n"
    assert [title for title, _ in slides(text, "h1")] == ["A", "C"]
    assert [title for title, _ in slides(text, "h2")] == ["B", "C"]
    assert [title for title, _ in slides("Slide 1: One\n\ntext\n\nSlide 2\n\n## Two\n\ntext\n", "markers")] == [
        "One",
        "Two",
    ]


def test_a_guess_says_how_to_correct_it() -> None:
    found = reading("# A\n\n## B\n\ntext\n\n## C\n\ntext\n")
    assert "--slides-at" in found.uncertain[0].text


def test_a_text_to_be_read_becomes_what_is_said() -> None:
    prose = "This sentence has ten words and says very little indeed. " * 8
    text = f"# Title\n\n## Part one\n\n{prose}\n\n- short\n- list\n\n## Part two\n\n{prose}\n"
    (section,) = draft(text).sections
    assert [slide.title for slide in section.slides] == ["Part one", "Part two"]
    assert section.slides[0].body == {"bullets": ("short", "list")}
    assert section.slides[0].notes[0].text.startswith("This sentence")


def test_pictures_are_taken_from_beside_the_file_and_never_from_elsewhere() -> None:
    text = "# A\n\n![Grey bars](img/bars.png)\n\n---\n\n# B\n\n![](https://example.org/x.png)\n\n---\n\n# C\n\nx\n"
    found = reading(text, files={"img/bars.png": png().read()})
    assert list(found.draft.files) == ["bars.png"]
    assert found.draft.sections[0].slides[0].body == {"image": {"file": "bars.png", "alt": "Grey bars"}}
    assert "elsewhere" in found.left_out[0].text
    assert BytesIO(found.draft.files["bars.png"]).read(4) == b"\x89PNG"


def test_links_footnotes_and_comments_are_kept_or_told() -> None:
    text = "# A\n\nSee [there][x] and here.[^1]\n\n<!-- later -->\n\n[^1]: A note.\n\n[x]: https://example.org\n"
    (_, body), *_ = slides(text, "h1")
    assert body == {"text": "See [there](https://example.org) and here. (A note.)"}


def test_divs_within_code_are_code() -> None:
    scanned = scan("```\n::: challenge\n```\n\n::: note\ninside\n:::\n")
    assert isinstance(scanned.nodes[0], Chunk)
    assert isinstance(scanned.nodes[1], Div)
    assert scanned.nodes[1].name == "note"


def test_drawn_tables_and_unknown_divs_keep_their_words() -> None:
    assert slides("# A\n\n+---+---+\n| a | b |\n+---+---+\n\n# B\n\n::: {.box}\nwords\n:::\n", "h1") == [
        ("A", {"code": {"text": "+---+---+\n| a | b |\n+---+---+", "language": "text"}}),
        ("B", {"text": "words"}),
    ]


def test_a_rule_under_a_paragraph_is_a_heading_as_in_all_markdown() -> None:
    assert not any(isinstance(block, Rule) for block in blocks("Title\n---\n"))
    assert [type(block) for block in blocks("Text\n\n---\n\nText")] == [Words, Rule, Words]


def test_a_whole_lesson_builds_and_nothing_is_lost() -> None:
    lesson, text, _ = imported(textwrap.dedent(CARPENTRIES).encode(), "01-looking.md")
    assert lesson.lesson == "1"
    assert "# " not in text.split("sections:")[0]
