"""A draft becomes a lesson that builds, and every word of it is accounted for."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.accounting import account
from deckbuild.importing.draft import Cue, Draft, Entry, Origin, Section, Slide
from deckbuild.importing.layout import lay_out
from deckbuild.importing.naming import Names, slug
from deckbuild.importing.opening import CannotImport, open_source
from deckbuild.importing.reading import Piece
from deckbuild.importing.yamltext import yaml_text
from deckbuild.pipeline import compose
from deckbuild.workspace import InMemory, Recording

DRAFT = Draft(
    head={"lesson": "2.0", "title": "Mandates", "duration": "20 min"},
    sections=(
        Section(
            "Welcome",
            (
                Slide(
                    "What comes",
                    {"bullets": ("One", "Two")},
                    (Cue("say", "Good morning."),),
                    origin=Origin("a.txt", "line 3"),
                ),
                Slide(
                    "What comes",
                    {"text": "Again."},
                    (Cue("say", "Once more."), Cue("ask", "Why?", answers=("Because.",))),
                ),
            ),
        ),
    ),
    activities=(Entry({"steps": ("Talk",), "title": "Talk", "id": "talk"}),),
    comments={"title": ("Shorten it?",)},
)


def written(draft: Draft) -> str:
    return yaml_text(lay_out(draft, "pictures").entries)


def test_a_draft_is_written_in_the_order_of_the_specification() -> None:
    assert (
        written(DRAFT)
        == """\
lesson: "2.0"
# Shorten it?
title: Mandates
duration: 20 min

sections:
  - title: Welcome
    slides:
      - id: what-comes
        title: What comes
        bullets:
          - One
          - Two
        notes: Good morning.

      - id: what-comes-2
        title: What comes (2)
        text: Again.
        notes:
          - say: Once more.
          - ask: Why?
            answers:
              - Because.

activities:
  - id: talk
    title: Talk
    steps:
      - Talk
"""
    )


def test_what_is_written_builds() -> None:
    diags = Diagnostics()

    compose(Recording(InMemory({"lesson.yaml": written(DRAFT)})), PurePosixPath("lesson.yaml"), diags)

    assert not diags.has_errors


def test_every_word_is_looked_for_in_what_was_written() -> None:
    pieces = [
        Piece("Good morning", "text"),
        Piece("Once more, and never again", "text", place="line 9"),
        Piece("page 3", "footers", "page numbers are computed"),
    ]

    found = account(pieces, written(DRAFT))

    assert (found.read, found.placed, found.left_out, found.lost) == (37, 24, 5, 8)
    assert [share.missing for share in found.shares] == [["line 9: Once more, and never again"], []]


def test_ids_are_made_of_titles_and_stay_readable() -> None:
    names = Names()

    assert slug("The Mandates of UN Peacekeeping: an Overview!") == "mandates-of-un-peacekeeping-an-overview"
    assert slug("A4P+ und die große Übersicht") == "a4p-plus-und-die-grosse-ubersicht"
    assert names.make("مرحبا", "slide-3") == "slide-3"
    assert [names.make("Welcome", "x") for _ in range(3)] == ["welcome", "welcome-2", "welcome-3"]


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("a.docx", b"", "I101", "the file is empty"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "I102", ".doc"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "I103", "password"),
        ("a.docx", b"<html><body>Hello</body></html>", "I106", "a web page, though its name ends in .docx"),
        ("a.doc", b"{\\rtf1 Hello}", "I106", "a Rich Text file, though its name ends in .doc"),
        ("a.pdf", b"%PDF-1.7", "I106", "a PDF"),
        ("a.pptx", b"Just words", "I106", "plain text, though its name ends in .pptx"),
        ("a.txt", b"\x00\x01\x02words", "I106", "no text"),
        ("a.docx", b"PK\x03\x04broken", "I107", "damaged"),
        ("a.yaml", b"lesson: 1", "I106", "YAML"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, content: bytes, code: str, said: str) -> None:
    with pytest.raises(CannotImport) as refused:
        open_source(name, content)

    assert refused.value.code == code
    assert said in refused.value.message
    assert refused.value.hint
