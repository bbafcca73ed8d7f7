"""A lesson's file with its project and the files it names."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from deckbuild.diagnostics.model import Diagnostics
from deckbuild.kinds.image import Image
from deckbuild.kinds.table import Table
from deckbuild.load.course import load_lesson, load_project
from deckbuild.workspace import Disk, InMemory

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>'


def test_a_project_without_a_file_has_defaults() -> None:
    diags = Diagnostics()

    project = load_project(InMemory({}), diags)

    assert (project.brand, project.language, project.paper) == ("azure", "en", "A4")
    assert not diags.in_order()


def test_pictures_are_found_beside_the_lesson_and_named_within_the_project(load_text) -> None:
    loaded = load_text(
        """
        lesson: "1.1"
        title: L
        sections:
        - title: S
          slides: [{title: A, image: {file: ../pictures/a.svg, alt: A}}]
        """,
        {"pictures/a.svg": SVG},
    )

    path = PurePosixPath("pictures/a.svg")
    body = loaded.lesson.sections[0].slides[0].body
    assert isinstance(body, Image)
    assert (body.image[0].file, body.image[0].place.of("file").line) == (str(path), 6)
    assert [(key, asset.kind, asset.width, asset.height) for key, asset in loaded.assets.items()] == [
        (path, "svg", 40, 20)
    ]


def test_rows_of_a_csv_file_become_the_table(load_text) -> None:
    loaded = load_text(
        """
        lesson: "1.1"
        title: L
        sections:
        - title: S
          slides: [{title: A, table: {file: a.csv}}]
        """,
        {"decks/a.csv": '\ufeffSymbol;Year\n"S/RES/2518; first";2020\n\n'},
    )

    body = loaded.lesson.sections[0].slides[0].body
    assert isinstance(body, Table)
    assert (body.table.header, body.table.rows) == (("Symbol", "Year"), (("S/RES/2518; first", "2020"),))


def test_a_folder_on_disk_is_told_from_a_file_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "lesson.yaml").mkdir()
    found = []
    for name in ("lesson.yaml", "other.yaml"):
        diags = Diagnostics()
        assert load_lesson(Disk(tmp_path), PurePosixPath(name), diags) is None
        found += [diagnostic.message for diagnostic in diags.in_order()]

    assert found == ["`lesson.yaml` is a folder, not a file", "`other.yaml` does not exist"]


def test_a_link_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret.svg").write_text(SVG)
    (project / "a.svg").symlink_to(tmp_path / "secret.svg")
    (project / "lesson.yaml").write_text(
        'lesson: "1.1"\ntitle: L\nsections: [{title: S, slides: [{title: A, image: {file: a.svg, alt: A}}]}]\n'
    )
    diags = Diagnostics()

    load_lesson(Disk(project), PurePosixPath("lesson.yaml"), diags)

    assert [diagnostic.code for diagnostic in diags.in_order()] == ["R104"]
