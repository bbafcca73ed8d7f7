"""A brand looked at: what serves what and why, every layout on a sheet, every kind in a specimen."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from PIL import Image

from deckbuild.brand.brand import ROLES
from deckbuild.brand.load import load_brand
from deckbuild.cli.brand_check import brand_check
from deckbuild.cli.brand_show import brand_show
from deckbuild.diagnostics.model import NOWHERE, Diagnostics
from deckbuild.load.course import load_lesson
from deckbuild.spec.cue import VERBS, NoteKind
from deckbuild.specimen.findings import notes, served
from deckbuild.specimen.look import look
from deckbuild.specimen.subject import LESSON, NoBrand, subject_of
from deckbuild.workspace import Disk
from templates import USUAL, deck, document, layout


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A bare .potx."""
    file = tmp_path / "Hausvorlage 2024.potx"
    file.write_bytes(deck(*USUAL, layout("Vergleich", "title left-head left right-head right")))
    return file


def test_every_role_has_its_layout_and_a_reason(template: Path) -> None:
    looked = look(subject_of(str(template)))
    assert looked.brand is not None

    rows = {row.role: row for row in served(looked.brand, looked.adopted)}
    assert set(rows) == set(ROLES)
    assert rows["columns-2"].layout == "Vergleich"
    assert rows["columns-2"].why.startswith("it has 2 placeholders side by side, each with a line above it")
    assert rows["quote"].why == "made from `Titel und Inhalt`: a quotation and its source in place of the body"


def test_a_brand_made_of_tokens_can_be_looked_at_too() -> None:
    looked = look(subject_of("azure"))
    assert looked.brand is not None

    assert {row.why for row in served(looked.brand, looked.adopted)} == {"made from tokens"}


def test_what_is_missing_pale_or_heavy_is_said(tmp_path: Path) -> None:
    file = tmp_path / "pale.potx"
    file.write_bytes(deck(colours={"dk1": "9A9A9A"}))
    looked = look(subject_of(str(file)))
    assert looked.brand is not None
    said = "\n".join(notes(looked.brand, looked.adopted, looked.fonts))

    assert "no footer on" in said
    assert "`Titelfolie`" in said
    assert "9A9A9A on FFFFFF has a contrast of 2.8, text of its size needs 3" in said
    assert "font `Source Sans 3`: comes with deckbuild" in said


def test_check_draws_every_layout_and_offers_to_keep_the_brand(template: Path, tmp_path: Path) -> None:
    ran = CliRunner().invoke(brand_check, [str(template), "-o", str(tmp_path / "out")])

    assert ran.exit_code == 0, ran.output
    assert "content       Titel und Inhalt" in ran.output
    assert "--write NAME" in ran.output
    sheet = Image.open(io.BytesIO((tmp_path / "out" / "hausvorlage-2024-layouts.png").read_bytes()))
    assert sheet.width > 1500


def test_a_template_is_taken_over_as_a_folder(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(brand_check, [str(template), "--pictures", "none", "--write", "house"])
    assert ran.exit_code == 0, ran.output
    diags = Diagnostics()

    brand = load_brand(Disk(tmp_path), "house", "A4", diags, NOWHERE)

    assert not diags.in_order()
    assert brand is not None
    assert sorted(path.name for path in (tmp_path / "brand" / "house").iterdir()) == ["brand.yaml", "template.potx"]
    text = (tmp_path / "brand" / "house" / "brand.yaml").read_text(encoding="utf-8")
    assert '#   section: "Trennfolie"' in text


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("\n", ["hausvorlage-2024"]),
        ("y\n", ["hausvorlage-2024"]),
        ("house\n", ["house"]),
        ("My House\nmy-house\n", ["my-house"]),  # what can't be a name is asked again
        ("n\n", []),
    ],
)
def test_on_a_terminal_the_name_to_adopt_it_under_is_asked(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, made: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("deckbuild.cli.keeping.sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    ran = CliRunner().invoke(brand_check, [str(template), "--pictures", "none"], input=said)

    assert ran.exit_code == 0, ran.output
    assert "Adopt it as brand/hausvorlage-2024?" in ran.output
    assert "--write" not in ran.output
    assert [path.parent.name for path in tmp_path.glob("brand/*/brand.yaml")] == made


def test_a_template_in_a_folder_of_the_projects_brands_needs_no_adopting(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brand" / "house").mkdir(parents=True)
    kept = template.rename(tmp_path / "brand" / "house" / "template.potx")
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(brand_check, [str(kept.parent), "--pictures", "none"])

    assert ran.exit_code == 0, ran.output
    assert "To keep it" not in ran.output


def test_the_specimen_shows_every_cue() -> None:
    loaded = load_lesson(subject_of("azure").workspace(), LESSON, Diagnostics())
    assert loaded is not None
    cues = [cue for section in loaded.lesson.sections for slide in section.slides for cue in slide.notes]

    assert {cue.verb for cue in cues} == set(VERBS)
    assert {cue.kind for cue in cues if cue.kind} == set(NoteKind)
    assert any(cue.answers for cue in cues)


def test_show_builds_every_kind_and_one_picture_of_it_all(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckbuild.pictures.libreoffice.program", lambda: None)  # pages need a slow program
    ran = CliRunner().invoke(brand_show, [str(template), "-o", str(tmp_path)])

    assert ran.exit_code == 0, ran.output
    made = {path.name for path in tmp_path.iterdir()}
    stem = "hausvorlage-2024-specimen"
    assert {f"{stem}.pptx", f"{stem}-facilitator.docx", f"{stem}-participant.docx", f"{stem}.png"} <= made
    picture = Image.open(io.BytesIO((tmp_path / f"{stem}.png").read_bytes()))
    assert picture.height > 1500


def test_a_word_template_alone_is_a_brand(tmp_path: Path) -> None:
    file = tmp_path / "letter.dotx"
    file.write_bytes(document(header="House"))
    ran = CliRunner().invoke(brand_check, [str(file), "--pictures", "none"])

    assert ran.exit_code == 0, ran.output
    assert "content goes in place of the sample text; its own headers and footers" in ran.output


@pytest.mark.parametrize(("name", "content"), [("x.txt", b""), ("empty", None), ("nowhere.potx", None)])
def test_where_there_is_no_brand_that_is_said(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    elif not PurePosixPath(name).suffix:
        path.mkdir()

    with pytest.raises(NoBrand):
        subject_of(str(path))
