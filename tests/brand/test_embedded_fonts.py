"""Fonts in decks and documents: where they may be, in the forms that Office reads, and LibreOffice as the witness."""

from __future__ import annotations

import io
import struct
import uuid
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

import pytest
from fontTools.ttLib import TTFont

import needs
from brand.fonts import font
from deckbuild.brand.brand import Face
from deckbuild.brand.cuts import cut, permission
from deckbuild.brand.faces import choose
from deckbuild.ooxml.lint import lint_package
from deckbuild.pictures.libreoffice import to_pdf
from deckbuild.pipeline import Build, build
from deckbuild.render.fonts import eot, obfuscated
from deckbuild.workspace import InMemory
from ooxml import sdk

LESSON = """
lesson: "1.1"
title: Fonts
sections:
  - title: One
    slides:
      - {title: First, bullets: [Ďábel *sám*]}
"""


@lru_cache(maxsize=8)
def made(brand: str = "fonts: {heading: Source Serif 4, body: Source Sans 3}") -> Build:
    files = {"decks/a.yaml": f"brand: ours{LESSON}", "brand/ours/brand.yaml": f"brand: ours\n{brand}\n"}
    return build(InMemory(files), PurePosixPath("decks/a.yaml"))


def output(name: str, brand: str = "fonts: {heading: Source Serif 4, body: Source Sans 3}") -> bytes:
    return made(brand).files[PurePosixPath(f"build/a{name}")]


def fonts_in(content: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if "/fonts/" in name}


def test_files_with_fonts_are_sound() -> None:
    sdk.require()
    for name in (".pptx", "-facilitator.docx", "-participant.docx"):
        assert lint_package(output(name)) == ()
        assert sdk.findings(output(name), "." + name.rpartition(".")[2]) == []


def test_a_deck_names_its_fonts_and_holds_them_as_embedded_opentype() -> None:
    held = fonts_in(output(".pptx"))
    with zipfile.ZipFile(io.BytesIO(output(".pptx"))) as archive:
        main = archive.read("ppt/presentation.xml").decode()

    assert '<p:font typeface="Source Sans 3"/>' in main
    assert 'embedTrueTypeFonts="1"' in main
    families = set()
    for content in held.values():
        size, length, version, flags = struct.unpack_from("<4L", content)
        assert (size, version, flags) == (len(content), 0x00020001, 0)
        assert struct.unpack_from("<H", content, 34) == (0x504C,)
        inside = TTFont(io.BytesIO(content[-length:]), checkChecksums=2)
        families.add((inside["name"].getDebugName(1), inside["name"].getDebugName(2)))
    assert families == {(family, style) for family in ("Source Serif 4", "Source Sans 3")
                        for style in ("Regular", "Bold", "Italic", "Bold Italic")}  # fmt: skip


def test_used_means_the_characters_used_and_latin_letters_for_corrections() -> None:
    content = next(iter(fonts_in(output(".pptx")).values()))
    (length,) = struct.unpack_from("<L", content, 4)
    has = TTFont(io.BytesIO(content[-length:])).getBestCmap()

    assert ord("Ď") in has
    assert ord("q") in has
    assert ord("Ψ") not in has


def test_italics_are_put_in_only_where_something_is_italic() -> None:
    plain = f"brand: ours{LESSON}".replace("*sám*", "sám")
    files = {"decks/a.yaml": plain, "brand/ours/brand.yaml": "brand: ours\nfonts: {body: Source Sans 3}\n"}
    deck = build(InMemory(files), PurePosixPath("decks/a.yaml")).files[PurePosixPath("build/a.pptx")]

    assert len(fonts_in(deck)) == 4  # regular and bold of two families


def test_all_puts_whole_families_in_and_none_leaves_them_out() -> None:
    whole = fonts_in(output(".pptx", "fonts: {body: Source Sans 3, heading: Source Sans 3}\nembed_fonts: all"))
    assert max(map(len, whole.values())) > 300_000
    assert fonts_in(output(".pptx", "embed_fonts: none")) == {}
    assert fonts_in(output("-facilitator.docx", "embed_fonts: none")) == {}


def test_a_face_that_stands_in_is_never_put_in_under_another_name() -> None:
    assert fonts_in(output(".pptx", "fonts: {heading: Arial, body: Calibri, mono: Courier New}")) == {}


@pytest.mark.parametrize(
    ("bits", "allowed"), [(0, "yes"), (8, "yes"), (4, "no"), (2, "no"), (0x108, "whole"), (0x200, "no")]
)
def test_the_fonts_own_bits_are_kept_to(bits: int, allowed: str) -> None:
    assert permission(Face("Ours", False, False, Path("x.ttf"), content=font("Ours", embedding=bits))) == allowed


def test_a_font_that_must_not_be_embedded_is_said() -> None:
    files = {"decks/a.yaml": f"brand: ours{LESSON}", "brand/ours/brand.yaml": "brand: ours\nfonts: {body: Ours}\n",
             "brand/ours/fonts/ours.ttf": font("Ours", embedding=2)}  # fmt: skip
    made_ = build(InMemory(files), PurePosixPath("decks/a.yaml"))

    assert [one.code for one in made_.diagnostics] == ["B111"]
    assert all(b"Ours" not in content for content in fonts_in(made_.files[PurePosixPath("build/a.pptx")]).values())


def test_obfuscation_is_undone_by_doing_it_again() -> None:
    """ECMA-376 part 4, 15.2.13: the first 32 bytes, with the key's bytes from the last to the first."""
    key, plain = uuid.UUID("00112233-4455-6677-8899-AABBCCDDEEFF"), bytes(40)

    assert obfuscated(plain, key)[:3] == b"\xff\xee\xdd"
    assert obfuscated(obfuscated(plain, key), key) == plain


def test_the_same_font_gives_the_same_bytes() -> None:
    bold = choose("Source Serif 4").faces[1]
    letters = frozenset("abc")
    first = eot(cut(bold, letters))
    cut.cache_clear()

    assert eot(cut(bold, letters)) == first


def test_libreoffice_sets_a_document_in_its_own_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that has none of them: the witness that the fonts can be read."""
    needs.libreoffice()
    settings = tmp_path / "fonts.conf"
    settings.write_text(f"<fontconfig><dir>/usr/share/fonts</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))
    pdf = to_pdf(output("-facilitator.docx"), ".docx")

    assert b"SourceSerif4-Bold" in pdf
    assert b"SourceSans3-Regular" in pdf
