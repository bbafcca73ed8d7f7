"""Word documents: what they hold beside paragraphs, and what other readers lose in silence."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Cm
from PIL import Image

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.importing.importing import Imported, run
from deckbuild.importing.reading import Options
from deckbuild.lesson.lesson import Lesson, Slide
from deckbuild.load.course import load_lesson
from deckbuild.workspace import InMemory

HERE = Path(__file__).parent
LESSON = PurePosixPath("lesson.yaml")
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def guide(*titles: str) -> Any:
    """A document with a lesson's head and one heading, ready for more."""
    document = docx.Document()
    document.add_paragraph("Lesson 3.1", style="Title")
    document.add_paragraph("Working with Partners", style="Title")
    document.add_paragraph("Minimum lesson duration: 45 minutes")
    for title in titles or ("Welcome",):
        document.add_heading(title, 1)
    return document


def imported(document: Any, **options: Any) -> Imported:
    stream = io.BytesIO()
    document.save(stream)
    return from_bytes(stream.getvalue(), **options)


def from_bytes(content: bytes, **options: Any) -> Imported:
    diags = Diagnostics()
    made = run({"guide.docx": content}, LESSON, PurePosixPath("pictures"), InMemory({}), Options(**options), diags)
    assert made is not None, diags.in_order()
    assert not diags.in_order(), (diags.in_order(), made.text)
    return made


def lesson_of(made: Imported) -> Lesson:
    loaded = load_lesson(InMemory({str(path): content for path, content in made.files.items()}), LESSON, Diagnostics())
    assert loaded is not None
    return loaded.lesson


def slides(lesson: Lesson) -> list[Slide]:
    return [slide for section in lesson.sections for slide in section.slides]


def notes(document: Any) -> str:
    """All that is said in the lesson, one blank between words."""
    lesson = lesson_of(imported(document))
    parts = [part for section in lesson.sections for part in (section, *section.slides)]
    return " ".join(" ".join(cue.prose for part in parts for cue in part.notes).split())


def add(document: Any, xml: str) -> None:
    """Put a piece of WordprocessingML at the end of the body."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {NAMESPACES}", xml, count=1)))


def picture(colour: str = "red", size: tuple[int, int] = (60, 40)) -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "PNG")
    stream.seek(0)
    return stream


def left_out(made: Imported) -> dict[str, int]:
    return {reason: size for share in made.report.account.shares for reason, size in share.left_out.items()}


# --- the family of the text, in Word ------------------------------------------------------------------------


def as_word(text: str) -> Any:
    """The text of a guide set with Word's styles: headings, lists, markers as paragraphs."""
    document = docx.Document()
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.strip().split("\n")
        if "<p>" in block or block == "Page 3":
            continue
        if lines[0].startswith("- "):
            for item in re.split(r"^- ", block, flags=re.MULTILINE)[1:]:
                document.add_paragraph(" ".join(item.replace("*", "").split()), style="List Bullet")
        elif (
            len(lines) == 1
            and len(lines[0]) < 60
            and not lines[0].endswith((".", ":", "?", ")"))
            and "Slide" not in lines[0]
        ):
            document.add_heading(lines[0], 2)
        else:
            for line in [" ".join(lines)] if len(lines[0]) > 60 else lines:
                document.add_paragraph(line.replace("*", ""))
    return document


def test_the_same_guide_in_word_gives_the_same_sections_slides_and_references() -> None:
    text = (HERE / "lesson-3.1.txt").read_text("utf-8")
    text = re.sub(r"\n3\.1 Working.*?\nSlide 1\n", "\n", text, flags=re.DOTALL)

    lesson = lesson_of(imported(as_word(text)))

    assert (lesson.lesson, lesson.title, str(lesson.duration)) == ("3.1", "Working with Local Partners", "45 min")
    assert [section.title for section in lesson.sections][2:] == [
        "Three Ways to Listen", "Rules of the Circle", "A Word on Interpreters", "Lesson Closing",
    ]  # fmt: skip
    assert [slide.title for slide in slides(lesson)] == [
        "Where This Lesson Stands",
        "The Listening Circle",
        "Lesson Closing",
    ]
    assert [len(section.references or ()) for section in lesson.sections if section.references] == [2, 1]
    assert [cue.verb for cue in slides(lesson)[2].notes] == ["tip"]


def test_slide_content_in_a_table_of_one_cell_is_the_slide() -> None:
    document = guide()
    document.add_paragraph("Slide 1")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = "Why partners matter"
    for text in ("They know the town", "They stay"):
        cell.add_paragraph(text, style="List Bullet")
    document.add_paragraph("What is said to it.")

    (slide,) = slides(lesson_of(imported(document)))

    assert slide.title == "Why partners matter"
    assert [point.text for point in slide.content.bullets] == ["They know the town", "They stay"]  # type: ignore[union-attr]
    assert [cue.say for cue in slide.notes] == ["What is said to it."]


def test_a_table_behind_a_marker_is_the_slides_table_with_its_merged_cells() -> None:
    document = guide()
    document.add_paragraph("Slide 1: Who does what")
    table = document.add_table(3, 3)
    for row, texts in zip(
        table.rows, (("Who", "What", "When"), ("Host", "Opens", "First"), ("Guest", "Speaks", "Then")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(1, 2)).text = "Opens and closes"

    (slide,) = slides(lesson_of(imported(document)))

    assert slide.title == "Who does what"
    assert slide.content.table.header == ("Who", "What", "When")  # type: ignore[union-attr]
    assert slide.content.table.rows == (("Host", "Opens and closes", "<"), ("Guest", "Speaks", "Then"))  # type: ignore[union-attr]


def test_a_picture_behind_a_marker_is_the_slide_with_its_alternative_text() -> None:
    document = guide()
    document.add_paragraph("Slide 1: A town")
    document.add_picture(picture(), width=Cm(10))
    document.element.body.xpath(".//wp:docPr")[0].set("descr", "A town by the sea")
    document.add_paragraph("Look at the harbour.")

    made = imported(document)
    (slide,) = slides(lesson_of(made))

    assert (slide.content.image[0].file, slide.content.image[0].alt) == (
        "pictures/town-by-the-sea.png",
        "A town by the sea",
    )  # type: ignore[union-attr]
    assert PurePosixPath("pictures/town-by-the-sea.png") in made.files


def test_pictures_in_a_guide_without_markers_are_slides_of_their_own() -> None:
    document = guide("Baking")
    document.add_paragraph("Flour first.")
    document.add_heading("The oven", 2)
    document.add_picture(picture("blue"), width=Cm(9))
    document.add_paragraph("Mind the handle.")
    document.add_picture(picture("green"), width=Cm(1))
    made = imported(document)

    first, second = slides(lesson_of(made))

    assert (first.title, second.title) == ("Baking", "The oven")
    assert [cue.say for cue in second.notes] == ["Mind the handle."]
    assert "stands in the notes, which hold none" in made.text  # the small one, in the line of text


def test_a_table_of_slides_and_notes_is_read_row_by_row() -> None:
    document = guide()
    table = document.add_table(3, 2)
    for row, texts in zip(
        table.rows,
        (("Slide", "Notes"), ("Slide 1: Start", "Say hello."), ("Slide 2: End", "Say goodbye.")),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text

    first, second = slides(lesson_of(imported(document)))

    assert [(one.title, [cue.say for cue in one.notes]) for one in (first, second)] == [
        ("Start", ["Say hello."]), ("End", ["Say goodbye."]),
    ]  # fmt: skip


def test_lists_have_their_levels_and_numbers_from_the_numbering() -> None:
    document = guide()
    document.add_paragraph("Slide 1: Steps")
    for text, style in (
        ("Knead", "List Number"),
        ("Rest", "List Number"),
        ("Overnight", "List Bullet 2"),
        ("Bake", "List Number"),
    ):
        document.add_paragraph(text, style=style)

    said = "\n".join(cue.prose for cue in slides(lesson_of(imported(document)))[0].notes)

    assert "1. Knead\n2. Rest" in said
    assert said.rstrip().endswith("Bake")


# --- what others lose in silence ----------------------------------------------------------------------------


def test_content_controls_insertions_and_fields_are_text_deletions_are_counted() -> None:
    document = guide()
    add(document, "<w:sdt><w:sdtContent><w:p><w:r><w:t>From a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    add(
        document,
        "<w:p><w:r><w:t xml:space='preserve'>We </w:t></w:r>"
        "<w:ins w:id='1' w:author='x'><w:r><w:t xml:space='preserve'>now </w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='x'><w:r><w:delText>never</w:delText></w:r></w:del>"
        "<w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'>begin </w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF x \\h </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>today</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
        "<w:r><w:t>, page </w:t></w:r><w:fldSimple w:instr=' PAGE '/>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>17</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    )
    made = imported(document)

    assert "From a control. We now begin today, page" in " ".join(made.files[LESSON].decode().split())
    assert left_out(made)["it is deleted, with the change tracked"] == len("never")
    assert left_out(made)["page numbers and the like are computed"] == len("17")
    assert "1 tracked insertions are kept" in made.text


def test_text_boxes_are_read_once_though_the_file_says_them_twice() -> None:
    document = guide()
    box = "<w:txbxContent><w:p><w:r><w:t>Said in a box.</w:t></w:r></w:p></w:txbxContent>"
    add(
        document,
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData "
        "uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Said beside it.</w:t></w:r></w:p>",
    )

    assert notes(document) == "Said beside it. Said in a box."


def test_links_bold_italics_and_signs_of_symbol_fonts_are_kept() -> None:
    document = guide()
    paragraph = document.add_paragraph("See ")
    paragraph.add_run("all").bold = True
    paragraph.add_run(" of ")
    paragraph.add_run("it").italic = True
    id_ = document.part.relate_to(
        "https://example.org/a", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", True
    )
    paragraph._p.append(
        parse_xml(
            f"<w:hyperlink {NAMESPACES} r:id='{id_}'><w:r><w:t xml:space='preserve'> there</w:t></w:r></w:hyperlink>"
        )
    )
    paragraph._p.append(parse_xml(f"<w:r {NAMESPACES}><w:sym w:font='Wingdings' w:char='F0E0'/></w:r>"))

    assert notes(document) == "See **all** of *it* [there](https://example.org/a)→"


def test_footnotes_hang_where_they_hung() -> None:
    document = guide()
    add(
        document,
        "<w:p><w:r><w:t>Flour</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t xml:space='preserve'> rises.</w:t></w:r></w:p>",
    )
    stream = io.BytesIO()
    document.save(stream)
    notes_part = f"<w:footnotes {NAMESPACES}><w:footnote w:id='2'><w:p><w:r><w:t>With yeast [1].</w:t></w:r></w:p></w:footnote></w:footnotes>"
    made = from_bytes(with_part(stream.getvalue(), "footnotes", notes_part))

    assert "Flour^[With yeast \\[1\\].] rises." in made.files[LESSON].decode()
    assert made.report.account.lost == 0


def test_comments_are_reported_and_are_no_content() -> None:
    document = guide()
    document.add_paragraph("Some text.")
    stream = io.BytesIO()
    document.save(stream)
    comments = f"<w:comments {NAMESPACES}><w:comment w:id='0' w:author='x'><w:p><w:r><w:t>Is this still true?</w:t></w:r></w:p></w:comment></w:comments>"
    made = from_bytes(with_part(stream.getvalue(), "comments", comments))

    assert "a comment: Is this still true?" in made.text
    assert "still true" not in made.files[LESSON].decode()


def test_what_stands_on_every_page_is_no_content_and_a_lone_foot_is_the_edition() -> None:
    document = guide()
    document.add_paragraph("Some text.")
    document.sections[0].footer.paragraphs[0].text = "Field Course 2031"
    document.sections[0].header.paragraphs[0].text = "Do not copy"
    made = imported(document)

    assert lesson_of(made).edition == "Field Course 2031"
    assert "Do not copy" not in made.files[LESSON].decode()
    assert left_out(made)["it stands on every page"] == len("FieldCourse2031Donotcopy")


def test_charts_objects_and_pictures_from_elsewhere_are_named_and_not_fetched() -> None:
    document = guide()
    document.add_paragraph("Some text.")
    add(
        document,
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/chart'/>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>",
    )
    id_ = document.part.relate_to(
        "http://127.0.0.1:9/x.png", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", True
    )
    add(
        document,
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'>"
        f"<a:blip r:link='{id_}'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
    )
    made = imported(document)

    assert "a chart: make it anew as a slide with `chart` did not come along" in made.text
    assert "a picture that is not in the file but elsewhere did not come along" in made.text


def with_part(content: bytes, kind: str, xml: str) -> bytes:
    """The package with one more part that the document refers to."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relation = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"</Types>",
                    f'<Override PartName="/word/{kind}.xml" ContentType="{main}.{kind}+xml"/></Types>'.encode(),
                )
            elif name == "word/_rels/document.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rNew" Type="{relation}" Target="{kind}.xml"/></Relationships>'.encode(),
                )
            if name != f"word/{kind}.xml":
                after.writestr(name, data)
        after.writestr(f"word/{kind}.xml", xml)
    return out.getvalue()


# --- files that can't be read -------------------------------------------------------------------------------


def changed(document: Any, old: bytes, new: bytes) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new))
    return out.getvalue()


WORD = b"wordprocessingml.document.main+xml"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            b"application/vnd.openxmlformats-officedocument." + WORD,
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
            "I104",
        ),
        (WORD, b"wordprocessingml.template.main+xml", "I108"),
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT, "I105"),
        (b"<w:document ", b"<!DOCTYPE w [<!ENTITY x 'y'>]><w:document ", "I107"),
        (b"</w:body>", b"", "I107"),
    ],
    ids=["macros", "template", "strict", "entities", "damaged"],
)
def test_what_cannot_be_read_is_named_in_one_line(old: bytes, new: bytes, code: str) -> None:
    diags = Diagnostics()
    files = {"guide.docx": changed(guide(), old, new)}

    assert run(files, LESSON, PurePosixPath("p"), InMemory({}), Options(), diags) is None
    assert [one.code for one in diags.in_order()] == [code]


def test_a_document_without_a_text_holds_nothing_to_import() -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)
    diags = Diagnostics()

    assert run({"a.docx": stream.getvalue()}, LESSON, PurePosixPath("p"), InMemory({}), Options(), diags) is None
    assert [one.code for one in diags.in_order()] == ["I110"]


def test_controls_within_controls_do_not_exhaust_anything() -> None:
    document = guide()
    inner = "<w:p><w:r><w:t>Deep down.</w:t></w:r></w:p>"
    for _ in range(60):
        inner = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    add(document, inner)
    document.add_paragraph("Some text.")

    diags = Diagnostics()
    stream = io.BytesIO()
    document.save(stream)
    made = run({"a.docx": stream.getvalue()}, LESSON, PurePosixPath("p"), InMemory({}), Options(), diags)

    assert made is not None
    assert "Deep" in made.files[LESSON].decode() or [one.code for one in diags.in_order()] == ["I114"]
