"""Brands on an organisation's own deck: its layouts are found, completed, and everything else is left behind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest
from lxml import etree

from deckbuild.brand.brand import Brand
from deckbuild.brand.load import load_brand
from deckbuild.diagnostics.model import NOWHERE, Diagnostic, Diagnostics
from deckbuild.ooxml.foreign import LARGEST, Unusable, open_foreign
from deckbuild.ooxml.lint import lint_package
from deckbuild.ooxml.opening import open_package, parse
from deckbuild.pictures.embedded import drawable
from deckbuild.pipeline import Build, build
from deckbuild.workspace import InMemory
from templates import USUAL, changed, deck, layout

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LESSON = """
lesson: "1.1"
title: Mandates
sections:
  - title: Welcome
    slides:
      - {title: Points, bullets: [one, two]}
      - {title: Table, table: {header: [a, b], rows: [[c, d]]}}
      - {title: Groups, groups: [{title: A, items: [x]}, {title: B, items: [y]}]}
      - {title: Columns, columns: [{title: L, bullets: [x]}, {title: R, bullets: [y]}, {title: S, bullets: [z]}]}
      - {title: Said, quote: {text: Tell me., source: A proverb}}
      - {title: Asked, question: {stem: Who protects?, options: [You, We]}}
"""


def found(
    template: bytes, brand: str = "brand: theirs\ntemplate: t.potx\n"
) -> tuple[Brand | None, tuple[Diagnostic, ...]]:
    """The brand, and all that is said about it."""
    diags = Diagnostics()
    files = {"brand/theirs/brand.yaml": brand, "brand/theirs/t.potx": template}
    return load_brand(InMemory(files), "theirs", "A4", diags, NOWHERE), diags.in_order()


def sound(template: bytes, brand: str = "brand: theirs\ntemplate: t.potx\n") -> Brand:
    """The brand, about which nothing is to be said."""
    made, said = found(template, brand)
    assert not said
    assert made is not None
    return made


def built(template: bytes, files: Mapping[str, bytes | str] | None = None) -> Build:
    """A lesson on the template, whose folder holds nothing else."""
    project = "project: Ours\nbrand: theirs\nedition: May\ngenerate: [title, agenda, dividers]\n"
    own = {"deckbuild.yaml": project, "decks/a.yaml": LESSON, "brand/theirs/t.potx": template, **(files or {})}
    return build(InMemory(own), PurePosixPath("decks/a.yaml"))


def test_layouts_are_found_by_their_placeholders_whatever_their_names() -> None:
    names = ("Quux", "Foo", "Bar", "Baz")
    brand = sound(deck(*(layout(name, one.holders) for name, one in zip(names, USUAL, strict=True))))

    served = {layout.role: layout.name for layout in brand.layouts}
    assert [served[role] for role in ("title", "content", "section", "cards")] == list(names)


def test_names_decide_between_layouts_that_are_alike() -> None:
    alike = [layout("Agenda", "title obj"), layout("Inhalte", "title obj"), layout("Danke", "title line")]
    brand = sound(deck(*USUAL, *alike))

    assert brand.layout("agenda").name == "Agenda"
    assert brand.layout("content").name == "Titel und Inhalt"
    assert brand.layout("closing").name == "Danke"


def test_brand_yaml_has_the_last_word() -> None:
    text = "brand: theirs\ntemplate: t.potx\nlayouts: {section: Nur Titel}\n"

    assert sound(deck(), text).layout("section").name == "Nur Titel"


def test_a_layout_that_is_missing_is_made_from_its_nearest_on_the_same_master() -> None:
    brand = sound(deck(masters=2))
    package = open_package(brand.pptx_template)
    columns = brand.layout("columns-3")

    assert columns.name == "Three columns"
    assert [slot.purpose for slot in columns.slots if slot.purpose.startswith("column-")] == [
        "column-title-1", "column-title-2", "column-title-3", "column-1", "column-2", "column-3",
    ]  # fmt: skip
    masters = {layout.part: package.related(layout.part, "slideMaster") for layout in brand.layouts if layout.role}
    assert {part.name for part in masters.values() if part} == {"/ppt/slideMasters/slideMaster1.xml"}


def test_faces_sizes_and_colours_are_the_templates() -> None:
    brand = sound(deck())
    body = brand.layout("content").slot("body")

    assert (brand.heading_family, brand.body_family) == ("Source Serif 4", "Source Sans 3")
    assert body is not None
    assert [level.size for level in body.levels] == [24.0, 22.0, 20.0]
    assert brand.palette["accent1"] == "0E6E55"
    assert (brand.width, brand.height) == (9144000, 6858000)


def test_text_of_drawings_is_in_the_templates_face_where_it_does_not_say_how_to_set_it() -> None:
    presentation = open_package(sound(deck()).pptx_template).parts["/ppt/presentation.xml"].content
    levels = [level.get("typeface") for level in parse(presentation).iter(f"{A}latin")]

    assert levels == ["+mn-lt"] * 9


def test_what_a_layout_lacks_its_slides_lack() -> None:
    brand = sound(deck())

    assert brand.layout("title").slot("footer") is None
    assert brand.layout("content").slot("footer") is not None


def test_a_folder_with_a_template_and_nothing_else_is_a_brand() -> None:
    made = built(deck())

    assert not made.diagnostics
    assert set(map(str, made.files)) == {"build/a.pptx", "build/a-facilitator.docx", "build/a-participant.docx"}


def test_leftovers_of_the_template_are_in_no_output() -> None:
    made = built(deck(slides=3))
    content = made.files[PurePosixPath("build/a.pptx")]
    names = set(open_package(content).parts)

    assert lint_package(content) == ()
    assert not [name for name in names if "thumbnail" in name or "printer" in name]
    assert len([name for name in names if name.startswith("/ppt/slides/")]) == 7


def test_a_second_master_and_an_odd_size_stay() -> None:
    made = built(deck(masters=2, size=(7559675, 10691813)))
    package = open_package(made.files[PurePosixPath("build/a.pptx")])
    size = parse(package.parts["/ppt/presentation.xml"].content).find(f"{P}sldSz")

    assert size is not None
    assert (size.get("cx"), size.get("cy")) == ("7559675", "10691813")
    assert "/ppt/slideMasters/slideMaster2.xml" in package.parts


def test_dark_grounds_are_seen_wherever_they_come_from() -> None:
    dark = "<p:sp><p:nvSpPr><p:cNvPr id='90' name='Field'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='9144000' cy='6858000'/></a:xfrm><a:solidFill><a:schemeClr val='tx2'/></a:solidFill></p:spPr></p:sp>"
    brand = sound(deck(layout("Titelfolie", "ctrTitle subTitle", more=dark), *USUAL[1:]))

    assert brand.layout("title").dark
    assert not brand.layout("content").dark


def test_the_same_template_gives_the_same_brand() -> None:
    assert sound(deck()).pptx_template == sound(deck()).pptx_template


STRICT = "http://purl.oclc.org/ooxml/presentationml/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MASTER, FIRST = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml"


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        (b"no zip", "this is no Office file: it is no zip package"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "it is protected with a password; save it without one"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "it is a file of PowerPoint 97–2003 (.ppt)"),
        (changed(deck(), {"ppt/presentation.xml": lambda text: text.replace("http://schemas.openxmlformats.org/presentationml/2006/main", STRICT)}),
         "it is Strict Open XML"),
        (changed(deck(), {"[Content_Types].xml": lambda text: text.replace("vnd.openxmlformats-officedocument.presentationml.template.main+xml", "vnd.ms-powerpoint.template.macroEnabled.main+xml")}),
         "it holds macros, whatever its name ends in"),
        (changed(deck(), {"ppt/presentation.xml": lambda text: text.replace("sldMasterIdLst", "gone")}), "it has no slide master"),
        (changed(deck(), {MASTER: lambda text: text.replace("sldLayoutIdLst", "gone")}), "its slide master has no layouts"),
        (changed(deck(), {FIRST: lambda text: text.replace("<p:sldLayout", "<!DOCTYPE x []><p:sldLayout")}), "/ppt/slideLayouts/slideLayout1.xml: the part has a document type definition"),
        (changed(deck(), {MASTER: "<p:sld"}), "/ppt/slideMasters/slideMaster1.xml: the part is not well-formed XML"),
        (deck(layout("Leer", "obj"), master="body"), "neither its slide master nor any of its layouts has a title"),
        (changed(deck(), {"ppt/media/bomb.png": bytes(1 << 28)}), "the package holds"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_used_is_refused_in_one_line(template: bytes, reason: str) -> None:
    made, said = found(template)

    assert made is None
    (message,) = said
    assert message.code == "B120"
    assert message.message.startswith(f"`brand/theirs/t.potx` can't be used as a template: {reason}")
    assert "\n" not in message.message


def _with_layout_picture(link: str) -> bytes:
    picture = (
        "<p:pic><p:nvPicPr><p:cNvPr id='70' name='Logo'/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:{}='rId2'/>"
        "</p:blipFill><p:spPr/></p:pic></p:spTree>"
    )
    way = "link" if ":" in link else "embed"
    names = ("slideMaster", "../slideMasters/slideMaster1.xml"), ("image", link)
    from templates import rels

    return changed(deck(), {
        FIRST: lambda text: text.replace("</p:spTree>", picture.format(way)),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": rels(*names),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("template", "loss"),
    [
        (_with_layout_picture("http://example.org/logo.png"), "a picture is kept outside the file, at http://example.org/logo.png"),
        (_with_layout_picture("NULL"), "a picture named a part that is not in the file"),
        (changed(deck(), {"ppt/slideMasters/_rels/slideMaster1.xml.rels": lambda text: text.replace("theme1.xml", "gone.xml")}),
         "its theme is missing; plain colours and faces stand in"),
    ],
)  # fmt: skip
def test_what_is_lost_is_named_and_the_brand_works(template: bytes, loss: str) -> None:
    made, said = found(template)

    assert made is not None
    assert lint_package(made.pptx_template) == ()
    assert [one.code for one in said] == ["B121"]
    assert said[0].message.endswith(loss)


@pytest.mark.parametrize(
    "template",
    [
        changed(
            deck(masters=2),
            {"ppt/slideMasters/_rels/slideMaster2.xml.rels": lambda text: text.replace("theme2", "theme1")},
        ),
        changed(deck(), {FIRST: lambda text: text.replace("id='3'", "id='2'")}),
        deck(*(layout(f"Layout {n}", "title obj") for n in range(200))),
        deck(layout("Ohne Titel", "obj"), layout("Bild", "pic")),
    ],
    ids=["two masters share a theme", "a shape id twice", "200 layouts", "no layout has a title"],
)
def test_slips_are_mended_without_a_word(template: bytes) -> None:
    made = built(template)

    assert not [one for one in made.diagnostics if one.severity.value == "error"]
    assert lint_package(made.files[PurePosixPath("build/a.pptx")]) == ()


def test_a_file_of_more_than_a_hundred_megabytes_is_refused_before_it_is_opened() -> None:
    made, said = found(deck() + bytes(LARGEST))

    assert made is None
    assert [one.code for one in said if "100 MB" in one.message] == [said[0].code]
    assert "it has 100 MB, more than 100 MB are not taken: every deck would hold them" in said[0].message


def test_a_file_of_just_a_hundred_megabytes_is_still_looked_into() -> None:
    with pytest.raises(Unusable, match="it is no zip package"):
        open_foreign(bytes(LARGEST))


@pytest.mark.parametrize(
    "size",
    [(9144000, 6858000), (10972800, 6858000), (12192000, 6858000), (9906000, 6858000)],
    ids=["4:3", "16:10", "16:9", "A4"],
)
def test_slides_have_the_size_of_the_template(size: tuple[int, int]) -> None:
    made = built(deck(size=size))
    written = next(content for path, content in made.files.items() if path.suffix == ".pptx")
    package = open_package(written)

    root = parse(package.parts["/ppt/presentation.xml"].content)
    shown = root.find(f"{P}sldSz")
    assert (int(shown.get("cx")), int(shown.get("cy"))) == size
    for part in package.parts.values():
        if part.content_type.endswith(".slideLayout+xml"):
            assert all(x >= 0 and x + width <= size[0] for x, width in _across(parse(part.content))), part.name
    assert not lint_package(written)


def _across(tree: etree._Element) -> list[tuple[int, int]]:
    """Where the shapes of a layout begin, and how wide they are."""
    return [
        (int(frame[0].get("x", "0")), int(frame[1].get("cx", "0")))
        for frame in tree.iter(f"{A}xfrm", f"{P}xfrm")
        if len(frame) >= 2
    ]


def test_drawings_stand_on_the_ground_of_content() -> None:
    night = '<p:cSld name="Nur Titel"><p:bg><p:bgPr><a:solidFill><a:srgbClr val="101820"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    dark = changed(
        deck(),
        {"ppt/slideLayouts/slideLayout4.xml": lambda text: text.replace("<p:cSld name='Nur Titel'>", night)},
    )

    assert sound(deck()).layout("cards").name == "Nur Titel"
    assert sound(dark).layout("cards").name == "Cards"
    assert sound(dark).layout("figure").name == "Cards"


def test_a_layout_for_content_is_made_from_none_that_opens_a_lesson() -> None:
    brand = sound(deck(layout("Titelfolie", "title subTitle", "title"), layout("Nur Titel", "title ftr sldNum")))
    (match,) = (one for one in brand.layouts if one.role == "content")

    assert match.name == "Title and body"
    assert {slot.kind for slot in match.slots} >= {"title", "ftr", "sldNum"}


def test_a_formula_stands_on_a_ground_that_it_can_be_read_on() -> None:
    lesson = 'lesson: "1"\ntitle: M\nsections:\n  - title: S\n    slides:\n      - {title: A, math: {formulas: [x], alt: x}}\n'
    made = built(deck(colours={"lt2": "404040"}), {"decks/a.yaml": lesson})
    slides = [
        parse(part.content)
        for content in made.files.values()
        for part in open_package(content).parts.values()
        if part.content_type.endswith(".slide+xml")
    ]
    grounds = [
        fill[0].get("val")
        for slide in slides
        for shape in slide.iter(f"{P}sp")
        if shape.find(f".//{P}cNvPr").get("name") == "Formula"
        for fill in shape.iterfind(f"{P}spPr/{A}solidFill")
    ]

    assert set(grounds) == {"bg1"}


@pytest.mark.parametrize(("face", "mark", "shown"), [("Wingdings", "§", "▪"), ("Wingdings 2", "\uf097", "●")])
def test_bullets_of_symbol_faces_are_drawn_as_plain_ones(face: str, mark: str, shown: str) -> None:
    def symbols(text: str) -> str:
        return text.replace("<a:buChar char='•'/>", f'<a:buFont typeface="{face}"/><a:buChar char="{mark}"/>')

    brand = sound(changed(deck(), {MASTER: symbols}))
    for_pictures = drawable(open_package(brand.pptx_template), brand)
    assert for_pictures is not None
    master = parse(open_package(for_pictures).parts[f"/{MASTER}"].content)

    assert {one.get("char") for one in master.iter(f"{A}buChar")} == {shown}
    assert face.encode() in open_package(brand.pptx_template).parts[f"/{MASTER}"].content
