"""Films and sounds: in the deck or beside it, played by a click, with what to do without them."""

from __future__ import annotations

import contextlib
import io
import struct
import textwrap
import wave
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from docx import Document
from lxml import etree

from deckbuild.assets import Asset
from deckbuild.load.media import read_media
from deckbuild.load.refused import RefusedFileError
from deckbuild.ooxml.lint import lint_package
from deckbuild.pipeline import Build, build
from deckbuild.workspace import InMemory

ROOT = Path(__file__).parents[2]
FILM = (ROOT / "decks/gallery/breath.mp4").read_bytes()
BELL = (ROOT / "decks/gallery/bell.mp3").read_bytes()
LESSON = PurePosixPath("decks/a.yaml")
DECK = PurePosixPath("build/a.pptx")


def silence(seconds: float) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(round(seconds * 16000)))
    return out.getvalue()


def built(slides: str, *, clean: bool = True, **files: bytes) -> Build:
    text = 'lesson: "1"\ntitle: T\ngenerate: []\nsections:\n- title: S\n  slides:\n' + textwrap.indent(
        textwrap.dedent(slides), "  "
    )
    named = {"film.mp4": FILM, "bell.mp3": BELL, "rest.wav": silence(2), **files}
    made = build(InMemory({str(LESSON): text, **{f"decks/{name}": content for name, content in named.items()}}), LESSON)
    assert not (clean and made.diagnostics), made.diagnostics
    for path, content in made.files.items():
        if path.suffix in (".pptx", ".docx"):
            assert lint_package(content) == ()
    return made


def parts(made: Build) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.files[DECK])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def links(made: Build) -> dict[str, tuple[str, str, str | None]]:
    root = etree.fromstring(parts(made)["ppt/slides/_rels/slide1.xml.rels"])
    return {
        one.get("Id"): (one.get("Type").rpartition("/")[2], one.get("Target"), one.get("TargetMode")) for one in root
    }


def words(made: Build, ending: str) -> str:
    content = next(content for path, content in made.files.items() if path.name.endswith(ending))
    return " ".join(node.text for node in Document(io.BytesIO(content)).element.iter() if node.text)


FULL = """
- title: Watch how she listens
  duration: 1 min
  video: {file: film.mp4, title: One breath, alt: A bar fills, fallback: Count to six., caption: Look at the bar}
"""


# --- files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind", "seconds"),
    [(FILM, "mp4", 6.0), (BELL, "mp3", 3.0), (silence(2), "wav", 2.0)],
    ids=["mp4", "mp3", "wav"],
)
def test_running_time_and_type_come_from_the_file(content: bytes, kind: str, seconds: float) -> None:
    asset = read_media(content)

    assert asset.kind == kind
    assert asset.seconds == pytest.approx(seconds, abs=0.2)


def test_a_film_has_the_size_of_its_pictures() -> None:
    asset = read_media(FILM)

    assert (asset.width, asset.height) == (480, 270)


def test_a_webm_says_how_long_and_how_large_it_is() -> None:
    head = b"\x1a\x45\xdf\xa3\x80" + b"\x2a\xd7\xb1\x83" + (1_000_000).to_bytes(3, "big")
    asset = read_media(head + b"\x44\x89\x84" + struct.pack(">f", 4500.0) + b"\xb0\x82\x02\x80\xba\x82\x01\x68")

    assert (asset.kind, asset.seconds, asset.width, asset.height) == ("webm", 4.5, 640, 360)


@pytest.mark.parametrize(
    "content", [b"", b"text", FILM[:6], b"RIFF\0\0\0\0WAVEfmt "], ids=["empty", "text", "cut", "header"]
)
def test_what_is_no_film_is_refused_or_has_no_time(content: bytes) -> None:
    try:
        assert read_media(content).seconds == 0
    except RefusedFileError as refused:
        assert refused.code == "R105"


def test_every_beginning_of_a_file_is_read_or_refused() -> None:
    for content in (FILM, BELL, silence(0.1)):
        for length in range(0, min(len(content), 3000), 7):
            with contextlib.suppress(RefusedFileError):
                read_media(content[:length])


# --- in the deck ---------------------------------------------------------------------------------------------


def test_a_film_is_embedded_once_and_named_for_old_and_new_programs() -> None:
    made = built(FULL)
    slide = etree.fromstring(parts(made)["ppt/slides/slide1.xml"])
    known = links(made)

    assert slide.find(".//{*}videoFile") is not None
    assert slide.find(".//{*}nvPr/{*}extLst/{*}ext/{*}media") is not None
    kinds = [kind for kind, target, _ in known.values() if target.endswith(".mp4")]
    assert sorted(kinds) == ["media", "video"]
    assert len({target for _, target, _ in known.values() if target.endswith(".mp4")}) == 1
    assert [content for name, content in parts(made).items() if name.endswith(".mp4")] == [FILM]


def test_a_click_on_the_film_plays_it() -> None:
    slide = etree.fromstring(parts(built(FULL))["ppt/slides/slide1.xml"])
    shape = next(one for one in slide.iter("{*}pic") if one.find(".//{*}videoFile") is not None)
    number = shape.find("./{*}nvPicPr/{*}cNvPr").get("id")
    timing = slide.find("./{*}timing")

    assert {target.get("spid") for target in timing.iter("{*}spTgt")} == {number}
    assert timing.find(".//{*}video/{*}cMediaNode") is not None
    assert [one.get("cmd") for one in timing.iter("{*}cmd")] == ["togglePause"]
    numbers = [one.get("id") for one in timing.iter("{*}cTn")]
    assert len(set(numbers)) == len(numbers)


def test_the_film_keeps_its_sides_and_says_what_is_to_be_seen() -> None:
    slide = etree.fromstring(parts(built(FULL))["ppt/slides/slide1.xml"])
    shape = next(one for one in slide.iter("{*}pic"))
    size = shape.find("./{*}spPr/{*}xfrm/{*}ext")

    assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(480 / 270, rel=0.001)
    assert shape.find("./{*}nvPicPr/{*}cNvPr").get("descr") == "A bar fills"


def test_a_film_beside_the_deck_is_laid_there_and_linked_to() -> None:
    made = built(FULL.replace("file: film.mp4", "file: film.mp4, embed: false"))

    assert made.files[PurePosixPath("build/a-media/film.mp4")] == FILM
    assert {target for _, target, mode in links(made).values() if mode == "External"} == {"a-media/film.mp4"}
    assert not [name for name in parts(made) if name.endswith(".mp4")]


def test_an_address_is_linked_to_and_never_fetched() -> None:
    made = built(
        "- title: A\n  video: {url: 'https://example.org/film', alt: A bar, fallback: Count., running_time: 3 min}\n"
    )

    assert ("hyperlink", "https://example.org/film", "External") in links(made).values()
    assert b"<p:timing" not in parts(made)["ppt/slides/slide1.xml"]


def test_a_sound_has_its_own_sign_and_timing() -> None:
    made = built("- title: A\n  audio: {file: rest.wav, alt: Silence, fallback: Be still.}\n")
    slide = etree.fromstring(parts(made)["ppt/slides/slide1.xml"])

    assert slide.find(".//{*}audioFile") is not None
    assert slide.find(".//{*}timing//{*}audio/{*}cMediaNode") is not None


def test_a_poster_of_ones_own_takes_the_place_of_the_drawn_one() -> None:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (64, 36), "red").save(out, "PNG")
    made = built(FULL.replace("film.mp4,", "film.mp4, poster: still.png,"), **{"still.png": out.getvalue()})

    assert out.getvalue() in parts(made).values()


# --- what is said about it -----------------------------------------------------------------------------------


def test_the_trainer_reads_what_to_do_without_it_and_participants_do_not() -> None:
    made = built(FULL)
    trainer, participant = words(made, "-facilitator.docx"), words(made, "-participant.docx")

    for text in ("One breath", "6 s", "Count to six."):
        assert text in trainer
    assert "One breath" in participant
    assert "Count to six." not in participant


def test_a_film_longer_than_its_slide_is_reported() -> None:
    made = built(FULL.replace("1 min", "3 s"), clean=False)

    assert [one.code for one in made.diagnostics] == ["T311"]


def test_the_linter_sees_a_film_of_another_kind_and_a_play_button_on_nothing() -> None:
    sound = parts(built(FULL))

    def codes(old: bytes, new: bytes, name: str) -> set[str]:
        changed = {**sound, name: sound[name].replace(old, new)}
        assert changed[name] != sound[name]
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part, content in changed.items():
                archive.writestr(part, content)
        return {defect.code for defect in lint_package(out.getvalue())}

    assert "P236" in codes(b"relationships/video", b"relationships/audio", "ppt/slides/_rels/slide1.xml.rels")
    slide = sound["ppt/slides/slide1.xml"]
    title = etree.fromstring(slide).find(".//{*}sp/{*}nvSpPr/{*}cNvPr").get("id").encode()
    shown = etree.fromstring(slide).find(".//{*}pic/{*}nvPicPr/{*}cNvPr").get("id").encode()
    assert "P237" in codes(b'spid="' + shown + b'"', b'spid="' + title + b'"', "ppt/slides/slide1.xml")


def test_a_poster_is_the_same_twice() -> None:
    assert built(FULL).files == built(FULL).files


def test_an_asset_of_a_sound_has_no_size_of_its_own() -> None:
    assert read_media(BELL) == Asset(BELL, "mp3", 16, 9, seconds=read_media(BELL).seconds)
