"""Contact sheets: every slide on a PNG and on a page that a browser shows without network and without script."""

from __future__ import annotations

import io
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

import needs
from deckbuild.cli.show import show
from deckbuild.pictures.sheet import WIDTH, Sheet, Shot, page, png
from deckbuild.svg import _faces

LESSON = """
lesson: "1"
title: Signs & <marks>
generate: [title]
sections:
  - title: Part
    slides:
      - {title: First, bullets: [one]}
      - {title: Reserve, bullets: [two], hidden: true}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "deckbuild.yaml").write_text("project: P\n", encoding="utf-8")
    (folder / "decks").mkdir()
    (folder / "decks" / "a.yaml").write_text(LESSON, encoding="utf-8")
    (folder / "brand" / "other").mkdir(parents=True)
    (folder / "brand" / "other" / "brand.yaml").write_text(
        "brand: other\npalette: {strong: 4a1d1d}\n", encoding="utf-8"
    )
    words = [
        str(folder / "decks/a.yaml"),
        "--pictures",
        "--brand",
        "azure",
        "--brand",
        "other",
        "-o",
        str(folder / "out"),
    ]
    said = CliRunner().invoke(show, words)
    assert said.exit_code == 0, said.output
    return folder / "out"


class Reader(HTMLParser):
    """Tags with their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def test_there_is_a_png_for_each_brand_and_one_page(made: Path) -> None:
    assert sorted(path.name for path in made.iterdir()) == ["a-azure.png", "a-other.png", "a.html"]


def test_every_slide_is_on_the_png(made: Path) -> None:
    sheet = Image.open(made / "a-other.png").convert("RGB")

    assert sheet.width == 4 * (WIDTH // 2 + 16) + 16
    dark = sheet.crop((20, 20, 60, 60)).resize((1, 1)).getpixel((0, 0))
    assert isinstance(dark, tuple)
    assert dark[0] > 60 > dark[2]  # the title slide in the other brand's dark


def test_the_page_can_be_read_without_seeing_it(made: Path) -> None:
    found = read(made / "a.html")
    images = [attributes for tag, attributes in found.tags if tag == "img"]

    assert [tag for tag, _ in found.tags if tag in ("h1", "h2", "main", "nav")].count("h1") == 1
    assert len(images) == 6
    assert all(image["alt"] for image in images)
    assert "Signs & <marks>" in " ".join(found.text)
    assert any("hidden" in text for text in found.text)
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    anchors = [attributes["href"] or "" for tag, attributes in found.tags if tag == "a"]
    assert all(anchor.removeprefix("#") in ids for anchor in anchors)


def test_the_page_fetches_nothing_and_runs_nothing(made: Path) -> None:
    found = read(made / "a.html")

    assert not [tag for tag, _ in found.tags if tag in ("script", "link", "iframe")]
    addresses = [
        value or "" for _, attributes in found.tags for name, value in attributes.items() if name in ("src", "href")
    ]
    assert all(address.startswith(("data:image/png", "#")) for address in addresses)


def test_a_slide_that_could_not_be_drawn_says_so() -> None:
    sheet = Sheet("azure", "nothing", (Shot(1, "A", "Title", "", "a", False, None),))
    face = Path(next(one for one in _faces() if one.endswith("Regular.ttf"))).read_bytes()

    assert b"not drawn" in page("T", "en", [sheet], right_to_left=False)
    assert Image.open(io.BytesIO(png(sheet, face, 0.5625))).width > 0


def screenshot(address: str, to: Path) -> Image.Image:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        needs.missing("no browser (chromium) is installed")
    assert browser is not None
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={to.parent / 'profile'}",
               "--window-size=1200,3000", f"--screenshot={to}", address]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return Image.open(to).convert("RGB")


def test_a_browser_shows_the_slides_and_makes_one_large(made: Path, tmp_path: Path) -> None:
    address = (made / "a.html").as_uri()
    whole = screenshot(address, tmp_path / "whole.png")
    large = screenshot(f"{address}#brand-other-1", tmp_path / "large.png")

    def dark(picture: Image.Image) -> int:
        """How much of it is the dark of the brand's title slide."""
        colours = picture.getcolors(1 << 24) or []
        return sum(count for count, colour in colours if colour == (0x4A, 0x1D, 0x1D))

    assert dark(whole) > 10_000  # the other brand's title slide, one of six
    assert dark(large) > 4 * dark(whole)  # and over the whole width when it is asked for
