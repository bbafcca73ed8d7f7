"""What the rules on words and form mend by themselves: byte for byte, and nothing else."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from deckbuild.checks.selection import Selection
from deckbuild.fixing import fixed
from deckbuild.workspace import InMemory

LESSON = PurePosixPath("decks/lesson.yaml")
HEAD = '# A comment\nlesson:  "1.1"\ntitle: Mandates\n{more}sections:\n  - title: Welcome\n    slides:\n'


def mended(text: str, code: str) -> str:
    """`text` after the fixes of that rule."""
    done = fixed(
        InMemory({str(LESSON): text, "deckbuild.yaml": "project: Ours\n"}), [LESSON], Selection(select=(code,))
    )
    return done.files.get(LESSON, text.encode()).decode()


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("L110", "A <b>bold</b> word", "A bold word"),
        ("L110", "'A <b>bold</b>  word, isn''t it'   # so", "'A bold  word, isn''t it'   # so"),
        ("L115", "Who is the the Council", "Who is the Council"),
        ("L116", '"Two  spaces   here"', '"Two spaces here"'),
        ("L117", "One , two", "One, two"),
        ("L119", "One thing,another thing", "One thing, another thing"),
        ("L124", "Room #3 is open", '"Room #3 is open"'),
        ("L128", "Well done!!", "Well done!"),
        ("A116", "• first", "first"),
        ("A116", '"1) first"', '"first"'),
    ],
)
def test_a_text_is_mended(code: str, before: str, after: str) -> None:
    frame = HEAD.format(more="") + "      - title: Points\n        bullets:\n          - {}\n          - Another one\n"

    assert mended(frame.replace("{}", before), code) == frame.replace("{}", after)


def test_the_rarer_dash_becomes_the_usual_one() -> None:
    frame = HEAD.format(more="") + "      - title: Points\n        bullets: [One – two, Two – three, {}]\n"

    assert mended(frame.replace("{}", "Three - four"), "L112") == frame.replace("{}", "Three – four")


@pytest.mark.parametrize("written", ["Three — four", "Three --- four", "Three &mdash; four", "Three&mdash;four"])
def test_a_dash_is_mended_however_it_was_written(written: str) -> None:
    frame = HEAD.format(more="") + "      - title: Points\n        bullets: [One -- two, Two – three, {}]\n"

    assert mended(frame.replace("{}", written), "L112") == frame.replace("{}", "Three – four")


def test_the_rarer_spelling_becomes_the_usual_one() -> None:
    frame = HEAD.format(more="") + "      - title: Points\n        bullets: [The colour, Our neighbours, {}]\n"

    assert mended(frame.replace("{}", "Colors"), "L114") == frame.replace("{}", "Colours")


def test_an_abbreviation_is_written_out_where_it_comes_first() -> None:
    frame = HEAD.format(more="abbreviations: {A4P: Action for Peacekeeping}\n") + (
        "      - title: Points\n        bullets: [x]\n        notes:\n          - say: We ask what {} is.\n"
        "          - say: >-\n              It is [+A4P],\n              and it has come.\n"
    )

    quoted = frame.replace("We ask what {} is.", '"We ask what [+A4P] is."')

    assert mended(frame.replace("{}", "A4P"), "L103") == quoted


def test_a_title_loses_its_full_stop() -> None:
    frame = HEAD.format(more="") + "      - {title: {}, bullets: [x]}\n"

    assert mended(frame.replace("{}", "'Missions need friends.'"), "L126") == frame.replace(
        "{}", "'Missions need friends'"
    )


def test_a_french_sign_gets_a_space_at_which_no_line_breaks() -> None:
    frame = HEAD.format(more="language: fr\n") + "      - {title: {}, bullets: [x]}\n"

    assert mended(frame.replace("{}", "Qui décide?"), "L118") == frame.replace("{}", "Qui décide\u00a0?")


def test_a_conflict_is_left_to_a_person() -> None:
    text = HEAD.format(more="") + (
        "      - title: Points\n        bullets: [x]\n        notes:\n          - say: |\n"
        "              <<<<<<< ours\n              one\n              =======\n              two\n"
        "              >>>>>>> theirs\n"
    )

    assert mended(text, "L110") == text
